"""A talk as a page to read: its dates, and every answer about it. It is never read back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from collab.domain.entries import Answer, Step
from collab.domain.people import folded
from collab.domain.periods import spoken_long
from collab.domain.talks import FollowUp, Talk
from collab.rendering.markdown import labels
from collab.rendering.markdown.structure import body, inline
from collab.rendering.talk_lines import stands, talk_name

_LONGEST_NAME = 60
"""Bytes of a name in a file's name, which has at most 80 with the day and all."""

_SECTIONS: tuple[tuple[str, tuple[Step | None, ...]], ...] = (
    ("Before", ("prepare", "hold", "passed", None)),
    ("After", ("debrief",)),
    ("Follow-up", ("follow-up",)),
)


def talk_paths(talks: Iterable[Talk]) -> Iterator[tuple[str, Talk]]:
    """Each talk with the path of its page, such as "talks/2024-06-05-Ana.md".

    No two paths are equal where case does not count. A talk keeps its path as long as no
    talk of the same day and name before it comes or goes.
    """
    taken: set[str] = set()
    for talk in talks:
        first = name = f"{talk.added}-{_file_name(talk.who)}"
        number = 1
        while folded(name) in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(folded(name))
        yield f"talks/{name}.md", talk


def talk_list(talks: Iterable[Talk], today: date) -> str:
    """The talks as a list, each with where it stands on `today`."""
    rows = [f"- {inline(talk_name(talk))}: {stands(talk, today)}" for talk in talks]
    return "\n".join(["# Talks", "", *rows]) + "\n"


def talk_page(talk: Talk, answers: Sequence[tuple[date, Answer]]) -> str:
    """The page of a talk; `answers` with the day each was given on, in order."""
    about = f", about {inline(talk.about)}" if talk.about else ""
    parts = [f"# {inline(talk.who)}{about}", *_state(talk), _dates(talk)]
    for title, steps in _SECTIONS:
        given = [(day, answer) for day, answer in answers if answer.step in steps]
        if given:
            parts.append(f"## {title}")
        for day, answer in given:
            parts.extend(_answer_parts(day, answer))
    return "\n\n".join(parts) + "\n"


def _state(talk: Talk) -> Iterator[str]:
    state = "Let go" if talk.let_go else "Closed" if talk.closed else "Open"
    yield f"{state}: {inline(talk.reason)}" if talk.reason else f"{state}."
    said = (("expected", talk.expected), ("was", talk.was))
    hard = ", ".join(f"{word} {value}" for word, value in said if value is not None)
    if hard:
        yield f"How hard, from 1 easy to 5 very hard: {hard}."


def _dates(talk: Talk) -> str:
    """What happened on which day, the earliest first."""
    dates: list[tuple[date | None, str]] = [(talk.added, "added")]
    for move in talk.moved:
        words = f"moved from {spoken_long(move.from_)} to {spoken_long(move.to)}"
        dates.append((move.on, words))
    ended = talk.held or talk.let_go or talk.closed
    if talk.date and talk.date != talk.held and not (ended and ended < talk.date):
        dates.append((talk.date, "set for this day"))
    dates += [(talk.held, "held"), (talk.debriefed, "debriefed")]
    dates += [(one.due, _looked_at(one)) for one in talk.follow_ups]
    dates += [(talk.closed, "closed"), (talk.let_go, "let go")]
    known = [(day, words) for day, words in dates if day]
    return "\n".join(
        f"- {spoken_long(day)}: {words}" for day, words in sorted(known, key=lambda one: one[0])
    )


def _looked_at(follow_up: FollowUp) -> str:
    if follow_up.done is None:
        return "follow-up due"
    return f"follow-up due, looked at on {spoken_long(follow_up.done)}"


def _answer_parts(day: date, answer: Answer) -> Iterator[str]:
    yield f"### {inline(answer.question or labels.NAMELESS['answer'])}"
    whose = f", in the words of {inline(answer.outside)}" if answer.outside else ""
    yield f"{spoken_long(day)}{whose}"
    yield body(answer.words())[0]
    if answer.deeper_text:
        yield f"#### {inline(answer.deeper_question or labels.NAMELESS['deeper'])}"
        yield body(answer.deeper_text)[0]


def _file_name(who: str) -> str:
    """The letters and figures of a name, for a file on any system; at least a word."""
    kept = ""
    for sign in unicodedata.normalize("NFC", who):
        category = unicodedata.category(sign)[0]
        marks_a_letter = category == "M" and kept[-1:] not in ("", "-")
        if category in "LN" or marks_a_letter:
            kept += sign
        elif kept[-1:] != "-":
            kept += "-"
    # A sign that the length cuts through is left out whole.
    short = kept.strip("-").encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short.strip("-") or "somebody"
