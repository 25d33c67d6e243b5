"""What is printed for good: rows that scroll by and are never drawn again."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.styles import Style

from collab.commands.interview.drawing import NAMES, DrawnRow, harmless


def print_rows(output: Output, rows: Iterable[DrawnRow], colour: bool) -> None:
    """Print `rows`, the spaces at their ends left out: past the edge they would break."""
    for row in rows:
        pieces = [(NAMES.get(style, style), text) for style, text in _trimmed(harmless(row))]
        print_formatted_text(
            output,
            [*pieces, ("", "\n")],
            Style([]),
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
        )


def plain(row: DrawnRow) -> str:
    """A row without its styles, for a terminal that has none."""
    return "".join(text for _, text in _trimmed(harmless(row)))


def _trimmed(row: DrawnRow) -> DrawnRow:
    while row and not row[-1][1].rstrip(" "):
        row = row[:-1]
    return [*row[:-1], (row[-1][0], row[-1][1].rstrip(" "))] if row else []
