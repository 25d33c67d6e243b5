"""What is shown before a person is forgotten: what would be changed, and what would not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collab.domain.forgetting import SOMEONE, PlainWord, Traces
from collab.domain.periods import said_day
from collab.rendering.glyphs import Glyphs
from collab.rendering.hits import around
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL

_COUNTED = (
    ("entries", "page", "pages"),
    ("answers", "answer", "answers"),
    ("ratings", "rating", "ratings"),
    ("plans", "plan", "plans"),
    ("talks", "talk", "talks"),
    ("promises", "promise", "promises"),
    ("drafts", "begun text", "begun texts"),
)
_LEAST_WORDS = 20


def preview(found: Traces, today: date, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """What becomes "someone", and the plain words that only do where they are chosen."""
    counts = [
        f"{found.records[table]} {one if found.records[table] == 1 else several}"
        for table, one, several in _COUNTED
        if found.records.get(table)
    ]
    counts.append(f"{found.versions} earlier version{'' if found.versions == 1 else 's'}")
    yield line((HEADING, f"{', '.join(found.names)}: to be forgotten"))
    yield line((LABEL, f"  becomes {SOMEONE}  "), f"in {', '.join(counts)}", hang=19)
    if not found.words:
        return
    yield line()
    yield line("Plain words, which may be the name or not. They stay unless you choose them:")
    wheres = [_where(word, today) for word in found.words]
    number_room, where_room = len(str(len(wheres))) + 2, max(map(len, wheres)) + 2
    for number, (word, where) in enumerate(zip(found.words, wheres, strict=True), start=1):
        front = f"{number:>{number_room}}  {where:<{where_room}}"
        room = max(width - len(front), _LEAST_WORDS)
        yield line(front, *around(word.text, [word.span], room, glyphs, marked=True))


def _where(word: PlainWord, today: date) -> str:
    if word.day is None:
        return word.place
    day = said_day(word.day, today)
    return day if word.place == "page" else f"{day}, {word.place}"
