"""`collab journal note`, or `collab note`: a quick note."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from collab.commands.completing import complete_person, complete_words
from collab.commands.notes import ask_for_note, keep_note
from collab.commands.options import past_day
from collab.commands.session import Session
from collab.commands.typed_lines import name_typed
from collab.errors import UsageFault

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def note(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]...",
            help="The words; without any they are read.",
            autocompletion=complete_words,
            show_default=False,
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="A day that was.", show_default=False),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--from-person",
            metavar="NAME",
            help="These are the words of this person: an outside view.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a quick note; @names and #tags in it are recognised.

    Without TEXT you are asked for it on a terminal; elsewhere standard input is read. A
    shell eats #tag and quotes in unquoted words, and keeps what you type in its history;
    being asked avoids both. Words that begin with - follow after --.
    """
    session: Session = context.obj
    when = past_day(session, day) if day is not None else session.today
    outside = (
        None if person is None else name_typed(person, "Type one after --from-person, such as: bo")
    )
    if not text and sys.stdin.isatty():
        ask_for_note(session, when, outside)
    elif keep_note(session, " ".join(text) if text else _read_in(), when, outside):
        from collab.commands.privacy import remind

        remind(session)


def _read_in() -> str:
    """Standard input whole. What is not closed properly or no text is refused."""
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as fault:
        raise UsageFault(
            f"Byte {fault.start + 1} of the note is not UTF-8 text.",
            "Nothing was kept. Bring the text into UTF-8, then try again.",
        ) from fault
