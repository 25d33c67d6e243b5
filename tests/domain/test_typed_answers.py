"""What is typed to a question becomes an answer."""

from __future__ import annotations

from typing import Any

import pytest

from collab.domain.questions import Question
from collab.domain.typed_answers import answer_typed

WORDS = Question(
    key="open:E-02", kind="open", text="Which\nmoment?", prompt="E-02", theme="trust",
    fields=("text",),
)  # fmt: skip
ASKED = Question(key="asked:W-3", kind="asked", text="?", prompt="W-3", fields=("who", "words"))
TOLD = Question(key="open:W-3", kind="told", text="?", prompt="W-3", fields=("who", "words"))
PLAN = Question(key="open:D-14", kind="about", text="?", prompt="D-14", fields=("if", "then"))


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        pytest.param(WORDS, [" one\n\n two "], {"text": "one\n\n two"}, id="lines stay"),
        pytest.param(
            PLAN,
            ["it gets\nheated", "  I  wait "],
            {"if_": "it gets heated", "then": "I wait"},
            id="a plan is two lines",
        ),
        pytest.param(
            PLAN, ["", "I wait"], {"if_": None, "then": "I wait"}, id="half a plan"
        ),
        pytest.param(
            ASKED, ["@Bo", "Too late."], {"text": "Too late.", "outside": "Bo"}, id="asked"
        ),
        pytest.param(ASKED, ["@Bo", " "], {"text": "Bo"}, id="asked: whom to ask once more"),
        pytest.param(
            ASKED, [" ", "Too late."], {"text": "Too late.", "prompt": None}, id="asked: nobody"
        ),
        pytest.param(TOLD, ["Bo", "Well."], {"text": "Well.", "outside": "Bo"}, id="told"),
        pytest.param(TOLD, ["Bo", ""], {"text": "Bo"}, id="told: whom to ask"),
        pytest.param(TOLD, ["", "Bo"], {"text": "Bo"}, id="told: whom to ask, in the words"),
    ],
)  # fmt: skip
def test_an_answer_is_what_was_typed(
    question: Question, texts: list[str], expected: dict[str, Any]
) -> None:
    answer = answer_typed(question, texts)

    given = {"prompt": question.prompt, "text": None, "outside": None, "if_": None, "then": None}
    assert {name: getattr(answer, name) for name in given} == {**given, **expected}


def test_an_answer_keeps_the_wording_and_the_theme_of_its_question() -> None:
    answer = answer_typed(WORDS, ["words"])
    assert (answer.id, answer.question, answer.theme) == ("", "Which moment?", "trust")
