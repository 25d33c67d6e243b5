"""Which names are offered as the same person."""

from __future__ import annotations

import pytest

from collab.domain.look_alikes import look_alikes, nearest
from collab.domain.people import Person


def person(*names: str) -> Person:
    return Person(id=names[0], name=names[0], names=names)


@pytest.mark.parametrize(
    ("new", "known"),
    [("anna", "ana"), ("jon", "john"), ("Zoe", "zoë"), ("MARIE", "maria"), ("bobb", "bob")],
)
def test_a_slip_is_offered_either_way(new: str, known: str) -> None:
    assert look_alikes(new, [person(known)]) == [person(known)]
    assert look_alikes(known, [person(new)]) == [person(new)]


@pytest.mark.parametrize(
    ("new", "known"),
    [("ann", "ana"), ("dana", "ana"), ("bo", "jo"), ("tom", "tim"), ("ana", "ana-maria-luise")],
)
def test_two_names_that_differ_in_more_are_two_people(new: str, known: str) -> None:
    assert look_alikes(new, [person(known)]) == []


def test_any_alias_counts_and_who_is_called_so_is_left_out() -> None:
    assert look_alikes("anna", [person("chief", "ana"), person("Anna")]) == [person("chief", "ana")]


def test_the_most_alike_comes_first() -> None:
    found = look_alikes("katrin", [person("katharin"), person("katrina")])
    assert [one.name for one in found] == ["katrina", "katharin"]


def test_the_nearest_name_is_what_may_have_been_meant() -> None:
    assert nearest("aan", ["bo", "ana", "cy"]) == "ana"
    assert nearest("xyz", ["bo", "ana"]) == ""
    assert nearest("xyz", []) == ""
