"""Ends of ids: how a person names a page, and the shortest that names one alone."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from collab.domain.naming import SHORTEST_END

_LAST = f"upper(substr(id, -{SHORTEST_END}))"
"""What the indexes `entries_by_end`, `talks_by_end` and `promises_by_end` hold."""

_AT_ONCE = 500
"""So many ids are looked up with one statement; SQLite limits the values in one."""


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
    asked = list(ids)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for start in range(0, len(asked), _AT_ONCE):
        ends = [_last(one) for one in asked[start : start + _AT_ONCE]]
        for (found,) in connection.execute(
            f"SELECT id FROM {table} WHERE {_LAST} IN ({', '.join('?' * len(ends))})", ends
        ):
            alike[_last(found)].add(found)
    return {one: _end_among(one, alike[_last(one)] - {one}) for one in asked}


def _last(end: str) -> str:
    return end[-SHORTEST_END:].upper()


def _end_among(one: str, others: Iterable[str]) -> str:
    taken = "".join(f"{other}\n" for other in others).upper()
    for length in range(SHORTEST_END, len(one)):
        end = one[-length:]
        if end[0] != "-" and f"{end}\n".upper() not in taken:
            return end
    return one
