"""How often acting on each line of the scales suited, counted out in signs of equal worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from collab.domain.reports.report import LineFit
from collab.domain.trends import rounded

NO_FIT_YET = "no fit yet"
NAMES = {1: "on my own", 5: "together"}
"""What the first and the last line of a scale stand for."""


def worth_of_a_sign(lines: Sequence[LineFit], room: int) -> int:
    """How many fits one sign stands for, so that no line takes more than `room` signs: 1 if
    possible, else 2, 5, 10, 20, 50 and so on."""
    return next(
        worth
        for worth in _worths()
        if worth >= max(map(fits, lines))
        or all(sum(signs_of(line, worth)) <= room for line in lines)
    )


def signs_of(line: LineFit, worth: int) -> tuple[int, int, int]:
    """How many signs stand for well, partly and another way: rounded, half away from zero,
    but one at least for what there is."""
    well, partly, other = (
        max(int(rounded(number / worth, 0)), min(number, 1))
        for number in (line.well, line.partly, line.other)
    )
    return well, partly, other


def fits(line: LineFit) -> int:
    """How many ratings of this line have a fit."""
    return line.well + line.partly + line.other


def in_words(line: LineFit) -> str:
    """Such as "8 of 11 well"."""
    return f"{line.well} of {fits(line)} well" if fits(line) else NO_FIT_YET


def _worths() -> Iterator[int]:
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)
