"""`collab journal`: today's page, notes, and looking things up."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from collab.commands.options import past_day
from collab.commands.session import Session
from collab.domain.periods import spoken
from collab.errors import UsageFault
from collab.rendering.plain import visible

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def journal() -> None:
    """Write today's page, write a note, search."""


@app.command()
def today(
    context: typer.Context,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="A late page, for a day that was."),
    ] = None,
    morning: Annotated[bool, typer.Option("--morning", help="The morning's questions.")] = False,
    evening: Annotated[bool, typer.Option("--evening", help="The evening's questions.")] = False,
    light: Annotated[bool, typer.Option("--light", help="One kind question, no more.")] = False,
    form: Annotated[bool, typer.Option("--form", help="Print the page to fill in.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Read a filled page; - is standard input."),
    ] = None,
) -> None:
    """Ask today's questions. Every answer is kept the moment it is given."""
    from collab.commands import filled_pages
    from collab.commands.today import hold, sitting
    from collab.domain.agenda import which

    session: Session = context.obj
    if source is not None:
        session.say(f"Saved: {filled_pages.take_in(session, source)} from {visible(source)}.")
        return
    when = past_day(session, day) if day else session.today
    chosen = "morning" if morning else "evening" if evening or light or day else None
    part = which(session.now.time(), session.settings.day_ends_at, chosen)  # type: ignore[arg-type]
    sat = sitting(session, when, part, light=light)
    if form:
        sys.stdout.write(filled_pages.form(session, sat))
    else:
        hold(session, sat)


@app.command()
def note(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(help="The words; without any they are read.")
    ] = None,
) -> None:
    """Write a quick note; without TEXT it is read from standard input.

    A shell eats #tag and quotes in unquoted words, and keeps what you type in its
    history; reading from standard input avoids both.
    """
    from collab.domain.entries import Entry
    from collab.exchange.journal_json.values import clean
    from collab.storage.pages import add_entry

    session: Session = context.obj
    try:
        words = clean(" ".join(text) if text else sys.stdin.read())
    except ValueError as fault:
        raise UsageFault(f"The note {fault}.", "Take it out, then try again.") from fault
    if words is None:
        raise UsageFault("There is nothing to keep.", "Write some words after: collab journal note")
    with session.unit("note") as unit:
        page = Entry(id=unit.new_id(), day=session.today, written_at=unit.now, text=words)
        add_entry(unit, page)
    session.say(f"Saved: a note, {spoken(session.today)}.")


@app.command()
def search(
    context: typer.Context,
    text: Annotated[list[str], typer.Argument(help="Words to look for.", show_default=False)],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
) -> None:
    """Find pages by their words, the newest first."""
    from collab.storage.search import find

    session: Session = context.obj
    with session.reading() as connection:
        hits = find(connection, " ".join(text), limit)
    for hit in hits:
        first = visible(" ".join(hit.text.split()), session.unicode)
        room = max(session.width - 20, 20)
        line = first if len(first) <= room else first[: room - 2].rsplit(" ", 1)[0] + " …"
        session.say(f"{hit.day}  {hit.record[-4:]}  {line}")
    if not hits:
        session.say("Nothing found.")
