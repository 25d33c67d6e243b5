"""The statistics of a report against SciPy's, which counts another way, and against decimals.

SciPy works in floats and keeps conventions of its own: its U counts a tie as half, its tau-b
divides S by a root that leaves tied pairs out, and its middle slope takes every pair of
different weeks. Wilson's interval is asked for at the very share that lies within 1.96.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import isclose, isnan, sqrt

from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from collab.domain.trends import (
    kendall_s,
    mean,
    middle_slope,
    nap,
    rounded,
    shown,
    trend,
    wilson_95,
)

scale = st.integers(1, 5)
ratings = st.lists(scale, min_size=1, max_size=28)
means = st.lists(scale, min_size=3, max_size=7).map(mean)
points = st.dictionaries(st.integers(0, 7), means, min_size=5, max_size=8).map(
    lambda weeks: tuple(sorted(weeks.items()))
)
EXACT = Context(prec=60)


@given(before=ratings, now=ratings)
@example(before=[3, 3], now=[3])
def test_nap_is_the_u_of_mann_and_whitney_as_a_share(before: list[int], now: list[int]) -> None:
    u = stats.mannwhitneyu(now, before, method="asymptotic").statistic
    assert isclose(nap(before, now), u / (len(before) * len(now)))


@given(points=points)
def test_the_middle_slope_is_that_of_theil_and_sen(
    points: tuple[tuple[int, Fraction], ...],
) -> None:
    weeks, values = [x for x, _ in points], [float(y) for _, y in points]
    slope = stats.theilslopes(values, weeks).slope
    assert isclose(middle_slope(points), slope, abs_tol=1e-12)
    assert isclose(trend(points).change, slope * (weeks[-1] - weeks[0]), abs_tol=1e-12)


@given(points=points)
@example(points=tuple((week, Fraction(7, 3)) for week in range(5)))
def test_s_is_the_numerator_of_kendalls_tau(points: tuple[tuple[int, Fraction], ...]) -> None:
    values = [y for _, y in points]
    assert kendall_s(values) == trend(points).s == _s_from_tau(values)


def _s_from_tau(values: Sequence[Fraction]) -> int:
    """S from tau-b, which is S / sqrt(pairs x pairs that are not tied), or no number."""
    tau = stats.kendalltau(range(len(values)), [float(value) for value in values]).statistic
    pairs = len(values) * (len(values) - 1) // 2
    tied = sum(n * (n - 1) // 2 for n in Counter(values).values())
    return 0 if isnan(tau) else round(tau * sqrt(pairs * (pairs - tied)))


@given(of=st.integers(1, 5000), data=st.data())
def test_the_range_of_a_share_is_that_of_wilson(of: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, of))
    within = 2 * stats.norm.cdf(1.96) - 1
    found = stats.binomtest(hits, of).proportion_ci(within, method="wilson")
    low, high = wilson_95(hits, of)
    assert isclose(low, found.low, abs_tol=1e-12)
    assert isclose(high, found.high, abs_tol=1e-12)


def test_the_196_of_the_range_stands_for_95_of_100() -> None:
    assert round(2 * stats.norm.cdf(1.96) - 1, 4) == 0.95


@given(above=st.integers(-4_000, 4_000), below=st.integers(1, 400), places=st.integers(0, 2))
@example(above=-1, below=20, places=1)
@example(above=1, below=8, places=2)
def test_a_fraction_is_rounded_as_decimals_are(above: int, below: int, places: int) -> None:
    """Sixty digits are enough: no such fraction lies nearer to a half without being one."""
    exact = EXACT.divide(Decimal(above), Decimal(below))
    by_decimals = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)
    assert rounded(Fraction(above, below), places) == float(by_decimals)
    assert shown(Fraction(above, below), places) == f"{by_decimals + 0:f}"


@given(
    twentieths=st.integers(-40, 40), side=st.sampled_from((-1, 0, 1)), parts=st.integers(2, 919_800)
)
@example(twentieths=1, side=-1, parts=919_800)
def test_a_figure_kept_as_a_float_is_rounded_as_the_exact_one(
    twentieths: int, side: int, parts: int
) -> None:
    """However near to a half: a year's position is a fraction of at most 365 x 2520 parts."""
    exact = Fraction(twentieths, 20) + Fraction(side, parts)
    assert rounded(float(exact)) == rounded(exact)
