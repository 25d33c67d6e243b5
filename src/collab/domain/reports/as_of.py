"""Talks and promises as they stood on a day: what came after it has not happened yet."""

from __future__ import annotations

from datetime import date

from collab.domain.frozen import replace
from collab.domain.promises import Promise
from collab.domain.talks import Talk


def talks_as_of(talks: tuple[Talk, ...], day: date) -> tuple[Talk, ...]:
    """The talks added up to `day`, each without what came later."""
    return tuple(_talk_as_of(talk, day) for talk in talks if talk.added <= day)


def promises_as_of(promises: tuple[Promise, ...], day: date) -> tuple[Promise, ...]:
    """The promises made up to `day` (or at an unknown time), each without what came later."""
    return tuple(
        _promise_as_of(promise, day)
        for promise in promises
        if promise.made is None or promise.made <= day
    )


def _talk_as_of(talk: Talk, day: date) -> Talk:
    to_come = [move for move in talk.moved if move.on > day]
    return replace(
        talk,
        date=to_come[0].from_ if to_come else talk.date,
        moved=tuple(move for move in talk.moved if move.on <= day),
        held=_by(talk.held, day),
        debriefed=_by(talk.debriefed, day),
        follow_ups=tuple(replace(one, done=_by(one.done, day)) for one in talk.follow_ups),
        closed=_by(talk.closed, day),
        let_go=_by(talk.let_go, day),
    )


def _promise_as_of(promise: Promise, day: date) -> Promise:
    return replace(
        promise,
        moved=tuple(move for move in promise.moved if move.on <= day),
        done=_by(promise.done, day),
        dropped=_by(promise.dropped, day),
    )


def _by(happened: date | None, day: date) -> date | None:
    return happened if happened and happened <= day else None
