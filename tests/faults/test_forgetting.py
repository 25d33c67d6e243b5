"""Interrupted at any instant, forgetting somebody is done in full or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from collab.domain.people import Directory
from collab.storage.database import Journal
from collab.storage.people import everyone
from tests.exchange.documents import export
from tests.faults.processes import collab
from tests.memory import folder_in_memory
from tests.soundness import faults_in
from tests.storage.notes import keep_note
from tests.storage.test_forgetting import NAME, fill, forget_all, forms_in

pytestmark = [pytest.mark.long, pytest.mark.slow]

ByForm = Callable[[Any, Any], Any]
FORGET = ("people", "forget", NAME, "--confirm", NAME, "--words", "all")
POINTS = {"pwrite64": [100, 300], "fdatasync": [4], "ftruncate": [1], "unlink": [2]}
"""At which calls of each kind the short form kills."""


@pytest.fixture(scope="module")
def filled() -> Iterator[bytes]:
    """The bytes of a journal full of a name."""
    with folder_in_memory() as home:
        fill(Journal(str(home / "journal.db")))
        yield (home / "journal.db").read_bytes()


@pytest.mark.parametrize("call", POINTS)
def test_killed_at_every_system_call_that_writes(
    quick_folder: Path, filled: bytes, by_form: ByForm, call: str
) -> None:
    outcomes = set()
    for number in by_form(POINTS[call], count(1)):
        home = quick_folder / str(number)
        home.mkdir()
        file = home / "journal.db"
        file.write_bytes(filled)
        before = export(Journal(str(file)))

        killed = collab(home, *FORGET, injected=f"{call}:signal=KILL:when={number}")

        now = export(Journal(str(file)))
        outcomes.add(now == before)
        if now != before:
            assert forms_in(now) == []
            assert forms_in(file.read_bytes()) == []
        # Reading leaves it to the next write to clear away an empty rollback journal.
        harmless = {"journal.db-journal was left behind"}
        assert set(faults_in(file)) <= harmless
        if killed.returncode == 0:
            # Otherwise the short form would try nothing.
            assert number > POINTS[call][-1]
            break
        forget_if_known(Journal(str(file)))
        keep_note(Journal(str(file)), "afterwards")
        assert forms_in(file.read_bytes()) == []
        assert faults_in(file) == []
    assert outcomes


def forget_if_known(journal: Journal) -> None:
    """Forget the person, if that is still to be done."""
    with journal.read() as connection:
        is_known = Directory(everyone(connection)).find(NAME)
    if is_known:
        forget_all(journal)


@pytest.mark.parametrize("fault", ["pwrite64:error=ENOSPC", "fdatasync:error=EIO"])
def test_a_disk_that_fails_leaves_all_or_nothing(
    quick_folder: Path, filled: bytes, by_form: ByForm, fault: str
) -> None:
    for number in by_form([5], range(1, 400)):
        home = quick_folder / str(number)
        home.mkdir()
        file = home / "journal.db"
        file.write_bytes(filled)
        before = export(Journal(str(file)))

        failed = collab(home, *FORGET, injected=f"{fault}:when={number}+")

        assert b"Traceback" not in failed.stderr
        now = export(Journal(str(file)))
        assert (now == before) == (failed.returncode == 3)
        if now != before:
            assert forms_in(file.read_bytes()) == []
        if failed.returncode == 0:
            break
