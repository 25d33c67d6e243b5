"""What holds for every session of journals kept for months, and for going on with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from collab.domain.agenda import evening
from collab.domain.history import History, Wishes
from collab.domain.questions import ANSWER_KEYS, Question, recalled
from tests.domain.long_journal import FIRST_DAY, PROMPTS, Habits, LongJournal
from tests.domain.sample_histories import TODAY, ago, keys

pytestmark = pytest.mark.slow

THEMES = [prompt.theme for prompt in PROMPTS if prompt.moment == "rating"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("outcome", "promise"),
        ("outcome", "talk"),
        ("outcome", "rating"),
        ("promise", "talk"),
        ("promise", "rating"),
        ("talk", "rating"),
        ("words", "rating"),
        ("rating", "fit"),
    ],
)
def test_steps_that_can_be_neighbours_share_no_answer_key(first: str, second: str) -> None:
    assert not set(ANSWER_KEYS[first]) & set(ANSWER_KEYS[second])


ANYBODY = Habits(
    evening=0.75,
    light=0.08,
    morning=0.4,
    note=0.2,
    review=0.06,
    answer=0.75,
    stop=0.03,
    outside_note=0.02,
)
WISHES = (
    Wishes(),
    Wishes(focus=("candour",), cue="the last call"),
    Wishes(focus=("trust", "difficult"), optional_prompts=frozenset({"I-38"})),
)


@cache
def lives() -> tuple[LongJournal, ...]:
    """Twelve journals of 120 days, kept as people do: with gaps, stops and light evenings."""
    return tuple(
        LongJournal(wishes=wishes).live(FIRST_DAY, 120, ANYBODY, Random(seed))
        for wishes in WISHES
        for seed in range(4)
    )


def sessions(*parts: str) -> Iterator[tuple[date, tuple[Question, ...], History]]:
    for journal in lives():
        for day, part, agenda, history in journal.sessions:
            if part in parts:
                yield day, agenda, history


def test_no_session_is_a_burden() -> None:
    for _, agenda, _ in sessions("morning", "evening", "light"):
        kinds = Counter(question.kind for question in agenda)
        assert kinds["open"] + kinds["asked"] + kinds["light"] <= 1
        assert kinds["rating"] <= 3
        assert kinds["plan"] <= 1
        assert len(set(keys(agenda))) == len(agenda)


def test_every_session_keeps_its_order() -> None:
    order = ("outcome", "open", "asked", "rating", "plan", "focus", "cue")
    for _, agenda, _ in sessions("evening"):
        places = [order.index(question.kind) for question in agenda]
        assert places == sorted(places)


def test_no_neighbours_of_any_session_share_an_answer_key() -> None:
    # The one-key steps that a kind may begin and end with; other kinds are typed.
    begins = {"outcome": "outcome", "rating": "rating"}
    ends = {"outcome": ["outcome"], "open": ["words"], "rating": ["rating", "fit"]}
    met = set()
    for _, agenda, _ in sessions("morning", "evening", "light"):
        for first, second in pairwise(agenda):
            right = begins.get(second.kind)
            for left in ends.get(first.kind, []):
                if right and left != right:
                    met.add((left, right))
                    assert not set(ANSWER_KEYS[left]) & set(ANSWER_KEYS[right])
    assert met == {("outcome", "rating"), ("words", "rating"), ("fit", "rating")}


def test_what_was_skipped_is_not_asked_again_that_day() -> None:
    for wishes in WISHES:
        for days in range(20, 30):
            rng = Random(days)
            journal = LongJournal(wishes=wishes).live(FIRST_DAY, days, Habits(), rng)
            day = FIRST_DAY + timedelta(days=days)
            skipped = journal.hold(day, "evening", evening, Habits(answer=0.0), rng)
            assert len(skipped) >= 5
            again = evening(day, journal.history(day), wishes, PROMPTS)
            assert not set(keys(skipped)) & set(keys(again))
            assert not {question.kind for question in again} - {"open"}


def test_without_two_focus_themes_the_rating_of_each_theme_comes_round() -> None:
    for journal in lives():
        rated = [one.question.theme for one in journal.asked if one.question.kind == "rating"]
        focus = journal.wishes.focus
        assert set(rated) == (set(THEMES) if len(focus) < 2 else {"decide", *focus})


def test_a_session_that_goes_on_makes_the_same_questions_of_their_keys() -> None:
    for day, agenda, history in sessions("morning", "evening", "light"):
        wanted = history.wanted.text if history.wanted else ""
        for question in agenda:
            again = recalled(question.key, question.prompt, day, PROMPTS, wanted=wanted)
            assert again == question


@pytest.mark.parametrize(
    ("key", "prompt"),
    [
        pytest.param("open:own-7", "own-7", id="its pack was taken away"),
        pytest.param("riddle:I-01", "I-01", id="a kind of another version"),
    ],
)
def test_a_question_that_nobody_can_ask_any_more_is_left_out(key: str, prompt: str) -> None:
    assert recalled(key, prompt, TODAY, PROMPTS) is None


def test_a_rating_recalled_on_the_next_day_is_marked_late() -> None:
    question = recalled("rating:trust", "R-07", ago(1), PROMPTS, late=True)
    assert question
    assert question.late
