"""`collab status`, and what `collab` alone prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from collab import __version__
from collab.storage.database import Journal
from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document
from tests.storage.test_opening import leave_a_hot_journal

FULL = document(
    entries=[{"day": f"2026-11-{day}", "text": "words"} for day in (13, 16, 18, 18, 20)],
    promises=[{"side": "mine", "what": "call", "due": "2026-11-19"}],
    talks=[{"who": "B.", "added": "2026-11-02", "date": "2026-11-20"}],
)


@pytest.fixture
def full(collab: Collab) -> None:
    collab("import", "json", "-", stdin=FULL)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "2 due · 3 days this week"),
        (["--short"], "2 due"),
        (["--json"], '{"due": 2, "days_written": 3, "unfinished": false}'),
    ],
)
def test_status_is_one_line(collab: Collab, options: list[str], line: str) -> None:
    assert collab("status", *options) == Outcome(0, line + "\n", "")


@pytest.mark.usefixtures("full")
def test_the_json_is_the_promised_document(collab: Collab) -> None:
    told = json.loads(collab("status", "--json").out)
    assert told == {"due": 2, "days_written": 3, "unfinished": False}
    assert list(told) == ["due", "days_written", "unfinished"]


def test_with_nothing_due_it_says_so(collab: Collab) -> None:
    collab("import", "json", "-", stdin=document(entries=[{"day": "2026-11-20", "text": "x"}]))
    assert collab("status").out == "nothing due · 1 day this week\n"
    assert collab("status", "--short").out == "\n"


def test_the_week_is_the_users(collab: Collab, home: Path) -> None:
    collab("import", "json", "-", stdin=FULL)
    (home / "settings.toml").write_text('week_starts_on = "saturday"\n')
    assert collab("status").out == "2 due · 3 days this week\n"
    collab("import", "json", "-", stdin=document(entries=[{"day": "2026-11-14", "text": "x"}]))
    assert collab("status").out == "2 due · 4 days this week\n"


@pytest.mark.parametrize(
    ("options", "out"),
    [
        (["--short"], "\n"),
        (["--json"], '{"due": 0, "days_written": 0, "unfinished": false}\n'),
    ],
)
def test_without_a_journal_programs_get_an_empty_answer(
    collab: Collab, home: Path, options: list[str], out: str
) -> None:
    assert collab("status", *options) == Outcome(0, out, "")
    assert not home.exists()


def test_without_a_journal_a_person_gets_a_sentence(collab: Collab, home: Path) -> None:
    outcome = collab("status")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"There is no journal yet at {home}/journal.db.",
        "Begin one with: collab journal today",
    ]
    assert not home.exists()


def test_collab_alone_names_the_three_things_typed_most(collab: Collab) -> None:
    outcome = collab()
    assert outcome.code == 0
    for command in ("collab journal today", "collab report --week", "collab export markdown"):
        assert command in outcome.out
    assert "Now: no page yet." in outcome.out
    collab("import", "json", "-", stdin=FULL)
    assert "Now: 2 due · 3 days this week." in collab().out


def run_process(*arguments: str, home: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "collab", *arguments],
        env={**os.environ, "COLLAB_HOME": str(home), **environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.usefixtures("full")
class TestTheShortWay:
    """`status` and `--version` are answered without a command line parser."""

    def test_it_says_what_the_whole_program_says(self, home: Path) -> None:
        for options in ([], ["--short"], ["--json"]):
            quick = run_process("status", *options, home=home)
            whole = run_process("status", *options, "--journal", f"{home}/journal.db", home=home)
            assert quick.stdout == whole.stdout
            assert (quick.returncode, quick.stderr) == (0, "")

    def test_a_broken_setting_is_told_in_full(self, home: Path) -> None:
        (home / "settings.toml").write_text('week_starts_on = "friday"\n')
        told = run_process("status", home=home)
        assert (told.returncode, told.stdout) == (2, "")
        assert "week_starts_on takes monday, saturday or sunday." in told.stderr

    def test_a_damaged_journal_is_told_in_full(self, home: Path) -> None:
        os.truncate(home / "journal.db", 5000)
        told = run_process("status", home=home)
        assert (told.returncode, told.stdout) == (3, "")
        assert "is damaged, or the disk cannot read it" in told.stderr

    def test_after_a_crash_it_mends_and_answers(self, home: Path) -> None:
        crashed = home / "crashed.db"
        leave_a_hot_journal(Journal(str(home / "journal.db")), crashed)
        for name in ("journal.db", "journal.db-journal"):
            os.replace(home / name.replace("journal.db", "crashed.db"), home / name)
        told = run_process("status", home=home)
        assert (told.returncode, told.stderr) == (0, "")
        assert "this week" in told.stdout

    def test_a_full_disk_behind_the_output_is_told(self, home: Path) -> None:
        with open("/dev/full", "w") as full:
            told = subprocess.run(
                [sys.executable, "-m", "collab", "status"],
                env={**os.environ, "COLLAB_HOME": str(home)},
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                check=False,
            )
        assert told.returncode == 1
        assert told.stderr == "The output could not be written: no space left on device.\n"

    def test_a_terminal_without_our_signs_gets_plain_ones(self, home: Path) -> None:
        told = run_process("status", home=home, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert told.stdout.isascii()
        assert " . " in told.stdout


def test_the_version_is_told_in_one_line(home: Path) -> None:
    told = run_process("--version", home=home)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"collab {__version__}\n", "")
    assert not home.exists()
