"""Talks as rows. Their lists of dates are JSON, read and written whole."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.domain.people import is_with
from collab.domain.talks import FollowUp, Talk, TalkMove
from collab.storage.days import day_from, day_text
from collab.storage.lists import list_from, list_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collab.storage.changes import Row, Unit

OPEN = "9999-12-31"
"""`alive_until` of a talk or promise that has not ended."""


def everyone(connection: sqlite3.Connection) -> tuple[Talk, ...]:
    """Every talk, by the day it was added, then id."""
    return _read(connection, "1", [])


def with_person(connection: sqlite3.Connection, called: frozenset[str]) -> tuple[Talk, ...]:
    """Every talk with somebody whose names are `called`, folded; in the same order."""
    spelt = spellings(connection, "talks", called)
    return _read(connection, f"who IN ({', '.join('?' * len(spelt))})", spelt)


def spellings(connection: sqlite3.Connection, table: str, called: frozenset[str]) -> list[str]:
    """As what the names `called`, folded, stand in the column `who` of a table.

    SQLite cannot fold a name, and there are far fewer names than records.
    """
    rows = connection.execute(f"SELECT DISTINCT who FROM {table} WHERE who IS NOT NULL")
    return [who for (who,) in rows if is_with(who, called)]


def alive_since(connection: sqlite3.Connection, first: date) -> tuple[Talk, ...]:
    """Every talk that is open or has a date on or after `first`."""
    return _read(connection, "alive_until >= ?", [first.isoformat()])


def open_on(connection: sqlite3.Connection, day: date) -> tuple[Talk, ...]:
    """The talks added up to `day` that are neither closed nor let go, the longest due first."""
    found = [talk for talk in alive_since(connection, day) if talk.is_open() and talk.added <= day]
    return tuple(sorted(found, key=lambda talk: (talk.date or talk.added, talk.added)))


def with_id(connection: sqlite3.Connection, talk: str) -> Talk | None:
    """The talk of this id; None if there is none, or it was removed."""
    return next(iter(_read(connection, "id = ?", [talk])), None)


def asked_about(
    connection: sqlite3.Connection, talk: str, until: date = date.max
) -> dict[str, date]:
    """For each prompt that was asked about a talk up to a day, the newest such day.

    One was asked when it was answered or skipped.
    """
    of_talk = f"about:{talk}:"
    rows = connection.execute(
        "SELECT prompt, max(day) FROM (SELECT prompt, day FROM session_questions"
        " WHERE key >= :first AND key < :end AND state <> 'open' AND removed_at IS NULL"
        " UNION SELECT answers.prompt, e.day FROM answers JOIN entries AS e"
        " ON e.id = answers.entry WHERE answers.talk = :talk AND answers.prompt IS NOT NULL"
        " AND answers.removed_at IS NULL AND e.removed_at IS NULL)"
        " WHERE day <= :until GROUP BY prompt",
        {
            "first": of_talk,
            "end": of_talk[:-1] + ";",  # what follows ":" in the order of letters
            "talk": talk,
            "until": until.isoformat(),
        },
    )
    return {prompt: date.fromisoformat(day) for prompt, day in rows}


def end_step(unit: Unit, talk: str, step: str | None, core: Iterable[str]) -> Talk | None:
    """Say that a talk was debriefed, or followed up, if all the `core` questions of the
    `step` were asked; the talk, if that was new."""
    present = with_id(unit.db.conn, talk)
    if present is None:
        return None
    changed = present.once_asked(step, core, asked_about(unit.db.conn, talk))
    if changed == present:
        return None
    put(unit, changed)
    return changed


def any_added(connection: sqlite3.Connection, until: date) -> bool:
    """Whether a talk was ever added up to `until`."""
    found = connection.execute(
        "SELECT 1 FROM talks WHERE added <= ? AND removed_at IS NULL LIMIT 1", [until.isoformat()]
    )
    return found.fetchone() is not None


def expected_and_was(connection: sqlite3.Connection, until: date) -> tuple[int, int, int]:
    """How many talks added and held up to `until` have both numbers, and the sum of each."""
    count, expected, was = connection.execute(
        "SELECT count(*), sum(expected), sum(was) FROM talks"
        " WHERE held <= :until AND added <= :until"
        " AND expected IS NOT NULL AND was IS NOT NULL AND removed_at IS NULL",
        {"until": until.isoformat()},
    ).fetchone()
    return count, expected or 0, was or 0


def _read(connection: sqlite3.Connection, which: str, values: list[Any]) -> tuple[Talk, ...]:
    # The "+" keeps SQLite from walking through all talks ever added to save the sorting.
    rows = connection.execute(
        f"SELECT * FROM talks WHERE {which} AND removed_at IS NULL ORDER BY +added, id", values
    )
    return tuple(from_row(row) for row in rows)


def from_row(row: Row) -> Talk:
    return Talk(
        id=row["id"],
        who=row["who"],
        about=row["about"],
        added=date.fromisoformat(row["added"]),
        date=day_from(row["date"]),
        held=day_from(row["held"]),
        debriefed=day_from(row["debriefed"]),
        follow_ups=tuple(
            FollowUp(due=date.fromisoformat(due), done=day_from(done))
            for due, done in list_from(row["follow_ups"])
        ),
        moved=tuple(
            TalkMove(
                on=date.fromisoformat(on), from_=date.fromisoformat(left), to=date.fromisoformat(to)
            )
            for on, left, to in list_from(row["moved"])
        ),
        closed=day_from(row["closed"]),
        let_go=day_from(row["let_go"]),
        reason=row["reason"],
        expected=row["expected"],
        was=row["was"],
    )


def to_row(talk: Talk) -> dict[str, Any]:
    follow_ups = [[day_text(one.due), day_text(one.done)] for one in talk.follow_ups]
    moved = [[day_text(move.on), day_text(move.from_), day_text(move.to)] for move in talk.moved]
    own = (talk.added, talk.date, talk.held, talk.debriefed, talk.closed, talk.let_go)
    dates = [*map(day_text, own), *(day for days in (*follow_ups, *moved) for day in days)]
    ended = talk.closed or talk.let_go
    return {
        "id": talk.id,
        "who": talk.who,
        "about": talk.about,
        "added": day_text(talk.added),
        "date": day_text(talk.date),
        "held": day_text(talk.held),
        "debriefed": day_text(talk.debriefed),
        "follow_ups": list_text(follow_ups),
        "moved": list_text(moved),
        "closed": day_text(talk.closed),
        "let_go": day_text(talk.let_go),
        "reason": talk.reason,
        "expected": talk.expected,
        "was": talk.was,
        "alive_until": max(day for day in dates if day) if ended else OPEN,
    }


def put(unit: Unit, talk: Talk) -> None:
    """Keep a talk: a new one is added, one with a known id is changed."""
    row = to_row(talk)
    if unit.db.execute("SELECT 1 FROM talks WHERE id = ?", [talk.id]).fetchone():
        unit.update("talks", talk.id, row)
    else:
        unit.insert("talks", row)
