"""What makes a prompt a good question: rules that warn, and never refuse.

Coaching guidance asks for open questions about something near in time that call for no
verdict, no excuse and no guess at who is a he or a she. The bundled prompts meet every
rule; a test holds them to it. A pack of the user's own is asked whatever its wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collab.domain.entries import STEPS
from collab.domain.prompts import Prompt

LONGEST = 160
MOST_QUESTION_MARKS = 2

_QUESTION_MARKS = "?？؟՞\u037e"
_OPEN = re.compile(r"\b(what|which|who|whose|whom|when|where|how)\b")
_CLOSED = re.compile(
    r"\W*(can't|shan't|won't|(am|is|are|was|were|be|do|does|did|have|has|had|can|could|may|might"
    r"|must|shall|should|will|would)(n't)?)\b"
)
_NEAR = re.compile(r"\b(today|tonight|tomorrow|this (morning|afternoon|evening|week)|next week)\b")
_VERDICT = re.compile(r"\b(why|should(n't)?|fail(s|ed|ing|ures?)?|wrong(ly|s)?|good|better)\b")
_GENDERED = re.compile(
    r"\b(s?he|him|his|himself|hers?|herself|(chair|gentle)?m[ae]n|(chair)?wom[ae]n|males?|females?"
    r"|boys?|girls?|guys?|lad(y|ies)|sir|madam|mrs?|ms|husbands?|wi(fe|ves)|mothers?|fathers?"
    r"|brothers?|sisters?|sons?|daughters?)\b"
)
_NEEDS_NO_TIME = ("setup", *STEPS)
"""Set-up is about any time; the questions of a talk are about that talk."""


def breaches(prompt: Prompt, language: str = "en") -> tuple[str, ...]:
    """One sentence for each rule that the prompt's words do not keep.

    `language` is that of its pack. The rules about words are about English ones; in any
    other language the length and the number of question marks remain.
    """
    english = language.lower().partition("-")[0] == "en"
    rules = (*_IN_ANY_LANGUAGE, *_IN_ENGLISH) if english else _IN_ANY_LANGUAGE
    return tuple(sentence for rule in rules for sentence in rule(prompt))


def _length(prompt: Prompt) -> Iterator[str]:
    for name, words in _parts(prompt):
        if len(words) > LONGEST:
            yield f"The {name} has {len(words)} characters; {LONGEST} are enough for a question."


def _question_marks(prompt: Prompt) -> Iterator[str]:
    for name, words in _parts(prompt):
        count = sum(words.count(mark) for mark in _QUESTION_MARKS)
        if count > MOST_QUESTION_MARKS:
            yield f"The {name} asks {count} questions; {MOST_QUESTION_MARKS} are the most."


def _open_question(prompt: Prompt) -> Iterator[str]:
    text = _plain(prompt.text)
    closed = _CLOSED.match(text)
    if closed:
        yield f"The text begins with '{closed.group(1)}', so that yes or no can answer it."
    if not _OPEN.search(text):
        yield "The text asks no open question: use what, which, who, when, where or how."


def _near_in_time(prompt: Prompt) -> Iterator[str]:
    if prompt.moment not in _NEEDS_NO_TIME and not _NEAR.search(_plain(prompt.text)):
        yield "The text names no time: say today, tomorrow or this week."


def _no_verdict(prompt: Prompt) -> Iterator[str]:
    for found in _VERDICT.finditer(_plain(prompt.text)):
        yield f"The text has the word '{found.group()}', which asks for a verdict or an excuse."


def _no_gender(prompt: Prompt) -> Iterator[str]:
    for name, words in _parts(prompt):
        for found in _GENDERED.finditer(_plain(words)):
            yield f"The {name} has the word '{found.group()}'; leave open who the person is."


def _parts(prompt: Prompt) -> tuple[tuple[str, str], ...]:
    return (("text", prompt.text), ("deeper question", prompt.deeper))


def _plain(words: str) -> str:
    return words.lower().replace("’", "'")


_Rule = Callable[[Prompt], Iterator[str]]
_IN_ANY_LANGUAGE: tuple[_Rule, ...] = (_length, _question_marks)
_IN_ENGLISH: tuple[_Rule, ...] = (_open_question, _near_in_time, _no_verdict, _no_gender)
