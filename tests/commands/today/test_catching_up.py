"""A few words for each day of a gap: where one goes, and the page that remains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import CTRL_C, ENTER, UP, Person

pytestmark = pytest.mark.slow

SATURDAY = at("2024-06-22", "18:41")
HOME = "\x1b[H"
ASKED = "Which moment with others that day do you want to remember, and what did each of\nyou do?"

TWO_DAYS = f"""
Friday 21 June 2024, written later

{ASKED}

> Friday's.
  saved 18:41

Thursday 20 June 2024, written later

{ASKED}

> Thursday's."""

BACK_ON_FRIDAY = f"""{TWO_DAYS}
  saved 18:41

Friday 21 June 2024, changed

{ASKED}

> Friday's.

  Enter save · Ctrl-J new line · Ctrl-O editor · Ctrl-C stop"""

LEFT_UNCHANGED = f"""{TWO_DAYS}
  saved 18:41

Saved: 2 answers."""

CHANGED = f"""{TWO_DAYS}
  saved 18:41

Friday 21 June 2024, changed

{ASKED}

> Friday's. And more.
  saved 18:41

Wednesday 19 June 2024, written later

{ASKED}

> Wednesday's.
  saved 18:41

Saved: 3 answers."""

STOPPED = f"""{TWO_DAYS}

Stopped. Kept: 1 answer and the words you had begun.
Go on with: collab journal today --catch-up"""


@pytest.fixture
def two_days(sit: Sit, import_journal: Callable[..., None]) -> Callable[..., Person]:
    """Somebody who wrote Friday and Thursday and stands before the empty field of Wednesday."""

    def sit_down(*, last_key: str = ENTER, **terminal: str) -> Person:
        import_journal(entries=[written("2024-06-17"), written("2024-06-18")])
        ana = sit(SATURDAY, "--catch-up", **terminal)
        ana.sees("Friday 21 June 2024, written later")
        ana.sees("Enter end")
        ana.types("Friday's.")
        ana.presses(ENTER)
        ana.sees("Thursday 20 June 2024, written later")
        ana.sees("Enter end")
        ana.types("Thursday's.")
        ana.sees("> Thursday's.")
        ana.presses(last_key)
        return ana

    return sit_down


def _goes_back_to_friday(ana: Person) -> None:
    ana.sees("Wednesday 19 June 2024, written later")
    ana.sees("Enter end")
    ana.presses(UP)
    ana.sees("> Thursday's.")
    ana.sees("Enter save")
    assert ana.page().count("Thursday 20 June 2024") == 1
    ana.presses(HOME)
    ana.presses(UP)
    ana.sees("> Friday's.")
    ana.sees("Enter save")


def test_going_back_leaves_no_heading_of_a_day_without_words(
    two_days: Callable[..., Person],
) -> None:
    ana = two_days()
    _goes_back_to_friday(ana)
    assert ana.page() == BACK_ON_FRIDAY
    ana.presses(ENTER)
    ana.sees("Wednesday 19 June 2024, written later")
    ana.sees("Enter end")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == LEFT_UNCHANGED


def test_words_changed_on_the_way_back_stand_under_a_heading_of_their_day(
    two_days: Callable[..., Person],
) -> None:
    ana = two_days()
    _goes_back_to_friday(ana)
    ana.types(" And more.")
    ana.presses(ENTER)
    ana.sees("Wednesday 19 June 2024, written later")
    ana.sees("Enter end")
    ana.types("Wednesday's.")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == CHANGED


def test_words_begun_for_a_day_stand_under_it_when_one_stops(
    two_days: Callable[..., Person],
) -> None:
    ana = two_days(last_key=CTRL_C)
    ana.leaves(130)

    assert ana.page() == STOPPED


def test_words_begun_for_a_day_that_one_went_back_from_are_named_too(
    two_days: Callable[..., Person],
) -> None:
    ana = two_days(last_key=HOME)
    ana.presses(UP)
    ana.sees("> Friday's.")
    ana.presses(CTRL_C)

    assert "Kept: 1 answer and the words you had begun." in ana.leaves(130)


def test_line_by_line_every_day_is_named_where_it_is_asked(
    two_days: Callable[..., Person],
) -> None:
    ana = two_days(TERM="dumb")
    ana.sees("Wednesday 19 June 2024, written later")
    ana.presses(UP)
    ana.sees("Thursday 20 June 2024, changed")
