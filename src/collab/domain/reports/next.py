"""What comes next: promises, talks and follow-ups that are open or soon due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from collab.domain.due import NAMED, Due, due_on
from collab.domain.promises import Promise
from collab.domain.reports.phrases import a_to_z
from collab.domain.reports.report import NextThing
from collab.domain.talks import Talk

COMING_DAYS = 7


def next_of(
    as_of: date, talks: Iterable[Talk], promises: Iterable[Promise]
) -> tuple[NextThing, ...]:
    """All that is due on the as-of day or within seven days after it, the nearest first.

    What has been open for long comes after what is about to fall due.

    A talk without a date is not among them: it waits, and the section about talks says so.
    """
    due = due_on(as_of, talks, promises, kinds=NAMED, ahead=COMING_DAYS)
    things = _things(one for one in due if one.step != "waiting")
    return tuple(sorted(things, key=lambda thing: _nearness(thing, as_of)))


def _nearness(thing: NextThing, as_of: date) -> tuple[object, ...]:
    return abs(thing.on - as_of), thing.on, a_to_z(thing.who), thing.text


def _things(due: Iterable[Due]) -> Iterator[NextThing]:
    for one in due:
        if isinstance(one.record, Promise):
            yield NextThing(
                kind="promise",
                side=one.record.side,
                who=one.record.who or "",
                text=one.record.what,
                on=one.on,
                id=one.record.id,
            )
        elif isinstance(one.record, Talk):
            yield NextThing(
                kind="follow-up" if one.step == "follow-up" else "talk",
                side=None,
                who=one.record.who,
                text=one.record.about or "",
                on=one.on,
                id=one.record.id,
                held=one.step == "debrief",
            )
