"""`collab people`: the people named, by a short name and a role."""

from __future__ import annotations

import typer

from collab.commands.lazy import LazyGroup


class PeopleCommands(LazyGroup):
    """The commands about people."""

    members = {  # noqa: RUF012 - read, and never changed
        "add": "people.adding:add",
        "list": "people.listing:list_people",
        "show": "people.show:show",
        "edit": "people.adding:edit",
        "rename": "people.joining:rename",
        "merge": "people.joining:merge",
        "forget": "people.forget:forget",
    }


app = typer.Typer(
    cls=PeopleCommands, rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


@app.callback()
def people() -> None:
    """The people named, by a short name and a role."""
