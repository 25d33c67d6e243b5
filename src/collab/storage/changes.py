"""The history: every change is kept with what was before and after, so nothing is lost.

A `Unit` is one thing the person did: an answer, a rating with its fit, one command, one
import. All writes of records go through it; it makes the fingerprint, records the
change and, at the end, rebuilds what is derived from the texts it touched.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from collab.errors import ForgottenSince, NothingToUndo
from collab.storage.database import Journal
from collab.storage.ids import new_id
from collab.storage.instants import from_columns, to_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Mapping[str, Any]
_NOT_CONTENT = frozenset({"pk", "fingerprint", "removed_at", "removed_by"})
_BESIDE_HISTORY = frozenset({"pk", "fingerprint"})
_BEYOND_ALL = 2**63 - 1


def fingerprint(row: Row) -> str:
    """The SHA-256 of a record's content: every column but its key and its state.

    An empty column counts like one that is not there, so that a column added by a later
    version leaves the fingerprints of earlier records right.
    """
    content = {
        name: value for name, value in row.items() if value is not None and name not in _NOT_CONTENT
    }
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class Unit:
    """One thing the person did, as `command` names it (such as "answer"), at `now`.

    `undoes` is the unit this one takes back, if any. `continuing` is the id of an earlier
    unit that this belongs to; the two are undone as one, unless something was done since.
    """

    def __init__(
        self, db: Database, command: str, now: datetime, continuing: str | None = None
    ) -> None:
        self.db = db
        self.id = continuing if continuing and _is_newest(db, continuing) else new_id(now)
        # Ids made within one second sort by its parts; what is kept is kept to the second.
        self.now = now.replace(microsecond=0)
        self.undoes: str | None = None
        self._precisely = now
        self._command = command
        self._last_change = 0
        self._touched: dict[tuple[str, str], None] = {}

    def new_id(self) -> str:
        """An id for a record made in this unit."""
        return new_id(self._precisely)

    # Plain statements, because the `insert` of sqlite-utils looks the table up each time:
    # an import of 20,000 entries takes a fifth of the time this way.

    def insert(self, table: str, row: Row, entry: str | None = None) -> None:
        """Add a record. A row without a state is a living one."""
        whole = {**row, "fingerprint": fingerprint(row)}
        self._insert(table, whole)
        self._record(table, row["id"], entry, None, whole)

    def _insert(self, table: str, row: Row) -> int:
        columns = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" * len(row))
        added = self.db.execute(
            f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(row.values())
        )
        return added.lastrowid or 0

    def update(self, table: str, record: str, values: Row, entry: str | None = None) -> bool:
        """Change columns of a record. Whether anything was different."""
        before = self.row(table, record)
        changed = {name: value for name, value in values.items() if value != before[name]}
        if not changed:
            return False
        after = {**before, **changed}
        changed["fingerprint"] = after["fingerprint"] = fingerprint(after)
        columns = ", ".join(f'"{name}" = ?' for name in changed)
        self.db.execute(
            f'UPDATE "{table}" SET {columns} WHERE pk = ?', (*changed.values(), before["pk"])
        )
        self._record(table, record, entry, before, after)
        return True

    def remove(self, table: str, record: str, entry: str | None = None, by: str = "user") -> None:
        """Put a record out of sight; `by` says whether the user or an undo did it."""
        at, _ = to_columns(self.now)
        self.update(table, record, {"removed_at": at, "removed_by": by}, entry)

    def revive(self, table: str, record: str, entry: str | None = None) -> None:
        """Bring a removed record back."""
        self.update(table, record, {"removed_at": None, "removed_by": None}, entry)

    def row(self, table: str, record: str) -> dict[str, Any]:
        """The record as it stands. Raises `LookupError` if there is none."""
        row = self.find(table, record)
        if row is None:
            raise LookupError(f"{table} has no record {record}")
        return row

    def find(self, table: str, record: str) -> dict[str, Any] | None:
        """The record as it stands, living or removed; None if there is none."""
        row = self.db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [record]).fetchone()
        return dict(row) if row else None

    def _record(
        self, table: str, record: str, entry: str | None, before: Row | None, after: Row
    ) -> None:
        at, offset = to_columns(self.now)
        entry = record if table == "entries" else entry
        self._last_change = self._insert(
            "changes",
            {
                "unit": self.id,
                "command": self._command,
                "at": at,
                "at_offset": offset,
                "table": table,
                "record": record,
                "entry": entry,
                "before": _kept(before),
                "after": _kept(after),
                "undoes": self.undoes,
            },
        )
        if entry is not None:
            self._touched["entries", entry] = None
        elif table in ("talks", "promises"):
            self._touched[table, record] = None

    def touch(self, table: str, record: str) -> None:
        """Have what is derived from a page, a talk or a promise rebuilt at the end."""
        self._touched[table, record] = None

    def finish(self) -> None:
        """Rebuild what is derived from the texts that were touched."""
        from collab.storage import derived

        derived.refresh(self, self._touched)
        self._touched.clear()

    def stands_in(self, connection: sqlite3.Connection) -> bool:
        """Whether the journal holds what this unit did, down to its last change."""
        found = connection.execute(
            "SELECT 1 FROM changes WHERE pk = ? AND unit = ?", [self._last_change, self.id]
        )
        return found.fetchone() is not None


def _is_newest(db: Database, unit: str) -> bool:
    # The changes of a unit stand together in the history, as `undo` reads them.
    newest = db.execute("SELECT unit FROM changes ORDER BY pk DESC LIMIT 1").fetchone()
    return newest is not None and newest["unit"] == unit


@contextmanager
def unit(
    journal: Journal, command: str, now: datetime, continuing: str | None = None
) -> Iterator[Unit]:
    """Do one thing: everything inside is kept together, or nothing is.

    Raises what `Journal.write` raises.
    """
    deed: Unit | None = None
    with journal.write(lambda connection: deed is not None and deed.stands_in(connection)) as db:
        deed = Unit(db, command, now, continuing)
        yield deed
        deed.finish()


@dataclass(frozen=True, slots=True)
class Done:
    """One unit of the history: what it was, when, and how many records and pages it touched.

    `entry` is one of the pages, if there is any. `person` is the name of a person, if what
    was done is about people alone.
    """

    unit: str
    command: str
    at: datetime
    records: int
    undone: bool
    entry: str | None = None
    pages: int = 0
    person: str = ""


def undo(journal: Journal, now: datetime, *, earlier: bool = False) -> Done:
    """Take back the last thing that was done and not taken back yet; what was done before
    somebody was forgotten only where an `earlier` change is meant.

    Choosing and skipping the questions of a session is nothing a person did, and what was
    forgotten stays so. Raises `NothingToUndo` and `ForgottenSince`.
    """
    with unit(journal, "undo", now) as deed:
        last = _last_standing(deed.db.conn)
        if last is None:
            raise NothingToUndo
        if not earlier and forgot_since(deed.db.conn, last.unit):
            raise ForgottenSince
        deed.undoes = last.unit
        for change in _changes_of(deed.db.conn, last.unit):
            _reverse(deed, change)
    return last


def _changes_of(connection: sqlite3.Connection, unit: str) -> Iterator[Row]:
    """The changes of a unit, the last one first, without holding them all."""
    at = _BEYOND_ALL
    while rows := connection.execute(
        "SELECT * FROM changes WHERE unit = ? AND pk < ? ORDER BY pk DESC LIMIT 500", [unit, at]
    ).fetchall():
        yield from rows
        at = rows[-1]["pk"]


def _reverse(deed: Unit, change: Row) -> None:
    table, record, entry = change["table"], change["record"], change["entry"]
    if change["before"] is None:
        deed.remove(table, record, entry, by="undo")
    else:
        deed.update(table, record, json.loads(change["before"]), entry)


def _last_standing(connection: sqlite3.Connection) -> Done | None:
    row = connection.execute(
        "SELECT * FROM changes AS c WHERE undoes IS NULL"
        " AND command NOT IN ('session', 'forget') AND NOT EXISTS"
        " (SELECT 1 FROM changes AS later WHERE later.undoes = c.unit)"
        " ORDER BY pk DESC LIMIT 1"
    ).fetchone()
    return _done(connection, row) if row else None


def history(
    connection: sqlite3.Connection, entry: str | None = None, limit: int = 20
) -> list[Done]:
    """What was done last, newest first; to one page if `entry` names it.

    Choosing and skipping the questions of a session is left out.
    """
    which, values = ("entry = ? AND ", [entry]) if entry else ("", [])
    found: list[Done] = []
    at = _BEYOND_ALL
    while len(found) < limit:
        row = connection.execute(
            f"SELECT * FROM changes WHERE {which}pk < ? AND command <> 'session'"
            " ORDER BY pk DESC LIMIT 1",
            [*values, at],
        ).fetchone()
        if row is None:
            break
        found.append(_done(connection, row))
        # The changes of a unit were written in one go, so before its first comes another's.
        (at,) = connection.execute(
            "SELECT min(pk) FROM changes WHERE unit = ?", [row["unit"]]
        ).fetchone()
    return found


@dataclass(frozen=True, slots=True)
class Version:
    """One change of one record of a page: its columns before and after."""

    command: str
    at: datetime
    table: str
    record: str
    before: Row | None
    after: Row


def versions(connection: sqlite3.Connection, entry: str) -> list[Version]:
    """Every change of one page, oldest first."""
    rows = connection.execute("SELECT * FROM changes WHERE entry = ? ORDER BY pk", [entry])
    return [
        Version(
            row["command"],
            _at(row),
            row["table"],
            row["record"],
            json.loads(row["before"]) if row["before"] else None,
            json.loads(row["after"]),
        )
        for row in rows
    ]


_TYPED = ("outside", "text", "if", "then", "deeper_text", "about", "what", "who", "reason")
"""The columns that hold what a person typed, in the order they were asked for."""


def texts_since(
    connection: sqlite3.Connection, moment: datetime
) -> Iterator[tuple[datetime, tuple[str, ...]]]:
    """What was typed into each record from `moment` on, with its instant, newest first.

    The clock may have been set back in the meantime; then what was done before it counts
    as earlier.
    """
    for row in connection.execute("SELECT at, at_offset, after FROM changes ORDER BY pk DESC"):
        at, after = _at(row), json.loads(row["after"])
        if at < moment:
            return
        texts = tuple(after[name] for name in _TYPED if after.get(name))
        if texts:
            yield at, texts


def day_and_kind(connection: sqlite3.Connection, entry: str) -> tuple[date, str] | None:
    """The day and kind of a page, removed ones too; None if there is none of that id."""
    row = connection.execute("SELECT day, kind FROM entries WHERE id = ?", [entry]).fetchone()
    return (date.fromisoformat(row["day"]), row["kind"]) if row else None


def _done(connection: sqlite3.Connection, row: Row) -> Done:
    records, entry, pages = connection.execute(
        "SELECT count(DISTINCT record), min(entry), count(DISTINCT entry) FROM changes"
        " WHERE unit = ?",
        [row["unit"]],
    ).fetchone()
    undone = connection.execute("SELECT 1 FROM changes WHERE undoes = ?", [row["unit"]]).fetchone()
    about = pages == 0 and row["command"] != "forget"
    person = _person_in(connection, row["unit"]) if about else ""
    return Done(
        row["unit"], row["command"], _at(row), records, undone is not None, entry, pages, person
    )


def _person_in(connection: sqlite3.Connection, unit: str) -> str:
    """Whom a unit is about: the person whose record it changed first."""
    row = connection.execute(
        "SELECT after FROM changes WHERE unit = ? AND \"table\" = 'people' ORDER BY pk LIMIT 1",
        [unit],
    ).fetchone()
    return json.loads(row["after"])["name"] if row else ""


def forgot_since(connection: sqlite3.Connection, unit: str) -> bool:
    """Whether somebody was forgotten after a unit was done."""
    row = connection.execute(
        "SELECT 1 FROM changes WHERE command = 'forget'"
        " AND pk > (SELECT max(pk) FROM changes WHERE unit = ?)",
        [unit],
    ).fetchone()
    return row is not None


def _at(row: Row) -> datetime:
    at = from_columns(row["at"], row["at_offset"])
    assert at is not None
    return at


def _kept(row: Row | None) -> str | None:
    if row is None:
        return None
    kept = {name: value for name, value in row.items() if name not in _BESIDE_HISTORY}
    return json.dumps(kept, ensure_ascii=False)
