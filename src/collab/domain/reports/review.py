"""The weekly review: what was answered, and the plan for the next week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collab.domain.entries import Entry
from collab.domain.periods import Period
from collab.domain.reports.report import ReviewAnswer


def review_of(period: Period, entries: Sequence[Entry]) -> tuple[ReviewAnswer, ...]:
    """The review of the period, which may have been written after its last day.

    Words of others stand among the outside views and not here.
    """
    return tuple(
        answer
        for entry in entries
        if entry.kind == "week" and _is_about(period, entry)
        for answer in _answers(entry)
    )


def _is_about(period: Period, entry: Entry) -> bool:
    return entry.week == period.label if entry.week else entry.day in period


def _answers(entry: Entry) -> Iterator[ReviewAnswer]:
    for answer in entry.answers:
        if not answer.outside:
            question = answer.question or answer.prompt or ""
            yield ReviewAnswer(question=question, text=answer.words())
    if entry.plan:
        question = entry.plan.question or entry.plan.prompt or ""
        yield ReviewAnswer(question=question, text=entry.plan.sentence(), plan=True)
