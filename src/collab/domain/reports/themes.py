"""The themes: what was rated, against the writer's usual, and over eight weeks.

In a longer period the weeks are judged one by one, each as in its own report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.frozen import frozen
from collab.domain.reports.phrases import counted, of_days, of_period
from collab.domain.reports.report import Line, Says, ThemeFigures, WeekMean
from collab.domain.reports.usual import NOW_NEEDED, Thickness, comparison, thickness
from collab.domain.reports.verdicts import UNSAID, Verdict, Words, week_by_week
from collab.domain.reports.window import WEEK_DAYS, Window
from collab.domain.theme_ids import THEME_NAMES
from collab.domain.trends import FEWEST_WEEKS, mean, shift, shown, signed, trend

if TYPE_CHECKING:
    from collab.domain.ratings import Rating, Value
    from collab.domain.reports.weeks import WeekOfPeriod

MEAN_NEEDED = 3
"""Ratings in a week from which on it has a mean and counts as a rated week."""

_DIRECTIONS = {1: "rising", -1: "falling", 0: "no clear direction"}
_WEEKS_COMPARED = Words(
    up="higher than your usual",
    down="lower",
    unclear="no clear difference",
    too_few="too few ratings",
)
_WEEKS_DIRECTED = Words(
    up=_DIRECTIONS[1],
    down=_DIRECTIONS[-1],
    unclear=_DIRECTIONS[0],
    too_few="too few rated weeks",
)

_Numbers = Mapping[date, int]
"""A theme's comparable ratings from 1 to 5, by day."""


@frozen
class _Told:
    """What is told of a theme besides the period's own figures."""

    weeks: tuple[WeekMean, ...]
    has_usual: bool
    says: Says


def themes_of(window: Window, weeks: Sequence[WeekOfPeriod]) -> tuple[ThemeFigures, ...]:
    """The themes with any rating in the period or the 28 days before, in their order.

    `weeks`: those of a period longer than a week.
    """
    return tuple(
        _figures(window, theme, weeks) for theme in THEME_NAMES if _is_shown(window, theme)
    )


def _is_shown(window: Window, theme: str) -> bool:
    return any(
        rated == theme and (window.is_now(day) or window.is_usual(day))
        for day, rated in window.ratings
    )


def _figures(window: Window, theme: str, weeks: Sequence[WeekOfPeriod]) -> ThemeFigures:
    ratings = {day: one for day, one in window.rated(theme).items() if window.is_now(day)}
    numbers = window.numbers(theme)
    now = _now(window, numbers)
    told = _of_a_week(window, numbers) if window.is_week() else _of_weeks(theme, numbers, weeks)
    no_occasion = sum(rating.value == 0 for rating in ratings.values())
    waited = sum(rating.value == "W" for rating in ratings.values())
    has_mean = _is_rated(now)
    return ThemeFigures(
        theme=theme,
        name=THEME_NAMES[theme],
        n=len(now),
        mean=float(mean(now)) if has_mean else None,
        low=min(now) if has_mean else None,
        high=max(now) if has_mean else None,
        no_occasion=no_occasion,
        waited=waited,
        days=_each_day(window, ratings),
        late_days=tuple(day for day, rating in ratings.items() if rating.late),
        weeks=told.weeks,
        has_usual=told.has_usual,
        says=(
            Line(of_period(window), _rated(now, of_days(window)) + _beside(no_occasion, waited)),
            *told.says,
        ),
    )


def _each_day(window: Window, ratings: Mapping[date, Rating]) -> tuple[Value | None, ...]:
    """What was given on each day of the period, which may be a hundred times as many."""
    first = window.period.first
    given: list[Value | None] = [None] * ((window.period.last - first).days + 1)
    for day, rating in ratings.items():
        given[(day - first).days] = rating.value
    return tuple(given)


def _of_a_week(window: Window, numbers: _Numbers) -> _Told:
    usual = thickness(window, numbers)
    before = [value for day, value in numbers.items() if window.is_usual(day)]
    return _Told(
        weeks=tuple(
            _week_mean(first, week)
            for first, week in zip(window.weeks(), _by_week(window, numbers), strict=True)
        ),
        has_usual=usual.is_enough(),
        says=(
            Line("usual", _usual(before, usual)),
            Line("compared", _compared(window, numbers).text),
            Line("8 weeks", _directed(window, numbers).text),
        ),
    )


def _of_weeks(theme: str, numbers: _Numbers, weeks: Sequence[WeekOfPeriod]) -> _Told:
    compared: list[tuple[str, Verdict]] = []
    directed: list[tuple[str, Verdict]] = []
    for week in weeks:
        if week.alone:
            # Not those of the period: the version of the scale is that of the week.
            of_week = week.alone.numbers(theme) if week.alone.ratings else {}
            compared.append((week.label, _compared(week.alone, of_week)))
            directed.append((week.label, _directed(week.alone, of_week)))
    return _Told(
        weeks=tuple(_week_means(numbers, weeks)),
        has_usual=any(verdict.direction is not None for _, verdict in compared),
        says=(
            *week_by_week("compared", compared, _WEEKS_COMPARED),
            *week_by_week("8 weeks", directed, _WEEKS_DIRECTED),
        ),
    )


def _now(window: Window, numbers: _Numbers) -> list[int]:
    return [value for day, value in numbers.items() if window.is_now(day)]


def _by_week(window: Window, numbers: _Numbers) -> tuple[tuple[int, ...], ...]:
    """A theme's numbers in each of the eight weeks, oldest first."""
    return tuple(
        tuple(value for day, value in numbers.items() if 0 <= (day - first).days < WEEK_DAYS)
        for first in window.weeks()
    )


def _week_means(numbers: _Numbers, weeks: Sequence[WeekOfPeriod]) -> Iterator[WeekMean]:
    """The mean of each week, of which most may hold nothing."""
    by_week = defaultdict(list)
    for day, value in numbers.items():
        by_week[bisect_right(weeks, day, key=lambda week: week.first) - 1].append(value)
    for number, week in enumerate(weeks):
        yield _week_mean(week.first, by_week.get(number, ()))


def _week_mean(first: date, week: Sequence[int]) -> WeekMean:
    return WeekMean(first=first, n=len(week), mean=float(mean(week)) if _is_rated(week) else None)


def _is_rated(week: Sequence[int]) -> bool:
    """Whether a week holds enough ratings for a mean."""
    return len(week) >= MEAN_NEEDED


def _rated(now: Sequence[int], of: str) -> str:
    if not now:
        return "no ratings"
    if not _is_rated(now):
        return f"{', '.join(map(str, now))} (n={len(now)}; {MEAN_NEEDED} needed for a mean)"
    return f"mean {shown(mean(now))}, range {min(now)}-{max(now)}, n={len(now)} of {of}"


def _beside(no_occasion: int, waited: int) -> str:
    """The days without a number; they are counted and never averaged."""
    text = f"; no occasion: {counted(no_occasion, 'day')}" if no_occasion else ""
    return text + (f"; waited or gave way: {counted(waited, 'day')}" if waited else "")


def _usual(before: Sequence[int], usual: Thickness) -> str:
    if not usual.is_enough():
        return usual.not_yet("rating")
    return f"mean {shown(mean(before))}, n={usual.count} over {counted(usual.weeks, 'week')}"


def _compared(window: Window, numbers: _Numbers) -> Verdict:
    """The week of `window` against the 28 days before it."""
    now = _now(window, numbers)
    if not now or not thickness(window, numbers).is_enough():
        return UNSAID
    if len(now) < NOW_NEEDED:
        too_few = f"too few to compare ({len(now)} of {NOW_NEEDED} needed)"
        return Verdict(direction=None, text=too_few)
    before = [value for day, value in numbers.items() if window.is_usual(day)]
    return comparison(shift(before, now), "higher than", "lower than")


def _directed(window: Window, numbers: _Numbers) -> Verdict:
    """Where the eight weeks lead that end with the week of `window`."""
    if not _is_rated(_now(window, numbers)):
        return UNSAID
    weeks = _by_week(window, numbers)
    points = [(number, mean(week)) for number, week in enumerate(weeks) if _is_rated(week)]
    if len(points) < FEWEST_WEEKS:
        not_yet = f"not yet ({counted(len(points), 'rated week')}; {FEWEST_WEEKS} needed)"
        return Verdict(direction=None, text=not_yet)
    found = trend(points)
    figures = (
        f"{counted(found.weeks, 'rated week')}, S={signed(found.s, 0)},"
        f" change {signed(found.change)}"
    )
    return Verdict(direction=found.direction, text=f"{_DIRECTIONS[found.direction]} ({figures})")
