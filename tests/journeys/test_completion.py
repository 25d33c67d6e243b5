"""Names complete in bash, for which "@" is a word of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from collab.storage.database import Journal
from tests.storage.notes import keep_note
from tests.tools import needs

TYPED_THEN_COMPLETED = {
    "collab people show an": "a ",
    "collab people show @an": "a ",
    "collab people merge bo @AN": "a ",
    "collab journal list --person z": "oe ",
    "collab note --from-person @z": "oe ",
    "collab people forget bo --y": "es ",
}


@pytest.fixture
def bash(home: Path, tmp_path: Path) -> Iterator[pexpect.spawn]:
    """Bash as somebody has it who installed the completion, in a home with three people."""
    home.mkdir()
    keep_note(Journal(str(home / "journal.db")), "@ana, @bo and @zoe")
    program = tmp_path / "collab"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m collab "$@"\n')
    program.chmod(0o700)
    environ = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "COLLAB_HOME": str(home),
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
    }
    shell = pexpect.spawn(
        needs("bash"),
        ["--norc", "--noprofile"],
        env=environ,
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 200),
    )
    shell.sendline("PS1='rea''dy> '; bind 'set bell-style none'")
    shell.expect_exact("ready> ")
    shell.sendline('eval "$(_COLLAB_COMPLETE=source_bash collab)"; echo do""ne')
    shell.expect_exact("done")
    shell.expect_exact("ready> ")
    yield shell
    shell.close(force=True)


def test_a_name_completes_with_and_without_its_sign(bash: pexpect.spawn) -> None:
    for typed, completed in TYPED_THEN_COMPLETED.items():
        bash.send(f"{typed}\t")
        bash.expect_exact(typed + completed)
        bash.send("\x15")


def test_a_sign_alone_offers_everybody(bash: pexpect.spawn) -> None:
    bash.send("collab people show @\t\t")
    bash.expect_exact("@ana  @bo   @zoe")
