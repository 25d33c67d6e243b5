"""Histories to begin a session with, and the small things they are made of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from collab.domain.entries import Outcome, Plan
from collab.domain.history import History
from collab.domain.prompts import Prompt
from collab.domain.questions import Question

TODAY = date(2024, 6, 12)  # a Wednesday


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def past(**other: Any) -> History:
    """A journal kept for weeks, yesterday too, with an outside view of late."""
    known: dict[str, Any] = {
        "evenings": 20,
        "first_page": ago(40),
        "last_page": ago(1),
        "recent_pages": frozenset({ago(1), ago(2)}),
        "outside_view": ago(5),
        "set_up_offered": frozenset({"focus", "cue"}),
    }
    return History(**(known | other))


def plan(for_: date, outcome: Outcome | None = None) -> Plan:
    return Plan(id="p", for_=for_, then="ask first", outcome=outcome)


def own(**other: Any) -> Prompt:
    return Prompt(**{"id": "own", "theme": "any", "text": "What else?", "pack": "own", **other})


def keys(agenda: tuple[Question, ...]) -> list[str]:
    return [question.key for question in agenda]
