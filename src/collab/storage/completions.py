"""What a begun name or tag may become: those that the journal holds."""

from __future__ import annotations

import sqlite3

from collab.domain.people import folded
from collab.storage import people

MOST = 6


def completions(connection: sqlite3.Connection, begun: str) -> tuple[str, ...]:
    """The names that `begun` (with its @ or #) may become, the one used last first.

    At most six. A name is given as its person is called, a tag as it was typed last.
    """
    known = _names(connection) if begun.startswith("@") else _tags(connection)
    start = folded(begun[1:])
    return tuple(begun[0] + name for name in known if folded(name).startswith(start))[:MOST]


def _names(connection: sqlite3.Connection) -> list[str]:
    used = dict(connection.execute("SELECT name, max(day) FROM mentions GROUP BY name").fetchall())
    spellings = {name for person in people.everyone(connection) for name in person.names}
    return sorted(sorted(spellings), key=lambda name: used.get(folded(name), ""), reverse=True)


def _tags(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT typed, max(day) FROM tags GROUP BY tag ORDER BY 2 DESC, 1")
    return [row["typed"] for row in rows]
