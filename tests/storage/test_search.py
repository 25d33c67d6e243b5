"""Full-text search: safe for any typed text, and what it finds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.promises import Promise
from collab.domain.talks import Talk
from collab.storage import pages, promises, talks
from collab.storage.changes import undo, unit
from collab.storage.database import Journal
from collab.storage.search import Hit, find, is_empty
from tests.examples import examples
from tests.hostile_texts import HOSTILE_TEXTS
from tests.storage.notes import DAY, NOW, keep_answer, keep_note, texts_in


def found(journal: Journal, typed: str, limit: int | None = 20) -> list[str]:
    with journal.read() as connection:
        return [hit.text for hit in find(connection, typed, limit)]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("supplier", "Bo knew the supplier", id="a word"),
        pytest.param("suppl", "Bo knew the supplier", id="the beginning of a word"),
        pytest.param("SUPPLIER bo", "Bo knew the supplier", id="any order, any case"),
        pytest.param('"knew the"', "Bo knew the supplier", id="words together"),
        pytest.param("can't", "I can't say", id="an apostrophe"),
        pytest.param("work-life", "my work-life balance", id="a hyphen"),
        pytest.param("C++", "they write C++ there", id="signs after a letter"),
        pytest.param('"x', 'said "x" aloud', id="half a pair of quotes"),
        pytest.param("AND", "this and that", id="a word of the query language"),
        pytest.param("body:x", "the body: x", id="a column"),
        pytest.param("NEAR(", "it came near", id="a function"),
        pytest.param("-5", "it was -5 then", id="a minus"),
        pytest.param("^a", "a thing", id="a caret"),
        pytest.param("100%", "100 % sure", id="percent"),
        pytest.param("*", "three * four", id="nothing but a sign"),
        pytest.param("%", "50 % of it", id="a wildcard"),
        pytest.param("_", "snake_case", id="another wildcard"),
        pytest.param("->", "this -> that", id="an arrow"),
        pytest.param("👍", "well 👍 done", id="an emoji"),
        pytest.param("@bo", "asked @bo first", id="a mention"),
        pytest.param("#budget", "about the #budget", id="a tag"),
        pytest.param("cafe", "at the café", id="without its accent"),
        pytest.param("café", "at the cafe", id="with an accent"),
        pytest.param("caf\u00e9", "at the cafe\u0301", id="composed"),
        pytest.param("cafe\u0301", "at the caf\u00e9", id="decomposed"),
        pytest.param("STRASSE", "auf der Straße", id="ss for ß"),
        pytest.param("straße", "AUF DER STRASSE", id="ß for ss"),
        pytest.param("你好", "她说你好世界", id="Chinese"),
        pytest.param("世界 你好", "她说你好世界", id="Chinese, in any order"),
        pytest.param(
            "がっこう", "あのがっこうへ".replace("が", "か\u3099"), id="Japanese, decomposed"
        ),
        pytest.param("สวัสดี", "พูดว่าสวัสดีครับ", id="Thai"),
        pytest.param("会議 tokyo", "Tokyoでの会議", id="two scripts"),
        pytest.param("١٢", "الساعة ١٢", id="Arabic digits"),
    ],
)
def test_what_was_typed_is_found(journal: Journal, typed: str, text: str) -> None:
    keep_note(journal, text)
    keep_note(journal, "something else entirely")
    assert len(found(journal, typed)) == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("plier", "Bo knew the supplier", id="the end of a word"),
        pytest.param("supplier cy", "Bo knew the supplier", id="only one of two words"),
        pytest.param('"the knew"', "Bo knew the supplier", id="words in another order"),
        pytest.param('"the supp"', "Bo knew the supplier", id="the beginning of a phrase's word"),
        pytest.param("c++", "a cup of coffee", id="signs are no beginning"),
        pytest.param("%", "anything", id="a wildcard"),
        pytest.param("_", "anything", id="another wildcard"),
        pytest.param("*", "anything", id="a star"),
        pytest.param("", "anything", id="empty"),
        pytest.param("  \n\t", "anything", id="blank"),
        pytest.param("\0", "anything", id="NUL"),
        pytest.param('""', "anything", id="empty quotes"),
        pytest.param("你好", "世界", id="other Chinese"),
    ],
)
def test_what_was_not_written_is_not_found(journal: Journal, typed: str, text: str) -> None:
    keep_note(journal, text)
    assert found(journal, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("word " * 20_000, id="the same word"),
        pytest.param(" ".join(f"word{n}" for n in range(12_000)), id="many words"),
        pytest.param("x" * 100_000, id="one word"),
        pytest.param("你" * 100_000, id="Chinese"),
        pytest.param('"' * 100_000, id="quotes"),
        pytest.param("( " * 50_000, id="signs"),
        pytest.param(
            " ".join("(" * (n % 40) + ")" * (n // 40) for n in range(1, 1600)), id="many signs"
        ),
        pytest.param("%_\\" * 33_000, id="wildcards"),
        pytest.param(" ".join(f"s{n}ss" for n in range(50)), id="fifty words with spellings"),
        pytest.param(" ".join(f"({'(' * n}" for n in range(50)), id="fifty signs"),
    ],
)
def test_a_hundred_thousand_letters_are_safe(journal: Journal, typed: str) -> None:
    keep_note(journal, "something else entirely")
    assert found(journal, typed) == []
    keep_note(journal, typed.strip())
    assert len(found(journal, typed)) == (0 if not typed.strip('"') else 1)


@pytest.mark.parametrize("typed", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_hostile_texts_are_safe(journal: Journal, typed: str) -> None:
    keep_note(journal, "something else entirely")
    assert found(journal, typed) in ([], ["something else entirely"])


@examples(150)
@given(typed=st.text(max_size=40), pieces=st.text('"*^():-+ aANDORTß你%_\\\0\ud800', max_size=30))
def test_no_text_is_an_error(
    typed: str, pieces: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    journal = Journal(str(tmp_path_factory.getbasetemp() / "searched.db"))
    if not journal.exists():
        keep_note(journal, "a note")
    for text in (typed, pieces):
        assert len(found(journal, text)) <= 1


def test_the_newest_comes_first_and_no_more_than_asked_for(journal: Journal) -> None:
    for ago in (3, 0, 5, 1, 4, 2):
        keep_note(journal, f"supplier {ago}", day=DAY - timedelta(days=ago))
    assert found(journal, "supplier") == [f"supplier {ago}" for ago in range(6)]
    assert found(journal, "supplier", 2) == ["supplier 0", "supplier 1"]
    assert len(found(journal, "supplier", None)) == 6


@pytest.mark.parametrize(
    ("typed", "text", "places"),
    [
        pytest.param("supp", "Bo knew the supplier", ["supplier"], id="a beginning"),
        pytest.param("bo SUPP", "Bo knew the supplier", ["Bo", "supplier"], id="two words"),
        pytest.param('"knew the"', "Bo knew the supplier", ["knew the"], id="a phrase"),
        pytest.param("cafe", "the cafe\u0301, the café", ["café", "café"], id="accents"),
        pytest.param("世界", "她说你好世界", ["世界"], id="no spaces"),
        pytest.param("->", "this -> that", ["->"], id="signs"),
        pytest.param("世 世界", "她说你好世界", ["世界"], id="the longer of two"),
        pytest.param("a+ a", "see a+ there", ["a"], id="one place found twice"),
        pytest.param("word", "a \ufdd0 word \ufdd1 in marks", [], id="our own marks in the text"),
    ],
)
def test_a_hit_says_where_it_is(journal: Journal, typed: str, text: str, places: list[str]) -> None:
    keep_note(journal, text)
    with journal.read() as connection:
        (hit,) = find(connection, typed)
    assert [hit.text[start:end] for start, end in hit.places] == places


@pytest.mark.parametrize(
    ("typed", "empty"),
    [("", True), (" \0", True), ('""', True), ("*", False), ("a", False), ("\udcff", False)],
)
def test_what_looks_for_nothing_is_known(typed: str, empty: bool) -> None:
    assert is_empty(typed) is empty


@pytest.mark.parametrize("day", [date.min, date.max], ids=str)
def test_pages_at_the_ends_of_the_calendar_are_found(journal: Journal, day: date) -> None:
    page = keep_note(journal, "far away", day=day)
    with journal.read() as connection:
        assert find(connection, "far") == [Hit("entries", page, day, "far away")]


def test_an_edited_answer_is_found_by_its_new_words_only(journal: Journal) -> None:
    keep_answer(journal, "the old words")
    keep_answer(journal, "the new ones")
    assert found(journal, "old") == []
    assert found(journal, "new") == ["the new ones"]


def test_a_removed_page_is_not_found_until_it_is_back(journal: Journal) -> None:
    page = keep_note(journal, "a supplier")
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, page)
    assert found(journal, "supplier") == []
    undo(journal, NOW)
    assert found(journal, "supplier") == ["a supplier"]


def test_talks_and_promises_are_found_too(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        talks.put(deed, Talk(id="t1", who="B.", about="the supplier", added=DAY))
        promises.put(
            deed, Promise(id="p1", side="mine", who="cy", what="call the supplier", due=DAY)
        )
    assert sorted(found(journal, "supplier")) == ["B.\nthe supplier", "cy\ncall the supplier"]
    with unit(journal, "edit", NOW) as deed:
        talks.put(deed, Talk(id="t1", who="B.", about="the lateness", added=DAY))
    assert found(journal, "supplier") == ["cy\ncall the supplier"]


def test_nothing_typed_changes_what_is_kept(journal: Journal) -> None:
    """The index holds letters composed; the page keeps them as they were typed."""
    keep_note(journal, "cafe\u0301")
    assert texts_in(journal) == ["cafe\u0301"]
