"""A talk is a difficult conversation, from the first thought to the follow-up."""

from __future__ import annotations

import datetime

from collab.domain.frozen import frozen


@frozen
class TalkMove:
    """On `on` the talk's date went from `from_` to `to`."""

    on: datetime.date
    from_: datetime.date
    to: datetime.date


@frozen
class FollowUp:
    """A look back agreed for `due`; `done` is the day it was looked at."""

    due: datetime.date
    done: datetime.date | None = None


@frozen
class Talk:
    """One talk with one person.

    `date` is the present date and `moved` how it came about. `debriefed` is the day the
    last core question of the debrief was answered or skipped. A talk ends closed or let
    go (with a `reason`, which also says to whom it was handed over). `expected` and
    `was` say how hard, from 1 easy to 5 very hard.
    """

    id: str
    who: str
    about: str | None = None
    added: datetime.date
    date: datetime.date | None = None
    held: datetime.date | None = None
    debriefed: datetime.date | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    moved: tuple[TalkMove, ...] = ()
    closed: datetime.date | None = None
    let_go: datetime.date | None = None
    reason: str | None = None
    expected: int | None = None
    was: int | None = None

    def due_follow_ups(self, day: datetime.date) -> tuple[FollowUp, ...]:
        """The follow-ups due up to `day` that were not looked at."""
        return tuple(one for one in self.follow_ups if one.due <= day and one.done is None)
