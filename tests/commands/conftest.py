"""The commands as a user runs them: what is printed where, and the exit code."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.session import Session

NOW = datetime(2026, 11, 20, 18, 30, tzinfo=timezone(timedelta(hours=1)))
"""A Friday evening."""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Collab = Callable[..., Outcome]


@pytest.fixture
def collab(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Collab:
    """Runs one command line at `now` in the home of the test, with `stdin` to read."""

    def call(*arguments: str, now: datetime = NOW, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(list(arguments), Session(lambda: now, {"COLLAB_HOME": str(home)}))
        return Outcome(code, *capsys.readouterr())

    return call
