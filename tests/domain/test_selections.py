"""Which pages a period and filters mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collab.domain.entries import Answer, Entry
from collab.domain.people import Person
from collab.domain.periods import month_of
from collab.domain.ratings import Rating
from collab.domain.selections import Selection

ANA = Person(id="p1", name="ana", names=("ana", "anna.k"))
PAGE = Entry(
    id="e1",
    day=date(2024, 6, 10),
    tags=("Budget",),
    people=("Anna.K",),
    text="A word with @bo about #rota.",
    answers=(Answer(id="a1", theme="trust", text="x"), Answer(id="a2", text="y", outside="cy")),
    ratings=(Rating(id="r1", theme="decide", value="W"),),
)


def person(name: str) -> Person:
    return Person(id="p2", name=name, names=(name,))


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        pytest.param({}, True, id="everything"),
        pytest.param({"period": month_of(date(2024, 6, 30))}, True, id="its month"),
        pytest.param({"period": month_of(date(2024, 7, 1))}, False, id="another month"),
        pytest.param({"theme": "trust"}, True, id="the theme of an answer"),
        pytest.param({"theme": "decide"}, True, id="the theme of a rating, whatever its value"),
        pytest.param({"theme": "empathy"}, False, id="another theme"),
        pytest.param({"person": ANA}, True, id="a person by another alias and case"),
        pytest.param({"person": person("bo")}, True, id="a person mentioned in a text"),
        pytest.param({"person": person("CY")}, True, id="a person whose words these are"),
        pytest.param({"person": person("b")}, False, id="another person"),
        pytest.param({"tag": "budget"}, True, id="a tag set apart"),
        pytest.param({"tag": "rota"}, True, id="a tag in a text"),
        pytest.param({"tag": "rot"}, False, id="another tag"),
        pytest.param({"tag": "rota", "person": ANA, "theme": "trust"}, True, id="all of three"),
        pytest.param({"tag": "rota", "person": ANA, "theme": "empathy"}, False, id="two of three"),
    ],
)
def test_a_page_is_meant_if_everything_asked_for_holds(asked: dict[str, Any], held: bool) -> None:
    assert Selection(**asked).holds(PAGE) is held


@pytest.mark.parametrize(
    ("selection", "of", "words"),
    [
        (Selection(), "everything", ""),
        (
            Selection(period=month_of(date(2024, 6, 1))),
            "everything",
            " from 2024-06-01 to 2024-06-30",
        ),
        (
            Selection(period=month_of(date(2024, 6, 1)), theme="decide", person=ANA, tag="budget"),
            "pages about Shared decisions naming ana tagged #budget",
            " about Shared decisions naming ana tagged #budget from 2024-06-01 to 2024-06-30",
        ),
    ],
    ids=["everything", "a month", "all filters"],
)
def test_it_is_said_what_is_meant(selection: Selection, of: str, words: str) -> None:
    assert (selection.of(), selection.words()) == (of, words)
