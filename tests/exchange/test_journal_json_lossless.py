"""Nothing is lost on the way out and in again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from collab.storage import pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.domain.reports.journals import WORKED_EXAMPLES
from tests.examples import examples
from tests.exchange.documents import NOW, bring_in, document, documents, export, exported
from tests.soundness import faults_in


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(str(tmp_path / "journal.db"))


def another(journal: Journal) -> Journal:
    """An empty journal beside the first."""
    return Journal(journal.path + ".other")


FULL: dict[str, Any] = {
    "people": [
        {
            "id": "p1",
            "name": "ana",
            "names": ["ana", "anna"],
            "role": "report",
            "circle": True,
            "added": "2024-05-01",
        },
    ],
    "entries": [
        {
            "id": "e1",
            "day": "2024-06-10",
            "kind": "evening",
            "written_at": "2024-06-10T18:02:11+02:00",
            "light": True,
            "starred": True,
            "tags": ["budget"],
            "people": ["ana"],
            "week": "2024-W24",
            "outside": "ana",
            "imported_from": "a diary",
            "text": "free text\n\nof two paragraphs",
            "answers": [
                {
                    "id": "a1",
                    "prompt": "E-02",
                    "theme": "any",
                    "question": "Which moment?",
                    "text": "Bo knew.",
                    "if": "the list comes up",
                    "then": "ask first",
                    "deeper_question": "And tomorrow?",
                    "deeper_text": "Ask.",
                    "starred": True,
                    "outside": "ana",
                    "talk": "t1",
                    "step": "follow-up",
                    "at": "2024-06-10T18:03:00.250000-03:30",
                }
            ],
            "ratings": [
                {
                    "id": "r1",
                    "theme": "decide",
                    "value": 0,
                    "fit": "well",
                    "scale_version": 2,
                    "late": True,
                    "deeper_question": "Why?",
                    "deeper_text": "No occasion.",
                    "rated_at": "2024-06-10T18:03:00+02:00",
                },
                {
                    "id": "r2",
                    "theme": "trust",
                    "value": "W",
                    "scale_version": 1,
                    "rated_at": "2024-06-10T18:03:30+02:00",
                },
            ],
            "plan": {
                "id": "l1",
                "prompt": "M-02",
                "question": "Where?",
                "if": "the list comes up",
                "then": "ask first",
                "for": "2024-06-11",
                "outcome": "not done",
                "outcome_at": "2024-06-11T18:00:00+02:00",
            },
        }
    ],
    "talks": [
        {
            "id": "t1",
            "who": "B.",
            "about": "the lateness",
            "added": "2024-06-05",
            "date": "2024-06-11",
            "held": "2024-06-11",
            "debriefed": "2024-06-12",
            "follow_ups": [{"due": "2024-06-14", "done": "2024-06-15"}, {"due": "2024-07-14"}],
            "moved": [{"on": "2024-06-09", "from": "2024-06-10", "to": "2024-06-11"}],
            "closed": "2024-07-15",
            "let_go": "2024-07-16",
            "reason": "handed over\nto Cy",
            "expected": 4,
            "was": 2,
        }
    ],
    "promises": [
        {
            "id": "m1",
            "side": "theirs",
            "who": "ana",
            "what": "two hires",
            "made": "2024-06-03",
            "due": "2024-06-10",
            "moved": [
                {"on": "2024-06-09", "from": "2024-06-10", "to": "2024-06-17", "agreed": True},
                {"on": "2024-06-18", "from": "2024-06-17", "to": "2024-06-24"},
            ],
            "done": "2024-06-20",
            "dropped": "2024-06-21",
            "reason": "came\nlate",
            "entry": "e1",
        }
    ],
}


def test_every_field_comes_back(journal: Journal) -> None:
    assert bring_in(journal, document(**FULL)).faults == []
    assert exported(journal) == {"format": "collab-journal", "version": 1, **FULL}


def test_an_empty_journal_is_an_empty_document(journal: Journal) -> None:
    bring_in(journal, document())
    assert export(journal).decode() == (
        '{\n  "format": "collab-journal",\n  "version": 1,\n  "people": [],\n  "entries": [],\n'
        '  "talks": [],\n  "promises": []\n}\n'
    )


def test_the_document_is_laid_out_by_two_spaces_and_ends_with_one_line(journal: Journal) -> None:
    bring_in(journal, document(**FULL))
    text = export(journal).decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


with_new_journals = settings(
    examples(30),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@with_new_journals
@given(given_document=documents())
def test_export_import_export_is_the_same_to_the_byte(
    given_document: bytes, new_journal: Callable[[], Journal]
) -> None:
    first, second = new_journal(), new_journal()
    bring_in(first, given_document)
    once = export(first)
    merged = bring_in(second, once)
    assert merged.faults == []
    assert export(second) == once
    again = bring_in(second, once)
    assert (sum(again.added.values()), again.faults) == (0, [])
    assert faults_in(Path(second.path)) == []


@with_new_journals
@given(given_document=documents())
def test_importing_the_same_document_twice_adds_nothing(
    given_document: bytes, new_journal: Callable[[], Journal]
) -> None:
    journal = new_journal()
    first = bring_in(journal, given_document)
    once = export(journal)
    again = bring_in(journal, given_document)
    assert sum(again.added.values()) == 0
    assert again.faults == first.faults
    assert export(journal) == once


def test_records_come_in_the_order_of_the_format(journal: Journal) -> None:
    bring_in(
        journal,
        document(
            people=[
                {"id": "p1", "name": "cy", "added": "2024-05-02"},
                {"id": "p3", "name": "dee"},
                {"id": "p2", "name": "ed", "added": "2024-05-01"},
            ],
            talks=[
                {"id": "t3", "who": "B.", "added": "2024-06-02"},
                {"id": "t2", "who": "B.", "added": "2024-06-02"},
                {"id": "t1", "who": "B.", "added": "2024-06-03"},
            ],
            promises=[
                {"id": "m3", "side": "mine", "what": "x", "due": "2024-06-02"},
                {"id": "m2", "side": "mine", "what": "x", "due": "2024-06-02"},
                {"id": "m1", "side": "mine", "what": "x", "due": "2024-06-01"},
            ],
        ),
    )
    parts = exported(journal)
    order = {name: [one["id"] for one in parts[name]] for name in ("people", "talks", "promises")}
    assert order == {
        "people": ["p3", "p2", "p1"],
        "talks": ["t2", "t3", "t1"],
        "promises": ["m1", "m2", "m3"],
    }


def test_what_was_removed_is_not_carried_and_not_referred_to(journal: Journal) -> None:
    bring_in(journal, document(**FULL))
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, "e1")
    parts = exported(journal)
    assert parts["entries"] == []
    assert "entry" not in parts["promises"][0]
    assert bring_in(another(journal), export(journal)).faults == []
    assert bring_in(journal, export(journal)).faults == []


def test_a_period_takes_its_pages_and_nothing_that_hangs_loose(journal: Journal) -> None:
    late = {"id": "e2", "day": "2024-06-12", "text": "later"}
    bring_in(journal, document(**{**FULL, "entries": [*FULL["entries"], late]}))
    part = export(journal, date(2024, 6, 11), date(2024, 6, 12))
    assert [entry["id"] for entry in json.loads(part)["entries"]] == ["e2"]
    assert bring_in(another(journal), part).faults == []
    assert bring_in(journal, part).faults == []


def test_a_long_journal_is_exported_whole(journal: Journal) -> None:
    first = date(2024, 1, 1)
    pages_of_a_year = [
        {"id": f"e{n}", "day": str(first + timedelta(days=n)), "text": "x"} for n in range(366)
    ]
    bring_in(journal, document(entries=pages_of_a_year))
    assert [entry["id"] for entry in exported(journal)["entries"]] == [f"e{n}" for n in range(366)]


@pytest.mark.parametrize("example", WORKED_EXAMPLES, ids=[one["id"] for one in WORKED_EXAMPLES])
def test_the_worked_examples_come_back(
    example: dict[str, Any], new_journal: Callable[[], Journal]
) -> None:
    first, second = new_journal(), new_journal()
    data = json.dumps(example["journal"]).encode()
    merged = bring_in(first, data)
    assert merged.faults == []
    assert merged.added["ratings"] == sum(
        len(entry.get("ratings", ())) for entry in example["journal"].get("entries", ())
    )
    once = export(first)
    assert sum(bring_in(first, data).added.values()) == 0
    bring_in(second, once)
    assert export(second) == once
