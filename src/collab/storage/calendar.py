"""Reads the texts of a run of days one by one; the cost is that of these days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from collab.domain.calendar import Piece
from collab.storage.days import day_from

_TYPED = {
    "entries AS part": "CASE WHEN part.outside IS NULL THEN part.text END",
    "answers AS part": "CASE WHEN part.outside IS NULL THEN part.text END,"
    ' part."if", part."then", part.deeper_text',
    "ratings AS part": "part.deeper_text",
    "plans AS part": 'part."if", part."then"',
}
"""For each table the columns that hold what the user typed in words of their own."""


def pieces_between(connection: sqlite3.Connection, first: date, last: date) -> Iterator[Piece]:
    """What was typed on the pages from `first` to `last`, at least one piece a page."""
    for table, columns in _TYPED.items():
        own = "part.id = e.id" if table.startswith("entries") else "part.entry = e.id"
        # CROSS JOIN is how SQLite is told the order: the days first, then what is on them.
        for day, light, *texts in connection.execute(
            f"SELECT e.day, e.light, {columns} FROM entries AS e CROSS JOIN {table} ON {own}"
            " WHERE e.day BETWEEN ? AND ?"
            " AND e.removed_at IS NULL AND part.removed_at IS NULL",
            [first.isoformat(), last.isoformat()],
        ):
            text = "\n".join(text for text in texts if text)
            yield Piece(date.fromisoformat(day), bool(light), text)


def last_day_before(connection: sqlite3.Connection, day: date) -> date | None:
    """The last day before `day` that has a page."""
    (found,) = connection.execute(
        "SELECT max(day) FROM entries WHERE day < ? AND removed_at IS NULL", [day.isoformat()]
    ).fetchone()
    return day_from(found)
