"""What is derived from the texts: mentions, tags, the people named, the search index.

Rebuilt in the same transaction as the record it stems from; nothing here is the only
copy of anything.
"""

from __future__ import annotations

from typing import Any

from collab.domain.entries import Entry
from collab.domain.people import folded, mentions_in, tags_in
from collab.storage import entries, people, search
from collab.storage.changes import Unit


def refresh(unit: Unit, table: str, record: str) -> None:
    """Rebuild everything derived from one entry, talk or promise."""
    if table == "entries":
        _refresh_entry(unit, record)
    else:
        row = unit.row(table, record)
        living = row["removed_at"] is None
        search.put(
            unit.db,
            table,
            record,
            row["added"] if table == "talks" else row["due"],
            _texts_of(table, row) if living else [],
        )


def _refresh_entry(unit: Unit, record: str) -> None:
    unit.db.execute("DELETE FROM mentions WHERE entry = ?", [record])
    unit.db.execute("DELETE FROM tags WHERE entry = ?", [record])
    found = entries.by_ids(unit.db.conn, [record])
    if not found:
        search.put(unit.db, "entries", record, None, [])
        return
    entry = found[0]
    named = names_of(entry)
    for name in named:
        unit.db.table("mentions").insert(
            {"entry": record, "name": name, "day": entry.day.isoformat()}
        )
    for tag, typed in tags_of(entry).items():
        unit.db.table("tags").insert(
            {"entry": record, "tag": tag, "typed": typed, "day": entry.day.isoformat()}
        )
    people.add_named(unit, named)
    search.put(unit.db, "entries", record, entry.day.isoformat(), [*entry.texts(), *entry.tags])


def names_of(entry: Entry) -> list[str]:
    """Everyone an entry names, folded: its list of people and the mentions in its texts."""
    return list(
        dict.fromkeys(folded(name) for name in (*entry.people, *mentions_in(entry.texts())))
    )


def tags_of(entry: Entry) -> dict[str, str]:
    """An entry's tags, folded, each with the spelling that came first."""
    found: dict[str, str] = {}
    for tag in (*entry.tags, *tags_in(entry.texts())):
        found.setdefault(folded(tag), tag)
    return found


def _texts_of(table: str, row: dict[str, Any]) -> list[str]:
    columns = ("who", "about", "reason") if table == "talks" else ("who", "what", "reason")
    return [row[column] for column in columns if row[column]]
