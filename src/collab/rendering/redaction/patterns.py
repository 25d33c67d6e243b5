"""What is taken out wherever it stands: addresses, numbers, dates. All look at folded text."""

from __future__ import annotations

import re
from datetime import date

from collab.domain.days import first_of_week
from collab.domain.periods import MONTHS, WEEKDAYS

_END = r"[^\s<>\".,;:!?)\]}'*_]"
_REST = rf"[^\s<>\"]*{_END}"
LINK = re.compile(
    rf"(?<![\w+.\-])[\w+.\-]*://{_REST}"
    rf"|(?<![^\W_])(?:www\.|mailto:|tel:){_REST}"
    rf"|(?<![^\W_])(?<!@)(?:[^\W_][\w\-]*\.){{1,8}}[a-z]{{2,}}(?:/{_REST}|:\d+)"
    r"|(?<![^\W_])(?<!@)(?:[^\W_][\w\-]*\.){1,8}(?:com|org|net|io|dev|app|eu|de|at|ch|fr|uk|edu|gov)(?![\w-])"
)
MAIL = re.compile(r"(?<![\w.+%'\-])[\w.+%'\-]+@[\w\-]+(?:\.[\w\-]+)+")
PHONE = re.compile(r"(?<![^\W_])\+?\(?\d(?:[ \u2010-\u2015().\-/]{0,3}\d){6,}(?![^\W_])")
MENTION = re.compile(r"@[^\W\d_](?:[\w.\-]*\w)?")

_MONTH = "|".join(
    sorted((form for name in MONTHS for form in (name.lower(), name[:3].lower())), reverse=True)
)
_WEEKDAY = "|".join(f"{name.lower()}|{name[:3].lower()}" for name in WEEKDAYS)
_YEAR = r"(?:,?\s+(?P<{}>\d{{4}}))?(?![^\W_])"
DATE = re.compile(
    rf"(?<![^\W_])(?:(?:{_WEEKDAY})\.?,?\s+)?(?:"
    r"(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?![^\W_])\.?{_YEAR.format('y2')}"
    rf"|(?P<m3>{_MONTH})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR.format('y3')}"
    r"|(?P<figures>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?!\d)"
    r")"
)
_OURS = re.compile(
    rf"(?:\b[Ww]eek of )?\b(?:{'|'.join(f'{name}|{name[:3]}' for name in WEEKDAYS)})"
    rf" (?P<d>\d{{1,2}}) (?P<m>{'|'.join(MONTHS)})(?: (?P<y>\d{{4}}))?\b"
)
"""How `spoken` and `spoken_long` write a day."""


def week_of_date(found: re.Match[str], near: date, week_starts_on: int) -> str:
    """The week that a date found by `DATE` lies in, such as "[week of 16 November 2026]".

    A year that is not said is the one that brings the date nearest to `near`.
    """
    parts = found.groupdict()
    for number in "123":
        if parts[f"d{number}"]:
            day, month, year = (parts[f"{part}{number}"] for part in "dmy")
            return f"[{_week(day, month, year, near, week_starts_on).strip('[]')}]"
    return "[date]"  # figures alone can be read in two ways


def days_to_weeks(text: str, near: date, week_starts_on: int) -> str:
    """A page of ours with each day it names by weekday and date turned into its week."""
    return _OURS.sub(
        lambda found: _capital(_week(found["d"], found["m"], found["y"], near, week_starts_on)),
        text,
    )


def week_words(day: date, week_starts_on: int) -> str:
    """Such as "week of 16 November 2026"."""
    first = first_of_week(day, week_starts_on)
    return f"week of {first.day} {MONTHS[first.month - 1]} {first.year:04}"


def _week(day: str, month: str, year: str | None, near: date, week_starts_on: int) -> str:
    number = int(month) if month.isdecimal() else _number_of(month)
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    days = []
    for one in years:
        try:
            days.append(date(one, number, int(day)))
        except ValueError:
            continue
    if not days:
        return "[date]"
    return week_words(min(days, key=lambda one: abs((one - near).days)), week_starts_on)


def _number_of(month: str) -> int:
    short = month[:3].lower()
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(short))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
