"""Balance: where the days lay between "on my own" and "together", and how that fitted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from collab.domain.ratings import Fit, Rating
from collab.domain.reports.phrases import counted
from collab.domain.reports.report import Balance, Line
from collab.domain.reports.usual import NOTHING_TO_SAY, NOW_NEEDED, comparison, thickness
from collab.domain.reports.window import Window
from collab.domain.trends import mean, shift, signed

DAYS_NEEDED = 3
BAND = Fraction(1, 2)
MIDDLE = 3
MATCHED_RATINGS_NEEDED = 3


def balance_of(window: Window) -> Balance:
    """The balance of the period. A day with many ratings weighs no more than another."""
    given = {key: rating for key, rating in window.ratings.items() if window.is_now(key[0])}
    rated = {key: rating for key, rating in given.items() if rating.is_number()}
    waited = {day for (day, _), rating in given.items() if rating.value == "W"}
    days = len({day for day, _ in rated})
    position = _position(rated) if days >= DAYS_NEEDED else None
    fits = Counter(rating.fit for rating in rated.values())

    says = [Line("this week", _this_week(position, len(rated), days))]
    if position is not None:
        says.append(Line("position", _band(position)))
    if rated:
        says.append(Line("fit", _fit(fits, len(rated))))
    if waited:
        says.append(Line("waited", f"{counted(len(waited), 'day')} (waited or gave way)"))
    says.append(Line("compared", _compared(window) if rated else NOTHING_TO_SAY))
    return Balance(
        position=None if position is None else float(position),
        ratings=len(rated),
        days=days,
        waited_days=len(waited),
        fit_well=fits["well"],
        fit_partly=fits["partly"],
        fit_other=fits["other"],
        says=tuple(says),
    )


def _position(rated: Mapping[tuple[date, str], Rating]) -> Fraction:
    """The mean of the days' positions, each the mean of the day's ratings less the middle."""
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for (day, _), rating in rated.items():
        by_day[day].append(int(rating.value))
    return mean([mean(values) - MIDDLE for values in by_day.values()])


def _this_week(position: Fraction | None, ratings: int, days: int) -> str:
    if ratings == 0:
        return "no ratings"
    if position is None:
        on_days = f"{counted(ratings, 'rating')} on {counted(days, 'day')}"
        return f"{on_days}; {DAYS_NEEDED} days needed for a balance"
    return (
        f"{signed(position)} on the line -2 (on my own) to +2 (together);"
        f" {counted(ratings, 'rating')} on {counted(days, 'day')}"
    )


def _band(position: Fraction) -> str:
    if position <= -BAND:
        return "nearer 'on my own'"
    return "nearer 'together'" if position >= BAND else "around the middle"


def _fit(fits: Counter[Fit | None], ratings: int) -> str:
    well, partly, other = fits["well"], fits["partly"], fits["other"]
    return (
        f"suited well {well}, partly {partly}, would choose another way {other}"
        f" ({well + partly + other} of {ratings} answered)"
    )


def _compared(window: Window) -> str:
    matched = _matched_days(window)
    usual = thickness(window, matched)
    now = [value for day, value in matched.items() if window.is_now(day)]
    if not usual.is_enough():
        return usual.not_yet("rated day")
    if len(now) < NOW_NEEDED:
        return f"too few to compare ({len(now)} of {NOW_NEEDED} days needed)"
    before = [value for day, value in matched.items() if window.is_usual(day)]
    return comparison(shift(before, now), "nearer 'together' than", "nearer 'on my own' than")


def _matched_days(window: Window) -> dict[date, Fraction]:
    """For each day the mean of its ratings, each less the usual mean of its own theme.

    Without this a week in which other themes were rated would look like a change. Themes
    with fewer than three ratings in the baseline have no usual mean and stand aside.
    """
    by_day: defaultdict[date, list[Fraction]] = defaultdict(list)
    for theme in {theme for _, theme in window.ratings}:
        numbers = window.numbers(theme)
        before = [value for day, value in numbers.items() if window.is_usual(day)]
        if len(before) >= MATCHED_RATINGS_NEEDED:
            usual = mean(before)
            for day, value in numbers.items():
                if window.is_usual(day) or window.is_now(day):
                    by_day[day].append(value - usual)
    return {day: mean(values) for day, values in by_day.items()}
