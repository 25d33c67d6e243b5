"""The comments of a page: they carry what belongs to a record and is not its words.

`<!-- collab KIND key=value ... -->` stands on a line of its own. The keys are the field
names of the journal's JSON; what is false or absent is left out. Values hold no spaces:
whatever is free text is percent-encoded, lists are comma-separated.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal, get_args
from urllib.parse import quote, unquote

from collab.domain.entries import KINDS, STEPS
from collab.domain.themes import THEME_IDS
from collab.rendering.markdown.labels import one_line

PREFIX = "<!-- collab "
STANDS_BELOW = ""
"""The value of a key that a form leaves to a line below the comment."""

CommentKind = Literal["day", "entry", "answer", "deeper", "rating", "plan"]

_COMMENT = re.compile(r"<!-- collab +([a-z]+)((?: +[^\s=]+=\S*)*) *-->")
_ID = re.compile(r"(?!.*--)[A-Za-z0-9][A-Za-z0-9._-]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII)
_VERSION = re.compile(r"[1-9]\d{0,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a sort of value is written into a comment and read from it.

    `read` gives back what was written and raises ValueError for anything that is not
    `expected`, which completes the sentence "'key' takes ...".
    """

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    expected: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that was read: `values` holds only the keys that stood in it."""

    kind: CommentKind
    values: Mapping[str, Any]

    def fields(self, *left_out: str) -> dict[str, Any]:
        """The values under the names of the domain's attributes, without the keys `left_out`."""
        return {_attribute(key): value for key, value in self.values.items() if key not in left_out}


def _encoded(text: str) -> str:
    # Two hyphens in a row are kept out of comments: XML forbids them there.
    return quote(text, safe="").replace("--", "%2D%2D")


def _decoded(value: str) -> str:
    text = one_line(unquote(value, errors="strict").strip())
    if not text or "\0" in text:
        raise ValueError
    return text


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError
    return value


def _instant(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError
    instant.astimezone(UTC)
    return instant


def _day(value: str) -> date:
    if not _DAY.fullmatch(value):
        raise ValueError
    return date.fromisoformat(value)


def _week(value: str) -> str:
    match = _WEEK.fullmatch(value)
    if not match:
        raise ValueError
    date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return value


def _version(value: str) -> int:
    if not _VERSION.fullmatch(value):
        raise ValueError
    return int(value)


def _one_of(*words: str) -> Spelling:
    def read(value: str) -> str:
        if value not in words:
            raise ValueError
        return value

    return Spelling(str, read, f"one of {', '.join(words)}")


ID = Spelling(_encoded, _id, "an id of letters, digits and . _ -")
TEXT = Spelling(_encoded, _decoded, "percent-encoded text")
TEXT_OR_BELOW = Spelling(
    _encoded, lambda value: _decoded(value) if value else STANDS_BELOW, TEXT.expected
)
NAMES = Spelling(
    lambda names: ",".join(map(_encoded, names)),
    lambda value: tuple(map(_decoded, value.split(","))),
    "percent-encoded names with commas between them",
)
INSTANT = Spelling(
    datetime.isoformat, _instant, "a time with its offset, such as 2024-06-10T18:02:11+02:00"
)
DAY = Spelling(date.isoformat, _day, "a day such as 2024-06-10")
WEEK = Spelling(_encoded, _week, "a week such as 2024-W24")
FLAG = Spelling(lambda _: "true", {"true": True, "false": False}.__getitem__, "true or false")
NUMBER = Spelling(str, _version, "a whole number from 1 on")

KEYS: dict[CommentKind, dict[str, Spelling]] = {
    "day": {"date": DAY},
    "entry": {
        "id": ID,
        "kind": _one_of(*KINDS),
        "written_at": INSTANT,
        "light": FLAG,
        "starred": FLAG,
        "tags": NAMES,
        "people": NAMES,
        "week": WEEK,
        "outside": TEXT,
        "imported_from": TEXT,
        "quoted": FLAG,
    },
    "answer": {
        "id": ID,
        "prompt": ID,
        "theme": _one_of(*THEME_IDS, "any"),
        "talk": ID,
        "step": _one_of(*STEPS),
        "outside": TEXT_OR_BELOW,
        "starred": FLAG,
        "at": INSTANT,
        "question": TEXT,
        "if": TEXT,
        "then": TEXT,
        "deeper_question": TEXT,
        "quoted": FLAG,
    },
    "deeper": {"deeper_question": TEXT, "quoted": FLAG},
    "rating": {
        "id": ID,
        "theme": _one_of(*THEME_IDS),
        "scale_version": NUMBER,
        "late": FLAG,
        "rated_at": INSTANT,
        "deeper_question": TEXT,
    },
    "plan": {"id": ID, "prompt": ID, "for": DAY, "outcome_at": INSTANT, "question": TEXT},
}
"""Every key a comment may hold, in the order in which they are written."""

_SAID_BY_THE_PAGE = {"question", "if", "then", "deeper_question", "quoted"}


def carried(kind: CommentKind, record: object) -> dict[str, Any]:
    """What of `record` only its comment can tell: all but what stands in the page's words."""
    return {
        key: getattr(record, _attribute(key)) or None
        for key in KEYS[kind]
        if key not in _SAID_BY_THE_PAGE
    }


def written(kind: CommentKind, values: Mapping[str, Any]) -> str:
    """The comment's line. What is false or absent in `values` is left out."""
    pairs = (
        f"{key}={spelling.write(values[key])} "
        for key, spelling in KEYS[kind].items()
        if values.get(key, None) not in (None, False)
    )
    return f"{PREFIX}{kind} {''.join(pairs)}-->"


def read(line: str) -> Comment:
    """The comment in `line`, which holds nothing else.

    Raises ValueError with a sentence of what is wrong.
    """
    match = _COMMENT.fullmatch(line.strip(" \t"))
    if not match:
        raise ValueError("this comment of collab cannot be read.")
    kind = next((kind for kind in get_args(CommentKind) if kind == match[1]), None)
    if kind is None:
        raise ValueError(f"a comment of collab cannot be '{match[1]}'.")
    values: dict[str, Any] = {}
    for pair in match[2].split():
        key, _, value = pair.partition("=")
        if key in values:
            raise ValueError(f"'{key}' stands twice in this comment.")
        values[key] = _value(kind, key, value)
    return Comment(kind, values)


def _value(kind: CommentKind, key: str, value: str) -> Any:
    spelling = KEYS[kind].get(key)
    if spelling is None:
        raise ValueError(f"'{key}' is no key of this comment.")
    try:
        return spelling.read(value)
    except (ValueError, KeyError, OverflowError):
        raise ValueError(f"'{key}' in this comment takes {spelling.expected}.") from None


def _attribute(key: str) -> str:
    return f"{key}_" if keyword.iskeyword(key) else key
