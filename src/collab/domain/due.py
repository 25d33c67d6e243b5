"""What is due on a day: one function, used by `today`, `status` and a report's `next`.

`collab status` passes through here on every shell prompt, so nothing is imported but
`datetime`, and of a record only its plain attributes are read: anything that has those of
`Promise`, `Talk` and `Plan` will do.
"""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

    from collab.domain.entries import Plan
    from collab.domain.promises import Promise
    from collab.domain.talks import FollowUp, Talk

    DueKind = Literal["plan", "promise", "talk", "prepare"]
    DueStep = Literal["", "hold", "passed", "debrief", "follow-up", "waiting", "prepare"]

ASKED: tuple[DueKind, ...] = ("plan", "promise", "talk", "prepare")
"""The kinds a session asks about, in its order."""
NAMED: tuple[DueKind, ...] = ("promise", "talk")
"""The kinds that `status` and a report's `next` name: plans and preparing are left out."""

WHETHER_AT_ALL = "D-15"
"""The prompt that asks what speaks for not holding a talk."""

_A_FORTNIGHT = 14
_EVERY_SECOND_EVENING = 2


class Due:
    """One thing that is due: the record itself, which step it waits for, and since when.

    `step` is empty for a plan or a promise. For a talk it is "hold" (its date is here),
    "passed" (its date went by and it was not held), "debrief", "follow-up", "waiting"
    (hold it, hand it over, or let it go?) or "prepare". `on` is the day it falls due.
    """

    __slots__ = ("kind", "on", "record", "step")

    def __init__(
        self, kind: DueKind, step: DueStep, on: date, record: Plan | Promise | Talk
    ) -> None:
        self.kind = kind
        self.step = step
        self.on = on
        self.record = record


def due_on(
    day: date,
    talks: Iterable[Talk] = (),
    promises: Iterable[Promise] = (),
    plans: Iterable[Plan] = (),
    *,
    kinds: tuple[DueKind, ...] = ASKED,
    unprepared: Mapping[str, date | None] | None = None,
    raised: Mapping[str, date] | None = None,
    ahead: int = 0,
) -> tuple[Due, ...]:
    """What is due on `day`, of the `kinds` asked for and in their order, the longest due first;
    of talks to prepare the one whose day comes first, then the one asked longest ago.

    Due are

    - a promise, mine or to me, that is neither done nor dropped and whose newest date is
      here;
    - a talk whose date is here, or went by without it being held; one that was held and
      not debriefed; one with a follow-up whose day is here and that was not done; one
      without a date, from day 14, 28, 42 … since it was added until it was raised;
    - a talk to prepare: not held, not fully prepared, and nothing asked for it yesterday
      or today;
    - a plan for `day` or the day before that has no outcome.

    Everything is as of `day`: what was done, moved or added later has not happened yet.
    A talk closed or let go is never due.

    `unprepared` holds the ids of talks that are not fully prepared, each with the day a
    preparing question was last asked. `raised` holds for a talk's id the day on which
    somebody was last asked whether to hold it, hand it over or let it go. `ahead` counts
    days: what falls due within so many days after `day` is given too.
    """
    until = day + timedelta(days=ahead)
    found: list[Due] = []
    for kind in kinds:
        if kind == "plan":
            group = list(_plans(day, plans))
        elif kind == "promise":
            group = list(_promises(day, until, promises))
        elif kind == "talk":
            group = list(_talks(day, until, talks, raised or {}))
        else:
            found += _to_prepare(day, talks, unprepared or {})
            continue
        group.sort(key=lambda due: due.on)
        found += group
    return tuple(found)


def _plans(day: date, plans: Iterable[Plan]) -> Iterator[Due]:
    for plan in plans:
        if plan.outcome is None and 0 <= (day - plan.for_).days <= 1:
            yield Due("plan", "", plan.for_, plan)


def _promises(day: date, until: date, promises: Iterable[Promise]) -> Iterator[Due]:
    for promise in promises:
        made = promise.made is None or promise.made <= day
        if not made or _by(day, promise.done) or _by(day, promise.dropped):
            continue
        standing = _promised_for(day, promise)
        if standing <= until:
            yield Due("promise", "", standing, promise)


def _promised_for(day: date, promise: Promise) -> date:
    """The date that stood on `day`: that of the newest move made by then, agreed or not."""
    standing = promise.due
    for move in promise.moved:
        if move.on <= day:
            standing = move.to
    return standing


def _talks(
    day: date, until: date, talks: Iterable[Talk], raised: Mapping[str, date]
) -> Iterator[Due]:
    for talk in talks:
        if not _is_open(day, talk):
            continue
        if _by(day, talk.held):
            yield from _after(day, until, talk)
        else:
            yield from _before(day, until, talk, raised.get(talk.id))


def _after(day: date, until: date, talk: Talk) -> Iterator[Due]:
    if talk.held is not None and not _by(day, talk.debriefed):
        yield Due("talk", "debrief", talk.held, talk)
    for follow_up in _agreed_by(day, talk):
        if follow_up.due <= until and not _by(day, follow_up.done):
            yield Due("talk", "follow-up", follow_up.due, talk)


def _agreed_by(day: date, talk: Talk) -> Iterator[FollowUp]:
    """The follow-ups agreed by `day`: the first as the debrief ends, the next as one looks back."""
    if talk.debriefed is not None and talk.debriefed > day:
        return
    for follow_up in talk.follow_ups:
        yield follow_up
        if follow_up.done is not None and follow_up.done > day:
            return


def _before(day: date, until: date, talk: Talk, raised: date | None) -> Iterator[Due]:
    if talk.date is None:
        fortnight = _open_fortnight(day, talk.added, raised)
        if fortnight <= until:
            yield Due("talk", "waiting", fortnight, talk)
        return
    # A date that a later move left is the one that stood on `day`.
    planned = next((move.from_ for move in talk.moved if move.on > day), talk.date)
    if planned <= until:
        yield Due("talk", "passed" if planned < day else "hold", planned, talk)


def _open_fortnight(day: date, added: date, raised: date | None) -> date:
    """The latest day 14, 28, 42 … since `added` that is not raised yet, else the next one."""
    last = added + timedelta(days=(day - added).days // _A_FORTNIGHT * _A_FORTNIGHT)
    if last > added and (raised is None or raised < last):
        return last
    return last + timedelta(days=_A_FORTNIGHT)


def _to_prepare(
    day: date, talks: Iterable[Talk], unprepared: Mapping[str, date | None]
) -> list[Due]:
    found: list[tuple[date, date, Due]] = []
    for talk in talks:
        if talk.id not in unprepared or not _is_open(day, talk) or _by(day, talk.held):
            continue
        asked = unprepared[talk.id]
        if asked is None or (day - asked).days >= _EVERY_SECOND_EVENING:
            # By its age alone two old talks would take every evening from the one of tomorrow.
            to_come = talk.date if talk.date is not None and talk.date >= day else date.max
            due = Due("prepare", "prepare", talk.added, talk)
            found.append((to_come, asked or date.min, due))
    found.sort(key=lambda one: (one[0], one[1], one[2].on))
    return [due for _, _, due in found]


def _is_open(day: date, talk: Talk) -> bool:
    return talk.added <= day and not _by(day, talk.closed) and not _by(day, talk.let_go)


def _by(day: date, happened: date | None) -> bool:
    return happened is not None and happened <= day
