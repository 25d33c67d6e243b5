"""The days of a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.calendar import Piece, WrittenDay, calendar_of
from collab.domain.periods import year_of

DAY = date(2024, 5, 6)
TODAY = date(2024, 6, 16)


def test_the_words_of_a_day_are_those_of_all_its_pages() -> None:
    pieces = (
        Piece(DAY, False, "one two\nthree"),
        Piece(date(2024, 5, 7), True, "soup"),
        Piece(DAY, False, ""),
        Piece(DAY, False, "  four\t"),
    )

    made = calendar_of(year_of(DAY), pieces, TODAY)

    assert made.days == (
        WrittenDay(DAY, 4, light=False),
        WrittenDay(date(2024, 5, 7), 1, light=True),
    )
    assert made.light() == 1


def test_a_day_of_ratings_alone_is_written_and_short() -> None:
    (day,) = calendar_of(year_of(DAY), (Piece(DAY, False, ""),), TODAY).days

    assert (day.words, day.length()) == (0, 0)


@pytest.mark.parametrize(
    ("words", "length"), [(0, 0), (60, 0), (61, 1), (150, 1), (151, 2), (9000, 2)]
)
def test_60_and_150_words_part_the_lengths(words: int, length: int) -> None:
    assert WrittenDay(DAY, words, light=False).length() == length


@pytest.mark.parametrize(
    ("today", "last_week"),
    [
        pytest.param(date(2024, 6, 16), date(2024, 6, 10), id="the present one"),
        pytest.param(date(2024, 6, 17), date(2024, 6, 17), id="the present one, just begun"),
        pytest.param(date(2025, 2, 1), date(2024, 5, 13), id="a past year: the last written one"),
    ],
)
def test_the_weeks_go_from_the_first_written_one_to(today: date, last_week: date) -> None:
    pieces = (Piece(date(2024, 5, 17), False, "x"), Piece(date(2024, 4, 28), False, "x"))

    weeks = calendar_of(year_of(DAY), pieces, today).weeks

    assert weeks[0] == date(2024, 4, 22)
    assert weeks[-1] == last_week
    assert len(weeks) == (last_week - weeks[0]).days // 7 + 1


def test_a_week_may_begin_on_another_day_and_in_the_year_before() -> None:
    made = calendar_of(year_of(date(2025, 1, 1)), (Piece(date(2025, 1, 2), False, "x"),), TODAY, 6)

    assert made.weeks == (date(2024, 12, 29),)


def test_a_year_without_a_page_has_no_weeks() -> None:
    made = calendar_of(year_of(DAY), (), TODAY)

    assert (made.days, made.weeks, made.year) == ((), (), 2024)
