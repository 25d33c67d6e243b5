"""`collab support`: a fixed text, and the user's own."""

from __future__ import annotations

import typer

from collab.commands.session import Session
from collab.rendering.plain import visible

TEXT = (
    "This is a work diary, not a health service. If things are too much, or you think about"
    " harming yourself, please talk to someone now: a person you trust, your doctor, your"
    " local emergency number or a crisis line in your country."
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def support(context: typer.Context) -> None:
    """Say whom to turn to when things are too much, and print your own support.txt."""
    session: Session = context.obj
    session.say_filled(TEXT)
    session.say()
    try:
        with open(session.places.support, encoding="utf-8", errors="replace") as file:
            session.say(visible(file.read().rstrip(), session.unicode))
    except OSError:
        session.say(f"Your own numbers and names can stand in {session.places.support}")
