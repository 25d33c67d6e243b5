"""`collab journal list`: the pages, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.faces import ListFace, ListFormat, found_for
from collab.commands.options import (
    From,
    NoPager,
    Of,
    OfPerson,
    OfTag,
    OfTheme,
    To,
    Week,
    hand_over,
    period_meant,
    person_meant,
    refuse_together,
    tag_meant,
    theme_meant,
)
from collab.commands.pages.screen import glyphs_of
from collab.commands.session import Session
from collab.domain.coalition import Coalition, coalition_of
from collab.domain.frozen import frozen
from collab.storage.ends import ends_of
from collab.storage.entries import by_ids, removed_by_ids
from collab.storage.finding import Wanted, last_named_on, newest

if TYPE_CHECKING:
    from collab.domain.entries import Entry
    from collab.storage.database import Connection

_COUNTED = 200
"""So many further pages are counted; counting those of a long journal would be felt."""

_AT_ONCE = 500
"""So many pages are read with one statement; SQLite limits the values in one."""


@frozen
class Found:
    """The pages that are shown, the ends of their ids, and how many more there are.

    `coalition` is there where pages of one tag were asked for.
    """

    entries: tuple[Entry, ...] = ()
    ends: Mapping[str, str] = MappingProxyType({})
    more: int = 0
    coalition: Coalition | None = None


def list_pages(
    context: typer.Context,
    week: Week = False,
    of: Of = None,
    first: From = None,
    last: To = None,
    tag: OfTag = None,
    person: OfPerson = None,
    theme: OfTheme = None,
    starred: Annotated[bool, typer.Option("--starred", help="Pages with a star on them.")] = False,
    removed: Annotated[
        bool, typer.Option("--removed", help="What was removed and can be restored.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
    ] = 20,
    face: ListFace = ListFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """List the pages, the newest first: day, kind, the end of the id, the first words.

    A star stands before the words of a page with something starred on it. With --tag the
    people on each page stand beside it, and at the end who was last named when.
    """
    session: Session = context.obj
    session.paging = not no_pager
    period = period_meant(session, week=week, of=of, first=first, last=last)
    refuse_together(
        *["--removed"] * removed,
        *["--tag"] * (removed and tag is not None),
        *["--person"] * (removed and person is not None),
    )
    subject = theme_meant(theme) if theme is not None else None

    def wanted() -> Wanted:
        return Wanted(
            first=period.first if period else date.min,
            last=period.last if period else date.max,
            tag=tag_meant(tag) if tag is not None else None,
            names=_names(session, person),
            theme=subject,
            starred=starred,
            removed=removed,
        )

    nothing = Found(coalition=Coalition() if tag is not None else None)
    found = found_for(face, lambda: _found(session, wanted(), limit), nothing)
    if face is ListFormat.JSON:
        from collab.exchange.journal_json.listings import entries_document

        document = entries_document(found.entries, found.more, found.coalition)
        hand_over(session, None, [document], force=False)
    else:
        _show(session, found, limit)


def _names(session: Session, typed: str | None) -> tuple[str, ...]:
    """Every name, folded, of the person that was typed."""
    from collab.domain.people import folded

    if typed is None:
        return ()
    person = person_meant(session, typed)
    return tuple({folded(name) for name in (person.name, *person.names)})


def _found(session: Session, wanted: Wanted, limit: int) -> Found:
    with session.reading() as connection:
        ids = newest(connection, wanted, limit + _COUNTED)
        read = removed_by_ids if wanted.removed else by_ids
        shown = ids[:limit]
        pages = {
            page.id: page
            for start in range(0, len(shown), _AT_ONCE)
            for page in read(connection, shown[start : start + _AT_ONCE])
        }
        ends = ends_of(connection, shown)
        entries = tuple(pages[one] for one in shown)
        around = _around(connection, wanted, entries) if wanted.tag is not None else None
    return Found(entries=entries, ends=ends, more=len(ids) - len(shown), coalition=around)


def _around(connection: Connection, wanted: Wanted, entries: tuple[Entry, ...]) -> Coalition:
    """The people around a tag; those on the pages beyond the limit count as well."""
    from collab.domain.people import Directory
    from collab.storage.people import everyone

    named = last_named_on(connection, wanted)
    return coalition_of(entries, named, Directory(everyone(connection)))


def _show(session: Session, found: Found, limit: int) -> None:
    from collab.rendering.entry_lines import last_named, listing

    if not found.entries:
        session.say("There are no such pages.")
        return
    around, glyphs = found.coalition, glyphs_of(session)
    lines = listing(
        found.entries,
        found.ends,
        session.today,
        session.width,
        glyphs,
        around.beside if around else {},
    )
    text = "\n".join(lines)
    if found.more:
        count = f"{_COUNTED} or" if found.more == _COUNTED else str(found.more)
        text += f"\n\n{count} more; see them with --limit {limit + found.more}"
    if around and around.last_named:
        text += "\n\n" + "\n".join(last_named(around, session.today, session.width, glyphs))
    session.say_page(text)
