"""Reads the texts of a run of days one by one; the cost is that of these days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from collab.domain.calendar import Piece
from collab.storage.days import day_from

_ON_PAGES = {
    "answers": "CASE WHEN part.outside IS NULL THEN part.text END,"
    ' part."if", part."then", part.deeper_text',
    "ratings": "part.deeper_text, NULL, NULL, NULL",
    "plans": 'part."if", part."then", NULL, NULL',
}
"""For each table the columns that hold what the user typed in words of their own."""

_BETWEEN = "e.day BETWEEN :first AND :last AND e.removed_at IS NULL"
# CROSS JOIN is how SQLite is told the order: the days first, then what is on them.
_STATEMENT = " UNION ALL ".join(
    (
        "SELECT e.day, e.light, CASE WHEN e.outside IS NULL THEN e.text END, NULL, NULL, NULL"
        f" FROM entries AS e WHERE {_BETWEEN}",
        *(
            f"SELECT e.day, e.light, {columns} FROM entries AS e CROSS JOIN {table} AS part"
            f" ON part.entry = e.id WHERE {_BETWEEN} AND part.removed_at IS NULL"
            for table, columns in _ON_PAGES.items()
        ),
    )
)


def pieces_between(connection: sqlite3.Connection, first: date, last: date) -> Iterator[Piece]:
    """What was typed on the pages from `first` to `last`, at least one piece a page."""
    days: dict[str, date] = {}
    for day, light, *texts in connection.execute(
        _STATEMENT, {"first": first.isoformat(), "last": last.isoformat()}
    ):
        if day not in days:
            days[day] = date.fromisoformat(day)
        yield Piece(days[day], bool(light), "\n".join(filter(None, texts)))


def last_day_before(connection: sqlite3.Connection, day: date) -> date | None:
    """The last day before `day` that has a page."""
    (found,) = connection.execute(
        "SELECT max(day) FROM entries WHERE day < ? AND removed_at IS NULL", [day.isoformat()]
    ).fetchone()
    return day_from(found)
