"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
import typer
from platformdirs.macos import MacOS
from typer.core import TyperGroup
from typer.testing import CliRunner

from collab import errors
from collab.commands.app import app
from collab.commands.session import Session
from collab.errors import CollabError
from collab.settings import places
from tests.docs.made import MADE, README, commands, parts_of, root

TEXT = README.read_text("utf-8")
CHANGELOG = README.with_name("CHANGELOG.md").read_text("utf-8")

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PROSE = _FENCED.sub("", TEXT)
_LONGEST_LINE = 100


def test_the_readme_shows_what_the_program_makes() -> None:
    # Together, because one evening at a terminal makes several of them.
    made = {name: make() for name, make in MADE.items()}

    assert parts_of(TEXT) == made, "python -m tests.docs.made puts it right"


def test_every_mark_in_the_readme_stands_above_what_is_made() -> None:
    marks = [line for line in TEXT.splitlines() if line.startswith("<!--")]

    assert marks == [f"<!-- {name} -->" for name in parts_of(TEXT)]


def test_every_command_has_help_of_its_own() -> None:
    for path, _ in commands():
        printed = CliRunner().invoke(app, [*path.split(), "--help"], obj=Session())

        assert printed.exit_code == 0, path
        first, _, _ = printed.stdout.partition("\n")
        assert re.fullmatch(rf"Usage: collab {path} \[OPTIONS\][ \[\]A-Za-z.]*", first), first
        assert not re.search(r"\{|<[a-z]", printed.stdout), path


def _command_lines(text: str) -> Iterator[str]:
    """What stands in code and begins with the name of the program."""
    spans = re.findall(r"`([^`\n]+)`", _FENCED.sub("", text))
    lines = [line for _, block in _FENCED.findall(text) for line in block.splitlines()]
    for code in (*spans, *lines):
        if match := re.fullmatch(r"(?:\$ )?collab ([a-z-].*)", code):
            yield match[1]


@pytest.mark.parametrize("line", sorted({*_command_lines(TEXT), *_command_lines(CHANGELOG)}))
def test_every_command_line_that_is_shown_can_be_typed(line: str) -> None:
    command, options = _followed(shlex.split(line.partition(" > ")[0]))

    known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    assert options <= known | {"--help"}


def _followed(words: list[str]) -> tuple[Any, set[str]]:
    """The command that the words lead to, and the options among the rest of them."""
    command = root()
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        member = command.get_command(typer.Context(command), words[0])
        assert member, f"there is no command {words[0]!r}"
        command, words = member, words[1:]
    return command, {word.partition("=")[0] for word in words if word.startswith("--")}


def test_every_link_leads_somewhere() -> None:
    for text in (TEXT, CHANGELOG):
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert target.startswith("https://") or (README.parent / target).exists(), target


@pytest.mark.parametrize("heading", ["Start", "Tests"])
def test_one_line_alone_starts_and_one_tests(heading: str) -> None:
    section = re.split(r"^## ", TEXT, flags=re.MULTILINE)
    [own] = [part for part in section if part.startswith(f"{heading}\n")]

    _, block = _FENCED.findall(own)[0]

    assert block.count("\n") == 1
    assert block.startswith("python3 -m venv .venv && ")


def test_the_pack_that_is_shown_has_nothing_to_mend(tmp_path: Path) -> None:
    [pack] = [block for language, block in _FENCED.findall(TEXT) if language == "toml"]
    file = tmp_path / "my-questions.toml"
    file.write_text(pack, "utf-8")

    checked = CliRunner().invoke(app, ["prompts", "check", str(file)], obj=Session())

    assert checked.output == "my-questions.toml: 1 prompt, nothing to mend\n"


def test_every_exit_code_is_explained() -> None:
    files = [import_module(f"collab.errors.{file.name}") for file in iter_modules(errors.__path__)]
    kinds = [kind for file in files for kind in vars(file).values() if isinstance(kind, type)]
    used = {0} | {kind.exit_code for kind in kinds if issubclass(kind, CollabError)}

    explained = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)

    assert {int(code) for code in explained} == used


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's folders")
def test_the_folders_on_linux_are_those_in_the_readme() -> None:
    where = places({"HOME": "/home/me"})

    shown = [path.replace("/home/me", "~") for path in (where.journal, where.settings)]
    assert shown == ["~/.local/share/collab/journal.db", "~/.config/collab/settings.toml"]
    assert all(f"`{Path(path).parent}/`" in TEXT for path in shown)


def test_the_folders_on_macos_are_those_in_the_readme() -> None:
    ours = MacOS("collab", False)

    for folder in (ours.user_data_dir, ours.user_config_dir):
        assert f"`{folder.replace(str(Path.home()), '~')}/`" in TEXT


def test_the_documents_read_well_in_a_window_of_a_hundred_columns() -> None:
    lines = [*TEXT.splitlines(), *CHANGELOG.splitlines()]

    # A row of a table cannot be broken.
    prose = [line for line in lines if not line.startswith("| ")]
    assert [line for line in prose if len(line) > _LONGEST_LINE] == []


def test_the_documents_speak_calmly() -> None:
    for text in (_PROSE, CHANGELOG):
        assert "!" not in text.replace("<!--", "")


def test_the_changelog_keeps_its_form() -> None:
    headings = re.findall(r"^#+ .*$", CHANGELOG, re.MULTILINE)

    assert headings[:3] == ["# Changelog", "## [Unreleased]", "### Added"]
