"""Reports to make pages of, and a reader that takes a page apart."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.rendering.sample_long_reports import A_QUARTER, A_YEAR, PAIR
from tests.rendering.sample_reports import EMPTY_WEEK, FIRST_WEEK, ORDINARY_WEEK

REPORTS = {
    "a week": replace(ORDINARY_WEEK, then_and_now=PAIR),
    "a first week": FIRST_WEEK,
    "an empty week": EMPTY_WEEK,
    "a quarter": A_QUARTER,
    "a year": A_YEAR,
}
EVERY_REPORT = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)

WITHOUT_END = {"meta", "br"}


class Reader(HTMLParser):
    """What a page consists of: every tag with its attributes, and every text with the tags
    around it. Fails where a tag is not closed in its order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.others: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))
        if tag not in WITHOUT_END:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((tuple(self._open), data))

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    handle_pi = unknown_decl = handle_comment

    def words(self, *around: str) -> list[str]:
        """The texts that stand inside all these tags."""
        return [text for tags, text in self.texts if set(around) <= set(tags)]


def shown(page: str) -> str:
    """All that can be read on the page, in order, every run of white space as one space."""
    texts = [text for tags, text in Reader(page).texts if "style" not in tags]
    return " ".join(" ".join(texts).split())


def without_spaces(text: str) -> str:
    return "".join(text.split())
