"""Sessions: the questions chosen for one, how far it came, and words begun in it.

The questions are stored when a session starts, so that going on asks the same ones.
Choosing and skipping are kept in the history, but are nothing a person would undo.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from collab.domain.frozen import frozen
from collab.storage.instants import from_columns, to_columns
from collab.storage.lists import list_from, list_text

if TYPE_CHECKING:
    from sqlite_utils import Database

    from collab.domain.questions import Question
    from collab.storage.changes import Unit
    from collab.storage.database import Journal

State = Literal["open", "answered", "skipped"]


@frozen
class StoredQuestion:
    """A question as it was chosen for a session, and what became of it."""

    id: str
    key: str
    prompt: str | None
    state: State


@frozen
class Draft:
    """Words begun in answer to the question `key` and not given; one text for each field."""

    day: date
    kind: str
    key: str
    texts: tuple[str, ...]
    begun_at: datetime

    def holds_words(self) -> bool:
        """Whether anything was begun at all."""
        return any(text.strip() for text in self.texts)


def stored(connection: sqlite3.Connection, day: date, kind: str) -> tuple[StoredQuestion, ...]:
    """The questions of a session in their order; none if it was not started."""
    rows = connection.execute(
        "SELECT id, key, prompt, state FROM session_questions"
        " WHERE day = ? AND kind = ? AND removed_at IS NULL ORDER BY position",
        [day.isoformat(), kind],
    )
    return tuple(StoredQuestion(**row) for row in map(dict, rows))


def choose(unit: Unit, day: date, kind: str, questions: Iterable[Question]) -> None:
    """Store the questions of a session that starts; those it has already stay."""
    known = {one.key for one in stored(unit.db.conn, day, kind)}
    for question in questions:
        if question.key not in known:
            place = (day, kind, len(known) + 1)
            _add(unit, place, question.key, question.prompt, question.theme, "open")
            known.add(question.key)


def head(unit: Unit, day: date, kind: str, key: str) -> None:
    """Put a row before the questions of a session that says what it is about."""
    _add(unit, (day, kind, 0), key, None, None, "answered")


def _add(
    unit: Unit,
    place: tuple[date, str, int],
    key: str,
    prompt: str | None,
    theme: str | None,
    state: State,
) -> None:
    day, kind, position = place
    unit.insert(
        "session_questions",
        {
            "id": unit.new_id(),
            "day": day.isoformat(),
            "kind": kind,
            "position": position,
            "key": key,
            "prompt": prompt,
            "theme": theme,
            "state": state,
        },
    )


def mark(unit: Unit, day: date, kind: str, key: str, state: State, *, lets_go: bool = True) -> None:
    """Say what became of a question; `lets_go` of the words begun for it, too."""
    at, offset = to_columns(unit.now)
    for row in list(
        unit.db.query(
            "SELECT id FROM session_questions"
            " WHERE day = ? AND kind = ? AND key = ? AND removed_at IS NULL",
            [day.isoformat(), kind, key],
        )
    ):
        values = {"state": state, "state_at": at, "state_offset": offset}
        unit.update("session_questions", row["id"], values)
    if lets_go:
        drop_draft(unit.db, day, kind, key)


def was_asked(connection: sqlite3.Connection, key: str) -> bool:
    """Whether any session asked the question kept under `key`."""
    found = connection.execute(
        "SELECT 1 FROM session_questions WHERE key = ? AND state <> 'open'"
        " AND removed_at IS NULL LIMIT 1",
        [key],
    )
    return found.fetchone() is not None


def add_asked(unit: Unit, day: date, kind: str, key: str, state: State) -> None:
    """Remember a question beside those that were chosen, and what became of it."""
    place = (day, kind, len(stored(unit.db.conn, day, kind)) + 1)
    _add(unit, place, key, None, None, "open")
    mark(unit, day, kind, key, state)


def put_instead(unit: Unit, day: date, kind: str, key: str, question: Question) -> None:
    """Let another question stand at the place of the one kept under `key`, if it is open."""
    for row in list(
        unit.db.query(
            "SELECT id, position FROM session_questions WHERE day = ? AND kind = ? AND key = ?"
            " AND state = 'open' AND removed_at IS NULL",
            [day.isoformat(), kind, key],
        )
    ):
        unit.remove("session_questions", row["id"])
        place = (day, kind, row["position"])
        _add(unit, place, question.key, question.prompt, question.theme, "open")


def any_held(connection: sqlite3.Connection) -> bool:
    """Whether the journal has a session, or a page that one writes."""
    found = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM session_questions)"
        " OR EXISTS (SELECT 1 FROM entries WHERE kind <> 'note')"
    )
    return bool(found.fetchone()[0])


def let_go(unit: Unit, day: date, kind: str) -> None:
    """Take back the questions of a session that were not reached: they were never asked."""
    for one in stored(unit.db.conn, day, kind):
        if one.state == "open":
            unit.remove("session_questions", one.id)


def keep_draft(journal: Journal, draft: Draft, instead_of: Draft | None = None) -> None:
    """Keep words that were begun, or none if the draft holds none.

    Those begun before for the same question give way, and so do those of `instead_of`.
    Raises what `Journal.write` raises.
    """
    with journal.write(lambda connection: draft in drafts(connection)) as db:
        for old in (instead_of, draft):
            if old is not None:
                drop_draft(db, old.day, old.kind, old.key)
        if draft.holds_words():
            at, offset = to_columns(draft.begun_at)
            texts = list_text(draft.texts)
            db.execute(
                "INSERT INTO drafts (day, kind, key, texts, begun_at, begun_offset)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [draft.day.isoformat(), draft.kind, draft.key, texts, at, offset],
            )


def drop_draft(db: Database, day: date, kind: str, key: str) -> None:
    """Let go of words that were begun, because they were given or discarded."""
    db.execute(
        "DELETE FROM drafts WHERE day = ? AND kind = ? AND key = ?", [day.isoformat(), kind, key]
    )


def drafts(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """All words begun and not given, the newest last."""
    rows = connection.execute("SELECT * FROM drafts ORDER BY pk")
    return tuple(
        Draft(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            key=row["key"],
            texts=tuple(list_from(row["texts"])),
            begun_at=_instant(row["begun_at"], row["begun_offset"]),
        )
        for row in rows
    )


def _instant(utc: str, offset: int) -> datetime:
    instant = from_columns(utc, offset)
    assert instant is not None
    return instant
