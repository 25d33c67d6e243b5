"""The themes: what was rated, against the writer's usual, and over eight weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from collab.domain.reports.phrases import counted, of_days
from collab.domain.reports.report import Line, ThemeFigures, WeekMean
from collab.domain.reports.usual import (
    NOTHING_TO_SAY,
    NOW_NEEDED,
    Thickness,
    comparison,
    thickness,
)
from collab.domain.reports.window import WEEK_DAYS, Window
from collab.domain.theme_ids import THEME_NAMES
from collab.domain.trends import FEWEST_WEEKS, mean, shift, shown, signed, trend

MEAN_NEEDED = 3
"""Ratings in a week from which on it has a mean and counts as a rated week."""

_DIRECTIONS = {1: "rising", -1: "falling", 0: "no clear direction"}


def themes_of(window: Window) -> tuple[ThemeFigures, ...]:
    """The themes with any rating in the period or the 28 days before, in their order."""
    return tuple(_figures(window, theme) for theme in THEME_NAMES if _is_shown(window, theme))


def by_week(window: Window, numbers: Mapping[date, int]) -> tuple[tuple[int, ...], ...]:
    """A theme's numbers in each of the eight weeks, oldest first."""
    return tuple(
        tuple(value for day, value in numbers.items() if 0 <= (day - first).days < WEEK_DAYS)
        for first in window.weeks()
    )


def is_rated(week: Sequence[int]) -> bool:
    """Whether a week holds enough ratings for a mean."""
    return len(week) >= MEAN_NEEDED


def _is_shown(window: Window, theme: str) -> bool:
    return any(
        rated == theme and (window.is_now(day) or window.is_usual(day))
        for day, rated in window.ratings
    )


def _figures(window: Window, theme: str) -> ThemeFigures:
    ratings = {day: one for day, one in window.rated(theme).items() if window.is_now(day)}
    numbers = window.numbers(theme)
    now = [value for day, value in numbers.items() if window.is_now(day)]
    before = [value for day, value in numbers.items() if window.is_usual(day)]
    weeks = by_week(window, numbers)
    usual = thickness(window, numbers)
    no_occasion = sum(rating.value == 0 for rating in ratings.values())
    waited = sum(rating.value == "W" for rating in ratings.values())
    has_mean = is_rated(now)
    return ThemeFigures(
        theme=theme,
        name=THEME_NAMES[theme],
        n=len(now),
        mean=float(mean(now)) if has_mean else None,
        low=min(now) if has_mean else None,
        high=max(now) if has_mean else None,
        no_occasion=no_occasion,
        waited=waited,
        days=tuple(ratings[day].value if day in ratings else None for day in window.period.days()),
        late_days=tuple(day for day, rating in ratings.items() if rating.late),
        weeks=tuple(
            WeekMean(first=first, n=len(week), mean=float(mean(week)) if is_rated(week) else None)
            for first, week in zip(window.weeks(), weeks, strict=True)
        ),
        has_usual=usual.is_enough(),
        says=(
            Line("this week", _this_week(now, of_days(window)) + _beside(no_occasion, waited)),
            Line("usual", _usual(before, usual)),
            Line("compared", _compared(before, now) if usual.is_enough() else NOTHING_TO_SAY),
            Line("8 weeks", _eight_weeks(weeks) if has_mean else NOTHING_TO_SAY),
        ),
    )


def _this_week(now: Sequence[int], of: str) -> str:
    if not now:
        return "no ratings"
    if not is_rated(now):
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


def _compared(before: Sequence[int], now: Sequence[int]) -> str:
    if not now:
        return NOTHING_TO_SAY
    if len(now) < NOW_NEEDED:
        return f"too few to compare ({len(now)} of {NOW_NEEDED} needed)"
    return comparison(shift(before, now), "higher than", "lower than")


def _eight_weeks(weeks: Sequence[Sequence[int]]) -> str:
    points = [(number, mean(week)) for number, week in enumerate(weeks) if is_rated(week)]
    if len(points) < FEWEST_WEEKS:
        return f"not yet ({counted(len(points), 'rated week')}; {FEWEST_WEEKS} needed)"
    found = trend(points)
    s = signed(found.s, 0)
    return (
        f"{_DIRECTIONS[found.direction]}"
        f" ({counted(found.weeks, 'rated week')}, S={s}, change {signed(found.change)})"
    )
