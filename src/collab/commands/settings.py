"""`collab settings`: every setting with its meaning, and how to change it."""

from __future__ import annotations

from typing import Annotated

import typer

from collab.commands.lazy import LazyGroup
from collab.commands.session import Session
from collab.rendering.plain import visible
from collab.settings import SETTINGS, known, shown

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, add_completion=False, no_args_is_help=True)

SettingName = Annotated[
    str, typer.Argument(metavar="NAME", help="The name of a setting.", show_default=False)
]


@app.callback()
def settings() -> None:
    """See and change the settings."""


@app.command("list")
def list_settings(context: typer.Context) -> None:
    """List every setting with its value and meaning."""
    session: Session = context.obj
    for setting in SETTINGS:
        value = visible(shown(getattr(session.settings, setting.name)), session.unicode)
        mark = "" if setting.name in session.settings.chosen else "  (default)"
        session.say(f"{setting.name} = {value or 'none'}{mark}")
        for line in (setting.meaning, f"Takes {setting.takes}."):
            session.say_filled(line, indent=2)


@app.command()
def get(
    context: typer.Context,
    name: SettingName,
) -> None:
    """Print the value of one setting."""
    session: Session = context.obj
    value = getattr(session.settings, known(name).name)
    session.say(visible(shown(value), session.unicode))


@app.command("set")
def set_value(
    context: typer.Context,
    name: SettingName,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VALUE]...",
            help="The new value; none at all gives the default.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Change one setting; without a value it goes back to its default."""
    session: Session = context.obj
    session.set(name, " ".join(value or []))
    now = visible(shown(getattr(session.settings, name)), session.unicode)
    session.say(f"{name} is now {now or 'none'}.")


@app.command()
def path(context: typer.Context) -> None:
    """Print where the journal, the settings and everything else lie."""
    places = context.obj.places
    for label, where in (
        ("journal", places.journal),
        ("settings", places.settings),
        ("prompts", places.prompts),
        ("support", places.support),
        ("redact", places.redact),
        ("recovery", places.recovery),
    ):
        context.obj.say(f"{label:<10}{visible(where, context.obj.unicode)}")
