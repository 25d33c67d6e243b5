"""Entries one a line, as lists show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from collab.domain.coalition import Coalition
from collab.domain.entries import Answer, Entry
from collab.domain.periods import said_day
from collab.rendering.cells import length_of
from collab.rendering.entry_words import first_words
from collab.rendering.glyphs import Glyphs
from collab.rendering.plain import visible
from collab.rendering.wrapping import cut

_GAP = "  "
_LEAST_WORDS = 12
_NAMES_SHARE = 3
"""Names take at most this part of a line; more of them are cut."""
_NOBODY: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def listing(
    entries: Sequence[Entry],
    ends: Mapping[str, str],
    today: date,
    width: int,
    glyphs: Glyphs,
    beside: Mapping[str, tuple[str, ...]] = _NOBODY,
) -> list[str]:
    """A line for each entry: its day, its kind, the end of its id, and its first words.

    The names that `beside` has for an entry's id stand before its words. No line is wider
    than `width` cells.
    """
    days = [said_day(entry.day, today) for entry in entries]
    return _rows(entries, days, ends, width, glyphs, beside)


def last_named(around: Coalition, today: date, width: int, glyphs: Glyphs) -> list[str]:
    """Everybody around a subject with the last day on which they were named."""
    names = [in_one_line(name, width // 2, glyphs) for name, _ in around.last_named]
    room = max(map(length_of, names))
    days = [said_day(day, today) for _, day in around.last_named]
    rows = [f"  {_filled(name, room)}{_GAP}{day}" for name, day in zip(names, days, strict=True)]
    return ["Last named", *rows]


def of_one_day(
    entries: Sequence[Entry], ends: Mapping[str, str], width: int, glyphs: Glyphs
) -> list[str]:
    """As `listing`, with the time in place of the day."""
    times = [f"{one.written_at:%H:%M}" if one.written_at else "" for one in entries]
    return _rows(entries, times, ends, width, glyphs)


def numbered(answers: Sequence[Answer | Entry], width: int, glyphs: Glyphs) -> list[str]:
    """What can be starred on a page, with the number that names it."""
    return [
        f"{number:>3}  {_words(one.starred, words_of(one), width - 5, glyphs)}"
        for number, one in enumerate(answers, start=1)
    ]


def words_of(one: Answer | Entry) -> str:
    """The words that a star on an answer, or on the text of a page, stands for."""
    return one.words() if isinstance(one, Answer) else one.text or ""


def in_one_line(text: str, width: int, glyphs: Glyphs) -> str:
    """A text of the user's, safe and cut to one line."""
    return cut(" ".join(visible(text, glyphs.unicode).split()), width, glyphs.cut)


def _rows(
    entries: Sequence[Entry],
    when: Sequence[str],
    ends: Mapping[str, str],
    width: int,
    glyphs: Glyphs,
    beside: Mapping[str, tuple[str, ...]] = _NOBODY,
) -> list[str]:
    names = [
        in_one_line(", ".join(beside.get(entry.id, ())), width // _NAMES_SHARE, glyphs)
        for entry in entries
    ]
    columns = (when, [entry.kind for entry in entries], [ends[entry.id] for entry in entries])
    widths = [max(map(len, column), default=0) for column in columns]
    rows = []
    names_room = max(map(length_of, names), default=0)
    for entry, named, *cells in zip(entries, names, *columns, strict=True):
        front = _GAP.join(cell.ljust(room) for cell, room in zip(cells, widths, strict=True))
        if names_room:
            front += _GAP + _filled(named, names_room)
        room = max(width - length_of(front) - len(_GAP), _LEAST_WORDS)
        starred = entry.starred or any(answer.starred for answer in entry.answers)
        rows.append(front + _GAP + _words(starred, first_words(entry), room, glyphs))
    return rows


def _filled(text: str, width: int) -> str:
    """The text with spaces behind it up to `width` cells."""
    return text + " " * (width - length_of(text))


def _words(starred: bool, text: str, width: int, glyphs: Glyphs) -> str:
    star = "* " if starred else ""
    return star + in_one_line(text, width - len(star), glyphs)
