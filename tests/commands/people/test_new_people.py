"""What a session can ask about those who are named for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.new_people import ask_about_new
from collab.storage.database import Journal
from collab.storage.people import everyone
from tests.exchange.documents import bring_in, document, fresh_session
from tests.storage.notes import DAY, keep_note


class Answers:
    """Gives one key after the other, and remembers what was asked."""

    def __init__(self, *keys: str) -> None:
        self.asked: list[str] = []
        self.told: list[str] = []
        self._keys = iter(keys)

    def __call__(self, question: str, answers: Mapping[str, str], hint: str) -> str | None:
        self.asked.append(question)
        return answers.get(next(self._keys))


@pytest.fixture
def journal(home: Path) -> Journal:
    home.mkdir()
    known = Journal(str(home / "journal.db"))
    people = [{"name": "ana", "role": "report", "added": "2026-11-01"}]
    bring_in(known, document(people=people, entries=[{"day": "2026-11-01", "text": "@old @ana"}]))
    return known


def ask(journal: Journal, answers: Answers) -> None:
    session = fresh_session(str(Path(journal.path).parent))

    def report(name: str, what: str) -> None:
        answers.told.append(f"{name}: {what}")

    ask_about_new(session, answers, session.today, report)


def known_as(journal: Journal) -> dict[str, tuple[tuple[str, ...], str | None]]:
    with journal.read() as connection:
        return {one.name: (one.names, one.role) for one in everyone(connection)}


def test_a_look_alike_becomes_the_same_person_and_a_new_one_gets_a_role(journal: Journal) -> None:
    keep_note(journal, "@anna, @bo, @cy and @old")
    answers = Answers("s", "2")

    ask(journal, answers)

    assert answers.asked == ["Is anna the same as ana?", "Who is bo to you?"]
    assert answers.told == ["anna: is ana", "bo: peer"]
    assert known_as(journal) == {
        "ana": (("ana", "anna"), "report"),
        "old": (("old",), None),
        "bo": (("bo",), "peer"),
        "cy": (("cy",), None),
    }


def test_enter_leaves_everybody_as_they_were(journal: Journal) -> None:
    keep_note(journal, "@anna and @bo")
    before = known_as(journal)
    answers = Answers("", "", "")

    ask(journal, answers)

    assert answers.asked == [
        *("Is anna the same as ana?", "Who is anna to you?", "Who is bo to you?")
    ]
    assert (known_as(journal), answers.told) == (before, [])


def test_two_new_people_are_not_taken_for_one_another(journal: Journal) -> None:
    keep_note(journal, "@dora and @doria")
    answers = Answers("", "")

    ask(journal, answers)

    assert answers.asked == ["Who is dora to you?", "Who is doria to you?"]


def test_who_waited_for_an_earlier_evening_may_be_meant_by_a_new_name(journal: Journal) -> None:
    keep_note(journal, "@dora", day=DAY - timedelta(days=1))
    keep_note(journal, "@Dorra")
    answers = Answers("s", "2")

    ask(journal, answers)

    assert answers.asked == ["Is Dorra the same as dora?", "Who is dora to you?"]
    assert answers.told == ["Dorra: is dora", "dora: peer"]
    assert known_as(journal)["dora"] == (("dora", "Dorra"), "peer")


def test_who_is_known_is_not_asked_about(journal: Journal) -> None:
    answers = Answers()
    keep_note(journal, "@ana and @old")
    ask(journal, answers)
    assert answers.asked == []


def test_whom_an_evening_had_no_place_for_the_next_one_asks_about(journal: Journal) -> None:
    keep_note(journal, "@dora, @bo and @cy", day=DAY - timedelta(days=1))
    keep_note(journal, "@eve, and @bo again")
    answers = Answers("", "2")

    ask(journal, answers)
    assert answers.asked == ["Who is eve to you?", "Who is bo to you?"]

    again = Answers("3", "4")
    ask(journal, again)
    assert again.asked == ["Who is dora to you?", "Who is cy to you?"]
    ask(journal, Answers())
    assert known_as(journal)["eve"] == (("eve",), None)


def test_names_of_long_ago_are_not_asked_about(journal: Journal) -> None:
    keep_note(journal, "@dora", day=DAY - timedelta(days=14))
    keep_note(journal, "@eve", day=DAY - timedelta(days=13))
    answers = Answers("1")
    ask(journal, answers)
    assert answers.asked == ["Who is eve to you?"]


def test_a_role_is_one_undo_and_is_not_asked_for_again(journal: Journal) -> None:
    keep_note(journal, "@dora")
    ask(journal, Answers("1"))
    session = fresh_session(str(Path(journal.path).parent))
    run(["undo"], session)
    assert known_as(journal)["dora"] == (("dora",), None)
    ask(journal, Answers())
