"""A report as an SVG picture: it loads nothing, is well-formed, and keeps its columns."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from collab.domain.reports.report import Report
from collab.rendering.cells import length_of
from collab.rendering.report_layout import Look
from collab.rendering.report_picture import as_svg
from collab.rendering.report_screen import first_screen, plain_page
from collab.rendering.report_sections import PURPOSE
from tests.hostile_texts import HOSTILE_TEXTS
from tests.rendering.sample_reports import (
    EMPTY_WEEK,
    FIRST_WEEK,
    ORDINARY_WEEK,
    in_june,
    words,
)
from tests.rendering.test_report_markdown import HOSTILE, with_everywhere

SVG = "{http://www.w3.org/2000/svg}"
CELL, MARGIN, ROW = 9.6, 24, 21
WIDE = replace(
    ORDINARY_WEEK,
    words=(
        words(in_june(10), "你好世界 ｆｕｌｌ told @Bo 供应商 the date"),
        words(in_june(11), "👩‍👧 and 👨‍👩‍👧‍👦 flags 🇺🇦 👍🏽 end"),
    ),
)


def texts(svg: str) -> list[tuple[int, float, str]]:
    """The row, the column and the words of every piece of the picture."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return [
        (
            round((float(one.attrib["y"]) - MARGIN - 16) / ROW),
            (float(one.attrib["x"]) - MARGIN) / CELL,
            one.text or "",
        )
        for one in found
    ]


def kinds(svg: str) -> set[str]:
    return {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(svg).iter()}


@pytest.mark.parametrize("report", [ORDINARY_WEEK, FIRST_WEEK, EMPTY_WEEK, WIDE])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_word_stands_at_its_row_and_column_of_the_terminal(
    report: Report, width: int
) -> None:
    lines = plain_page(report, Look(width=width)).split("\n")
    for row, column, piece in texts(as_svg(report, width)):
        line = lines[row] if row < len(lines) else PURPOSE
        at = [length_of(line[: found.start()]) for found in re.finditer(re.escape(piece), line)]
        assert any(abs(column - one) < 0.01 for one in at), (piece, column, line)


def test_plain_words_fill_their_columns_and_signs_of_several_keep_their_shape() -> None:
    some = replace(ORDINARY_WEEK, words=(words(in_june(10), "flags \U0001f3f3\ufe0f  and plain"),))
    lengths = {
        one.text: one.attrib.get("textLength")
        for one in ElementTree.fromstring(as_svg(some, full=True)).iter(f"{SVG}text")
    }
    assert lengths["Plans"] == "48"
    assert [length for text, length in lengths.items() if "\ufe0f" in str(text)] == [None]


def test_nothing_of_the_page_is_left_out() -> None:
    drawn = "".join(piece for _, _, piece in texts(as_svg(WIDE)))
    page = plain_page(WIDE, Look())
    assert "".join(drawn.split()) == "".join(f"{page}{PURPOSE}".split())


def test_the_first_screen_alone_is_a_picture_too() -> None:
    drawn = "".join(piece for _, _, piece in texts(as_svg(ORDINARY_WEEK, first_rows=23)))
    page = first_screen(ORDINARY_WEEK, Look(first_rows=23)).plain
    assert "".join(drawn.split()) == "".join(f"{page}{PURPOSE}".split())


def test_bold_dim_and_due_are_kept() -> None:
    svg = as_svg(ORDINARY_WEEK)
    assert 'class="bold">Plans</text>' in svg
    assert 'class="dim">mine</text>' in svg
    assert 'class="cyan">Tue 18</text>' in svg


@pytest.mark.parametrize("report", [ORDINARY_WEEK, FIRST_WEEK, EMPTY_WEEK])
def test_it_loads_nothing(report: Report) -> None:
    svg = as_svg(report)
    assert kinds(svg) == {"svg", "title", "style", "rect", "text"}
    assert re.findall(r"\w+://[^\"]*", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|@font-face|href|<!ENTITY", svg)


def check_words_stay_words(text: str) -> None:
    svg = as_svg(with_everywhere(text), full=True)
    assert kinds(svg) == {"svg", "title", "style", "rect", "text"}
    names = {name for one in ElementTree.fromstring(svg).iter() for name in one.attrib}
    assert names <= {"viewBox", "width", "height", "fill", "class", "x", "y", "textLength"}


@pytest.mark.parametrize(
    "text", [*HOSTILE, *HOSTILE_TEXTS.values(), "]]>", "&amp;&#0;&x;", "\ufffe \uffff \ud800"]
)
def test_hostile_words_break_no_picture(text: str) -> None:
    check_words_stay_words(text)


@given(st.text(st.characters() | st.sampled_from("<>&;\"'/=!-?[]#x \n\t\x00\x1b\u202e\ufffe")))
def test_any_words_break_no_picture(text: str) -> None:
    check_words_stay_words(text)


def test_a_browser_loads_it_alone_and_sets_no_word_over_the_next(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.svg"
    file.write_text(as_svg(WIDE), "utf-8")
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    boxes = page.evaluate(
        """() => Array.from(document.querySelectorAll("text"), one => {
            const box = one.getBBox();
            return [one.getAttribute("y"), box.x, box.x + box.width, one.textContent];
        })"""
    )
    page.close()
    assert requests == [file.as_uri()]
    assert len(boxes) > 50
    for (row, _, end, piece), (next_row, start, _, _) in pairwise(boxes):
        assert row != next_row or end <= start + 1.5, piece
