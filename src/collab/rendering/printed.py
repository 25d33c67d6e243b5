"""Lines printed on a terminal without Rich, which is slow to load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from collab.rendering.lines import Line, Piece, part_of
from collab.rendering.palette import HEADING, LABEL
from collab.rendering.plain import visible
from collab.rendering.wrapping import line_starts

_CODES = {HEADING: "\x1b[1m", LABEL: "\x1b[2m"}
_PLAIN = "\x1b[0m"


def printed(
    lines: Iterable[Line], width: int, *, unicode: bool = True, styled: bool = False
) -> str:
    """`lines` broken between words at `width` cells, made safe, each row with its line end.

    `styled` says whether bold and dim are wanted; other styles are left out. `unicode` is
    as in `visible`.
    """
    rows: list[str] = []
    for line in lines:
        pieces = [(style, visible(text, unicode)) for style, text in line.pieces]
        for number, row in enumerate(rows_of(pieces, width, line.hang)):
            shown = "".join(_styled(style, text) if styled else text for style, text in row)
            rows.append(" " * line.hang * bool(number and shown) + shown)
    return "".join(f"{row}\n" for row in rows)


def _styled(style: str, text: str) -> str:
    return f"{_CODES[style]}{text}{_PLAIN}" if style in _CODES and text else text


def rows_of(pieces: Sequence[Piece], width: int, hang: int) -> Iterator[list[Piece]]:
    """The pieces of each row; those after the first are `hang` cells narrower."""
    text = "".join(part for _, part in pieces)
    if text.isascii() and text.isprintable() and len(text) <= width and text[-1:] != " ":
        # So are most, and looking for breaks in a long list would be felt.
        yield [piece for piece in pieces if piece[1]]
        return
    at = 0
    for paragraph in text.split("\n"):
        room, narrower = (width - hang, 0) if at else (width, hang)
        starts = [0, *line_starts(paragraph, room, hang=narrower)]
        for start, end in zip(starts, [*starts[1:], len(paragraph)], strict=True):
            last = start + len(paragraph[start:end].rstrip())
            yield list(part_of(pieces, at + start, at + last))
        at += len(paragraph) + 1
