"""Fit by line: how often acting alone, and how often acting together, suited the situation.

Which line suits is what the writer said of each occasion. A week holds too few of them; a
longer period shows them from ten on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from collab.domain.ratings import Rating, Value
from collab.domain.reports.report import Line, LineFit

FITS_NEEDED = 10
LINES: tuple[Value, ...] = (1, 2, 3, 4, 5)
_ALONE, _TOGETHER = (1, 2), (4, 5)
_NO_FIT = "no fit yet"


def fit_by_line(rated: Iterable[Rating]) -> tuple[LineFit, ...] | None:
    """The five lines with their fits among ratings from 1 to 5; None under ten fits."""
    fits = Counter((rating.value, rating.fit) for rating in rated if rating.fit)
    if fits.total() < FITS_NEEDED:
        return None
    return tuple(
        LineFit(
            value=int(value),
            well=fits[value, "well"],
            partly=fits[value, "partly"],
            other=fits[value, "other"],
        )
        for value in LINES
    )


def said_by_line(lines: Sequence[LineFit]) -> Line:
    """Both ends, each with its denominator. The middle line stands in the figures alone."""
    (alone, of_alone), (together, of_together) = _end(lines, _ALONE), _end(lines, _TOGETHER)
    suited = "suited well "
    first = f"{suited}{alone} of {of_alone}" if of_alone else _NO_FIT
    # Said once where it holds for both.
    second = f"{'' if of_alone else suited}{together} of {of_together}" if of_together else _NO_FIT
    return Line("by line", f"rated 1-2: {first}; 4-5: {second}")


def _end(lines: Sequence[LineFit], values: tuple[int, int]) -> tuple[int, int]:
    """How many suited well, of how many fits."""
    of_end = [line for line in lines if line.value in values]
    return (
        sum(line.well for line in of_end),
        sum(line.well + line.partly + line.other for line in of_end),
    )
