"""The questions of a weekly review that are answered in words, beside the week's facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from collab.commands.interview import Back, Given, Light
from collab.commands.steps.asking import Asking, Way
from collab.commands.steps.words import answer_on, ask_words, keep_words, take_off, texts_of
from collab.domain.periods import WEEKDAYS
from collab.domain.questions import Question
from collab.rendering.review_page import moments_to_choose, sides
from collab.rendering.session_page import Page, asked, note, own_words

if TYPE_CHECKING:
    from collab.domain.reports.words import Moment
    from collab.domain.review import Facts

STARRED = "starred"
GONE = "not starred: these words are no longer in the journal"

_NUMBER = re.compile(r"\s*#?([0-9]{1,3})[.)]?\s*")


def ask_moment(asking: Asking, question: Question) -> Way:
    """Ask for the week's moment: the number of a day's words, which stars them, or words."""
    moments = facts_of(asking).moments
    if not moments:
        return ask_words(asking, question, beside=False)
    listed = moments_to_choose(moments, asking.interview.columns, asking.glyphs)
    help_ = f"a number stars that answer for {_read_on(asking)}, or write · Enter skip"
    typed = ""
    while True:
        earlier = answer_on(asking.page_so_far(), question)
        texts = (typed,) if typed else texts_of(earlier, question)
        above: Page = [asked(question.text), *listed, note(help_), ""]
        outcome = asking.words(question.key, above, earlier=texts)
        if isinstance(outcome, Back | Light):
            return asking.left_for(outcome)
        if not isinstance(outcome, Given):
            if asking.again and earlier is None:
                return Way.ON
            return take_off(asking, question, "answers", earlier.id if earlier else None)
        number = _NUMBER.fullmatch(outcome.text)
        if number is None:
            if outcome.texts != texts_of(earlier, question):
                keep_words(asking, question, outcome, earlier, listed)
            return Way.ON
        if 1 <= int(number[1]) <= len(moments):
            saved = _star(asking, question, moments[int(number[1]) - 1])
            shown = [asked(question.text), *listed, "", own_words(outcome.text)]
            asking.remains(shown, [note(saved)])
            return Way.ON
        typed, help_ = outcome.text, f"a number from 1 to {len(moments)}, or words"


def ask_sides(asking: Asking, question: Question) -> Way:
    """Ask where acting alone, and where acting together, suited; beside the week's ratings."""
    facts = sides(facts_of(asking).ratings, asking.interview.columns)
    return ask_words(asking, question, beside=False, facts=facts)


def ask_told(asking: Asking, question: Question) -> Way:
    """Ask for another person's words, or whom to ask for them."""
    return ask_words(asking, question, beside=False)


def facts_of(asking: Asking) -> Facts:
    """What the review shows of its week."""
    assert asking.sat.facts, "only a review asks this"
    return asking.sat.facts


def _star(asking: Asking, question: Question, moment: Moment) -> str:
    """Star the words of a day, in place of those starred before; what to say about it."""
    stands = asking.keep.moment(question, moment, asking.starred)
    asking.starred = moment
    return f"{STARRED} · {asking.saved(question.key)}" if stands else GONE


def _read_on(asking: Asking) -> str:
    """When the report of the week is whole: the name of that day, if it is to come."""
    week, today = asking.sat.week, asking.session.today
    assert week
    return WEEKDAYS[week.last.weekday()] if week.first <= today < week.last else "the report"
