"""The next step of each open talk and promise: what one key keeps, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from collab.commands.steps.open_thing import REST
from collab.commands.steps.open_things import AGREED, HARDNESS, LATE_PROMISE, PROMISE, TALK
from collab.commands.steps.setting_up import STAYS
from collab.domain.questions import ANSWER_KEYS
from collab.storage import promises
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.commands.conftest import Collab
from tests.commands.week.conftest import CY, FRIDAY, HIRES, Review, written
from tests.journeys.person import CTRL_C, ENTER, UP, Person

pytestmark = pytest.mark.slow

ASKED = {
    "talk": TALK,
    "promise in a review": PROMISE,
    "late promise in a review": LATE_PROMISE,
    "agreed": AGREED,
    "hardness": HARDNESS,
    "stays": STAYS,
}


@pytest.mark.parametrize("kind", ASKED)
def test_each_step_asks_for_the_keys_of_its_kind(kind: str) -> None:
    assert set(ASKED[kind]) == set(ANSWER_KEYS[kind])


def test_no_key_answers_two_neighbours() -> None:
    for promise in ("promise in a review", "late promise in a review"):
        in_their_order = ["talk", "hardness", promise, "agreed", promise]
        for one, other in pairwise(ANSWER_KEYS[kind] for kind in in_their_order):
            assert not set(one) & set(other)
    assert all(not set(REST) & set(keys) for keys in ASKED.values())


TALKS = [
    {**CY, "expected": 4},
    {"id": "T-2", "who": "Rui", "added": "2024-06-01", "date": "2024-06-12", "expected": 4},
    {
        "id": "T-3",
        "who": "Dee",
        "about": "the tone in the Thursday meetings, and who sets it",
        "added": "2024-06-14",
        "date": "2024-06-20",
    },
]
"""In the order of a review: Cy has no date, Rui's went by, Dee's is to come."""


LONG_NAME = """
  Dee, the tone in the Thursday meetings, and who sets it
                           set for Mon 17 June · saved 17:05"""


def _promise(number: int, due: str, **own: object) -> dict[str, object]:
    return {"id": f"P-{number}", "side": "mine", "what": f"promise {number}", "due": due, **own}


PROMISES = [
    _promise(1, "2024-06-11"),
    _promise(2, "2024-06-12"),
    _promise(3, "2024-06-13", who="Ana"),
    _promise(4, "2024-06-14"),
    _promise(5, "2024-06-20"),
    _promise(6, "2024-06-27"),
]


def _to_the_things(ana: Person) -> None:
    for question in ("Which moment", "Where did acting alone", "What did someone tell you"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
    ana.sees("Which talks and promises")


def test_each_key_keeps_one_thing_that_is_undone_alone(
    home,
    review: Review,
    import_journal: Callable[..., None],
    kept: Callable[[], dict],
    collab: Collab,
) -> None:
    import_journal(entries=[written("2024-06-10")], talks=TALKS, promises=PROMISES)
    before = kept()
    ana = review(FRIDAY)
    _to_the_things(ana)
    ana.sees("talk, first written 18 days ago")
    ana.presses("g")
    ana.sees("Rui")
    ana.sees("talk, was set for Wed 12 June")
    ana.presses("h")
    ana.sees("How hard was it?")
    ana.presses("2")
    ana.sees("held; expected 4, was 2")
    ana.sees("talk, set for Thu 20 June")
    ana.presses("s")
    ana.types("later")
    ana.presses(ENTER)
    ana.sees("'later' is not a day collab can read. Try today, tomorrow, mon, next friday, +3")
    ana.presses("\x15")
    ana.types("20 june")
    ana.presses(ENTER)
    ana.sees("Thu 20 June is its date already.")
    ana.presses("\x15")
    ana.types("yesterday")
    ana.presses(ENTER)
    ana.sees("Thu 13 June is over.")
    ana.presses("\x15")
    ana.types("mon")
    ana.presses(ENTER)
    ana.sees("set for Mon 17 June")
    assert LONG_NAME in ana.page()
    ana.sees("due Tue 11 June k kept in time · r kept later")
    ana.presses("k")
    ana.sees("due Wed 12 June")
    ana.presses("r")
    ana.sees("To Ana: promise 3")
    ana.presses("m")
    ana.types("+3")
    ana.presses(ENTER)
    ana.sees("a agreed")
    ana.presses("n")
    ana.sees("due today k kept · m move · x drop · Enter leave")
    ana.presses("k")
    ana.sees("due Thu 20 June")
    ana.presses("m")
    ana.types("next friday")
    ana.presses(ENTER)
    ana.sees("a agreed")
    ana.presses("a")
    ana.sees("due Thu 27 June")
    ana.presses("x")
    ana.sees("why, in one line?")
    ana.types("Not needed.")
    ana.presses(ENTER)
    ana.sees("What is one thing")
    ana.presses(CTRL_C)
    assert "Stopped. Kept: 9 answers. Go on with: collab journal week" in ana.leaves(130)

    journal = kept()
    talks = {talk["id"]: talk for talk in journal["talks"]}
    assert talks["T-1"]["let_go"] == "2024-06-14"
    assert (talks["T-2"]["held"], talks["T-2"]["was"]) == ("2024-06-12", 2)
    assert talks["T-3"]["date"] == "2024-06-17"
    assert talks["T-3"]["moved"] == [{"on": "2024-06-14", "from": "2024-06-20", "to": "2024-06-17"}]
    done = {one["id"]: one for one in journal["promises"]}
    assert [done[f"P-{n}"].get("done") for n in range(1, 7)] == [
        "2024-06-11",
        "2024-06-14",
        None,
        "2024-06-14",
        None,
        None,
    ]
    assert done["P-3"]["moved"] == [{"on": "2024-06-14", "from": "2024-06-13", "to": "2024-06-17"}]
    assert done["P-5"]["moved"] == [
        {"on": "2024-06-14", "from": "2024-06-20", "to": "2024-06-21", "agreed": True}
    ]
    assert (done["P-6"]["dropped"], done["P-6"]["reason"]) == ("2024-06-14", "Not needed.")

    told = [collab("undo", now=FRIDAY).out.partition(",")[0] for _ in range(9)]
    assert told == [
        f"Taken back: {what}"
        for what in (
            "promise dropped",
            "promise moved",
            "promise kept",
            "promise moved",
            "promise kept",
            "promise kept",
            "talk date",
            "talk held",
            "talk let go",
        )
    ]
    assert kept() == before
    assert "promise moved" in collab("journal", "history", now=FRIDAY).out


def test_going_back_another_window_and_leaving_what_is_left(
    home: Path, review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    later = [_promise(number, f"2024-06-{18 + number}") for number in range(2, 8)]
    import_journal(entries=[written("2024-06-10")], promises=[HIRES, *later])
    ana = review(FRIDAY)
    _to_the_things(ana)
    ana.sees("k kept in time · r kept later · m move · x drop · Enter leave e leave all 7")
    ana.presses("m")
    ana.types("tue")
    ana.presses(ENTER)
    ana.sees("a agreed")
    ana.presses(UP)
    ana.sees("to which day? > tue")
    ana.presses(ENTER)
    ana.sees("a agreed")
    ana.presses("a")
    ana.sees("promise 2")
    ana.presses(UP)
    ana.sees("moved to Tue 18 June, agreed")
    ana.sees("Enter as it is")
    ana.presses("r")
    ana.sees("From Cy: two hires       kept later")
    ana.sees("promise 2")
    with unit(Journal(str(home / "journal.db")), "promise kept", FRIDAY) as elsewhere:
        second = promises.with_id(elsewhere.db.conn, "P-2")
        assert second
        promises.put(elsewhere, second.kept_on(date(2024, 6, 13)))
    ana.presses("m")
    ana.types("+3")
    ana.presses(ENTER)
    ana.sees("a agreed")
    ana.presses("a")
    ana.sees("This promise was kept on Thu 13 June 2024.")
    ana.sees("promise 3")
    ana.presses("x")
    ana.sees("why, in one line?")
    ana.presses(ENTER)
    ana.sees("promise 4")
    ana.presses(UP)
    ana.sees("promise 3")
    ana.sees("dropped")
    ana.sees("Enter as it is")
    ana.presses(ENTER)
    ana.sees("promise 4")
    ana.sees("e leave all 4")
    ana.presses("e")
    ana.sees("3 others left as they are")
    ana.sees("What is one thing")
    ana.presses(CTRL_C)
    ana.leaves(130)

    hires, second, third, *others = kept()["promises"]
    assert third["dropped"] == "2024-06-14"
    assert all("done" not in one and "dropped" not in one for one in others)
    assert (second["done"], second.get("moved", [])) == ("2024-06-13", [])
    assert (hires["done"], hires.get("moved", [])) == ("2024-06-14", [])


def test_a_held_talk_stays_held_when_one_stops_at_how_hard_it_was(
    review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=[written("2024-06-10")], talks=[CY], promises=[HIRES])
    ana = review(FRIDAY)
    _to_the_things(ana)
    ana.presses("h")
    ana.sees("How hard was it?")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert kept()["talks"][0]["held"] == "2024-06-14"
