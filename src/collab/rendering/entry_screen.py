"""A page of the journal on a terminal, to be read again.

Headings and questions stand bold, the user's own words plain and two columns in, what
collab adds dim. A star stands before what is starred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.periods import spoken, spoken_long
from collab.domain.ratings import FIT_WORDS, Rating
from collab.domain.themes import Theme
from collab.rendering.entry_words import entry_heading
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL

_MARGIN = 2
_STAR = "* "


def day_page(
    entries: Sequence[Entry],
    ends: Mapping[str, str],
    themes: Iterable[Theme],
    talks: Mapping[str, str],
) -> list[Line]:
    """The entries of one day, in the order given, with everything that stands on them.

    `ends` gives each entry's id the end by which it is named. `themes` need hold only
    those that were rated. `talks` says for the id of each talk that was asked about which
    it is, such as "talk with Cy about the budget cut".
    """
    known = {theme.id: theme for theme in themes}
    page = [line((HEADING, spoken_long(entries[0].day)))]
    for entry in entries:
        page += [line(), *_entry(entry, ends[entry.id], known, talks)]
    return page


def _entry(
    entry: Entry, end: str, themes: Mapping[str, Theme], talks: Mapping[str, str]
) -> Iterator[Line]:
    outside = f", in the words of {entry.outside}" if entry.outside else ""
    yield _starred(entry.starred, entry_heading(entry) + outside, f"  {end}")
    apart = [f"#{tag}" for tag in entry.tags] + [f"@{name}" for name in entry.people]
    if apart:
        yield _aside(" ".join(apart))
    if entry.text:
        yield _own_words(entry.text)
    said = None
    for answer in entry.answers:
        yield line()
        yield from _answer(answer, talks.get(answer.talk or "") if answer.talk != said else None)
        said = answer.talk
    for rating in entry.ratings:
        yield line()
        yield from _rating(rating, themes.get(rating.theme))
    if entry.plan:
        yield line()
        yield from _plan(entry.plan)


def _answer(answer: Answer, talk: str | None) -> Iterator[Line]:
    yield _starred(answer.starred, answer.question or "Answer")
    if talk:
        yield _aside(talk)
    if answer.outside:
        yield _aside(f"In the words of {answer.outside}:")
    yield _own_words(answer.words())
    yield from _deeper(answer)


def _rating(rating: Rating, theme: Theme | None) -> Iterator[Line]:
    late = "  (given the day after)" if rating.late else ""
    yield line((HEADING, theme.name if theme else rating.theme), (LABEL, late))
    same_scale = theme is not None and theme.scale_version == rating.scale_version
    words = theme.line(rating.value) if theme and same_scale else ""
    yield line(f"  {rating.value}  {words}", hang=5)
    if rating.fit:
        yield _aside(f"Fit: {FIT_WORDS[rating.fit]}", 5)
    yield from _deeper(rating)


def _plan(plan: Plan) -> Iterator[Line]:
    yield line((HEADING, f"Plan for {spoken(plan.for_)}"))
    yield _own_words(plan.sentence())
    if plan.outcome:
        yield _aside(f"Outcome: {plan.outcome}")


def _deeper(record: Answer | Rating) -> Iterator[Line]:
    if record.deeper_text:
        margin = " " * _MARGIN
        yield line(margin, (HEADING, record.deeper_question or "Going deeper"), hang=_MARGIN)
        yield _own_words(record.deeper_text, 2 * _MARGIN)


def _starred(starred: bool, words: str, aside: str = "") -> Line:
    star = _STAR if starred else ""
    return line((HEADING, star + words), (LABEL, aside), hang=len(star))


def _own_words(text: str, indent: int = _MARGIN) -> Line:
    return line(" " * indent, text, hang=indent)


def _aside(text: str, indent: int = _MARGIN) -> Line:
    return line((LABEL, " " * indent + text), hang=indent)
