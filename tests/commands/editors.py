"""Editors that do one thing to the file and end, and somebody who uses them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from collab.commands.app import run
from collab.commands.session import Session


class Writer:
    """Runs collab with an editor of their own; `said` and `told` is what it printed."""

    def __init__(self, folder: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys
        self.recovery = home / "recovery"
        self.runtime = folder / "runtime"
        self.runtime.mkdir(mode=0o700)
        self.environ = {
            "COLLAB_HOME": str(home),
            "PATH": os.environ["PATH"],
            "XDG_RUNTIME_DIR": str(self.runtime),
        }
        self.said = self.told = ""

    def has_editor(self, script: str) -> str:
        """Make a shell script the editor; "$1" is the file."""
        path = self._folder / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        self.environ["EDITOR"] = f"'{path}'"
        return str(path)

    def session(self, day: int = 11, hour: int = 19) -> Session:
        """A run on a day of June 2024."""
        return Session(lambda: datetime(2024, 6, day, hour, tzinfo=UTC), self.environ)

    def runs(self, *words: str, day: int = 11, hour: int = 19) -> int:
        code = run(list(words), self.session(day, hour))
        self.said, self.told = self._capsys.readouterr()
        return code

    def journal(self) -> dict[str, Any]:
        """What the journal holds."""
        assert self.runs("export", "json") == 0
        return dict(json.loads(self.said))

    def imports(self, *entries: dict[str, Any], **others: Any) -> None:
        file = self._folder / "journal.json"
        document = {"format": "collab-journal", "version": 1, "entries": entries, **others}
        file.write_text(json.dumps(document))
        assert self.runs("import", "json", str(file)) == 0, self.told

    def rescued(self) -> list[str]:
        """What lies in the recovery folder."""
        return [file.read_text("utf-8") for file in sorted(self.recovery.glob("*"))]

    def left_in_memory(self) -> list[Path]:
        """What editors left in the place for their folders."""
        return sorted(self.runtime.rglob("*"))
