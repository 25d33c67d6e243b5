"""`collab journal list --tag`: who is around a subject, and who was last named when."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document

PAGES = document(
    people=[{"name": "anna", "names": ["anna", "ana"], "role": "report"}],
    entries=[
        {"id": "E1AAAA", "day": "2026-11-20", "text": "#budget with @Bo and @ANA, then @ana."},
        {"id": "E2BBBB", "day": "2026-11-18", "text": "Nobody was for the #Budget."},
        {"id": "E3CCCC", "day": "2026-11-17", "text": "@dora: no", "tags": ["budget"]},
        {"id": "E4DDDD", "day": "2026-11-19", "text": "@dora on something else"},
        {"id": "E5EEEE", "day": "2025-11-03", "people": ["cy"], "text": "#budget", "starred": True},
    ],
)
WHOLE = """\
Fri 20 November      note  AAAA  bo, anna  #budget with @Bo and @ANA, then @ana.
Wed 18 November      note  BBBB            Nobody was for the #Budget.
Tue 17 November      note  CCCC  dora      @dora: no
Mon 3 November 2025  note  EEEE  cy        * #budget

Last named
  anna  Fri 20 November
  bo    Fri 20 November
  dora  Tue 17 November
  cy    Mon 3 November 2025
"""


@pytest.fixture
def around(collab: Collab) -> Collab:
    assert collab("import", "json", "-", stdin=PAGES).code == 0
    return collab


def test_the_people_stand_beside_each_day_and_at_the_end(around: Collab) -> None:
    assert around("journal", "list", "--tag", "budget") == Outcome(0, WHOLE, "")


def test_people_on_pages_beyond_the_limit_are_at_the_end_all_the_same(around: Collab) -> None:
    out = around("journal", "list", "--tag", "budget", "--limit", "1").out
    assert "3 more; see them with --limit 4\n\nLast named\n" in out
    assert out.endswith("  cy    Mon 3 November 2025\n")


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--week"], ["anna", "bo", "dora"]),
        (["--person", "ana"], ["anna", "bo"]),
        (["--starred"], ["cy"]),
        (["--from", "2026-11-18", "--to", "2026-11-18"], []),
    ],
)
def test_what_narrows_the_list_narrows_its_end(
    around: Collab, options: list[str], names: list[str]
) -> None:
    out = around("journal", "list", "--tag", "budget", *options).out
    _, _, end = out.partition("Last named\n")
    assert [line.split()[0] for line in end.splitlines()] == names


def test_without_a_tag_the_list_is_as_ever(around: Collab) -> None:
    out = around("journal", "list", "--week").out
    assert "Last named" not in out
    assert "AAAA  #budget with" in out


def test_many_names_are_cut_and_leave_room_for_the_words(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    collab("note", "#budget " + " ".join(f"@person{number}" for number in range(20)))
    monkeypatch.setenv("COLUMNS", "60")
    line, *_ = collab("journal", "list", "--tag", "budget").out.splitlines()
    assert "person0, person1" not in line or "…" in line
    assert len(line) <= 60


def test_wide_letters_keep_the_columns(collab: Collab) -> None:
    pages = [
        {"id": "E1AAAA", "day": "2026-11-20", "text": "@田中 #budget"},
        {"id": "E2BBBB", "day": "2026-11-20", "text": "@bo2 #budget"},
    ]
    collab("import", "json", "-", stdin=document(entries=pages))
    out = collab("journal", "list", "--tag", "budget").out
    assert "  田中  @田中 #budget\n" in out
    assert "  bo2   @bo2 #budget\n" in out


def test_a_name_is_shown_and_not_obeyed(collab: Collab) -> None:
    pages = [{"day": "2026-11-20", "text": "#budget", "people": ["x\x1b[2J"]}]
    collab("import", "json", "-", stdin=document(entries=pages))
    assert "\x1b" not in collab("journal", "list", "--tag", "budget").out


def test_programs_get_the_same_people(around: Collab) -> None:
    told = json.loads(around("journal", "list", "--tag", "budget", "--format", "json").out)
    assert list(told) == ["format", "version", "entries", "people", "more"]
    assert told["people"] == [
        {"name": "anna", "last_named": "2026-11-20", "entries": ["E1AAAA"]},
        {"name": "bo", "last_named": "2026-11-20", "entries": ["E1AAAA"]},
        {"name": "dora", "last_named": "2026-11-17", "entries": ["E3CCCC"]},
        {"name": "cy", "last_named": "2025-11-03", "entries": ["E5EEEE"]},
    ]


def test_without_a_journal_programs_get_nobody(collab: Collab) -> None:
    told = json.loads(collab("journal", "list", "--tag", "budget", "--format", "json").out)
    assert (told["entries"], told["people"]) == ([], [])
