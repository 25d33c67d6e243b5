"""`collab demo`: every command over the made-up journal, and nothing of the user's."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from collab.commands.demo import IN_MEMORY
from collab.storage.database import Journal
from tests.commands.conftest import NOW, Collab
from tests.exchange.documents import bring_in, document
from tests.journeys.person import CTRL_C, Person

pytestmark = pytest.mark.slow

GONE = "What was written into the demo is gone now. Your own journal is untouched.\n"
SECRET = "zzz-my-own-words"
MONDAY = datetime.fromisoformat("2026-11-23T18:30:00+01:00")


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary folders are made in this process and in those it starts."""
    in_memory = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=in_memory) as folder:
        monkeypatch.setattr("collab.commands.demo.IN_MEMORY", folder)
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


def left_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.startswith("collab")]


def test_alone_it_says_what_it_is_and_what_to_try(collab: Collab, temporary: Path) -> None:
    said = collab("demo")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("A made-up journal of 26 weeks")
    tried = [line for line in said.out.splitlines() if line.startswith("collab demo ")]
    assert tried[0].startswith("collab demo report --week")
    assert list(temporary.iterdir()) == []


def test_every_command_but_itself_can_be_tried(collab: Collab) -> None:
    def listed(*command: str) -> list[str]:
        _, _, commands = collab(*command, "--help").out.partition("Commands:\n")
        return [line.split()[0] for line in commands.splitlines()]

    assert listed("demo") == [name for name in listed() if name not in ("demo", "remind")]


@pytest.mark.parametrize(
    "days", [-1, 0, 1, 5], ids=["on a Saturday", "on a Sunday", "on a Monday", "on a Friday"]
)
def test_its_report_shows_a_rise_and_refuses_what_only_looks_like_one(
    collab: Collab, days: int
) -> None:
    now = datetime.fromisoformat("2026-11-22T08:00:00+01:00") + timedelta(days=days)

    report = json.loads(collab("demo", "report", "--week", "--format", "json", now=now).out)

    assert report["period"]["label"] == "2026-W47"
    themes = {theme["theme"]: theme for theme in report["themes"]}
    said = {
        theme: {line["label"]: line["text"].split(" (")[0] for line in made["says"]}
        for theme, made in themes.items()
    }
    assert said["candour"]["compared"] == "higher than your usual"
    assert said["candour"]["8 weeks"] == "rising"
    decided = [week["mean"] for week in themes["decide"]["weeks"]]
    assert decided[-1] > max(decided[:-1]) + 0.7
    assert said["decide"]["compared"] == "no clear difference from your usual"
    assert said["decide"]["8 weeks"] == "no clear direction"
    assert said["trust"]["compared"] == "too few to compare"


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["report"], "Last week, 2026-11-09 to 2026-11-15"),
        (["journal", "show", "2026-11-13"], "@tiit called the pilots at four in the morning"),
        (["journal", "search", "storm"], "[storm]"),
        (["calendar"], "days written"),
        (["status"], "due · 0 days this week"),
        (["export", "json"], '"format": "collab-journal"'),
        (["settings", "get", "focus"], "candour trust"),
        (["journal", "today", "--form"], "What became of your if-then plan"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_a_command_that_reads_reads_the_demo(
    collab: Collab, temporary: Path, command: list[str], shown: str
) -> None:
    read = collab("demo", *command, now=NOW - timedelta(days=4))

    assert (read.code, read.err) == (0, "")
    assert shown in read.out
    assert left_in(temporary) == []


def test_at_a_weekend_the_running_week_has_pages(collab: Collab) -> None:
    for days in (1, 2):  # from Friday on
        now = NOW + timedelta(days=days)
        assert collab("demo", "status", now=now).out == "1 due · 5 days this week\n"
        assert collab("demo", "report", now=now).out.startswith("Week 2026-11-16 to 2026-11-22 ")


def test_its_help_offers_no_other_journal(collab: Collab) -> None:
    for command in (["report"], ["journal", "list"]):
        assert "--journal" not in collab("demo", *command, "--help").out
        assert "--journal" in collab(*command, "--help").out


def test_it_is_the_same_each_time(collab: Collab) -> None:
    assert collab("demo", "journal", "list").out == collab("demo", "journal", "list").out


def test_an_export_goes_where_the_user_says(collab: Collab, tmp_path: Path) -> None:
    folder = tmp_path / "pages"

    done = collab("demo", "export", "markdown", str(folder))

    assert (done.code, done.err) == (0, "")
    assert len(list(folder.rglob("*.md"))) > 110


def test_what_is_written_into_it_is_gone_and_that_is_said(collab: Collab, temporary: Path) -> None:
    for command in (
        ["journal", "note", SECRET],
        ["settings", "set", "cue", "tea"],
        ["journal", "delete", "2026-11-11"],
    ):
        done = collab("demo", *command)
        assert (done.code, done.err) == (0, GONE), command
        assert left_in(temporary) == []
    assert SECRET not in collab("demo", "journal", "search", SECRET).out


def test_undo_takes_the_last_page_back_and_not_the_demo(collab: Collab) -> None:
    assert collab("demo", "undo").out.startswith("Taken back: page (the week of Fri 13 November")


@pytest.mark.parametrize(
    "command",
    [
        ["demo", "demo"],
        ["demo", "--journal", "x.db"],
        ["demo", "--journal", "x.db", "status"],
        ["demo", "status", "--journal", "x.db"],
        ["demo", "report", "--of", "2027-01-01"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_in_a_sentence(
    collab: Collab, temporary: Path, command: list[str]
) -> None:
    refused = collab(*command)

    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("\n") == 2
    assert "Traceback" not in refused.err
    assert left_in(temporary) == []


@pytest.mark.parametrize(
    ("command", "next_step"),
    [
        (["people", "show", "nobody"], "See every name with: collab demo people list\n"),
        (["talk", "close", "tiit"], "so with: collab demo talk held tiit\n"),
        (["journal", "lst"], "Did you mean: collab demo journal list\n"),
        (["demo"], "Try: collab demo report --week\n"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_to_type_next_is_typed_in_the_demo(
    collab: Collab, command: list[str], next_step: str
) -> None:
    assert collab("demo", *command).err.endswith(next_step)


def test_a_journal_named_for_all_of_collab_is_not_looked_at(collab: Collab, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stranger.db"
    elsewhere.write_bytes(b"not a journal")

    assert collab("--journal", str(elsewhere), "demo", "status").code == 0
    assert elsewhere.read_bytes() == b"not a journal"


def test_nothing_of_the_users_is_read_or_written(collab: Collab, home: Path) -> None:
    home.mkdir()
    bring_in(
        Journal(str(home / "journal.db")), document(entries=[{"day": "2026-11-20", "text": SECRET}])
    )
    # Settings that cannot be read would stop whoever reads them.
    (home / "settings.toml").write_text("no such = setting")
    (home / "support.txt").write_text(SECRET)
    (home / "prompts").mkdir()
    (home / "prompts" / "own.toml").write_text(SECRET)
    before = everything_in(home)

    for command in (
        *(["report"], ["journal", "search", SECRET], ["support"], ["prompts", "list"]),
        *(["note", "x"], ["undo"], ["settings", "set", "cue", "tea"]),
    ):
        done = collab("demo", *command)
        assert done.code == 0, (command, done.err)
        assert SECRET not in done.out.replace(" ".join(command), "")

    assert everything_in(home) == before


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _waiting_export(temporary: Path) -> subprocess.Popen[bytes]:
    """A demo that is in the middle of printing, since nobody reads what it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "collab", "demo", "export", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout
    process.stdout.read(1)
    assert len(left_in(temporary)) == 1
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_nothing_behind(temporary: Path, number: signal.Signals) -> None:
    process = _waiting_export(temporary)
    (place,) = left_in(temporary)
    assert stat.S_IMODE(os.stat(temporary / place).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(temporary / place / "journal.db").st_mode) == 0o600

    process.send_signal(number)
    process.wait(20)
    process.communicate()

    assert process.returncode == 128 + number
    assert left_in(temporary) == []


def test_a_closed_pipe_leaves_nothing_behind(temporary: Path) -> None:
    process = _waiting_export(temporary)
    assert process.stdout

    process.stdout.close()

    assert process.wait(20) == 0
    assert left_in(temporary) == []


def test_an_evening_can_be_tried_at_the_terminal(temporary: Path, home: Path) -> None:
    with Person(home, "demo", "journal", "today", at=MONDAY, TMPDIR=str(temporary)) as leader:
        leader.sees("What became of your if-then plan")
        leader.presses("d")
        leader.sees("Enter skip")
        leader.presses(CTRL_C)
        leader.leaves(130)
        page = leader.page()

    assert page.endswith(
        f"Stopped.\nYour own evening begins with: collab journal today\n{GONE.rstrip()}"
    )
    assert left_in(temporary) == []
    assert not home.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_window_that_closes_leaves_nothing_behind(
    temporary: Path, home: Path, number: signal.Signals
) -> None:
    with Person(home, "demo", "journal", "today", at=MONDAY, TMPDIR=str(temporary)) as leader:
        leader.sees("What became of your if-then plan")
        os.kill(leader.process, number)
        leader.leaves(128 + number)

    assert left_in(temporary) == []
