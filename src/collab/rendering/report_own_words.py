"""What a report's screen shows of the words themselves: the user's, and those of others.

Starred words, those of others, and a pair of answers are whole; others are cut to a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from rich.text import Text

from collab.domain.periods import MONTHS
from collab.domain.reports.report import DayWords, OutsideView, Report, ReviewAnswer, ThenAndNow
from collab.rendering import palette
from collab.rendering import report_days as days
from collab.rendering import report_sections as sections
from collab.rendering.report_layout import (
    Look,
    hanging,
    heading,
    in_one_line,
    own_words,
    paragraphs,
    side_by_side,
)
from collab.rendering.wrapping import wrapped

_SIDE_BY_SIDE = 76
_INDENT, _BETWEEN = 2, 3
_BEFORE_COMMAND = re.compile(r"(?<=:) +")


def words_of_days(words: Sequence[DayWords], report: Report, look: Look) -> list[Text]:
    """A line for each of the days, which may be fewer than the report has; in a long period
    starred words alone."""
    if not sections.has_a_line_a_day(report) and not look.full:
        return _starred([day for day in words if day.starred], report, look)
    lines = _days(words, report, look)
    return [heading(sections.WORDS), *lines] if lines else []


def _starred(words: Sequence[DayWords], report: Report, look: Look) -> list[Text]:
    if words:
        return [heading(sections.STARRED_WORDS), *_days(words, report, look)]
    if not report.words:
        return []
    nothing = Text(sections.nothing_starred(report))
    return [heading(sections.WORDS), *hanging(Text(), nothing, _INDENT, look, _BEFORE_COMMAND)]


def _days(words: Sequence[DayWords], report: Report, look: Look) -> list[Text]:
    labels = _labels((day.day for day in words), report)
    return [
        line
        for label, day in zip(labels, words, strict=True)
        for line in own_words(label, day.text, look, whole=day.starred, quoted=day.starred)
    ]


def _labels(of: Iterable[date], report: Report) -> list[str]:
    """What stands beside the words of each day; a week is named beside the first alone."""
    labels = [days.short(day, report) for day in of]
    if not report.redacted:
        return labels
    return [
        "" if label == before else label
        for before, label in zip(["", *labels], labels, strict=False)
    ]


def views_of_others(views: Sequence[OutsideView], report: Report, look: Look) -> list[Text]:
    """The words of each view, quoted and whole, with whose they are."""
    labels = _labels((view.day for view in views), report)
    return [
        line
        for label, view in zip(labels, views, strict=True)
        for line in own_words(label, f'"{view.text}" ({view.from_})', look, whole=True)
    ]


def then_and_now(pair: ThenAndNow, report: Report, look: Look) -> list[Text]:
    """The question, and both answers under their days: side by side where there is room."""
    lines = [heading(sections.THEN_AND_NOW), *question(pair.question, look)]
    has_year = pair.then_day.year != pair.now_day.year
    if look.width < _SIDE_BY_SIDE:
        for day, text in ((pair.then_day, pair.then_text), (pair.now_day, pair.now_text)):
            label = days.in_some_cells(day, report, has_year=has_year)
            lines += own_words(label, text, look, whole=True)
        return lines
    middle = look.width // 2 + 1
    then, now = (
        days.without_weekday(day, report, has_year=has_year)
        for day in (pair.then_day, pair.now_day)
    )
    left = _dated(then, pair.then_text, _INDENT, middle - _BETWEEN, look)
    right = _dated(now, pair.now_text, 0, look.width - middle, look)
    return [*lines, *side_by_side(left, right, middle)]


def _dated(day: str, text: str, indent: int, end: int, look: Look) -> list[Text]:
    """A day's name and below it a text, from the cell `indent` to the cell `end`."""
    margin = " " * indent
    rows = [
        row
        for paragraph in paragraphs(text, look)
        for row in wrapped(Text(paragraph), end - indent)
    ]
    return [Text(margin) + row for row in (Text(day, style=palette.LABEL), *rows)]


def review(answers: Sequence[ReviewAnswer], look: Look) -> list[Text]:
    """Each answer under its question; in a longer period under the week it is about."""
    lines: list[Text] = [heading(sections.REVIEW)] if answers else []
    week: date | None = None
    for answer in answers:
        if answer.week and answer.week != week:
            week = answer.week
            name = f"week of {week.day} {MONTHS[week.month - 1]}"
            lines.append(Text("  ").append(name, style=palette.LABEL))
        if answer.plan:
            lines += own_words(sections.NEXT_WEEK, answer.text, look, whole=True)
        else:
            lines += [*question(answer.question, look), *own_words("", answer.text, look)]
    return lines


def question(words: str, look: Look) -> list[Text]:
    """A question that was asked, whole; nothing if it is not known."""
    return hanging(Text(), Text(in_one_line(words, look)), _INDENT, look) if words else []
