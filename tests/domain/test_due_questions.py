"""What an evening asks about that is due."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.agenda import evening, late
from collab.domain.due import NAMED, Due, due_on
from collab.domain.history import Wishes
from collab.domain.promises import Promise
from collab.domain.questions import due_promise_question, recalled
from collab.domain.talks import Talk
from tests.domain.long_journal import PROMPTS
from tests.domain.sample_histories import TODAY, ago, keys, past, plan


def due(*promises: int) -> tuple[Due, ...]:
    """Promises due so many days ago, called by that number, and a talk of today."""
    records = [Promise(id=str(days), side="mine", what="x", due=ago(days)) for days in promises]
    talk = Talk(id="t", who="Rui", added=ago(9), date=TODAY)
    return due_on(TODAY, [talk], records, kinds=NAMED)


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        pytest.param((), [], id="nothing is due"),
        pytest.param((0,), ["0"], id="one"),
        pytest.param((0, 2, 1), ["2", "1", "0"], id="three, the longest due first"),
        pytest.param((0, 1, 2, 3, 4), ["4", "3", "2"], id="three of five"),
    ],
)
def test_at_most_three_due_things_follow_the_plan(days: tuple[int, ...], asked: list[str]) -> None:
    history = past(plans=(plan(TODAY),), due=due(*days))
    found = keys(evening(TODAY, history, Wishes(), PROMPTS))
    assert found[0].startswith("plan-outcome:")
    assert found[1 : 1 + len(asked)] == [f"promise:{one}" for one in asked]
    assert sum(key.startswith("promise:") for key in found) == len(asked)


def test_neither_a_gap_nor_a_review_nor_a_late_page_asks_about_what_is_due() -> None:
    for history in (past(due=due(0), last_page=ago(5)), past(due=due(0), reviewed=True)):
        assert not any(
            key.startswith("promise:") for key in keys(evening(TODAY, history, Wishes(), PROMPTS))
        )
    asked = late(ago(1), TODAY, past(due=due(0)), Wishes(), PROMPTS)
    assert not any(question.kind == "due promise" for question in asked)


def test_going_on_makes_the_same_question_of_its_key() -> None:
    question = due_promise_question("P-1")
    assert recalled(question.key, None, date(2024, 6, 12), PROMPTS) == question
