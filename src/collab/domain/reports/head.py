"""How much was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from collab.domain.periods import MONTHS
from collab.domain.reports.phrases import counted, of_days
from collab.domain.reports.report import Head, Line
from collab.domain.reports.window import Window

if TYPE_CHECKING:
    from collab.domain.reports.weeks import WeekOfPeriod

_Mark = Literal["written", "light", ""] | None

WEEKS_LISTED = 14
"""Up to so many weeks are listed one by one, a quarter's for instance; else the months are."""


def head_of(window: Window, weeks: Sequence[WeekOfPeriod]) -> Head:
    """Days, pages and light evenings of the period up to the as-of day.

    `weeks`: those of a period longer than a week.
    """
    written = window.written_days()
    light = sum(entry.light for entry in window.entries)
    text = f"on {len(written)} of {of_days(window)}"
    if light:
        text += f"; {counted(light, 'light evening')}"
    return Head(
        days_written=len(written),
        days=window.day_count(),
        entries=len(window.entries),
        light=light,
        day_marks=tuple(_marks(window)),
        says=(Line("written", text), *_spread(window, written, weeks)),
    )


def _marks(window: Window) -> Iterator[_Mark]:
    written = set(window.written_days())
    light = {entry.day for entry in window.entries if entry.light}
    for day in window.period.days():
        if day > window.as_of:
            yield None
        else:
            yield "light" if day in light else "written" if day in written else ""


def _spread(
    window: Window, written: Sequence[date], weeks: Sequence[WeekOfPeriod]
) -> Iterator[Line]:
    """How the written days of a longer period lie in it."""
    if 0 < len(weeks) <= WEEKS_LISTED:
        counts = (
            f"{week.label}: {sum(week.first <= day <= week.last for day in written)}"
            for week in weeks
        )
        yield Line("by week", ", ".join(counts))
    elif weeks:
        yield Line("by month", _by_month(window, written))


def _by_month(window: Window, written: Sequence[date]) -> str:
    """Such as "Jan: 12, Feb: 9"; with their years, "Jan 2024: 12", where there are several.

    More than a year of empty months is told in one: "Jan 2020 to Mar 2024: 0".
    """
    n = Counter((day.year, day.month) for day in written)
    months = list(_months(window))
    has_years = months[0][0] != months[-1][0]

    def name(year: int, month: int) -> str:
        return MONTHS[month - 1][:3] + (f" {year:04}" if has_years else "")

    told: list[str] = []
    for is_empty, some in groupby(months, lambda month: month not in n):
        run = list(some)
        if is_empty and len(run) > len(MONTHS):
            told.append(f"{name(*run[0])} to {name(*run[-1])}: 0")
        else:
            told += [f"{name(*month)}: {n[month]}" for month in run]
    return ", ".join(told)


def _months(window: Window) -> Iterator[tuple[int, int]]:
    """Each month of which a day counts."""
    first, last = window.period.first, window.as_of
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1
