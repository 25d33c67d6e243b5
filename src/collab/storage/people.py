"""The people of the journal, as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.domain.people import Person, folded

if TYPE_CHECKING:
    from collab.storage.changes import Row, Unit


def everyone(connection: sqlite3.Connection) -> tuple[Person, ...]:
    """Every person, in the order they came into the journal."""
    rows = connection.execute("SELECT * FROM people WHERE removed_at IS NULL ORDER BY pk")
    return tuple(from_row(row) for row in rows)


def from_row(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        names=tuple(json.loads(row["names"])),
        role=row["role"],
        circle=bool(row["circle"]),
        added=date.fromisoformat(row["added"]) if row["added"] else None,
    )


def to_row(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "names": json.dumps(person.names, ensure_ascii=False),
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


def add_named(unit: Unit, names: Iterable[str]) -> None:
    """Give everybody who is named and unknown a place, in lower case and without a role."""
    unknown = dict.fromkeys(names)
    if unknown:
        for row in unit.db.execute("SELECT name, names FROM people WHERE removed_at IS NULL"):
            for name in (row["name"], *json.loads(row["names"])):
                unknown.pop(folded(name), None)
    for name in unknown:
        unit.insert("people", to_row(Person(id=unit.new_id(), name=name, names=(name,))))
