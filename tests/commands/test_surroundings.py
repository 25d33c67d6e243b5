"""Commands where what surrounds them is odd: the folder one is in, the width that is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Collab


def in_a_folder_that_is_gone(
    tmp_path: Path, *arguments: str, **environ: str
) -> subprocess.CompletedProcess[str]:
    gone = tmp_path / "gone"
    gone.mkdir()
    in_there = ["/bin/sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh"]
    return subprocess.run(
        [*in_there, sys.executable, "-m", "collab", *arguments],
        env={**os.environ, **environ},
        cwd=gone,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["status"], "nothing due"),
        (["report", "--week", "--brief"], "In your words"),
        (["journal", "list"], "Talked with @Ana"),
        (["note", "more", "words"], "Saved: a note"),
        (["people", "forget", "ana", "--confirm", "ana"], "Forgotten."),
        (["export", "json", "--output", "-"], '"format"'),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_the_journal_is_found_from_a_folder_that_is_gone(
    collab: Collab, home: Path, tmp_path: Path, command: list[str], told: str
) -> None:
    collab("note", "Talked with @Ana.")
    done = in_a_folder_that_is_gone(tmp_path, *command, COLLAB_HOME=str(home))
    assert (done.returncode, told in done.stdout) == (0, True), done


@pytest.mark.parametrize("command", [["status"], ["note", "words"], ["report"]])
def test_a_home_in_a_folder_that_is_gone_is_told(tmp_path: Path, command: list[str]) -> None:
    done = in_a_folder_that_is_gone(tmp_path, *command, COLLAB_HOME="here", TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "COLLAB_HOME begins in this folder, which is gone." in done.stderr
    assert "fault of its own" not in done.stderr


@pytest.mark.parametrize("columns", ["0", "-3", "wide"])
def test_a_width_that_is_none_counts_as_unsaid(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    collab("note", "Talked with @Ana.")
    usual = collab("report", "--week").out
    monkeypatch.setenv("COLUMNS", columns)
    assert collab("report", "--week").out == usual
    assert "Talked with @Ana." in usual
