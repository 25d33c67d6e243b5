"""Reads the texts of a run of days, a day at a time; the cost is that of these days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from collab.domain.calendar import Piece
from collab.storage.days import day_from

_BREAK = "char(10)"


def _of_page(table: str, columns: str) -> str:
    """The texts that stand on the page `e`, as one value; NULL where there are none."""
    texts = f" || {_BREAK} || ".join(f"coalesce({column}, '')" for column in columns.split(", "))
    return (
        f"(SELECT group_concat({texts}, {_BREAK}) FROM {table} AS part"
        " WHERE part.entry = e.id AND part.removed_at IS NULL)"
    )


_TEXTS = (
    "CASE WHEN e.outside IS NULL THEN e.text END",
    _of_page(
        "answers",
        "CASE WHEN part.outside IS NULL THEN part.text END,"
        ' part."if", part."then", part.deeper_text',
    ),
    _of_page("ratings", "part.deeper_text"),
    _of_page("plans", 'part."if", part."then"'),
)
"""What the user typed on a page in words of their own."""

# One row a day: a row for each text would cost more than the text.
_STATEMENT = (
    "SELECT e.day, max(e.light),"
    f" {', '.join(f'group_concat({text}, {_BREAK})' for text in _TEXTS)}"
    " FROM entries AS e WHERE e.day BETWEEN :first AND :last AND e.removed_at IS NULL"
    " GROUP BY e.day"
)


def pieces_between(connection: sqlite3.Connection, first: date, last: date) -> Iterator[Piece]:
    """What was typed on each day from `first` to `last` that has a page."""
    for day, light, *texts in connection.execute(
        _STATEMENT, {"first": first.isoformat(), "last": last.isoformat()}
    ):
        yield Piece(date.fromisoformat(day), bool(light), "\n".join(filter(None, texts)))


def last_day_before(connection: sqlite3.Connection, day: date) -> date | None:
    """The last day before `day` that has a page."""
    (found,) = connection.execute(
        "SELECT max(day) FROM entries WHERE day < ? AND removed_at IS NULL", [day.isoformat()]
    ).fetchone()
    return day_from(found)
