"""A questioned person's side of a real pseudo-terminal."""

from __future__ import annotations

import contextlib
import json
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pexpect

PROCESS = Path(__file__).with_name("asking_process.py")

WORDS: dict[str, Any] = {"above": ["What happened?", ""]}
PLAN: dict[str, Any] = {"above": ["The plan?", ""], "labels": ["If", "then I will"]}
RATING: dict[str, Any] = {
    "above": ["Which line is true?", ""],
    "answers": {key: f"rated {key}" for key in "123450w"},
}
FIT: dict[str, Any] = {
    "above": [],
    "lead": "How did that suit?",
    "answers": {"y": "well", "p": "partly", "n": "another way"},
    "hint": "y well · p partly · n another way",
}

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE, BACKSPACE = "\x1b[H", "\x1b[F", "\x1b[3~", "\x7f"
CTRL_C, CTRL_D, CTRL_J, CTRL_L, CTRL_O, CTRL_Z = "\x03", "\x04", "\n", "\x0c", "\x0f", "\x1a"
ENTER, TAB, ESC = "\r", "\t", "\x1b"
_AT_ONCE = 2000  # characters, fewer than a terminal keeps

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"


class Asked:
    """Someone who is asked `questions` and types on a terminal of this size.

    The interview's clock stands still but for a second after each answer.
    """

    def __init__(
        self,
        folder: Path,
        questions: Sequence[Any],
        columns: int = 80,
        lines: int = 24,
        *options: str,
        **environ: str,
    ) -> None:
        self._results = folder / "results"
        self._clock = folder / "clock"
        self._seconds = 0.0
        self.lets_pass(0)
        self._child = pexpect.spawn(
            sys.executable,
            [
                str(PROCESS),
                str(self._results),
                str(self._clock),
                json.dumps(questions),
                *options,
            ],
            env={"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environ,
            dimensions=(lines, columns),
            encoding="utf-8",
            codec_errors="surrogateescape",
            timeout=10,
        )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0
        self.output = ""

    def lets_pass(self, seconds: float) -> None:
        """Move the clock on."""
        self._seconds += seconds
        moved = self._clock.with_name("clock moved")
        moved.write_text(str(self._seconds))
        moved.replace(self._clock)

    def sees(self, text: str) -> None:
        """Wait until `text` appears; what came before it is seen, too."""
        self._child.expect_exact(text)
        self.output += self._child.before + text

    def types(self, text: str) -> None:
        """Send `text` in one go, the way a paste comes."""
        for start in range(0, len(text), _AT_ONCE):
            self._child.send(text[start : start + _AT_ONCE])

    def pauses(self) -> None:
        """Wait like a person between two keys, so that they are no burst."""
        time.sleep(0.1)

    def answers(self, text: str) -> None:
        """Answer a question with `text`, wait until that is kept, and take a second."""
        self.types(text)
        self.sees("kept")
        self.lets_pass(1)

    def resizes(self, columns: int, lines: int = 24) -> None:
        self._child.setwinsize(lines, columns)

    def sends(self, signal: int) -> None:
        self._child.kill(signal)

    def closes_the_window(self) -> None:
        self._child.close(force=False)

    def outcomes(self) -> list[Any]:
        """What the process was told, once it has ended: the outcomes' names and contents."""
        with contextlib.suppress(pexpect.EOF, OSError, ValueError):
            self._child.expect(pexpect.EOF)
            self.output += self._child.before
        return [json.loads(line) for line in self._results.read_text().splitlines()]

    def exit_code(self) -> int:
        return int(self._child.wait())

    def finds_the_terminal_as_it_was(self) -> bool:
        """Whether the terminal echoes, reads by lines and does not mark pastes."""
        mode = termios.tcgetattr(self._child.child_fd)[3]
        marks = self.output.rfind("\x1b[?2004h") > self.output.rfind("\x1b[?2004l")
        return bool(mode & termios.ECHO and mode & termios.ICANON) and not marks
