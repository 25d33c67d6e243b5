"""In your words: for each written day the words that stand for it.

What the writer starred that day comes first, the latest star if there are several. Else
a light evening says only that. Else the first that was written of: the evening's open
answer (a question about a talk may have taken its place), the last note, the morning's
answer, a plan, anything else of the writer's own, such as an answer about a talk or a
review. Nothing is rewritten. Another person's words stand for a day only if it has no
words of the writer's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from collab.domain.entries import Answer, Entry, Kind
from collab.domain.frozen import frozen
from collab.domain.reports.report import DayWords
from collab.domain.reports.window import Window

LIGHT_EVENING = "light evening"
RATINGS_ONLY = "ratings only"


@frozen
class _Words:
    text: str
    entry: str
    question: str | None = None
    answer: str | None = None


@frozen
class Moment:
    """The words that stand for a written day, and where they stand: the answer of that id
    on the page `entry`, or, without one, the page's own text or plan."""

    day: date
    text: str
    entry: str
    answer: str | None
    starred: bool


def moments_of(entries: Iterable[Entry]) -> tuple[Moment, ...]:
    """The words that stand for each day of `entries`, by day; of days that have any.

    A light evening and ratings alone are no words. Reviews are left out.
    """
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.is_written() and entry.kind != "week":
            by_day.setdefault(entry.day, []).append(entry)
    return tuple(moment for day in sorted(by_day) for moment in _moment_of(day, by_day[day]))


def _moment_of(day: date, pages: list[Entry]) -> Iterator[Moment]:
    starred = _latest_star(day, pages)
    if not starred and any(page.light for page in pages):
        return
    words = starred or next(_in_order_of_choice(day, pages), None)
    if words:
        yield Moment(
            day=day,
            text=words.text,
            entry=words.entry,
            answer=words.answer,
            starred=starred is not None,
        )


def words_of(window: Window) -> tuple[DayWords, ...]:
    """The words of every written day, in order of days."""
    pages: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in window.entries:
        pages[entry.day].append(entry)
    return tuple(_words_of_day(day, pages[day]) for day in sorted(pages))


def _words_of_day(day: date, pages: list[Entry]) -> DayWords:
    light = next((page for page in pages if page.light), None)
    starred = _latest_star(day, pages)
    if starred:
        words = starred
    elif light:
        words = _Words(text=LIGHT_EVENING, entry=light.id)
    else:
        words = next(_in_order_of_choice(day, pages), _Words(text=RATINGS_ONLY, entry=pages[0].id))
    return DayWords(
        day=day,
        text=words.text,
        question=words.question,
        entry=words.entry,
        starred=starred is not None,
        light=light is not None,
    )


def _latest_star(day: date, pages: list[Entry]) -> _Words | None:
    """The starred words with the latest time; of equal times those given last."""
    stars = [star for page in pages for star in _stars_on(day, page)]
    return max(reversed(stars), key=lambda star: star[0])[1] if stars else None


def _stars_on(day: date, page: Entry) -> Iterator[tuple[float, _Words]]:
    if page.starred:
        for words in islice(_in_order_of_choice(day, [page]), 1):
            yield _instant(page.written_at), words
    for answer in page.answers:
        if answer.starred:
            yield _instant(answer.at or page.written_at), _words_in(page, answer)


def _in_order_of_choice(day: date, pages: list[Entry]) -> Iterator[_Words]:
    yield from _answers(_of_kind("evening", pages))
    yield from reversed(list(_texts(_of_kind("note", pages))))
    yield from _answers(_of_kind("morning", pages))
    yield from _plans(day, pages)
    yield from _answers(pages)
    yield from _texts(pages)
    yield from _outside(pages)


def _of_kind(kind: Kind, pages: list[Entry]) -> list[Entry]:
    """The pages of one kind in the order they were written."""
    return sorted(
        (page for page in pages if page.kind == kind), key=lambda page: _instant(page.written_at)
    )


def _answers(pages: Iterable[Entry]) -> Iterator[_Words]:
    """The writer's own answers, those about talks last."""
    own = [(page, answer) for page in pages for answer in page.answers if not answer.outside]
    for page, answer in sorted(own, key=lambda found: bool(found[1].talk)):
        yield _words_in(page, answer)


def _texts(pages: Iterable[Entry]) -> Iterator[_Words]:
    for page in pages:
        if page.text and not page.outside:
            yield _Words(text=page.text, entry=page.id)


def _plans(day: date, pages: list[Entry]) -> Iterator[_Words]:
    """The plan for the day itself before those made on it for another."""
    planned = [(page, page.plan) for page in pages if page.plan]
    for page, plan in sorted(planned, key=lambda found: found[1].for_ != day):
        yield _Words(text=plan.sentence(), question=plan.question, entry=page.id)


def _outside(pages: Iterable[Entry]) -> Iterator[_Words]:
    for page in pages:
        for answer in page.answers:
            if answer.outside:
                yield _words_in(page, answer)
        if page.text and page.outside:
            yield _Words(text=page.text, entry=page.id)


def _words_in(page: Entry, answer: Answer) -> _Words:
    return _Words(text=answer.words(), question=answer.question, entry=page.id, answer=answer.id)


def _instant(at: datetime | None) -> float:
    return at.timestamp() if at else float("-inf")
