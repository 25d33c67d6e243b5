"""Which session it is, and what mornings, light evenings and late pages ask."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from collab.domain.agenda import (
    Part,
    catch_up,
    days_between,
    evening,
    is_asked_late,
    is_fifth_light,
    late,
    light,
    morning,
    which,
)
from collab.domain.history import Wishes
from tests.domain.long_journal import PROMPTS
from tests.domain.sample_histories import TODAY, ago, keys, own, past, plan


@pytest.mark.parametrize(
    ("now", "chosen", "expected"),
    [
        pytest.param(time(0, 30), None, "evening", id="after midnight"),
        pytest.param(time(3, 59), None, "evening", id="just before the day ends"),
        pytest.param(time(4, 0), None, "morning", id="as the day begins"),
        pytest.param(time(13, 59), None, "morning", id="just before two"),
        pytest.param(time(14, 0), None, "evening", id="two in the afternoon"),
        pytest.param(time(23, 59), None, "evening", id="late"),
        pytest.param(time(8, 0), "evening", "evening", id="the evening was chosen"),
        pytest.param(time(20, 0), "morning", "morning", id="the morning was chosen"),
    ],
)
def test_the_time_of_day_says_which_session_it_is(
    now: time, chosen: Part | None, expected: Part
) -> None:
    assert which(now, time(4), chosen) == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        pytest.param({}, ["plan:2024-06-12"], id="no plan: one is made"),
        pytest.param({"asked": {"M-02": (TODAY,)}}, [], id="no plan: it was skipped today"),
        pytest.param({"plans": (plan(TODAY),)}, ["open:M-01"], id="a plan: a few words"),
        pytest.param(
            {"plans": (plan(TODAY),), "asked": {"M-01": (ago(1),)}}, ["open:M-03"], id="in turn"
        ),
        pytest.param(
            {"plans": (plan(TODAY),), "asked": {"M-01": (ago(1),), "M-03": (ago(2),)}},
            ["open:M-01"],
            id="not yet three days",
        ),
        pytest.param(
            {"plans": (plan(TODAY),), "asked": {"M-01": (ago(1),), "M-03": (ago(3),)}},
            ["open:M-03"],
            id="three days",
        ),
        pytest.param(
            {"plans": (plan(TODAY),), "asked": {"M-01": tuple(ago(n) for n in range(1, 6))}},
            ["open:M-03"],
            id="however often it came",
        ),
        pytest.param(
            {"plans": (plan(TODAY),), "asked": {"M-01": (TODAY,), "M-03": (ago(9),)}},
            [],
            id="one was asked today",
        ),
    ],
)
def test_a_morning_makes_the_plan_or_asks_for_a_few_words(
    history: dict[str, Any], expected: list[str]
) -> None:
    assert keys(morning(TODAY, past(**history), Wishes(), PROMPTS)) == expected


def test_a_morning_after_weeks_of_mornings_has_its_question_all_the_same() -> None:
    asked = {"M-01": tuple(ago(n) for n in (1, 3, 5, 7, 9)), "M-03": (ago(2),)}
    history = past(plans=(plan(TODAY),), asked=asked)
    assert keys(morning(TODAY, history, Wishes(), PROMPTS)) == ["open:M-01"]


def test_a_morning_prompt_of_ones_own_takes_its_turn() -> None:
    prompts = (*PROMPTS, own(moment="morning"))
    asked = {"M-01": (ago(1),), "M-03": (ago(2),)}
    history = past(plans=(plan(TODAY),), asked=asked)
    assert keys(morning(TODAY, history, Wishes(), prompts)) == ["open:own"]


def test_a_light_evening_has_one_kind_question() -> None:
    (question,) = light(TODAY, past(plans=(plan(TODAY),)), Wishes(), PROMPTS)
    assert (question.key, question.fields) == ("light:E-03", ("text",))


@pytest.mark.parametrize(
    ("days_ago", "light_line", "expected"),
    [
        pytest.param((1, 2, 3), True, False, id="the fourth"),
        pytest.param((1, 2, 3, 4), True, True, id="the fifth in a row"),
        pytest.param((1, 2, 4, 6), True, True, id="the fifth in seven days"),
        pytest.param((1, 2, 4, 7), True, False, id="the fifth in eight days"),
        pytest.param((1, 2, 3, 4, 5), True, False, id="the sixth: shown already"),
        pytest.param((3, 4, 5, 6, 7), True, False, id="five were reached before"),
        pytest.param((1, 2, 3, 4, 10, 11, 12), True, True, id="five anew"),
        pytest.param((1, 2, 3, 4), False, False, id="switched off"),
        pytest.param((), True, False, id="the first"),
    ],
)
def test_the_fifth_light_evening_within_seven_days_is_told_once(
    days_ago: tuple[int, ...], light_line: bool, expected: bool
) -> None:
    history = past(light_evenings=frozenset(map(ago, days_ago)))
    assert is_fifth_light(TODAY, history, Wishes(light_line=light_line)) is expected


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [
        pytest.param(1, ["open:E-02", "rating:decide", "rating:trust", "rating:purpose"], id="1"),
        pytest.param(2, ["open:E-02"], id="2"),
        pytest.param(400, ["open:E-02"], id="400"),
    ],
)
def test_a_late_page_takes_words_and_for_yesterday_ratings_marked_late(
    days_ago: int, expected: list[str]
) -> None:
    day = ago(days_ago)
    history = past(plans=(plan(day),))
    asked = late(day, TODAY, history, Wishes(focus=("trust",)), PROMPTS)
    assert keys(asked) == expected
    assert all(question.late for question in asked if question.kind == "rating")


def test_a_late_page_does_not_ask_again_for_what_that_day_has() -> None:
    history = past(asked={"I-12": (ago(1),)}, rated={"decide": ago(1), "trust": ago(1)})
    asked = late(ago(1), TODAY, history, Wishes(focus=("trust", "enable")), PROMPTS)
    assert keys(asked) == ["rating:enable"]


def test_an_evening_that_goes_on_the_next_day_goes_on_with_words_and_ratings() -> None:
    agenda = evening(ago(1), past(plans=(plan(ago(1)),)), Wishes(), PROMPTS)
    assert [q.kind for q in agenda] == ["outcome", "open", "rating", "rating", "plan"]
    assert [q.kind for q in agenda if is_asked_late(q, ago(1), TODAY)] == [
        "open",
        "rating",
        "rating",
    ]
    assert [q.kind for q in agenda if is_asked_late(q, ago(1), TODAY + timedelta(days=1))] == [
        "open"
    ]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param((9,), [1, 2, 3, 4, 5, 6, 7, 8], id="nine days away"),
        pytest.param((2,), [1], id="one day away"),
        pytest.param((1, 2, 5, 6), [3, 4], id="the newest gap"),
        pytest.param((3, 9), [1, 2], id="not the gap before it"),
        pytest.param((1, 2, 3), [], id="no gap"),
        pytest.param((), [], id="no page at all"),
    ],
)
def test_the_days_between_are_those_of_the_newest_gap(
    pages: tuple[int, ...], expected: list[int]
) -> None:
    assert days_between(TODAY, map(ago, pages)) == tuple(map(ago, expected))


def test_catching_up_asks_for_words_day_by_day() -> None:
    questions = catch_up((ago(1), ago(2)), PROMPTS)
    assert [(q.key, q.for_day) for q in questions] == [("open:E-02", ago(1)), ("open:E-02", ago(2))]
