"""`collab promise`: what was promised, by whom, by when, and what became of it."""

from __future__ import annotations

import typer

from collab.commands.lazy import LazyGroup


class PromiseCommands(LazyGroup):
    """The commands about promises."""

    members = {  # noqa: RUF012 - read, and never changed
        "add": "promises.add:add",
        "keep": "promises.ending:keep",
        "move": "promises.moving:move",
        "drop": "promises.ending:drop",
        "list": "promises.list:list_promises",
    }


app = typer.Typer(
    cls=PromiseCommands, rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


@app.callback()
def promise() -> None:
    """Promises, yours and those made to you."""
