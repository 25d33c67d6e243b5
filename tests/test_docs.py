"""The README shows what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

from collab.commands.app import COMMANDS, app
from collab.commands.session import Session

README = Path(__file__).parents[1] / "README.md"


def test_the_readme_shows_the_help_as_it_is_printed() -> None:
    shown = re.search(r"<!-- help -->\n```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    printed = CliRunner().invoke(app, ["--help"], obj=Session(), terminal_width=80)

    assert shown is not None
    assert shown[1] == printed.stdout


def test_every_command_has_help_of_its_own() -> None:
    for name in COMMANDS:
        printed = CliRunner().invoke(app, [name, "--help"], obj=Session())

        assert printed.exit_code == 0, name
        assert "Usage:" in printed.stdout
