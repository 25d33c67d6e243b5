"""The questions of an evening about what is due: promises, then talks, a few together."""

from __future__ import annotations

from collections.abc import Iterable

from collab.domain.due import Due
from collab.domain.questions import Question, due_promise_question

MOST_TOGETHER = 3


def due_questions(due: Iterable[Due]) -> tuple[Question, ...]:
    """One question for each of the first three things, in the order of `due`.

    The session asks promises before talks, as `due_on` gives them.
    """
    asked = (question for one in due if (question := _question(one)))
    return tuple(asked)[:MOST_TOGETHER]


def _question(due: Due) -> Question | None:
    return due_promise_question(due.record.id) if due.kind == "promise" else None
