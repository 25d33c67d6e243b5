"""The words below a heading of a page, read into an answer, a rating or a plan.

Words are never dropped: what has no field in its block makes the page unreadable, and
the line is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from collab.domain.entries import OUTCOMES, Answer, Outcome
from collab.domain.ratings import FIT_WORDS, Fit, Rating, Value
from collab.domain.themes import Theme
from collab.exchange.markdown.blocks import Block, Line
from collab.rendering.markdown import labels
from collab.rendering.markdown.comments import STANDS_BELOW

_CHOICES: dict[str, Value] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "0": 0, "W": "W"}
_FITS: dict[str, Fit] = {word: fit for fit, words in FIT_WORDS.items() for word in (fit, words)}
_CHOICE = re.compile(r"([0-5Ww])(?: - .*)?", re.ASCII)
_BULLET = re.compile(r"[-*+]\s+")
_NO_ROOM = (
    f"a plan has no room for these words; write them behind '{labels.IF}' or '{labels.THEN}'."
)


@dataclass(frozen=True, slots=True)
class PlanBody:
    """What stands below a plan's heading. `looks_back`: only an outcome is asked for, of the
    plan whose sentence is `quoted`."""

    if_: str | None
    then: str | None
    outcome: Outcome | None
    looks_back: bool
    quoted: str


@dataclass(slots=True)
class _RatingBody:
    choice: Line | None = None
    fit: Line | None = None
    words: list[Line] = field(default_factory=list)


def question_of(block: Block) -> str | None:
    """The question in a block's heading, or None where other words stand in for it."""
    key = "deeper_question" if block.kind == "deeper" else "question"
    if said := block.comment.values.get(key):
        return str(said)
    return None if block.words in ("", labels.NAMELESS[block.kind]) else block.words


def answer_of(block: Block, deeper: Block | None) -> Answer | None:
    """The answer in a block, with that to its deeper question; None if both are empty."""
    fields = {"id": ""} | block.comment.fields("quoted") | {"question": question_of(block)}
    text = block.text()
    if fields.get("outside") == STANDS_BELOW:
        fields |= _outside_view(block)
    elif text and not block.comment.values.get("quoted") and labels.is_if_then(text):
        parts = _parts(block.lines(), (labels.IF, labels.THEN))
        fields |= {"if_": _value(parts[labels.IF]), "then": _value(parts[labels.THEN])}
    else:
        fields["text"] = text
    answer = Answer(**fields | _deeper_fields(fields, deeper))
    if answer.text or answer.if_ or answer.then:
        return answer
    if answer.deeper_text and deeper:
        raise deeper.fault("this deeper question is answered, but not the one above it.")
    return None


def rating_of(block: Block, deeper: Block | None, theme: Theme) -> Rating | None:
    """The rating in a block; None if nothing was filled in.

    `theme` tells the lines of the scale, which a form shows, from the user's own words.
    """
    body = _rating_body(block, theme)
    value, fit = _chosen_value(block, body.choice), _chosen_fit(block, body.fit)
    fields = block.comment.fields() | {"value": value, "fit": fit}
    fields |= _deeper_fields(fields, deeper)
    texts = ("\n".join(line.text for line in body.words).strip(), fields.get("deeper_text"))
    fields["deeper_text"] = "\n\n".join(text for text in texts if text) or None
    if value is not None:
        return Rating(**{"id": ""} | fields)
    if fit or fields["deeper_text"]:
        raise block.fault("something is filled in below this rating, but no line is chosen.")
    return None


def plan_body(block: Block) -> PlanBody:
    """What stands below a plan's heading."""
    lines = [line for line in block.lines() if line.text.strip() != labels.OUTCOME_HINT]
    parts = _parts(lines, (labels.IF, labels.THEN, labels.OUTCOME))
    looks_back = labels.IF not in parts and labels.THEN not in parts
    for line in parts[""]:
        # A form shows the plan it looks back at as a block quote.
        if line.text.strip() and not (looks_back and line.text.startswith(">")):
            raise block.fault(_NO_ROOM, line.number)
    return PlanBody(
        if_=_value(parts.get(labels.IF, [])),
        then=_value(parts.get(labels.THEN, [])),
        outcome=_outcome(block, parts.get(labels.OUTCOME, [])),
        looks_back=looks_back,
        quoted=" ".join(word for line in parts[""] for word in line.text.removeprefix(">").split()),
    )


def _parts(lines: Iterable[Line], names: Iterable[str]) -> dict[str, list[Line]]:
    """The lines from each label to the next one, without the labels; under "" those before.

    A label counts where it first begins a line.
    """
    left = list(names)
    current: list[Line] = []
    parts = {"": current}
    for line in lines:
        label = next((name for name in left if line.text.startswith(name)), None)
        if label:
            left.remove(label)
            current = parts[label] = [replace(line, text=line.text.removeprefix(label))]
        else:
            current.append(line)
    return parts


def _value(lines: Iterable[Line]) -> str | None:
    """The words of a one-line field, which may have been typed over several lines."""
    words = " ".join(line.text.strip() for line in lines if line.text.strip())
    return labels.one_line(words) or None


def _outcome(block: Block, lines: list[Line]) -> Outcome | None:
    if not lines:
        return None
    first, *others = lines
    for line in others:
        if line.text.strip():
            raise block.fault(_NO_ROOM, line.number)
    words = first.text.strip().lower()
    outcome = next((outcome for outcome in OUTCOMES if outcome == words), None)
    if words and not outcome:
        raise block.fault(f"'{labels.OUTCOME}' takes {', '.join(OUTCOMES)}.", first.number)
    return outcome


def _outside_view(block: Block) -> dict[str, str | None]:
    """Who was asked and what they said, as a form has it filled in."""
    parts = _parts(block.lines(), (labels.WHO,))
    named = parts.get(labels.WHO, [])
    who = (_value(named[:1]) or "").lstrip("@ ") or None
    text = "\n".join(line.text for line in (*parts[""], *named[1:])).strip()
    if bool(who) != bool(text):
        raise block.fault("an outside view needs both a name and that person's words.")
    return {"outside": who, "text": text or None}


def _rating_body(block: Block, theme: Theme) -> _RatingBody:
    offered = {*labels.scale_lines(theme), labels.FIT_HINT}
    body = _RatingBody()
    for line in block.lines():
        text = line.text.strip()
        if body.choice is None and text.startswith(labels.CHOICE):
            body.choice = replace(line, text=text.removeprefix(labels.CHOICE).strip())
        elif body.choice is None and not body.words and _CHOICE.fullmatch(text):
            body.choice = replace(line, text=text)
        elif body.fit is None and text.startswith(labels.FIT):
            body.fit = replace(line, text=text.removeprefix(labels.FIT).strip())
        elif _unbulleted(line) not in offered and (text or body.words):
            body.words.append(line)
    return body


def _chosen_value(block: Block, choice: Line | None) -> Value | None:
    if choice is None or not choice.text:
        return None
    match = _CHOICE.fullmatch(choice.text)
    if not match:
        raise block.fault(f"'{labels.CHOICE}' takes 1 to 5, 0 or W.", choice.number)
    return _CHOICES[match[1].upper()]


def _chosen_fit(block: Block, fit: Line | None) -> Fit | None:
    if fit is None or not fit.text:
        return None
    if fit.text.lower() not in _FITS:
        raise block.fault(f"'{labels.FIT}' takes {', '.join(FIT_WORDS.values())}.", fit.number)
    return _FITS[fit.text.lower()]


def _deeper_fields(fields: dict[str, Any], deeper: Block | None) -> dict[str, Any]:
    """The deeper question and its answer; without one, what the comment says of it."""
    text = deeper.text() if deeper else None
    if deeper and text:
        return {"deeper_question": question_of(deeper), "deeper_text": text}
    return {"deeper_question": fields.get("deeper_question")}


def _unbulleted(line: Line) -> str:
    return _BULLET.sub("", line.text.strip(), count=1)
