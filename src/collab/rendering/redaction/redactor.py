"""Takes out of texts who is named in them, how to reach anybody, and on which day it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from collab.rendering.redaction import patterns
from collab.rendering.redaction.dates import Found, dates_in, first_of_its_week
from collab.rendering.redaction.folding import Folded
from collab.rendering.redaction.labels import NAME, SOMEONE, Labels, as_compared, like_signs

_CONTACTS = (
    (patterns.LINK, "[link]"),
    (patterns.MAIL, "[e-mail]"),
)
_WORD = re.compile(r"(?<![\w@#])[^\W\d_][\w'\u2019\-]*")
_BEFORE_A_SENTENCE = re.compile(r"[.!?:;\n\u2026\"\u201c\u201e\u00ab(]")
_EVERYDAY = """
    a about after all an and another are as at because before both but by did do each first for
    from had has have he her here him his how i i'd i'll i'm i've if in instead is it it's its last
    later let maybe me my myself next no nobody not nothing now of on once one or our perhaps she
    since so some somebody someone than that that's the their them then there these they this those
    three to today tomorrow two until us was we we'll were what when where which while who why will
    with without yes yesterday yet you your monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    answer deeper plan
"""
"""Words that begin a sentence so often that nobody is asked about them."""
_BEHIND_AN_APOSTROPHE = frozenset({"s", "t", "d", "m", "ll", "re", "ve"})


class Redactor:
    """Redacts texts, and remembers what it put in the place of what.

    `own` are words of the user's own list. `week_starts_on` is 0 for Monday.

    A name that is an everyday word as well, such as "will", counts only with a capital or an
    "@", unless `own` has it: else no sentence could be read. What was left is counted in
    `left`.
    """

    def __init__(self, labels: Labels, own: Iterable[str] = (), week_starts_on: int = 0) -> None:
        self._labels = labels
        self._week_starts_on = week_starts_on
        own = frozenset(filter(None, map(as_compared, own)))
        names = labels.names()
        self._names = _any_of([*names, *own.difference(names)])
        self._only_with_a_capital = _everyday().intersection(names) - own
        self.replaced: Counter[tuple[str, str]] = Counter()
        self.left: Counter[str] = Counter()
        self._capitals: dict[str, bool] = {}
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

    def name(self, name: str) -> str:
        """What the person is called who is meant by a name that stands alone, or each of
        several; "" by none."""
        return " and ".join(
            self._one_name(one) for one in self._labels.several_in(name) if one.strip()
        )

    def _one_name(self, name: str) -> str:
        put = self._labels.of(as_compared(name)) or SOMEONE
        self.replaced[name, put] += 1
        return put

    def week(self, day: date) -> date:
        """The first day of the week that the day lies in."""
        return first_of_its_week(day, self._week_starts_on)

    def capitalised(self) -> tuple[str, ...]:
        """The words that were left, begin with a capital, and may be names: not those that
        have one only where a sentence begins, and none elsewhere."""
        return tuple(
            word
            for word, within in self._capitals.items()
            if within or word.casefold() not in self._small
        )

    def _found(self, folded: Folded, near: date) -> list[Found]:
        """What has to go, in order; where two overlap the first and longest, grown over both."""
        spans = []
        for start, end, put in self._matches(folded, near):
            spans.append(Found(*folded.span(start, end), put))
        spans.sort(key=lambda one: (one.start, -one.end))
        kept: list[Found] = []
        for span in spans:
            if kept and span.start < kept[-1].end:
                last = kept[-1]
                kept[-1] = last._replace(end=max(last.end, span.end))
            else:
                kept.append(span)
        return kept

    def _matches(self, folded: Folded, near: date) -> Iterator[Found]:
        text = folded.text
        for pattern, put in _CONTACTS:
            for match in pattern.finditer(text):
                yield Found(*match.span(), put)
        dates = list(dates_in(text, near, self._week_starts_on))
        yield from dates
        for match in patterns.PHONE.finditer(text):
            if not any(day.start <= match.start() < day.end for day in dates):
                yield Found(*match.span(), "[phone]")
        yield from self._names_in(folded)
        for match in patterns.MENTION.finditer(text):
            yield Found(*match.span(), SOMEONE)

    def _names_in(self, folded: Folded) -> Iterator[Found]:
        for match in self._names.finditer(like_signs(folded.text)) if self._names else ():
            name = " ".join(match[1].split())
            if name in self._only_with_a_capital and not match[0].startswith("@"):
                start, _ = folded.span(*match.span())
                if not folded.source[start].isupper():
                    self.left[name] += 1
                    continue
            yield Found(*match.span(), self._labels.of(name) or NAME)

    def _look_at_words(self, texts: Iterable[str]) -> None:
        text, last = ", ".join(texts), 0
        for match in _WORD.finditer(text):
            word = match[0].rstrip("'\u2019-")
            begins = last == 0 or _BEFORE_A_SENTENCE.search(text, last, match.start())
            last = match.end()
            if not word[0].isupper():
                self._small.add(word.casefold())
            elif word.casefold().replace("\u2019", "'") not in _everyday():
                self._capitals[word] = self._capitals.get(word, False) or not begins


@cache
def _everyday() -> frozenset[str]:
    return frozenset(_EVERYDAY.split())


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
    if name in _BEHIND_AN_APOSTROPHE:
        before += r"(?<![^\W_]')"  # the "s" of "Bo's" is nobody
    return f"{before}{inside}{behind}"


def _is_written_together(letter: str) -> bool:
    return letter.isalpha() and letter.upper() == letter.lower()
