"""The disk fails while a talk or a promise is kept: no word is lost, and nothing is doubled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from collab.commands.recovery import unsaved
from collab.storage.database import Journal
from tests.exchange.documents import bring_in, document, exported
from tests.faults.processes import collab, session_in
from tests.soundness import faults_in

pytestmark = pytest.mark.slow

WORDS = "words in hand"
TALK = {"id": "01TALK0000000TALK", "who": "ana", "added": "2020-01-02"}
PROMISE = {"id": "01PROMISE0000PRMS", "side": "mine", "what": "a list", "due": "2020-01-03"}
COMMANDS = {
    "talk add": ("talk", "add", "bo", "--about", WORDS),
    "talk let-go": ("talk", "let-go", "ana", "--reason", WORDS),
    "promise add": ("promise", "add", WORDS, "--to", "bo", "--by", "+3"),
    "promise drop": ("promise", "drop", "PRMS", "--reason", WORDS),
}


@pytest.fixture
def journal(quick_folder: Path) -> Journal:
    """A journal with a talk and a promise, both open."""
    journal = Journal(str(quick_folder / "journal.db"))
    bring_in(journal, document(talks=[TALK], promises=[PROMISE]))
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
