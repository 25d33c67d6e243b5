"""What stands on a page, said in words."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.entries import Answer, Plan

WHOLE = "If the list comes up, then I will ask Bo"


@pytest.mark.parametrize(
    ("if_", "then", "sentence"),
    [
        pytest.param("the list comes up", "ask Bo", WHOLE, id="two halves"),
        pytest.param("the list comes up,", "ask Bo", WHOLE, id="a comma at the end of the first"),
        pytest.param("the list comes up. ", "ask Bo", WHOLE, id="a full stop there"),
        pytest.param("If the list comes up", "ask Bo", WHOLE, id="the first begins with if"),
        pytest.param("IF  the list comes up", "ask Bo", WHOLE, id="in capitals"),
        pytest.param("the list comes up", "I will ask Bo", WHOLE, id="the second with I will"),
        pytest.param("the list comes up", "i WILL ask Bo", WHOLE, id="in any case"),
        pytest.param("the list comes up", "then I will ask Bo", WHOLE, id="with then I will"),
        pytest.param("the list comes up", "Then ask Bo", WHOLE, id="with then"),
        pytest.param("the list comes up", "I'll ask Bo", WHOLE, id="with I'll"),
        pytest.param("the list comes up", "I’ll ask Bo", WHOLE, id="with a typographic I’ll"),
        pytest.param("if the list comes up,", "I will ask Bo", WHOLE, id="both"),
        pytest.param("Iffy news", "thenceforth ask", "If Iffy news, then I will thenceforth ask"),
        pytest.param("if", "I will", "If if, then I will I will", id="nothing but the openings"),
        pytest.param("x", "ask Bo.", "If x, then I will ask Bo.", id="the end stays as typed"),
        pytest.param("if the list comes up", None, "If the list comes up", id="an occasion alone"),
        pytest.param(None, "I will ask Bo", "I will ask Bo", id="an act alone"),
        pytest.param(None, "ask Bo", "I will ask Bo", id="an act that says no I will"),
    ],
)
def test_a_plan_is_one_sentence_however_its_halves_were_begun(
    if_: str | None, then: str | None, sentence: str
) -> None:
    plan = Plan(id="p", if_=if_, then=then, for_=date(2026, 11, 20))
    assert plan.sentence() == sentence
    assert Answer(id="a", if_=if_, then=then).words() == sentence
    assert plan.texts() == tuple(text for text in (if_, then) if text)
