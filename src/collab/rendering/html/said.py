"""Sentences under their labels, and the user's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from collab.domain.reports.report import Report, Says
from collab.rendering import report_days as days
from collab.rendering import report_sections as sections
from collab.rendering.markup import Markup, element, joined

UNKNOWN_LANGUAGE = ""
"""What the `lang` of words says that somebody typed: HTML's way to say it is not known."""

_WORD_OF_CHANGE = re.compile(r"(?:higher|lower|rising|falling)\b")
_FIGURES_BEHIND = re.compile(r"(\([^()]*(?:NAP |S=)[^()]*\))")
_COUNTED = re.compile(r"((?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})?: \d+)")
_WITH_HYPHENS = re.compile(r"((?<![\w-])\d{1,4}(?:-\d{1,4}){1,2}%?(?![\w-]))")


def section(heading: str, *parts: str, kind: str | None = None) -> Markup:
    """A section with its heading; nothing without any parts."""
    if not any(parts):
        return Markup()
    return element("section", element("h2", heading), *parts, class_=kind)


def sentences(says: Says) -> Markup:
    """Each line that has something to say under its label."""
    return _list(says, sections.in_one_line)


def comparisons(says: Says) -> Markup:
    """The same for lines without a word of the user's: bold where something changed, quiet
    where the figures for it stand."""
    return _list(says, _compared)


def counts(says: Says) -> Markup:
    """The same for counts of days, of which none is parted from its date: "6 July: 5"."""
    return _list(says, lambda text: _marked(_COUNTED, text, _whole))


def own_words(text: str) -> Markup:
    """What the user wrote, whole, with its lines and paragraphs; its direction is its own."""
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", text)
    return element(
        "blockquote",
        *(element("p", *_with_breaks(paragraph), dir="auto") for paragraph in paragraphs),
        lang=UNKNOWN_LANGUAGE,
    )


def typed(text: str, kind: str | None = None) -> Markup:
    """A line that somebody typed, such as a question as it was asked."""
    line = sections.in_one_line(text)
    return element("p", line, class_=kind, lang=UNKNOWN_LANGUAGE, dir="auto")


def long_day(day: date, report: Report) -> Markup:
    """Such as "Monday 10 June 2024", or, in a report for others, "Week of 10 June 2024"."""
    return element("time", days.in_full(day, report), datetime=days.for_programs(day, report))


def _list(says: Says, sentence: Callable[[str], str]) -> Markup:
    rows = (
        element("div", element("dt", line.label), element("dd", sentence(line.text)))
        for line in sections.said(says)
    )
    return element("dl", *rows) if sections.said(says) else Markup()


def _compared(text: str) -> Markup:
    change = _WORD_OF_CHANGE.match(text)
    if not change:
        return _with_quiet_figures(text)
    return joined((element("strong", change[0]), _with_quiet_figures(text[change.end() :])))


def unbroken(words: str) -> Markup:
    """Words of ours in which no date and no range is broken at its hyphens."""
    return _marked(_WITH_HYPHENS, words, _whole)


def _whole(part: str) -> Markup:
    return element("span", part, class_="whole")


def _with_quiet_figures(words: str) -> Markup:
    return _marked(
        _FIGURES_BEHIND,
        words,
        lambda part: element("span", unbroken(part), class_="figures"),
        unbroken,
    )


def _marked(
    what: re.Pattern[str],
    words: str,
    marked: Callable[[str], str],
    other: Callable[[str], str] = str,
) -> Markup:
    """`words` with every match of the one group of `what` marked."""
    parts = enumerate(what.split(words))
    return joined(marked(part) if number % 2 else other(part) for number, part in parts)


def _with_breaks(paragraph: str) -> Iterator[str]:
    for number, line in enumerate(paragraph.split("\n")):
        if number:
            yield element("br")
        yield line
