"""The terminal during a session: raw between the questions too, and given back whole."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

from prompt_toolkit.input.vt100 import raw_mode
from prompt_toolkit.output.vt100 import Vt100_Output

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_MARK_PASTES = "\x1b[?2004h"
_DO_NOT_MARK_PASTES = "\x1b[?2004l"
_ERASE_DOWN = "\x1b7\x1b[K\x1b[B\r\x1b[J\x1b8"  # the row, the rows below it, and back
_WITHOUT_CURSOR = ("", "dumb", "unknown")


class Screen(Vt100_Output):
    """Output that never asks for the cursor's position, keeps pastes marked from one
    question to the next, and does not fail once the window is gone."""

    @classmethod
    def on(cls, stdout: TextIO, term: str) -> Screen:
        screen = cls.from_pty(stdout, term=term)
        assert isinstance(screen, Screen)
        screen.enable_cpr = False
        return screen

    def disable_bracketed_paste(self) -> None:
        """Left to `Terminal`: a paste may arrive while an answer is being saved."""

    def erase_down(self) -> None:
        """Erase from the cursor on, its own row by itself: what tmux erases from the first
        cell of the window on, it keeps to be scrolled up to."""
        self.write_raw(_ERASE_DOWN)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


class Terminal:
    """The user's terminal while a session lasts; a context manager.

    Inside, keys are neither echoed nor lost, and SIGINT, SIGTERM, SIGHUP and SIGQUIT are
    noted in `ended_by` and told to `on_signal` instead of ending the process. On leaving, the
    terminal is as it was found, and what was typed behind the last answer is thrown away:
    the rest of a paste must not reach the shell as commands.
    """

    def __init__(self, stdin: TextIO | None = None, stdout: TextIO | None = None) -> None:
        self.stdin = stdin or sys.stdin
        self.stdout = stdout or sys.stdout
        term = os.environ.get("TERM", "")
        self.has_cursor = term not in _WITHOUT_CURSOR
        self.screen = Screen.on(self.stdout, term)
        self.ended_by: signal.Signals | None = None
        self.on_signal: Callable[[], None] | None = None
        self._lent = False
        self._found: list[Any] = []
        self._handlers: dict[signal.Signals, Any] = {}

    @property
    def reflows(self) -> bool:
        """Whether rows that no longer fit a narrower window are broken by the terminal.

        Most do. xterm, the Linux console and GNU screen cut them off.
        """
        cuts = "XTERM_VERSION" in os.environ or "STY" in os.environ
        return not (cuts or self.screen.term == "linux")

    @property
    def echoes(self) -> bool:
        """Whether the terminal was found echoing what is typed."""
        return bool(self._found) and bool(self._found[3] & termios.ECHO)

    def __enter__(self) -> Terminal:
        with suppress(termios.error):
            self._found = termios.tcgetattr(self.stdin.fileno())
        self._handlers = {number: signal.signal(number, self._note) for number in _ENDINGS}
        self._claim()
        return self

    def __exit__(self, *_: object) -> None:
        self._give_back(termios.TCSAFLUSH)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def flush(self) -> None:
        """Let what was printed appear before anything that is drawn."""
        with suppress(OSError):
            self.stdout.flush()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give the terminal to somebody else, an editor or the shell, for a while."""
        self._lent = True
        self._give_back(termios.TCSADRAIN)
        try:
            yield
        finally:
            self._claim()
            self._lent = False

    def ending(self) -> int | None:
        """The signal that ends the process. SIGINT does not: it is Ctrl-C by another way,
        and forgotten once it is taken."""
        if self.ended_by != signal.SIGINT:
            return self.ended_by
        self.ended_by = None
        return None

    def suspend(self) -> None:
        """Stop as Ctrl-Z does, until the shell continues the process."""
        with self.lent():
            os.kill(0, signal.SIGTSTP)

    def _claim(self) -> None:
        raw_mode(self.stdin.fileno()).__enter__()  # left by `_give_back`, by what was found
        self._ask_for(_MARK_PASTES)

    def _give_back(self, when: int) -> None:
        self._ask_for(_DO_NOT_MARK_PASTES)
        if self._found:
            with suppress(termios.error):
                termios.tcsetattr(self.stdin.fileno(), when, self._found)

    def _ask_for(self, sequence: str) -> None:
        self.flush()
        if self.has_cursor:
            self.screen.write_raw(sequence)
            self.screen.flush()

    def _note(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT and self._lent:
            return  # meant for the editor, which has the terminal now
        self.ended_by = signal.Signals(number)
        if self.on_signal:
            self.on_signal()
