"""The statistics of a report: made for very few numbers, and exact.

Whole numbers and fractions are compared, never floats, so that a value that lies exactly
on a limit is on it. Rounding is for showing only. The limits were chosen by simulation so
that people who did not change seldom meet a word: a difference from the usual in 4 to 14
of 100 comparisons with four ratings, a direction in 2 to 7 of 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt

from collab.domain.frozen import frozen

Number = int | Fraction

CLEAR_DIFFERENCE = Fraction(1, 2)
CLEAR_NAP = Fraction(4, 5)
CLEAR_S = {5: 8, 6: 11, 7: 13, 8: 16}
"""Weeks to the least |S| that counts; exact two-sided p .083, .056, .069 and .061."""
CLEAR_CHANGE = Fraction(1, 2)
FEWEST_WEEKS = min(CLEAR_S)

_Z_95 = 1.96
_FINEST = 1_000_000


@frozen
class Shift:
    """How far the values of now lie from those before: `difference` of the means, and NAP."""

    difference: Fraction
    nap: Fraction

    @property
    def direction(self) -> int:
        """1 for higher, -1 for lower, 0 where nothing clear can be said."""
        if self.difference >= CLEAR_DIFFERENCE and self.nap >= CLEAR_NAP:
            return 1
        if self.difference <= -CLEAR_DIFFERENCE and self.nap <= 1 - CLEAR_NAP:
            return -1
        return 0


@frozen
class Trend:
    """Where the means of `weeks` weeks lead: Mann-Kendall's `s`, and `change`, the middle
    slope times the span from the first to the last of them."""

    weeks: int
    s: int
    change: Fraction

    @property
    def direction(self) -> int:
        """1 for rising, -1 for falling, 0 where nothing clear can be said."""
        if self.s >= CLEAR_S[self.weeks] and self.change >= CLEAR_CHANGE:
            return 1
        if self.s <= -CLEAR_S[self.weeks] and self.change <= -CLEAR_CHANGE:
            return -1
        return 0


def mean(values: Sequence[Number]) -> Fraction:
    """The exact arithmetic mean of at least one value."""
    return Fraction(sum(values)) / len(values)


def shift(before: Sequence[Number], now: Sequence[Number]) -> Shift:
    """Compare two sets of at least one value each."""
    return Shift(difference=mean(now) - mean(before), nap=nap(before, now))


def trend(points: Sequence[tuple[int, Number]]) -> Trend:
    """The direction of (week number, mean) points in order of weeks; five to eight of them."""
    span = points[-1][0] - points[0][0]
    return Trend(
        weeks=len(points),
        s=kendall_s([y for _, y in points]),
        change=middle_slope(points) * span,
    )


def nap(before: Sequence[Number], now: Sequence[Number]) -> Fraction:
    """Nonoverlap of all pairs (Parker and Vannest 2009), from 0 to 1; by chance 1/2.

    The share of pairs, one value from each side, in which that of `now` is the higher
    one; a tie counts half.
    """
    halves = sum(2 * (y > x) + (y == x) for x in before for y in now)
    return Fraction(halves, 2 * len(before) * len(now))


def kendall_s(values: Sequence[Number]) -> int:
    """Mann-Kendall's S: rises minus falls among all pairs of `values` in their order."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def middle_slope(points: Sequence[tuple[int, Number]]) -> Fraction:
    """The median of the slopes of all pairs of (x, y) points (Theil 1950, Sen 1968).

    Two points at least, no two with the same x.
    """
    slopes = sorted(Fraction(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2))
    middle = len(slopes) // 2
    return slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2


def wilson_95(hits: int, of: int) -> tuple[float, float]:
    """Where the share behind `hits` of `of` may lie by chance, low and high, 0 to 1.

    Wilson's score interval (1927) at 95%; `of` is at least 1.
    """
    share, z2 = hits / of, _Z_95**2
    centre = share + z2 / (2 * of)
    reach = _Z_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    scale = 1 + z2 / of
    return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)


def rounded(value: Number | float, places: int = 1) -> float:
    """`value` to `places` decimals, half away from zero; zero has no sign.

    A float stands for the simplest fraction it can mean: 2.35 is 47/20, although no float
    is exactly that, and becomes 2.4.
    """
    exact = Fraction(value)
    if isinstance(value, float):
        exact = exact.limit_denominator(_FINEST)
    units = abs(exact) * 10**places + Fraction(1, 2)
    whole = units.numerator // units.denominator
    return float(Fraction(whole if exact > 0 else -whole, 10**places))


def shown(value: Number | float, places: int = 1) -> str:
    """`value` as a report prints it, such as "2.8"."""
    return f"{rounded(value, places):.{places}f}"


def signed(value: Number | float, places: int = 1) -> str:
    """`value` with its sign, such as "+0.6"; what rounds to zero has none."""
    text = shown(value, places)
    return f"+{text}" if rounded(value, places) > 0 else text
