"""What is said where the caller closed a standard stream, or its disk is full."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Collab


def in_a_shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command.replace("collab", f"{shlex.quote(sys.executable)} -m collab", 1),
        shell=True,
        env={**os.environ, "COLLAB_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", ["--version", "--help", "status", "journal list", "note more"])
def test_with_standard_output_closed_it_works_in_silence(
    collab: Collab, home: Path, command: str
) -> None:
    collab("note", "words")
    done = in_a_shell(home, f"collab {command} >&-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_with_every_stream_closed_a_note_is_kept_and_nothing_printed_into_it(
    collab: Collab, home: Path
) -> None:
    done = in_a_shell(home, "collab note words <&- >&- 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "words" in collab("journal", "list").out
    assert b"Saved: a note" not in (home / "journal.db").read_bytes()


@pytest.mark.parametrize("command", ["note", "import json -", "journal today --from -"])
def test_closed_standard_input_is_nothing(home: Path, command: str) -> None:
    done = in_a_shell(home, f"collab {command} <&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 2
    assert "fault of its own" not in done.stderr
    assert not (home / "journal.db").exists()


@pytest.mark.parametrize("command", ["--version", "--help", "talk --help", "journal list"])
def test_a_full_disk_behind_the_output_is_told(collab: Collab, home: Path, command: str) -> None:
    collab("note", "words")
    done = in_a_shell(home, f"collab {command} >/dev/full")
    assert done.returncode == 1
    assert done.stderr == "The output could not be written: no space left on device.\n"
