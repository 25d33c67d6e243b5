"""Finds a person's names in texts: what names the person for certain, and what may.

A mention does for certain. A plain word that is one of the names may as well mean
something else (Will, Rose, Max), so it counts only where it is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from collab.domain.people import bare, folded, mention_spans, spans_of_several
from collab.domain.texts import UNSPACED

_SIGNS = "@#"
_BETWEEN_PARTS = r"[\s\-\u2010\u2011]+"
_SHORTEST_PART = 3
"""So many letters a part of a real name has at least to be looked for by itself."""


class Span(NamedTuple):
    """From and to in a text, in characters."""

    start: int
    end: int


class Names:
    """The names of one person, to be found in texts.

    `names` are those of the journal, `real_names` those behind them, which are looked for
    as plain words only, whole and in parts. `ticked` says for a text at which offsets a
    plain word is the person, too.
    """

    def __init__(
        self,
        names: Iterable[str],
        real_names: Iterable[str] = (),
        ticked: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        self._names = frozenset(map(folded, names))
        self._ticked = ticked or {}
        self._mentions: dict[str, tuple[Span, ...]] = {}
        self._plain_words: dict[str, tuple[Span, ...]] = {}
        words = {*self._names}
        for name in map(folded, real_names):
            parts = (*name.split(), *re.split(_BETWEEN_PARTS, name))
            words |= {name, *(part for part in parts if len(part) >= _SHORTEST_PART)}
        # The longest first, so that of two names one within the other the whole is found.
        self._words = sorted(words, key=lambda word: (-len(word), word))

    # A person's page needs neither of these two, and loading json would be felt there.

    @cached_property
    def _has_signs(self) -> bool:
        import json

        return any(json.dumps(word, ensure_ascii=False)[1:-1] != word for word in self._words)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_as_words, self._words)))

    def are(self, name: str) -> bool:
        """Whether `name`, with or without its "@", is one of these."""
        return folded(bare(name)) in self._names

    def among(self, who: str) -> tuple[Span, ...]:
        """Where the person stands in `who`, which says whom something is with: one person,
        or several."""
        if self.are(who):
            return (Span(0, len(who)),)
        several = (Span(*span) for span in spans_of_several(who))
        return tuple(span for span in several if self.are(who[span.start : span.end]))

    def may_stand_in(self, text: str) -> bool:
        """A quick look: False where none of the names can be."""
        looked_at = folded(text)
        return any(word in looked_at for word in self._words)

    def may_stand_in_json(self, document: str) -> bool:
        """The same for a JSON document, in which some signs are written in another way."""
        return self._has_signs or self.may_stand_in(document)

    def mentions(self, text: str) -> tuple[Span, ...]:
        """Where the person is mentioned in a text, the "@" included."""
        # A text stands in the history again and again.
        if text not in self._mentions:
            self._mentions[text] = tuple(self._mentions_in(text))
        return self._mentions[text]

    def first_mention(self, text: str) -> Span | None:
        """The first of these, looked for no further than that; None if there is none."""
        return next(self._mentions_in(text), None)

    def _mentions_in(self, text: str) -> Iterator[Span]:
        composed = _Aligned(text, lambda part: unicodedata.normalize("NFC", part))
        for start, end, name in mention_spans(composed.view):
            if folded(name) in self._names:
                yield _with_signs(text, composed.span(start, end))

    def plain_words(self, text: str) -> tuple[Span, ...]:
        """Where one of the names stands in a text as a plain word."""
        if text not in self._plain_words:
            aligned = _Aligned(text, folded)
            words = (aligned.span(*one.span()) for one in self._pattern.finditer(aligned.view))
            self._plain_words[text] = outside(words, self.mentions(text))
        return self._plain_words[text]

    def replaced(self, text: str, by: str, known: Sequence[Span] = ()) -> str:
        """The text with `by` in place of each mention, each word that was ticked, and what is
        `known` to be the person."""
        if not self.may_stand_in(text):
            return text
        ticked = self._ticked.get(text, frozenset())
        spans = [
            *known,
            *outside(self.mentions(text), known),
            *(span for span in outside(self.plain_words(text), known) if span.start in ticked),
        ]
        for span in sorted(spans, reverse=True):
            text = text[: span.start] + by + text[span.end :]
        return text


def outside(spans: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the spans that touch none of the others."""
    others = tuple(others)
    return tuple(
        span
        for span in spans
        if not any(span.start < one.end and one.start < span.end for one in others)
    )


def _with_signs(text: str, span: Span) -> Span:
    """The mention with every "@" and "#" right before it: "@@ana" is to become no mention."""
    start = span.start
    while start and text[start - 1] in _SIGNS:
        start -= 1
    return Span(start, span.end)


def _as_words(name: str) -> str:
    """A pattern that finds `name` as a word of its own, where its script sets words apart."""
    before = "" if re.match(UNSPACED, name) else r"(?<![^\W_])"
    after = "" if re.match(UNSPACED, name[-1:]) else r"(?![^\W_])"
    return f"{before}{re.escape(name)}{after}"


class _Aligned:
    """A text as `seen`, and where each of its letters stands in the text itself.

    A letter may take several characters there: "é" may be an "e" and an accent. In ASCII
    each is one character, folded or not.
    """

    def __init__(self, text: str, seen: Callable[[str], str]) -> None:
        self._starts: Sequence[int] = range(len(text))
        self._ends: Sequence[int] = range(1, len(text) + 1)
        if text.isascii():
            self.view = seen(text)
            return
        views, starts, ends = [], [], []
        for start, end in _letters(text):
            view = seen(text[start:end])
            views.append(view)
            starts += [start] * len(view)
            ends += [end] * len(view)
        self.view, self._starts, self._ends = "".join(views), starts, ends

    def span(self, start: int, end: int) -> Span:
        """Where what stands in the view from `start` to `end` stands in the text."""
        return Span(self._starts[start], self._ends[end - 1])


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """From and to of each letter with the marks that belong to it."""
    if unicodedata.is_normalized("NFC", text):
        yield from ((at, at + 1) for at in range(len(text)))
        return
    starts = [0]
    for at in range(1, len(text)):
        # Three are enough: no letter of any script is composed of more than four.
        before = text[max(starts[-1], at - 3) : at]
        if not _belongs(before, text[at]):
            starts.append(at)
    yield from pairwise([*starts, len(text)])


def _belongs(before: str, letter: str) -> bool:
    """Whether `letter` makes one with what stands before it, as accents and jamo do."""
    if unicodedata.combining(letter):
        return True
    composed = unicodedata.normalize("NFC", before + letter)
    return composed != unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", letter)
