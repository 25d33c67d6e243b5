"""Lines printed without Rich: broken, made safe, in bold and dim where wanted."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from collab.rendering.cells import length_of, size_of
from collab.rendering.lines import line
from collab.rendering.palette import DUE, HEADING, LABEL
from collab.rendering.printed import printed
from tests.hostile_texts import HOSTILE_TEXTS

_STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize(
    ("text", "hang", "expected"),
    [
        pytest.param("", 0, "\n", id="empty"),
        pytest.param("one two three", 0, "one two\nthree\n", id="between words"),
        pytest.param("  one two three", 2, "  one two\n  three\n", id="an indent that is kept"),
        pytest.param("one\ntwo", 2, "one\n  two\n", id="its own line ends"),
        pytest.param("a\nbbbb ccccc", 2, "a\n  bbbb\n  ccccc\n", id="a second line that is full"),
        pytest.param("one\n\ntwo", 2, "one\n\n  two\n", id="an empty line without spaces"),
        pytest.param("  oneverylongword", 2, "  oneveryl\n  ongword\n", id="a word too long"),
        pytest.param("你好 你好 你好", 0, "你好 你好\n你好\n", id="wide characters"),
    ],
)
def test_a_line_is_broken_and_hangs(text: str, hang: int, expected: str) -> None:
    assert printed([line(text, hang=hang)], 10) == expected


def test_styles_go_with_their_pieces_over_the_edge() -> None:
    lines = [line((HEADING, "one two three"), (LABEL, " four"), (DUE, " five"))]
    assert printed(lines, 10, styled=True) == (
        "\x1b[1mone two\x1b[0m\n\x1b[1mthree\x1b[0m\x1b[2m four\x1b[0m\nfive\n"
    )
    assert printed(lines, 10) == "one two\nthree four\nfive\n"


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_nothing_in_it_is_obeyed(text: str) -> None:
    shown = printed([line((HEADING, text), text)], 60, styled=True)
    assert "\x1b" not in _STYLE.sub("", shown)
    assert not re.search("[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]", shown)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(12, 30))
def test_no_row_is_wider_than_asked(text: str, width: int) -> None:
    rows = printed([line("  ", text, hang=2)], width).split("\n")
    assert max(map(cell_len, rows)) <= width


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20))
def test_columns_are_counted_as_rich_counts_them(text: str) -> None:
    for character in set(text) - {"\ufe0f"}:
        assert size_of(character) == cell_len(character)
    assert length_of(text) == sum(map(size_of, text))


def test_letters_of_europe_need_no_table() -> None:
    code = (
        "import sys; from collab.rendering.cells import length_of;"
        " text = 'Größe, ça va … „naïve“ – Ωμέγα, Привет'; assert length_of(text) == len(text);"
        " sys.exit('rich.cells' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
