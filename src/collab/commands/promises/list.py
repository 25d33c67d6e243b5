"""`collab promise list`: what is open, mine and to me."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.faces import PageFace, PageFormat, found_for
from collab.commands.options import NoPager, hand_over
from collab.commands.session import Session
from collab.storage import promises
from collab.storage.ends import ends_of

if TYPE_CHECKING:
    from collab.domain.promises import Promise


def list_promises(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Also those kept and dropped.")] = False,
    face: PageFace = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """List the open promises, the longest due first, with the end of each one's id."""
    session: Session = context.obj
    session.paging = not no_pager
    found, ends = found_for(face, lambda: _found(session, every), ((), {}))
    if face is PageFormat.TEXT:
        _show(session, found, ends)
    else:
        hand_over(session, None, [_document(found, face)], force=False)


def _found(session: Session, every: bool) -> tuple[tuple[Promise, ...], Mapping[str, str]]:
    """The open ones by the date a reminder follows, then those that ended, the newest first."""
    with session.reading() as connection:
        known = promises.everyone(connection) if every else promises.still_open(connection)
        still_open = sorted((one for one in known if one.is_open()), key=_due)
        ended = sorted(
            (one for one in known if not one.is_open()),
            key=lambda one: str(one.done or one.dropped),
            reverse=True,
        )
        found = (*still_open, *ended)
        return found, ends_of(connection, [one.id for one in found], "promises")


def _due(promise: Promise) -> tuple[str, str]:
    return str(promise.newest_date()), str(promise.due)


def _show(session: Session, found: tuple[Promise, ...], ends: Mapping[str, str]) -> None:
    from collab.commands.pages.screen import glyphs_of, print_lines
    from collab.rendering.promise_lines import listing

    if not found:
        session.say("No promise is open.")
        return
    glyphs = glyphs_of(session)
    print_lines(session, listing(found, ends, session.today, session.width, glyphs))


def _document(found: tuple[Promise, ...], face: PageFormat) -> str:
    if face is PageFormat.JSON:
        from collab.exchange.journal_json.listings import promises_document

        return promises_document(found)
    from collab.rendering.markdown.promises import promises_page

    return promises_page(found)
