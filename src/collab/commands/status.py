"""`collab status`: one short line for a shell prompt, and what `collab` alone prints."""

from __future__ import annotations

from typing import Annotated

import typer

from collab.commands.quick_status import status_text
from collab.commands.session import Session
from collab.errors import NoJournal

_COMMAND = 24
_TYPED_MOST = (
    ("collab journal today", "today's page, five minutes"),
    ("collab report --week", "the week, in words and figures"),
    ("collab export markdown", "your words, as pages"),
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def status(
    context: typer.Context,
    short: Annotated[
        bool, typer.Option("--short", help="Print what is due, or an empty line.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Say what is due and how many days of this week are written."""
    session: Session = context.obj
    options = ["--json"] if as_json else ["--short"] if short else []
    session.say(
        status_text(session.journal, session.today, session.settings.week_starts_on, options)
    )


def welcome(session: Session) -> str:
    """What `collab` alone prints: the three things typed most, and what is due."""
    try:
        due = status_text(session.journal, session.today, session.settings.week_starts_on, [])
    except NoJournal:
        due = "no page yet"
    return "\n".join(
        [
            *(f"{command:<{_COMMAND}}{meaning}" for command, meaning in _TYPED_MOST),
            "",
            f"Now: {due}.",
            "Everything else: collab --help",
        ]
    )
