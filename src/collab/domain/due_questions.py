"""The questions of an evening about what is due: promises, then talks, a few together."""

from __future__ import annotations

from collections.abc import Iterable

from collab.domain.due import Due
from collab.domain.questions import Question, due_promise_question, due_talk_question

MOST_TOGETHER = 3


def due_questions(due: Iterable[Due]) -> tuple[Question, ...]:
    """One question for each of the first three things, in the order of `due`.

    The session asks promises before talks, as `due_on` gives them.
    """
    asked = (question for one in due if (question := _question(one)))
    return tuple(asked)[:MOST_TOGETHER]


def _question(due: Due) -> Question | None:
    if due.kind == "promise":
        return due_promise_question(due.record.id)
    # The other steps of a talk are asked for in words, one an evening.
    to_hold = due.kind == "talk" and due.step in ("hold", "passed")
    return due_talk_question(due.record.id) if to_hold else None
