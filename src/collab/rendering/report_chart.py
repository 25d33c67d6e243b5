"""What every picture of a theme's weeks shares: where a mean stands, and which week is a gap.

A chart has all four rows of the scale, whatever its values, so that a small change looks
small. Each mean is printed at its height, and no line joins the weeks: a line would claim
what lies between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor

from collab.domain.frozen import frozen
from collab.domain.reports.report import WeekMean
from collab.domain.trends import FEWEST_WEEKS

ROWS = ("4-5", "3-4", "2-3", "1-2")
"""The rows of a chart from its top, each by the whole numbers it lies between."""

_TOP = 4


@frozen
class Column:
    """One week of a chart: the number ISO 8601 gives it, how many ratings it has, their
    unrounded mean and its row in `ROWS`. Mean and row are None in a gap, a week with too
    few ratings for a mean."""

    first: date
    week: int
    n: int
    mean: float | None
    row: int | None


def has_chart(weeks: Sequence[WeekMean]) -> bool:
    """Whether so many weeks have a mean that a chart may be drawn: five."""
    return sum(week.mean is not None for week in weeks) >= FEWEST_WEEKS


def columns_of(weeks: Sequence[WeekMean]) -> tuple[Column, ...]:
    """The weeks in their order, one column each. The first may begin within its week."""
    starts_on = weeks[-1].first.weekday() if len(weeks) > 1 else 0
    return tuple(
        Column(
            first=week.first,
            week=week_number(week.first, starts_on),
            n=week.n,
            mean=week.mean,
            row=None if week.mean is None else row_of(week.mean),
        )
        for week in weeks
    )


def row_of(mean: float) -> int:
    """The row of a mean from 1 to 5, unrounded: what lies on a limit is in the row above.

    Thus 3 stands in "3-4", and 5, above which there is none, in "4-5".
    """
    return max(_TOP - floor(mean), 0)


def week_number(day: date, week_starts_on: int = 0) -> int:
    """The number of the ISO week that holds the middle of the day's week."""
    into_the_week = (day.weekday() - week_starts_on) % 7
    return (day + timedelta(days=3 - into_the_week)).isocalendar().week
