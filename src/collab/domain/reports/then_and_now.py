"""Then and now: one question, answered twice, 4 to 12 weeks apart, in the writer's own words.

Two answers are set side by side if they were given to the same question in the same
wording, 28 to 84 days apart, the later one in the period. *Now* is the latest day of the
period that has such an earlier answer, and of several questions that day the one answered
first. *Then* is the answer farthest back within the 84 days. There is one pair at most.

Light evenings, the words of others, answers about talks and weekly reviews stand aside, and
so do answers without a text of their own, such as plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from collab.domain.answered import Answered
from collab.domain.entries import Entry
from collab.domain.reports.report import ThenAndNow
from collab.domain.reports.window import Window

NEAREST, FARTHEST = 28, 84
"""Days between the two answers."""


def answered_on(entries: Iterable[Entry]) -> list[Answered]:
    """The answers of these pages that may be set beside another one."""
    return [
        one
        for entry in entries
        for answer in entry.answers
        if _may_stand(one := Answered(entry.day, entry.kind, entry.light, entry.written_at, answer))
    ]


def then_and_now_of(window: Window, earlier: Iterable[Answered]) -> ThenAndNow | None:
    """The pair of the period. `earlier`: answers given before it, the order does not matter."""
    asked: defaultdict[tuple[str | None, str | None], list[Answered]] = defaultdict(list)
    given = answered_on(window.entries)
    for one in (*filter(_may_stand, earlier), *given):
        asked[_question(one)].append(one)
    for now in sorted(given, key=lambda one: (-one.day.toordinal(), _in_order(one))):
        before = [one for one in asked[_question(now)] if _is_then(one, now)]
        if before:
            then = min(before, key=lambda one: (one.day, _in_order(one)))
            return ThenAndNow(
                question=now.answer.question or "",
                then_day=then.day,
                then_text=then.answer.text or "",
                now_day=now.day,
                now_text=now.answer.text or "",
            )
    return None


def _may_stand(one: Answered) -> bool:
    answer = one.answer
    return bool(
        answer.prompt
        and answer.question
        and answer.text
        and not (one.light or answer.outside or answer.talk)
        and one.kind not in ("week", "talk")
    )


def _question(one: Answered) -> tuple[str | None, str | None]:
    return one.answer.prompt, one.answer.question


def _is_then(one: Answered, now: Answered) -> bool:
    return NEAREST <= (now.day - one.day).days <= FARTHEST


def _in_order(one: Answered) -> tuple[float, str]:
    """When it was given; the id settles what has no time."""
    at = one.answer.at or one.written_at
    return (at.timestamp() if at else float("-inf"), one.answer.id)
