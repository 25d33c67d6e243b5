"""`collab undo`: takes the last change back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.session import Session
from collab.domain.periods import said_day

if TYPE_CHECKING:
    from collab.storage.changes import Done

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _of_what(session: Session, done: Done) -> str:
    """Which page was touched, or who it was about."""
    from collab.storage.changes import day_and_kind

    if done.person:
        return f" ({done.person})"
    if done.entry is None or done.pages != 1:
        return ""
    with session.reading() as connection:
        found = day_and_kind(connection, done.entry)
    return f" (the {found[1]} of {said_day(found[0], session.today)})" if found else ""


@app.command()
def undo(
    context: typer.Context,
    earlier: Annotated[
        bool, typer.Option("--earlier", help="Also what was done before somebody was forgotten.")
    ] = False,
) -> None:
    """Take the last change back: an answer, a rating, a command, an import.

    Call it again to take back the one before. Nothing is destroyed by it.
    """
    from collab.rendering.plain import visible
    from collab.storage.changes import forgot_since, undo

    session: Session = context.obj
    session.expect_journal()
    done = undo(session.journal, session.clock(), earlier=earlier)
    session.kept_something = True
    of = _of_what(session, done)
    when = f"{said_day(done.at.date(), session.today)} {done.at:%H:%M}"
    session.say(visible(f"Taken back: {done.command}{of}, {when}."))
    if earlier:
        with session.reading() as connection:
            if forgot_since(connection, done.unit):
                session.warn("It was done before you had somebody forgotten, which stays so.")
