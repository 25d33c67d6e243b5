"""A day with two plans, as a Monday has after a review: each is asked about on its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import CTRL_C, CTRL_L, ENTER, UP, Person

pytestmark = pytest.mark.slow

Import = Callable[..., None]
Kept = Callable[[], dict]

MONDAY = at("2024-06-17", "18:31")
FRIDAYS = {"prompt": "E-04", "if": "Dee asks", "then": "say when", "for": "2024-06-17"}
WEEKS = {"prompt": "W-5", "if": "I answer first", "then": "count to three", "for": "2024-06-17"}
FRIDAY = written("2024-06-14", plan=FRIDAYS)
REVIEW = {"day": "2024-06-15", "kind": "week", "week": "2024-W24", "plan": WEEKS}


@pytest.fixture
def ana(sit: Sit, import_journal: Import) -> Person:
    import_journal(entries=[FRIDAY, REVIEW])
    ana = sit(MONDAY)
    ana.sees("Your plan  If Dee asks, then I will say when\nWhat became of")
    return ana


def _outcomes(kept: Kept) -> list[str | None]:
    plans = [entry["plan"] for entry in kept()["entries"] if "plan" in entry]
    return [plan.get("outcome") for plan in plans]


def test_each_plan_has_an_outcome_of_its_own(ana: Person, kept: Kept) -> None:
    ana.presses("d")
    ana.sees("This week  If I answer first, then I will count to three\nWhat became of")
    ana.presses("n")
    ana.sees("Which decision did you take")
    assert "say when\n             done · saved 18:31" in ana.page()
    assert "count to three\n             not done · saved 18:31" in ana.page()
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert _outcomes(kept) == ["done", "not done"]


def test_the_second_may_be_left_open(ana: Person, kept: Kept) -> None:
    ana.presses("p")
    ana.sees("This week  If I answer first")
    ana.presses(ENTER)
    ana.sees("count to three\n             skipped")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert _outcomes(kept) == ["partly", None]


def test_one_key_back_leads_to_the_first_plan(ana: Person, kept: Kept) -> None:
    ana.presses("d")
    ana.sees("This week  If I answer first")
    ana.presses(UP)
    ana.sees("Your plan  If Dee asks, then I will say when\nWhat became of")
    ana.sees("Enter keep")
    ana.presses("n")
    ana.sees("This week  If I answer first")
    ana.presses("c")
    ana.sees("Which decision did you take")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert _outcomes(kept) == ["not done", "no occasion"]


def test_stopped_between_the_two_the_session_goes_on_with_the_second(
    ana: Person, sit: Sit, kept: Kept
) -> None:
    ana.presses("d")
    ana.sees("This week  If I answer first")
    ana.presses(CTRL_C)
    ana.leaves(130)
    again = sit(MONDAY)
    again.sees("This week  If I answer first, then I will count to three\nWhat became of")
    assert "Dee asks" not in again.page()
    again.presses("n")
    again.sees("Which decision did you take")
    again.presses(CTRL_C)
    again.leaves(130)
    assert _outcomes(kept) == ["done", "not done"]


def test_a_light_evening_between_the_two_keeps_the_first(ana: Person, kept: Kept) -> None:
    ana.presses("d")
    ana.sees("This week  If I answer first")
    ana.presses(CTRL_L)
    ana.sees("For tonight: what can you put down")
    ana.types("Soup.")
    ana.presses(ENTER)
    ana.leaves(0)
    assert _outcomes(kept) == ["done", None]
    assert "light" not in kept()["entries"][-1]


def test_the_morning_shows_both_that_of_the_review_first(sit: Sit, import_journal: Import) -> None:
    import_journal(entries=[FRIDAY, REVIEW])
    ana = sit(at("2024-06-17", "08:10"))
    ana.sees("This week  If I answer first, then I will count to three\n")
    ana.sees("Your plan  If Dee asks, then I will say when\n")
    ana.presses(CTRL_C)
    ana.leaves(130)
