"""The statistics of a report, against tables and against slower ways to the same result."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import factorial, isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.trends import (
    CLEAR_S,
    Shift,
    Trend,
    kendall_s,
    mean,
    middle_slope,
    nap,
    rounded,
    shift,
    shown,
    signed,
    trend,
    wilson_95,
)

ratings = st.lists(st.integers(1, 5), min_size=1, max_size=28)
means = st.fractions(1, 5, max_denominator=7)
weekly_points = st.lists(st.integers(0, 7), min_size=5, max_size=8, unique=True).flatmap(
    lambda weeks: st.tuples(*[st.tuples(st.just(week), means) for week in sorted(weeks)])
)


@pytest.mark.parametrize(
    ("before", "now", "share"),
    [
        pytest.param([3], [3], "1/2", id="a tie counts half"),
        pytest.param([1, 2], [3], "1", id="all higher"),
        pytest.param([4, 5], [3], "0", id="all lower"),
        pytest.param([2, 2, 2, 3, 3], [3, 3], "4/5", id="exactly on the limit"),
        pytest.param([1, 2, 3], [2, 2], "1/2", id="one above, one below, one tied"),
    ],
)
def test_nap_is_the_share_of_pairs_with_the_higher_value_now(
    before: list[int], now: list[int], share: str
) -> None:
    assert nap(before, now) == Fraction(share)


@given(before=ratings, now=ratings)
def test_nap_agrees_with_counting_pairs_one_by_one(before: list[int], now: list[int]) -> None:
    higher = sum(1 for y in now for x in before if y > x)
    ties = sum(1 for y in now for x in before if y == x)
    assert isclose(nap(before, now), (higher + ties / 2) / (len(before) * len(now)))


@given(before=ratings, now=ratings)
def test_looking_back_from_the_other_side_turns_the_comparison_round(
    before: list[int], now: list[int]
) -> None:
    there, back = shift(before, now), shift(now, before)
    assert back == Shift(difference=-there.difference, nap=1 - there.nap)
    assert back.direction == -there.direction


@pytest.mark.parametrize(
    ("difference", "share", "direction"),
    [
        pytest.param("1/2", "4/5", 1, id="both on the limit"),
        pytest.param("-1/2", "1/5", -1, id="both on the lower limit"),
        pytest.param("499999/1000000", "1", 0, id="difference a hair too small"),
        pytest.param("2", "799999/1000000", 0, id="NAP a hair too small"),
        pytest.param("-2", "200001/1000000", 0, id="NAP a hair too large to be lower"),
        pytest.param("-2", "1", 0, id="the two disagree"),
        pytest.param("0", "1/2", 0, id="no difference at all"),
    ],
)
def test_a_word_needs_the_difference_and_the_pairs(
    difference: str, share: str, direction: int
) -> None:
    found = Shift(difference=Fraction(difference), nap=Fraction(share))
    assert found.direction == direction


@pytest.mark.parametrize(
    ("values", "s"),
    [
        pytest.param([1, 2, 3, 4, 5], 10, id="always up"),
        pytest.param([5, 4, 3, 2, 1], -10, id="always down"),
        pytest.param([3, 3, 3, 3, 3], 0, id="all the same"),
        pytest.param([1, 3, 2], 1, id="two rises, one fall"),
    ],
)
def test_s_is_rises_minus_falls(values: list[int], s: int) -> None:
    assert kendall_s(values) == s


@pytest.mark.parametrize(("weeks", "p"), [(5, "0.083"), (6, "0.056"), (7, "0.069"), (8, "0.061")])
def test_the_limits_of_s_have_the_chance_they_were_chosen_for(weeks: int, p: str) -> None:
    falls = _orderings_by_falls(weeks)
    pairs = weeks * (weeks - 1) // 2
    extreme = sum(n for k, n in enumerate(falls) if abs(pairs - 2 * k) >= CLEAR_S[weeks])
    assert f"{extreme / factorial(weeks):.3f}" == p


def _orderings_by_falls(weeks: int) -> list[int]:
    """How many orderings of so many different values hold 0, 1, 2 ... falling pairs."""
    counts = [1]
    for size in range(2, weeks + 1):
        longer = [0] * (len(counts) + size - 1)
        for falls, number in enumerate(counts):
            for more in range(size):
                longer[falls + more] += number
        counts = longer
    return counts


def test_the_middle_slope_shrugs_off_one_wild_week() -> None:
    assert middle_slope([(0, 2), (1, 3), (2, 4), (3, 5), (4, 40)]) == 1


def test_missing_weeks_stretch_the_slope() -> None:
    assert middle_slope([(0, 2), (4, 4)]) == Fraction(1, 2)


@given(points=weekly_points)
def test_the_trend_agrees_with_slow_sums(points: tuple[tuple[int, Fraction], ...]) -> None:
    s = 0
    slopes = []
    for j in range(len(points)):
        for i in range(j):
            rise = float(points[j][1]) - float(points[i][1])
            s += 0 if abs(rise) < 1e-9 else 1 if rise > 0 else -1
            slopes.append(rise / (points[j][0] - points[i][0]))
    slopes.sort()
    half = len(slopes) // 2
    middle = slopes[half] if len(slopes) % 2 else (slopes[half - 1] + slopes[half]) / 2
    found = trend(points)
    assert found.weeks == len(points)
    assert found.s == s
    assert isclose(found.change, middle * (points[-1][0] - points[0][0]), abs_tol=1e-9)


@given(points=weekly_points)
def test_a_mirrored_trend_points_the_other_way(points: tuple[tuple[int, Fraction], ...]) -> None:
    mirrored = trend([(week, 6 - value) for week, value in points])
    assert mirrored.direction == -trend(points).direction


@pytest.mark.parametrize(
    ("weeks", "s", "change", "direction"),
    [
        pytest.param(5, 8, "1/2", 1, id="both on the limit"),
        pytest.param(5, -8, "-1/2", -1, id="both on the lower limit"),
        pytest.param(6, 10, "3", 0, id="S under that of six weeks"),
        pytest.param(7, 13, "499/1000", 0, id="change a hair too small"),
        pytest.param(8, 16, "-1", 0, id="opposite signs"),
        pytest.param(8, -16, "1", 0, id="opposite signs, the other way"),
    ],
)
def test_a_direction_needs_s_and_the_change_with_one_sign(
    weeks: int, s: int, change: str, direction: int
) -> None:
    assert Trend(weeks=weeks, s=s, change=Fraction(change)).direction == direction


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(10, 10, 0.7225, 1.0, id="ten of ten"),
        pytest.param(5, 10, 0.2366, 0.7634, id="half of ten"),
        pytest.param(14, 55, 0.1581, 0.3830, id="14 of 55"),
    ],
)
def test_the_range_of_a_share(hits: int, of: int, low: float, high: float) -> None:
    assert wilson_95(hits, of) == pytest.approx((low, high), abs=0.00005)


@given(of=st.integers(1, 5000), data=st.data())
def test_the_ends_of_the_range_lie_just_196_standard_errors_away(
    of: int, data: st.DataObject
) -> None:
    hits = data.draw(st.integers(0, of))
    for end in wilson_95(hits, of):
        assert 0 <= end <= 1
        assert isclose(abs(hits / of - end), 1.96 * sqrt(end * (1 - end) / of), abs_tol=1e-7)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        pytest.param(Fraction(5, 2), 0, "3", id="half goes away from zero"),
        pytest.param(Fraction(-5, 2), 0, "-3", id="half goes away from zero below it too"),
        pytest.param(Fraction(47, 20), 1, "2.4", id="2.35"),
        pytest.param(2.35, 1, "2.4", id="2.35 as a float, which is a little less"),
        pytest.param(Fraction(-1, 20), 1, "-0.1", id="-0.05"),
        pytest.param(Fraction(-1, 25), 1, "0.0", id="-0.04 has no sign"),
        pytest.param(-0.04, 1, "0.0", id="-0.04 as a float has no sign"),
        pytest.param(3, 1, "3.0", id="a whole number"),
        pytest.param(Fraction(4, 5), 2, "0.80", id="two places"),
        pytest.param(1e-17, 0, "0", id="next to nothing"),
    ],
)
def test_rounding_for_show(value: Fraction | float, places: int, text: str) -> None:
    assert shown(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("3/5", "+0.6"), ("-3/5", "-0.6"), ("0", "0.0"), ("1/25", "0.0"), ("-1/25", "0.0")],
)
def test_a_sign_is_shown_on_everything_but_zero(value: str, text: str) -> None:
    assert signed(Fraction(value)) == text


@given(thousandths=st.integers(-5000, 5000), places=st.integers(0, 2))
def test_rounding_agrees_with_decimal_arithmetic(thousandths: int, places: int) -> None:
    exact = Decimal(thousandths) / 1000
    by_decimal = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert rounded(Fraction(thousandths, 1000), places) == float(by_decimal)
    assert rounded(thousandths / 1000, places) == float(by_decimal)


@given(values=ratings)
def test_a_mean_is_exact(values: list[int]) -> None:
    assert mean(values) * len(values) == sum(values)
