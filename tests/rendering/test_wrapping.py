"""Lines fit their width in cells and break where a reader expects it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from collab.rendering.wrapping import cut, wrapped

AFTER_SEMICOLON = re.compile(r"(?<=;) +")


def lines(text: str, width: int, first: re.Pattern[str] | None = None) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width, first)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("", 10, [""], id="nothing"),
        pytest.param("one two", 7, ["one two"], id="a text as wide as the line"),
        pytest.param("one two three", 9, ["one two", "three"], id="between words"),
        pytest.param("one   two", 5, ["one", "two"], id="spaces at a break are dropped"),
        pytest.param("one two   ", 7, ["one two"], id="spaces at the end are dropped"),
        pytest.param("abcdefgh ij", 3, ["abc", "def", "gh", "ij"], id="a word wider than a line"),
        pytest.param("今日は会議", 4, ["今日", "は会", "議"], id="wide characters take two cells"),
        pytest.param(
            "今日は会議", 5, ["今日", "は会", "議"], id="half a wide character never fits"
        ),
        pytest.param("会議です。次", 8, ["会議で", "す。次"], id="no line begins with a full stop"),
        pytest.param(
            "会議「予算」", 6, ["会議", "「予", "算」"], id="no line ends by opening a quote"
        ),
        pytest.param("Rui 会議 now", 6, ["Rui 会", "議 now"], id="wide and narrow words mix"),
    ],
)
def test_text_is_wrapped_by_cells(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(23, ["added 0; held 1 of 1;", "closed 0"], id="after the last that fits"),
        pytest.param(16, ["added 0;", "held 1 of 1;", "closed 0"], id="rather than between words"),
        pytest.param(
            9, ["added 0;", "held 1 of", "1;", "closed 0"], id="between words if there is none"
        ),
    ],
)
def test_a_preferred_place_to_break_goes_before_the_others(width: int, expected: list[str]) -> None:
    assert lines("added 0; held 1 of 1; closed 0", width, AFTER_SEMICOLON) == expected


def test_styles_go_on_across_a_break() -> None:
    text = Text("one ").append("two three", style="bold")
    assert [
        [(span.start, span.end, span.style) for span in line.spans] for line in wrapped(text, 7)
    ] == [[(4, 7, "bold")], [(0, 5, "bold")]]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("one two", 7, "one two", id="what fits is left alone"),
        pytest.param("one two three", 12, "one two …", id="cut after a word"),
        pytest.param("one two three", 10, "one two …", id="one cell stays free"),
        pytest.param("one two three", 9, "one …", id="a cut line is never as wide as the line"),
        pytest.param("abcdefghijkl", 8, "abcde …", id="a single word is cut inside"),
        pytest.param("今日は会議でした", 11, "今日は会 …", id="wide characters"),
    ],
)
def test_a_text_is_cut_to_one_line(text: str, width: int, expected: str) -> None:
    assert cut(text, width, "…") == expected


TEXTS = st.text(alphabet=st.sampled_from("ab;, (今。「é👩e\u0301"), max_size=80)


@given(TEXTS, st.integers(2, 20))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    found = lines(text, width, AFTER_SEMICOLON)
    assert all(cell_len(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(6, 20))
def test_a_cut_text_fits_and_is_the_beginning(text: str, width: int) -> None:
    found = cut(text, width, "...")
    assert cell_len(found) <= width
    assert found == text or text.startswith(found.removesuffix(" ..."))
