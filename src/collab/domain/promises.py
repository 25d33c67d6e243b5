"""A promise: who said what to whom, by when, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from collab.domain.frozen import frozen

Side = Literal["mine", "theirs"]
SIDES: tuple[Side, ...] = ("mine", "theirs")


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
            if move.agreed and move.from_ == dates[-1] and move.on <= dates[-1]:
                dates.append(move.to)
        return tuple(dates)

    def newest_date(self) -> date:
        """The date a reminder follows: that of the newest move, agreed or not."""
        return self.moved[-1].to if self.moved else self.due
