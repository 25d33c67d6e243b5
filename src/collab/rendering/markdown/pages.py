"""Days as pages: what `export markdown` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.people import Directory
from collab.domain.periods import MONTHS, WEEKDAYS
from collab.domain.ratings import FIT_WORDS, Rating
from collab.domain.themes import Theme
from collab.rendering.entry_words import entry_heading
from collab.rendering.markdown import labels
from collab.rendering.markdown.comments import CommentKind, carried, written
from collab.rendering.markdown.front_matter import front_matter
from collab.rendering.markdown.structure import body, quoted


def page(day: date, entries: Sequence[Entry], themes: Iterable[Theme], directory: Directory) -> str:
    """The page of one day: front matter, then its entries in the order given.

    `directory` gives the people in the front matter their names. Reading the page gives
    the same entries back, whatever their texts hold.
    """
    return f"{front_matter(day, entries, directory)}\n{_day(day, entries, themes)}"


def document(
    days: Iterable[tuple[date, Sequence[Entry]]], themes: Iterable[Theme]
) -> Iterator[str]:
    """Several days in one document, without front matter: its parts, one for each day.

    Joined as they are, they read back like the pages of the single days.
    """
    themes = tuple(themes)
    for number, (day, entries) in enumerate(days):
        yield ("\n" if number else "") + _day(day, entries, themes)


def day_heading(day: date) -> str:
    """The heading every day begins with, and its comment."""
    words = f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year:04}"
    return headed(1, words, "day", {"date": day})


def entry_head(entry: Entry) -> Iterator[str]:
    """The entry's heading and its own text."""
    text, is_quoted = body(entry.text or "")
    values = {**carried("entry", entry), "quoted": is_quoted}
    yield headed(2, entry_heading(entry), "entry", values)
    if text:
        yield text


def answer_parts(answer: Answer, deeper: str = "") -> Iterator[str]:
    """One answer. `deeper` is a question to leave room for where none was answered."""
    text, values = _answer_body(answer)
    values |= _unanswered_deeper(answer)
    yield asked(3, answer.question, "answer", {**carried("answer", answer), **values})
    yield text
    yield from deeper_parts(answer, deeper)


def rating_parts(rating: Rating, theme: Theme | None) -> Iterator[str]:
    """One rating with the words of the chosen line."""
    yield rating_head(rating, theme)
    lines = [labels.choice_line(theme, rating.value, rating.scale_version)]
    if rating.fit:
        lines.append(labels.labelled(labels.FIT, FIT_WORDS[rating.fit]))
    yield "\n".join(lines)
    yield from deeper_parts(rating)


def rating_head(rating: Rating, theme: Theme | None) -> str:
    """The heading of a rating."""
    values = {**carried("rating", rating), **_unanswered_deeper(rating)}
    return headed(3, labels.rating_heading(theme, rating.theme), "rating", values)


def deeper_parts(record: Answer | Rating, room_for: str = "") -> Iterator[str]:
    """What was answered to the deeper question, or an empty place below `room_for`."""
    if record.deeper_text:
        text, is_quoted = body(record.deeper_text)
        yield asked(4, record.deeper_question, "deeper", {"quoted": is_quoted})
        yield text
    elif room_for:
        yield asked(4, room_for, "deeper", {})
        yield ""


def plan_parts(plan: Plan) -> Iterator[str]:
    """One plan, and what became of it where that is known."""
    yield asked(3, plan.question, "plan", carried("plan", plan))
    lines = [if_then_lines(plan)]
    if plan.outcome:
        lines.append(labels.labelled(labels.OUTCOME, plan.outcome))
    yield "\n".join(lines)


def if_then_lines(record: Answer | Plan) -> str:
    """Both halves, each on its line, also where one is empty."""
    halves = ((labels.IF, record.if_), (labels.THEN, record.then))
    return "\n".join(labels.labelled(label, text) for label, text in halves)


def asked(level: int, question: str | None, kind: CommentKind, values: Mapping[str, Any]) -> str:
    """A question as a heading, with its comment.

    Where no question was kept, words of ours stand in; a question that is just those
    words is said by the comment.
    """
    words = question or labels.NAMELESS[kind]
    key = "deeper_question" if kind == "deeper" else "question"
    said = {key: question} if question == labels.NAMELESS[kind] else {}
    return headed(level, words, kind, {**values, **said})


def headed(level: int, words: str, kind: CommentKind, values: Mapping[str, Any]) -> str:
    """A heading and the comment that makes it part of the structure."""
    return f"{'#' * level} {labels.one_line(words)}\n{written(kind, values)}"


def _day(day: date, entries: Sequence[Entry], themes: Iterable[Theme]) -> str:
    known = {theme.id: theme for theme in themes}
    parts = [day_heading(day)]
    for entry in entries:
        parts.extend(entry_head(entry))
        for answer in entry.answers:
            parts.extend(answer_parts(answer))
        for rating in entry.ratings:
            parts.extend(rating_parts(rating, known.get(rating.theme)))
        if entry.plan:
            parts.extend(plan_parts(entry.plan))
    return "\n\n".join(parts) + "\n"


def _answer_body(answer: Answer) -> tuple[str, dict[str, Any]]:
    """The words below an answer's heading, and what its comment has to say about them."""
    if answer.text is None:
        return if_then_lines(answer), {}
    text, is_quoted = body(answer.text)
    if not is_quoted and labels.is_if_then(text):
        text, is_quoted = quoted(text), True
    return text, {"quoted": is_quoted, "if": answer.if_, "then": answer.then}


def _unanswered_deeper(record: Answer | Rating) -> dict[str, Any]:
    return {} if record.deeper_text else {"deeper_question": record.deeper_question}
