"""The one small grammar for the days and weeks that people type.

| typed | read as |
| --- | --- |
| `today` `yesterday` `tomorrow` | that day |
| `-3` `+2` | so many days before or after today |
| `3 days ago` `in 2 weeks` `a month ago` | counted from today; days, weeks, months, years |
| `mon` `monday` | looking back the latest one, today included; ahead the next one |
| `last friday` `next tue` | the nearest one before or after today, never today |
| `20 nov` `nov 20` | the nearest one in the direction looked in, today included |
| `20 nov 2026` `november 20, 2026` | that day |
| `wed 19 june` `Wednesday 12 June 2024` | as without the weekday, which must be right |
| `2026-11-20` | that day |
| `2026-W47` `this week` `last week` | a week, where a period is asked for |
| `2026` | that year, where a year is asked for |

Case, commas, extra spaces and the form of the minus do not matter. Figures in any other
order than year-month-day are never guessed at: `03/04` is refused with both readings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from collab.domain.days import days_from
from collab.domain.periods import (
    MONTHS,
    WEEKDAYS,
    Length,
    Period,
    period_around,
    spoken_long,
)
from collab.domain.texts import quotable
from collab.errors import (
    AmbiguousDay,
    BeyondCalendar,
    FutureDay,
    ImpossibleDay,
    ImpossibleWeek,
    UnknownDay,
    UnknownPeriod,
    WrongWeekday,
)

Looking = Literal["back", "ahead"]

# The Gregorian calendar repeats its leap days within eight years at most (1896 to 1904).
_LONGEST_WAIT_FOR_A_DATE = 8

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NAMED_WEEKS = {"last week": -7, "this week": 0}
_MINUSES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")


def _names(full: Sequence[str], also: Mapping[str, int]) -> dict[str, int]:
    """Each name in full and by its first three letters, with its place in `full`."""
    places = {name.lower(): place for place, name in enumerate(full)}
    return places | {name[:3]: place for name, place in places.items()} | dict(also)


_WEEKDAYS = _names(WEEKDAYS, {"tues": 1, "weds": 2, "thur": 3, "thurs": 3})
_MONTHS = _names(MONTHS, {"sept": 8})

_OFFSET = re.compile(r"[+-][0-9]{1,7}")
_DISTANCE = re.compile(r"(in )?([0-9]{1,7}|an?|one) (day|week|month|year)s?( ago)?")
_WEEKDAY = re.compile(r"(?:(last|next) )?([a-z]+)")
_DATED = (
    re.compile(
        r"(?:(?P<weekday>[a-z]+) )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
        r" (?P<month>[a-z]+)(?: (?P<year>[0-9]{4}))?"
    ),
    re.compile(
        r"(?:(?P<weekday>[a-z]+) )?(?P<month>[a-z]+) (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
        r"(?: (?P<year>[0-9]{4}))?"
    ),
)
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_WEEK = re.compile(r"([0-9]{4})-w([0-9]{1,2})")
_YEAR = re.compile(r"[0-9]{4}")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}|[0-9]{2})?)?")


def parse_day(typed: str, today: date, looking: Looking = "back") -> date:
    """The day that `typed` means on `today`, by the table above.

    `looking` decides where only a weekday or only a day and month were typed: "back" for
    pages, which are about days that were; "ahead" for dates by which something is due.
    A day in the future is read all the same; see `refuse_future`.

    Raises `UnknownDay`, `AmbiguousDay` (with both readings), `ImpossibleDay`,
    `WrongWeekday` or `BeyondCalendar`.
    """
    day = _day_meant(_plain(typed), today, looking)
    if day is None:
        raise UnknownDay(quotable(typed), ahead=looking == "ahead")
    return day


def parse_period(
    typed: str, today: date, week_starts_on: int = 0, length: Length = "week"
) -> Period:
    """The week, or the longer period, that `typed` means or that holds the day it means.

    Looks back. A named week such as `2026-W47` stands for its Thursday: the week it gives
    is the one that holds it whichever day weeks start on (see `week_of`), so that a label
    reads back as its own week. The year in it is the ISO year.

    Raises `UnknownPeriod` for words that mean nothing, `ImpossibleWeek`, and what
    `parse_day` raises about a day.
    """
    text = _plain(typed)
    if length == "year" and _YEAR.fullmatch(text):
        day = _existing(int(text), 1, 1)
    else:
        day = _day_within(text, today)
    if day is None:
        raise UnknownPeriod(quotable(typed))
    return period_around(day, week_starts_on, length)


def refuse_future(day: date, today: date) -> None:
    """Raise `FutureDay` if `day` lies after `today`."""
    if day > today:
        raise FutureDay(spoken_long(day))


def _plain(typed: str) -> str:
    return " ".join(typed.translate(_MINUSES).replace(",", " ").lower().split())


def _day_meant(text: str, today: date, looking: Looking) -> date | None:
    """The day meant, None if no form fits; a form that fits but fails raises."""
    return (
        _named_or_offset(text, today)
        or _at_a_distance(text, today)
        or _weekday(text, today, looking)
        or _dated(text, today, looking)
        or _in_figures(text, today, looking)
    )


def _day_within(text: str, today: date) -> date | None:
    """A day of the period meant, None if no form fits."""
    if text in _NAMED_WEEKS:
        return days_from(today, _NAMED_WEEKS[text])
    if week := _ISO_WEEK.fullmatch(text):
        return _thursday(int(week[1]), int(week[2]), text)
    return _day_meant(text, today, "back")


def _named_or_offset(text: str, today: date) -> date | None:
    if text in _NAMED:
        return days_from(today, _NAMED[text])
    return days_from(today, int(text)) if _OFFSET.fullmatch(text) else None


def _at_a_distance(text: str, today: date) -> date | None:
    """`in 3 days`, `a week ago`. A month from the 31st ends on a shorter month's last day."""
    form = _DISTANCE.fullmatch(text)
    if form is None or bool(form[1]) == bool(form[4]):
        return None
    count = (int(form[2]) if form[2].isdigit() else 1) * (1 if form[1] else -1)
    if form[3] in ("day", "week"):
        return days_from(today, count if form[3] == "day" else count * 7)
    from dateutil.relativedelta import relativedelta

    try:
        return today + relativedelta(months=count if form[3] == "month" else count * 12)
    except (ValueError, OverflowError):
        raise BeyondCalendar from None


def _weekday(text: str, today: date, looking: Looking) -> date | None:
    form = _WEEKDAY.fullmatch(text)
    if form is None or form[2] not in _WEEKDAYS:
        return None
    ahead = (_WEEKDAYS[form[2]] - today.weekday()) % 7
    if form[1] == "next" or (form[1] is None and looking == "ahead"):
        return days_from(today, ahead or 7)
    # A bare weekday is today when it is that day; "last" never is.
    return days_from(today, ahead - 7 if ahead or form[1] else 0)


def _dated(text: str, today: date, looking: Looking) -> date | None:
    for form in _DATED:
        fit = form.fullmatch(text)
        if fit is None or fit["month"] not in _MONTHS:
            continue
        if fit["weekday"] and fit["weekday"] not in _WEEKDAYS:
            continue
        number, month = int(fit["day"]), _MONTHS[fit["month"]] + 1
        day = (
            _existing(int(fit["year"]), month, number)
            if fit["year"]
            else _nearest(month, number, today, looking)
        )
        if day is None:
            raise ImpossibleDay(text)
        if fit["weekday"] and day.weekday() != _WEEKDAYS[fit["weekday"]]:
            raise WrongWeekday(text, spoken_long(day))
        return day
    return None


def _in_figures(text: str, today: date, looking: Looking) -> date | None:
    """An ISO date. Any other date in figures is refused with all that it can mean."""
    if iso := _ISO_DAY.fullmatch(text):
        day = _existing(int(iso[1]), int(iso[2]), int(iso[3]))
        if day is None:
            raise ImpossibleDay(text)
        return day
    if not (_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)):
        return None
    readings = [day.isoformat() for day in _readings(text, today, looking)]
    if not readings:
        raise ImpossibleDay(text)
    if len(readings) > 1:
        raise AmbiguousDay(text, *readings)
    raise UnknownDay(text, meant=readings[0])


def _readings(text: str, today: date, looking: Looking) -> list[date]:
    """The days, one or two, that figures can stand for, the earlier first."""
    if form := _YEAR_FIRST.fullmatch(text):
        year, month, number = (int(part) for part in form.groups())
        found = {_existing(year, month, number)}
    elif form := _YEAR_LAST.fullmatch(text):
        either, other, typed_year = int(form[1]), int(form[2]), form[3]
        orders = ((either, other), (other, either))
        if typed_year is None:
            found = {_nearest(month, number, today, looking) for month, number in orders}
        else:
            century = today.year // 100 * 100 if len(typed_year) == 2 else 0
            year = century + int(typed_year)
            found = {_existing(year, month, number) for month, number in orders}
    return sorted(day for day in found if day is not None)


def _existing(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _nearest(month: int, number: int, today: date, looking: Looking) -> date | None:
    """The nearest such date in the direction looked in, today included."""
    for away in range(_LONGEST_WAIT_FOR_A_DATE + 1):
        year = today.year + (away if looking == "ahead" else -away)
        day = _existing(year, month, number)
        if day is not None and (day >= today if looking == "ahead" else day <= today):
            return day
    return None


def _thursday(year: int, number: int, text: str) -> date:
    """The Thursday of an ISO week."""
    try:
        return date.fromisocalendar(year, number, 4)
    except ValueError:
        pass
    if not 1 <= year <= 9999:
        raise BeyondCalendar
    # 28 December always lies in the year's last ISO week.
    raise ImpossibleWeek(text.upper(), date(year, 12, 28).isocalendar().week)
