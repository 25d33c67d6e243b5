"""Reports of longer periods made by hand: a quarter, and a year with thin weeks in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from collab.domain.periods import Period, quarter_of, year_of
from collab.domain.reports.report import (
    LineFit,
    Report,
    ThemeFigures,
    ThenAndNow,
    WeekMean,
)
from tests.rendering.sample_reports import ORDINARY_WEEK, said

FITS = (
    LineFit(value=1, well=8, partly=2, other=1),
    LineFit(value=2, well=12, partly=9, other=3),
    LineFit(value=3, well=21, partly=6, other=2),
    LineFit(value=4, well=6, partly=4, other=4),
    LineFit(value=5, well=0, partly=0, other=0),
)
PAIR = ThenAndNow(
    question="Who had a say in a decision today, and at what point did they have it?",
    then_day=date(2024, 4, 17),
    then_text="Nobody. I told them at noon, and the list was closed by then.",
    now_day=date(2024, 6, 12),
    now_text="All six, before I had a view of my own.\n\nIt took the day. @Ana wrote the list.",
)


def _weeks(period: Period) -> tuple[WeekMean, ...]:
    """Every week of a period: means that wander from 1 to 5, and each sixth week thin."""
    weeks = []
    monday = period.first - timedelta(days=period.first.weekday())
    number = 0
    while monday <= period.last:
        thin = number % 6 == 4
        n, value = (number % 3, None) if thin else (3 + number % 5, 1 + (number * 7 % 17) / 4)
        weeks.append(WeekMean(first=max(monday, period.first), n=n, mean=value))
        monday += timedelta(weeks=1)
        number += 1
    return tuple(weeks)


def _theme(theme: ThemeFigures, period: Period) -> ThemeFigures:
    weeks = _weeks(period)
    n = sum(week.n for week in weeks)
    days = len(period.days())
    return replace(
        theme,
        n=n,
        mean=3.1,
        low=1,
        high=5,
        days=(None,) * days,
        weeks=weeks,
        says=said(
            f"in all: mean 3.1, range 1-5, n={n} of {days} days; no occasion: 2 days",
            "compared: 11 whole weeks: higher than your usual 1, lower 0, no clear difference 8,"
            " too few ratings 2",
            "10 June: higher than your usual (difference +1.0, NAP 0.88)",
            "8 weeks: 11 whole weeks: rising 0, falling 1, no clear direction 7, too few rated"
            " weeks 3",
            "17 June: falling (7 rated weeks, S=-13, change -0.9)",
        ),
    )


def _longer(period: Period, by: str) -> Report:
    days = len(period.days())
    return replace(
        ORDINARY_WEEK,
        period=period,
        as_of=period.last,
        head=replace(
            ORDINARY_WEEK.head,
            days_written=60,
            days=days,
            day_marks=("written",) * 60 + ("",) * (days - 60),
            says=said(f"written: on 60 of {days} days; 3 light evenings", by),
        ),
        balance=replace(
            ORDINARY_WEEK.balance,
            position=0.25,
            fit_by_line=FITS,
            says=said(
                "in all: +0.3 on the line -2 (on my own) to +2 (together); 78 ratings on 41 days",
                "position: around the middle",
                "fit: suited well 47, partly 21, would choose another way 10 (78 of 78 answered)",
                "by line: rated 1-2: suited well 20 of 35; 4-5: 6 of 14",
            ),
        ),
        themes=tuple(_theme(theme, period) for theme in ORDINARY_WEEK.themes[:2]),
        then_and_now=PAIR,
        not_yet=(),
    )


A_QUARTER = _longer(
    quarter_of(date(2024, 6, 1)), "by week: 1 April: 5, 8 April: 4, 15 April: 5, 22 April: 6"
)
A_YEAR = _longer(year_of(date(2024, 6, 1)), "by month: Jan: 12, Feb: 9, Mar: 14, Apr: 11, May: 14")
