"""`collab import json`: all of a document or nothing of it, and what is said of it."""

from __future__ import annotations

import os
import sqlite3
import threading
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from collab.storage import pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.commands.conftest import NOW, Collab, Outcome
from tests.exchange.documents import document
from tests.soundness import faults_in

DAY = "2026-11-19"
SECRET = "Bo nearly left the company"
EVENING = {
    "id": "e1",
    "day": DAY,
    "kind": "evening",
    "answers": [{"prompt": "E-02", "text": SECRET}],
    "ratings": [{"theme": "decide", "value": 3}],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "old.json"


@pytest.fixture
def bring(collab: Collab, file: Path) -> Any:
    """Imports a document of these parts with these options."""

    def call(*options: str, **parts: list[Any]) -> Outcome:
        file.write_bytes(document(**parts))
        return collab("import", "json", str(file), *options)

    return call


def journal_bytes(home: Path) -> str | None:
    path = home / "journal.db"
    return sha256(path.read_bytes()).hexdigest() if path.exists() else None


def notes(count: int) -> list[dict[str, Any]]:
    return [{"id": f"n{n}", "day": DAY, "text": f"note {n}"} for n in range(count)]


def test_somebody_forgotten_is_not_named_again_without_a_word(bring: Any, collab: Collab) -> None:
    ana = {"id": "p1", "name": "ana", "role": "peer", "added": DAY}
    bring(people=[ana], entries=[{"id": "n1", "day": DAY, "text": "for @ana"}])
    assert collab("people", "forget", "ana", "--confirm", "ana").code == 0
    new = {"id": "n2", "day": DAY, "text": "another for @Ana"}

    assert bring("--dry-run", people=[ana], entries=notes(1)).out == (
        "A dry run; nothing was kept.\n"
        "Added: 1 entry.\n"
        "Removed by you earlier, and left so: 1 record.\n"
    )
    outcome = bring(people=[ana], entries=[new])
    assert outcome.code == 0
    assert outcome.out == (
        "Added: 1 entry.\n"
        "Removed by you earlier, and left so: 1 record.\n"
        "ana was removed by you, and is named again."
        " To forget them again: collab people forget ana\n"
    )
    assert collab("people", "forget", "ana", "--confirm", "ana").code == 0

    talk = {"id": "t1", "who": "Bo and ana", "added": DAY}
    assert "ana was removed by you, and is named again." in bring(people=[ana], talks=[talk]).out
    # Only of what is new something is said.
    assert "again" not in bring(people=[ana], talks=[talk]).out


def test_what_was_added_is_counted(bring: Any, home: Path) -> None:
    outcome = bring(
        entries=[EVENING, *notes(1)],
        people=[{"name": "ana", "role": "peer"}],
        talks=[{"who": "B.", "added": DAY}] * 2,
        promises=[{"side": "mine", "what": "call", "due": DAY}],
    )
    assert outcome == Outcome(
        0, "Added: 2 entries, 1 answer, 1 rating, 1 person, 2 talks, 1 promise.\n", ""
    )
    assert faults_in(home / "journal.db") == []


def test_a_second_time_adds_nothing_and_says_so(bring: Any, home: Path) -> None:
    bring(entries=[EVENING])
    before = journal_bytes(home)
    assert bring(entries=[EVENING]) == Outcome(0, "Added: nothing.\nHere already: 3 records.\n", "")
    assert journal_bytes(home) == before


def test_what_the_user_removed_stays_removed_and_is_counted(bring: Any, home: Path) -> None:
    bring(entries=notes(2))
    with unit(Journal(str(home / "journal.db")), "delete", NOW) as deed:
        pages.remove_entry(deed, "n1")
    assert bring(entries=notes(3)).out.splitlines() == [
        "Added: 1 entry.",
        "Here already: 1 record.",
        "Removed by you earlier, and left so: 1 record.",
    ]


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ({"day": DAY, "text": 5}, "entries[3].text"),
        ({"day": DAY, "text": SECRET, "mood": SECRET}, "entries[3].mood"),
        ({"day": "31 feb", "text": SECRET}, "entries[3].day"),
        ({"day": DAY, "text": f"{SECRET}\0"}, "entries[3].text"),
        ({"day": DAY, "answers": [{"text": SECRET, "talk": "t9"}]}, "entries[3].answers[0].talk"),
        ({"day": DAY, "text": SECRET, "id": "n0"}, "entries[3].text"),
    ],
)
def test_one_fault_keeps_everything_out(
    bring: Any, home: Path, file: Path, record: dict[str, Any], place: str
) -> None:
    bring(entries=notes(1))
    before = journal_bytes(home)
    outcome = bring(entries=[*notes(3), record])
    sentence, next_step = outcome.err.splitlines()
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence.startswith(f"{file}, {place}: ")
    assert next_step == "Nothing was imported. Mend that place, then import again."
    assert SECRET not in outcome.err
    assert journal_bytes(home) == before


def test_of_several_faults_the_first_is_named_and_the_rest_counted(bring: Any) -> None:
    outcome = bring(entries=[{}, {}, {"day": DAY}])
    assert "entries[0].day: is missing. (And 2 more; --skip-bad leaves them out.)" in outcome.err


def test_a_fault_creates_no_journal(bring: Any, home: Path) -> None:
    assert bring(entries=[{}]).code == 2
    assert not home.exists()


def test_one_bad_of_a_thousand_can_be_left_out(bring: Any, file: Path) -> None:
    thousand = [*notes(499), {"day": DAY, "text": ["bad"]}, *notes(1000)[499:999]]
    assert bring(entries=thousand).code == 2
    outcome = bring("--skip-bad", entries=thousand)
    assert outcome.code == 1
    assert outcome.out == "Added: 999 entries.\n"
    assert outcome.err.splitlines() == [
        f"{file}, entries[499].text: must be text.",
        "1 left out, as named above.",
        "Mend those places, then import again; what is here is not doubled.",
    ]


def test_what_contradicts_the_journal_can_be_left_out(bring: Any) -> None:
    bring(entries=notes(1))
    other = notes(1)[0] | {"text": "other words"}
    outcome = bring("--skip-bad", entries=[other, *notes(3)[1:]])
    assert (outcome.code, outcome.out) == (1, "Added: 2 entries.\n")
    assert "entries[0].text: has another content in the journal" in outcome.err


class TestDryRun:
    def test_says_the_same_and_keeps_nothing(self, bring: Any, home: Path) -> None:
        bring(entries=notes(1))
        before = journal_bytes(home)
        rehearsed = bring("--dry-run", entries=[EVENING, *notes(2)])
        assert journal_bytes(home) == before
        assert rehearsed.code == 0
        told = bring(entries=[EVENING, *notes(2)])
        assert rehearsed.out == "A dry run; nothing was kept.\n" + told.out

    def test_without_a_journal_creates_none(self, bring: Any, home: Path) -> None:
        outcome = bring("--dry-run", entries=notes(2))
        assert outcome.out.endswith("Added: 2 entries.\n")
        assert not home.exists()

    def test_names_what_would_be_refused(self, bring: Any) -> None:
        bring(entries=notes(1))
        assert bring("--dry-run", entries=[notes(1)[0] | {"text": "other"}]).code == 2


def test_standard_input_is_read(collab: Collab) -> None:
    outcome = collab("import", "json", "-", stdin=document(entries=notes(2)))
    assert outcome == Outcome(0, "Added: 2 entries.\n", "")


def test_a_fault_on_standard_input_is_named_so(collab: Collab) -> None:
    outcome = collab("import", "json", "-", stdin=b"[]")
    assert outcome.err.startswith("standard input: holds no JSON object.\n")


def test_a_pipe_is_read_like_a_file(collab: Collab, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(document(entries=notes(2))))
    writer.start()
    assert collab("import", "json", str(pipe)).out == "Added: 2 entries.\n"
    writer.join()


@pytest.mark.parametrize(
    ("name", "why"),
    [("missing.json", "no such file or directory"), (".", "it is a folder"), ("", "no such file")],
)
def test_a_file_that_cannot_be_read_is_named(
    collab: Collab, tmp_path: Path, name: str, why: str
) -> None:
    outcome = collab("import", "json", str(tmp_path / name) if name else "")
    assert outcome.code == 2
    assert why in outcome.err
    assert len(outcome.err.splitlines()) == 2


def test_a_file_too_large_for_any_journal_is_refused_unread(collab: Collab, file: Path) -> None:
    file.touch()
    os.truncate(file, 2**31)
    outcome = collab("import", "json", str(file))
    assert (outcome.code, outcome.out) == (2, "")
    assert "larger than 512 MiB" in outcome.err


def test_a_hostile_name_of_a_file_is_shown_and_not_obeyed(collab: Collab, tmp_path: Path) -> None:
    outcome = collab("import", "json", str(tmp_path / "\x1b]0;taken over\x07\n.json"))
    assert outcome.code == 2
    assert "\x1b" not in outcome.err


def test_another_journal_can_be_named(bring: Any, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert bring("--journal", str(other), entries=notes(1)).code == 0
    assert other.exists()
    assert not home.exists()


def test_a_newer_journal_is_left_alone(bring: Any, home: Path) -> None:
    bring(entries=notes(1))
    connection = sqlite3.connect(home / "journal.db")
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = journal_bytes(home)
    outcome = bring(entries=notes(3))
    assert (outcome.code, outcome.out) == (3, "")
    assert "was written by a newer collab" in outcome.err
    assert journal_bytes(home) == before
