"""`collab people forget`: what is shown first, what confirms it, and what it leaves."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import NOW, document
from tests.journeys.person import CTRL_C, ENTER, Person
from tests.soundness import faults_in


@pytest.fixture
def named(written: Collab, home: Path) -> Collab:
    """The journal of the tests about people, with Anna merged into Ana, and plain words."""
    written("people", "merge", "anna", "ana")
    written("note", "Then Ana left, and @AK came. Ana again.")
    return written


def test_the_preview_counts_and_lists_and_changes_nothing(named: Collab, home: Path) -> None:
    before = (home / "journal.db").read_bytes()

    outcome = named("people", "forget", "ak")

    assert outcome.code == 2
    assert outcome.out == (
        "ana, AK, anna: to be forgotten\n"
        "  becomes someone  in 3 pages, 2 answers, 1 talk, 1 promise, 11 earlier versions\n"
        "\n"
        "Plain words, which may be the name or not. They stay unless you choose them:\n"
        "  1  Fri 20 November  Then [Ana] left, and @AK came. Ana again.\n"
        "  2  Fri 20 November  Then Ana left, and @AK came. [Ana] again.\n"
        "\n"
        "Other copies, exports and backups are not looked through.\n"
        "This cannot be undone.\n"
    )
    assert outcome.err == (
        "Nothing was changed: this asks for the name to be typed.\n"
        "Call it at a terminal, or add: --confirm ana\n"
    )
    assert (home / "journal.db").read_bytes() == before


def test_with_the_name_given_it_is_done(named: Collab, home: Path) -> None:
    outcome = named("people", "forget", "ana", "--confirm", "@Anna", "--words", "2")

    assert outcome.code == 0
    assert outcome.out.endswith(
        "This cannot be undone.\n"
        'Forgotten. Every name is "someone" now, in the history too.\n'
        "1 plain word stays, as you chose.\n"
    )
    pages = json.loads(named("export", "json").out)
    assert "Then Ana left, and someone came. someone again." in str(pages)
    assert pages["talks"][0]["who"] == "someone"
    assert [person["name"] for person in pages["people"]] == ["someone", "bo"]
    assert named("people", "show", "ana").code == 2
    assert faults_in(home / "journal.db") == []


def test_undo_does_not_bring_it_back_and_says_so(named: Collab) -> None:
    named("people", "forget", "ana", "--confirm", "ana", "--words", "all")

    before = named("export", "json").out
    refused = named("undo")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Somebody was forgotten since, and that cannot be undone.\n"
        "To take back what was done before it: collab undo --earlier\n"
    )
    assert named("export", "json").out == before

    undone = named("undo", "--earlier")

    assert undone.out == "Taken back: note (the note of Fri 20 November), Fri 20 November 18:30.\n"
    assert undone.err == "It was done before you had somebody forgotten, which stays so.\n"
    assert "Ana" not in named("export", "json").out + named("journal", "history", "THRD").out


def test_what_comes_after_it_can_be_undone_as_ever(named: Collab) -> None:
    named("people", "forget", "ana", "--confirm", "ana")
    named("note", "@ana is new here.")
    assert named("undo").err == ""


def test_somebody_with_a_promise_alone_can_be_forgotten(written: Collab) -> None:
    assert written("people", "forget", "zoë", "--confirm", "Zoë").code == 0
    promises = json.loads(written("export", "json").out)["promises"]
    assert [promise["who"] for promise in promises] == ["AK", "someone"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["nobody", "--confirm", "nobody"], "Nobody in your journal is called 'nobody'."),
        (["ana", "--confirm", "bo"], "Nothing was changed: this asks for the name to be typed."),
        (["ana", "--confirm", ""], "Nothing was changed: this asks for the name to be typed."),
        (["ana", "--confirm", "ana", "--words", "3"], "There is no plain word 3."),
        (["ana", "--confirm", "ana", "--words", "2-1"], "There is no plain word 2-1."),
        (["ana", "--confirm", "ana", "--words", "two"], "'two' is no number."),
        (["bo", "--confirm", "bo", "--words", "1"], "There is no plain word 1."),
    ],
)
def test_what_does_not_fit_changes_nothing(
    named: Collab, home: Path, options: list[str], says: str
) -> None:
    before = (home / "journal.db").read_bytes()
    outcome = named("people", "forget", *options)
    assert outcome.code == 2
    assert says in outcome.err
    assert (home / "journal.db").read_bytes() == before


def test_files_that_still_hold_the_name_are_named_and_left(
    named: Collab, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "here" / "collab-export"
    export.mkdir(parents=True)
    monkeypatch.chdir(export.parent)
    (home / "recovery").mkdir()
    (home / "backups").mkdir()
    holding = [
        home / "recovery" / "2026-11-20-183000-abc.txt",
        home / "settings.toml",
        home / "redact.txt",
        home / "2025.sqlite",
        home / "journal.db.bak",
        home / "old.json",
        home / "old.zip",
        home / "backups" / "journal-2026.db",
        export / "2026-11-20.md",
    ]
    clean = [home / "recovery" / "other.txt", home / "backups" / "clean.db", export / "clean.md"]
    for path in holding:
        path.write_text("after the call with ANNA\n")
    holding[1].write_text('cue = "after the call with Ana"\n')
    shutil.copy(home / "journal.db", holding[-2])
    shutil.copy(home / "journal.db", holding[3])
    with zipfile.ZipFile(home / "old.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(home / "journal.db")
    for path in clean:
        path.write_text("banana\n")
    before = {path: path.read_bytes() for path in (*holding, *clean)}

    out = named("people", "forget", "ana", "--confirm", "ana").out

    told = [Path(line.strip()) for line in out.splitlines() if line.startswith("  /")]
    assert told == holding
    assert {path: path.read_bytes() for path in before} == before


@pytest.fixture
def home_of_ana(named: Collab, home: Path) -> Path:
    return home


def test_at_a_terminal_it_asks_for_numbers_and_the_name(home_of_ana: Path) -> None:
    with Person(home_of_ana, "people", "forget", "ana", at=NOW, lines=40) as leader:
        leader.sees("This cannot be undone.")
        leader.sees("Which plain words too? 1 3-5, or all")
        leader.types("7")
        leader.presses(ENTER)
        leader.sees("There is no plain word 7.")
        leader.sees("Which plain words too?")
        leader.types("1-2")
        leader.presses(ENTER)
        leader.sees("Type ana to have it forgotten for good")
        leader.types("ANA")
        leader.presses(ENTER)
        leader.sees("Forgotten.")
        leader.leaves(0)
    assert b"ana" not in (home_of_ana / "journal.db").read_bytes().lower()


@pytest.mark.parametrize(
    ("keys", "code", "says"),
    [
        ([CTRL_C], 130, "Stopped. Nothing was changed."),
        ([ENTER, CTRL_C], 130, "Stopped. Nothing was changed."),
        ([ENTER, ENTER], 0, "Nothing was changed."),
        ([ENTER, "b", "o", ENTER], 2, "That is another name; nothing was changed."),
    ],
)
def test_at_a_terminal_nothing_else_does_it(
    home_of_ana: Path, keys: list[str], code: int, says: str
) -> None:
    before = (home_of_ana / "journal.db").read_bytes()
    with Person(home_of_ana, "people", "forget", "ana", at=NOW, lines=40) as leader:
        leader.sees("Which plain words too?")
        leader.presses(keys[0])
        if len(keys) > 1:
            leader.sees("Type ana")
        for key in keys[1:]:
            leader.presses(key)
        leader.sees(says)
        leader.leaves(code)
    assert (home_of_ana / "journal.db").read_bytes() == before


def test_a_name_that_stands_for_the_forgotten_is_given_to_nobody(named: Collab) -> None:
    named("people", "forget", "ana", "--confirm", "ana")
    assert named("people", "add", "someone").code == 2
    assert named("people", "rename", "bo", "Someone") == Outcome(
        2,
        "",
        "'Someone' cannot be a person's name: it stands for those who were forgotten.\n"
        "Type a short one, such as: ana\n",
    )


def test_what_is_printed_is_safe_for_a_terminal(collab: Collab) -> None:
    collab("import", "json", "-", stdin=document(entries=[{"day": "2026-11-20", "text": "@x\x1b"}]))
    collab("note", "@ana: \x1b[31m Ana")
    assert "\x1b" not in collab("people", "forget", "ana").out
