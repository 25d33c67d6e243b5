"""The words around what a search found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.rendering.cells import length_of
from collab.rendering.glyphs import ASCII, UNICODE
from collab.rendering.hits import around
from collab.rendering.palette import HEADING


def excerpt(text: str, *found: str, width: int = 30, marked: bool = True) -> str:
    places, at = [], 0
    for word in found:
        at = text.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    return "".join(part for _, part in around(text, places, width, UNICODE, marked=marked))


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param("a short text", ["short"], "a [short] text", id="all of it"),
        pytest.param("one\n\n two  three", ["two"], "one [two] three", id="one line"),
        pytest.param("  first", ["first"], "[first]", id="at the beginning"),
        pytest.param(
            "a text of many words with the hit far behind them",
            ["hit"],
            "… with the [hit] far behind …",
            id="far behind",
        ),
        pytest.param(
            "the hit and many words behind it that are cut",
            ["hit"],
            "the [hit] and many words …",
            id="the end cut",
        ),
        pytest.param(
            "a hit, a hit, a hit", ["hit", "hit", "hit"], "a [hit], a [hit], a [hit]", id="several"
        ),
        pytest.param(
            "你" * 30 + "好" + "你" * 30, ["好"], "… 你你你你你[好]你你你你你 …", id="no spaces"
        ),
        pytest.param("no place is known", [], "no place is known", id="no place"),
        pytest.param("a \x1b[2J hit", ["hit"], "a ␛[2J [hit]", id="hostile"),
    ],
)
def test_the_hit_is_shown_with_words_around_it(text: str, found: list[str], expected: str) -> None:
    assert excerpt(text, *found) == expected


def test_without_brackets_the_hit_is_bold() -> None:
    assert around("a hit here", [(2, 5)], 30, UNICODE, marked=False) == [
        ("", "a "),
        (HEADING, "hit"),
        ("", " here"),
    ]


def test_without_unicode_the_cut_is_three_dots() -> None:
    text = "a text of many words with the hit far behind them"
    at = text.index("hit")
    shown = "".join(part for _, part in around(text, [(at, at + 3)], 30, ASCII, marked=True))
    assert shown.isascii()
    assert shown.startswith("... ")
    assert shown.endswith(" ...")


TEXTS = st.text(st.sampled_from("ab cd, \n你好\x1be\u0301"), min_size=1, max_size=120)


@given(TEXTS, st.data(), st.integers(20, 60), st.booleans())
def test_an_excerpt_fits_and_shows_the_first_hit(
    text: str, data: st.DataObject, width: int, marked: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = min(len(text), start + data.draw(st.integers(1, 5)))
    pieces = around(text, [(start, end)], width, UNICODE, marked=marked)
    shown = "".join(part for _, part in pieces)
    assert length_of(shown) <= width
    assert "\n" not in shown
    if text[start:end].strip():
        hits = [part for style, part in pieces if style == HEADING]
        assert len(hits) == 1
        assert hits[0].strip("[ ]")
