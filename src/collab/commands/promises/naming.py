"""Which promise a person means: the one with somebody, or the one with this end of its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.domain.frozen import frozen
from collab.errors import AmbiguousPromise, NoOpenPromise, UnknownPromise
from collab.storage.ends import SHORTEST, ends_of

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.promises import Promise
    from collab.storage.database import Connection

PromiseName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="The person, or the end of its id as list prints it.",
        show_default=False,
    ),
]

_LONGEST_QUOTE = 40


@frozen
class Named:
    """The promise that was meant, and the end of its id."""

    promise: Promise
    end: str


def promise_named(session: Session, words: Sequence[str]) -> Named:
    """The one open promise that was meant, or the ended one whose id ends so.

    Those that fit are listed on standard error where they are several. An ended one is
    given only by the end of its id, so that what refuses it says since when it has ended.

    Raises `NoJournalToChange`, `UnknownPromise`, `NoOpenPromise` and `AmbiguousPromise`.
    """
    from collab.storage import promises

    session.expect_journal()
    typed = " ".join(words).strip()
    with session.reading() as connection:
        found = _fitting(connection, typed, promises.everyone(connection))
        ends = ends_of(connection, [one.id for one in found], "promises")
    if len(found) > 1:
        _list(session, found, ends)
        raise AmbiguousPromise(quotable(typed), ends[found[-1].id])
    (promise,) = found
    return Named(promise=promise, end=ends[promise.id])


def keep_change(
    session: Session, done: str, id_: str, change: Callable[[Promise], Promise]
) -> Promise:
    """Keep what was `done` to a promise, as it stands now: another window may have changed it.

    The promise as it is then. Raises `UnknownPromise` and what `change` raises.
    """
    from collab.storage import promises

    with session.unit(done) as unit:
        present = promises.with_id(unit.db.conn, id_)
        if present is None:
            raise UnknownPromise(id_)
        changed = change(present)
        promises.put(unit, changed)
    return changed


def quotable(typed: str) -> str:
    """What was typed, as far as a message quotes it."""
    return typed if len(typed) <= _LONGEST_QUOTE else typed[: _LONGEST_QUOTE - 1] + "…"


def _fitting(
    connection: Connection, typed: str, promises: Sequence[Promise]
) -> tuple[Promise, ...]:
    """The promises that a name fits, at least one. A person comes before the end of an id."""
    with_person = _with_person(connection, typed, promises)
    still_open = tuple(one for one in with_person if one.is_open())
    if still_open:
        return tuple(sorted(still_open, key=lambda one: one.newest_date()))
    called_so = _called(typed, promises)
    if called_so:
        return called_so
    raise (NoOpenPromise if with_person else UnknownPromise)(quotable(typed))


def _with_person(
    connection: Connection, typed: str, promises: Sequence[Promise]
) -> tuple[Promise, ...]:
    from collab.domain.people import Directory, folded
    from collab.storage.people import everyone

    name = typed.removeprefix("@")
    person = Directory(everyone(connection)).find(name)
    names = {folded(one) for one in (name, *((person.name, *person.names) if person else ()))}
    return tuple(
        one for one in promises if one.who and folded(one.who.strip().removeprefix("@")) in names
    )


def _called(end: str, promises: Sequence[Promise]) -> tuple[Promise, ...]:
    """Those with this id, or with an id that ends so; of the latter the open ones first."""
    whole = tuple(one for one in promises if one.id.upper() == end.upper())
    if whole or len(end) < SHORTEST:
        return whole
    found = tuple(one for one in promises if one.id.upper().endswith(end.upper()))
    return tuple(one for one in found if one.is_open()) or found


def _list(session: Session, found: Sequence[Promise], ends: dict[str, str]) -> None:
    from collab.commands.pages.screen import glyphs_of
    from collab.rendering.printed import printed
    from collab.rendering.promise_lines import in_rows

    rows = in_rows(found, ends, session.today, session.width, glyphs_of(session))
    session.warn(printed(rows, session.width, unicode=session.unicode).rstrip("\n"))
