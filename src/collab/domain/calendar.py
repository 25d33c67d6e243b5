"""The calendar of a year: on which days something was written, and how much.

It shows lengths and nothing else: no ratings, no days in a row, no count of what is not
there. A word is what stands between blanks in a text of the user's own; the words of
another person (an outside view) are not counted, nor are the questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from collab.domain.days import first_of_week
from collab.domain.periods import Period

UP_TO = (60, 150)
"""So many words make a short day, so many a middling one; more make a long one."""


class Piece(NamedTuple):
    """What was typed on a day, or on a page of it; `light`: with a light evening.

    A page without a text of the user's own, such as one of ratings, has an empty one.
    """

    day: date
    light: bool
    text: str


class WrittenDay(NamedTuple):
    """A day with a page. `light`: a page of it is a light evening."""

    day: date
    words: int
    light: bool

    def length(self) -> int:
        """0 for a short day, 1 for a middling one, 2 for a long one."""
        return sum(self.words > most for most in UP_TO)


class Calendar(NamedTuple):
    """The written days of a year in order, and the days the calendar spans.

    `weeks` are the first days of the weeks from the first written one to the last; in the
    running year to the present one. A week may begin in the year before. `last` is the
    last day that was: the present one, or that of the year.
    """

    first: date
    last: date
    days: tuple[WrittenDay, ...]
    weeks: tuple[date, ...]

    @property
    def year(self) -> int:
        return self.first.year

    def light(self) -> int:
        """How many of the written days are light."""
        return sum(day.light for day in self.days)


def calendar_of(
    year: Period, pieces: Iterable[Piece], today: date, week_starts_on: int = 0
) -> Calendar:
    """The calendar of `year` from everything written in it up to `today`, in any order.

    The texts are counted one by one and not kept.
    """
    words: dict[date, int] = {}
    light: set[date] = set()
    for piece in pieces:
        words[piece.day] = words.get(piece.day, 0) + len(piece.text.split())
        if piece.light:
            light.add(piece.day)
    days = tuple(WrittenDay(day, words[day], day in light) for day in sorted(words))
    weeks: tuple[date, ...] = ()
    if days:
        begin = first_of_week(days[0].day, week_starts_on)
        end = max(days[-1].day, today) if today in year else days[-1].day
        weeks = tuple(begin + timedelta(weeks=n) for n in range((end - begin).days // 7 + 1))
    return Calendar(year.first, min(year.last, today), days, weeks)
