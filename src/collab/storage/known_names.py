"""Every name that somebody has, or had at any time, in the journal's list of people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from collab.domain.forgetting import SOMEONE
from collab.domain.people import Person, folded
from collab.storage import people
from collab.storage.changes import Row, Unit, fingerprint
from collab.storage.typed_words import IMAGES


class KnownNames:
    """What the journal's list of people has of the person, and had at any time."""

    def __init__(self, connection: sqlite3.Connection, person: Person) -> None:
        self._connection = connection
        self._others = [one for one in people.everyone(connection) if one.id != person.id]
        taken = frozenset().union(*(other.called() for other in self._others))
        living = {other.id for other in self._others}
        self.names = {folded(name): name for name in (person.name, *person.names)}
        self.real_names: set[str] = set()
        self._rows: list[Row] = []
        rows = [dict(row) for row in connection.execute("SELECT * FROM people ORDER BY pk")]
        self.is_listed = any(row["id"] == person.id for row in rows)
        grown = True
        while grown:
            before = len(self.names), len(self._rows)
            self._rows = [
                row
                for row in rows
                if row["id"] == person.id
                or (row["id"] not in living and self.names.keys() & _called(row))
            ]
            for record in (*self._rows, *self._versions_of({row["id"] for row in self._rows})):
                for name in (record["name"], *json.loads(record["names"])):
                    if folded(name) not in taken and folded(name) != SOMEONE:
                        self.names.setdefault(folded(name), name)
                if record.get("real_name"):
                    self.real_names.add(record["real_name"])
            grown = before != (len(self.names), len(self._rows))
        self.ids = {row["id"] for row in self._rows}
        self.versions = sum(row["record"] in self.ids for row in self._changes())

    def is_own(self, change: Row | sqlite3.Row) -> bool:
        """Whether a change of the history is one of the person's own record."""
        return change["table"] == "people" and change["record"] in self.ids

    def others_version(self, image: Row) -> dict[str, Any]:
        """What changes in an earlier version of somebody who had these names for a while."""
        names = json.loads(image["names"])
        left = [name for name in names if folded(name) not in self.names]
        if left == names:
            return {}
        name = image["name"] if folded(image["name"]) not in self.names else (left or [SOMEONE])[0]
        return {"name": name, "names": json.dumps(left or [SOMEONE], ensure_ascii=False)}

    def forget(self, unit: Unit) -> None:
        """Leave a removed record that says nothing, so that no import brings the person back."""
        for record in self.ids:
            self._connection.execute(
                "DELETE FROM changes WHERE \"table\" = 'people' AND record = ?", [record]
            )
        for row in self._rows:
            nobody = people.to_row(Person(id=row["id"], name=SOMEONE, names=(SOMEONE,)))
            kept = {"removed_at": row["removed_at"], "removed_by": row["removed_by"]}
            values = {**nobody, "real_name": None, **kept}
            values["fingerprint"] = fingerprint(values)
            columns = ", ".join(f'"{name}" = ?' for name in values)
            self._connection.execute(
                f"UPDATE people SET {columns} WHERE pk = ?", (*values.values(), row["pk"])
            )
            if row["removed_by"] != "user":
                unit.remove("people", row["id"])

    def _changes(self) -> Iterator[sqlite3.Row]:
        yield from self._connection.execute("SELECT * FROM changes WHERE \"table\" = 'people'")

    def _versions_of(self, ids: set[str]) -> list[Row]:
        return [
            json.loads(row[image])
            for row in self._changes()
            for image in IMAGES
            if row["record"] in ids and row[image]
        ]


def _called(row: Row) -> set[str]:
    return {folded(name) for name in (row["name"], *json.loads(row["names"]))}
