"""Instants come back as the writer's clock showed them, and sort by time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.storage.instants import from_columns, to_columns

offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=offsets)


def there_and_back(instant: datetime) -> datetime | None:
    return from_columns(*to_columns(instant))


@given(instants)
def test_instant_and_offset_come_back(instant: datetime) -> None:
    back = there_and_back(instant)
    assert back is not None
    assert (back, back.isoformat()) == (instant, instant.isoformat())


@given(instants, instants)
def test_the_text_sorts_by_time(one: datetime, other: datetime) -> None:
    texts = to_columns(one)[0], to_columns(other)[0]
    assert texts[0] is not None
    assert texts[1] is not None
    assert (texts[0] < texts[1]) == (one < other)


@pytest.mark.parametrize("part", [0, 1, 500_000, 999_999])
def test_parts_of_a_second_sort_after_the_second(part: int) -> None:
    second = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    texts = [to_columns(second + timedelta(microseconds=n))[0] for n in (0, part, 1_000_000)]
    assert texts == sorted(texts, key=str)


def test_the_hour_that_comes_twice_keeps_its_order() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    winter = summer.replace(fold=1)
    assert str(to_columns(summer)[0]) < str(to_columns(winter)[0])
    back = [there_and_back(one) for one in (summer, winter)]
    assert [str(one) for one in back] == ["2026-10-25 02:30:00+02:00", "2026-10-25 02:30:00+01:00"]


@pytest.mark.parametrize(
    "edge",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=-12))),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=14))),
    ],
    ids=str,
)
def test_the_ends_of_the_calendar_come_back(edge: datetime) -> None:
    assert str(there_and_back(edge)) == str(edge)


def test_nothing_stays_nothing() -> None:
    assert to_columns(None) == (None, None)
    assert from_columns(None, None) is None


def test_an_instant_without_offset_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="offset"):
        to_columns(datetime(2026, 11, 20))
