"""What a single value of a document may be, and the sentence when it is not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, TypeVar

from pydantic import BeforeValidator

from collab.domain.texts import clean, clean_line
from collab.domain.themes import THEME_IDS

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII
)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _typed(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("must be text")
    return clean(value)


def _typed_line(value: object) -> str | None:
    cleaned = _typed(value)
    return clean_line(cleaned) if cleaned else None


def _day(value: object) -> object:
    if value is None:
        return None
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("must be a day such as 2024-06-10")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("is no day of the calendar") from None


def _needed_day(value: object) -> object:
    if value is None:
        raise ValueError("is missing")
    return _day(value)


def _instant(value: object) -> object:
    if value is None:
        return None
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("must be an instant with offset, such as 2024-06-10T18:02:11+02:00")
    try:
        instant = datetime.fromisoformat(value.upper())
        instant.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("is no instant of the calendar") from None
    return instant


def _id(value: object) -> object:
    if value is None:
        return ""
    if not isinstance(value, str) or not ID.fullmatch(value) or "--" in value:
        raise ValueError("must be letters, digits, '.', '_' or '-', and never '--'")
    return value


def _week(value: object) -> object:
    if value is None:
        return None
    sentence = "must be an ISO week such as 2024-W24"
    found = _WEEK.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise ValueError(sentence)
    try:
        date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        raise ValueError(sentence) from None
    return value


def value_of(value: object) -> object:
    if value == "W" or (type(value) is int and 0 <= value <= 5):
        return value
    raise ValueError('must be 1 to 5, 0 (no occasion) or "W" (waited or gave way)')


def theme_of(value: object) -> object:
    if value not in THEME_IDS:
        raise ValueError("must be one of the nine themes: " + ", ".join(THEME_IDS))
    return value


Text = Annotated[str | None, BeforeValidator(_typed)]
Line = Annotated[str | None, BeforeValidator(_typed_line)]
Day = Annotated[date, BeforeValidator(_needed_day)]
MaybeDay = Annotated[date | None, BeforeValidator(_day)]
Instant = Annotated[datetime | None, BeforeValidator(_instant)]
Id = Annotated[str, BeforeValidator(_id)]
MaybeId = Annotated[
    str | None, BeforeValidator(lambda value: None if value is None else _id(value))
]
Theme = Annotated[str, BeforeValidator(theme_of)]


def _flag(value: object) -> object:
    return False if value is None else value


def _list(value: object) -> object:
    return [] if value is None else value


Flag = Annotated[bool, BeforeValidator(_flag)]
Item = TypeVar("Item")
Listed = Annotated[list[Item], BeforeValidator(_list)]
Week = Annotated[str | None, BeforeValidator(_week)]
