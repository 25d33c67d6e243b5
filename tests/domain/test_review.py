"""The weekly review: which week it is about, what it asks, and for which day its plan is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.history import Wishes
from collab.domain.periods import week_of
from collab.domain.prompts import Prompt
from collab.domain.review import (
    Facts,
    day_to_try,
    recalled_in_review,
    review,
    week_to_review,
    weeks_on,
)
from collab.storage.packs import load

MONDAY = date(2024, 6, 10)
WEEK = week_of(MONDAY)
LONG_AGO = date(2024, 1, 1)
PROMPTS = tuple(load(None).prompts)


def _day(number: int) -> date:
    """Day 1 is Monday 10 June."""
    return MONDAY + timedelta(days=number - 1)


@pytest.mark.parametrize(
    ("day", "reviewed", "label"),
    [
        pytest.param(1, False, "2024-W23", id="Monday"),
        pytest.param(3, False, "2024-W23", id="Wednesday"),
        pytest.param(3, True, "2024-W24", id="Wednesday, last week has one"),
        pytest.param(4, False, "2024-W24", id="Thursday"),
        pytest.param(7, False, "2024-W24", id="Sunday"),
    ],
)
def test_until_wednesday_it_is_last_week_if_that_has_no_review(
    day: int, reviewed: bool, label: str
) -> None:
    assert week_to_review(_day(day), 0, LONG_AGO, lambda _: reviewed).label == label


def test_a_week_that_starts_on_another_day_gives_last_week_its_first_days() -> None:
    sunday, wednesday, thursday = date(2024, 6, 9), _day(3), _day(4)

    firsts = [
        week_to_review(day, 6, LONG_AGO, lambda _: False).first
        for day in (sunday, wednesday, thursday)
    ]
    assert firsts == [date(2024, 6, 2), date(2024, 6, 2), sunday]


@pytest.mark.parametrize("began", [None, MONDAY, _day(2)])
def test_before_the_first_page_there_was_no_week_to_look_back_at(began: date | None) -> None:
    assert week_to_review(_day(2), 0, began, lambda _: False) == WEEK


@pytest.mark.parametrize(
    ("today", "planned"),
    [
        pytest.param(_day(5), _day(8), id="Friday"),
        pytest.param(_day(7), _day(8), id="Sunday"),
        pytest.param(_day(8), _day(9), id="that Monday itself"),
        pytest.param(_day(10), _day(11), id="the Wednesday after"),
        pytest.param(_day(60), _day(61), id="long after"),
    ],
)
def test_the_plan_is_for_the_monday_after_the_week_or_for_tomorrow(
    today: date, planned: date
) -> None:
    assert day_to_try(WEEK, today) == planned


def test_a_week_that_ends_on_a_friday_or_saturday_has_the_same_monday() -> None:
    assert [day_to_try(week_of(_day(5), starts), _day(5)) for starts in (5, 6)] == [_day(8)] * 2


@pytest.mark.parametrize(
    ("today", "week", "try_"),
    [
        pytest.param(_day(5), "this week", "next week", id="in the week"),
        pytest.param(_day(9), "last week", "this week", id="the week after"),
        pytest.param(_day(14), "last week", "next week", id="the Sunday after"),
        pytest.param(_day(30), "that week", "this week", id="later"),
    ],
)
def test_the_questions_say_which_week_they_mean(today: date, week: str, try_: str) -> None:
    moment, sides, told, plan = review(WEEK, today, Facts(), Wishes(), PROMPTS)

    assert moment.text.startswith(f"Which moment {week} shows best")
    assert f"suit {week}'s situations" in sides.text
    assert f"tell you {week} about" in told.text
    assert plan.text == f"What is one thing you will try {try_}?"


def test_own_questions_take_part_and_rest_as_often_as_they_say() -> None:
    own = Prompt(id="MY-1", theme="any", moment="week", every=28, text="Who laughed?")
    prompts = (*PROMPTS, own)

    def keys(asked: date | None) -> list[str]:
        facts = Facts(asked={"MY-1": (asked,), "W-1": (_day(4),)} if asked else {})
        return [one.key for one in review(WEEK, _day(5), facts, Wishes(), prompts)]

    fresh = ["open:W-1", "open:W-2", "open:W-3", "open:MY-1", "plan:2024-06-17"]
    assert keys(None) == fresh
    assert keys(_day(5) - timedelta(days=28)) == fresh
    assert keys(_day(5) - timedelta(days=27)) == [key for key in fresh if key != "open:MY-1"]


@pytest.mark.parametrize(
    ("reviews", "focus", "asked"),
    [(2, True, False), (3, True, True), (4, True, False), (7, True, True), (3, False, False)],
)
def test_every_fourth_review_asks_about_the_focus(reviews: int, focus: bool, asked: bool) -> None:
    wishes = Wishes(focus=("candour",) if focus else ())

    questions = review(WEEK, _day(5), Facts(reviews=reviews), wishes, PROMPTS)

    assert (questions[-1].kind == "stays") == asked


def test_a_review_that_goes_on_asks_the_same_questions() -> None:
    chosen = review(WEEK, _day(5), Facts(reviews=3), Wishes(focus=("trust",)), PROMPTS)
    stored = [(one.key, one.prompt) for one in chosen]

    assert recalled_in_review(stored, WEEK, _day(6), Facts(), PROMPTS) == chosen
    on_wednesday = recalled_in_review(stored, WEEK, _day(10), Facts(), PROMPTS)
    plan = next(one for one in on_wednesday if one and one.kind == "plan")
    assert (plan.key, plan.for_day) == ("plan:2024-06-17", _day(11))
    gone = [("talk:T", "W-4"), ("open:GONE", "GONE"), ("week:2024-W24", None)]
    assert recalled_in_review(gone, WEEK, _day(6), Facts(), PROMPTS) == (None, None, None)


def test_weeks_are_rounded_and_never_none() -> None:
    days = [
        (since, weeks_on(_day(1), _day(1) + timedelta(days=since))) for since in (0, 24, 25, 39)
    ]
    assert days == [(0, 1), (24, 3), (25, 4), (39, 6)]
