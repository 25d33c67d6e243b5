"""Fitting text into columns, measured in terminal cells: a wide character takes two."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from collab.rendering.cells import length_of, size_of

if TYPE_CHECKING:
    from rich.text import Text

_AFTER_SPACES = re.compile(r" +(?=[^ ])")
_CLINGS_TO_THE_LEFT = frozenset({"Pe", "Pf", "Po", "Lm", "Mn", "Me", "Sk", "Cf"})
_CLINGS_TO_THE_RIGHT = frozenset({"Ps", "Pi", "Cf"})


def wrapped(text: Text, width: int, first: re.Pattern[str] | None = None) -> list[Text]:
    """`text` as lines of at most `width` cells, without spaces at their ends.

    A line ends at the last match of `first` that fits, else between words, else (a word
    wider than a line) wherever it is full. Wide characters are words of their own.
    """
    lines = list(text.divide(line_starts(text.plain, width, first)))
    for line in lines:
        line.rstrip()
    return lines


def cut(text: str, width: int, mark: str) -> str:
    """`text` if it fits into `width` cells, else its first words, a space and `mark`.

    A line that is cut leaves the last cell free, since some terminals draw the mark wide.
    """
    if _fitting(text, 0, width) == len(text):
        return text
    mark = f" {mark}"
    end = _past_spaces(text, _fitting(text, 0, width - length_of(mark) - 1))
    last = _last_within(_chances(text[: end + 1]), 0, end)
    return text[: last or end].rstrip() + mark


def line_starts(
    text: str, width: int, first: re.Pattern[str] | None = None, hang: int = 0
) -> list[int]:
    """Where the lines of `wrapped` begin, but for the first, which begins at 0.

    Those lines are `hang` cells narrower. Nothing breaks inside the first line's indent.
    """
    length = len(text.rstrip())
    if _fitting(text, 0, width) >= length:
        return []
    preferred = [match.end() for match in first.finditer(text)] if first else []
    indent = len(text) - len(text.lstrip(" "))
    chances = [chance for chance in _chances(text) if chance > indent]
    starts: list[int] = []
    start = 0
    while (full := _fitting(text, start, width)) < length:
        end = _past_spaces(text, full)
        start = (
            _last_within(preferred, start, end)
            or _last_within(chances, start, end)
            or max(full, start + 1)
        )
        if not starts:
            width -= hang
        starts.append(start)
    return starts


def _fitting(text: str, start: int, width: int) -> int:
    """The end of the longest run from `start` that takes at most `width` cells."""
    if text.isascii() and text.isprintable():
        return min(start + max(width, 0), len(text))
    end = start
    while end < len(text):
        width -= size_of(text[end])
        if width < 0:
            break
        end += 1
    return end


def _past_spaces(text: str, end: int) -> int:
    while end < len(text) and text[end] == " ":
        end += 1
    return end


def _last_within(offsets: list[int], start: int, end: int) -> int | None:
    """The last of the sorted `offsets` after `start` and not after `end`."""
    place = bisect_right(offsets, end) - 1
    return offsets[place] if place >= 0 and offsets[place] > start else None


def _chances(text: str) -> list[int]:
    """Where a new line may begin: after spaces, and beside a wide character."""
    if text.isascii():
        return [match.end() for match in _AFTER_SPACES.finditer(text)]
    return [
        at
        for at, (before, after) in enumerate(pairwise(text), start=1)
        if after != " " and (before == " " or _parts_beside_wide(before, after))
    ]


def _parts_beside_wide(before: str, after: str) -> bool:
    return (
        2 in (size_of(before), size_of(after))
        and unicodedata.category(after) not in _CLINGS_TO_THE_LEFT
        and unicodedata.category(before) not in _CLINGS_TO_THE_RIGHT
    )
