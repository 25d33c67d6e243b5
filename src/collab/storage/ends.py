"""Ends of ids: how a person names a page, and the shortest that names one alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from collab.domain.naming import SHORTEST_END

_LAST = f"upper(substr(id, -{SHORTEST_END}))"
"""What the index `entries_by_end` holds; other tables that are asked for ends are small."""


def ends_with(connection: sqlite3.Connection, end: str, *, removed: bool = False) -> list[str]:
    """The ids of the pages called `end`, compared without case: the last four or more
    characters of an id, or all of it. A whole id is nobody else's end."""
    rows = connection.execute(
        f"SELECT id FROM entries WHERE {_LAST} = ? AND removed_at IS"
        f"{' NOT' if removed else ''} NULL ORDER BY day, pk",
        [_last(end)],
    )
    found = [row["id"] for row in rows if row["id"].upper().endswith(end.upper())]
    whole = [one for one in found if one == end]
    return whole or [one for one in found if one.upper() == end.upper()] or found


def ends_of(
    connection: sqlite3.Connection, ids: Iterable[str], table: str = "entries"
) -> dict[str, str]:
    """For each id its shortest end that names nothing else in the table, removed or not.

    It has four characters at least and begins with none that begins an option; the whole
    id is given where no end would do.
    """
    return {one: _end_among(one, _neighbours(connection, table, one)) for one in ids}


def _last(end: str) -> str:
    return end[-SHORTEST_END:].upper()


def _neighbours(connection: sqlite3.Connection, table: str, one: str) -> Sequence[str]:
    rows = connection.execute(f"SELECT id FROM {table} WHERE {_LAST} = ?", [_last(one)])
    return [row["id"].upper() for row in rows if row["id"] != one]


def _end_among(one: str, others: Sequence[str]) -> str:
    for length in range(SHORTEST_END, len(one)):
        end = one[-length:]
        if end[0] != "-" and not any(other.endswith(end.upper()) for other in others):
            return end
    return one
