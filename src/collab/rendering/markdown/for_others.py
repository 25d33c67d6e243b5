"""Redacted pages in one document, to be given to somebody else. It is never read back.

No comment of ours is in it, since ids and times would say again what was taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.periods import spoken_week
from collab.domain.ratings import FIT_WORDS, Rating
from collab.domain.themes import Theme
from collab.rendering.entry_words import entry_heading
from collab.rendering.markdown import labels
from collab.rendering.markdown.structure import body, inline
from collab.rendering.report_sections import NOT_ANONYMOUS, PURPOSE


def document_for_others(entries: Iterable[Entry], themes: Iterable[Theme]) -> Iterator[str]:
    """The parts of the document: redacted entries, in order, below the week each is of."""
    known = {theme.id: theme for theme in themes}
    yield f"{PURPOSE}\n\n{NOT_ANONYMOUS}\n"
    for first, written in groupby(entries, lambda one: one.day):
        words = spoken_week(first)
        yield f"\n# {words[:1].upper()}{words[1:]}\n"
        for entry in written:
            yield "\n" + "\n\n".join(_parts(entry, known)) + "\n"


def _parts(entry: Entry, themes: dict[str, Theme]) -> Iterator[str]:
    yield f"## {entry_heading(entry)}"
    if entry.text:
        yield from _whose(entry.outside)
        yield body(entry.text)[0]
    for answer in entry.answers:
        yield from _answer(answer)
    for rating in entry.ratings:
        yield from _rating(rating, themes.get(rating.theme))
    if entry.plan:
        yield from _plan(entry.plan)


def _answer(answer: Answer) -> Iterator[str]:
    yield f"### {inline(answer.question or labels.NAMELESS['answer'])}"
    yield from _whose(answer.outside)
    yield body(answer.words())[0]
    yield from _deeper(answer)


def _rating(rating: Rating, theme: Theme | None) -> Iterator[str]:
    yield f"### {labels.rating_heading(theme, rating.theme)}"
    lines = [labels.choice_line(theme, rating.value, rating.scale_version)]
    if rating.fit:
        lines.append(labels.labelled(labels.FIT, FIT_WORDS[rating.fit]))
    yield "\n".join(lines)
    yield from _deeper(rating)


def _plan(plan: Plan) -> Iterator[str]:
    yield f"### {inline(plan.question or labels.NAMELESS['plan'])}"
    yield body(plan.sentence())[0]
    if plan.outcome:
        yield labels.labelled(labels.OUTCOME, plan.outcome)


def _deeper(record: Answer | Rating) -> Iterator[str]:
    if record.deeper_text:
        yield f"#### {inline(record.deeper_question or labels.NAMELESS['deeper'])}"
        yield body(record.deeper_text)[0]


def _whose(outside: str | None) -> Iterator[str]:
    if outside:
        yield f"In the words of {inline(outside)}:"
