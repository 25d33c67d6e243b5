"""A paragraph before it is broken into rows: pieces of text, each with its style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collab.rendering.glyphs import IN_ASCII

Piece = tuple[str, str]  # a style of rendering/palette.py, or "", and the text in it


class Line(NamedTuple):
    """A paragraph of the page in pieces of (style, text), the styles those of
    rendering/palette.py or "". From its second row on it is indented by `hang`. `full`
    rows may take the last column too, as the field does in which words are typed."""

    pieces: tuple[Piece, ...]
    hang: int = 0
    full: bool = False


def line(*pieces: str | Piece, hang: int = 0, full: bool = False) -> Line:
    """A paragraph of `pieces`, those without a style in the terminal's own."""
    styled = (("", piece) if isinstance(piece, str) else piece for piece in pieces)
    return Line(tuple(styled), hang, full)


def in_ascii(line: str | Line) -> str | Line:
    """`line` with our own signs spelt for a terminal that has no others."""
    if isinstance(line, str):
        return line.translate(IN_ASCII)
    pieces = tuple((style, text.translate(IN_ASCII)) for style, text in line.pieces)
    return line._replace(pieces=pieces)


def part_of(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The part of `pieces` from offset `start` to `end` of their text."""
    at = 0
    for style, text in pieces:
        part = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        if part:
            yield style, part
