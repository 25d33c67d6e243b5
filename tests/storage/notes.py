"""The shortest way to put something into a journal."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta, timezone

from collab.domain.entries import Answer, Entry
from collab.storage import entries, pages
from collab.storage.changes import unit
from collab.storage.database import Journal

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def keep_note(journal: Journal, text: str, day: date = DAY, now: datetime = NOW) -> str:
    """Write a note in a unit of its own; its id."""
    with unit(journal, "note", now) as deed:
        return pages.add_entry(
            deed, Entry(id=deed.new_id(), day=day, written_at=deed.now, text=text)
        )


def keep_answer(journal: Journal, text: str, prompt: str = "E-02", now: datetime = NOW) -> str:
    """Answer a question of the evening in a unit of its own; the id of the page."""
    with unit(journal, "answer", now) as deed:
        page = pages.page_of(deed, now.date(), "evening")
        pages.put_answer(deed, page, Answer(id=deed.new_id(), prompt=prompt, text=text, at=now))
        return page


def all_entries(journal: Journal) -> list[Entry]:
    """Everything that can be read."""
    with journal.read() as connection:
        return list(entries.in_portions(connection))


def texts_in(journal: Journal) -> list[str]:
    """Every text that can be read, in the order of the journal."""
    return [text for entry in all_entries(journal) for text in entry.texts()]


def rows(journal: Journal, query: str) -> list[sqlite3.Row]:
    with journal.read() as connection:
        return connection.execute(query).fetchall()
