"""How the lines of a report stand on a screen: labels, columns, strips of days, blanks.

From 120 columns on a chart stands beside its sentences, from 80 on a strip of days beside
its heading, from 60 on each has lines of its own, and below 60 they become lists
(`Mo 3, Tu 4`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from collab.domain.periods import WEEKDAYS
from collab.domain.reports.report import Line, Says
from collab.rendering import palette
from collab.rendering import report_sections as sections
from collab.rendering.glyphs import UNICODE, Glyphs
from collab.rendering.wrapping import cut, wrapped

TEXT_COLUMN = 13
STRIP_COLUMN = 27
HEAD_STRIP_COLUMN = 40

_BESIDE_HEADINGS = 80
_ON_LINES = 60
_CHARTS_BESIDE = 120
_NARROWEST, _WIDEST = 40, 140

_LABELS_A_HEADING_IMPLIES = frozenset({"this week", "in all", "now"})
IN_SENTENCES = re.compile(r"(?<=;) +| +(?=\(so far )")
IN_LISTS = re.compile(r"(?<=,) +")
_IN_STAGES = re.compile(r"(?<=>) +")
_IN_STRIPS = re.compile(r"  +")
_LISTS = frozenset({"named", "by week", "by month"})
# Compiled when first used: a thin week has none of them.
_WORDS_OF_CHANGE = r"^(?:higher|lower|rising|falling)\b"
_FIGURES_BEHIND = r"\([^()]*(?:NAP |S=)[^()]*\)"
_DUE_DAY = r"(?<=due )\d{4}-\d\d-\d\d$"


class Look:
    """How a report is to look.

    `width` is in cells, from 40 to 140; outside that the nearer of the two counts. `full`
    keeps every sentence in its place and all words whole. `first_rows` is how many lines
    the first screen of a week may take, as far as days without a star can give way; None
    for as many as it needs.
    """

    __slots__ = ("first_rows", "full", "glyphs", "width")

    def __init__(
        self,
        width: int = 80,
        glyphs: Glyphs = UNICODE,
        full: bool = False,
        first_rows: int | None = None,
    ) -> None:
        self.width = min(max(width, _NARROWEST), _WIDEST)
        self.glyphs = glyphs
        self.full = full
        self.first_rows = first_rows

    def within(self, width: int) -> Look:
        """The same look in other cells."""
        return Look(width, self.glyphs, self.full, self.first_rows)

    def has_strips_beside_headings(self) -> bool:
        return self.width >= _BESIDE_HEADINGS

    def has_charts_beside_sentences(self) -> bool:
        return self.width >= _CHARTS_BESIDE

    def has_lists_for_strips(self) -> bool:
        return self.width < _ON_LINES


Marks = Sequence[str | None]
"""What stands for each day: a sign, "" for nothing, None for a day still to come."""


class Block(NamedTuple):
    """Lines that belong together; a blank line stands before them unless `close`."""

    lines: list[Text]
    close: bool = False


def joined(blocks: Iterable[Block]) -> list[Text]:
    """The blocks' lines, with blank lines between blocks; empty blocks leave nothing."""
    lines: list[Text] = []
    for block in blocks:
        if block.lines and lines and not block.close:
            lines.append(Text())
        lines += block.lines
    return lines


def heading(words: str) -> Text:
    return Text().append(words, style=palette.HEADING)


def in_one_line(text: str, look: Look) -> str:
    """The user's text as one line, made safe, in the signs of this look."""
    return sections.in_one_line(text, look.glyphs.unicode)


def hanging(
    beginning: Text, text: Text, column: int, look: Look, first: re.Pattern[str] | None = None
) -> list[Text]:
    """`beginning`, and from `column` on `text`, in as many lines as it needs."""
    lines = []
    for part in wrapped(text, look.width - column, first):
        beginning.pad_right(max(column - beginning.cell_len, 0))
        lines.append(beginning + part)
        beginning = Text()
    return lines


def labelled(
    label: str, text: Text, look: Look, first: re.Pattern[str] | None = None
) -> list[Text]:
    """A label two columns in, and `text` in the text column; below a label that is longer."""
    beginning = Text("  ").append(label, style=palette.LABEL)
    if beginning.cell_len < TEXT_COLUMN:
        return hanging(beginning, text, TEXT_COLUMN, look, first)
    return [beginning, *hanging(Text(), text, TEXT_COLUMN, look, first)]


def sentence(line: Line, look: Look) -> Text:
    """A line's text: bold where something changed, dim where the figures for it stand."""
    text = Text(in_one_line(line.text, look))
    if line.label in ("compared", "8 weeks") or line.label[:1].isdigit():
        text.highlight_regex(_WORDS_OF_CHANGE, palette.WORD_OF_CHANGE)
        text.highlight_regex(_FIGURES_BEHIND, palette.ASIDE)
    if line.label == "follow-up":
        text.highlight_regex(_DUE_DAY, palette.DUE)
    return text


def sentences(says: Iterable[Line], look: Look) -> list[Text]:
    """Each line under its label."""
    return [
        row
        for line in says
        for row in labelled(_short(line.label), sentence(line, look), look, _breaks_of(line))
    ]


def _short(label: str) -> str:
    """A day with three letters of its month: "12 Sep"."""
    if not label[:1].isdigit() or label == "8 weeks":
        return label
    return re.sub(r"[A-Z]\w+", lambda month: month[0][:3], label)


def _breaks_of(line: Line) -> re.Pattern[str]:
    """Where its rows end first. Only in a longer period are weeks counted as whole."""
    if line.label == "now":
        return _IN_STAGES
    return IN_LISTS if line.label in _LISTS or " whole week" in line.text else IN_SENTENCES


def unlabelled(line: Line, look: Look) -> list[Text]:
    """A sentence in the text column that needs no label."""
    return hanging(Text(), sentence(line, look), TEXT_COLUMN, look, IN_SENTENCES)


def side_by_side(left: list[Text], right: list[Text], column: int) -> list[Text]:
    """Both as they are, `right` from `column` on."""
    lines = []
    for one, other in zip_longest(left, right, fillvalue=Text()):
        if other.cell_len:
            one = one.copy()
            one.pad_right(max(column - one.cell_len, 0))
            one.append_text(other)
        lines.append(one)
    return lines


def section(words: str, says: Says, look: Look) -> list[Text]:
    """A heading and its sentences; nothing without any.

    One sentence stands on the heading's line, if its label adds nothing to the heading
    and there is room for it.
    """
    if not says:
        return []
    if len(says) == 1 and says[0].label in _LABELS_A_HEADING_IMPLIES:
        text = sentence(says[0], look)
        if len(words) < TEXT_COLUMN:
            return hanging(heading(words), text, TEXT_COLUMN, look, IN_SENTENCES)
        if len(words) < STRIP_COLUMN <= look.width - text.cell_len:
            return hanging(heading(words), text, STRIP_COLUMN, look)
    return [*wrapped(heading(words), look.width), *sentences(says, look)]


def own_words(
    label: str, text: str, look: Look, *, whole: bool = False, quoted: bool = False
) -> list[Text]:
    """What the user wrote: cut to one line, or whole with its own line breaks."""
    if not (whole or look.full):
        room = look.width - TEXT_COLUMN
        return labelled(label, Text(cut(in_one_line(text, look), room, look.glyphs.cut)), look)
    if quoted:
        text = f'"{text}"'
    return [
        row
        for number, paragraph in enumerate(paragraphs(text, look))
        for row in labelled("" if number else label, Text(paragraph), look)
    ]


def paragraphs(text: str, look: Look) -> list[str]:
    """The lines of the user's text as they broke them, each made safe; none empty."""
    return [in_one_line(line, look) for line in text.split("\n") if line.strip()]


def with_days(
    words: str, label: str | None, days: Sequence[date], marks: Marks, look: Look
) -> list[Text]:
    """A heading and what stands for each day: beside it, or below it under `label`."""
    cells = [_cell(day, mark, look) for day, mark in zip(days, marks, strict=True)]
    if look.has_strips_beside_headings():
        column, room = (STRIP_COLUMN, 7) if label else (HEAD_STRIP_COLUMN, 6)
        line = heading(words)
        line.pad_right(column - line.cell_len)
        return [line.append("".join(cell.ljust(room) for cell in cells).rstrip())]
    if look.has_lists_for_strips():
        text = Text(", ".join(cell for cell, mark in zip(cells, marks, strict=True) if mark))
        breaks = IN_LISTS
    else:
        text, breaks = Text("  ".join(cells)), _IN_STRIPS
    if label is None:
        return [heading(words), *hanging(Text(), text, 2, look, breaks)]
    return [heading(words), *labelled(label, text, look, breaks)]


def _cell(day: date, mark: str | None, look: Look) -> str:
    """Such as "Mo 3"; the sign for nothing for "", and a blank for a day to come."""
    sign = " " if mark is None else mark or look.glyphs.nothing
    return f"{WEEKDAYS[day.weekday()][:2]} {sign}"
