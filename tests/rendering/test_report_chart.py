"""Where a mean stands in a chart, and a balance on its line: what all faces share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.reports.report import LineFit, WeekMean
from collab.rendering.report_balance_line import is_around_the_middle, place_of
from collab.rendering.report_chart import ROWS, columns_of, has_chart, row_of, week_number
from collab.rendering.report_fits import in_words, signs_of, worth_of_a_sign


@pytest.mark.parametrize(
    ("mean", "row"),
    [
        (5.0, "4-5"),
        (4.0, "4-5"),
        (3.99, "3-4"),
        (3.0, "3-4"),
        (2.96, "2-3"),  # printed as 3.0, and yet below 3
        (2.0, "2-3"),
        (1.75, "1-2"),
        (1.0, "1-2"),
    ],
)
def test_a_mean_stands_in_the_row_it_lies_in_unrounded(mean: float, row: str) -> None:
    assert ROWS[row_of(mean)] == row


def weeks(*means: float | None, first: date = date(2024, 4, 22)) -> tuple[WeekMean, ...]:
    return tuple(
        WeekMean(first=first + timedelta(weeks=number), n=4 if mean else 2, mean=mean)
        for number, mean in enumerate(means)
    )


def test_a_chart_is_drawn_from_five_rated_weeks_on() -> None:
    assert has_chart(weeks(3.0, None, 3.0, 2.0, None, 2.0, None, 4.0))
    assert not has_chart(weeks(3.0, None, 3.0, 2.0, None, 2.0, None, None))


def test_a_week_without_a_mean_is_a_gap_with_its_n() -> None:
    gap = columns_of(weeks(3.0, None))[1]
    assert (gap.week, gap.n, gap.mean, gap.row) == (18, 2, None, None)


def test_weeks_bear_their_iso_numbers_over_the_end_of_a_year() -> None:
    numbers = [column.week for column in columns_of(weeks(*[3.0] * 4, first=date(2026, 12, 21)))]
    assert numbers == [52, 53, 1, 2]


def test_a_first_week_that_begins_late_bears_the_number_of_its_whole_week() -> None:
    """The period begins on Sunday 9 June, the last day of ISO week 23."""
    begun = (
        WeekMean(first=date(2024, 6, 9), n=1, mean=None),
        WeekMean(first=date(2024, 6, 10), n=4, mean=3.0),
    )
    assert [column.week for column in columns_of(begun)] == [23, 24]


def test_a_week_from_sunday_on_is_named_after_the_iso_week_it_mostly_covers() -> None:
    assert week_number(date(2024, 6, 9), week_starts_on=6) == 24
    assert week_number(date(2024, 6, 15), week_starts_on=6) == 24


@pytest.mark.parametrize(
    ("position", "of_41", "of_21"),
    [
        (-2.0, 0, 0),
        (0.0, 20, 10),
        (0.25, 23, 11),
        (-0.25, 17, 9),
        (0.05, 21, 10),
        (-0.05, 19, 10),
        (2.0, 40, 20),
        pytest.param(0.476, 24, 11, id="in the middle, though nearer to the point beside it"),
        pytest.param(-0.499, 16, 9, id="in the middle, on the other side"),
        (0.5, 25, 13),
        (-0.5, 15, 7),
    ],
)
def test_a_balance_stands_at_the_nearest_point(position: float, of_41: int, of_21: int) -> None:
    assert place_of(position, 41) == of_41
    assert place_of(position, 21) == of_21


def test_the_middle_of_the_line_is_marked() -> None:
    assert [place for place in range(41) if is_around_the_middle(place, 41)] == [*range(16, 25)]
    assert [place for place in range(21) if is_around_the_middle(place, 21)] == [9, 10, 11]


def fit(value: int, well: int, partly: int, other: int) -> LineFit:
    return LineFit(value=value, well=well, partly=partly, other=other)


class TestFits:
    def test_have_a_sign_each_where_they_fit(self) -> None:
        lines = [fit(1, 8, 1, 2), fit(5, 3, 0, 0)]
        assert worth_of_a_sign(lines, 11) == 1
        assert signs_of(lines[0], 1) == (8, 1, 2)

    def test_share_a_sign_where_they_are_many(self) -> None:
        lines = [fit(1, 80, 11, 21)]
        assert worth_of_a_sign(lines, 40) == 5
        assert signs_of(lines[0], 5) == (16, 2, 4)
        assert worth_of_a_sign(lines, 12) == 10

    def test_are_rounded_half_up_and_never_to_nothing(self) -> None:
        assert signs_of(fit(1, 15, 1, 0), 10) == (2, 1, 0)

    def test_are_told_in_numbers(self) -> None:
        assert in_words(fit(1, 8, 1, 2)) == "8 of 11 well"
        assert in_words(fit(1, 0, 0, 0)) == "no fit yet"

    def test_end_in_a_row_however_short(self) -> None:
        """Three kinds of fit take three signs at least, whatever one stands for."""
        assert worth_of_a_sign([fit(1, 5, 5, 5)], 2) == 20
