"""Where written text breaks into rows, and where the cursor stands in them.

Words stay whole; a word longer than a row is broken. Everything is measured in cells of
the terminal and cut between *clusters*: what a reader takes for one character (`é`, `你`,
`👩‍👧`), however many code points it is made of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prompt_toolkit.utils import get_cwidth

from collab.rendering.plain import visible

_SPACES = " \t\u3000"
_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3003-\u3007\u3012-\u9fff\uf900-\ufaff\uff10-\uffef\U00020000-\U0003ffff"
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\uff08"
_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3099\u309a"
    "\uff01\uff09\uff0c\uff1a\uff1b\uff1f\ufe00-\ufe0f"
)
# Chinese and Japanese have no spaces: a row may end after each of their characters.
_PIECE = re.compile(
    f"[{_SPACES}]+"
    f"|[{_OPENING}]*[{_IDEOGRAPHS}][{_CLOSING}]*"
    f"|[^{_SPACES}{_IDEOGRAPHS}{_OPENING}]+"
    f"|[{_OPENING}]+"
)

_JOINER = "\u200d"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_LONGEST_CLUSTER = 64  # code points; real ones have at most a dozen


class Row(NamedTuple):
    """The offsets where a row begins and ends. The spaces after its last word belong to
    it, even those past the edge; the line end does not."""

    start: int
    end: int


class Cell(NamedTuple):
    """One cluster as it is drawn, and the columns it takes (0 for what is never seen)."""

    shown: str
    width: int


def clusters(text: str) -> Iterator[str]:
    """`text` in pieces that are each one character to the reader."""
    if text.isascii():
        yield from text
        return
    start = 0
    for at in range(1, len(text)):
        if not _continues(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _continues(text: str, start: int, at: int) -> bool:
    """Whether the character at `at` belongs to the cluster that begins at `start`."""
    before, here = text[at - 1], text[at]
    if before in "\t\n" or here.isascii():
        return False
    if ord(here) in _FLAG_LETTERS:
        return ord(before) in _FLAG_LETTERS and at == start + 1
    if before == _JOINER:
        return not here.isalpha()
    return get_cwidth(here) == 0 or ord(here) in _SKIN_TONES


def cluster_start(text: str, offset: int) -> int:
    """Where the cluster before `offset` begins; 0 at the start of the text."""
    before = text[max(0, offset - _LONGEST_CLUSTER) : offset]
    *_, last = clusters(before) if before else [""]
    return offset - len(last)


def cluster_end(text: str, offset: int) -> int:
    """Where the cluster at `offset` ends; the length of the text at its end."""
    return offset + len(next(clusters(text[offset : offset + _LONGEST_CLUSTER]), ""))


@lru_cache(maxsize=4096)
def cell(cluster: str) -> Cell:
    """How one cluster is drawn: joined emoji take the columns of the first, a mark that
    has nothing to stand on gets a circle, and what a terminal would obey is made visible.
    """
    shown = visible(cluster)
    if shown != cluster:
        return Cell(shown, get_cwidth(shown))
    width = get_cwidth(cluster[0]) if ord(cluster[0]) not in _FLAG_LETTERS else 2
    return Cell(shown, width) if width else Cell("\u25cc" + shown, 1)


def cells(text: str) -> int:
    """How many columns `text` takes on one row."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell(cluster).width for cluster in clusters(text))


@lru_cache(maxsize=8)
def rows(text: str, width: int, hang: int = 0) -> tuple[Row, ...]:
    """Break `text` into rows of `width` columns, those after the first `hang` narrower.

    The first `hang` columns are a label or a mark, which never stands on a row alone:
    a word too long for a row begins behind it. There is always at least one row, and one
    for each line of the text. The time it takes grows with the length of the text and not
    faster.
    """
    found: list[Row] = []
    offset = 0
    for line in text.split("\n"):
        found += _rows_of_line(line, offset, hang if not found else 0, width - hang)
        offset += len(line) + 1
    return tuple(found)


def _rows_of_line(line: str, offset: int, label: int, rest: int) -> Iterator[Row]:
    room, start, column = max(label + rest, 1), 0, 0
    for piece in _PIECE.finditer(line):
        taken = cells(piece[0])
        if piece[0][0] in _SPACES or column + taken <= room:
            column += taken
            continue
        if column > label:
            yield Row(offset + start, offset + piece.start())
            label, room, start, column = 0, max(rest, 1), piece.start(), 0
        if column + taken <= room:
            column += taken
            continue
        at = piece.start()
        for cluster in clusters(piece[0]):
            step = cell(cluster).width
            if column > label and column + step > room:
                yield Row(offset + start, offset + at)
                label, room, start, column = 0, max(rest, 1), at, 0
            column += step
            at += len(cluster)
    yield Row(offset + start, offset + len(line))


def row_at(broken: tuple[Row, ...], offset: int) -> int:
    """The number of the row on which a cursor at `offset` stands."""
    return bisect_right(broken, offset, key=lambda row: row.start) - 1


def offset_in_row(text: str, broken: tuple[Row, ...], number: int, column: int) -> int:
    """The offset on row `number` that is nearest to `column` without passing it."""
    row = broken[number]
    goes_on = number + 1 < len(broken) and broken[number + 1].start == row.end
    last = cluster_start(text, row.end) if goes_on else row.end
    offset, reached = row.start, 0
    for cluster in clusters(text[row.start : row.end]):
        reached += cell(cluster).width
        if reached > column or offset + len(cluster) > last:
            break
        offset += len(cluster)
    return offset
