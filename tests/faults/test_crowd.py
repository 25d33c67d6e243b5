"""Several processes at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from collab.storage.changes import undo
from collab.storage.database import Journal
from tests.faults.processes import NOW, Child, session_in, write_note
from tests.soundness import faults_in
from tests.storage.notes import texts_in

pytestmark = pytest.mark.slow

ALL = 8
ROUNDS = 10


def all_at_once(do: Callable[[int], None]) -> list[int]:
    """Eight processes that wait for each other and then begin; their exit codes."""
    waiting, beginning = os.pipe()

    def process(number: int) -> Callable[[Callable[[str], None]], None]:
        def wait_then_do(_: Callable[[str], None]) -> None:
            os.close(beginning)
            os.read(waiting, 1)
            do(number)

        return wait_then_do

    children = [Child(process(number)) for number in range(ALL)]
    os.close(beginning)
    codes = [child.wait()[1] for child in children]
    os.close(waiting)
    return codes


@pytest.mark.parametrize("fresh", [True, False], ids=["a new journal", "a journal"])
def test_eight_notes_at_once_are_eight_notes(quick_folder: Path, fresh: bool) -> None:
    for number in range(ROUNDS):
        home = quick_folder / str(number)
        if not fresh:
            write_note(session_in(home), "earlier")
        codes = all_at_once(lambda n, home=home: write_note(session_in(home), f"note-{n}"))
        assert codes == [0] * ALL
        texts = [text.split()[0] for text in texts_in(Journal(str(home / "journal.db")))]
        earlier = [] if fresh else ["earlier"]
        assert sorted(texts) == sorted([*earlier, *(f"note-{n}" for n in range(ALL))])
        assert faults_in(home / "journal.db") == []


def test_eight_undos_at_once_take_back_eight_things(quick_folder: Path) -> None:
    for number in range(ALL + 1):
        write_note(session_in(quick_folder), f"note-{number}")
    path = str(quick_folder / "journal.db")
    assert all_at_once(lambda _: undo(Journal(path), NOW) and None) == [0] * ALL
    assert len(texts_in(Journal(path))) == 1
