"""Reports of longer periods made by hand: a month, a quarter, and a year with empty weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from collab.domain.periods import MONTHS, Period, month_of, quarter_of, year_of
from collab.domain.reports.report import LineFit, Report, ThemeFigures, ThenAndNow, WeekMean
from tests.rendering.sample_reports import ORDINARY_WEEK, said, words

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


def weeks_of(period: Period, *figures: tuple[int, float | None]) -> tuple[WeekMean, ...]:
    """The weeks of a period from Monday on, with these ratings and means over and over."""
    weeks = []
    monday = period.first - timedelta(days=period.first.weekday())
    while monday <= period.last:
        n, mean = figures[len(weeks) % len(figures)]
        weeks.append(WeekMean(first=max(monday, period.first), n=n, mean=mean))
        monday += timedelta(weeks=1)
    return tuple(weeks)


def _theme(theme: ThemeFigures, period: Period, weeks: tuple[WeekMean, ...]) -> ThemeFigures:
    n, days = sum(week.n for week in weeks), len(period.days())
    return replace(
        theme,
        n=n,
        mean=3.1,
        low=1,
        high=5,
        days=(None,) * days,
        late_days=(),
        weeks=weeks,
        says=said(
            f"in all: mean 3.1, range 1-5, n={n} of {days} days; no occasion: 2 days",
            "compared: 4 whole weeks: higher than your usual 1, lower 0, no clear difference 2,"
            " too few ratings 1",
            "10 June: higher than your usual (difference +1.0, NAP 0.88)",
            "8 weeks: 4 whole weeks: rising 0, falling 1, no clear direction 2, too few rated"
            " weeks 1",
            "17 June: falling (7 rated weeks, S=-13, change -0.9)",
        ),
    )


def _longer(period: Period, spread: str, *figures: tuple[int, float | None]) -> Report:
    days = len(period.days())
    return replace(
        ORDINARY_WEEK,
        period=period,
        as_of=period.last,
        head=replace(
            ORDINARY_WEEK.head,
            days_written=16,
            days=days,
            day_marks=("written",) * 16 + ("",) * (days - 16),
            says=said(f"written: on 16 of {days} days; 1 light evening", spread),
        ),
        plans=replace(
            ORDINARY_WEEK.plans,
            says=said("in all: done 9, partly 2, not done 1 (12 with an occasion; 3 without)"),
        ),
        balance=replace(
            ORDINARY_WEEK.balance,
            fit_by_line=FITS,
            says=said(
                "in all: +0.3 on the line -2 (on my own) to +2 (together); 78 ratings on 41 days",
                "position: around the middle",
                "fit: suited well 47, partly 21, would choose another way 10 (78 of 78 answered)",
                "by line: rated 1-2: suited well 20 of 35; 4-5: suited well 6 of 14",
                "waited: 3 days (waited or gave way)",
            ),
        ),
        themes=(_theme(ORDINARY_WEEK.themes[0], period, weeks_of(period, *figures)),),
        then_and_now=PAIR,
        review=tuple(
            replace(answer, week=monday)
            for monday in (date(2024, 6, 3), date(2024, 6, 10))
            for answer in ORDINARY_WEEK.review
        ),
        not_yet=(),
    )


_MEANS: tuple[tuple[int, float | None], ...] = (
    (2, None),
    (3, 7 / 3),
    (4, 2.75),
    (4, 3.5),
    (5, 4.2),
)

A_MONTH = _longer(month_of(date(2024, 6, 1)), "by week: 1 June: 1, 3 June: 5, 10 June: 5", *_MEANS)
A_MONTH = replace(
    A_MONTH,
    words=tuple(
        words(
            date(2024, 6, day),
            f"On {day} {MONTHS[5]} I asked @Bo first and wrote down what he needs.",
            starred=day == 14,
        )
        for day in (1, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20, 24)
    ),
)
A_QUARTER = _longer(
    quarter_of(date(2024, 6, 1)),
    "by week: 1 April: 5, 8 April: 4, 15 April: 5, 22 April: 6, 29 April: 3, 6 May: 4, 13 May: 5",
    *_MEANS,
)
A_YEAR = _longer(
    year_of(date(2024, 6, 1)),
    "by month: Jan: 12, Feb: 9, Mar: 14, Apr: 11, May: 14",
    *_MEANS,
    (0, None),
)
A_YEAR = replace(A_YEAR, words=tuple(replace(day, starred=False) for day in A_YEAR.words))
