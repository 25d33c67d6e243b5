"""Days, weeks and longer periods."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.periods import (
    Period,
    days_from_to,
    month_of,
    quarter_of,
    spoken,
    spoken_long,
    week_of,
    year_of,
)
from collab.errors import BackwardsPeriod, BeyondCalendar

# The calendar may hold its first and last weeks in part only; those are refused below.
whole_weeks = st.dates(date.min + timedelta(days=14), date.max - timedelta(days=14))
week_starts = st.integers(0, 6)


@pytest.mark.parametrize(
    ("day", "starts_on", "first", "label"),
    [
        pytest.param("2024-06-12", 0, "2024-06-10", "2024-W24", id="an ordinary Wednesday"),
        pytest.param("2024-06-10", 0, "2024-06-10", "2024-W24", id="its Monday"),
        pytest.param("2024-06-16", 0, "2024-06-10", "2024-W24", id="its Sunday"),
        pytest.param("2024-12-30", 0, "2024-12-30", "2025-W01", id="December in next year's week"),
        pytest.param("2020-12-31", 0, "2020-12-28", "2020-W53", id="week 53 in December"),
        pytest.param("2021-01-03", 0, "2020-12-28", "2020-W53", id="week 53 in January"),
        pytest.param("2026-12-31", 0, "2026-12-28", "2026-W53", id="week 53 of 2026"),
        pytest.param("2027-01-03", 0, "2026-12-28", "2026-W53", id="week 53 of 2026, Sunday"),
        pytest.param("2027-01-04", 0, "2027-01-04", "2027-W01", id="the day after week 53"),
        pytest.param("2024-06-16", 6, "2024-06-16", "2024-W25", id="Sunday begins its own week"),
        pytest.param("2024-06-15", 6, "2024-06-09", "2024-W24", id="Saturday ends a Sunday week"),
        pytest.param("2021-01-03", 6, "2021-01-03", "2021-W01", id="a Sunday week of January"),
        pytest.param("2024-06-13", 3, "2024-06-13", "2024-W24", id="a week from Thursday on"),
        pytest.param("2024-06-13", 4, "2024-06-07", "2024-W24", id="a week up to Thursday"),
        pytest.param("0005-06-12", 0, "0005-06-06", "0005-W23", id="an early year has four digits"),
    ],
)
def test_a_week_begins_on_its_day_and_is_named_after_the_iso_week_it_mostly_covers(
    day: str, starts_on: int, first: str, label: str
) -> None:
    week = week_of(date.fromisoformat(day), starts_on)
    assert (week.kind, week.first.isoformat(), week.label) == ("week", first, label)


@given(whole_weeks, week_starts)
def test_a_week_has_seven_days_in_a_row_and_holds_the_day(day: date, starts_on: int) -> None:
    week = week_of(day, starts_on)
    days = week.days()
    assert len(days) == 7
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    assert (days[0], days[-1]) == (week.first, week.last)
    assert week.first.weekday() == starts_on
    assert day in week


@given(whole_weeks, week_starts)
def test_each_day_lies_in_exactly_one_week(day: date, starts_on: int) -> None:
    week = week_of(day, starts_on)
    before = week_of(week.first - timedelta(days=1), starts_on)
    after = week_of(week.last + timedelta(days=1), starts_on)
    assert all(week_of(each, starts_on) == week for each in week.days())
    assert before.last < week.first <= week.last < after.first
    assert len({before.label, week.label, after.label}) == 3


@pytest.mark.parametrize("starts_on", range(7))
def test_the_weeks_of_four_hundred_years_follow_each_other_without_gap(starts_on: int) -> None:
    week = week_of(date(1900, 1, 1), starts_on)
    labels = [week.label]
    while week.last.year < 2300:
        following = week_of(week.last + timedelta(days=1), starts_on)
        assert following.first - week.last == timedelta(days=1)
        week = following
        labels.append(week.label)
    assert labels == sorted(set(labels))


@pytest.mark.parametrize(
    ("day", "starts_on"),
    [
        pytest.param(date.min, 6, id="the first day, Sunday weeks"),
        pytest.param(date.max, 0, id="the last day, Monday weeks"),
        pytest.param(date.max, 6, id="the last day, Sunday weeks"),
    ],
)
def test_a_week_that_leaves_the_calendar_is_refused(day: date, starts_on: int) -> None:
    with pytest.raises(BeyondCalendar):
        week_of(day, starts_on)


def test_the_first_monday_week_of_the_calendar_is_whole() -> None:
    assert week_of(date.min).label == "0001-W01"


@pytest.mark.parametrize(
    ("period_of", "day", "label", "first", "last"),
    [
        (month_of, "2024-06-30", "2024-06", "2024-06-01", "2024-06-30"),
        (month_of, "2024-02-01", "2024-02", "2024-02-01", "2024-02-29"),
        (month_of, "2100-02-09", "2100-02", "2100-02-01", "2100-02-28"),
        (month_of, "0001-01-01", "0001-01", "0001-01-01", "0001-01-31"),
        (month_of, "9999-12-31", "9999-12", "9999-12-01", "9999-12-31"),
        (quarter_of, "2024-01-01", "2024-Q1", "2024-01-01", "2024-03-31"),
        (quarter_of, "2024-06-30", "2024-Q2", "2024-04-01", "2024-06-30"),
        (quarter_of, "2024-08-05", "2024-Q3", "2024-07-01", "2024-09-30"),
        (quarter_of, "9999-12-31", "9999-Q4", "9999-10-01", "9999-12-31"),
        (year_of, "2024-06-12", "2024", "2024-01-01", "2024-12-31"),
        (year_of, "0005-06-12", "0005", "0005-01-01", "0005-12-31"),
    ],
    ids=lambda part: part.__name__ if callable(part) else part,
)
def test_a_longer_period_has_its_label_and_its_ends(
    period_of: Callable[[date], Period], day: str, label: str, first: str, last: str
) -> None:
    period = period_of(date.fromisoformat(day))
    assert (period.label, period.first.isoformat(), period.last.isoformat()) == (label, first, last)


@pytest.mark.parametrize("last", ["2024-06-10", "2024-06-01"], ids=["ten days", "one day"])
def test_any_days_in_a_row_are_a_period(last: str) -> None:
    period = days_from_to(date(2024, 6, 1), date.fromisoformat(last))
    assert (period.kind, period.label) == ("days", f"2024-06-01 to {last}")
    assert period.days()[-1].isoformat() == last


@given(st.dates())
def test_every_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    month, quarter, year = month_of(day), quarter_of(day), year_of(day)
    assert day in month
    assert month.first in quarter
    assert month.last in quarter
    assert quarter.first in year
    assert quarter.last in year
    assert len(month.days()) in (28, 29, 30, 31)
    assert len(year.days()) in (365, 366)


def test_the_quarters_of_a_year_are_the_year() -> None:
    quarters = [quarter_of(date(2024, month, 15)) for month in (2, 5, 8, 11)]
    assert sum((quarter.days() for quarter in quarters), ()) == year_of(date(2024, 1, 1)).days()


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BackwardsPeriod, match="2024-06-10 to 2024-06-01"):
        days_from_to(date(2024, 6, 10), date(2024, 6, 1))


def test_days_are_said_in_english_whatever_the_locale() -> None:
    assert spoken(date(2024, 6, 19)) == "Wed 19 June"
    assert spoken(date(2024, 3, 1)) == "Fri 1 March"
    assert spoken_long(date(2024, 6, 12)) == "Wednesday 12 June 2024"
