"""`collab demo`: every command over a made-up journal in a temporary place.

The commands are the real ones; only the session they are given is another one.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collab.commands.app import MODULES, Commands
from collab.commands.session import Session
from collab.domain.days import day_of
from collab.errors import (
    CollabError,
    DemoHasItsOwnJournal,
    DemoWithinDemo,
    NoReminderInDemo,
    Stopped,
)
from collab.settings import Places, places, read_settings

if TYPE_CHECKING:
    from types import FrameType

IN_MEMORY = "/dev/shm"
"""The folder in memory that Linux has."""

_ITSELF, _OUTSIDE = "demo", "remind"
_INSIDE = tuple(name for name in MODULES if name not in (_ITSELF, _OUTSIDE))
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
_WHAT_IT_IS = (
    "A made-up journal of 26 weeks, by somebody who leads the office of a small harbour."
    " Every command works on it as on your own. It lies in a temporary place, apart from"
    " your journal, and is gone when the command ends."
)
_TO_TRY = (
    ("collab demo report --week", "the newest week"),
    ("collab demo journal list", "the newest pages"),
    ("collab demo journal search storm", "every text about the storm"),
    ("collab demo calendar", "the days written"),
    ("collab demo export markdown FOLDER", "all pages, into a folder of yours"),
    ("collab demo journal today", "an evening, to try it out"),
)


class DemoSession(Session):
    """A session over the made-up journal, which is made when it is first asked for.

    Of the session it stands in for it takes the clock and the environment, but no place.
    """

    lasts = False

    def __init__(self, clock: Callable[[], datetime], environ: Mapping[str, str]) -> None:
        super().__init__(clock, environ)
        self._home: TemporaryDirectory[str] | None = None
        self._as_made: dict[str, bytes] = {}

    def choose_journal(self, path: str) -> None:
        raise DemoHasItsOwnJournal

    @cached_property
    def places(self) -> Places:
        from collab.storage.demo import fill_with_demo, write_demo_settings

        self._home = TemporaryDirectory(prefix="collab-demo-", dir=_place(self.environ))
        own = places({"COLLAB_HOME": self._home.name})
        write_demo_settings(own)
        today = day_of(self.now, read_settings(own.settings).day_ends_at)
        fill_with_demo(own, today, self.now)
        self._as_made = _contents(self._home.name)
        return own

    def next_step_of(self, error: CollabError) -> str:
        if isinstance(error, Stopped):
            # Whoever stops is told of their own journal.
            return error.next_step
        return re.sub(rf"\bcollab (?=({'|'.join(_INSIDE)})\b)", "collab demo ", error.next_step)

    def say_what_is_gone(self) -> None:
        """Say that something was written, if anything is no longer as it was made."""
        if self._home is not None and _contents(self._home.name) != self._as_made:
            sys.stdout.flush()
            self.warn("What was written into the demo is gone now. Your own journal is untouched.")

    def close(self) -> None:
        """Remove the temporary place and all that is in it."""
        if self._home is not None:
            self._home.cleanup()


def _place(environ: Mapping[str, str]) -> str | None:
    """Where the demo lies: where temporary files are to lie, or else in memory.

    Memory has no disk to wait for, and no disk then ever holds what was tried out.
    """
    if environ.get("TMPDIR") or not os.access(IN_MEMORY, os.W_OK | os.X_OK):
        return None
    return IN_MEMORY


def _contents(folder: str) -> dict[str, bytes]:
    """Every file below a folder with what is in it."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[path] = file.read()
    return found


@contextmanager
def _opened(demo: DemoSession) -> Iterator[None]:
    """The demo's place is removed whichever way the command ends.

    A signal that ends the process would end it at once, without the removing; here it
    ends it as `sys.exit` does.
    """
    before = {number: signal.getsignal(number) for number in _ENDINGS}
    for number, handler in before.items():
        if handler == signal.SIG_DFL:
            signal.signal(number, _leave)
    try:
        yield
    finally:
        with suppress(OSError):  # where the window is gone, nothing can be said
            demo.say_what_is_gone()
        demo.close()
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


class DemoCommands(Commands):
    """The commands of `collab` itself, but for this one and the one that asks the system."""

    members = {name: MODULES[name] for name in _INSIDE}  # noqa: RUF012

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name == _ITSELF:
            raise DemoWithinDemo
        if cmd_name == _OUTSIDE:
            raise NoReminderInDemo
        return super().get_command(ctx, cmd_name)


app = typer.Typer(cls=DemoCommands, rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def demo(
    context: typer.Context,
    journal: Annotated[str | None, typer.Option("--journal", hidden=True)] = None,
) -> None:
    """Try every command on a made-up journal, apart from your own."""
    if journal is not None:
        raise DemoHasItsOwnJournal
    session: Session = context.obj
    if context.invoked_subcommand is None:
        _say_what_it_is(session)
        return
    own = DemoSession(session.clock, session.environ)
    own.debug = session.debug
    context.obj = own
    context.with_resource(_opened(own))


def _say_what_it_is(session: Session) -> None:
    session.say_filled(_WHAT_IT_IS)
    session.say()
    room = max(len(command) for command, _ in _TO_TRY) + 2
    for command, meaning in _TO_TRY:
        if room + len(meaning) <= session.width:
            session.say(f"{command:<{room}}{meaning}")
        else:
            session.say(f"{command}\n    {meaning}")
    session.say()
    session.say("Your own begins with: collab journal today")
