"""Naming a talk or a promise by the person, or by the end of its id."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.naming import with_end
from collab.domain.people import Directory, Person, folded, is_with, names_in
from collab.domain.promises import Promise
from collab.domain.talks import Talk

DAY = date(2024, 6, 1)
PEOPLE = Directory(
    [
        Person(id="p", name="rodrigo", names=("rodrigo", "rui")),
        Person(id="q", name="ana", names=("ana",)),
    ]
)
TALKS = tuple(
    Talk(id=id_, who=who, added=DAY)
    for id_, who in (
        ("01AAAA1111", "Rui"),
        ("01AAAA2222", "Cy"),
        ("01BBBB2222", "cy"),
        ("01CCCC3333", "@Ana"),
        ("2222", "the team"),
        ("e1", "B."),
        ("two", "Ines and @Jonas"),
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("rui", ["01AAAA1111"], id="the name"),
        pytest.param(" @RUI", ["01AAAA1111"], id="with a sign, in capitals"),
        pytest.param("Rodrigo", ["01AAAA1111"], id="another name"),
        pytest.param("cy", ["01AAAA2222", "01BBBB2222"], id="several"),
        pytest.param("ana", ["01CCCC3333"], id="the sign stands in the journal"),
        pytest.param("@the team", ["2222"], id="nobody in the list of people"),
        pytest.param("b.", ["e1"], id="an initial"),
        pytest.param("jonas", ["two"], id="the second of several"),
        pytest.param("Ines", ["two"], id="the first of several"),
        pytest.param("and", [], id="the word between them"),
        pytest.param("2222", [], id="the end of an id"),
        pytest.param("@", [], id="a sign alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_talk_is_named_by_the_person(typed: str, found: list[str]) -> None:
    called = PEOPLE.called(typed)
    assert [talk.id for talk in TALKS if is_with(talk.who, called)] == found


@given(
    st.text("aAnd ,;&+/@ß\u0301\u0308\u0338\u1100\u1161\xa0\u037e", max_size=12),
    st.text("aAnd ß\u0301\u0338\u1161", max_size=3),
)
def test_whoever_is_among_several_is_seen_at_a_quick_look(who: str, name: str) -> None:
    called = frozenset({folded(name)})
    assert is_with(who, called) == any(folded(one) in called for one in names_in(who))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("1111", ["01AAAA1111"], id="four characters"),
        pytest.param("b2222", ["01BBBB2222"], id="without case"),
        pytest.param("2222", ["2222"], id="a whole id, the end of others"),
        pytest.param("333", [], id="too short"),
        pytest.param("E1", ["e1"], id="a short id, whole"),
        pytest.param("@1111", [], id="behind a sign stands a name"),
        pytest.param("rui", [], id="a name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_talk_is_named_by_the_end_of_its_id(typed: str, found: list[str]) -> None:
    assert [talk.id for talk in with_end(TALKS, typed)] == found


def test_a_promise_to_nobody_is_named_by_the_end_of_its_id() -> None:
    promise = Promise(id="01AAAA1111", side="mine", what="a call", due=DAY)
    assert with_end([promise], "aa1111") == (promise,)
