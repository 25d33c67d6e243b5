"""`collab journal history`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.commands.conftest import NOW, Collab, Outcome


def test_the_last_changes_are_told_newest_last(written: Collab) -> None:
    written("journal", "star", "wed", now=NOW + timedelta(minutes=1))
    written("journal", "delete", "N0TE", now=NOW + timedelta(minutes=2))
    assert written("journal", "history") == Outcome(
        0,
        "Fri 20 November 18:30  import  4 pages\n"
        "Fri 20 November 18:31  star    morning of Wed 18 November, M0RN\n"
        "Fri 20 November 18:32  delete  note of Fri 20 November, N0TE\n",
        "",
    )


def test_what_was_taken_back_says_so(written: Collab) -> None:
    written("note", "a word")
    written("undo")
    *_, note, undo = written("journal", "history").out.splitlines()
    assert note.endswith("  (taken back)")
    assert "undo" in undo
    assert "taken back" not in undo


def test_the_limit_keeps_the_newest(written: Collab) -> None:
    for number in range(4):
        written("note", f"number {number}")
    lines = written("journal", "history", "--limit", "2").out.splitlines()
    assert lines[:2] == ["Earlier ones: --limit 4", ""]
    assert len(lines) == 4
    assert "Earlier" not in written("journal", "history", "--limit", "5").out


def test_every_version_of_a_page_is_told(written: Collab) -> None:
    written("journal", "star", "n0te", now=NOW + timedelta(minutes=1))
    written("journal", "delete", "n0te", now=NOW + timedelta(minutes=2))
    assert written("journal", "history", "n0te") == Outcome(
        0,
        "Fri 20 November, Note, 12:00  N0TE\n"
        "\n"
        "Fri 20 November 18:30  import\n"
        "  page\n"
        "    Told @Ana about the #rota.\n"
        "\n"
        "Fri 20 November 18:31  star\n"
        "  page: star\n"
        "    yes\n"
        "\n"
        "Fri 20 November 18:32  delete\n"
        "  page: put out of sight\n",
        "",
    )


def test_a_changed_text_is_told_before_and_after(written: Collab) -> None:
    page = written("journal", "show", "wed", "--format", "markdown").out
    changed = page.replace("The rota.", "The rota, and who decides.")
    written("journal", "today", "--from", "-", stdin=changed.encode())
    told = written("journal", "history", "wed").out
    assert "  What matters?\n    before  The rota.\n" in told
    assert "    after   The rota, and who decides.\n" in told


def test_the_parts_of_a_session_are_told_by_their_questions(written: Collab) -> None:
    told = written("journal", "history", "K3QX", "--limit", "50").out
    for line in (
        "  Which moment?\n    Bo knew the supplier.",
        "  Whom?: in the words of\n    bo",
        "  Shared decisions\n    3",
        "  plan: then I will\n    ask first",
    ):
        assert line in told


def test_without_a_journal_it_creates_none(collab: Collab, home: Path) -> None:
    assert "There is no journal yet" in collab("journal", "history").out
    assert not home.exists()
