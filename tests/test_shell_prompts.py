"""What the README puts into a shell's prompt, in the shell it is for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pexpect
import pytest

from collab.storage.database import Journal
from tests.docs.made import README
from tests.exchange.documents import bring_in, document
from tests.tools import needs

pytestmark = pytest.mark.slow

_BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S))


@pytest.fixture
def due(home: Path) -> None:
    """A journal in which two things are due."""
    home.mkdir()
    promise = {"side": "mine", "what": "call", "due": "2020-01-01"}
    bring_in(
        Journal(str(home / "journal.db")),
        document(promises=[promise, {**promise, "what": "write"}]),
    )


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment in which `collab` is the one under test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "collab"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m collab "$@"\n')
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(tmp_path)}


def said(environ: dict[str, str], *command: str, stdin: str = "") -> tuple[str, str]:
    done = subprocess.run(
        command, env=environ, input=stdin, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout, done.stderr


def in_bash(environ: dict[str, str], tmp_path: Path) -> tuple[str, str]:
    """What an interactive bash answers to `echo $?` after a command that failed."""
    file = tmp_path / "bashrc"
    file.write_text(f"PS1='[$?]> '\n{_BLOCKS['bash']}")
    return said(
        environ, needs("bash"), "--noprofile", "--rcfile", str(file), "-i", stdin="false\necho $?\n"
    )


@pytest.mark.usefixtures("due")
def test_bash_shows_what_is_due_and_keeps_its_exit_code(
    environ: dict[str, str], tmp_path: Path
) -> None:
    out, prompts = in_bash(environ, tmp_path)
    assert out == "1\n"
    assert "(2 due) [0]> " in prompts
    assert "(2 due) [1]> " in prompts


def test_bash_shows_nothing_where_nothing_is_due(environ: dict[str, str], tmp_path: Path) -> None:
    _, prompts = in_bash(environ, tmp_path)
    assert "[0]> " in prompts
    assert "due" not in prompts
    assert "(" not in prompts.partition("[0]> ")[2]


def zsh_prompt(environ: dict[str, str]) -> str:
    words = f"PROMPT='> '\n{_BLOCKS['zsh']}print -P -- $PROMPT"
    out, err = said(environ, needs("zsh"), "-f", "-c", words)
    assert err == ""
    return out


@pytest.mark.usefixtures("due")
def test_zsh_shows_what_is_due(environ: dict[str, str]) -> None:
    assert zsh_prompt(environ) == "(2 due) > \n"


def test_zsh_shows_nothing_where_nothing_is_due(environ: dict[str, str]) -> None:
    assert zsh_prompt(environ) == "> \n"


@pytest.mark.usefixtures("due")
def test_fish_shows_what_is_due(environ: dict[str, str]) -> None:
    words = f"{_BLOCKS['fish']}fish_right_prompt"
    out, _ = said(environ, needs("fish"), "--no-config", "-c", words)
    assert out == "2 due\n"


def test_starships_part_is_toml_that_asks_the_short_status() -> None:
    part = tomllib.loads(_BLOCKS["ini"])
    assert part == {"custom": {"collab": {"command": "collab status --short", "when": True}}}


@pytest.mark.usefixtures("due")
def test_starship_shows_what_is_due(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "starship.toml").write_text(_BLOCKS["ini"])
    settings = {"STARSHIP_CONFIG": str(tmp_path / "starship.toml")}
    program = shutil.which("starship")
    if program is None:
        pytest.skip("needs starship, which Debian does not have")
    out, _ = said(environ | settings, program, "prompt")
    assert "2 due" in out


@pytest.mark.usefixtures("due")
def test_tmux_shows_what_is_due(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "tmux.conf").write_text(_BLOCKS["tmux"])
    words = ["-S", str(tmp_path / "socket"), "-f", str(tmp_path / "tmux.conf"), "new", "cat"]
    terminal = pexpect.spawn(needs("tmux"), words, env=environ | {"TERM": "xterm"}, timeout=20)
    try:
        terminal.expect(rb"2 due \d\d:\d\d")
    finally:
        terminal.sendeof()
        terminal.expect(pexpect.EOF)
        terminal.close()
