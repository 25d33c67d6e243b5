"""A text in the form in which two spellings of a name are equal, and the way back from it.

Case, Unicode's composed, decomposed and compatible forms, and signs that are never seen make
no difference here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_SELECTORS = frozenset(
    map(chr, (0x34F, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


class Folded:
    """`source` is the text in its composed form; `text` is what is searched in its place."""

    __slots__ = ("_ends", "_starts", "source", "text")

    def __init__(self, text: str) -> None:
        self.source = unicodedata.normalize("NFC", text)
        self._starts: list[int] = []
        self._ends: list[int] = []
        forms = []
        for start, end in _signs(self.source):
            form = _folded(self.source[start:end])
            forms.append(form)
            self._starts += [start] * len(form)
            self._ends += [end] * len(form)
        self.text = "".join(forms)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in `source` that stands which is `text[start:end]`, whole signs only."""
        return self._starts[start], self._ends[end - 1]


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """Each letter with the marks, and with what is never seen, behind it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _clings(text[place]):
            yield start, place
            start = place


def _clings(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _is_never_seen(character: str) -> bool:
    """Marks of direction, joiners, and the selectors that choose how a sign is drawn."""
    return unicodedata.category(character) == "Cf" or character in _SELECTORS


def _folded(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    seen = "".join(one for one in sign if not _is_never_seen(one))
    # Unicode's own "compatibility caseless match", with the two kinds of i as one.
    form = unicodedata.normalize("NFD", seen).casefold()
    form = unicodedata.normalize("NFKC", form).casefold()
    return unicodedata.normalize("NFKC", form).replace("i\u0307", "i").replace("\u0131", "i")
