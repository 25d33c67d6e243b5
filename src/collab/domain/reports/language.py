"""Language signal: how often "we" and "I" stand in the writer's own English prose.

A word count and no more: whose words mean what is not for a program to say. Shares are
compared only with the writer's own past and only called different if their 95% ranges
(Wilson) do not overlap.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from fractions import Fraction

from collab.domain.entries import Entry
from collab.domain.frozen import frozen
from collab.domain.reports.phrases import counted, of_period
from collab.domain.reports.report import LanguageFigures, Line, Says
from collab.domain.reports.window import Window
from collab.domain.trends import shown, wilson_95

WORDS_NEEDED = 150
PRONOUNS_NEEDED = 20
USUAL_PRONOUNS_NEEDED = 60
TOO_LITTLE = "too little text"

WE_WORDS = frozenset(
    ("we", "us", "our", "ours", "ourselves", "let's", "we're", "we've", "we'd", "we'll")
)
I_WORDS = frozenset(("i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll"))
_COUNTRY = "US"

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇´′", "'"))
# Compiled when first used: most reports count nothing.
_NOT_PROSE = r"""(?xi)
      "[^"]*" | “[^“”]*” | „[^„“]*“ | «[^«»]*»      # what others said
    | `[^`]*`
    | https?://\S+ | \bwww\.\S+
    | (?<![\w.+-])[\w.+-]+@[\w.-]*\w                # an e-mail address
    | @[^\W\d_](?:[\w.-]*\w)?                       # a name
    | \bi\.e\b\.?
    """
_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"


@frozen
class WordCount:
    """`we` and `i` count the two kinds of pronouns among `words` words."""

    words: int = 0
    i: int = 0
    we: int = 0

    @property
    def pronouns(self) -> int:
        return self.we + self.i

    def is_enough(self) -> bool:
        """Whether there is enough text for a share."""
        return self.words >= WORDS_NEEDED and self.pronouns >= PRONOUNS_NEEDED

    def __add__(self, other: WordCount) -> WordCount:
        return WordCount(words=self.words + other.words, i=self.i + other.i, we=self.we + other.we)


def language_of(window: Window, language: str) -> LanguageFigures:
    """The counts of the period, if the setting `language` is "en"; nothing if it is "off"."""
    if language == "off":
        return LanguageFigures(words=0, i=0, we=0, says=())
    if language != "en":
        says = (Line("off", "word lists exist for English only"),)
        return LanguageFigures(words=0, i=0, we=0, says=says)
    now = _count(window.entries)
    counts = Line(of_period(window), _counts(now))
    beside = _compared(now, _count(window.usual_entries)) if window.is_week() else ()
    return LanguageFigures(words=now.words, i=now.i, we=now.we, says=(counts, *beside))


def count_words(text: str) -> WordCount:
    """The words of one text of the writer's, without quotations, code, addresses and names.

    A quotation mark that is left open drops nothing.
    """
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    words = re.findall(_WORD, re.sub(_NOT_PROSE, " ", plain))
    folded = [word.casefold() for word in words if word != _COUNTRY]
    return WordCount(
        words=len(words),
        i=sum(word in I_WORDS for word in folded),
        we=sum(word in WE_WORDS for word in folded),
    )


def _count(entries: Iterable[Entry]) -> WordCount:
    return sum((count_words(text) for text in _prose(entries)), WordCount())


def _prose(entries: Iterable[Entry]) -> Iterator[str]:
    """What counts as the writer's prose: no answers about talks, no outside views, no imports."""
    for entry in entries:
        if entry.imported_from or entry.kind == "talk":
            continue
        if entry.text and not entry.outside:
            yield entry.text
        for answer in entry.answers:
            if not (answer.talk or answer.outside):
                yield from answer.texts()
        for rating in entry.ratings:
            if rating.deeper_text:
                yield rating.deeper_text
        if entry.plan:
            yield from entry.plan.texts()


def _counts(now: WordCount) -> str:
    text = f"we-words {now.we}, I-words {now.i} in {counted(now.words, 'word')}"
    return f"{text}; {_share(now)}" if now.is_enough() else text


def _compared(now: WordCount, usual: WordCount) -> Says:
    """A week's count beside that of the 28 days before it."""
    if not now.is_enough():
        too_little = (
            f"{TOO_LITTLE} ({now.pronouns} of {PRONOUNS_NEEDED} pronouns,"
            f" {now.words} of {WORDS_NEEDED} words)"
        )
        return (Line("compared", too_little),)
    if usual.pronouns < USUAL_PRONOUNS_NEEDED:
        so_far = f"{usual.pronouns} of {USUAL_PRONOUNS_NEEDED} pronouns in the last 4 weeks"
        return (Line("compared", f"no usual yet ({so_far})"),)
    return (
        Line("usual", f"{_share(usual)} (n={usual.pronouns})"),
        Line("compared", _comparison(now, usual)),
    )


def _comparison(now: WordCount, usual: WordCount) -> str:
    low, high = wilson_95(now.we, now.pronouns)
    usual_low, usual_high = wilson_95(usual.we, usual.pronouns)
    if low > usual_high:
        words = "more we-words than"
    elif high < usual_low:
        words = "fewer we-words than"
    else:
        words = "no clear difference from"
    ranges = f"{_percent(low)}-{_percent(high)}% and {_percent(usual_low)}-{_percent(usual_high)}%"
    return f"{words} your usual (95% ranges {ranges})"


def _share(count: WordCount) -> str:
    return f"{_percent(Fraction(count.we, count.pronouns))}% we"


def _percent(share: Fraction | float) -> str:
    return shown(share * 100, 0)
