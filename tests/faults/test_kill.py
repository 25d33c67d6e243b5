"""Killed at any instant, nothing that was acknowledged is lost and nothing is half there."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from collab.storage.database import Journal
from tests.exchange.documents import bring_in, document
from tests.faults.processes import (
    NOTES_IN_A_DOCUMENT,
    Child,
    Deed,
    collab,
    endlessly,
    import_notes,
    session_in,
    write_note,
)
from tests.memory import folder_in_memory
from tests.soundness import faults_in
from tests.storage.notes import texts_in

pytestmark = [pytest.mark.long, pytest.mark.slow]

ByForm = Callable[[Any, Any], Any]
A_NEW_JOURNAL_EVERY = 10


def kept(home: Path) -> Counter[str]:
    """How many notes begin with each text; read as the next command would, without repair."""
    journal = Journal(str(home / "journal.db"))
    if not journal.exists():
        return Counter()
    return Counter(text.split()[0] for text in texts_in(journal))


@pytest.mark.parametrize(
    ("deed", "records"), [(write_note, 1), (import_notes, NOTES_IN_A_DOCUMENT)]
)
def test_at_random_instants(tmp_path: Path, by_form: ByForm, deed: Deed, records: int) -> None:
    chance = random.Random(4)
    acknowledged: dict[Path, list[str]] = {}
    for number in range(by_form(30, 500)):
        home = tmp_path / str(number // A_NEW_JOURNAL_EVERY)
        child = Child(endlessly(home, deed, f"{number}"))
        heard = child.kill_after(chance.randrange(3), chance.uniform(0, 0.03))
        acknowledged.setdefault(home, []).extend(heard)
        if not home.exists():
            continue
        found = kept(home)
        assert [text for text in acknowledged[home] if not found[text]] == []
        assert set(found.values()) <= {records}
        if found:
            assert faults_after_reading(home) == []
    assert sum(map(len, acknowledged.values())) >= 20
    for home in acknowledged:
        deed(session_in(home), "afterwards")
        assert kept(home)["afterwards"] == records
        assert faults_in(home / "journal.db") == [*map(left_behind, unborn(home))]


def unborn(home: Path) -> list[str]:
    """New journals that were never given their name; they do no harm."""
    names = (path.name for path in home.iterdir())
    return sorted(name for name in names if re.fullmatch(r"journal\.db\.\w{12}\.new.*", name))


def left_behind(name: str) -> str:
    return f"{name} was left behind"


def faults_after_reading(home: Path) -> list[str]:
    """The faults of the journal. Reading leaves it to the next write to clear away what a
    write that had not begun in earnest left beside it."""
    harmless = map(left_behind, [*unborn(home), "journal.db-journal"])
    return sorted(set(faults_in(home / "journal.db")) - set(harmless))


NOTES = document(entries=[{"day": "2026-11-20", "text": f"note-{n} @bo"} for n in range(3)])
EARLIER = document(entries=[{"day": "2026-11-19", "text": "earlier"}])
POINTS = {
    "new": {"pwrite64": [1, 30, 80], "fdatasync": [3], "unlink": [1], "link": [1], "fsync": [1]},
    "old": {"pwrite64": [1, 5, 9], "fdatasync": [1, 2], "unlink": [1]},
}
"""At which calls of each kind the short form kills, in a new journal and in an old one."""


@pytest.fixture(scope="module")
def old() -> Iterator[bytes]:
    """The bytes of a journal with something in it."""
    with folder_in_memory() as home:
        bring_in(Journal(str(home / "journal.db")), EARLIER)
        yield (home / "journal.db").read_bytes()


@pytest.mark.parametrize(
    ("age", "call"), [(age, call) for age, calls in POINTS.items() for call in calls]
)
def test_at_every_system_call_that_writes(
    quick_folder: Path, old: bytes, by_form: ByForm, age: str, call: str
) -> None:
    """Either everything of the import is there or nothing of it, and the next one works."""
    for number in by_form(POINTS[age][call], count(1)):
        home = quick_folder / str(number)
        home.mkdir()
        if age == "old":
            (home / "journal.db").write_bytes(old)
        fault = f"{call}:signal=KILL:when={number}"
        killed = collab(home, "import", "json", "-", injected=fault, stdin=NOTES)
        found = kept(home)
        assert found.pop("earlier", 0) == (age == "old")
        assert found in (Counter(), Counter({f"note-{n}": 1 for n in range(3)}))
        if killed.returncode == 0:
            assert found
            assert number > POINTS[age][call][-1]
            break
        bring_in(Journal(str(home / "journal.db")), NOTES)
        assert kept(home).total() == 3 + (age == "old")
        assert faults_in(home / "journal.db") == [*map(left_behind, unborn(home))]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("pwrite64:error=ENOSPC", "is full; nothing of this step was saved"),
        ("pwrite64:error=EIO", "cannot be read or written just now"),
        ("fdatasync:error=EIO", "cannot be read or written just now"),
    ],
)
def test_a_disk_that_fails_is_named_and_loses_nothing(
    quick_folder: Path, old: bytes, by_form: ByForm, fault: str, says: str
) -> None:
    for number in by_form([1, 2], range(1, 200)):
        home = quick_folder / str(number)
        home.mkdir()
        (home / "journal.db").write_bytes(old)
        failing = f"{fault}:when={number}+"
        failed = collab(home, "import", "json", "-", injected=failing, stdin=NOTES)
        if failed.returncode == 0:
            break
        was_saved = failed.returncode == 4
        assert was_saved or failed.returncode == 3
        assert ("It was saved in" if was_saved else says) in failed.stderr.decode()
        assert kept(home).total() == (4 if was_saved else 1)
        assert b"Traceback" not in failed.stderr
        assert kept(home)["earlier"] == 1
        # Where the fault came after the commit, the notes are there, and are not doubled.
        bring_in(Journal(str(home / "journal.db")), NOTES)
        assert kept(home).total() == 4
        assert faults_in(home / "journal.db") == []


def test_without_hard_links_a_journal_is_begun_all_the_same(tmp_path: Path) -> None:
    fault = "link:error=EPERM"
    begun = collab(tmp_path, "import", "json", "-", injected=fault, stdin=NOTES)
    assert begun.returncode == 0
    assert kept(tmp_path).total() == 3
    assert faults_in(tmp_path / "journal.db") == []
