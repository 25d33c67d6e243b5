"""Writes the document piece by piece, so that memory stays small at any size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from collab.domain.entries import Answer, Entry
from collab.domain.frozen import field_names, replace
from collab.domain.people import Person
from collab.domain.promises import Promise
from collab.domain.talks import Talk
from collab.storage import entries, people, promises, talks

if TYPE_CHECKING:
    from collab.storage.database import Connection

FORMAT, VERSION = "collab-journal", 1


def export_document(
    connection: Connection, first: date | None = None, last: date | None = None
) -> Iterator[str]:
    """The journal as one document, piece by piece, with the pages from `first` to `last`.

    People, talks and promises come along whatever the period. A promise made on a page
    that is not in the document does not name it.
    """
    yield from write_document(
        sorted(people.everyone(connection), key=lambda one: (one.added or date.min, one.id)),
        entries.in_portions(connection, first, last),
        talks.everyone(connection),
        _with_known_pages(connection, first or date.min, last or date.max),
    )


def _with_known_pages(connection: Connection, first: date, last: date) -> Iterator[Promise]:
    for promise in promises.everyone(connection):
        if promise.entry:
            day = entries.day_of(connection, promise.entry)
            if day is None or not first <= day <= last:
                promise = replace(promise, entry=None)
        yield promise


def as_json(record: Person | Entry | Answer | Talk | Promise) -> dict[str, Any]:
    """A record as it stands in a document. A field without a value is left out."""
    return {
        name.rstrip("_"): _plain(value)
        for name in field_names(record)
        if (value := getattr(record, name)) not in (None, False, "", ()) or name == "value"
    }


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return as_json(value) if field_names(value) else value


def write_document(
    people: Iterable[Person],
    entries: Iterable[Entry],
    talks: Iterable[Talk],
    promises: Iterable[Promise],
) -> Iterator[str]:
    """The document piece by piece; the records must come in the order of the format."""
    yield f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION}'
    parts: tuple[tuple[str, Iterable[Any]], ...] = (
        ("people", people),
        ("entries", entries),
        ("talks", talks),
        ("promises", promises),
    )
    for name, records in parts:
        yield f',\n  "{name}": ['
        separator = "\n    "
        for record in records:
            text = json.dumps(as_json(record), ensure_ascii=False, indent=2)
            yield separator + text.replace("\n", "\n    ")
            separator = ",\n    "
        yield "]" if separator == "\n    " else "\n  ]"
    yield "\n}\n"
