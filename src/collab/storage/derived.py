"""What is derived from the texts: mentions, tags, the people named, the search index.

Rebuilt in the same transaction as the record it stems from; nothing here is the only
copy of anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collab.domain.entries import Entry
from collab.domain.people import names_of, tags_of
from collab.storage import entries, people, search
from collab.storage.changes import Unit

_AT_ONCE = 200


def refresh(unit: Unit, records: Iterable[tuple[str, str]]) -> None:
    """Rebuild everything derived from these (table, id): entries, talks and promises."""
    pages = []
    for table, record in records:
        if table == "entries":
            pages.append(record)
        else:
            _refresh_other(unit, table, record)
    named: dict[str, None] = {}
    for start in range(0, len(pages), _AT_ONCE):
        portion = pages[start : start + _AT_ONCE]
        living = {entry.id: entry for entry in entries.by_ids(unit.db.conn, portion)}
        for record in portion:
            _forget(unit, record)
            if record in living:
                named.update(dict.fromkeys(_remember(unit, living[record])))
    people.add_named(unit, named)


def _refresh_other(unit: Unit, table: str, record: str) -> None:
    row = unit.row(table, record)
    texts = _texts_of(table, row) if row["removed_at"] is None else []
    search.put(unit.db, table, record, row["added"] if table == "talks" else row["due"], texts)


def _forget(unit: Unit, page: str) -> None:
    unit.db.execute("DELETE FROM mentions WHERE entry = ?", [page])
    unit.db.execute("DELETE FROM tags WHERE entry = ?", [page])
    search.put(unit.db, "entries", page, None, [])


def _remember(unit: Unit, entry: Entry) -> list[str]:
    """Keep what is derived from a page; whom it names."""
    day = entry.day.isoformat()
    named = names_of(entry)
    for name in named:
        unit.db.execute("INSERT INTO mentions VALUES (?, ?, ?)", [entry.id, name, day])
    for tag, typed in tags_of(entry).items():
        unit.db.execute("INSERT INTO tags VALUES (?, ?, ?, ?)", [entry.id, tag, typed, day])
    search.put(unit.db, "entries", entry.id, day, [*entry.texts(), *entry.tags])
    return named


def _texts_of(table: str, row: dict[str, Any]) -> list[str]:
    columns = ("who", "about", "reason") if table == "talks" else ("who", "what", "reason")
    return [row[column] for column in columns if row[column]]
