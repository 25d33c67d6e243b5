"""Promises as rows."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.domain.promises import Promise, PromiseMove
from collab.storage.days import day_from, day_text
from collab.storage.lists import list_from, list_text
from collab.storage.talks import OPEN, spellings

if TYPE_CHECKING:
    from collab.storage.changes import Row, Unit


def everyone(connection: sqlite3.Connection) -> tuple[Promise, ...]:
    """Every promise, by its first date, then id."""
    return _read(connection, "1", [])


def still_open(connection: sqlite3.Connection) -> tuple[Promise, ...]:
    """Every promise that is neither done nor dropped, in the same order."""
    return tuple(one for one in _read(connection, "alive_until = ?", [OPEN]) if one.is_open())


def with_person(connection: sqlite3.Connection, called: frozenset[str]) -> tuple[Promise, ...]:
    """Every promise with somebody whose names are `called`, folded; in the same order."""
    spelt = spellings(connection, "promises", called)
    return _read(connection, f"who IN ({', '.join('?' * len(spelt))})", spelt)


def alive_since(connection: sqlite3.Connection, first: date) -> tuple[Promise, ...]:
    """Every promise that is open or has a date on or after `first`."""
    return _read(connection, "alive_until >= ?", [first.isoformat()])


def open_on(connection: sqlite3.Connection, day: date) -> tuple[Promise, ...]:
    """The promises made up to `day` that are neither done nor dropped, the longest due first."""
    found = [
        promise
        for promise in alive_since(connection, day)
        if promise.is_open() and (promise.made is None or promise.made <= day)
    ]
    return tuple(sorted(found, key=lambda promise: (promise.newest_date(), promise.due)))


def with_id(connection: sqlite3.Connection, promise: str) -> Promise | None:
    """The promise of this id; None if there is none, or it was removed."""
    return next(iter(_read(connection, "id = ?", [promise])), None)


def _read(connection: sqlite3.Connection, which: str, values: list[Any]) -> tuple[Promise, ...]:
    rows = connection.execute(
        f"SELECT * FROM promises WHERE {which} AND removed_at IS NULL ORDER BY due, id", values
    )
    return tuple(from_row(row) for row in rows)


def from_row(row: Row) -> Promise:
    return Promise(
        id=row["id"],
        side=row["side"],
        who=row["who"],
        what=row["what"],
        made=day_from(row["made"]),
        due=date.fromisoformat(row["due"]),
        moved=tuple(
            PromiseMove(
                on=date.fromisoformat(on),
                from_=date.fromisoformat(left),
                to=date.fromisoformat(to),
                agreed=agreed,
            )
            for on, left, to, agreed in list_from(row["moved"])
        ),
        done=day_from(row["done"]),
        dropped=day_from(row["dropped"]),
        reason=row["reason"],
        entry=row["entry"],
    )


def to_row(promise: Promise) -> dict[str, Any]:
    moved = [
        [day_text(move.on), day_text(move.from_), day_text(move.to), move.agreed]
        for move in promise.moved
    ]
    dates = [promise.due, promise.made, promise.done, promise.dropped]
    dates += [day for move in promise.moved for day in (move.on, move.from_, move.to)]
    ended = promise.done or promise.dropped
    return {
        "id": promise.id,
        "side": promise.side,
        "who": promise.who,
        "what": promise.what,
        "made": day_text(promise.made),
        "due": day_text(promise.due),
        "moved": list_text(moved),
        "done": day_text(promise.done),
        "dropped": day_text(promise.dropped),
        "reason": promise.reason,
        "entry": promise.entry,
        "alive_until": day_text(max(day for day in dates if day)) if ended else OPEN,
    }


def put(unit: Unit, promise: Promise) -> None:
    """Keep a promise: a new one is added, one with a known id is changed."""
    row = to_row(promise)
    if unit.db.execute("SELECT 1 FROM promises WHERE id = ?", [promise.id]).fetchone():
        unit.update("promises", promise.id, row)
    else:
        unit.insert("promises", row)
