"""An entry is one page of the journal: the words, ratings and plan of a day's occasion.

There is one entry for each day and kind of morning, evening, week and talk; a note is an
entry of its own each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal

from collab.domain.frozen import frozen
from collab.domain.ratings import Rating

Kind = Literal["morning", "evening", "week", "talk", "note"]
KINDS: tuple[Kind, ...] = ("morning", "evening", "week", "talk", "note")
Outcome = Literal["done", "partly", "not done", "no occasion"]
OUTCOMES: tuple[Outcome, ...] = ("done", "partly", "not done", "no occasion")
Step = Literal["prepare", "hold", "passed", "debrief", "follow-up"]
STEPS: tuple[Step, ...] = ("prepare", "hold", "passed", "debrief", "follow-up")


@frozen
class Answer:
    """The words given to one question: `text`, or `if_` and `then` for a plan-like one.

    `outside` is the alias of the person whose words these are. `talk` and `step` are set
    when the question was about a difficult conversation.
    """

    id: str
    prompt: str | None = None
    theme: str | None = None
    question: str | None = None
    text: str | None = None
    if_: str | None = None
    then: str | None = None
    deeper_question: str | None = None
    deeper_text: str | None = None
    starred: bool = False
    outside: str | None = None
    talk: str | None = None
    step: Step | None = None
    at: datetime | None = None

    def texts(self) -> tuple[str, ...]:
        """What the user typed, in the order of the page."""
        return _given(self.text, self.if_, self.then, self.deeper_text)

    def words(self) -> str:
        """The answer itself as one text, without what was answered to the deeper question."""
        return self.text or _if_then(self.if_, self.then)


@frozen
class Plan:
    """An if-then plan. `for_` is the day it is for, `outcome` what became of it."""

    id: str
    prompt: str | None = None
    question: str | None = None
    if_: str | None = None
    then: str | None = None
    for_: date
    outcome: Outcome | None = None
    outcome_at: datetime | None = None

    def texts(self) -> tuple[str, ...]:
        """What the user typed: the occasion, then the act."""
        return _given(self.if_, self.then)

    def sentence(self) -> str:
        """Both halves as one sentence: "If ..., then I will ..."."""
        return _if_then(self.if_, self.then)


@frozen
class Entry:
    """One page. `week` names the week a review is about (such as "2024-W24").

    `tags` and `people` are those set apart from the texts; `all_tags` and
    `collab.domain.people.mentions_in` add what the texts hold. `text` belongs to a note
    or to the head of a page. `imported_from` names a foreign journal.
    """

    id: str
    day: date
    kind: Kind = "note"
    written_at: datetime | None = None
    light: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    week: str | None = None
    outside: str | None = None
    imported_from: str | None = None
    text: str | None = None
    answers: tuple[Answer, ...] = ()
    ratings: tuple[Rating, ...] = ()
    plan: Plan | None = None

    def texts(self) -> Iterator[str]:
        """Every text the user typed on this page, in order."""
        if self.text:
            yield self.text
        for answer in self.answers:
            yield from answer.texts()
        for rating in self.ratings:
            if rating.deeper_text:
                yield rating.deeper_text
        if self.plan:
            yield from self.plan.texts()

    def is_written(self) -> bool:
        """Whether anything of the user's stands on this page."""
        return bool(self.text or self.answers or self.ratings or self.plan)


def _given(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


_IF = ("if",)
_I_WILL = ("then", "i will", "i'll", "i\N{RIGHT SINGLE QUOTATION MARK}ll")


def _if_then(if_: str | None, then: str | None) -> str:
    occasion, act = _behind(_IF, if_ or ""), _behind(_I_WILL, then or "")
    if occasion and act:
        return f"If {_open_end(occasion)}, then I will {act}"
    return f"If {occasion}" if occasion else f"I will {act}"


def _behind(openings: tuple[str, ...], text: str) -> str:
    """`text` without the openings it repeats, in this order and in any case."""
    for opening in openings:
        first, rest = text[: len(opening)], text[len(opening) :]
        if first.lower() == opening and rest[:1].isspace():
            text = rest.lstrip()
    return text


def _open_end(text: str) -> str:
    return text.rstrip(" ,;.")
