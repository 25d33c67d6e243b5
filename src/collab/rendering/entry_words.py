"""What an entry is called, wherever it is shown."""

from __future__ import annotations

from collab.domain.entries import Entry, Kind
from collab.domain.theme_ids import THEME_NAMES

_KIND_WORDS: dict[Kind, str] = {
    "morning": "Morning",
    "evening": "Evening",
    "week": "Weekly review",
    "talk": "Talk",
    "note": "Note",
}


def entry_heading(entry: Entry) -> str:
    """Such as "Evening, 18:02"; without the time where none is known."""
    words = _KIND_WORDS[entry.kind]
    if entry.light and entry.kind == "evening":
        words = "Light evening"
    if entry.week:
        words = f"{words} of {entry.week}"
    return f"{words}, {entry.written_at:%H:%M}" if entry.written_at else words


def first_words(entry: Entry) -> str:
    """What an entry begins with, so that one knows it again; ratings if it has no words."""
    if entry.text:
        return _said(entry.outside, entry.text)
    if entry.answers:
        return _said(entry.answers[0].outside, entry.answers[0].words())
    if entry.plan:
        return entry.plan.sentence()
    return ", ".join(f"{THEME_NAMES[rating.theme]} {rating.value}" for rating in entry.ratings)


def _said(outside: str | None, words: str) -> str:
    """Words of somebody else begin with who that is."""
    return f"{outside}: {words}" if outside else words
