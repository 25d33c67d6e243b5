"""A promise: who said what to whom, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from collab.domain.frozen import frozen, replace
from collab.domain.periods import said_day, spoken_with_year
from collab.errors import AlreadyEnded, BeforeItBegan, DayIsOver, SameDay, StillToCome

Side = Literal["mine", "theirs"]
SIDES: tuple[Side, ...] = ("mine", "theirs")
MOST_OPEN = 5
"""So many open promises of one's own are watched at once; with one more it is asked which goes."""


@frozen
class PromiseMove:
    """On `on` the promise's date went from `from_` to `to`, agreed with the other or not."""

    on: date
    from_: date
    to: date
    agreed: bool


@frozen
class Promise:
    """`due` is the first date; `moved` says how it changed. `entry` is where it was made."""

    id: str
    side: Side
    who: str | None = None
    what: str
    made: date | None = None
    due: date
    moved: tuple[PromiseMove, ...] = ()
    done: date | None = None
    dropped: date | None = None
    reason: str | None = None
    entry: str | None = None

    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.done is None and self.dropped is None

    def counting_date(self) -> date:
        """The date that counts.

        `due`, moved on by each move that was agreed and made on or before the date it
        left. A move made too late or not agreed leaves the old date standing.
        """
        return self.counting_dates()[-1]

    def counting_dates(self) -> tuple[date, ...]:
        """`due` and each date that came to count after it; the last one does now."""
        dates = [self.due]
        for move in self.moved:
            # The date it left may be one nobody agreed to, which buys no time.
            if move.agreed and move.on <= min(move.from_, dates[-1]):
                dates.append(move.to)
        return tuple(dates)

    def newest_date(self) -> date:
        """The date a reminder follows: that of the newest move, agreed or not."""
        return self.moved[-1].to if self.moved else self.due

    def is_late(self, day: date) -> bool:
        """Whether it is open and the date a reminder follows went by before `day`."""
        return self.is_open() and self.newest_date() < day

    def kept_on(self, day: date, *, today: date | None = None) -> Promise:
        """The promise as it is once it was kept on `day`, which is not after `today`.

        Raises `AlreadyEnded`, `StillToCome`, or `BeforeItBegan` for a day before the one
        it was made on.
        """
        self._refuse_if_ended()
        if today is not None and day > today:
            raise StillToCome(said_day(day, today))
        if self.made is not None and day < self.made:
            made = f"this promise was made on {said_day(self.made, today or day)}"
            raise BeforeItBegan(said_day(day, today or day), made)
        return replace(self, done=day)

    def in_time(self, today: date) -> date:
        """A day on which it was kept in time, if all that is known by `today` is that."""
        return max(min(self.newest_date(), today), self.made or date.min)

    def moved_to(self, day: date, *, on: date, agreed: bool) -> Promise:
        """The promise moved on the day `on` to `day`, `agreed` with the other or not.

        It leaves the date a reminder follows. Which date counts then, `counting_date` says.
        Raises `AlreadyEnded`, `DayIsOver` for a day before `on`, or `SameDay`.
        """
        self._refuse_if_ended()
        left = self.newest_date()
        if day < on:
            raise DayIsOver(said_day(day, on))
        if day == left:
            raise SameDay(said_day(day, on))
        move = PromiseMove(on=on, from_=left, to=day, agreed=agreed)
        return replace(self, moved=(*self.moved, move))

    def dropped_on(self, day: date, reason: str | None = None) -> Promise:
        """The promise as it is once it was dropped on `day`. Raises `AlreadyEnded`."""
        self._refuse_if_ended()
        return replace(self, dropped=day, reason=reason)

    def _refuse_if_ended(self) -> None:
        if self.done:
            raise AlreadyEnded("This promise was kept", spoken_with_year(self.done))
        if self.dropped:
            raise AlreadyEnded("This promise was dropped", spoken_with_year(self.dropped))


def one_too_many(promises: Iterable[Promise], side: Side) -> tuple[Promise, ...]:
    """The open ones of my own, of which one should go before there is one more.

    None of them if there is room, or if the new one is not of my `side`. In their order.
    """
    mine = tuple(one for one in promises if one.side == "mine" and one.is_open())
    return mine if side == "mine" and len(mine) >= MOST_OPEN else ()
