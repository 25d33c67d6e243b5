"""Balance: where the days lay between "on my own" and "together", and how that fitted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from collab.domain.ratings import Fit, Rating
from collab.domain.reports.phrases import counted, of_period
from collab.domain.reports.report import Balance, Line
from collab.domain.reports.usual import NOW_NEEDED, comparison, thickness
from collab.domain.reports.verdicts import UNSAID, Verdict, Words, week_by_week
from collab.domain.reports.window import Window
from collab.domain.trends import mean, shift, signed

if TYPE_CHECKING:
    from collab.domain.reports.weeks import WeekOfPeriod

DAYS_NEEDED = 3
BAND = Fraction(1, 2)
MIDDLE = 3
MATCHED_RATINGS_NEEDED = 3

_TOGETHER, _ON_MY_OWN = "nearer 'together'", "nearer 'on my own'"
_WEEKS_COMPARED = Words(
    up=f"{_TOGETHER} than your usual",
    down=f"{_ON_MY_OWN} than your usual",
    unclear="no clear difference",
    too_few="too few ratings",
)


def balance_of(window: Window, weeks: Sequence[WeekOfPeriod]) -> Balance:
    """The balance of the period. A day with many ratings weighs no more than another.

    `weeks`: those of a period longer than a week.
    """
    given = {key: rating for key, rating in window.ratings.items() if window.is_now(key[0])}
    rated = {key: rating for key, rating in given.items() if rating.is_number()}
    waited = {day for (day, _), rating in given.items() if rating.value == "W"}
    by_line = None
    if not window.is_week():
        from collab.domain.reports.fit_by_line import fit_by_line, said_by_line

        by_line = fit_by_line(rated.values())
    days = len({day for day, _ in rated})
    position = _position(rated) if days >= DAYS_NEEDED else None
    fits = Counter(rating.fit for rating in rated.values())

    says = [Line(of_period(window), _of_period(position, len(rated), days))]
    if position is not None:
        says.append(Line("position", _band(position)))
    if rated:
        says.append(Line("fit", _fit(fits, len(rated))))
    if by_line:
        says.append(said_by_line(by_line))
    if waited:
        says.append(Line("waited", f"{counted(len(waited), 'day')} (waited or gave way)"))
    says += [Line("compared", _compared(window).text)] if window.is_week() else _by_week(weeks)
    return Balance(
        position=None if position is None else float(position),
        ratings=len(rated),
        days=days,
        waited_days=len(waited),
        fit_well=fits["well"],
        fit_partly=fits["partly"],
        fit_other=fits["other"],
        fit_by_line=by_line,
        says=tuple(says),
    )


def _position(rated: Mapping[tuple[date, str], Rating]) -> Fraction:
    """The mean of the days' positions, each the mean of the day's ratings less the middle."""
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for (day, _), rating in rated.items():
        by_day[day].append(int(rating.value))
    return mean([mean(values) - MIDDLE for values in by_day.values()])


def _of_period(position: Fraction | None, ratings: int, days: int) -> str:
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
        return _ON_MY_OWN
    return _TOGETHER if position >= BAND else "around the middle"


def _fit(fits: Counter[Fit | None], ratings: int) -> str:
    well, partly, other = fits["well"], fits["partly"], fits["other"]
    return (
        f"suited well {well}, partly {partly}, would choose another way {other}"
        f" ({well + partly + other} of {ratings} answered)"
    )


def _by_week(weeks: Sequence[WeekOfPeriod]) -> Iterator[Line]:
    compared = [(week.label, _compared(week.alone)) for week in weeks if week.alone]
    return week_by_week("compared", compared, _WEEKS_COMPARED)


def _compared(window: Window) -> Verdict:
    """The week of `window` against the 28 days before it."""
    rated = any(one.is_number() for (day, _), one in window.ratings.items() if window.is_now(day))
    if not rated:
        return UNSAID
    matched = _matched_days(window)
    usual = thickness(window, matched)
    now = [value for day, value in matched.items() if window.is_now(day)]
    if not usual.is_enough():
        return Verdict(direction=None, text=usual.not_yet("rated day"))
    if len(now) < NOW_NEEDED:
        too_few = f"too few to compare ({len(now)} of {NOW_NEEDED} days needed)"
        return Verdict(direction=None, text=too_few)
    before = [value for day, value in matched.items() if window.is_usual(day)]
    return comparison(shift(before, now), f"{_TOGETHER} than", f"{_ON_MY_OWN} than")


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
