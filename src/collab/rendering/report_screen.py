"""A report on a terminal: what stands on the page, and in what order.

Words come before numbers, so that a number does not frame the story. Unless asked for in
full, a "not yet" that holds for everything shown stands once, in the last block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.text import Text

from collab.domain.reports.report import (
    Balance,
    DayWords,
    NextThing,
    Report,
    Says,
    ThemeFigures,
)
from collab.rendering import palette
from collab.rendering import report_days as days
from collab.rendering import report_sections as sections
from collab.rendering.report_drawings import (
    balance_line,
    chart_beside,
    fits_by_line,
    weeks_of_theme,
)
from collab.rendering.report_layout import (
    IN_SENTENCES,
    TEXT_COLUMN,
    Block,
    Look,
    Marks,
    hanging,
    heading,
    in_one_line,
    joined,
    section,
    sentences,
    side_by_side,
    unlabelled,
    with_days,
)
from collab.rendering.report_own_words import (
    review,
    then_and_now,
    views_of_others,
    words_of_days,
)
from collab.rendering.wrapping import cut, wrapped

_NEXT_SHOWN = 3
_CHART_COLUMN = 80
_BEFORE_COMMAND = re.compile(r"(?<=:) +")


def page(report: Report, look: Look, screen_rows: int = 0) -> Text:
    """The whole report, ready to print on a console at least `look.width` cells wide.

    On screens of `screen_rows` the numbers begin with the second one, unless the first
    screen is longer than that.
    """
    if report.is_empty() and not look.full:
        return first_screen(report, look)
    first = _first_lines(report, look)
    blank = screen_rows - len(first) if len(first) <= screen_rows else 1
    return _printable([*first, *[Text()] * blank, *joined(_later(report, look))])


def first_screen(report: Report, look: Look) -> Text:
    """What stands before the first number: the head, the words, and all that is open."""
    return _printable(_first_lines(report, look))


def screen(report: Report, look: Look, *, brief: bool = False, rows: int = 0) -> Text:
    """What a terminal shows: the page, or its first screen alone if `brief`; below one for
    others what stands on every page that is shared. `rows` are those of the terminal."""
    whole = first_screen(report, look) if brief else page(report, look, rows)
    return to_be_shared(whole, report, look) if report.redacted else whole


def to_be_shared(whole: Text, report: Report, look: Look) -> Text:
    """A page, and below it what stands on each that others may see."""
    lines = [
        line
        for paragraph in sections.on_every_page(report)
        for line in wrapped(Text().append(paragraph, style=palette.LABEL), look.width)
    ]
    return _printable([*whole.split("\n", allow_blank=True), Text(), *lines])


def plain_page(report: Report, look: Look) -> str:
    """The whole report without any style, with a line break at its end."""
    return f"{page(report, look).plain}\n"


def file_page(report: Report, look: Look, *, brief: bool = False) -> str:
    """The page, or its first screen, as a file has it: without any style, and with what
    stands on each that others may see."""
    whole = f"{first_screen(report, look).plain}\n" if brief else plain_page(report, look)
    return "\n".join([whole, *sections.on_every_page(report), ""])


def _printable(lines: list[Text]) -> Text:
    """One text whose lines no console wraps or cuts again."""
    return Text("\n", no_wrap=True, overflow="ignore").join(lines)


def _first_lines(report: Report, look: Look) -> list[Text]:
    """The first screen. Where that of a week grows beyond `look.first_rows`, days without a
    star give way: light evenings, whose line says nothing more, and then the oldest. A
    longer period would lose most of its words, and keeps them."""
    if report.is_empty() and not look.full:
        return joined(_nothing_written(report, look))
    words = report.words
    giving_way = sorted(
        (day for day in words if not day.starred and sections.is_of_a_week(report)),
        key=lambda day: (not day.light, day.day),
    )
    lines = joined(_first(report, words, look))
    while look.first_rows and len(lines) > look.first_rows and giving_way:
        gone = giving_way.pop(0)
        words = tuple(day for day in words if day is not gone)
        lines = joined(_first(report, words, look))
    return lines


def _nothing_written(report: Report, look: Look) -> Iterator[Block]:
    """The head, and of what is open only what there is."""
    yield Block(_head(report, look))
    if sections.has_plans(report.plans):
        yield Block(section(sections.PLANS, sections.said(report.plans.says), look))
    if sections.has_talks(report.talks):
        yield Block(section(sections.TALKS, sections.said(report.talks.says), look))
    if sections.has_promises(report.promises):
        yield Block(section(sections.PROMISES, sections.said(report.promises.says), look))
    yield Block(_next(report, look), close=True)


def _first(report: Report, words: Sequence[DayWords], look: Look) -> Iterator[Block]:
    moved = _moved(report, look)
    yield Block(_head(report, look))
    yield Block(words_of_days(words, report, look))
    yield _section("plans", sections.PLANS, report.plans.says, moved, look)
    yield _section("talks", sections.TALKS, report.talks.says, moved, look)
    yield _section("promises", sections.PROMISES, report.promises.says, moved, look)
    yield Block(_next(report, look), close=True)


def _later(report: Report, look: Look) -> Iterator[Block]:
    moved = _moved(report, look)
    yield Block(_balance(report.balance, moved, look))
    yield from _themes(report, moved, look)
    yield _section("people", sections.PEOPLE, report.people.says, moved, look)
    yield _outside_views(report, moved, look)
    if report.then_and_now:
        yield Block(then_and_now(report.then_and_now, report, look))
    yield _section("language", sections.LANGUAGE, report.language.says, moved, look)
    yield Block(review(report.review, look))
    yield Block(section(sections.not_yet(report), sections.said(report.not_yet), look))
    yield Block(wrapped(Text(in_one_line(report.foot, look)), look.width))


def _moved(report: Report, look: Look) -> frozenset[str]:
    return frozenset() if look.full else sections.moved_to_the_end(report.not_yet)


def _section(name: str, words: str, says: Says, moved: frozenset[str], look: Look) -> Block:
    lines = () if name in moved else sections.staying(says, moved)
    return Block(section(words, lines, look))


def _head(report: Report, look: Look) -> list[Text]:
    title, says = sections.title(report), sentences(report.head.says, look)
    if report.is_empty():
        nothing = Text(sections.nothing_written(report))
        return [heading(title), *says, *wrapped(nothing, look.width, _BEFORE_COMMAND)]
    if not sections.is_of_a_week(report) or not report.head.day_marks:
        return [heading(title), *says]
    signs = {"written": look.glyphs.written, "light": look.glyphs.light, "": "", None: None}
    marks = [signs[mark] for mark in report.head.day_marks]
    return [*with_days(title, None, report.period.days(), marks, look), *says]


def _next(report: Report, look: Look) -> list[Text]:
    """At most three things, as many on a line as fit."""
    room = look.width - TEXT_COLUMN
    between = f" {look.glyphs.between} "
    rows: list[Text] = []
    for thing in report.next[:_NEXT_SHOWN]:
        item = _next_item(thing, report, look)
        if rows and rows[-1].cell_len + len(between) + item.cell_len <= room:
            rows[-1].append(between).append_text(item)
        else:
            rows.append(item)
    return [
        line
        for number, row in enumerate(rows)
        for line in hanging(Text() if number else heading(sections.NEXT), row, TEXT_COLUMN, look)
    ]


def _next_item(thing: NextThing, report: Report, look: Look) -> Text:
    item = Text().append(days.coming_shortly(thing, report), style=palette.DUE).append(": ")
    words = in_one_line(sections.next_thing(thing), look)
    if not look.full:
        words = cut(words, look.width - TEXT_COLUMN - item.cell_len, look.glyphs.cut)
    return item.append(words)


def _balance(balance: Balance, moved: frozenset[str], look: Look) -> list[Text]:
    """The line above the sentences, and the picture of the fits below theirs."""
    lines = () if "ratings" in moved else sections.staying(balance.says, moved)
    on_its_line = balance_line(balance.position, look)
    if not lines or not (on_its_line or balance.fit_by_line):
        return section(sections.BALANCE, lines, look)
    rows = [heading(sections.BALANCE), *on_its_line]
    for line in lines:
        rows += sentences([line], look)
        if line.label == sections.BY_LINE and balance.fit_by_line:
            rows += fits_by_line(balance.fit_by_line, look)
    return rows


def _themes(report: Report, moved: frozenset[str], look: Look) -> Iterator[Block]:
    """Themes of one sentence stand close together, the others apart."""
    if not report.themes:
        return
    both_ends = Text(sections.BOTH_ENDS)
    yield Block(hanging(heading(sections.THEMES), both_ends, TEXT_COLUMN, look, IN_SENTENCES))
    before_is_short = True
    for theme in report.themes:
        lines = sections.theme_lines(theme, moved, full=look.full)
        is_short = len(lines) == 1
        yield Block(_theme(theme, lines, report, look), close=is_short and before_is_short)
        before_is_short = is_short


def _theme(theme: ThemeFigures, lines: Says, report: Report, look: Look) -> list[Text]:
    is_of_a_week = sections.is_of_a_week(report)
    marks = _theme_marks(theme, report) if is_of_a_week and theme.days else ()
    if len(lines) == 1 and not any(marks):
        return section(theme.name, lines, look)
    strip = [heading(theme.name)]
    if marks:
        strip = with_days(theme.name, "days", report.period.days(), marks, look)
    if len(lines) == 1:
        return [*strip, *unlabelled(lines[0], look)]
    if look.has_charts_beside_sentences():
        chart = chart_beside(theme.weeks, look.width - _CHART_COLUMN, dated=not is_of_a_week)
        if chart:
            left = [*strip, *sentences(lines, look.within(_CHART_COLUMN - 2))]
            return side_by_side(left, chart, _CHART_COLUMN)
    weeks = weeks_of_theme(theme.weeks, look, dated=not is_of_a_week)
    return [*strip, *sentences(lines, look), *weeks]


def _theme_marks(theme: ThemeFigures, report: Report) -> Marks:
    period = report.period.days()
    return [
        None if day > report.as_of else value
        for day, value in zip(period, sections.day_values(theme, period), strict=True)
    ]


def _outside_views(report: Report, moved: frozenset[str], look: Look) -> Block:
    outside = report.outside
    if not outside.views:
        return _section("outside views", sections.OUTSIDE, outside.says, moved, look)
    lines = [heading(sections.OUTSIDE), *sentences(outside.says, look)]
    return Block([*lines, *views_of_others(outside.views, report, look)])
