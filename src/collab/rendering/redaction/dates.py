"""Days as people write them in a text, and the week that takes the place of each.

What can be read in two ways becomes "[date]", so that neither reading is told. All look at
folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from collab.domain.periods import MONTHS, WEEKDAYS, spoken_week

DATE = "[date]"
_AROUND = 15
"""Days before and after a text in which a number with a weekday is looked for."""


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


def _names(full: tuple[str, ...], also: dict[str, int]) -> dict[str, int]:
    """Each name and its first three letters, with its place in `full`."""
    places = {name.lower(): place for place, name in enumerate(full)}
    return places | {name[:3]: place for name, place in places.items()} | also


_MONTH_NAMES = _names(MONTHS, {"sept": 8})
_WEEKDAY_NAMES = _names(WEEKDAYS, {"tues": 1, "weds": 2, "thur": 3, "thurs": 3})
_MONTH, _WEEKDAY = _any_of(_MONTH_NAMES), _any_of(_WEEKDAY_NAMES)
_TH = r"(?:st|nd|rd|th)"
_BEFORE = rf"(?:(?:{_WEEKDAY})\.?,?\s+(?:the\s+)?)?"
_YEAR = r"(?:,?[\s\-]+(?P<{}>\d{{4}}|['\u2019]\d\d))?(?![^\W_])"
_WRITTEN = re.compile(
    rf"(?<![^\W_])(?<!\d[.\-/]){_BEFORE}(?:"
    # 2026-11-18
    r"(?P<y1>\d{4})(?P<apart>[\-/.])(?P<m1>\d{1,2})(?P=apart)(?P<d1>\d{1,2})(?!\d)"
    # 18 Nov 2026, the 18th of November, 16 to 18 November
    rf"|(?:\d{{1,2}}(?:{_TH}|\.)?\s*(?:[\-\u2010-\u2015/&]|to|and)\s*{_BEFORE})?"
    rf"(?P<d2>\d{{1,2}})(?:{_TH}|\.)?[\s\-]+(?:of\s+)?(?P<m2>{_MONTH})(?![^\W_])\.?"
    rf"{_YEAR.format('y2')}"
    # November 18, 2026 and Nov 16-18
    rf"|(?P<m3>{_MONTH})\.?\s+(?:the\s+)?(?P<d3>\d{{1,2}}){_TH}?(?![\d:]|\.\d)"
    rf"(?:\s*[\-\u2010-\u2015]\s*\d{{1,2}}{_TH}?(?!\d))?{_YEAR.format('y3')}"
    # 18.11.2026 and 11/18/26
    r"|(?P<a>\d{1,2})(?P<between>\.\s?|[\-/])(?P<b>\d{1,2})(?P=between)"
    r"(?P<y4>\d{4}|\d\d)(?!\d|[.\-/]\d)"
    r")"
    # Wed 18
    rf"|(?<![^\W_])(?P<weekday>{_WEEKDAY})\.?,?\s+(?:the\s+)?(?P<d5>\d{{1,2}})(?P<th>{_TH})?"
    r"(?![\d:%]|[^\W_]|[.,]\d)"
)


class Found(NamedTuple):
    """From and to in a text, and what to put in the place of it."""

    start: int
    end: int
    put: str


def dates_in(text: str, near: date, week_starts_on: int) -> Iterator[Found]:
    """The dates in a text that was written around the day `near`.

    A year that is not said is the one that brings the date nearest to it.
    """
    for match in _WRITTEN.finditer(text):
        put = _put(match.groupdict(), near, week_starts_on)
        if put:
            yield Found(*match.span(), put)


def first_of_its_week(day: date, week_starts_on: int) -> date:
    """The first day of the week; the first of all days where that would lie before it."""
    return date.fromordinal(max(day.toordinal() - (day.weekday() - week_starts_on) % 7, 1))


def _put(parts: dict[str, str | None], near: date, week_starts_on: int) -> str | None:
    """What stands for a date, None if it is none after all."""
    if parts["weekday"]:
        day = _around(str(parts["weekday"]), int(str(parts["d5"])), near)
        if day is None:
            return DATE if parts["th"] else None
    else:
        day = _meant(parts, near)
    return f"[{spoken_week(first_of_its_week(day, week_starts_on))}]" if day else DATE


def _meant(parts: dict[str, str | None], near: date) -> date | None:
    """The one day that is meant, None where there is no such day, or two."""
    if parts["a"]:
        a, b, year = int(str(parts["a"])), int(str(parts["b"])), _year(str(parts["y4"]), near)
        days = {_existing(year, b, a), _existing(year, a, b)} - {None}
        return days.pop() if len(days) == 1 else None
    number = next(number for number in "123" if parts[f"d{number}"])
    day, month, typed = (str(parts[f"{part}{number}"] or "") for part in "dmy")
    in_year = int(month) if month.isdecimal() else _MONTH_NAMES[month] + 1
    if typed:
        return _existing(_year(typed, near), in_year, int(day))
    every = (_existing(near.year + more, in_year, int(day)) for more in (-1, 0, 1))
    return min(filter(None, every), key=lambda one: abs((one - near).days), default=None)


def _year(typed: str, near: date) -> int:
    """The year of its four figures, or of two in the century of `near`."""
    figures = typed.lstrip("'\u2019")
    return int(figures) + (near.year // 100 * 100 if len(figures) == 2 else 0)


def _around(weekday: str, number: int, near: date) -> date | None:
    """The day with this number that lies around `near`, if it is such a weekday."""
    for away in range(-_AROUND, _AROUND + 1):
        try:
            day = near + timedelta(days=away)
        except OverflowError:
            continue
        if day.day == number and day.weekday() == _WEEKDAY_NAMES[weekday]:
            return day
    return None


def _existing(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
