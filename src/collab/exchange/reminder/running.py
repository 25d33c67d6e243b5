"""The system's own programs, which a reminder is handed to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from typing import NamedTuple

from collab.errors import NotFullyDone

_PATIENCE = 30
"""Seconds. These programs answer at once, or not at all."""


class Done(NamedTuple):
    """What a program said on standard output, and what went wrong; "" if nothing did."""

    out: bytes
    fault: str


class Removed(NamedTuple):
    """What was taken away, and what is to be said where a program was not told of it."""

    what: list[str]
    untold: NotFullyDone | None = None


class Tools:
    """Runs the programs that the user's `PATH` leads to."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        # Which words a program complains with is looked at.
        self._environ = {**environ, "LC_ALL": "C"}

    def find(self, program: str) -> str | None:
        """The path of a program; None if it is not installed."""
        return shutil.which(program, path=self._environ.get("PATH", ""))

    def run(self, program: str, *words: str, given: bytes = b"") -> Done:
        """Run a program with `given` on its standard input. Never raises."""
        path = self.find(program)
        if path is None:
            return Done(b"", f"there is no {program}")
        try:
            ended = subprocess.run(
                [path, *words],
                env=self._environ,
                input=given,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            return Done(b"", str(fault))
        if ended.returncode == 0:
            return Done(ended.stdout, "")
        complaint = " ".join(ended.stderr.decode(errors="replace").split())
        return Done(ended.stdout, complaint or f"{program} ended with {ended.returncode}")
