"""`collab journal search`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import document

NOTHING = Outcome(
    2, "", "There is nothing to look for.\nType some words after: collab journal search\n"
)


def test_a_hit_shows_day_end_and_the_words_around_it(written: Collab) -> None:
    assert written("journal", "search", "rota") == Outcome(
        0,
        "Fri 20 November  N0TE  Told @Ana about the #[rota].\nWed 18 November  M0RN  The [rota].\n",
        "",
    )


def test_every_word_that_was_found_is_marked(written: Collab) -> None:
    assert (
        "[Bo] knew the [supplier]. You decided." in written("journal", "search", "supp", "bo").out
    )


def test_a_hit_far_behind_is_shown_all_the_same(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    collab("note", "before " * 50 + "supplier " + "after " * 50)
    monkeypatch.setenv("COLUMNS", "60")
    (line,) = collab("journal", "search", "supplier").out.splitlines()
    assert "… before" in line
    assert "before [supplier] after" in line
    assert line.endswith("after …")
    assert len(line) <= 60


def test_bold_stands_in_for_brackets_where_there_is_any(
    written: Collab, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from collab.commands.app import run
    from collab.commands.session import Session
    from tests.commands.conftest import NOW

    environ = {"COLLAB_HOME": str(home), "FORCE_COLOR": "1", "TERM": "xterm"}
    run(["journal", "search", "rota"], Session(lambda: NOW, environ))
    assert "#\x1b[1mrota\x1b[0m." in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed",
    ['"x', "AND", "C++", "can't", "-5", "NEAR(", "body:x", "*", "x" * 100_000, "\x1b[2J"],
    ids=["quote", "AND", "C++", "apostrophe", "minus", "NEAR", "column", "star", "long", "escape"],
)
def test_any_typed_text_is_safe(written: Collab, typed: str) -> None:
    assert written("journal", "search", "--", typed) == Outcome(0, "Nothing found.\n", "")


@pytest.mark.parametrize(
    "typed", [[], [""], ["  "], ['""']], ids=["none", "empty", "blank", "quotes"]
)
def test_empty_text_looks_for_nothing(written: Collab, typed: list[str]) -> None:
    assert written("journal", "search", *typed) == NOTHING


def test_a_minus_and_a_number_are_no_day(collab: Collab) -> None:
    collab("note", "--", "it was", "-5", "outside")
    assert "it was -[5] outside" in collab("journal", "search", "--", "-5").out


def test_talks_and_promises_are_found_and_named(collab: Collab) -> None:
    talks = [{"id": "t-0001", "who": "B.", "about": "the supplier", "added": "2026-11-02"}]
    promises = [{"id": "p-0002", "side": "mine", "what": "a supplier list", "due": "2026-11-09"}]
    collab("import", "json", "-", stdin=document(talks=talks, promises=promises))
    assert collab("journal", "search", "supplier").out == (
        "Mon 9 November  0002  promise: a [supplier] list\n"
        "Mon 2 November  0001  talk: B. the [supplier]\n"
    )


def test_the_limit_says_that_there_is_more(written: Collab) -> None:
    outcome = written("journal", "search", "rota", "--limit", "1")
    assert outcome.out.endswith("#[rota].\n\nThere is more; see it with --limit 2\n")


def test_json_gives_the_texts_whole(written: Collab) -> None:
    outcome = written("journal", "search", "rota", "--limit", "1", "--format", "json")
    assert json.loads(outcome.out) == {
        "format": "collab-hits",
        "version": 1,
        "hits": [
            {
                "kind": "entry",
                "id": "01NOTE00000N0TE",
                "day": "2026-11-20",
                "text": "Told @Ana about the #rota.",
            }
        ],
        "more": True,
    }


def test_without_a_journal_it_creates_none(collab: Collab, home: Path) -> None:
    assert "There is no journal yet" in collab("journal", "search", "x").out
    empty = collab("journal", "search", "x", "--format", "json")
    assert (empty.code, json.loads(empty.out)["hits"]) == (0, [])
    assert not home.exists()
