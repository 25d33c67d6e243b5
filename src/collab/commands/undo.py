"""`collab undo`: takes the last change back."""

from __future__ import annotations

import typer

from collab.commands.session import Session
from collab.domain.periods import spoken

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def undo(context: typer.Context) -> None:
    """Take the last change back: an answer, a rating, a command, an import.

    Call it again to take back the one before. Nothing is destroyed by it.
    """
    from collab.storage.changes import undo

    session: Session = context.obj
    with session.reading():
        pass
    done = undo(session.journal, session.clock())
    session.kept_something = True
    session.say(f"Taken back: {done.command}, {spoken(done.at.date())} {done.at:%H:%M}.")
