"""`collab note`, which is `collab journal note`."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.commands.conftest import Collab


def entries(collab: Collab) -> list[dict[str, Any]]:
    return json.loads(collab("export", "json").out)["entries"]


@pytest.mark.parametrize("command", [["note"], ["journal", "note"]], ids=["note", "journal note"])
def test_the_words_behind_it_are_kept(collab: Collab, command: list[str]) -> None:
    outcome = collab(*command, "Told", "@Ana", "about the #rota.")
    (kept,) = entries(collab)
    end = kept["id"][-4:]
    assert (outcome.code, outcome.out) == (0, f"Saved: a note, Fri 20 November ({end}).\n")
    assert kept == {
        "id": kept["id"],
        "day": "2026-11-20",
        "kind": "note",
        "written_at": "2026-11-20T18:30:00+01:00",
        "text": "Told @Ana about the #rota.",
    }


def test_names_and_tags_in_it_are_recognised(collab: Collab) -> None:
    collab("note", "Told @Ana about the #rota.")
    assert collab("journal", "list", "--person", "ana").out.count("\n") == 1
    assert collab("journal", "list", "--tag", "rota").out.count("Told @Ana") == 1


def test_a_new_name_much_like_a_known_one_is_offered_as_the_same_person(collab: Collab) -> None:
    collab("people", "add", "ana", "--role", "report")
    saved, offer = collab("note", "With @anna and @bo.").out.splitlines()
    assert saved.startswith("Saved: a note")
    assert offer == "anna is new. If that is ana: collab people merge anna ana"
    assert collab("note", "Again with @anna and @Ana.").out.count("\n") == 1
    assert collab(*offer.partition("collab ")[2].split()).code == 0
    assert collab("journal", "list", "--person", "ana").out.count("\n") == 2


def test_without_words_standard_input_is_read(collab: Collab) -> None:
    assert collab("note", stdin=b"  first line\r\nsecond, caf\xc3\xa9\n\n").code == 0
    assert entries(collab)[0]["text"] == "first line\nsecond, café"


@pytest.mark.parametrize(
    "words",
    [["-3", "degrees"], ["--", "-3"], ["--limit", "5"], ["-h"], ["a", "--", "b"]],
    ids=["a number", "two dashes", "an option", "help", "inside"],
)
def test_words_that_begin_with_a_dash_follow_two_dashes(collab: Collab, words: list[str]) -> None:
    collab("note", "--", *words)
    assert entries(collab)[0]["text"] == " ".join(words)


def test_a_number_among_the_words_never_becomes_a_day(collab: Collab, home: Path) -> None:
    outcome = collab("note", "it", "was", "-5", "outside")
    assert (outcome.code, outcome.out) == (2, "")
    assert "-5" in outcome.err
    assert not home.exists()


def test_a_day_that_was_gets_its_note(collab: Collab) -> None:
    assert collab("note", "--date", "-3", "late words").out.startswith(
        "Saved: a note, Tue 17 November ("
    )
    assert entries(collab)[0]["day"] == "2026-11-17"


def test_the_words_of_somebody_else_are_an_outside_view(collab: Collab) -> None:
    outcome = collab("note", "--from-person", "@Bo", "You decided before we met.")
    assert outcome.out.startswith("Saved: the words of Bo, Fri 20 November (")
    assert entries(collab)[0]["outside"] == "Bo"


@pytest.mark.parametrize(
    ("arguments", "stdin", "sentence"),
    [
        pytest.param([], b"", "There is nothing to keep.", id="nothing"),
        pytest.param([" ", "\n"], b"", "There is nothing to keep.", id="blanks"),
        pytest.param([], b"a\0b", "The note holds a NUL character.", id="NUL"),
        pytest.param([], b"caf\xe9", "Byte 4 of the note is not UTF-8 text.", id="Latin-1"),
        pytest.param(["\udce9"], b"", "The note holds half of a surrogate", id="no text"),
        pytest.param(["--from-person", "@", "x"], b"", "There is no name.", id="no name"),
        pytest.param(["--date", "tomorrow", "x"], b"", "is still to come", id="a day to come"),
        pytest.param(["--date", "31 feb", "x"], b"", "There is no such day", id="no day"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    collab: Collab, home: Path, arguments: list[str], stdin: bytes, sentence: str
) -> None:
    outcome = collab("note", *arguments, stdin=stdin)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(sentence) or sentence in outcome.err
    assert len(outcome.err.splitlines()) == 2
    assert not home.exists()


def test_words_that_cannot_be_saved_lie_in_a_file(collab: Collab, home: Path) -> None:
    collab("note", "first")
    (home / "journal.db").write_bytes(b"no journal " * 100)
    outcome = collab("note", "words in hand")
    (path,) = (home / "recovery").iterdir()
    assert outcome.code == 3
    assert f"Your words are in {path}" in outcome.err
    assert path.read_text() == "words in hand\n"


PARAGRAPHS = """
  Yours      One file on this computer: ~/home/journal.db
             Nothing is ever sent. It is not encrypted: whoever can use your
             account can read it.
  Others     Write only what you could stand by if the person read it. No
             health, family, belief, union or sexual matters of others. Do not
             use this as a personnel file. A short name will do: @bo
"""


@pytest.mark.parametrize(
    ("words", "stdin"), [(["words"], b""), ([], b"words")], ids=["arguments", "standard input"]
)
def test_the_first_words_are_kept_and_then_privacy_is_told_once(
    collab: Collab, home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], stdin: bytes
) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    first, second = (collab("note", *words, stdin=stdin) for _ in range(2))

    assert (first.code, second.code) == (0, 0)
    assert first.out.startswith("Saved: a note, ")
    assert first.out.count("\n") == 1
    assert (first.err, second.err) == (PARAGRAPHS, "")


@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full"], ids=["closed", "full"])
def test_a_note_is_kept_where_nobody_can_be_told_of_privacy(home: Path, stderr: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m collab note words {stderr}"
    environ = {**os.environ, "COLLAB_HOME": str(home)}
    done = subprocess.run(command, shell=True, env=environ, capture_output=True, check=False)

    assert (done.returncode, done.stdout[:14]) == (0, b"Saved: a note,")


def on_a_terminal(home: Path, *arguments: str) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable,
        ["-m", "collab", "note", *arguments],
        env={**os.environ, "COLLAB_HOME": str(home), "TERM": "xterm-256color"},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )


def test_on_a_terminal_it_is_asked_for_and_begun_words_come_back(home: Path) -> None:
    first = on_a_terminal(home)
    first.expect("A short name will do: @bo")
    first.expect("Enter begin · Ctrl-C not now")
    first.send("\r")
    first.expect("A note")
    first.expect("Ctrl-C stop")
    first.send("Told @Ana")
    first.expect("Enter save")
    first.sendintr()
    first.expect("Kept: the words you had begun.")
    first.expect(pexpect.EOF)
    first.close()

    second = on_a_terminal(home)
    second.expect("your words from")
    assert "Told @Ana" in second.before
    assert "Enter begin" not in second.before
    second.send(" and Bo.")
    second.expect("Bo")
    second.send("\r")
    second.expect("Saved: a note")
    second.expect(pexpect.EOF)
    second.close()

    journal = sqlite3.connect(home / "journal.db")
    assert first.exitstatus == 130
    assert second.exitstatus == 0
    assert journal.execute("SELECT text FROM entries").fetchall() == [("Told @Ana and Bo.",)]
    assert journal.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


def test_stopping_on_an_empty_field_keeps_and_creates_nothing(home: Path) -> None:
    asked = on_a_terminal(home, "--from-person", "bo")
    asked.expect("Enter begin")
    asked.send("\r")
    asked.expect("The words of bo")
    asked.expect("Ctrl-C stop")
    asked.sendintr()
    asked.expect("Nothing was kept.")
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 130
    assert not home.exists()


def test_not_now_keeps_and_creates_nothing(home: Path) -> None:
    asked = on_a_terminal(home)
    asked.expect("Ctrl-C not now")
    asked.sendintr()
    asked.expect("Nothing was kept.")
    asked.expect(pexpect.EOF)
    asked.close()
    assert "A note" not in asked.before
    assert asked.exitstatus == 130
    assert not home.exists()
