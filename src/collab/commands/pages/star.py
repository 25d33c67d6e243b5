"""`collab journal star`: marks words for the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.pages.naming import PageName, page_named
from collab.commands.pages.screen import glyphs_of
from collab.commands.session import Session
from collab.domain.entries import Answer, Entry
from collab.domain.periods import said_day
from collab.errors import UsageFault
from collab.rendering.entry_lines import in_one_line, numbered, words_of

if TYPE_CHECKING:
    Starrable = Answer | Entry


def star(
    context: typer.Context,
    name: PageName,
    off: Annotated[bool, typer.Option("--off", help="Take the star away.")] = False,
    number: Annotated[
        int | None,
        typer.Option("--answer", metavar="N", help="Which answer, if the page has several."),
    ] = None,
) -> None:
    """Star a note or an answer: the report then shows it first.

    A page with several answers lists them with their numbers.
    """
    from collab.storage.pages import star as put_star

    session: Session = context.obj
    session.expect_journal()
    entry, _ = page_named(session, name)
    chosen = _chosen(session, _starrable(entry), number, off=off)
    words = in_one_line(words_of(chosen), session.width - 30, glyphs_of(session))
    said = f"{said_day(entry.day, session.today)}, {words}"
    if chosen.starred is not off:
        session.say(f"{'No star stood there' if off else 'Starred already'}: {said}")
        return
    table = "answers" if isinstance(chosen, Answer) else "entries"
    with session.unit("star taken away" if off else "star") as unit:
        put_star(unit, table, chosen.id, not off)
    session.say(f"{'Star taken away' if off else 'Starred'}: {said}")


def _starrable(entry: Entry) -> list[Starrable]:
    """What can have a star on a page: its own text, and every answer."""
    return [*([entry] if entry.text else []), *entry.answers]


def _chosen(
    session: Session, texts: Sequence[Starrable], number: int | None, *, off: bool
) -> Starrable:
    if not texts:
        raise UsageFault(
            "There are no words on that page to star.",
            "A note and an answer in words can have a star.",
        )
    if number is not None and 1 <= number <= len(texts):
        return texts[number - 1]
    starred = [one for one in texts if one.starred]
    if number is None and off and len(starred) == 1:
        return starred[0]
    if number is None and len(texts) == 1:
        return texts[0]
    for line in numbered(texts, session.width, glyphs_of(session)):
        session.warn(line)
    raise UsageFault(
        f"That page has {len(texts)} texts that can have a star.",
        f"Name one with --answer and a number from 1 to {len(texts)}.",
    )
