"""What was typed on the pages that have to do with a person, read without the rest of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from collab.domain.person_story import PageText

_AT_ONCE = 500
"""So many pages are read with one statement; SQLite limits the values in one."""

_TYPED = (
    ("answers", 'text, "if", "then", deeper_text', "position, pk"),
    ("ratings", "deeper_text", "position, pk"),
    ("plans", '"if", "then"', "pk"),
)
"""Where the texts of a page stand below its own, in the order of `Entry.texts`."""


def page_texts(connection: sqlite3.Connection, pages: Sequence[str]) -> Iterator[PageText]:
    """The texts on the living pages with these ids, in any order of pages."""
    for start in range(0, len(pages), _AT_ONCE):
        yield from _read(connection, pages[start : start + _AT_ONCE])


def _read(connection: sqlite3.Connection, pages: Sequence[str]) -> Iterator[PageText]:
    these = f"IN ({', '.join('?' * len(pages))}) AND removed_at IS NULL"
    below: defaultdict[str, list[str]] = defaultdict(list)
    for table, columns, order in _TYPED:
        for page, *texts in connection.execute(
            f"SELECT entry, {columns} FROM {table} WHERE entry {these} ORDER BY {order}", pages
        ):
            below[page] += filter(None, texts)
    for page, kind, day, text in connection.execute(
        f"SELECT id, kind, day, text FROM entries WHERE id {these}", pages
    ):
        own = (text,) if text else ()
        yield PageText(id=page, kind=kind, day=date.fromisoformat(day), texts=(*own, *below[page]))
