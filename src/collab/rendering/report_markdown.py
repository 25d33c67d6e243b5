"""A report as Markdown that reads well aloud: headings, lists, and the user's words as
block quotes. Nothing is collapsed and no words are cut.

No text of the user's can become structure: whatever Markdown or HTML would take for a
sign of theirs is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from collab.domain.periods import MONTHS, WEEKDAYS
from collab.domain.ratings import FIT_WORDS
from collab.domain.reports.not_yet import NOTHING
from collab.domain.reports.report import (
    Balance,
    DayWords,
    Line,
    Report,
    ReviewAnswer,
    Says,
    ThemeFigures,
)
from collab.domain.trends import shown
from collab.rendering import report_days as days
from collab.rendering import report_sections as sections
from collab.rendering.report_fits import NAMES

_SIGNS = re.compile(r"[\\`*<\[~|]|&(?=#?\w+;)|_(?![^\W_])|(?<![^\W_])_")
_SIGN_AT_THE_START = re.compile(r"\A(?:[#>+=-]|\d{1,9}[.)])")
_LINE_BREAK = "  \n"


def as_markdown(report: Report) -> str:
    """The whole report with every sentence in its place, and a line break at its end."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    yield f"# {sections.title(report)}"
    yield _list(report.head.says)
    if report.is_empty():
        yield sections.nothing_written(report)
    yield from _words(report)
    yield from _section(sections.PLANS, report.plans.says)
    yield from _section(sections.TALKS, report.talks.says)
    yield from _section(sections.PROMISES, report.promises.says)
    yield from _next(report)
    yield from _section(sections.BALANCE, report.balance.says)
    yield from _fit_by_line(report.balance)
    yield from _themes(report)
    yield from _section(sections.PEOPLE, report.people.says)
    yield from _outside_views(report)
    yield from _then_and_now(report)
    yield from _section(sections.LANGUAGE, report.language.says)
    yield from _review(report)
    yield from _section(sections.not_yet(report), report.not_yet)
    yield "---"
    yield report.foot
    yield from sections.on_every_page(report)


def _section(heading: str, says: Says) -> Iterator[str]:
    if sections.said(says):
        yield f"## {heading}"
        yield _list(says)


def _list(says: Says) -> str:
    return "\n".join(f"- {_label(line)} {_inline(line.text)}" for line in sections.said(says))


def _label(line: Line) -> str:
    """A label stands apart from its sentence, except where it is the first word of it."""
    return line.label if line.label == NOTHING else f"{line.label}:"


def _words(report: Report) -> Iterator[str]:
    if report.words:
        yield f"## {sections.WORDS}"
    for heading, below in groupby(report.words, lambda day: _heading_of(day, report)):
        yield heading
        for day in below:
            yield _quote(day.text) if sections.is_in_own_words(day) else day.text


def _heading_of(words: DayWords, report: Report) -> str:
    return f"### {days.in_full(words.day, report)}" + (", starred" if words.starred else "")


def _next(report: Report) -> Iterator[str]:
    if report.next:
        yield f"## {sections.NEXT}"
        yield "\n".join(
            f"- {days.coming(thing, report)}: {_inline(sections.next_thing(thing))}"
            for thing in report.next
        )


def _themes(report: Report) -> Iterator[str]:
    if report.themes:
        yield f"## {sections.THEMES}"
        yield f"{sections.BOTH_ENDS}."
    for theme in report.themes:
        yield f"### {theme.name}"
        if sections.is_of_a_week(report):
            yield "\n".join(filter(None, (_days(theme, report), _list(theme.says))))
        else:
            yield _list(theme.says)
            yield _weeks(theme)


def _days(theme: ThemeFigures, report: Report) -> str:
    period = report.period.days()
    values = zip(period, sections.day_values(theme, period), strict=True)
    rated = [f"{WEEKDAYS[day.weekday()]} {value}" for day, value in values if value]
    return f"- days: {', '.join(rated)}" if rated else ""


def _weeks(theme: ThemeFigures) -> str:
    rows = (
        (
            f"{week.first.day} {MONTHS[week.first.month - 1]} {week.first.year:04}",
            str(week.n),
            "" if week.mean is None else shown(week.mean),
        )
        for week in theme.weeks
    )
    return _table(("week of", "n", "mean"), rows)


def _fit_by_line(balance: Balance) -> Iterator[str]:
    if balance.fit_by_line:
        rows = (
            (
                f"{line.value} {NAMES.get(line.value, '')}".rstrip(),
                *map(str, (line.well, line.partly, line.other)),
            )
            for line in balance.fit_by_line
        )
        yield _table(("line", *FIT_WORDS.values()), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A label, and figures to the right of it."""
    rule = ("---", *["---:"] * (len(head) - 1))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _outside_views(report: Report) -> Iterator[str]:
    outside = report.outside
    yield from _section(sections.OUTSIDE, outside.says)
    for view in outside.views:
        yield f"{days.in_full(view.day, report)}, {_inline(view.from_)}:"
        yield _quote(view.text)


def _then_and_now(report: Report) -> Iterator[str]:
    pair = report.then_and_now
    if pair:
        yield f"## {sections.THEN_AND_NOW}"
        yield _line(pair.question)
        yield f"{days.in_full(pair.then_day, report)}:"
        yield _quote(pair.then_text)
        yield f"{days.in_full(pair.now_day, report)}:"
        yield _quote(pair.now_text)


def _review(report: Report) -> Iterator[str]:
    if report.review:
        yield f"## {sections.REVIEW}"
    for week, answers in groupby(report.review, key=lambda answer: answer.week):
        if week:
            before = "" if report.redacted else "Week of "
            yield f"### {before}{days.in_full(week, report)}"
        yield from _answers(answers)


def _answers(answers: Iterable[ReviewAnswer]) -> Iterator[str]:
    for answer in answers:
        if answer.plan:
            yield f"{sections.NEXT_WEEK}:"
        elif answer.question:
            yield _line(answer.question)
        yield _quote(answer.text)


def _quote(text: str) -> str:
    """The words as a block quote that keeps their lines; a paragraph for each paragraph."""
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", text)
    return "\n>\n".join(
        "> " + _LINE_BREAK.join(map(_line, paragraph.split("\n"))).replace("\n", "\n> ")
        for paragraph in paragraphs
    )


def _line(text: str) -> str:
    """Text that is a line of its own: no sign at its start or in it means anything."""
    return _SIGN_AT_THE_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", _inline(text))


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", sections.in_one_line(text))
