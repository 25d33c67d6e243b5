"""The weeks of a period longer than a week.

A *whole week* lies in the period with all its days and is over. It has a window of its
own, through which the weekly rules see what they see in the report of that week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from collab.domain.days import every_day
from collab.domain.frozen import replace
from collab.domain.periods import MONTHS, label_of_week, week_of
from collab.domain.ratings import Rating
from collab.domain.reports.window import WEEK_DAYS, WEEKS_SHOWN, Window

_Ratings = Mapping[tuple[date, str], Rating]


class WeekOfPeriod(NamedTuple):
    """The days of one week that count: those in the period, up to the as-of day.

    `name` is the whole week's, such as "2024-W24", and `begin` its first day, which may lie
    before the period; `label` is the first day that counts, such as "10 June". `alone` is
    the window of the week's own report, None for a week in part.
    """

    name: str
    begin: date
    first: date
    last: date
    label: str
    alone: Window | None

    def days(self) -> tuple[date, ...]:
        """The days that count, one to seven."""
        return every_day(self.first, self.last)


def weeks_of(window: Window, week_starts_on: int) -> tuple[WeekOfPeriod, ...]:
    """Every week of which a day counts, the oldest first."""
    first, last = window.period.first, window.as_of.toordinal()
    rated = _ratings_by_week(window, week_starts_on)
    begins = range(_first_of_week(first, week_starts_on), last + 1, WEEK_DAYS)
    return tuple(_week(window, begin, week_starts_on, rated) for begin in begins)


def _week(
    window: Window, begin: int, week_starts_on: int, rated: Mapping[int, _Ratings]
) -> WeekOfPeriod:
    end = begin + WEEK_DAYS - 1
    first = max(date.fromordinal(max(begin, 1)), window.period.first)
    last = window.as_of if end > window.as_of.toordinal() else date.fromordinal(end)
    is_whole = (last - first).days == WEEK_DAYS - 1
    return WeekOfPeriod(
        name=label_of_week(first, week_starts_on),
        begin=date.fromordinal(max(begin, 1)),
        first=first,
        last=last,
        label=_label(first, with_year=_is_longer_than_a_year(window)),
        alone=_alone(window, first, rated) if is_whole else None,
    )


def _label(day: date, *, with_year: bool) -> str:
    text = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{text} {day.year:04}" if with_year else text


def _alone(window: Window, first: date, rated: Mapping[int, _Ratings]) -> Window:
    """The week from `first` on with the ratings of the eight weeks that end with it."""
    begin = first.toordinal()
    oldest = begin - (WEEKS_SHOWN - 1) * WEEK_DAYS
    week = week_of(first, first.weekday())
    return replace(
        window,
        period=week,
        as_of=week.last,
        entries=(),
        usual_entries=(),
        ratings={
            key: rating
            for monday in range(oldest, begin + 1, WEEK_DAYS)
            for key, rating in rated.get(monday, {}).items()
        },
    )


def _ratings_by_week(window: Window, week_starts_on: int) -> Mapping[int, _Ratings]:
    """The ratings of each week, by the number of its first day."""
    by_week: defaultdict[int, dict[tuple[date, str], Rating]] = defaultdict(dict)
    for (day, theme), rating in window.ratings.items():
        by_week[_first_of_week(day, week_starts_on)][day, theme] = rating
    return by_week


def _first_of_week(day: date, week_starts_on: int) -> int:
    """The number of its first day; under 1 where that lies before the year 1."""
    return day.toordinal() - (day.weekday() - week_starts_on) % WEEK_DAYS


def _is_longer_than_a_year(window: Window) -> bool:
    """Whether one day of a year can lie in the period twice."""
    first, last = window.period.first, window.as_of
    return (last.year - 1, last.month, last.day) >= (first.year, first.month, first.day)
