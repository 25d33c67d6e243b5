"""Whether a journal file is whole, by everything the program promises of one."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

from collab.domain.people import names_of, tags_of
from collab.storage import entries, promises, talks
from collab.storage.changes import fingerprint

RECORDS = ("people", "entries", "answers", "ratings", "plans", "talks", "promises")


def faults_in(path: Path) -> list[str]:
    """What is wrong with the journal at `path`, in the order of the tables; ideally nothing.

    Nobody may hold it: no transaction open, nothing left beside the file.
    """
    beside = sorted(other.name for other in path.parent.glob(path.name + "*") if other != path)
    faults = [f"{name} was left behind" for name in beside]
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("BEGIN EXCLUSIVE")
        check = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        faults += [f"integrity: {line}" for line in check if line != "ok"]
        faults += [f"{row[0]} {row[1]} hangs loose" for row in _loose(connection)]
        faults += _changed(connection)
        faults += _unfindable(connection)
        faults += _not_derived(connection)
    finally:
        connection.close()
    return faults


def _loose(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    return connection.execute("PRAGMA foreign_key_check").fetchall()


def _changed(connection: sqlite3.Connection) -> list[str]:
    """Records that are not what their fingerprint was made from."""
    return [
        f"{table} {row['id']} has the wrong fingerprint"
        for table in (*RECORDS, "session_questions")
        for row in connection.execute(f"SELECT * FROM {table}")
        if fingerprint(dict(row)) != row["fingerprint"]
    ]


def _unfindable(connection: sqlite3.Connection) -> list[str]:
    """Where the search index and the texts differ."""
    expected = {
        ("entries", entry.id): [*entry.texts(), *entry.tags]
        for entry in entries.in_portions(connection)
    }
    for talk in talks.everyone(connection):
        expected["talks", talk.id] = list(filter(None, (talk.who, talk.about, talk.reason)))
    for one in promises.everyone(connection):
        expected["promises", one.id] = list(filter(None, (one.who, one.what, one.reason)))
    found = {
        (row["kind"], row["record"]): row["text"]
        for row in connection.execute(
            "SELECT p.kind, p.record, search.text FROM search_places AS p"
            " LEFT JOIN search ON search.rowid = p.pk"
        )
    }
    texts = {
        record: unicodedata.normalize("NFC", "\n".join(texts))
        for record, texts in expected.items()
        if texts
    }
    faults = [
        f"search and texts differ in {record}"
        for record in found.keys() | texts.keys()
        if found.get(record) != texts.get(record)
    ]
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        faults.append("the search index is out of step with itself")
    (rows,) = connection.execute("SELECT count(*) FROM search").fetchone()
    return faults + ["the search index has rows too many"] * (rows > len(found))


def _not_derived(connection: sqlite3.Connection) -> list[str]:
    """Where mentions and tags are not those of the pages."""
    mentions, tags = set(), set()
    for entry in entries.in_portions(connection):
        mentions |= {(entry.id, name, entry.day.isoformat()) for name in names_of(entry)}
        tags |= {(entry.id, tag, entry.day.isoformat()) for tag in tags_of(entry)}
    kept_mentions = {tuple(row) for row in connection.execute("SELECT * FROM mentions")}
    kept_tags = {tuple(row) for row in connection.execute("SELECT entry, tag, day FROM tags")}
    return ["mentions are out of step"] * (mentions != kept_mentions) + ["tags are out of step"] * (
        tags != kept_tags
    )
