"""Every command on a computer where nothing was written yet.

Reading ends with 0 and says that there is nothing; changing what is not there is a wrong
call. Neither creates anything.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from collab.commands.app import COMMANDS
from collab.commands.journal import PageCommands
from collab.commands.people import PeopleCommands
from collab.commands.talk import TalkCommands
from tests.commands.conftest import Collab

READING = (
    "journal list",
    "journal show today",
    "journal search words",
    "journal history",
    "journal history today",
    "report",
    "report --output report.txt",
    "export markdown",
    "export markdown --output pages.md",
    "status",
    "people list",
    "people show ana",
    "calendar",
    "talk list",
    "talk show rui",
    "promise list",
)
READ_BY_PROGRAMS = (
    "export markdown --output -",
    "export markdown --output - --person ana",
    "journal show today --format markdown",
    "people show ana --format markdown",
    "promise list --format markdown",
    "report --format markdown",
    "report --format html",
    "report --format svg",
    "report --output -",
    "talk list --format markdown",
    "talk show rui --format markdown",
)
JSON = (
    "export json",
    "journal list --format json",
    "journal show today --format json",
    "journal search words --format json",
    "promise list --format json",
    "report --format json",
    "status --json",
    "people list --format json",
    "calendar --format json",
    "people show ana --format json",
    "talk list --format json",
    "talk show rui --format json",
)
CHANGING = (
    "undo",
    "promise keep ana",
    "promise move ana --to fri --agreed",
    "promise drop ana",
    "journal star today",
    "journal star --off abcd",
    "journal edit today",
    "journal delete yesterday",
    "journal restore abcd",
    "journal today --catch-up",
    "people edit ana --circle",
    "people rename ana bo",
    "people merge ana bo",
    "people forget ana --confirm ana",
    "talk held rui",
    "talk close rui",
    "talk let-go rui",
    "talk prepare rui",
    "talk debrief rui",
    "talk follow-up rui",
)
OF_NO_JOURNAL = (
    "journal today --form",
    "prompts list",
    "prompts show E-02",
    "prompts check",
    "settings list",
    "settings get cue",
    "settings path",
    "status --short",
    "support",
    "remind",
    "demo",
    "demo status",
)
"""They read no journal, or have something to give without one."""
BEGINNING = {
    "note",
    "journal note",
    "import",
    "journal today",
    "journal week",
    "people add",
    "promise add",
    "talk add",
}
"""What is given to these is kept in a new journal."""

SENTENCE = "There is no journal yet at {home}/journal.db.\nBegin one with: collab journal today\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def nothing_is_there(home: Path) -> bool:
    return not home.exists() and list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("command", READING)
def test_a_person_who_reads_is_told(collab: Collab, home: Path, command: str) -> None:
    outcome = collab(*command.split())

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == SENTENCE.format(home=home)
    assert nothing_is_there(home)


@pytest.mark.parametrize("command", READ_BY_PROGRAMS)
def test_a_program_that_reads_gets_nothing(collab: Collab, home: Path, command: str) -> None:
    outcome = collab(*command.split())

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == SENTENCE.format(home=home)
    assert nothing_is_there(home)


@pytest.mark.parametrize("command", JSON)
def test_json_is_the_empty_document(collab: Collab, home: Path, command: str) -> None:
    outcome = collab(*command.split())

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)
    assert nothing_is_there(home)


@pytest.mark.parametrize("command", CHANGING)
def test_there_is_nothing_to_change(collab: Collab, home: Path, command: str) -> None:
    outcome = collab(*command.split())

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == SENTENCE.format(home=home)
    assert nothing_is_there(home)


@pytest.mark.parametrize("command", OF_NO_JOURNAL)
def test_what_needs_no_journal_is_done_without_one(
    collab: Collab, home: Path, command: str
) -> None:
    outcome = collab(*command.split())

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out
    assert nothing_is_there(home)


def test_the_named_journal_is_named_in_the_next_step(collab: Collab, tmp_path: Path) -> None:
    outcome = collab("undo", "--journal", str(tmp_path / "other.db"))

    assert outcome.code == 2
    assert f"collab journal today --journal {tmp_path}/other.db\n" in outcome.err


def test_no_command_is_left_out() -> None:
    every = {*COMMANDS, *(f"journal {name}" for name in ("today", *PageCommands.members))}
    every |= {f"people {name}" for name in PeopleCommands.members}
    every |= {f"talk {name}" for name in TalkCommands.members}
    tried = (*READING, *READ_BY_PROGRAMS, *JSON, *CHANGING, *OF_NO_JOURNAL, *BEGINNING)
    names = {" ".join(one.split()[:length]) for one in tried for length in (1, 2)}
    assert every - {"journal", "people", "talk"} <= names
