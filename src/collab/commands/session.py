"""A `Session` is one run of collab: its clock, settings, journal and console.

Everything opens on first use only, so that a command pays for what it needs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TextIO, TypeVar

from collab.domain.days import day_of
from collab.settings import Places, Settings, places, read_settings
from collab.storage.database import Journal, Reading

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from collab.errors import CollabError
    from collab.storage.changes import Unit
    from collab.storage.database import Connection

_Found = TypeVar("_Found")
_Else = TypeVar("_Else")


def wall_clock() -> datetime:
    """Now, to the second, with the offset of this place."""
    return datetime.now().astimezone().replace(microsecond=0)


class Session:
    """What a command is given: `now` is read once, `clock()` whenever something is kept.

    `lasts` says whether what is kept is there next time.
    """

    lasts = True

    def __init__(
        self,
        clock: Callable[[], datetime] = wall_clock,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.clock = clock
        self.environ = os.environ if environ is None else environ
        self.debug = False
        self.paging = True
        self.kept_something = False
        self._journal_path: str | None = None

    def choose_journal(self, path: str) -> None:
        """Use another journal than the usual one."""
        self._journal_path = path

    @cached_property
    def now(self) -> datetime:
        """When this run began; the whole run belongs to this moment's day."""
        return self.clock()

    @cached_property
    def today(self) -> date:
        """The day it is for the user, by the hour their day ends."""
        return day_of(self.now, self.settings.day_ends_at)

    @cached_property
    def places(self) -> Places:
        return places(self.environ, self._journal_path)

    @cached_property
    def settings(self) -> Settings:
        return read_settings(self.places.settings)

    def set(self, name: str, typed: str) -> None:
        """Set one value in the settings; raises what `write_setting` raises."""
        from collab.storage.settings_file import write_setting

        write_setting(self.places, name, typed)
        self.__dict__.pop("settings", None)

    @cached_property
    def journal(self) -> Journal:
        return Journal(self.places.journal)

    def next_step_of(self, error: CollabError) -> str:
        """What an error says to do next, with its commands as they are typed here."""
        return error.next_step

    def reading(self) -> Reading:
        """Open the journal for reading, for as long as the `with` lasts."""
        return self.journal.read()

    def read(self, what: Callable[[Connection], _Found], without: _Else) -> _Found | _Else:
        """What `what` finds in the journal, or `without` where there is none yet."""
        if not self.journal.exists():
            return without
        with self.reading() as connection:
            return what(connection)

    def expect_journal(self) -> None:
        """Raise `NoJournalToChange` where there is no journal yet."""
        if not self.journal.exists():
            from collab.errors import NoJournalToChange

            raise NoJournalToChange(self.journal.path)

    @contextmanager
    def unit(self, command: str, continuing: str | None = None) -> Iterator[Unit]:
        """Do and keep one thing; `command` names it in the history.

        `continuing` is the id of the unit it belongs to, if it is the end of one.
        """
        from collab.storage.changes import unit

        self.make_home()
        with unit(self.journal, command, self.clock(), continuing) as deed:
            yield deed
        self.kept_something = True

    def make_home(self) -> None:
        """Create the usual journal's folder. One named with --journal must be there."""
        if not self.places.journal_chosen:
            self.places.make(os.path.dirname(self.places.journal))

    @cached_property
    def unicode(self) -> bool:
        """Whether the terminal can show more than ASCII."""
        return can_show_unicode(sys.stdout)

    @cached_property
    def console(self) -> Console:
        """Rich's console on standard output; no colour where none is wanted."""
        from shutil import get_terminal_size

        from rich.console import Console

        dumb = self.environ.get("TERM") in ("dumb", "unknown")
        return Console(
            # Left to itself, Rich takes COLUMNS=0 at its word and prints nothing.
            width=get_terminal_size((80, 24)).columns,
            highlight=False,
            emoji=False,
            markup=False,
            soft_wrap=False,
            no_color=bool(self.environ.get("NO_COLOR")) or None,
            force_terminal=False if dumb else None,
            legacy_windows=False,
        )

    def show(self, what: RenderableType) -> None:
        """Print something Rich can draw, whose lines fit the console already.

        Rich would fit them once more, which takes as long as making a report.
        """
        self.console.print(what, no_wrap=True, overflow="ignore", crop=False)

    def say(self, text: str = "") -> None:
        """Print plain text. What the terminal's encoding lacks becomes "?"."""
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")

    def say_page(self, text: str) -> None:
        """Print text of any length; what is longer than a screen goes through a pager."""
        if self.rows is not None and text.count("\n") >= self.rows:
            from collab.commands.pager import pager_of, through

            pager = pager_of(self)
            if pager and through(self, pager, f"{text}\n"):
                return
        self.say(text)

    def say_filled(self, text: str, indent: int = 0) -> None:
        """Print prose of our own, broken between words at the width of the terminal."""
        from textwrap import fill

        margin = " " * indent
        self.say(fill(text, self.width, initial_indent=margin, subsequent_indent=margin))

    def say_fitted(self, sentence: str) -> None:
        """Print a sentence of ours, as `fitted` breaks it."""
        self.say(self.fitted(sentence, sys.stdout))

    def fitted(self, line: str, stream: TextIO | None) -> str:
        """A line of a message, broken where a person reads it: between words, and not
        within a command that is to be typed. A program that reads it gets it whole.
        """
        if stream is None or not stream.isatty() or len(line) <= self.width:
            return line
        from textwrap import fill

        from collab.rendering.unbroken import breakable, spaced, with_unbroken_commands

        whole = breakable(with_unbroken_commands(line), self.width)
        return spaced(fill(whole, self.width, break_long_words=False, break_on_hyphens=False))

    @cached_property
    def width(self) -> int:
        """How many columns a page may take: those of the terminal, 80 without one."""
        from shutil import get_terminal_size

        return min(max(get_terminal_size((80, 24)).columns, 40), 140)

    @cached_property
    def rows(self) -> int | None:
        """How many rows a page may take above a pager's own line; None without a terminal."""
        if not sys.stdout.isatty():
            return None
        from shutil import get_terminal_size

        return max(get_terminal_size((80, 24)).lines - 1, 1)

    def warn(self, text: str) -> None:
        """Say something beside the result, on standard error.

        Where that is closed or full nobody reads it, and what was done counts all the same.
        """
        if sys.stderr is None:
            return
        encoding = sys.stderr.encoding or "utf-8"
        try:
            sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        except OSError:
            sys.stderr = None


def can_show_unicode(stream: TextIO) -> bool:
    """Whether the drawing characters of a page can be written to `stream`."""
    try:
        "■□·●├┄┤↑…›".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
