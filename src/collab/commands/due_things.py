"""What is due on a day, in the words that a session has for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from collab.commands.session import Session
from collab.domain.due import NAMED, Due, due_on
from collab.domain.promises import Promise
from collab.domain.talks import Talk
from collab.storage import promises, talks
from collab.storage.database import Connection
from collab.storage.raised_talks import raised


def due_things(session: Session, day: date) -> tuple[Due, ...]:
    """The promises and talks that are due on `day`, the longest due first."""

    def due(connection: Connection) -> tuple[Due, ...]:
        return due_on(
            day,
            talks.alive_since(connection, day),
            promises.alive_since(connection, day),
            kinds=NAMED,
            raised=raised(connection, day),
        )

    return session.read(due, ())


def in_full(one: Due) -> str:
    """ "to Ana: comments on the hiring plan", "talk with Rui about the handovers"."""
    record = one.record
    if isinstance(record, Promise):
        whom = f"{_direction(record)} {record.who}: " if record.who else ""
        return f"{whom}{record.what}"
    assert isinstance(record, Talk)
    return f"talk with {record.who}" + (f" about {record.about}" if record.about else "")


def in_short(one: Due) -> str:
    """ "to Dee, the introduction", "the talk with Rui"."""
    record = one.record
    if isinstance(record, Promise):
        return f"{_direction(record)} {record.who}, {record.what}" if record.who else record.what
    assert isinstance(record, Talk)
    return f"the talk with {record.who}"


def kinds_of(things: Sequence[Due]) -> list[tuple[int, str]]:
    """How many of each kind are among `things`: promises, then talks."""
    promised = sum(isinstance(one.record, Promise) for one in things)
    return [(promised, "promise"), (len(things) - promised, "talk")]


def _direction(promise: Promise) -> str:
    return "to" if promise.side == "mine" else "from"
