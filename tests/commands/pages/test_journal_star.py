"""`collab journal star`."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document


def stars(collab: Collab) -> list[str]:
    """The texts that have a star."""
    entries = json.loads(collab("export", "json").out)["entries"]
    records = [record for entry in entries for record in (entry, *entry.get("answers", []))]
    return [record["text"] for record in records if record.get("starred")]


def test_a_note_is_starred_itself(written: Collab) -> None:
    outcome = written("journal", "star", "n0te")
    assert outcome == Outcome(0, "Starred: Fri 20 November, Told @Ana about the #rota.\n", "")
    assert stars(written) == ["An old note.", "Told @Ana about the #rota."]


def test_the_only_answer_of_a_page_is_the_one_that_is_meant(written: Collab) -> None:
    written("journal", "star", "wed")
    assert stars(written) == ["An old note.", "The rota."]


def test_several_answers_are_listed_with_their_numbers(written: Collab) -> None:
    assert written("journal", "star", "K3QX") == Outcome(
        2,
        "",
        "  1  Bo knew the supplier.\n  2  You decided.\n"
        "That page has 2 texts that can have a star.\n"
        "Name one with --answer and a number from 1 to 2.\n",
    )
    assert stars(written) == ["An old note."]


def test_a_number_says_which_answer(written: Collab) -> None:
    assert written("journal", "star", "K3QX", "--answer", "2").code == 0
    assert stars(written) == ["An old note.", "You decided."]


@pytest.mark.parametrize("number", ["0", "3"])
def test_a_number_that_names_nothing_is_refused(written: Collab, number: str) -> None:
    outcome = written("journal", "star", "K3QX", "--answer", number)
    assert (outcome.code, outcome.out) == (2, "")
    assert "a number from 1 to 2" in outcome.err


def test_the_text_of_a_page_counts_with_its_answers(collab: Collab) -> None:
    page = {"id": "page", "day": "2026-11-20", "text": "head", "answers": [{"text": "answer"}]}
    collab("import", "json", "-", stdin=document(entries=[page]))
    collab("journal", "star", "page", "--answer", "1")
    assert stars(collab) == ["head"]


def test_what_is_starred_already_says_so(written: Collab) -> None:
    outcome = written("journal", "star", "C1D0")
    assert outcome == Outcome(0, "Starred already: Thu 2 January 2025, An old note.\n", "")
    assert "star" not in written("journal", "history").out


def test_off_takes_the_only_star_of_a_page_away(written: Collab) -> None:
    written("journal", "star", "K3QX", "--answer", "2")
    outcome = written("journal", "star", "K3QX", "--off")
    assert outcome == Outcome(0, "Star taken away: Fri 20 November, You decided.\n", "")
    assert stars(written) == ["An old note."]
    assert written("journal", "star", "n0te", "--off").out.startswith("No star stood there: ")


def test_undo_takes_the_star_away(written: Collab) -> None:
    written("journal", "star", "n0te")
    written("undo")
    assert stars(written) == ["An old note."]


def test_a_page_without_words_has_nothing_to_star(collab: Collab) -> None:
    page = {"id": "rated", "day": "2026-11-20", "ratings": [{"theme": "trust", "value": 3}]}
    collab("import", "json", "-", stdin=document(entries=[page]))
    outcome = collab("journal", "star", "rated")
    assert (outcome.code, outcome.out) == (2, "")
    assert "There are no words on that page to star." in outcome.err


def test_a_day_with_several_pages_lists_them(written: Collab) -> None:
    assert written("journal", "star", "today") == Outcome(
        2,
        "",
        "12:00  note     N0TE  Told @Ana about the #rota.\n"
        "18:02  evening  K3QX  Bo knew the supplier.\n"
        "Several pages fit 'today'.\nName one by the end of its id, such as K3QX.\n",
    )
