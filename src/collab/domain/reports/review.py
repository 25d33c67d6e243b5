"""The weekly review: what was answered, and the plan for the next week.

A longer period has the reviews of all its weeks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.entries import Entry
from collab.domain.periods import Period
from collab.domain.reports.report import ReviewAnswer

if TYPE_CHECKING:
    from collab.domain.reports.weeks import WeekOfPeriod


def review_of(
    period: Period, weeks: Sequence[WeekOfPeriod], entries: Sequence[Entry]
) -> tuple[ReviewAnswer, ...]:
    """The reviews of the period's weeks, the oldest first, each whenever it was written.

    `weeks`: those of a period longer than a week. Words of others stand among the outside
    views and not here.
    """
    reviews = sorted((one for one in entries if one.kind == "week"), key=lambda one: one.day)
    if period.kind == "week":
        about = (one for one in reviews if (one.week or _week_of(period, one)) == period.label)
        return tuple(answer for one in about for answer in _answers(one, None))
    by_week = defaultdict(list)
    week_of = {day: week.name for week in weeks for day in week.days()}
    for one in reviews:
        by_week[one.week or week_of.get(one.day)].append(one)
    return tuple(
        answer
        for week in weeks
        for one in by_week[week.name]
        for answer in _answers(one, week.begin)
    )


def _week_of(period: Period, entry: Entry) -> str | None:
    """The week of a review that names none: that of its day."""
    return period.label if entry.day in period else None


def _answers(entry: Entry, week: date | None) -> Iterator[ReviewAnswer]:
    for answer in entry.answers:
        if not answer.outside:
            question = answer.question or answer.prompt or ""
            yield ReviewAnswer(question=question, text=answer.words(), week=week)
    if entry.plan:
        question = entry.plan.question or entry.plan.prompt or ""
        yield ReviewAnswer(question=question, text=entry.plan.sentence(), plan=True, week=week)
