"""What a question looks like on the terminal, and the window that draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import Dimension, Window
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, WritePosition

from collab.commands.interview.wrapping import cell, cells, clusters, rows
from collab.rendering.lines import Line, Piece, part_of
from collab.rendering.unbroken import breakable, spaced

NAMES = {"cyan": "ansicyan"}  # of colours, as prompt_toolkit knows them
_COVERED = Char("", "")  # the second cell of a wide character

DrawnRow = list[Piece]


@dataclass(frozen=True, slots=True)
class Picture:
    """The rows to draw, the cursor's column and row among them."""

    rows: list[DrawnRow]
    cursor: tuple[int, int]


def page(lines: Sequence[str | Line], columns: int) -> list[DrawnRow]:
    """The rows of `lines`, broken between words, most of them one column before the edge.
    A plain line keeps the indent it begins with."""
    drawn: list[DrawnRow] = []
    for line in lines:
        paragraph = line
        if isinstance(paragraph, str):
            paragraph = Line((("", paragraph),), hang=len(paragraph) - len(paragraph.lstrip(" ")))
        text = "".join(text for _, text in paragraph.pieces)
        width = columns if paragraph.full else columns - 1
        text = breakable(text, width - paragraph.hang)
        for number, row in enumerate(rows(text, width, paragraph.hang)):
            indent: DrawnRow = [("", " " * paragraph.hang)] if number else []
            pieces = part_of(paragraph.pieces, row.start, row.end)
            drawn.append(indent + [(style, spaced(part)) for style, part in pieces])
    return drawn


def parted(drawn: list[DrawnRow], room: int) -> tuple[list[DrawnRow], list[DrawnRow]]:
    """The rows at the top that are too many for `room`, and the rest."""
    over = max(0, len(drawn) - max(0, room))
    return drawn[:over], drawn[over:]


def harmless(row: DrawnRow) -> DrawnRow:
    """`row` with everything in it that a terminal would obey made visible."""
    return [(style, "".join(cell(sign).shown for sign in clusters(text))) for style, text in row]


def row_width(row: DrawnRow) -> int:
    """The columns that `row` takes, spaces at its end left out."""
    return cells("".join(text for _, text in row).rstrip())


class PageWindow(Window):
    """Draws a picture as it is: one cell for each cluster, not for each code point.

    A row that changes is written whole and not only where it changed. Terminals disagree
    about the width of some emoji, and so what stands behind one would land beside its
    place.
    """

    def __init__(self, draw: Callable[[int, int], Picture]) -> None:
        super().__init__()
        self._draw = draw
        self._columns = 0
        self._picture = Picture([], (0, 0))
        self._drawn: dict[int, tuple[DrawnRow, bool]] = {}  # and which way it is marked

    def preferred_height(self, width: int, max_available_height: int) -> Dimension:
        self._columns, self._picture = width, self._draw(width, max_available_height)
        return Dimension.exact(len(self._picture.rows))

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,
        write_position: WritePosition,
        parent_style: str,
        erase_bg: bool,
        z_index: int | None,
    ) -> None:
        for y, row in enumerate(self._picture.rows):
            before, mark = self._drawn.get(y, ([], False))
            self._drawn[y] = row, mark ^ (row != before)
            _fill(screen.data_buffer[y], row, write_position.width, " " * self._drawn[y][1])
        column, line = self._picture.cursor
        screen.set_cursor_position(self, Point(min(column, write_position.width - 1), line))
        screen.show_cursor = True
        screen.height = len(self._picture.rows)
        screen.visible_windows_to_write_positions[self] = write_position

    def rows_added_by_reflow(self, columns: int) -> int:
        """How many rows the terminal made of rows above the cursor, and of the cursor's
        own, when it broke what it had drawn to fit into `columns`."""
        column, line = self._picture.cursor
        above = (row_width(row) for row in self._picture.rows[:line])
        own = min(column, self._columns - 1) // columns
        return sum(max(width - 1, 0) // columns for width in above) + own


def _fill(line: dict[int, Char], row: DrawnRow, columns: int, mark: str) -> None:
    """Put `row` into the cells of `line`. With another `mark`, a blank or nothing, behind
    the style, prompt_toolkit takes a cell for changed."""
    x = 0
    for style, text in row:
        for cluster in clusters(text):
            shown, width = cell(cluster)
            if x + width > columns:
                return  # spaces at the end of a row may pass the edge
            if width:
                char = Char(shown, NAMES.get(style, style) + mark)
                char.width = width
                line[x] = char
                line.update((x + covered, _COVERED) for covered in range(1, width))
            x += width
