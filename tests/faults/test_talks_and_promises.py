"""The disk fails while a talk or a promise is kept: no word is lost, and nothing is doubled."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from collab.commands.recovery import unsaved
from collab.storage.database import Journal
from tests.exchange.documents import bring_in, document, exported
from tests.faults.processes import collab, session_in
from tests.faults.test_disk import NEVER_BEGUN
from tests.soundness import faults_in

pytestmark = pytest.mark.slow

WORDS = "words in hand"
TALK = {"id": "01TALK0000000TALK", "who": "ana", "added": "2020-01-02"}
HELD = {**TALK, "id": "01TALK0000000HELD", "who": "bo", "held": "2020-01-03"}
PROMISE = {"id": "01PROMISE0000PRMS", "side": "mine", "what": "a list", "due": "2020-01-03"}
PEOPLE = [{"name": name, "role": "peer", "added": "2020-01-01"} for name in ("ana", "anna")]
COMMANDS = {
    "talk add": ("talk", "add", "bo", "--about", WORDS),
    "talk let-go": ("talk", "let-go", "ana", "--reason", WORDS),
    "promise add": ("promise", "add", WORDS, "--to", "bo", "--by", "+3"),
    "promise drop": ("promise", "drop", "PRMS", "--reason", WORDS),
}

WITHOUT_WORDS = {
    "talk held": ("talk", "held", "TALK", "--was", "2"),
    "talk close": ("talk", "close", "HELD"),
    "promise keep": ("promise", "keep", "PRMS"),
    "promise move": ("promise", "move", "PRMS", "--to", "+4", "--agreed"),
    "people add": ("people", "add", "cy", "--role", "peer"),
    "people rename": ("people", "rename", "anna", "annabel"),
    "people merge": ("people", "merge", "anna", "ana"),
    "undo": ("undo",),
}
FAULTS = [
    "fdatasync:error=EIO:when={}",
    "pwrite64:error=ENOSPC:when={}",
    "pwrite64:error=EIO:when={}+",
    "unlink:error=EIO:when={}",
]

ByForm = Callable[[Any, Any], Any]


@pytest.fixture
def journal(quick_folder: Path) -> Journal:
    """A journal with two people, two talks and a promise, all open."""
    journal = Journal(str(quick_folder / "journal.db"))
    bring_in(journal, document(people=PEOPLE, talks=[TALK, HELD], promises=[PROMISE]))
    return journal


def in_the_journal(journal: Journal) -> int:
    """How many talks and promises hold the words."""
    content: dict[str, Any] = exported(journal)
    return json.dumps([content["talks"], content["promises"]]).count(WORDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_words_that_could_not_be_kept_are_offered_until_they_are(
    journal: Journal, quick_folder: Path, command: str
) -> None:
    before = exported(journal)

    failed = collab(quick_folder, *COMMANDS[command], injected="fdatasync:error=EIO:when=1")

    assert failed.returncode == 3
    assert b"Your words are in" in failed.stderr
    assert exported(journal) == before
    assert [words for _, words in unsaved(session_in(quick_folder))] == [WORDS]

    assert collab(quick_folder, *COMMANDS[command]).returncode == 0
    assert in_the_journal(journal) == 1
    assert unsaved(session_in(quick_folder)) == []
    assert faults_in(Path(journal.path)) == []


def test_a_disk_that_fails_to_read_is_not_told_as_a_damaged_journal_alone(
    journal: Journal, quick_folder: Path
) -> None:
    """Who puts an old backup in the place of a journal that is whole loses what is new."""
    before, log = Path(journal.path).read_bytes(), quick_folder / "log"
    collab(quick_folder, "talk", "list", injected="pread64", log=str(log))
    last = log.read_text().count("pread64(")

    failed = collab(quick_folder, "talk", "list", injected=f"pread64:error=EIO:when={last}")

    assert failed.returncode == 3
    assert b"is damaged, or the disk cannot read it." in failed.stderr
    assert b"Keep the file and check the disk." in failed.stderr
    assert Path(journal.path).read_bytes() == before


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_call_leaves_it_done_or_not_done_and_says_which(
    journal: Journal, quick_folder: Path, by_form: ByForm, fault: str
) -> None:
    file, log = Path(journal.path), quick_folder / "log"
    clean, before = file.read_bytes(), exported(journal)
    every = {**COMMANDS, **WITHOUT_WORDS}
    for command, number in product(by_form(["people merge"], every), by_form([1], range(1, 40))):
        file.write_bytes(clean)
        injected = fault.format(number)

        ended = collab(quick_folder, *every[command], injected=injected, log=str(log))

        if ended.returncode == NEVER_BEGUN or "INJECTED" not in log.read_text():
            continue
        assert b"Traceback" not in ended.stderr
        is_done = exported(journal) != before
        assert is_done == (ended.returncode in (0, 4)), (command, injected, ended)
        if not is_done:
            assert ended.returncode == 3
            assert collab(quick_folder, *every[command]).returncode == 0, (command, injected)
        assert set(faults_in(file)) <= {"journal.db-journal was left behind"}
        for left in quick_folder.glob("journal.db-journal"):
            left.unlink()
