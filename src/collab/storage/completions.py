"""What a begun name or tag may become: those that the journal holds."""

from __future__ import annotations

import sqlite3

from collab.domain.people import Person, can_be_mentioned, folded
from collab.storage import people

MOST = 6


def completions(connection: sqlite3.Connection, begun: str) -> tuple[str, ...]:
    """The names that `begun` (with its @ or #) may become, the one used last first.

    At most six. A person is offered once, whichever of the names was begun, and by the
    present name if that can stand behind an @; a tag is given as it was typed last.
    """
    start = folded(begun[1:])
    if begun.startswith("@"):
        known = [
            next(filter(can_be_mentioned, (person.name, name, *person.names)), "")
            for person, name in people_called(connection, start)
        ]
    else:
        known = [tag for tag in _tags(connection) if folded(tag).startswith(start)]
    return tuple(begun[0] + name for name in known if name)[:MOST]


def people_called(connection: sqlite3.Connection, begun: str) -> list[tuple[Person, str]]:
    """Everybody with a name that begins so, and that name: the present one if it does.

    The one who was named last comes first.
    """
    used = dict(connection.execute("SELECT name, max(day) FROM mentions GROUP BY name").fetchall())
    start = folded(begun)
    found = []
    for person in people.everyone(connection):
        names = [name for name in person.names if folded(name).startswith(start)]
        if names:
            last = max(used.get(name, "") for name in person.called())
            found.append((last, person, names[0]))
    found.sort(key=lambda one: folded(one[1].name))
    found.sort(key=lambda one: one[0], reverse=True)
    return [(person, name) for _, person, name in found]


def _tags(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT typed, max(day) FROM tags GROUP BY tag ORDER BY 2 DESC, 1")
    return [row["typed"] for row in rows]
