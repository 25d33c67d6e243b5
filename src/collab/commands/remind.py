"""`collab remind`: a reminder the system keeps."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.at_terminal import agreed
from collab.commands.lazy import LazyGroup
from collab.commands.options import Yes
from collab.commands.session import Session
from collab.domain.reminder import Reminder, reminder_of
from collab.errors import NoReminderKeeper, UnfitForReminder
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collab.exchange.reminder.crontab import Crontab
    from collab.exchange.reminder.running import Removed
    from collab.exchange.reminder.systemd import Systemd

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, add_completion=False)
_CARRIED = ("COLLAB_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
"""What decides where the journal lies. The system that keeps a reminder knows none of it."""


@app.callback(invoke_without_command=True)
def remind(context: typer.Context) -> None:
    """See, set and remove a reminder that your system keeps; alone it says what is set."""
    if context.invoked_subcommand is None:
        _say_what_is_set(context.obj)


@app.command("set")
def set_reminder(
    context: typer.Context,
    time: Annotated[
        str,
        typer.Argument(
            help="A time of the day, such as 18:15.", metavar="TIME", show_default=False
        ),
    ],
    days: Annotated[
        str | None,
        typer.Option(
            "--days",
            metavar="DAYS",
            help="mon-fri, or mon,wed,fri; else every day.",
            show_default=False,
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Be reminded of the day's page: shows what it will write, asks, and writes it.

    At that time it asks `collab status --short` and shows what that says, such as "2 due",
    as a notification of the desktop (with notify-send). It does nothing else and shows no
    word of the journal. A systemd user timer keeps it, or your crontab where there is none;
    on macOS the launchd file is printed.
    """
    session: Session = context.obj
    reminder = reminder_of(time, days)
    line = _line(session)
    if sys.platform == "darwin":
        _print_plist(session, reminder, line)
        return
    keepers = _keepers(session)
    keeper = next((one for one in keepers if one.is_there()), None)
    if keeper is None:
        raise NoReminderKeeper
    others = [one for one in keepers if one is not keeper and one.present()]
    if keeper.holds(reminder, line) and not others:
        session.say_fitted(f"It is set so already: {reminder.words()}.")
        return
    session.say(visible(keeper.preview(reminder, line), session.unicode))
    if not _has_notify_send(session):
        missing = "There is no notify-send here; until it is installed, nothing is shown."
        session.warn(session.fitted(missing, sys.stderr))
    if not agreed(session, "Write this?", yes):
        session.say("Nothing was written.")
        return
    keeper.put(reminder, line)
    removed = [other.remove() for other in others]
    session.say_fitted(f"Set: {reminder.words()}. collab remind off takes it away.")
    _refuse_untold(removed)


@app.command()
def off(context: typer.Context) -> None:
    """Remove the reminder, and nothing else."""
    session: Session = context.obj
    if sys.platform == "darwin":
        _say_how_to_remove(session)
        return
    removed = [keeper.remove() for keeper in _keepers(session) if keeper.present()]
    if not removed:
        session.say("No reminder is set.")
    for one in removed:
        for what in one.what:
            session.say(visible(f"Removed: {what}", session.unicode))
    _refuse_untold(removed)


def _refuse_untold(removed: Iterable[Removed]) -> None:
    """Raise what is to be said of a reminder that is gone and may come once more."""
    for one in removed:
        if one.untold:
            raise one.untold


def _say_what_is_set(session: Session) -> None:
    if sys.platform == "darwin":
        from collab.exchange.reminder.launchd import plist_path

        path = plist_path(os.path.expanduser("~"))
        there = "lies" if os.path.exists(path) else "does not lie"
        session.say(visible(f"The reminder's file {there} at {path}.", session.unicode))
        return
    found = [(keeper.name, keeper.present()) for keeper in _keepers(session)]
    for name, words in found:
        if words:
            session.say(visible(f"Set: {words} ({name}).", session.unicode))
    if not any(words for _, words in found):
        session.say_fitted(
            "No reminder is set. Set one with: collab remind set 18:15 --days mon-fri"
        )


def _keepers(session: Session) -> tuple[Systemd, Crontab]:
    """Who may keep a reminder here, the better one first."""
    from collab.exchange.reminder.crontab import Crontab
    from collab.exchange.reminder.running import Tools
    from collab.exchange.reminder.systemd import Systemd

    tools = Tools(session.environ)
    chosen = session.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(chosen):
        chosen = os.path.join(session.environ.get("HOME") or os.path.expanduser("~"), ".config")
    return Systemd(os.path.join(chosen, "systemd", "user"), tools), Crontab(tools)


def _has_notify_send(session: Session) -> bool:
    from collab.exchange.reminder.running import Tools

    return Tools(session.environ).find("notify-send") is not None


def _line(session: Session) -> str:
    """The line of shell that asks this collab about this journal, wherever it is run.

    Raises `UnfitForReminder` if a path in it has a line break, which no timer can hold.
    """
    from collab.exchange.reminder.call import shell_line

    environ = {name: value for name in _CARRIED if (value := session.environ.get(name))}
    if "COLLAB_HOME" in environ:
        environ["COLLAB_HOME"] = os.path.abspath(environ["COLLAB_HOME"])
    program = _program()
    if session.places.journal_chosen:
        program += ["--journal", os.path.abspath(session.places.journal)]
    line = shell_line(program, environ, on_macos=sys.platform == "darwin")
    if not line.isprintable():
        raise UnfitForReminder
    return line


def _program() -> list[str]:
    """The `collab` that runs now; a link to it stays one, as pipx renews what it leads to."""
    called = os.path.abspath(sys.argv[0])
    if os.path.basename(called) == "collab" and os.access(called, os.X_OK):
        return [called]
    return [sys.executable, "-P", "-m", "collab"]


def _print_plist(session: Session, reminder: Reminder, line: str) -> None:
    from collab.exchange.reminder.launchd import plist, plist_path

    path = shlex.quote(plist_path(os.path.expanduser("~")))
    session.say(plist(reminder, line).rstrip("\n"))
    session.warn(visible(f"Nothing was written. Put this file at {path}, then type:"))
    session.warn(visible(f"launchctl bootstrap gui/$(id -u) {path}"))


def _say_how_to_remove(session: Session) -> None:
    from collab.exchange.reminder.launchd import LABEL, plist_path

    path = shlex.quote(plist_path(os.path.expanduser("~")))
    session.say("Nothing was removed. To take the reminder away, type:")
    session.say(visible(f"launchctl bootout gui/$(id -u)/{LABEL}; rm {path}"))
