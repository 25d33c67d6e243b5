"""`collab journal show`: a page, or all pages of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from collab.commands.faces import PageFace, PageFormat, found_for
from collab.commands.options import NoPager, hand_over
from collab.commands.pages.naming import PageName, Pages, pages_named
from collab.commands.pages.screen import print_lines
from collab.commands.session import Session

if TYPE_CHECKING:
    from collab.domain.entries import Entry
    from collab.domain.themes import Theme
    from collab.rendering.lines import Line


def show(
    context: typer.Context,
    name: PageName,
    face: PageFace = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """Show all pages of a day, or the one with this end of its id."""
    session: Session = context.obj
    session.paging = not no_pager
    nothing = Pages(entries=(), ends={})
    pages = found_for(face, lambda: pages_named(session, name), nothing)
    if face is PageFormat.TEXT:
        print_lines(session, page_lines(session, pages))
    else:
        hand_over(session, None, [_document(session, pages, face)], force=False)


def page_lines(session: Session, pages: Pages) -> list[Line]:
    """The pages of a day, at least one, as they are shown on a terminal."""
    from collab.rendering.entry_screen import day_page

    entries = pages.entries
    return day_page(entries, pages.ends, _rated_themes(entries), _talks(session, entries))


def _talks(session: Session, entries: tuple[Entry, ...]) -> dict[str, str]:
    """What each talk is called that was asked about, by its id."""
    asked = {answer.talk for entry in entries for answer in entry.answers if answer.talk}
    if not asked:
        return {}
    from collab.rendering.talk_lines import said_talk
    from collab.storage.talks import with_id

    with session.reading() as connection:
        talks = [with_id(connection, talk) for talk in sorted(asked)]
    return {talk.id: said_talk(talk) for talk in talks if talk}


def _rated_themes(entries: tuple[Entry, ...]) -> tuple[Theme, ...]:
    """The themes, if any of them was rated: reading them is felt."""
    if not any(entry.ratings for entry in entries):
        return ()
    from collab.storage.packs import themes

    return themes()


def _document(session: Session, pages: Pages, face: PageFormat) -> str:
    if face is PageFormat.JSON:
        from collab.exchange.journal_json.listings import entries_document

        return entries_document(pages.entries)
    from collab.domain.people import Directory
    from collab.rendering.markdown import page
    from collab.storage.packs import themes
    from collab.storage.people import everyone

    with session.reading() as connection:
        directory = Directory(everyone(connection))
    return page(pages.entries[0].day, pages.entries, themes(), directory)
