"""Finds pages without reading them: by day, tag, person, theme or star."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date

from collab.domain.frozen import frozen
from collab.domain.people import folded

_THERE = "part.entry = e.id AND part.removed_at IS e.removed_at"
"""The part stands on its page, or went with it when it was removed."""

_STARRED = (
    "SELECT id FROM entries WHERE starred = 1"
    " UNION SELECT entry FROM answers WHERE starred = 1 AND removed_at IS NULL"
)


@frozen
class Wanted:
    """Which pages are looked for: those that fit everything that is said here.

    `first` and `last` are days, `tag` is folded and so are `names`, all of one person.
    `removed` asks for the pages that were removed, in place of those that stand; nobody
    is named on them, and they have no tags.
    """

    first: date = date.min
    last: date = date.max
    tag: str | None = None
    names: tuple[str, ...] = ()
    theme: str | None = None
    starred: bool = False
    removed: bool = False


def newest(connection: sqlite3.Connection, wanted: Wanted, most: int) -> list[str]:
    """The ids of the pages that fit, the newest first, `most` of them at most."""
    source, day, fits, values = _fitting(wanted)
    rows = connection.execute(
        f"SELECT e.id FROM {source} WHERE {fits} ORDER BY {day} DESC, e.written_at DESC, e.id DESC",
        values,
    )
    found: dict[str, None] = {}
    for row in rows:
        # A page with two names of one person comes twice.
        found[row["id"]] = None
        if len(found) == most:
            break
    return list(found)


def with_person(connection: sqlite3.Connection, names: frozenset[str]) -> list[str]:
    """The ids of the standing pages that name a person, or hold words of theirs.

    `names` are folded, all of that person.
    """
    wanted = Wanted(names=tuple(sorted(names)))
    found = dict.fromkeys(newest(connection, wanted, most=sys.maxsize))
    for page, outside in connection.execute(
        "SELECT id, outside FROM entries WHERE outside IS NOT NULL AND removed_at IS NULL"
        " UNION ALL SELECT entry, outside FROM answers"
        " WHERE outside IS NOT NULL AND removed_at IS NULL"
    ):
        if folded(outside) in names:
            found[page] = None
    return list(found)


def last_named_on(connection: sqlite3.Connection, wanted: Wanted) -> dict[str, date]:
    """Every folded name on the pages that fit, with the last day of it."""
    source, _, fits, values = _fitting(wanted)
    rows = connection.execute(
        f"SELECT m.name, max(m.day) FROM {source} JOIN mentions AS m ON m.entry = e.id"
        f" WHERE {fits} GROUP BY m.name",
        values,
    )
    return {name: date.fromisoformat(day) for name, day in rows}


def _fitting(wanted: Wanted) -> tuple[str, str, str, list[str]]:
    """Where to read from, what the day is called there, the conditions and their values."""
    source, conditions, values = _named_source(wanted)
    day = "n.day" if conditions else "e.day"
    conditions += [f"{day} BETWEEN ? AND ?", _standing(wanted.removed)]
    values += [wanted.first.isoformat(), wanted.last.isoformat()]
    if wanted.theme is not None:
        conditions.append(f"({_holds('answers', 'theme = ?')} OR {_holds('ratings', 'theme = ?')})")
        values += [wanted.theme, wanted.theme]
    if wanted.starred:
        conditions.append(f"e.id IN ({_STARRED})")
    return source, day, " AND ".join(conditions), values


def _named_source(wanted: Wanted) -> tuple[str, list[str], list[str]]:
    """Where to read from, with the conditions on tag and names and their values.

    Tags and names have indexes by day, so that the newest pages of one come first there.
    """
    any_name = f"IN ({', '.join('?' * len(wanted.names))})"
    if wanted.tag is not None:
        source, conditions, values = "tags", ["n.tag = ?"], [wanted.tag, *wanted.names]
        if wanted.names:
            conditions.append(f"e.id IN (SELECT entry FROM mentions WHERE name {any_name})")
    elif wanted.names:
        source, conditions, values = "mentions", [f"n.name {any_name}"], [*wanted.names]
    else:
        return "entries AS e", [], []
    return f"{source} AS n JOIN entries AS e ON e.id = n.entry", conditions, values


def _standing(removed: bool) -> str:
    return f"e.removed_at IS {'NOT ' if removed else ''}NULL"


def _holds(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} AS part WHERE {_THERE} AND part.{condition})"
