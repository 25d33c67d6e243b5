"""Which session `journal today` sits down to, and calls that contradict themselves."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Collab
from tests.commands.today.conftest import at

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "options",
    [
        ["--morning", "--evening"],
        ["--morning", "--light"],
        ["--morning", "--date", "yesterday"],
        ["--light", "--date", "yesterday"],
        ["--form", "--edit"],
        ["--form", "--from", "page.md"],
        ["--catch-up", "--date", "yesterday"],
        ["--catch-up", "--light"],
        ["--catch-up", "--edit"],
    ],
    ids=" ".join,
)
def test_options_that_contradict_each_other_are_refused(
    home, collab: Collab, options: list[str]
) -> None:
    outcome = collab("journal", "today", *options)

    first, second = [option for option in options if option.startswith("--")]
    assert (outcome.code, outcome.out) == (2, "")
    assert first in outcome.err
    assert second in outcome.err
    assert not home.exists()


@pytest.mark.parametrize(
    ("when", "options", "heading"),
    [
        pytest.param(at("2024-06-13", "03:59"), [], "## Evening", id="before the day ends"),
        pytest.param(at("2024-06-13", "04:00"), [], "## Morning", id="the day begins"),
        pytest.param(at("2024-06-13", "13:59"), [], "## Morning", id="before two"),
        pytest.param(at("2024-06-13", "14:00"), [], "## Evening", id="from two on"),
        pytest.param(at("2024-06-13", "09:00"), ["--evening"], "## Evening", id="evening"),
        pytest.param(at("2024-06-13", "19:00"), ["--morning"], "## Morning", id="morning"),
    ],
)
def test_the_clock_or_an_option_says_which_session_it_is(
    collab: Collab, when, options: list[str], heading: str
) -> None:
    page = collab("journal", "today", "--form", *options, now=when).out

    day = "2024-06-12" if when.hour < 4 else "2024-06-13"
    assert f"date={day} " in page
    assert heading in page


def test_a_page_of_another_day_than_was_said_is_refused(home, collab: Collab) -> None:
    form = collab("journal", "today", "--form", now=at("2024-06-13")).out.encode()

    outcome = collab(
        "journal", "today", "--from", "-", "--date", "mon", now=at("2024-06-13"), stdin=form
    )

    assert (outcome.code, outcome.out) == (2, "")
    assert "is of Thu 13 June, not of Mon 10 June." in outcome.err
    assert not (home / "journal.db").exists()


def test_an_empty_day_is_refused(home, collab: Collab) -> None:
    outcome = collab("journal", "today", "--form", "--date", "")

    assert (outcome.code, outcome.out) == (2, "")


def test_the_future_has_no_page(home, collab: Collab) -> None:
    outcome = collab("journal", "today", "--date", "2027-01-01")

    assert (outcome.code, outcome.out) == (2, "")
    assert not home.exists()


def test_without_a_gap_there_is_nothing_to_catch_up_with(collab: Collab) -> None:
    collab("note", "words")

    outcome = collab("journal", "today", "--catch-up")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "There are no days between to write about.\n"
