"""The rules of a good question, one by one."""

from __future__ import annotations

import pytest

from collab.domain.prompts import Moment, Prompt
from collab.domain.wording import breaches


def prompt(text: str, deeper: str = "", moment: Moment = "evening") -> Prompt:
    return Prompt(id="X-1", theme="any", moment=moment, text=text, deeper=deeper)


SOUND = {
    "what": "What happened today?",
    "whose, and a capital": "Whose success did your work touch today?",
    "a word in front": "For tonight: what can you put down?",
    "tomorrow": "Who could you ask tomorrow?",
    "this week": "Where did acting alone suit this week's situations?",
    "next week": "What is one thing you will try next week?",
    "160 characters": "What happened today " + "y" * 139 + "?",
    "two question marks": "What happened today? What came of it?",
    "a forbidden word within another": "What did you goodbye or whyever to today?",
    "a gendered word within another": "Which human theme, manager or history met today?",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_question_gets_no_warning(text: str) -> None:
    assert breaches(prompt(text)) == ()


BREACHES = {
    "161 characters": ("What came today " + "y" * 144 + "?", "has 161 characters"),
    "three question marks": ("What came today? What else? And?", "asks 3 questions"),
    "no question word": ("Name one moment of today.", "asks no open question"),
    "an auxiliary verb first": ("Did you know today what it was?", "begins with 'did'"),
    "a negated auxiliary verb": ("Didn't you know what came today?", "begins with 'didn't'"),
    "another apostrophe": ("Isn’t today what you wanted?", "begins with 'isn't'"),
    "won't": ("Won't you say today what it was?", "begins with 'won't'"),
    "no time": ("What did you do alone?", "names no time"),
    "why": ("Why and how did you act today?", "'why'"),
    "should": ("What should you do today?", "'should'"),
    "shouldn't": ("What shouldn't you do today?", "'shouldn't'"),
    "failed": ("What failed today?", "'failed'"),
    "wrong": ("What went wrong today?", "'wrong'"),
    "good": ("What was good today?", "'good'"),
    "better": ("What went Better today?", "'better'"),
    "he": ("What did he say today?", "'he'"),
    "women": ("What did the women say today?", "'women'"),
    "chairman": ("What did the chairman say today?", "'chairman'"),
}


@pytest.mark.parametrize(("text", "words"), BREACHES.values(), ids=BREACHES)
def test_a_breach_is_one_sentence_that_says_what_it_is(text: str, words: str) -> None:
    (sentence,) = breaches(prompt(text))
    assert words in sentence
    assert sentence.endswith(".")


def test_several_breaches_are_several_sentences() -> None:
    assert len(breaches(prompt("Should he?"))) == 5


@pytest.mark.parametrize("moment", ["setup", "prepare", "hold", "passed", "debrief", "follow-up"])
def test_set_up_and_the_questions_of_a_talk_need_no_time(moment: Moment) -> None:
    assert breaches(prompt("What do you want from this?", moment=moment)) == ()


@pytest.mark.parametrize("moment", ["morning", "evening", "light", "tomorrow", "week"])
def test_every_other_question_names_a_time(moment: Moment) -> None:
    assert len(breaches(prompt("What do you want from this?", moment=moment))) == 1


def test_the_deeper_question_may_hold_a_verdict_but_no_gender() -> None:
    assert breaches(prompt("What happened today?", "What would be a good result?")) == ()
    (sentence,) = breaches(prompt("What happened today?", "What would she say?"))
    assert sentence.startswith("The deeper question has the word 'she'")


@pytest.mark.parametrize("language", ["de", "fr-CA", "tlh"])
def test_in_other_languages_length_and_question_marks_remain(language: str) -> None:
    assert breaches(prompt("Hast du he oder she gut genannt?"), language) == ()
    assert len(breaches(prompt("Was? Wer? Wann?"), language)) == 1
    assert len(breaches(prompt("誰？何？いつ？"), language)) == 1
    assert len(breaches(prompt("W" * 161), language)) == 1


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_english_of_every_kind_is_held_to_all_rules(language: str) -> None:
    assert breaches(prompt("Why today?"), language)
