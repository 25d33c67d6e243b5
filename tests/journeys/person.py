"""A person at a terminal who runs collab, on a day and at an hour of their choice.

with Person(home, "journal", "today", at=FRIDAY_EVENING, columns=60) as ana:
    ana.sees("Which moment")
    ana.types("Told Bo first.")
    ana.sees("Enter save")
    ana.presses(ENTER)
    ana.leaves(0)
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

ENTER, TAB, BACKSPACE, ESC = "\r", "\t", "\x7f", "\x1b"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
CTRL_C, CTRL_D, CTRL_J, CTRL_L, CTRL_O = "\x03", "\x04", "\n", "\x0c", "\x0f"
CTRL_U = "\x15"

_BETWEEN_KEYS = 0.03  # seconds; with less, two keys look like a paste
_BEFORE_WORDS = 0.1  # seconds; with less, the key before them looks like a part of a paste
_BEFORE_THE_SAME_KEY = 0.4  # seconds; with less, it looks like a key pressed twice by accident
_PATIENCE = 20  # seconds
_AT_A_TIME = """
import sys, time
from datetime import datetime, timedelta
from collab.commands.app import run
from collab.commands.session import Session

at, begun = datetime.fromisoformat(sys.argv[1]), time.monotonic()
clock = lambda: at + timedelta(seconds=int(time.monotonic() - begun))
sys.exit(run(sys.argv[2:], Session(clock)))
"""
_MOVES = re.compile(r"\x1b\[[\d;]*[A-HJKf]")
_OTHER_SEQUENCES = re.compile(r"\x1b(?:\[[\d;?]*[a-z]|[=>78])")


def collab(home: Path, *command: str, at: datetime, stdin: str = "") -> str:
    """What a command without a terminal prints, begun at `at`; it has to end with 0."""
    done = subprocess.run(
        _begun(at, command),
        env=_environ(home),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Person:
    """Runs `command` in the home `home`; the program's clock begins at `at` (with offset)."""

    def __init__(
        self,
        home: Path,
        *command: str,
        at: datetime,
        columns: int = 80,
        lines: int = 24,
        **environ: str,
    ) -> None:
        program, *arguments = _begun(at, command)
        self._child = pexpect.spawn(
            program,
            arguments,
            env=_environ(home) | environ,
            dimensions=(lines, columns),
            encoding="utf-8",
            timeout=_PATIENCE,
        )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0
        self._last_key = ""
        self._unread = ""
        self._screen = pyte.Screen(columns, lines)
        self._terminal = pyte.Stream(self._screen)

    def __enter__(self) -> Person:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    def sees(self, text: str) -> None:
        """Wait until `text` is drawn, behind all that was seen so far.

        Colours do not matter, nor how the words are broken into lines.
        """
        wanted = " ".join(text.split())
        last_moment = time.monotonic() + _PATIENCE
        while wanted not in (drawn := _as_read(self._unread)):
            assert time.monotonic() < last_moment, f"{text!r} does not appear behind:\n{drawn}"
            try:
                self._read(1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError(f"The program ended before {text!r}, with:\n{drawn}") from None
        self._unread = drawn.partition(wanted)[2]

    def types(self, text: str) -> None:
        """Type `text` character by character."""
        if self._last_key:
            self._waits_for_the_next_page()
            time.sleep(_BEFORE_WORDS)
        for character in text:
            self._child.send(character)
            time.sleep(0.002)
        self._last_key = ""

    def pastes(self, text: str) -> None:
        """Paste `text`, as a terminal that marks pastes sends it."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")
        self._last_key = ""

    def presses(self, key: str) -> None:
        """Press one key at the pace of a person; the same key again a little later."""
        time.sleep(_BEFORE_THE_SAME_KEY if key == self._last_key else _BETWEEN_KEYS)
        self._child.send(key)
        self._last_key = key

    def pauses(self) -> None:
        """Do nothing for so long that the next key cannot look like a part of a paste."""
        time.sleep(_BEFORE_THE_SAME_KEY)

    def resizes(self, columns: int, lines: int = 24) -> None:
        """Make the window another size."""
        self._child.setwinsize(lines, columns)

    def leaves(self, code: int) -> str:
        """Wait until the program has ended with this exit code; what was drawn unread."""
        with suppress(pexpect.EOF):
            while True:
                self._read(_PATIENCE)
        last = _as_read(self._unread)
        self._child.close()
        assert self._child.exitstatus == code, last
        return last

    @property
    def process(self) -> int:
        """The number of the program's process."""
        return int(self._child.pid)

    def page(self) -> str:
        """What stands on the screen, without empty rows at the end."""
        return "\n".join(row.rstrip() for row in self._screen.display).rstrip()

    def _waits_for_the_next_page(self) -> None:
        """Wait for what a key led to; on a busy machine it comes late, and what is typed
        before it would be read together with the key."""
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            self._read(1)

    def _read(self, patience: float) -> None:
        output = self._child.read_nonblocking(4096, timeout=patience)
        self._unread += output
        self._terminal.feed(output)


def _begun(at: datetime, command: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-c", _AT_A_TIME, at.isoformat(), *command]


def _environ(home: Path) -> dict[str, str]:
    own = {"COLLAB_HOME": str(home), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    return {"PATH": os.environ["PATH"], "HOME": str(home.parent)} | own


def _as_read(output: str) -> str:
    """The words of `output` without what moves the cursor and colours, in one line."""
    # A sequence that has not arrived whole stays as it is until its rest does.
    return re.sub(r"\s+", " ", _OTHER_SEQUENCES.sub("", _MOVES.sub(" ", output)))
