"""`collab people list`: everybody who is named, one a line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from collab.commands.faces import ListFace, ListFormat, found_for
from collab.commands.options import hand_over
from collab.commands.pages.screen import print_lines
from collab.commands.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collab.domain.people import Person


def list_people(
    context: typer.Context,
    face: ListFace = ListFormat.TEXT,
) -> None:
    """List the people, A to Z: name, role, circle, when they were last named."""
    session: Session = context.obj
    people, last = found_for(face, lambda: _found(session), ((), {}))
    if face is ListFormat.JSON:
        from collab.exchange.journal_json.people import people_document

        hand_over(session, None, [people_document(people, last)], force=False)
        return
    if not people:
        session.say("Nobody is named yet.")
        return
    from collab.rendering.person_screen import listing

    print_lines(session, listing(people, last, session.today))


def _found(session: Session) -> tuple[tuple[Person, ...], Mapping[str, date]]:
    from collab.domain.people import folded
    from collab.storage.people import everyone, last_named

    with session.reading() as connection:
        people = sorted(everyone(connection), key=lambda one: (folded(one.name), one.id))
        return tuple(people), last_named(connection, tuple(people), date.max)
