"""Full-text search over everything that was typed, newest first.

The index's own key is the day followed by a counter, so that "newest first" is the
order in which SQLite reads it anyway and ten hits cost the same in the tenth year.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTER_BITS = 24
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record whose texts hold what was looked for: `kind` is "entries", "talks" or
    "promises", `record` its id, `day` its day, `text` all its texts, a line each."""

    kind: str
    record: str
    day: date
    text: str


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
    # NUL would end the text for SQLite's own functions; entries never hold one.
    db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", [key, "\n".join(texts)])


def _next_key(db: Database, day: date) -> int:
    first = day.toordinal() << _COUNTER_BITS
    last = db.execute(
        "SELECT max(pk) FROM search_places WHERE pk >= ? AND pk < ?",
        [first, first + (1 << _COUNTER_BITS)],
    ).fetchone()[0]
    return first if last is None else int(last) + 1


def find(connection: sqlite3.Connection, typed: str, limit: int | None = 20) -> list[Hit]:
    """The records that hold every word of `typed`, newest first.

    A word is found at the beginning of a word; "words in quotes" are found as they
    stand together. Letters are compared without case and accents. Where words cannot be
    told apart (Chinese, Japanese, Thai …) or nothing but signs was typed, the typed
    text is looked for as it stands. Any text is safe; empty text finds nothing.
    """
    typed = unicodedata.normalize("NFC", typed).replace("\0", " ").strip()
    if not typed:
        return []
    query = _query(typed)
    if query is None or _UNSPACED.search(typed):
        condition, value = "search.text LIKE ? ESCAPE '\\'", _pattern(typed)
    else:
        condition, value = "search MATCH ?", query
    rows = connection.execute(
        "SELECT search.rowid AS key, search.text, p.kind, p.record FROM search"
        f" JOIN search_places AS p ON p.pk = search.rowid WHERE {condition}"
        " ORDER BY search.rowid DESC LIMIT ?",
        [value, -1 if limit is None else limit],
    )
    return [
        Hit(row["kind"], row["record"], date.fromordinal(row["key"] >> _COUNTER_BITS), row["text"])
        for row in rows
    ]


def _query(typed: str) -> str | None:
    """The typed words in the index's own language, each quoted; None without a word."""
    parts: list[str] = []
    for number, part in enumerate(typed.split('"')):
        phrase = number % 2 == 1
        for word in [part] if phrase else part.split():
            if any(letter.isalnum() for letter in word):
                parts.append(f'"{word}"' + ("" if phrase else "*"))
    return " ".join(parts) or None


def _pattern(typed: str) -> str:
    for sign in "\\%_":
        typed = typed.replace(sign, "\\" + sign)
    return f"%{typed}%"
