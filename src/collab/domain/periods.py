"""Days, weeks and longer periods, and the words people type for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

PeriodKind = Literal["week", "month", "quarter", "year", "days"]


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, `first` and `last` included. `label` names it, such as "2024-W24"."""

    kind: PeriodKind
    first: date
    last: date
    label: str

    def days(self) -> tuple[date, ...]:
        """Every day of the period in order."""
        return tuple(
            self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)
        )

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def day_of(now: datetime, day_ends_at: time) -> date:
    """The day that `now` (local wall-clock time) belongs to.

    Before `day_ends_at` it is still the day before.
    """
    return now.date() - timedelta(days=1) if now.time() < day_ends_at else now.date()


def week_of(day: date, week_starts_on: int = 0) -> Period:
    """The week that holds `day`; `week_starts_on` counts from 0 Monday to 6 Sunday.

    The label is the ISO week of the Thursday in it, so that a week that starts on
    another day than Monday is named after the ISO week it mostly covers.
    """
    first = day - timedelta(days=(day.weekday() - week_starts_on) % 7)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    year, number, _ = thursday.isocalendar()
    return Period("week", first, first + timedelta(days=6), f"{year}-W{number:02}")
