"""Which question about a talk an evening or a morning asks: the order and the burden rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.agenda import evening, light, morning, words_without
from collab.domain.due import due_on
from collab.domain.entries import Answer
from collab.domain.frozen import replace
from collab.domain.history import Talks, Wishes
from collab.domain.talk_questions import (
    core_left,
    core_of,
    due_talks,
    evening_question,
    morning_question,
    rest_of,
    shown_beside,
)
from collab.domain.talks import FollowUp, Talk
from collab.storage.packs import load
from tests.domain.sample_histories import TODAY, ago, keys, past, plan

PROMPTS = load(None).prompts
CORE = ("D-01", "D-02", "D-03", "D-08", "D-09", "D-14")
DEBRIEF = ("D-20", "D-21", "D-25", "D-26")

NEW = Talk(id="t", who="Rui", added=ago(5))
SET = replace(NEW, date=TODAY)
PASSED = replace(NEW, date=ago(2))
HELD = replace(NEW, date=ago(2), held=ago(2))
DEBRIEFED = replace(HELD, debriefed=ago(1))
DUE_AGAIN = replace(DEBRIEFED, follow_ups=(FollowUp(due=TODAY),))
OLD = replace(NEW, added=ago(14))

PREPARED = dict.fromkeys(CORE, ago(3))


def _asked(talk: Talk, asked: dict[str, date], evenings: tuple[date, ...] = ()) -> str | None:
    talks = Talks(open=(talk,), asked={talk.id: asked})
    due = due_talks(TODAY, talks, PROMPTS)
    question = evening_question(TODAY, due, talks, evenings, PROMPTS)
    return question.prompt if question else None


def test_the_core_questions_come_in_the_order_of_a_talk() -> None:
    assert tuple(one.id for one in core_of("prepare", PROMPTS)) == CORE
    assert tuple(one.id for one in core_of("debrief", PROMPTS)) == DEBRIEF
    assert tuple(one.id for one in core_of("follow-up", PROMPTS)) == ("D-30", "D-32")
    assert len(rest_of("prepare", {}, PROMPTS)) == 9


@pytest.mark.parametrize(
    ("talk", "asked", "prompt"),
    [
        pytest.param(NEW, {}, "D-01", id="new: the first core question"),
        pytest.param(NEW, {"D-01": ago(2)}, "D-02", id="the next, on the second evening"),
        pytest.param(NEW, {"D-01": ago(1)}, None, id="nothing the evening after"),
        pytest.param(NEW, {"D-04": ago(1)}, None, id="nor after one on request"),
        pytest.param(NEW, PREPARED, None, id="fully prepared: nothing"),
        pytest.param(SET, PREPARED, None, id="its day: a key of its own, no words"),
        pytest.param(PASSED, PREPARED, "D-29", id="its day passed"),
        pytest.param(PASSED, {**PREPARED, "D-29": TODAY}, None, id="asked once a day"),
        pytest.param(HELD, {}, "D-20", id="held: the debrief"),
        pytest.param(HELD, {"D-20": ago(1)}, "D-21", id="one a day, in order"),
        pytest.param(HELD, {"D-20": TODAY}, None, id="and no second one that day"),
        pytest.param(DEBRIEFED, dict.fromkeys(DEBRIEF, ago(1)), None, id="debriefed: nothing"),
        pytest.param(DUE_AGAIN, {}, "D-30", id="the follow-up is due"),
        pytest.param(DUE_AGAIN, {"D-30": ago(1)}, "D-32", id="and its second question"),
        pytest.param(OLD, PREPARED, "D-15", id="day 14 without a date"),
        pytest.param(OLD, {**PREPARED, "D-15": ago(1)}, "D-15", id="raised before day 14"),
        pytest.param(
            replace(OLD, added=ago(16)), {**PREPARED, "D-15": ago(1)}, None, id="raised since"
        ),
        pytest.param(
            replace(OLD, added=ago(28)), {**PREPARED, "D-15": ago(10)}, "D-15", id="day 28"
        ),
        pytest.param(replace(OLD, date=TODAY + timedelta(3)), PREPARED, None, id="a date to come"),
    ],
)
def test_one_question_about_a_talk_is_due(
    talk: Talk, asked: dict[str, date], prompt: str | None
) -> None:
    assert _asked(talk, asked) == prompt


def test_a_second_follow_up_asks_its_questions_anew() -> None:
    talk = replace(DUE_AGAIN, follow_ups=(FollowUp(due=ago(1), done=ago(1)), FollowUp(due=TODAY)))
    asked = {"D-30": ago(1), "D-32": ago(1)}

    assert [one.id for one in core_left(talk, "follow-up", asked, PROMPTS)] == ["D-30", "D-32"]
    assert _asked(talk, asked) == "D-30"


@pytest.mark.parametrize(
    ("talk", "asked", "prompt"),
    [
        pytest.param(
            PASSED, {"D-29": ago(1), "D-02": ago(2), "D-03": ago(3)}, "D-15", id="not held"
        ),
        pytest.param(
            PASSED,
            {"D-15": ago(1), "D-02": ago(2), "D-03": ago(3)},
            "I-39",
            id="that was asked: whom else to ask",
        ),
        pytest.param(HELD, {"D-20": ago(3), "D-21": ago(2), "D-25": ago(1)}, "I-39", id="held"),
        pytest.param(HELD, {"D-20": ago(3), "D-25": ago(1)}, "D-21", id="not in a row"),
    ],
)
def test_after_three_evenings_in_a_row_on_one_talk_another_question_is_offered(
    talk: Talk, asked: dict[str, date], prompt: str
) -> None:
    assert _asked(talk, asked, evenings=(ago(1), ago(2), ago(3))) == prompt
    assert _asked(talk, asked, evenings=(ago(1), ago(2))) != prompt or prompt == "D-21"


def test_of_several_talks_one_has_the_evening() -> None:
    cy = replace(HELD, id="cy", held=ago(4))
    talks = Talks(open=(HELD, cy))
    due = due_talks(TODAY, talks, PROMPTS)
    history = past(talks=talks, due=due_on(TODAY, talks.open, kinds=("talk",)))

    words = [one for one in evening(TODAY, history, Wishes(), PROMPTS) if one.fields == ("text",)]

    assert [one.key for one in words] == ["about:cy:D-20"]
    assert evening_question(TODAY, due, talks, (), PROMPTS) == words[0]


def test_a_talk_of_today_has_a_key_before_the_open_question() -> None:
    talks = Talks(open=(SET,), asked={"t": PREPARED})
    history = past(talks=talks, due=due_on(TODAY, talks.open, kinds=("talk",)))

    asked = keys(evening(TODAY, history, Wishes(), PROMPTS))

    assert asked[0] == "talk:t"
    (without,) = words_without("t", TODAY, history, Wishes(), PROMPTS)
    assert asked[1] == without.key


def test_without_one_talk_the_evening_asks_about_another_that_is_due() -> None:
    history = past(talks=Talks(open=(HELD, replace(HELD, id="cy", held=ago(4)))))

    (without,) = words_without("cy", TODAY, history, Wishes(), PROMPTS)

    assert without.key == "about:t:D-20"


def test_gaps_light_evenings_and_a_day_with_a_review_ask_nothing_of_talks() -> None:
    talks = Talks(open=(HELD, SET))
    due = due_on(TODAY, talks.open, kinds=("talk",))

    for history in (
        past(talks=talks, due=due, last_page=ago(9)),
        past(talks=talks, due=due, reviewed=True),
    ):
        assert not any(one.talk == "t" for one in evening(TODAY, history, Wishes(), PROMPTS))
    assert keys(light(TODAY, past(talks=talks, due=due), Wishes(), PROMPTS)) == ["light:E-03"]


def test_the_morning_of_a_talk_asks_the_question_asked_longest_ago() -> None:
    other = {"D-16": ago(3), "D-17": ago(20), "D-18": ago(9), "D-19": ago(10)}
    talks = Talks(open=(SET,), asked={"t": {}, "u": other})

    question = morning_question(TODAY, due_talks(TODAY, talks, PROMPTS), talks, PROMPTS)
    assert question
    assert (question.prompt, question.step) == ("D-17", "hold")

    asked = replace(talks, asked={"t": {"D-17": TODAY}})
    assert morning_question(TODAY, due_talks(TODAY, asked, PROMPTS), asked, PROMPTS) is None


def test_a_talk_takes_the_place_of_the_mornings_words_and_not_of_its_plan() -> None:
    talks = Talks(open=(SET,))

    without = morning(TODAY, past(talks=talks), Wishes(), PROMPTS)
    assert keys(without) == ["about:t:D-16", f"plan:{TODAY}"]
    planned = morning(TODAY, past(talks=talks, plans=(plan(TODAY),)), Wishes(), PROMPTS)
    assert keys(planned) == ["about:t:D-16"]


def test_beside_a_question_stands_the_newest_answer_about_the_same() -> None:
    facts = Answer(id="a", prompt="D-02", text="Four.")
    later = Answer(id="b", prompt="D-02", text="Five.")

    assert shown_beside("D-20", [(ago(3), facts), (ago(2), later)]) == (ago(2), later)
    assert shown_beside("D-21", [(ago(3), facts)]) is None
    assert shown_beside("D-22", [(ago(3), facts)]) is None
