"""When a day ends and a week begins."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from collab.domain.days import day_of, days_from, first_of_week
from collab.errors import BeyondCalendar


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param(datetime(2024, 6, 12, 3, 59, 59), date(2024, 6, 11), id="night owl"),
        pytest.param(datetime(2024, 6, 12, 4, 0), date(2024, 6, 12), id="the day begins"),
        pytest.param(datetime(2024, 6, 12, 23, 59), date(2024, 6, 12), id="before midnight"),
        pytest.param(datetime(2026, 1, 1, 1, 30), date(2025, 12, 31), id="new year's night"),
        pytest.param(datetime(2024, 3, 1, 0, 0), date(2024, 2, 29), id="after the leap day"),
    ],
)
def test_a_day_lasts_until_its_own_end_and_not_until_midnight(now: datetime, day: date) -> None:
    assert day_of(now, time(4)) == day


def test_a_day_that_ends_at_midnight_is_the_calendar_day() -> None:
    assert day_of(datetime(2024, 6, 12, 0, 0), time(0)) == date(2024, 6, 12)


@pytest.mark.parametrize(
    ("starts_on", "first"),
    [(0, "2024-06-10"), (2, "2024-06-12"), (3, "2024-06-06"), (6, "2024-06-09")],
    ids=["Monday", "Wednesday itself", "Thursday", "Sunday"],
)
def test_a_week_begins_on_the_day_that_was_set(starts_on: int, first: str) -> None:
    assert first_of_week(date(2024, 6, 12), starts_on).isoformat() == first


def test_a_week_that_begins_before_the_calendar_is_refused() -> None:
    with pytest.raises(BeyondCalendar):
        first_of_week(date.min, 6)


def test_a_night_before_the_first_day_is_refused() -> None:
    with pytest.raises(BeyondCalendar):
        day_of(datetime(1, 1, 1, 1, 0), time(4))


@pytest.mark.parametrize("count", [10**12, -(10**12), 10**6 * 4])
def test_a_day_too_far_away_is_refused(count: int) -> None:
    with pytest.raises(BeyondCalendar):
        days_from(date(2024, 6, 12), count)
