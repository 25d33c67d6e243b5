"""The disk fails while words are saved: they are in one place afterwards, and in one alone.

That is the journal, or a file that is offered again. A fault may come when the words
stand in the journal already; then they are not taken for lost.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest

from collab.commands.recovery import unsaved
from collab.domain.entries import Answer, Entry, Plan
from collab.storage.database import Journal
from collab.storage.sessions import drafts
from tests.faults.processes import session_in, under_strace, write_note
from tests.memory import folder_in_memory
from tests.storage.notes import all_entries

pytestmark = pytest.mark.slow

ByForm = Callable[[Any, Any], Any]

NOTE = [sys.executable, "-m", "collab", "note", "words in hand"]
WORDS = NOTE[-1].split()
NEVER_BEGUN = 127
"""What the loader ends with where the fault hits it, before Python and collab are there."""
AFTER_THE_COMMIT = "fdatasync:error=EIO:when=5"
"""The fifth and last sync of a write: that of the folder, once the rollback journal is gone."""


def giving(what: str) -> list[str]:
    return [sys.executable, "-m", "tests.faults.giving", what]


POINTS: dict[str, Sequence[int]] = {
    "fdatasync": [1, 4],
    "pwrite64": [2],
    "unlink": [1],
    "fsync": [],
    "link": [],
    "rename": [],
    "ftruncate": [],
}
"""At which calls of each kind the disk fails in the short form; in the long one at all."""

COMMANDS = {
    "a note": NOTE,
    **{what: giving(what) for what in ("answer", "plan", "outside view", "draft")},
}


@pytest.fixture(scope="module")
def old() -> Iterator[bytes]:
    """The bytes of a journal with something in it."""
    with folder_in_memory() as home:
        write_note(session_in(home), "earlier")
        yield (home / "journal.db").read_bytes()


@pytest.fixture
def home_of(quick_folder: Path, old: bytes) -> Callable[..., Path]:
    """Makes a home, with a journal in it unless it is to be `new`."""

    def make(name: object, *, new: bool = False) -> Path:
        home = quick_folder / str(name)
        home.mkdir()
        if not new:
            (home / "journal.db").write_bytes(old)
        return home

    return make


def in_the_journal(home: Path) -> int:
    """How many times the words stand in the journal, be it as words begun."""
    journal = Journal(str(home / "journal.db"))
    if not journal.exists():
        return 0
    with journal.read() as connection:
        begun = [" ".join(draft.texts) for draft in drafts(connection)]
    records = [part for page in all_entries(journal) for part in (page, *page.answers, page.plan)]
    texts = [*begun, *(_words_of(record) for record in records if record)]
    return sum(text.split() == WORDS for text in texts)


def _words_of(record: Entry | Answer | Plan) -> str:
    if isinstance(record, Plan):
        return f"{record.if_} {record.then}"
    return f"{record.outside or ''} {record.text or ''}"


def offered(home: Path, told: bytes) -> int:
    """How many times the words would be offered, or were printed because no file would do."""
    files = [words.lstrip("@").split() for _, words in unsaved(session_in(home))]
    # Behind words that were printed may follow what is wrong.
    printed = [
        words.lstrip("@").split()[: len(WORDS)]
        for words in re.findall(r"They are:\n(.*)", told.decode(), re.DOTALL)
    ]
    return sum(words == WORDS for words in (*files, *printed))


def assert_in_one_place(home: Path, ended: subprocess.CompletedProcess[bytes]) -> None:
    if ended.returncode == NEVER_BEGUN:
        assert b"error while loading shared libraries" in ended.stderr
        return
    saved = in_the_journal(home)
    assert saved + offered(home, ended.stderr) == 1, ended
    assert b"Traceback" not in ended.stderr
    # Where it cannot be known, "not saved" is said, and what stands is not offered.
    assert saved == 1 or ended.returncode == 3
    if ended.returncode in (0, 4):
        assert saved == 1
        assert b"Your words are in" not in ended.stderr


@pytest.mark.parametrize("what", COMMANDS)
def test_a_fault_after_the_commit_is_told_and_the_words_are_not_lost(
    home_of: Callable[..., Path], what: str
) -> None:
    home = home_of("home")
    ended = under_strace(COMMANDS[what], home, [AFTER_THE_COMMIT])
    assert ended.returncode == 4
    assert "It was saved in" in ended.stderr.decode()
    assert "disk I/O error" in ended.stderr.decode()
    assert not (home / "recovery").exists()
    assert_in_one_place(home, ended)


@pytest.mark.parametrize("what", COMMANDS)
def test_where_the_journal_cannot_be_asked_the_words_are_offered_only_if_they_are_not_there(
    home_of: Callable[..., Path], what: str
) -> None:
    clean = home_of("clean")
    under_strace(COMMANDS[what], clean, ["pread64"], log=str(clean / "log"))
    reads = (clean / "log").read_text().count("pread64")
    home = home_of("home")
    blind = f"pread64:error=EIO:when={reads + 1}+"
    ended = under_strace(COMMANDS[what], home, [AFTER_THE_COMMIT, blind])
    assert ended.returncode == 3
    assert len(list((home / "recovery").iterdir())) == 1
    assert_in_one_place(home, ended)
    assert not list((home / "recovery").iterdir())


def test_ctrl_c_during_the_commit_loses_and_doubles_nothing(home_of: Callable[..., Path]) -> None:
    home = home_of("home")
    ended = under_strace(NOTE, home, ["fdatasync:signal=INT:when=4"])
    assert ended.returncode == 130
    assert ended.stderr.decode() == "Stopped. What you gave last was saved.\n"
    assert (in_the_journal(home), offered(home, b"")) == (1, 0)


def test_words_that_fail_twice_are_offered_once(home_of: Callable[..., Path]) -> None:
    home = home_of("home")
    for _ in range(2):
        under_strace(NOTE, home, ["fdatasync:error=EIO:when=1"])
    assert offered(home, b"") == 1


@pytest.mark.long
@pytest.mark.parametrize("call", POINTS)
def test_a_fault_at_any_call(home_of: Callable[..., Path], by_form: ByForm, call: str) -> None:
    every = [*product(COMMANDS, (False,), ("", "+")), *product(["a note"], (True,), ("", "+"))]
    for what, new, more in by_form([("a note", False, "")], every):
        for number in by_form(POINTS[call], count(1)):
            home = home_of(f"{what} {new} {more} {number}", new=new)
            log = home / "log"
            fault = f"{call}:error=EIO:when={number}{more}"
            ended = under_strace(COMMANDS[what], home, [fault], log=str(log))
            assert_in_one_place(home, ended)
            if "INJECTED" not in log.read_text():
                assert ended.returncode == 0
                assert number > max(POINTS[call], default=0)
                break


@pytest.mark.long
def test_a_second_fault_while_the_journal_is_asked(
    home_of: Callable[..., Path], by_form: ByForm
) -> None:
    for what in by_form([], COMMANDS):
        for number in count(1):
            home = home_of(f"{what} {number}")
            log = home / "log"
            blind = f"pread64:error=EIO:when={number}+"
            ended = under_strace(COMMANDS[what], home, [AFTER_THE_COMMIT, blind], log=str(log))
            assert_in_one_place(home, ended)
            if not re.search(r"pread64.*INJECTED", log.read_text()):
                assert ended.returncode == 4
                break
