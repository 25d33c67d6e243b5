"""`collab people add` at a terminal: what is asked, and what is kept of the answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.people.conftest import ANA
from tests.exchange.documents import NOW, document
from tests.journeys.person import CTRL_C, ENTER, Person, collab

ASKED_ROLE = "1 report · 2 peer · 3 boss · 4 partner · 5 other"


@pytest.fixture
def known(home: Path) -> Path:
    """A home in which Ana is known and Anna was named."""
    home.mkdir()
    data = document(people=[ANA], entries=[{"day": "2026-11-19", "text": "Told @anna."}])
    collab(home, "import", "json", "-", at=NOW, stdin=data.decode())
    return home


def people(home: Path) -> dict[str, Any]:
    listed = json.loads(collab(home, "people", "list", "--format", "json", at=NOW))
    return {person["name"]: person for person in listed["people"]}


def test_a_look_alike_is_offered_and_becomes_the_same_person(known: Path) -> None:
    with Person(known, "people", "add", "anna", at=NOW) as leader:
        leader.sees("Is anna the same as ana?")
        leader.sees("s same · d different · Enter leave")
        leader.presses("s")
        leader.sees("Added: ana (also AK, anna), report.")
        leader.leaves(0)
    assert people(known).keys() == {"ana"}
    assert "Told @anna." in collab(known, "people", "show", "ana", at=NOW)


def test_who_is_different_is_asked_about_by_role(known: Path) -> None:
    with Person(known, "people", "add", "anna", at=NOW) as leader:
        leader.sees("Is anna the same as ana?")
        leader.presses("d")
        leader.sees("Who is anna to you?")
        leader.sees(ASKED_ROLE)
        leader.presses("2")
        leader.sees("Added: anna, peer.")
        leader.leaves(0)
    assert people(known)["anna"]["role"] == "peer"


def test_a_name_that_was_left_out_is_asked_for(home: Path) -> None:
    home.mkdir()
    with Person(home, "people", "add", at=NOW) as leader:
        leader.sees("Write only what you could stand by if the person read it.")
        leader.sees("Enter begin")
        leader.presses(ENTER)
        leader.sees("A short name or initials")
        leader.sees("Enter add nobody")
        leader.types("@dee")
        leader.presses(ENTER)
        leader.sees("Who is dee to you?")
        leader.presses(ENTER)
        leader.sees("Added: dee, no role.")
        leader.leaves(0)
        assert leader.page().count("Write only what you could stand by") == 1
    assert people(home)["dee"]["added"] == "2026-11-20"


@pytest.mark.parametrize("until", ["name", "same", "role"])
def test_ctrl_c_adds_nobody(known: Path, until: str) -> None:
    before = (known / "journal.db").read_bytes()
    given = {"name": [], "same": ["anna"], "role": ["dee"]}[until]
    sees = {"name": "A short name", "same": "Is anna the same", "role": "Who is dee"}[until]
    with Person(known, "people", "add", *given, at=NOW) as leader:
        leader.sees(sees)
        leader.presses(CTRL_C)
        leader.sees("Stopped. Nobody was added.")
        leader.leaves(130)
    assert (known / "journal.db").read_bytes() == before


def test_a_real_name_is_shown_on_a_terminal_alone(known: Path) -> None:
    collab(known, "people", "edit", "ana", "--real-name", "Ana Kowalska", at=NOW)
    with Person(known, "people", "show", "ana", at=NOW) as leader:
        leader.sees("real name Ana Kowalska")
        leader.leaves(0)
    assert "Kowalska" not in collab(known, "people", "show", "ana", at=NOW)
