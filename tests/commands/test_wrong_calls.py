"""A call that cannot be read: one sentence and a next step, whatever is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperArgument

from tests.commands.conftest import Collab, Outcome
from tests.docs.made import commands

COMMANDS = dict(commands())
OF_TYPER = re.compile(r"Usage|Error|Missing|No such|Invalid|unexpected|requires|\{|\[")


def needs_words(command: Any) -> bool:
    return any(isinstance(one, TyperArgument) and one.required for one in command.params)


def refused(outcome: Outcome) -> list[str]:
    """The two lines that say what is wrong and what to do."""
    assert (outcome.code, outcome.out) == (2, "")
    lines = outcome.err.splitlines()
    assert len(lines) == 2
    assert not OF_TYPER.search(outcome.err)
    assert lines[0].endswith(".")
    return lines


@pytest.mark.parametrize(
    ("line", "sentence", "next_step"),
    [
        ("reprot --week", "There is no command 'reprot'.", "Did you mean: collab report"),
        ("qqq", "There is no command 'qqq'.", "See every command with: collab --help"),
        ("people lst", "There is no command 'lst'.", "Did you mean: collab people list"),
        ("demo journal shwo", "There is no command 'shwo'.", "Did you mean: collab demo jour"),
        (
            "talk held",
            "NAME is missing: whom it is with, or",
            "Type it after: collab talk held",
        ),
        (
            "people rename a'b",
            "NEW is missing: the name",
            """collab people rename 'a'"'"'b'""",
        ),
        ("--jornal x", "There is no option '--jornal'.", "Did you mean --journal? See every"),
        (
            "people add --rol x",
            "There is no option '--rol'.",
            "mean --role? See every option",
        ),
        ("note -x", "There is no option '-x'.", "Type -- before words that begin with -; see:"),
        ("status -x", "There is no option '-x'.", "See every option with: collab status --help"),
        ("people edit a --role x", "'x' cannot stand after --role.", "one of these: report, peer,"),
        ("journal list --limit x", "'x' cannot stand after --limit.", "a whole number, 1 or more."),
        ("talk held a --was 6", "'6' cannot stand after --was.", "a whole number from 1 to 5."),
        ("journal star --answer x", "'x' cannot stand after --answer.", "Type a whole number."),
        ("report --format", "There is nothing after --format.", "one of these: text, json, mark"),
        ("promise add x --by", "There is nothing after --by.", "Type DAY there; see: collab prom"),
        ("--journal", "There is nothing after --journal.", "Type PATH there; see: collab --help"),
        ("journal today --light=3", "--light takes no words of its own.", "it alone: --light"),
        ("undo x y", "'x y' is too much here.", "See: collab undo --help"),
        ("journal list -3", "'-3' is too much here.", "See: collab journal list --help"),
        ("journal list --limit -3", "'-3' cannot stand after --limit.", "a whole number, 1 or"),
        ("people merge a b c", "'c' is too much here.", "Words that belong together stand in quo"),
        ("settings set", "NAME is missing: the name of a setting.", "collab settings set"),
        ("import json", "FILE is missing: the document;", "collab import json"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(
    collab: Collab, home: Path, line: str, sentence: str, next_step: str
) -> None:
    said = refused(collab(*line.split()))
    assert sentence in said[0]
    assert next_step in said[1]
    assert not home.exists()


@pytest.mark.parametrize("line", ["people --journal {} list", "--journal {} people list"])
def test_the_journal_may_be_named_before_the_command(
    collab: Collab, tmp_path: Path, line: str
) -> None:
    other = tmp_path / "other.db"
    collab("note", "Talked with @bo.", "--journal", str(other))
    assert collab("people", "list").out.startswith("There is no journal yet")
    assert collab(*line.format(other).split()).out.startswith("bo ")


def test_what_it_repeats_is_safe_for_a_terminal(collab: Collab) -> None:
    for line in (
        ["\x1b[31m"],
        ["--\x1b[31m"],
        ["undo", "\x1b[31m"],
        ["people", "merge", "\x1b[31m"],
    ):
        assert "\x1b" not in collab(*line).err


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_refuses_in_the_same_words(collab: Collab, path: str) -> None:
    command = COMMANDS[path]
    said = refused(collab(*path.split(), "--no-such-thing"))
    assert said == [
        "There is no option '--no-such-thing'.",
        f"See every option with: collab {path} --help",
    ] or said[1].startswith("Did you mean --no-")
    if needs_words(command):
        assert " is missing: " in refused(collab(*path.split()))[0]
    for option in command.params:
        if not isinstance(option, TyperArgument) and not option.is_flag:
            name = option.opts[0]
            assert refused(collab(*path.split(), name))[0] == f"There is nothing after {name}."


@pytest.mark.parametrize("group", ["journal", "talk", "people", "export", "settings", "prompts"])
def test_a_group_alone_shows_its_help(collab: Collab, group: str) -> None:
    for line in ([group], [group, "--"]):
        outcome = collab(*line)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"Usage: collab {group}" in outcome.err
        assert "Commands:" in outcome.err
