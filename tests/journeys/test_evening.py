"""A first evening on a real terminal, and the page that remains of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect


def test_a_first_evening_is_kept_and_given_back(home: Path) -> None:
    command = [sys.executable, "-m", "collab"]
    environ = {**os.environ, "COLLAB_HOME": str(home), "TERM": "xterm-256color"}
    evening = pexpect.spawn(
        command[0],
        [*command[1:], "journal", "today", "--evening"],
        env=environ,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )
    evening.expect("Enter begin")
    evening.send("\r")
    evening.expect("Enter skip")
    evening.send("Told @Ana that the rota was settled.")
    evening.expect("Enter save")
    evening.send("\r")
    evening.expect("go on")
    evening.send("*")
    evening.expect("starred")
    evening.expect("one key")
    evening.sendintr()
    evening.expect("Stopped")
    evening.expect(pexpect.EOF)
    evening.close()

    page = pexpect.run(
        " ".join([*command, "export", "markdown", "--output", "-"]), env=environ, encoding="utf-8"
    )

    assert evening.exitstatus == 130
    assert "Told @Ana that the rota was settled." in page
    assert "starred=true" in page
