"""A reminder: at which time, on which days of the week."""

from __future__ import annotations

import re

from collab.domain.frozen import frozen
from collab.domain.periods import WEEKDAYS
from collab.errors import UnknownTime, UnknownWeekdays

EVERY_DAY = tuple(range(7))
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
_SHORTEST = 3


@frozen
class Reminder:
    """`hour` 0 to 23, `minute` 0 to 59; `days` in order, Monday is 0, at least one."""

    hour: int
    minute: int
    days: tuple[int, ...] = EVERY_DAY

    def words(self) -> str:
        """ "at 18:15, Mon Tue Wed Thu Fri", or "at 18:15, every day"."""
        days = " ".join(WEEKDAYS[day][:_SHORTEST] for day in self.days)
        return f"at {self.hour:02}:{self.minute:02}, {'every day' if self.is_daily() else days}"

    def is_daily(self) -> bool:
        """Whether no day of the week is left out."""
        return self.days == EVERY_DAY


def reminder_of(time: str, days: str | None) -> Reminder:
    """The reminder for a typed time such as "18:15" and days such as "mon-fri" or "mon,thu".

    Without `days` it is for every day. Raises `UnknownTime` or `UnknownWeekdays`.
    """
    found = _TIME.fullmatch(time.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise UnknownTime(time)
    return Reminder(
        hour=int(found[1]),
        minute=int(found[2]),
        days=EVERY_DAY if days is None else _days_in(days),
    )


def _days_in(typed: str) -> tuple[int, ...]:
    """The days of "mon-fri" or "mon, wed fri"; a range may go over the end of the week."""
    chosen: set[int] = set()
    for part in re.sub(r"\s*-\s*", "-", typed.replace(",", " ")).split():
        first, _, last = part.partition("-")
        begin = _day(first, typed)
        end = _day(last, typed) if "-" in part else begin
        chosen.update((begin + ahead) % 7 for ahead in range((end - begin) % 7 + 1))
    if not chosen:
        raise UnknownWeekdays(typed)
    return tuple(sorted(chosen))


def _day(word: str, typed: str) -> int:
    wanted = word.lower()
    for number, name in enumerate(WEEKDAYS):
        if len(wanted) >= _SHORTEST and name.lower().startswith(wanted):
            return number
    raise UnknownWeekdays(typed)
