"""The people of the journal, as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from collab.domain.frozen import replace
from collab.domain.people import Directory, Person, Role, folded, names_in
from collab.storage.lists import list_from, list_text

if TYPE_CHECKING:
    from collab.storage.changes import Unit


_A_FORTNIGHT = timedelta(days=13)
"""From the first of fourteen days to the last."""
_FREE_NAMES = (
    ("talks", "who"),
    ("promises", "who"),
    ("entries", "outside"),
    ("answers", "outside"),
)
"""Where a name is kept that need not be anybody's of the list of people."""


def everyone(connection: sqlite3.Connection) -> tuple[Person, ...]:
    """Every person, in the order they came into the journal."""
    rows = connection.execute(
        "SELECT id, name, names, role, circle, added FROM people"
        " WHERE removed_at IS NULL ORDER BY pk"
    )
    return tuple(
        Person(
            id=identity,
            name=name,
            names=_names(names, name),
            role=role,
            circle=bool(circle),
            added=date.fromisoformat(added) if added else None,
        )
        for identity, name, names, role, circle, added in rows
    )


def _names(document: str, name: str) -> tuple[str, ...]:
    """The list of names. Most have the one in it, and reading JSON for those would be felt."""
    if document == f'["{name}"]' and "\\" not in name:
        return (name,)
    return tuple(list_from(document))


def to_row(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "names": list_text(person.names),
        "role": person.role,
        "circle": int(person.circle),
        "added": person.added.isoformat() if person.added else None,
    }


def last_named(
    connection: sqlite3.Connection, people: tuple[Person, ...], until: date
) -> dict[str, date]:
    """For each person's id the last day up to `until` on which a page names them."""
    found: dict[str, date] = {}
    for person in people:
        for name in {folded(name) for name in (person.name, *person.names)}:
            row = connection.execute(
                "SELECT max(day) FROM mentions WHERE name = ? AND day <= ?",
                [name, until.isoformat()],
            ).fetchone()
            if row[0]:
                day = date.fromisoformat(row[0])
                found[person.id] = max(day, found.get(person.id, day))
    return found


def real_name_of(connection: sqlite3.Connection, person: str) -> str | None:
    """The name behind a person's short one. It is for the screen of the user alone."""
    row = connection.execute("SELECT real_name FROM people WHERE id = ?", [person]).fetchone()
    return row["real_name"] if row else None


def real_names(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The names behind short ones, each with the id of the person: to be found and taken out.

    Somebody made of two has the real names of both, though only one is shown.
    """
    rows = connection.execute(
        "SELECT name, real_name FROM people WHERE real_name IS NOT NULL"
        " AND removed_by IS NOT 'undo' ORDER BY removed_at IS NOT NULL, pk"
    )
    directory = Directory(everyone(connection))
    whose = [(directory.find(row["name"]), row["real_name"]) for row in rows]
    return [(person.id, name) for person, name in whose if person]


def put(unit: Unit, person: Person, real_name: str | None = None) -> bool:
    """Keep a person: a new one is added, one with a known id is changed.

    Without a `real_name` the present one stays; an empty one takes it away. Whether
    anything was different.
    """
    row = to_row(person)
    if real_name is not None:
        row["real_name"] = real_name or None
    if unit.find("people", person.id):
        return unit.update("people", person.id, row)
    unit.insert("people", row)
    return True


def put_role(unit: Unit, person: Person, role: Role, added: date) -> None:
    """Keep the role of somebody who was new, and the names that were joined to theirs since."""
    row = unit.row("people", person.id)
    names = _each_once((*person.names, *_names(row["names"], row["name"])))
    put(unit, replace(person, names=names, role=role, added=added))


def set_free(unit: Unit, names: Iterable[str]) -> None:
    """Give names that are nobody's any more to new people, where pages still hold them."""
    for name in map(folded, names):
        if unit.db.execute("SELECT 1 FROM mentions WHERE name = ? LIMIT 1", [name]).fetchone():
            add_named(unit, [name])


def join(unit: Unit, person: Person, into: Person) -> Person:
    """Make `person` and `into` one, called as `into` is; what that person is now.

    What `into` does not say is taken from `person`. No text is changed; the names tell.
    """
    days = [day for day in (person.added, into.added) if day]
    joined = replace(
        into,
        names=_each_once((*into.names, *person.names)),
        role=into.role or person.role,
        circle=into.circle or person.circle,
        added=min(days, default=None),
    )
    real_names = [real_name_of(unit.db.conn, one.id) for one in (into, person)]
    put(unit, joined, next(filter(None, real_names), None))
    unit.remove("people", person.id)
    return joined


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, those that differ only in case left out."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())


def known_by_name_only(connection: sqlite3.Connection, typed: str) -> str | None:
    """`typed` as it stands with a talk or a promise, or as whose words something are.

    None if it does so nowhere.
    """
    for table, column in _FREE_NAMES:
        for row in connection.execute(
            f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND removed_at IS NULL"
        ):
            for name in names_in(row[0]):
                if folded(name) == folded(typed):
                    return name
    return None


def new_names(connection: sqlite3.Connection, day: date) -> tuple[Person, ...]:
    """Who is named for the first time on `day` or in the thirteen days before it, of whom
    nobody said more than that, and whose role no session has asked for.

    Those of the newest day come first, each as typed there, in order of appearance.
    """
    from collab.domain.people import mentions_in
    from collab.storage.entries import between
    from collab.storage.sessions import was_asked

    first = max(day, date.min + _A_FORTNIGHT) - _A_FORTNIGHT
    entries = sorted(between(connection, first, day), key=lambda one: one.day, reverse=True)
    typed = (name for entry in entries for name in (*mentions_in(entry.texts()), *entry.people))
    only_named = {one.name: one for one in everyone(connection) if one.is_only_named()}
    return tuple(
        replace(person, name=name, names=(name,))
        for name in _each_once(typed)
        if (person := only_named.get(folded(name)))
        and not _is_named_besides(connection, person.name, first, day)
        and not was_asked(connection, role_key(person))
    )


def role_key(person: Person) -> str:
    """What it is kept under that a session asked who somebody is."""
    return f"role:{person.id}"


def is_named_before(connection: sqlite3.Connection, name: str, day: date) -> bool:
    """Whether a page of a day before `day` names `name`."""
    return _is_named_besides(connection, folded(name), day, date.max)


def _is_named_besides(connection: sqlite3.Connection, name: str, first: date, last: date) -> bool:
    """Whether any day before `first` or after `last` names `name`, which is folded."""
    found = connection.execute(
        "SELECT 1 FROM mentions WHERE name = ? AND (day < ? OR day > ?) LIMIT 1",
        [name, first.isoformat(), last.isoformat()],
    )
    return found.fetchone() is not None


def add_named(unit: Unit, names: Iterable[str]) -> None:
    """Give everybody who is named and unknown a place, in lower case and without a role."""
    unknown = dict.fromkeys(names)
    if unknown:
        for row in unit.db.execute("SELECT name, names FROM people WHERE removed_at IS NULL"):
            for name in (row["name"], *list_from(row["names"])):
                unknown.pop(folded(name), None)
    for name in unknown:
        unit.insert("people", to_row(Person(id=unit.new_id(), name=name, names=(name,))))
