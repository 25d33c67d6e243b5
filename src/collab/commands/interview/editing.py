"""A text while it is being written: its words and the cursor in them.

Every movement and deletion goes by what the reader takes for one character.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import combining

from collab.commands.interview.wrapping import (
    Row,
    cells,
    cluster_end,
    cluster_start,
    offset_in_row,
    row_at,
)


class Writing:
    """`text` and the `cursor`, an offset from 0 to its length."""

    def __init__(self, text: str = "") -> None:
        self.put(text)

    def put(self, text: str) -> None:
        """Make `text` the whole text, with the cursor at its end."""
        self.text = text
        self.cursor = len(text)

    def replace(self, start: int, text: str) -> None:
        """Put `text` in the place of what stands between `start` and the cursor."""
        self.text = self.text[:start] + text + self.text[self.cursor :]
        self.cursor = start + len(text)

    def insert(self, text: str) -> None:
        self.replace(self.cursor, text)

    def move(self, to: int) -> None:
        self.cursor = to

    def cut(self, to: int) -> str:
        """Take out, and return, what stands between the cursor and the offset `to`."""
        start, end = sorted((to, self.cursor))
        taken = self.text[start:end]
        self.cursor = end
        self.replace(start, "")
        return taken

    def previous(self) -> int:
        return cluster_start(self.text, self.cursor)

    def next(self) -> int:
        return cluster_end(self.text, self.cursor)

    def word_start(self) -> int:
        """The start of the word the cursor is in or behind; letters, marks and digits."""
        at = self._back_while(lambda sign: not _in_word(sign), self.cursor)
        return self._back_while(_in_word, at)

    def spaced_word_start(self) -> int:
        """The same for everything between spaces, as Ctrl-W takes it in a shell."""
        at = self._back_while(str.isspace, self.cursor)
        return self._back_while(lambda sign: not sign.isspace(), at)

    def word_end(self) -> int:
        at = self._on_while(lambda sign: not _in_word(sign), self.cursor)
        return self._on_while(_in_word, at)

    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.cursor) + 1

    def line_end(self) -> int:
        end = self.text.find("\n", self.cursor)
        return len(self.text) if end < 0 else end

    def column(self, broken: tuple[Row, ...]) -> int:
        """The column of the cursor in its row of the `broken` text."""
        row = broken[row_at(broken, self.cursor)]
        return cells(self.text[row.start : self.cursor])

    def step_rows(self, broken: tuple[Row, ...], steps: int, goal: int) -> bool:
        """Move `steps` rows down (negative: up), as near to the column `goal` as can be.

        On the first row the way up leads to the start of the text, on the last the way
        down to its end. Returns False if the cursor stood there already.
        """
        before, number = self.cursor, row_at(broken, self.cursor) + steps
        if number < 0:
            self.cursor = 0
        elif number >= len(broken):
            self.cursor = len(self.text)
        else:
            self.cursor = offset_in_row(self.text, broken, number, goal)
        return self.cursor != before

    def _back_while(self, fits: Callable[[str], bool], at: int) -> int:
        while at > 0 and fits(self.text[at - 1]):
            at -= 1
        return at

    def _on_while(self, fits: Callable[[str], bool], at: int) -> int:
        while at < len(self.text) and fits(self.text[at]):
            at += 1
        return at


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or bool(combining(sign))
