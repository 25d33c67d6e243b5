"""Which pages a person means: those of a day, or the one with this end of its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.completing import complete_page
from collab.commands.pages.screen import glyphs_of
from collab.domain.entries import Entry
from collab.domain.frozen import frozen
from collab.domain.texts import quotable
from collab.errors import (
    Ambiguous,
    DeletedEntry,
    NoEntryOn,
    NothingRemoved,
    UnknownDay,
    UnknownEntry,
    UsageFault,
)

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.database import Connection

PageName = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGE",
        help="Its day, or the end of its id as list prints it.",
        autocompletion=complete_page,
        show_default=False,
    ),
]

_MOST_OF_A_DAY = 1000
"""So many removed pages of one day are looked at."""


@frozen
class Pages:
    """The pages that were meant, in the order of the journal, and the end of each one's id."""

    entries: tuple[Entry, ...]
    ends: Mapping[str, str]


def pages_named(session: Session, words: Sequence[str], *, removed: bool = False) -> Pages:
    """Every page of the day that was typed, or the one whose id ends so.

    `removed` looks among the removed pages only. Where an end fits several ids, they are
    listed on standard error.

    Raises `NoEntryOn`, `UnknownEntry`, `DeletedEntry`, `NothingRemoved`, `Ambiguous`,
    and what reading a day raises.
    """
    return _named(session, words, removed=removed, whole_day=True)


def page_named(
    session: Session, words: Sequence[str], *, removed: bool = False
) -> tuple[Entry, str]:
    """The one page that was meant, and the end of its id; otherwise as `pages_named`."""
    pages = _named(session, words, removed=removed, whole_day=False)
    (entry,) = pages.entries
    return entry, pages.ends[entry.id]


def _named(session: Session, words: Sequence[str], *, removed: bool, whole_day: bool) -> Pages:
    from collab.storage.ends import ends_of

    typed = " ".join(words).strip()
    with session.reading() as connection:
        entries, is_day = _fitting(session, connection, typed, removed)
        pages = Pages(entries=entries, ends=ends_of(connection, [entry.id for entry in entries]))
    if len(entries) > 1 and not (is_day and whole_day):
        _list(session, pages, of_one_day=is_day)
        raise Ambiguous("pages", quotable(typed), pages.ends[entries[-1].id])
    return pages


def _fitting(
    session: Session, connection: Connection, typed: str, removed: bool
) -> tuple[tuple[Entry, ...], bool]:
    """The pages that a name fits, at least one, and whether it is a day."""
    from collab.domain.typed_days import parse_day
    from collab.storage import entries
    from collab.storage.ends import ends_with

    read = entries.removed_by_ids if removed else entries.by_ids
    called_so = read(connection, ends_with(connection, typed, removed=removed))
    try:
        day = parse_day(typed, session.today)
    except UsageFault as fault:
        if called_so:
            return called_so, False
        if isinstance(fault, UnknownDay) and typed.isalnum():
            raise _unknown(connection, typed, removed) from fault
        raise
    of_the_day = _of_day(connection, day, removed)
    if not of_the_day and not called_so:
        raise _nothing_on(session, day, removed)
    return (of_the_day, True) if of_the_day else (called_so, False)


def _unknown(connection: Connection, typed: str, removed: bool) -> UsageFault:
    from collab.storage.ends import ends_with

    if removed:
        return NothingRemoved(quotable(typed))
    if ends_with(connection, typed, removed=True):
        return DeletedEntry(typed)
    return UnknownEntry(quotable(typed))


def _of_day(connection: Connection, day: date, removed: bool) -> tuple[Entry, ...]:
    from collab.storage import entries
    from collab.storage.finding import Wanted, newest

    if not removed:
        return entries.between(connection, day, day)
    ids = newest(connection, Wanted(first=day, last=day, removed=True), most=_MOST_OF_A_DAY)
    return entries.removed_by_ids(connection, ids)


def _nothing_on(session: Session, day: date, removed: bool) -> UsageFault:
    from collab.domain.periods import said_day
    from collab.domain.typed_days import refuse_future

    refuse_future(day, session.today)
    said = said_day(day, session.today)
    return NothingRemoved(said) if removed else NoEntryOn(said)


def _list(session: Session, pages: Pages, *, of_one_day: bool) -> None:
    from collab.rendering import entry_lines

    width, glyphs = session.width, glyphs_of(session)
    if of_one_day:
        lines = entry_lines.of_one_day(pages.entries, pages.ends, width, glyphs)
    else:
        lines = entry_lines.listing(pages.entries, pages.ends, session.today, width, glyphs)
    for line in lines:
        session.warn(line)
