"""The writer's usual: what the 28 days before the period hold, and how the period compares.

A difference gets its word only if there is enough on both sides; else the sentence says
how much there is and how much is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from collab.domain.frozen import frozen
from collab.domain.reports.phrases import counted
from collab.domain.reports.verdicts import Verdict
from collab.domain.reports.window import WEEK_DAYS, Window
from collab.domain.trends import Shift, shown, signed

COUNT_NEEDED = 12
WEEKS_NEEDED = 3
NOW_NEEDED = 4

NEEDED = f"{COUNT_NEEDED} in {WEEKS_NEEDED} weeks needed"


@frozen
class Thickness:
    """How much a baseline holds: `count` values in `weeks` of its four weeks."""

    count: int
    weeks: int

    def is_enough(self) -> bool:
        """Whether it may be called usual."""
        return self.count >= COUNT_NEEDED and self.weeks >= WEEKS_NEEDED

    def not_yet(self, noun: str) -> str:
        """Such as "not yet (5 ratings in 1 week; 12 in 3 weeks needed)"."""
        return f"not yet ({counted(self.count, noun)} in {counted(self.weeks, 'week')}; {NEEDED})"


def thickness(window: Window, days: Iterable[date]) -> Thickness:
    """That of a baseline with one value on each of `days`."""
    before = [day for day in days if window.is_usual(day)]
    weeks_back = {((window.period.first - day).days - 1) // WEEK_DAYS for day in before}
    return Thickness(count=len(before), weeks=len(weeks_back))


def comparison(shift: Shift, up: str, down: str) -> Verdict:
    """What is said of a difference; `up` and `down` are its words, such as "higher than"."""
    words = {1: up, -1: down, 0: "no clear difference from"}[shift.direction]
    difference, nap = signed(shift.difference), shown(shift.nap, 2)
    return Verdict(
        direction=shift.direction,
        text=f"{words} your usual (difference {difference}, NAP {nap})",
    )
