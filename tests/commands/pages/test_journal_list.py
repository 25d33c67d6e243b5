"""`collab journal list`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document

WHOLE = """\
Fri 20 November     evening  K3QX  Bo knew the supplier.
Fri 20 November     note     N0TE  Told @Ana about the #rota.
Wed 18 November     morning  M0RN  The rota.
Thu 2 January 2025  note     C1D0  * An old note.
"""
EMPTY = {"format": "collab-entries", "version": 1, "entries": [], "more": 0}


def ends(outcome: Outcome) -> list[str]:
    """The ends of ids that were listed."""
    known = ("K3QX", "N0TE", "M0RN", "C1D0")
    return [end for line in outcome.out.splitlines() for end in known if f" {end} " in line]


def test_the_newest_page_stands_first_one_a_line(written: Collab) -> None:
    assert written("journal", "list") == Outcome(0, WHOLE, "")


def test_first_words_are_cut_to_the_width(collab: Collab, monkeypatch: pytest.MonkeyPatch) -> None:
    collab("note", "word " * 40)
    monkeypatch.setenv("COLUMNS", "60")
    (line,) = collab("journal", "list").out.splitlines()
    assert line.endswith("word word …")
    assert len(line) <= 60


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(["--from", "-2"], ["K3QX", "N0TE", "M0RN"], id="from a day on"),
        pytest.param(["--to", "wed"], ["M0RN", "C1D0"], id="up to a day"),
        pytest.param(["--from", "2025-01-01", "--to", "2025-12-31"], ["C1D0"], id="between"),
        pytest.param(["--week"], ["K3QX", "N0TE", "M0RN"], id="this week"),
        pytest.param(["--week", "--of", "2025-01-01"], ["C1D0"], id="another week"),
        pytest.param(["--tag", "#Rota"], ["N0TE"], id="a tag"),
        pytest.param(["--person", "anna"], ["N0TE"], id="a person by another name"),
        pytest.param(["--tag", "rota", "--person", "@ana"], ["N0TE"], id="tag and person"),
        pytest.param(["--theme", "trust"], ["M0RN"], id="an answer's theme"),
        pytest.param(["--theme", "decide"], ["K3QX"], id="a rating's theme"),
        pytest.param(["--starred"], ["C1D0"], id="starred"),
        pytest.param(["--theme", "trust", "--from", "fri"], [], id="nothing fits"),
    ],
)
def test_options_choose_the_pages(written: Collab, options: list[str], expected: list[str]) -> None:
    outcome = written("journal", "list", *options)
    assert (outcome.code, ends(outcome)) == (0, expected)


def test_a_starred_answer_counts_as_well(written: Collab) -> None:
    written("journal", "star", "M0RN")
    assert ends(written("journal", "list", "--starred")) == ["M0RN", "C1D0"]


def test_where_nothing_fits_it_says_so(written: Collab) -> None:
    outcome = written("journal", "list", "--from", "2026-11-19", "--to", "2026-11-19")
    assert outcome == Outcome(0, "There are no such pages.\n", "")


def test_the_limit_says_how_many_more_there_are(written: Collab) -> None:
    outcome = written("journal", "list", "--limit", "1")
    assert ends(outcome) == ["K3QX"]
    assert outcome.out.endswith("\n3 more; see them with --limit 4\n")


def test_more_than_two_hundred_are_not_counted(collab: Collab) -> None:
    pages = [{"id": f"n{n:04}", "day": "2026-11-20", "text": f"note {n}"} for n in range(1002)]
    collab("import", "json", "-", stdin=document(entries=pages))
    assert "200 or more" in collab("journal", "list", "--limit", "1").out
    whole = collab("journal", "list", "--limit", "1002").out
    assert len(whole.splitlines()) == 1002


def test_an_end_is_as_long_as_it_must_be(collab: Collab) -> None:
    names = ["AAXY01", "BAXY01", "CCXY02", "n1", "XY01"]
    pages = [{"id": name, "day": "2026-11-20", "text": f"I am {name}"} for name in names]
    collab("import", "json", "-", stdin=document(entries=pages))
    listed = {
        line.split()[-1]: line.split()[4] for line in collab("journal", "list").out.splitlines()
    }
    assert listed == {
        "AAXY01": "AAXY01",
        "BAXY01": "BAXY01",
        "CCXY02": "XY02",
        "n1": "n1",
        "XY01": "XY01",
    }
    for name, end in listed.items():
        assert f"I am {name}" in collab("journal", "show", end).out


def test_removed_pages_are_listed_apart(written: Collab) -> None:
    written("journal", "delete", "K3QX")
    assert ends(written("journal", "list")) == ["N0TE", "M0RN", "C1D0"]
    assert written("journal", "list", "--removed").out == (
        "Fri 20 November  evening  K3QX  Bo knew the supplier.\n"
    )


@pytest.mark.parametrize("option", ["--tag", "--person"])
def test_removed_pages_have_no_tags_or_people(written: Collab, option: str) -> None:
    outcome = written("journal", "list", "--removed", option, "ana")
    assert (outcome.code, outcome.out) == (2, "")
    assert "do not go together" in outcome.err


def test_json_gives_the_pages_whole(written: Collab) -> None:
    outcome = written("journal", "list", "--limit", "2", "--format", "json")
    made = json.loads(outcome.out)
    assert [entry["id"] for entry in made["entries"]] == ["01EVENING00K3QX", "01NOTE00000N0TE"]
    assert made["entries"][0]["answers"][0]["text"] == "Bo knew the supplier."
    assert (made["format"], made["version"], made["more"]) == ("collab-entries", 1, 2)


def test_without_a_journal_it_says_so_and_creates_none(collab: Collab, home: Path) -> None:
    outcome = collab("journal", "list")
    assert (outcome.code, outcome.err) == (0, "")
    assert "There is no journal yet" in outcome.out
    assert json.loads(collab("journal", "list", "--format", "json").out) == EMPTY
    assert not home.exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        pytest.param(["--theme", "courage"], "There is no theme 'courage'.", id="theme"),
        pytest.param(["--person", "zoe"], "called 'zoe'", id="person"),
        pytest.param(["--from", "31 feb"], "There is no such day", id="day"),
        pytest.param(["--from", "03/04"], "can be read in two ways", id="figures"),
        pytest.param(["--from", "tomorrow"], "is still to come", id="future"),
        pytest.param(["--week", "--from", "-3"], "do not go together", id="two periods"),
        pytest.param(["--limit", "0"], "--limit", id="limit"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    written: Collab, options: list[str], sentence: str
) -> None:
    outcome = written("journal", "list", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err
