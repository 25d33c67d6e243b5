"""Days, weeks and longer periods, and what they are called.

How people type them is read in `typed_days`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from collab.domain.days import days_from, every_day, first_of_week
from collab.domain.frozen import frozen
from collab.errors import BackwardsPeriod

Length = Literal["week", "month", "quarter", "year"]
PeriodKind = Literal["week", "month", "quarter", "year", "days"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@frozen
class Period:
    """A run of days, `first` and `last` included. `label` names it, such as "2024-W24"."""

    kind: PeriodKind
    first: date
    last: date
    label: str

    def days(self) -> tuple[date, ...]:
        """Every day of the period in order."""
        return every_day(self.first, self.last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def week_of(day: date, week_starts_on: int = 0) -> Period:
    """The week that holds `day`; `week_starts_on` counts from 0 Monday to 6 Sunday.

    The label is the ISO week of its middle day, so that a week that starts on another day
    than Monday is named after the ISO week it mostly covers. The year in it is the ISO
    year, which is not the calendar year of every day: 2024-12-30 lies in 2025-W01,
    2021-01-03 in 2020-W53.

    Raises `BeyondCalendar` for a week that the years 1 to 9999 hold in part only.
    """
    first = first_of_week(day, week_starts_on)
    return Period(
        kind="week",
        first=first,
        last=days_from(first, 6),
        label=label_of_week(day, week_starts_on),
    )


def label_of_week(day: date, week_starts_on: int = 0) -> str:
    """What `week_of` calls the week that holds `day`, also one the calendar holds in part."""
    middle = day.toordinal() - (day.weekday() - week_starts_on) % 7 + 3
    year, number, _ = date.fromordinal(min(max(middle, 1), date.max.toordinal())).isocalendar()
    return f"{year:04}-W{number:02}"


def month_of(day: date) -> Period:
    """The calendar month that holds `day`, labelled such as "2024-06"."""
    first = day.replace(day=1)
    last = _month_end(day.year, day.month)
    return Period(kind="month", first=first, last=last, label=day.isoformat()[:7])


def quarter_of(day: date) -> Period:
    """The quarter of the calendar year that holds `day`, labelled such as "2024-Q2"."""
    number = (day.month + 2) // 3
    first = date(day.year, number * 3 - 2, 1)
    last = _month_end(day.year, number * 3)
    return Period(kind="quarter", first=first, last=last, label=f"{day.year:04}-Q{number}")


def year_of(day: date) -> Period:
    """The calendar year that holds `day`, labelled such as "2024"."""
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return Period(kind="year", first=first, last=last, label=f"{day.year:04}")


def period_around(day: date, week_starts_on: int, length: Length) -> Period:
    """The week, or the longer period, that holds `day`. Raises what `week_of` raises."""
    if length == "week":
        return week_of(day, week_starts_on)
    return {"month": month_of, "quarter": quarter_of, "year": year_of}[length](day)


def days_from_to(first: date, last: date) -> Period:
    """The days from `first` to `last`, labelled such as "2024-06-01 to 2024-06-10".

    Raises `BackwardsPeriod` if `last` lies before `first`.
    """
    if last < first:
        raise BackwardsPeriod(first.isoformat(), last.isoformat())
    return Period(kind="days", first=first, last=last, label=f"{first} to {last}")


def spoken(day: date) -> str:
    """The day as people say it when the year is clear: "Wed 19 June". English everywhere."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def spoken_with_year(day: date) -> str:
    """The day as people say it in short: "Wed 19 June 2024". English everywhere."""
    return f"{spoken(day)} {day.year:04}"


def said_day(day: date, today: date) -> str:
    """The day as people say it, with the year where it is another one than today's."""
    return spoken(day) if day.year == today.year else spoken_with_year(day)


def spoken_long(day: date) -> str:
    """The day as people say it in full: "Wednesday 12 June 2024". English everywhere."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year:04}"


def spoken_week(first: date) -> str:
    """The week that begins on `first`: "week of 10 June 2024". English everywhere."""
    return f"week of {first.day} {MONTHS[first.month - 1]} {first.year:04}"


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
