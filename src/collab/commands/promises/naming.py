"""Which promise a person means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.completing import complete_promise
from collab.commands.naming import Group, one_named
from collab.domain.promises import Promise
from collab.errors import NoOpenPromise, UnknownPromise

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.database import Connection

PromiseName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="The person, or the end of its id as list prints it.",
        autocompletion=complete_promise,
        show_default=False,
    ),
]


def promise_named(session: Session, words: Sequence[str]) -> Promise:
    """The one open promise that was meant, or the ended one whose id ends so.

    Several are listed on standard error. An ended one is given only by the end of its id,
    so that what refuses it says since when it has ended.

    Raises `NoJournalToChange`, `UnknownPromise`, `NoOpenPromise` and `Ambiguous`.
    """
    session.expect_journal()
    return one_named(session, words, _PROMISES, Promise.is_open)


def keep_change(
    session: Session, done: str, id_: str, change: Callable[[Promise], Promise]
) -> Promise:
    """Keep what was `done` to a promise; the promise as it is then.

    Raises `ChangedMeanwhile` if it is gone, and what `change` raises.
    """
    from collab.commands.changing import change_one
    from collab.storage import promises

    with session.unit(done) as unit:
        return change_one(unit, promises, id_, change)


def _every(connection: Connection) -> Sequence[Promise]:
    from collab.storage import promises

    return sorted(promises.everyone(connection), key=Promise.newest_date)


def _with_person(connection: Connection, called: frozenset[str]) -> Sequence[Promise]:
    from collab.storage import promises

    return sorted(promises.with_person(connection, called), key=Promise.newest_date)


def _list(session: Session, found: Sequence[Promise], ends: Mapping[str, str]) -> None:
    from collab.commands.pages.screen import glyphs_of
    from collab.rendering.printed import printed
    from collab.rendering.promise_lines import in_rows

    rows = in_rows(found, ends, session.today, session.width, glyphs_of(session))
    session.warn(printed(rows, session.width, unicode=session.unicode).rstrip("\n"))


def _refuse_ended(typed: str, _: Sequence[Promise]) -> Promise:
    raise NoOpenPromise(typed)


_PROMISES = Group(
    table="promises",
    every=_every,
    with_person=_with_person,
    show=_list,
    unknown=UnknownPromise,
    where_none_fits=_refuse_ended,
)
