"""`collab undo`."""

from __future__ import annotations

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document

NOTE = document(entries=[{"id": "n1", "day": "2026-11-20", "text": "words"}])


def test_it_says_what_was_taken_back(collab: Collab) -> None:
    collab("import", "json", "-", stdin=NOTE)
    outcome = collab("undo")
    assert (outcome.code, outcome.err) == (0, "")
    page = "the note of Fri 20 November"
    assert outcome.out == f"Taken back: import ({page}), Fri 20 November 18:30.\n"


def test_a_page_of_another_year_is_named_with_its_year(collab: Collab) -> None:
    collab("import", "json", "-", stdin=NOTE.replace(b"2026-11-20", b"2023-11-20"))
    assert "(the note of Mon 20 November 2023), Fri 20 November 18:30." in collab("undo").out


def test_what_was_taken_back_can_be_imported_again(collab: Collab) -> None:
    for _ in range(3):
        assert collab("import", "json", "-", stdin=NOTE).out == "Added: 1 entry.\n"
        collab("undo")
    assert collab("status").out == "nothing due · 0 days this week\n"


def test_with_nothing_left_it_says_so(collab: Collab) -> None:
    collab("import", "json", "-", stdin=NOTE)
    collab("undo")
    assert collab("undo") == Outcome(
        2, "", "There is nothing to undo.\nSee what was done: collab journal history\n"
    )
