"""`collab talk`: difficult conversations, from the first thought to the follow-up."""

from __future__ import annotations

import typer

from collab.commands.lazy import LazyGroup


class TalkCommands(LazyGroup):
    """The steps of a talk in their order, then the commands to read."""

    members = {  # noqa: RUF012 - read, and never changed
        "add": "talks.steps:add",
        "prepare": "talks.interviews:prepare",
        "held": "talks.steps:held",
        "debrief": "talks.interviews:debrief",
        "follow-up": "talks.interviews:follow_up",
        "close": "talks.steps:close",
        "let-go": "talks.steps:let_go",
        "list": "talks.listing:list_talks",
        "show": "talks.listing:show",
    }


app = typer.Typer(
    cls=TalkCommands, rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


@app.callback()
def talk() -> None:
    """Difficult talks: prepared, held, looked back on, followed up."""
