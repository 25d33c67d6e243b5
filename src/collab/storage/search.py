"""Full-text search over everything that was typed, newest first.

The index's own key is the day followed by a counter, so that "newest first" is the
order in which SQLite reads it anyway and ten hits cost the same in the tenth year.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.texts import UNSPACED

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTER_BITS = 24
_MOST_PARTS = 50
# Characters that Unicode leaves to programs for marks of their own.
_MARKS = ("\ufdd0", "\ufdd1")
_MARKED = f"highlight(search, 0, '{_MARKS[0]}', '{_MARKS[1]}') AS marked"


@dataclass(frozen=True, slots=True)
class Hit:
    """A record whose texts hold what was looked for: `kind` is "entries", "talks" or
    "promises", `record` its id, `day` its day, `text` all its texts, a line each.

    `places` are where it stands in `text`, from and to, in order.
    """

    kind: str
    record: str
    day: date
    text: str
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)


def put(db: Database, kind: str, record: str, day: str | None, texts: list[str]) -> None:
    """Make `texts` what can be found of this record; nothing if there are none."""
    place = db.execute(
        "SELECT pk FROM search_places WHERE kind = ? AND record = ?", [kind, record]
    ).fetchone()
    if place:
        db.execute("DELETE FROM search WHERE rowid = ?", [place[0]])
        db.execute("DELETE FROM search_places WHERE pk = ?", [place[0]])
    if not texts or day is None:
        return
    key = _next_key(db, date.fromisoformat(day))
    db.execute("INSERT INTO search_places (pk, kind, record) VALUES (?, ?, ?)", [key, kind, record])
    # Composed, so that letters look the same to the index however they were typed.
    text = unicodedata.normalize("NFC", "\n".join(texts))
    db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", [key, text])


def _next_key(db: Database, day: date) -> int:
    first = day.toordinal() << _COUNTER_BITS
    last = db.execute(
        "SELECT max(pk) FROM search_places WHERE pk >= ? AND pk < ?",
        [first, first + (1 << _COUNTER_BITS)],
    ).fetchone()[0]
    return first if last is None else int(last) + 1


def find(connection: sqlite3.Connection, typed: str, limit: int | None = 20) -> list[Hit]:
    """The records that hold every word of `typed`, newest first.

    A word is found at the beginning of a word, one that ends in a sign ("C++") as a whole
    word; "words in quotes" are found as they stand together. Letters are compared without
    case and accents. What holds nothing but signs, or letters of a script that sets no
    spaces (Chinese, Japanese, Thai …), is looked for as it stands, and so is a text of
    more than fifty words. Any text is safe; empty text finds nothing.
    """
    typed = _searchable(typed)
    parts = dict.fromkeys(_parts(typed))
    if not parts:
        return []
    words = [part for part in parts if _has_words(part[0])]
    pieces = [part for part, _ in parts if not _has_words(part)]
    if len(parts) > _MOST_PARTS:
        words, pieces = [], [typed]
    conditions = ["search MATCH ?"] * bool(words)
    conditions += ["instr(lower(search.text), lower(?))"] * len(pieces)
    query = [" AND ".join(_query(*word) for word in words)] if words else []
    rows = connection.execute(
        f"SELECT search.rowid AS key, search.text, {_MARKED}, p.kind, p.record FROM search"
        f" JOIN search_places AS p ON p.pk = search.rowid WHERE {' AND '.join(conditions)}"
        " ORDER BY search.rowid DESC LIMIT ?",
        [*query, *pieces, -1 if limit is None else limit],
    )
    return [
        Hit(
            row["kind"],
            row["record"],
            date.fromordinal(row["key"] >> _COUNTER_BITS),
            row["text"],
            tuple(_places_in(row, pieces)),
        )
        for row in rows
    ]


def is_empty(typed: str) -> bool:
    """Whether nothing was typed that could be looked for."""
    return not any(_parts(_searchable(typed)))


def _searchable(typed: str) -> str:
    # Bytes of the command line that are no text come as halves of surrogate pairs.
    typed = typed.encode(errors="replace").decode().replace("\0", " ")
    return unicodedata.normalize("NFC", typed).strip()


def _places_in(row: sqlite3.Row, pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Where what was looked for stands in a text, from and to, in order and apart."""
    places = [*_marked_places(row["text"], row["marked"])]
    for piece in pieces:
        found = re.finditer(re.escape(piece), row["text"], re.IGNORECASE)
        places += (place.span() for place in found)
    reached = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            yield start, end
            reached = end


def _marked_places(text: str, marked: str) -> Iterator[tuple[int, int]]:
    if any(mark in text for mark in _MARKS):
        return
    before, *others = marked.split(_MARKS[0])
    start = len(before)
    for other in others:
        found, _, behind = other.partition(_MARKS[1])
        yield start, start + len(found)
        start += len(found) + len(behind)


def _parts(typed: str) -> Iterator[tuple[str, bool]]:
    """The typed words, and the phrases in quotes; each says whether it is a phrase."""
    for number, part in enumerate(typed.split('"')):
        if number % 2 == 0:
            yield from ((word, False) for word in part.split())
        elif part.strip():
            yield part.strip(), True


def _has_words(part: str) -> bool:
    """Whether the index, which knows words, can find this."""
    return any(letter.isalnum() for letter in part) and (
        part.isascii() or not re.search(UNSPACED, part)
    )


def _query(part: str, phrase: bool) -> str:
    """One part in the index's own language; ß is also found as ss."""
    spellings = dict.fromkeys((part, part.replace("ß", "ss"), re.sub("(?i)ss", "ß", part)))
    beginning = "" if phrase or not part[-1].isalnum() else "*"
    return "(" + " OR ".join(f'"{spelling}"{beginning}' for spelling in spellings) + ")"
