"""`collab journal delete` and `restore`."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document


def ids(collab: Collab) -> list[str]:
    return [entry["id"] for entry in json.loads(collab("export", "json").out)["entries"]]


def test_a_page_is_deleted_and_restored_whole(written: Collab) -> None:
    before = written("export", "json").out
    assert written("journal", "delete", "k3qx") == Outcome(
        0,
        "Deleted: evening of Fri 20 November.\nBring it back with: collab journal restore K3QX\n",
        "",
    )
    assert "01EVENING00K3QX" not in ids(written)
    assert written("journal", "restore", "K3QX") == Outcome(
        0,
        "Restored: evening of Fri 20 November.\nSee it with: collab journal show K3QX\n",
        "",
    )
    assert written("export", "json").out == before


def test_undo_brings_it_back_as_well(written: Collab) -> None:
    before = written("export", "json").out
    written("journal", "delete", "K3QX")
    written("undo")
    assert written("export", "json").out == before


def test_a_day_with_one_page_names_it(written: Collab) -> None:
    written("journal", "delete", "wed")
    assert "01MORNING00M0RN" not in ids(written)
    written("journal", "restore", "wed")
    assert "01MORNING00M0RN" in ids(written)


@pytest.mark.parametrize("command", ["delete", "restore"])
def test_a_day_with_several_pages_lists_them_and_changes_nothing(
    written: Collab, command: str
) -> None:
    if command == "restore":
        written("journal", "delete", "N0TE")
        written("journal", "delete", "K3QX")
    before = ids(written)
    outcome = written("journal", command, "today")
    assert (outcome.code, outcome.out) == (2, "")
    assert "12:00  note     N0TE" in outcome.err
    assert "18:02  evening  K3QX" in outcome.err
    assert ids(written) == before


@pytest.mark.parametrize(
    ("name", "shown"), [("N0TE", "N0TE"), ("ZZZZ", "ZZZZ"), ("wed", "Wed 18 November")]
)
def test_what_was_not_removed_cannot_be_restored(written: Collab, name: str, shown: str) -> None:
    assert written("journal", "restore", name) == Outcome(
        2,
        "",
        f"No page that was removed fits '{shown}'.\n"
        "See what was removed with: collab journal list --removed\n",
    )


def test_a_page_in_its_place_stays(written: Collab) -> None:
    written("journal", "delete", "wed")
    newer = {"id": "newer", "day": "2026-11-18", "kind": "morning", "text": "another morning"}
    written("import", "json", "-", stdin=document(entries=[newer]))
    assert written("journal", "restore", "M0RN") == Outcome(
        2,
        "",
        "Wednesday 18 November 2026 has another morning page by now.\n"
        "Move its words first, or delete it, then restore this one.\n",
    )
    assert "01MORNING00M0RN" not in ids(written)
