"""The themes of a week."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collab.domain.periods import week_of
from tests.domain.reports.journals import Json, evening, rated, report_of, said, section

WEEKS = ["2024-04-22", "2024-04-29", "2024-05-06", "2024-05-13"]
WEEKS += ["2024-05-20", "2024-05-27", "2024-06-03", "2024-06-10"]


def weeks(*means: tuple[int, ...] | None, **more: Any) -> list[Json]:
    """Evenings that rate decide in each of the last weeks, this one being the last."""
    return [
        page
        for monday, values in zip(WEEKS[-len(means) :], means, strict=True)
        for offset, value in enumerate(values or ())
        for page in rated(
            "decide",
            date.fromordinal(date.fromisoformat(monday).toordinal() + offset).isoformat(),
            value=value,
            **more,
        )
    ]


def about(label: str, *entries: Json, today: date = date(2024, 7, 31)) -> str:
    report = report_of({"entries": list(entries)}, today=today)
    return str(said(section(report, "decide"), label))


def test_themes_stand_in_their_fixed_order_if_they_were_rated_within_five_weeks() -> None:
    entries = [
        *rated("trust", "2024-06-16"),
        *rated("purpose", "2024-05-13", value=0),
        *rated("decide", "2024-06-10", value="W"),
        *rated("enable", "2024-05-12"),
    ]
    themes = report_of({"entries": entries}).themes
    assert [theme.theme for theme in themes] == ["decide", "purpose", "trust"]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param((4,), "4 (n=1; 3 needed for a mean)", id="one"),
        pytest.param((4, 2), "4, 2 (n=2; 3 needed for a mean)", id="two in order of days"),
        pytest.param((1, 2, 2), "mean 1.7, range 1-2, n=3 of 7 days", id="three"),
        pytest.param(
            (1, 0, 0, "W", "W", "W"),
            "1 (n=1; 3 needed for a mean); no occasion: 2 days; waited or gave way: 3 days",
            id="days without a number",
        ),
        pytest.param(("W", "W"), "no ratings; waited or gave way: 2 days", id="waiting only"),
    ],
)
def test_what_is_said_of_this_week(values: tuple[Any, ...], text: str) -> None:
    assert about("this week", *weeks(values)) == text


def test_a_running_week_counts_the_days_so_far() -> None:
    entries = weeks((1, 2, 3, 4))
    assert about("this week", *entries, today=date(2024, 6, 12)) == (
        "mean 2.0, range 1-3, n=3 of 3 days so far"
    )


def test_the_figures_of_a_theme() -> None:
    entries = [
        *weeks((2, 2, 3), (1, 2), (4, "W", 0, 5, 4)),
        *rated("decide", "2024-06-15", value=3, late=True),
    ]
    (theme,) = report_of({"entries": entries}, today=date(2024, 6, 15)).themes
    assert theme.days == (4, "W", 0, 5, 4, 3, None)
    assert theme.late_days == (date(2024, 6, 15),)
    assert (theme.n, theme.mean, theme.low, theme.high) == (4, 4.0, 3, 5)
    assert (theme.no_occasion, theme.waited, theme.has_usual) == (1, 1, False)
    assert [(week.first.isoformat(), week.n) for week in theme.weeks] == list(
        zip(WEEKS, [0, 0, 0, 0, 0, 3, 2, 4], strict=True)
    )
    assert [week.mean for week in theme.weeks] == [None] * 5 + [pytest.approx(7 / 3), None, 4.0]


def test_under_three_ratings_there_is_no_mean_and_no_range() -> None:
    (theme,) = report_of({"entries": weeks((2, 4))}).themes
    assert (theme.n, theme.mean, theme.low, theme.high) == (2, None, None, None)


@pytest.mark.parametrize(
    ("means", "text"),
    [
        pytest.param(
            ((3,), (3, 3)), "not yet (1 rating in 1 week; 12 in 3 weeks needed)", id="one rating"
        ),
        pytest.param(
            ((3,) * 6, (3,) * 6, (3,)),
            "not yet (12 ratings in 2 weeks; 12 in 3 weeks needed)",
            id="twelve in two weeks",
        ),
        pytest.param(
            ((3,) * 4, (3,) * 4, (4,) * 4, (3,)), "mean 3.3, n=12 over 3 weeks", id="just enough"
        ),
        pytest.param(
            ((5,) * 7, (3,) * 4, (3,) * 4, (3,) * 4, None, (3,)),
            "mean 3.0, n=12 over 3 weeks",
            id="a fifth week back does not count",
        ),
        pytest.param(
            ((0,) * 4, ("W",) * 4, (3,) * 7, (3,)),
            "not yet (7 ratings in 1 week; 12 in 3 weeks needed)",
            id="numbers only",
        ),
    ],
)
def test_the_usual(means: tuple[tuple[int, ...] | None, ...], text: str) -> None:
    assert about("usual", *weeks(*means)) == text


USUAL = ((3,) * 4, (3,) * 4, (3,) * 4)


@pytest.mark.parametrize(
    ("now", "text"),
    [
        pytest.param(
            (5, 5, 5, 5), "higher than your usual (difference +2.0, NAP 1.00)", id="higher"
        ),
        pytest.param((1, 1, 1, 1), "lower than your usual (difference -2.0, NAP 0.00)", id="lower"),
        pytest.param(
            (2, 2, 3, 3),
            "no clear difference from your usual (difference -0.5, NAP 0.25)",
            id="NAP",
        ),
        pytest.param((5,), "too few to compare (1 of 4 needed)", id="too few"),
        pytest.param((0, "W"), "-", id="no number"),
    ],
)
def test_this_week_against_the_usual(now: tuple[Any, ...], text: str) -> None:
    assert about("compared", *weeks(*USUAL, now)) == text


@pytest.mark.parametrize(
    ("means", "text"),
    [
        pytest.param(
            ((1,) * 3, (2,) * 3, (3,) * 3, (4,) * 3, (5,) * 3),
            "rising (5 rated weeks, S=+10, change +4.0)",
            id="rising",
        ),
        pytest.param(
            ((3, 3, 3), (3, 3, 2), (3, 2, 2), (2, 2, 2), (2, 2, 1)),
            "falling (5 rated weeks, S=-10, change -1.3)",
            id="falling",
        ),
        pytest.param(
            ((3,) * 7, (3,) * 7, (3,) * 7, (3,) * 7, (3,) * 6 + (4,)),
            "no clear direction (5 rated weeks, S=+4, change 0.0)",
            id="nearly the same",
        ),
        pytest.param(
            ((1,) * 3, (2,) * 3, (3,) * 3, (4,) * 3, (5,)), "-", id="too few ratings this week"
        ),
        pytest.param(
            ((1,) * 3, (2,) * 3, (3,) * 3, (4,) * 2, (5,) * 3),
            "not yet (4 rated weeks; 5 needed)",
            id="a week of two is not rated",
        ),
    ],
)
def test_eight_weeks(means: tuple[tuple[int, ...], ...], text: str) -> None:
    assert about("8 weeks", *weeks(*means)) == text


def test_a_direction_over_all_eight_weeks() -> None:
    means = [(2, 2, n) for n in (1, 1, 2, 2, 3, 3, 4, 5)]
    assert about("8 weeks", *weeks(*means)) == "rising (8 rated weeks, S=+25, change +1.2)"


def test_ratings_on_another_version_of_the_scale_are_left_out() -> None:
    old = weeks((3,) * 4, (3,) * 4, (3,) * 4, (3,) * 4, None)
    new = weeks((5,) * 4, scale_version=2)
    assert about("usual", *old, *new) == "not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)"
    assert about("8 weeks", *old, *new) == "not yet (1 rated week; 5 needed)"


def test_the_version_of_the_latest_rating_counts() -> None:
    entries = [
        *rated("decide", "2024-06-10", value=1),
        *rated("decide", "2024-06-11", value=5, scale_version=2),
    ]
    assert about("this week", *entries) == "5 (n=1; 3 needed for a mean)"


def test_a_later_rating_of_the_same_day_replaces_the_earlier_one() -> None:
    first = {"theme": "decide", "value": 5, "rated_at": "2024-06-10T18:00:00+02:00"}
    again = {"theme": "decide", "value": 2, "rated_at": "2024-06-10T17:00:00+00:00"}
    assert about("this week", evening("2024-06-10", ratings=[again, first])) == (
        "2 (n=1; 3 needed for a mean)"
    )


def test_a_week_may_start_on_sunday() -> None:
    entries = rated("decide", "2024-06-09", "2024-06-15", "2024-06-16")
    report = report_of({"entries": entries}, period=week_of(date(2024, 6, 10), 6))
    assert [day is not None for day in report.themes[0].days] == [True] + [False] * 5 + [True]
