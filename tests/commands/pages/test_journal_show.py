"""`collab journal show`, and how a page is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document
from tests.hostile_texts import HOSTILE_TEXTS

DAY = """\
Friday 20 November 2026

Note, 12:00  N0TE
  Told @Ana about the #rota.

Evening, 18:02  K3QX

Which moment?
  Bo knew the supplier.

Whom?
  In the words of bo:
  You decided.

Shared decisions
  3  I asked at least one person affected for input before I decided.
     Fit: well

Plan for Sat 21 November
  If the list comes up, then I will ask first
"""


def test_a_day_shows_all_its_pages(written: Collab) -> None:
    assert written("journal", "show", "today") == Outcome(0, DAY, "")


@pytest.mark.parametrize(
    "name",
    [["N0TE"], ["n0te"], ["0000n0te"], ["01NOTE00000N0TE"]],
    ids=["its end", "any case", "a longer end", "all of it"],
)
def test_the_end_of_an_id_shows_one_page(written: Collab, name: list[str]) -> None:
    outcome = written("journal", "show", *name)
    assert "Told @Ana" in outcome.out
    assert "Bo knew" not in outcome.out


@pytest.mark.parametrize(
    "typed",
    ["-2", "wed", "wednesday", "2026-11-18", "18 nov", "last wed", "2 days ago"],
)
def test_a_day_is_named_as_people_type_it(written: Collab, typed: str) -> None:
    assert "The rota." in written("journal", "show", *typed.split()).out


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        pytest.param("yesterday", "There is no page of Thu 19 November.", id="a day without one"),
        pytest.param("2024-06-10", "There is no page of Mon 10 June 2024.", id="of another year"),
        pytest.param("tomorrow", "is still to come", id="a day to come"),
        pytest.param("31 feb", "There is no such day", id="no day"),
        pytest.param("03/04", "can be read in two ways", id="two days"),
        pytest.param("2026.11.20", "Type it as 2026-11-20.", id="another form of a day"),
        pytest.param("blah blah", "is not a day collab can read", id="no words for a day"),
        pytest.param("ZZZZ", "There is no page 'ZZZZ'.", id="no end"),
        pytest.param("0TE", "There is no page '0TE'.", id="too short an end"),
        pytest.param("", "is not a day collab can read", id="nothing"),
        pytest.param("x" * 99, "…'", id="quoted in short"),
    ],
)
def test_what_fits_no_page_is_refused(written: Collab, typed: str, sentence: str) -> None:
    outcome = written("journal", "show", typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err
    assert len(outcome.err.splitlines()) == 2


def test_several_pages_of_one_end_are_listed(collab: Collab) -> None:
    names = ["A-SAME", "B-SAME"]
    pages = [{"id": name, "day": "2026-11-19", "text": f"I am {name}"} for name in names]
    collab("import", "json", "-", stdin=document(entries=pages))
    outcome = collab("journal", "show", "same")
    assert outcome == Outcome(
        2,
        "",
        "Thu 19 November  note  A-SAME  I am A-SAME\n"
        "Thu 19 November  note  B-SAME  I am B-SAME\n"
        "Several pages fit 'same'.\nName one by the end of its id, such as B-SAME.\n",
    )


def test_a_deleted_page_says_how_to_bring_it_back(written: Collab) -> None:
    written("journal", "delete", "N0TE")
    assert written("journal", "show", "n0te") == Outcome(
        2,
        "",
        "The page 'n0te' is deleted; nothing was done.\n"
        "Bring it back with: collab journal restore n0te\n",
    )


def test_markdown_is_the_page_that_export_writes(written: Collab) -> None:
    shown = written("journal", "show", "wed", "--format", "markdown").out
    assert shown.startswith("---\ndate: 2026-11-18\n")
    assert "<!-- collab answer id=a3 theme=trust -->\n\nThe rota.\n" in shown


def test_json_gives_the_entries(written: Collab) -> None:
    made = json.loads(written("journal", "show", "K3QX", "--format", "json").out)
    assert [entry["id"] for entry in made["entries"]] == ["01EVENING00K3QX"]
    assert made["entries"][0]["plan"]["then"] == "ask first"


def test_without_a_journal_it_creates_none(collab: Collab, home: Path) -> None:
    assert "There is no journal yet" in collab("journal", "show", "today").out
    empty = collab("journal", "show", "today", "--format", "json")
    assert (empty.code, json.loads(empty.out)["entries"]) == (0, [])
    assert not home.exists()


def test_hostile_texts_reach_no_terminal(collab: Collab) -> None:
    texts = [text for text in HOSTILE_TEXTS.values() if "\0" not in text and text.strip()]
    pages = [
        {"id": f"page{n:04}", "day": "2026-11-20", "text": text.encode(errors="ignore").decode()}
        for n, text in enumerate(texts)
    ]
    collab("import", "json", "-", "--skip-bad", stdin=document(entries=pages))
    collab("journal", "delete", "page0000")
    for command in (["show", "today"], ["list", "--limit", "500"], ["search", "a"], ["history"]):
        outcome = collab("journal", *command)
        assert outcome.out
        assert not any(
            ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in outcome.out.replace("\n", "")
        )


def test_a_question_about_a_talk_says_which_talk_that_is(collab: Collab) -> None:
    answer = {"id": "a1", "prompt": "D-02", "question": "What happened?", "text": "It slipped."}
    pages = document(
        talks=[{"id": "t1", "who": "Cy", "about": "the budget cut", "added": "2026-11-18"}],
        entries=[
            {
                "id": "01TALK000000TA1K",
                "day": "2026-11-19",
                "kind": "talk",
                "answers": [{**answer, "talk": "t1", "step": "prepare"}],
            }
        ],
    )
    assert collab("import", "json", "-", stdin=pages).code == 0
    assert (
        "What happened?\n  talk with Cy about the budget cut\n  It slipped.\n"
        in collab("journal", "show", "2026-11-19").out
    )
