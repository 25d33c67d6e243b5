"""`collab people show`: every page, talk and promise with one person."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date

import typer

from collab.commands.faces import PageFace, PageFormat, found_for
from collab.commands.options import hand_over
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.people.naming import PersonName, anybody_called
from collab.commands.session import Session
from collab.domain.person_story import Story, story_of


def show(
    context: typer.Context,
    name: PersonName,
    face: PageFace = PageFormat.TEXT,
) -> None:
    """Show every page, talk and promise with a person, the newest first, one a line.

    The real name is shown on a terminal only.
    """
    session: Session = context.obj
    found = found_for(face, lambda: _read(session, name), None)
    if found is None:
        from collab.exchange.journal_json.people import story_document

        hand_over(session, None, [story_document(None)], force=False)
        return
    story, ends, real_name = found
    if face is PageFormat.TEXT:
        from collab.rendering.person_screen import page

        shown = real_name if sys.stdout.isatty() else None
        glyphs = glyphs_of(session)
        print_lines(session, page(story, ends, shown, session.today, session.width, glyphs))
    elif face is PageFormat.JSON:
        from collab.exchange.journal_json.people import story_document

        hand_over(session, None, [story_document(story)], force=False)
    else:
        from collab.rendering.markdown.person import person_page

        hand_over(session, None, [person_page(story)], force=False)


def _read(session: Session, name: str) -> tuple[Story, Mapping[str, str], str | None]:
    """The story of a person, for each record in it the end of its id, and the real name."""
    from collab.storage import promises, talks
    from collab.storage.ends import ends_of
    from collab.storage.finding import with_person
    from collab.storage.people import last_named, real_name_of
    from collab.storage.person_story import page_texts

    with session.reading() as connection:
        person = anybody_called(connection, name)
        called = person.called()
        pages = with_person(connection, called)
        with_talks = talks.with_person(connection, called)
        with_promises = promises.with_person(connection, called)
        story = story_of(
            person,
            last_named(connection, (person,), date.max).get(person.id),
            pages=page_texts(connection, pages),
            talks=with_talks,
            promises=with_promises,
            today=session.today,
        )
        ends = ends_of(connection, pages)
        ends |= ends_of(connection, [talk.id for talk in with_talks], "talks")
        ends |= ends_of(connection, [promise.id for promise in with_promises], "promises")
        return story, ends, real_name_of(connection, person.id)
