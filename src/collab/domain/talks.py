"""A talk is a difficult conversation, from the first thought to the follow-up."""

from __future__ import annotations

import datetime
from typing import Literal

from collab.domain.frozen import frozen, replace
from collab.domain.periods import said_day, spoken_with_year
from collab.errors import AlreadyEnded, DayIsOver, NotHeldYet, SameDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

State = Literal["planned", "held", "debriefed", "follow-up due", "closed", "let go"]


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

    def last_looked_at(self) -> datetime.date:
        """The newest day of a follow-up that was done; the first of all days without one."""
        return max((one.done for one in self.follow_ups if one.done), default=datetime.date.min)

    def is_open(self) -> bool:
        """Whether it is neither closed nor let go."""
        return self.closed is None and self.let_go is None

    def state(self, day: datetime.date) -> State:
        """The furthest state of the talk, which stands here as it stood on `day`."""
        if self.let_go:
            return "let go"
        if self.closed:
            return "closed"
        if self.due_follow_ups(day):
            return "follow-up due"
        if self.debriefed:
            return "debriefed"
        return "held" if self.held else "planned"

    def set_for(self, day: datetime.date, *, on: datetime.date) -> Talk:
        """The talk with a date, set on the day `on`; leaving an earlier date is a move.

        Raises `AlreadyEnded` (held is the end of planning), `DayIsOver` for a day before
        `on`, or `SameDay`.
        """
        self._refuse_unless_planned()
        if day < on:
            raise DayIsOver(said_day(day, on))
        if day == self.date:
            raise SameDay(said_day(day, on))
        moved = (TalkMove(on=on, from_=self.date, to=day),) if self.date else ()
        return replace(self, date=day, moved=(*self.moved, *moved))

    def held_on(self, day: datetime.date) -> Talk:
        """The talk as it is once it was held on `day`. Raises `AlreadyEnded`."""
        self._refuse_unless_planned()
        return replace(self, held=day)

    def debriefed_on(self, day: datetime.date) -> Talk:
        """The talk as it is once it was debriefed on `day`; the first such day stays.

        Raises `NotHeldYet`.
        """
        self._refuse_unless_held()
        return replace(self, debriefed=self.debriefed or day)

    def to_follow_up(self, due: datetime.date, *, on: datetime.date) -> Talk:
        """The talk with a look back agreed for `due`, on the day `on`; one that was agreed
        before and is still to be done is for that day then.

        Raises `AlreadyEnded`, `NotHeldYet` or `DayIsOver`.
        """
        self._refuse_if_ended()
        self._refuse_unless_held()
        if due < on:
            raise DayIsOver(said_day(due, on))
        done = tuple(one for one in self.follow_ups if one.done)
        return replace(self, follow_ups=(*done, FollowUp(due=due)))

    def followed_up_on(self, day: datetime.date) -> Talk:
        """The talk as it is once it was looked at again on `day`: what was due by then is
        done, or the next one if one looked earlier, or none was agreed.

        Raises `AlreadyEnded` or `NotHeldYet`.
        """
        self._refuse_if_ended()
        self._refuse_unless_held()
        waiting = sorted(one.due for one in self.follow_ups if one.done is None)
        due = {one for one in waiting if one <= day} or set(waiting[:1])
        looked_at = tuple(
            replace(one, done=day) if one.done is None and one.due in due else one
            for one in self.follow_ups
        )
        return replace(
            self, follow_ups=looked_at if due else (*looked_at, FollowUp(due=day, done=day))
        )

    def once_asked(
        self, step: str | None, core: Iterable[str], asked: Mapping[str, datetime.date]
    ) -> Talk:
        """The talk debriefed, or followed up, on the day on which the last of the `core`
        questions of that `step` was asked; `asked` has the newest day of each.

        As it is where one was not asked yet (since the last look back), where it is over
        or was not held, and after any other step.
        """
        if not self.is_open() or self.held is None or step not in ("debrief", "follow-up"):
            return self
        since = self.last_looked_at() if step == "follow-up" else datetime.date.min
        days = [asked.get(one, datetime.date.min) for one in core]
        if not days or min(days) <= since:
            return self
        last = max(*days, self.held)
        return self.debriefed_on(last) if step == "debrief" else self.followed_up_on(last)

    def closed_on(self, day: datetime.date) -> Talk:
        """The talk closed on `day`. Raises `AlreadyEnded` or `NotHeldYet`."""
        self._refuse_if_ended()
        self._refuse_unless_held()
        return replace(self, closed=day)

    def with_hardness(self, was: int) -> Talk:
        """The talk with how hard it `was`, from 1 easy to 5 very hard."""
        return replace(self, was=was)

    def let_go_on(self, day: datetime.date, reason: str | None = None) -> Talk:
        """The talk let go on `day`, held or not; `reason` may say to whom it was handed over.

        Raises `AlreadyEnded`.
        """
        self._refuse_if_ended()
        return replace(self, let_go=day, reason=reason)

    def likely_held(self, today: datetime.date) -> datetime.date:
        """The day a talk that is over by `today` was held on: the one it was set for, if
        that is not to come; else `today`."""
        return self.date if self.date and self.date <= today else today

    def refuse_unless_open(self, *, held: bool) -> None:
        """Raise `AlreadyEnded` if it is over, also for being held where `held` is False;
        `NotHeldYet` where it is to be."""
        if held:
            self._refuse_if_ended()
            self._refuse_unless_held()
        else:
            self._refuse_unless_planned()

    def _refuse_unless_held(self) -> None:
        if self.held is None:
            raise NotHeldYet(self.who)

    def _refuse_unless_planned(self) -> None:
        self._refuse_if_ended()
        if self.held:
            raise AlreadyEnded("This talk was held", spoken_with_year(self.held))

    def _refuse_if_ended(self) -> None:
        if self.closed:
            raise AlreadyEnded("This talk was closed", spoken_with_year(self.closed))
        if self.let_go:
            raise AlreadyEnded("This talk was let go", spoken_with_year(self.let_go))
