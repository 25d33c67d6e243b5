"""Takes out of texts who is named in them, how to reach anybody, and on which day it was."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import count
from typing import NamedTuple

from collab.domain.people import Person
from collab.rendering.redaction import patterns
from collab.rendering.redaction.folding import Folded

NAME, SOMEONE = "[name]", "someone"
_CONTACTS = (
    (patterns.LINK, "[link]"),
    (patterns.MAIL, "[e-mail]"),
)
_WORD = re.compile(r"(?<![\w@#])[^\W\d_][\w'\u2019\-]*")
_PLAIN = """
    a about after all an and another are as at because before both but by did do each first for
    from had has have he her here his how i i'd i'll i'm i've if in instead is it it's its last
    later let maybe my next no nobody not nothing now of on once one or our perhaps she since so
    some somebody someone than that that's the their then there these they this those three to
    today tomorrow two until was we we'll were what when where which while who why will with
    without yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    answer deeper plan
"""
"""Words that begin a sentence so often that nobody is asked about them."""


class _Found(NamedTuple):
    start: int
    end: int
    put: str


class Labels:
    """Calls each person "report A" or "peer B", in one document always the same.

    `shuffle` mixes the letters, so that those of two documents have nothing to do with each
    other.
    """

    def __init__(
        self,
        people: Iterable[Person],
        others: Iterable[str],
        shuffle: Callable[[list[str]], object],
    ) -> None:
        self._persons: dict[str, tuple[str, str]] = {}
        for person in people:
            role = person.role if person.role not in (None, "other") else "person"
            for name in (person.name, *person.names):
                self._add(name, person.id, str(role))
        for name in others:
            self._add(name, f"@{Folded(name).text}", "person")
        self._free = _letters(shuffle)
        self._given: dict[str, str] = {}

    def names(self) -> list[str]:
        """Every name, folded."""
        return list(self._persons)

    def of(self, name: str) -> str:
        """What the person with this folded name is called."""
        person, role = self._persons[name]
        if person not in self._given:
            self._given[person] = f"{role} {next(self._free)}"
        return self._given[person]

    def _add(self, name: str, person: str, role: str) -> None:
        folded = _words(Folded(name.strip().lstrip("@")).text)
        if folded:
            self._persons.setdefault(folded, (person, role))


class Redactor:
    """Redacts texts, and remembers what it put in the place of what.

    `own` are words of the user's own list. `week_starts_on` is 0 for Monday.
    """

    def __init__(self, labels: Labels, own: Iterable[str] = (), week_starts_on: int = 0) -> None:
        self._labels = labels
        self._week_starts_on = week_starts_on
        listed = [_words(Folded(name).text) for name in own]
        self._own = frozenset(filter(None, listed)) - set(labels.names())
        self._names = _any_of([*labels.names(), *self._own])
        self.replaced: Counter[tuple[str, str]] = Counter()
        self._capitals: dict[str, None] = {}
        self._small: set[str] = set()

    def text(self, text: str, near: date, *, own_words: bool = True) -> str:
        """The text without names, addresses and days; `near` is a day it was written around.

        `own_words` says that the user typed it, so that its capitals are looked at.
        """
        folded = Folded(text)
        pieces, done = [], 0
        for start, end, put in self._found(folded, near):
            pieces += [folded.source[done:start], put]
            self.replaced[folded.source[start:end], put] += 1
            done = end
        pieces.append(folded.source[done:])
        if own_words:
            self._look_at_words(pieces[::2])
        return "".join(pieces)

    def capitalised(self) -> tuple[str, ...]:
        """The words that were left, begin with a capital, and may be names."""
        return tuple(word for word in self._capitals if word.casefold() not in self._small)

    def _found(self, folded: Folded, near: date) -> list[_Found]:
        """What has to go, in order; where two overlap the first and longest, grown over both."""
        spans = []
        for match, put in self._matches(folded.text, near):
            spans.append(_Found(*folded.span(match.start(), match.end()), put))
        spans.sort(key=lambda one: (one.start, -one.end))
        kept: list[_Found] = []
        for span in spans:
            if kept and span.start < kept[-1].end:
                last = kept[-1]
                kept[-1] = last._replace(end=max(last.end, span.end))
            else:
                kept.append(span)
        return kept

    def _matches(self, text: str, near: date) -> Iterator[tuple[re.Match[str], str]]:
        for pattern, put in _CONTACTS:
            for match in pattern.finditer(text):
                yield match, put
        dates = []
        for match in patterns.DATE.finditer(text):
            dates.append(match.span())
            yield match, patterns.week_of_date(match, near, self._week_starts_on)
        for match in patterns.PHONE.finditer(text):
            if not any(start <= match.start() < end for start, end in dates):
                yield match, "[phone]"
        for match in self._names.finditer(text) if self._names else ():
            yield match, self._called(_words(match[1]))
        for match in patterns.MENTION.finditer(text):
            yield match, SOMEONE

    def _called(self, name: str) -> str:
        return NAME if name in self._own else self._labels.of(name)

    def _look_at_words(self, texts: Iterable[str]) -> None:
        for match in _WORD.finditer(" . ".join(texts)):
            word = match[0].rstrip("'\u2019-")
            if not word[0].isupper():
                self._small.add(word.casefold())
            elif word.casefold().replace("\u2019", "'") not in _plain_words():
                self._capitals.setdefault(word)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(_PLAIN.split())


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    """Finds any of these names, with or without "@"; the longest first."""
    if not names:
        return None
    ways = "|".join(_as_pattern(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"@?({ways})")


def _as_pattern(name: str) -> str:
    """The name as a word of its own; scripts without capitals may write words together."""
    inside = r"\s+".join(re.escape(part) for part in name.split())
    before = "" if _is_written_together(name[0]) else r"(?<![^\W_])"
    behind = "" if _is_written_together(name[-1]) else r"(?![^\W_])"
    return f"{before}{inside}{behind}"


def _is_written_together(letter: str) -> bool:
    return letter.isalpha() and letter.upper() == letter.lower()


def _words(text: str) -> str:
    return " ".join(text.split())


def _letters(shuffle: Callable[[list[str]], object]) -> Iterator[str]:
    """A to Z, mixed, then A2 to Z2, mixed, and so on."""
    for round_ in count(1):
        letters = [f"{letter}{round_ if round_ > 1 else ''}" for letter in string.ascii_uppercase]
        shuffle(letters)
        yield from letters
