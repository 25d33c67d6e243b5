"""Promises that are due on an evening: asked once, one key each, and nothing else carried over."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from collab.storage import promises
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.commands.conftest import Collab
from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import CTRL_C, CTRL_L, CTRL_U, ENTER, UP, Person

pytestmark = pytest.mark.slow

Import = Callable[..., None]
Kept = Callable[[], dict]

WEDNESDAY = at("2024-06-12", "18:31")


def promise(number: int, due: str, **own: object) -> dict[str, object]:
    return {"id": f"P-{number}", "side": "mine", "what": f"promise {number}", "due": due, **own}


HIRING = promise(1, "2024-06-12", who="Ana", what="comments on the hiring plan")
PLAN = {
    "day": "2024-06-12",
    "kind": "morning",
    "plan": {
        "prompt": "M-02",
        "if": "the vendor call turns into who is to blame",
        "then": "ask Bo to speak first and write down what he needs.",
    },
}


def _stops(ana: Person) -> str:
    ana.presses(CTRL_C)
    return ana.leaves(130)


@pytest.mark.parametrize("columns", [80, 60])
def test_the_promise_stands_below_the_plan_and_is_counted(
    home: Path, sit: Sit, import_journal: Import, kept: Kept, columns: int
) -> None:
    import_journal(entries=[written("2024-06-11"), PLAN], promises=[HIRING])
    ana = sit(WEDNESDAY, columns=columns)
    ana.sees("d done")
    ana.presses("d")
    ana.sees("Due today to Ana: comments on the hiring plan")
    ana.sees("k kept · m move · x drop · o still open")
    ana.presses("k")
    ana.sees("comments on the hiring plan: kept · saved")
    ana.sees("^C stop" if columns == 60 else "Ctrl-C stop")
    kept_at = re.findall(r"kept ·\s+saved (\d\d:\d\d)", ana.page())[0]
    rows = {
        80: f"""\
Wednesday 12 June 2024, evening

  Your plan  If the vendor call turns into who is to blame, then I will ask Bo
             to speak first and write down what he needs.
             done · saved 18:31
  To Ana     comments on the hiring plan: kept · saved {kept_at}
""",
        60: f"""\
Wednesday 12 June 2024, evening

  Your plan  If the vendor call turns into who is to blame,
             then I will ask Bo to speak first and write
             down what he needs.
             done · saved 18:31
  To Ana     comments on the hiring plan: kept ·
             saved {kept_at}
""",
    }
    assert ana.page().lstrip("\n").partition("\nWhich")[0] == rows[columns]
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    for _ in range(4):
        ana.sees("Enter skip")
        ana.presses(ENTER)
    ana.sees("Saved: Wednesday 12 June, 1 answer, 1 promise.")
    ana.leaves(0)
    assert kept()["promises"] == [{**HIRING, "done": "2024-06-12"}]


def test_each_key_keeps_one_thing_that_is_undone_alone(
    home: Path, sit: Sit, import_journal: Import, kept: Kept, collab: Collab
) -> None:
    five = [
        promise(1, "2024-06-10", who="Bo"),
        promise(2, "2024-06-11", who="Alexandrina", side="theirs"),
        promise(3, "2024-06-12"),
        promise(4, "2024-06-12", who="Dee"),
        promise(5, "2024-06-12", who="Rui"),
        promise(6, "2024-06-13", who="Eli"),
    ]
    import_journal(entries=[written("2024-06-11")], promises=five)
    before = kept()
    ana = sit(WEDNESDAY)
    ana.sees("Due to Bo: promise 1, since Mon 10 June")
    ana.sees("k kept in time · r kept later · m move · x drop · o still open")
    ana.presses("r")
    ana.sees("since Tue 11 June")
    ana.presses("m")
    ana.sees("to which day?")
    ana.types("tuesday last")
    ana.presses(ENTER)
    ana.sees("is not a day collab can read")
    ana.presses(CTRL_U)
    ana.types("tue")
    ana.presses(ENTER)
    ana.sees("a agreed · n not agreed")
    ana.presses("n")
    ana.sees("Due today promise 3")
    ana.presses("x")
    ana.sees("why, in one line?")
    ana.types("Not needed.")
    ana.presses(ENTER)
    ana.sees("Also due: to Dee, promise 4; to Rui, promise 5. See: collab promise list")
    ana.sees("Ctrl-O editor")
    times = [row.rpartition("saved ")[2] for row in ana.page().splitlines() if " saved " in row]
    assert (
        ana.page()
        .lstrip("\n")
        .startswith(
            f"""\
Wednesday 12 June 2024, evening

  To Bo      promise 1: kept later · saved {times[0]}
  From Alexandrina: promise 2: moved to Tue 18 June, not agreed; the old date
             counts · saved {times[1]}
  Promise    promise 3: dropped · saved {times[2]}
> Not needed.
  Also due: to Dee, promise 4; to Rui, promise 5. See: collab promise list
"""
        )
    )
    assert "Stopped. Kept: 3 answers." in _stops(ana)

    one, two, three, *others = kept()["promises"]
    assert one["done"] == "2024-06-12"
    assert two["moved"] == [{"on": "2024-06-12", "from": "2024-06-11", "to": "2024-06-18"}]
    assert (three["dropped"], three["reason"]) == ("2024-06-12", "Not needed.")
    assert others == before["promises"][3:]

    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("Wednesday 12 June 2024, evening, continued")
    ana.sees("Saved before: 3 promises.")
    ana.sees("Ctrl-O editor")
    assert "promise 4" not in ana.page()
    _stops(ana)

    told = [collab("undo", now=WEDNESDAY).out.partition(",")[0] for _ in range(3)]
    assert told == [f"Taken back: promise {what}" for what in ("dropped", "moved", "kept")]
    assert kept() == before


def test_still_open_and_passed_over_are_not_asked_again_that_day_but_the_next(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")], promises=[HIRING, promise(2, "2024-06-12")])
    before = kept()["promises"]
    ana = sit(WEDNESDAY)
    ana.sees("o still open")
    ana.presses("o")
    ana.sees("comments on the hiring plan: still open")
    ana.sees("Due today promise 2")
    ana.presses(ENTER)
    ana.sees("promise 2: skipped")
    ana.sees("Ctrl-O editor")
    _stops(ana)
    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("evening, continued")
    ana.sees("Ctrl-O editor")
    assert "Due" not in ana.page()
    assert "Saved before" not in ana.page()
    _stops(ana)
    assert kept()["promises"] == before
    ana = sit(at("2024-06-13", "18:31"))
    ana.sees("Due to Ana: comments on the hiring plan, since Wed 12 June")
    ana.presses("k")
    ana.sees("comments on the hiring plan: kept in time")
    _stops(ana)
    assert kept()["promises"][0]["done"] == "2024-06-12"


def test_going_back_changes_the_answer_and_another_window_is_respected(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(
        entries=[written("2024-06-11")],
        promises=[HIRING, promise(2, "2024-06-12"), promise(3, "2024-06-12")],
    )
    ana = sit(WEDNESDAY)
    ana.sees("o still open")
    ana.presses("k")
    ana.sees("Due today promise 2")
    ana.presses(UP)
    ana.sees("comments on the hiring plan: kept")
    ana.sees("o still open · Enter as it is")
    ana.presses("x")
    ana.sees("why, in one line?")
    ana.types("Half a rea")
    ana.sees("Half a rea")
    assert "the words you had begun" in _stops(ana)
    ana = sit(at("2024-06-12", "18:50"))
    ana.sees("Saved before: the promise to Ana.")
    ana.sees("Why, in one line?")
    ana.sees("Half a rea")
    ana.types("son")
    ana.presses(ENTER)
    ana.sees("comments on the hiring plan: dropped")
    ana.sees("Due today promise 2")
    with unit(Journal(str(home / "journal.db")), "promise kept", WEDNESDAY) as elsewhere:
        second = promises.with_id(elsewhere.db.conn, "P-2")
        assert second
        promises.put(elsewhere, second.kept_on(second.due))
    ana.presses("x")
    ana.sees("promise 2: This promise was kept on Wed 12 June 2024.")
    ana.sees("Due today promise 3")
    _stops(ana)
    first, second, third = kept()["promises"]
    assert (first["dropped"], first["reason"]) == ("2024-06-12", "Half a reason")
    assert "done" not in first
    assert second["done"] == "2024-06-12"
    assert third == promise(3, "2024-06-12")


def test_a_light_evening_names_nothing_and_asks_nothing(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")], promises=[HIRING])
    ana = sit(WEDNESDAY, "--light")
    ana.sees("Ctrl-O editor")
    assert "hiring" not in ana.page()
    _stops(ana)
    ana = sit(at("2024-06-12", "19:00"), "--evening")
    ana.sees("Ctrl-O editor")
    _stops(ana)


def test_the_light_key_at_a_due_promise(home: Path, sit: Sit, import_journal: Import) -> None:
    import_journal(entries=[written("2024-06-11")], promises=[HIRING])
    ana = sit(WEDNESDAY)
    ana.sees("o still open")
    ana.presses(CTRL_L)
    ana.sees("what can you put down")
    _stops(ana)


def test_after_a_gap_what_waits_is_one_key_away(
    home: Path, sit: Sit, import_journal: Import
) -> None:
    import_journal(entries=[written("2024-06-05")], promises=[HIRING])
    ana = sit(WEDNESDAY)
    ana.sees("One question is enough tonight.")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("Waiting: 1 promise.")
    ana.presses("w")
    ana.sees("Due today to Ana: comments on the hiring plan")
    ana.presses("o")
    ana.sees("hiring plan: still open")
    ana.sees("c the days between · Enter done")
    ana.presses(ENTER)
    ana.leaves(0)


def test_after_a_gap_what_is_answered_in_words_is_named_with_its_command(
    home: Path, sit: Sit, import_journal: Import
) -> None:
    import_journal(
        entries=[written("2024-06-05")],
        talks=[
            {"who": "Rui", "about": "the rota", "added": "2024-05-02", "held": "2024-06-04"},
            {"who": "Bo", "added": "2024-05-20"},
        ],
        promises=[promise(number, f"2024-06-0{number}") for number in range(1, 5)],
    )
    ana = sit(WEDNESDAY)
    ana.sees("One question is enough tonight.")
    ana.presses(ENTER)
    ana.sees("Waiting: 4 promises, 2 talks.")
    ana.presses("w")
    ana.sees("Waiting talk with Bo: collab talk show bo")
    ana.sees("talk with Rui about the rota: collab talk debrief rui")
    for number in (1, 2, 3):
        ana.sees(f"promise {number}")
        ana.presses("k")
        ana.sees("kept in time")
    ana.sees("Also due: promise 4. See: collab promise list")
    ana.presses(ENTER)
    ana.leaves(0)


def test_what_waits_after_a_gap_is_asked_again_where_one_stopped(
    home: Path, sit: Sit, import_journal: Import
) -> None:
    import_journal(entries=[written("2024-06-05")], promises=[HIRING])
    ana = sit(WEDNESDAY)
    ana.sees("One question is enough tonight.")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("w what waits")
    ana.presses("w")
    ana.sees("o still open")
    _stops(ana)
    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("evening, continued")
    ana.sees("Due today to Ana: comments on the hiring plan")
    ana.presses("k")
    ana.sees("hiring plan: kept")
    assert "Saved: Wednesday 12 June, 1 answer, 1 promise." in ana.leaves(0)


def test_what_was_kept_by_a_command_meanwhile_is_not_asked_when_going_on(
    home: Path, sit: Sit, import_journal: Import, collab: Collab
) -> None:
    import_journal(entries=[written("2024-06-11")], promises=[HIRING])
    ana = sit(WEDNESDAY)
    ana.sees("o still open")
    _stops(ana)
    assert collab("promise", "keep", "ana", now=WEDNESDAY).code == 0
    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("evening, continued")
    ana.sees("Ctrl-O editor")
    assert "hiring" not in ana.page()
    _stops(ana)


@pytest.mark.parametrize(
    ("to", "due"),
    [("2024-06-12", "Due today"), ("2024-06-11", "Due to Ana: promise 1, since Tue 11 June")],
)
def test_kept_by_a_date_nobody_agreed_to_is_not_said_to_be_in_time(
    sit: Sit, import_journal: Import, to: str, due: str
) -> None:
    move = {"on": "2024-06-09", "from": "2024-06-10", "to": to, "agreed": False}
    late = promise(1, "2024-06-10", who="Ana", moved=[move])
    import_journal(entries=[written("2024-06-11")], promises=[late])
    ana = sit(WEDNESDAY)
    ana.sees(due)
    ana.presses("k")
    ana.sees("promise 1: kept; the old date counts · saved")
    ana.presses(CTRL_C)
    ana.leaves(130)
