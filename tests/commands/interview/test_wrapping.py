"""Where a text breaks into rows. Cases from real writing, and laws for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.commands.interview.wrapping import (
    cell,
    cells,
    cluster_end,
    cluster_start,
    clusters,
    offset_in_row,
    row_at,
    rows,
)

SIGNS = st.sampled_from("ab m.-\t\n你好、「」가\u0301\u200d👩👧🏽🇩🇪é\ufe0f\u202e")
TEXTS = st.text(SIGNS, max_size=60)
WIDTHS = st.integers(2, 30)


def broken(text: str, width: int) -> list[str]:
    return [text[row.start : row.end] for row in rows(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("", 10, [""], id="nothing"),
        pytest.param("one two", 7, ["one two"], id="what fits exactly"),
        pytest.param("one two", 6, ["one ", "two"], id="a word that does not fit"),
        pytest.param("one     two", 5, ["one     ", "two"], id="spaces past the edge"),
        pytest.param("one\n\ntwo", 5, ["one", "", "two"], id="lines of its own"),
        pytest.param("a unbreakable b", 6, ["a ", "unbrea", "kable ", "b"], id="too long a word"),
        pytest.param("你好世界", 5, ["你好", "世界"], id="Chinese has no spaces"),
        pytest.param("你好。", 4, ["你", "好。"], id="a full stop stays with its sign"),
        pytest.param("사람은 오늘", 6, ["사람은 ", "오늘"], id="Korean has spaces"),
        pytest.param("a👩‍👧b", 3, ["a👩‍👧", "b"], id="a family is one sign"),
    ],
)
def test_words_are_broken_only_where_they_are_longer_than_a_row(
    text: str, width: int, expected: list[str]
) -> None:
    assert broken(text, width) == expected


@given(TEXTS, WIDTHS, st.integers(2, 9))
def test_behind_a_label_a_text_breaks_as_it_does_alone(text: str, width: int, label: int) -> None:
    with_label = rows(">".ljust(label) + text, width + label, label)
    first, *others = [(max(row.start - label, 0), row.end - label) for row in with_label]
    assert [first, *others] == list(rows(text, width))


@given(st.lists(st.text("abcdefäß,.'", min_size=1, max_size=38)), st.sampled_from([40, 60, 80]))
def test_no_word_that_fits_a_row_is_ever_broken(written: list[str], width: int) -> None:
    on_rows = [word for row in broken(" ".join(written), width) for word in row.split()]
    assert on_rows == written


@given(TEXTS, WIDTHS)
def test_every_sign_stands_on_one_row_and_no_row_passes_the_edge(text: str, width: int) -> None:
    found = broken(text, width)
    assert "".join(found) == text.replace("\n", "")
    for row in found:
        seen = [cluster for cluster in clusters(row.strip(" \t")) if cell(cluster).width]
        assert cells(row.rstrip(" \t")) <= width or len(seen) == 1


@given(TEXTS, WIDTHS, st.data())
def test_the_cursor_finds_its_row_and_comes_back_to_its_column(
    text: str, width: int, data: st.DataObject
) -> None:
    found = rows(text, width)
    offsets = [0]
    while offsets[-1] < len(text):
        offsets.append(cluster_end(text, offsets[-1]))
    offset = data.draw(st.sampled_from(offsets))
    number = row_at(found, offset)
    assert found[number].start <= offset <= found[number].end
    column = cells(text[found[number].start : offset])
    reached = offset_in_row(text, found, number, column)
    assert cells(text[found[number].start : reached]) == column


@given(TEXTS)
def test_signs_are_the_same_from_both_sides(text: str) -> None:
    assert "".join(clusters(text)) == text
    offset = 0
    for cluster in clusters(text):
        assert cluster_end(text, offset) == offset + len(cluster)
        offset += len(cluster)
        assert cluster_start(text, offset) == offset - len(cluster)


@pytest.mark.parametrize(
    ("cluster", "shown", "width"),
    [
        pytest.param("a", "a", 1, id="a letter"),
        pytest.param("e\u0301", "e\u0301", 1, id="a letter with its accent"),
        pytest.param("你", "你", 2, id="a wide sign"),
        pytest.param("👩‍👧", "👩‍👧", 2, id="a family"),
        pytest.param("🇩🇪", "🇩🇪", 2, id="a flag"),
        pytest.param("\t", "    ", 4, id="a tab"),
        pytest.param("\u0301", "◌\u0301", 1, id="an accent on nothing"),
        pytest.param("\u202e", "<U+202E>", 8, id="an override of the direction"),
        pytest.param("\u200b", "", 0, id="what is never seen"),
    ],
)
def test_a_sign_is_drawn_so_that_a_terminal_shows_it(cluster: str, shown: str, width: int) -> None:
    assert cell(cluster) == (shown, width)
