"""Promises made in an evening: out of a line of an answer, and after deciding alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from collab.domain.promise_words import WHAT_THEY_HEAR
from collab.storage.database import Journal
from collab.storage.sessions import drafts
from tests.commands.conftest import Collab
from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import CTRL_C, CTRL_J, CTRL_U, ENTER, Person

pytestmark = pytest.mark.slow


Import = Callable[..., None]
Kept = Callable[[], dict]

WEDNESDAY = at("2024-06-12", "18:31")


def _stops(ana: Person) -> str:
    ana.presses(CTRL_C)
    return ana.leaves(130)


def _to_the_rating(ana: Person) -> None:
    ana.sees("Ctrl-C stop")
    ana.presses(ENTER)
    ana.sees("I waited for others to decide.")
    ana.sees("one key")


def _decides_alone(ana: Person) -> None:
    ana.presses("1")
    ana.sees("How did that suit the situation today?")
    ana.presses("p")
    ana.sees("Who should hear it, and by when?")


def test_a_line_of_an_answer_becomes_a_promise_with_one_key(
    home: Path, sit: Sit, import_journal: Import, kept: Kept, collab: Collab
) -> None:
    import_journal(entries=[written("2024-06-11")])
    ana = sit(WEDNESDAY)
    ana.sees("Ctrl-C stop")
    ana.types("Told them.")
    ana.presses(CTRL_J)
    ana.types("! send @ana the numbers by fri")
    ana.presses(CTRL_J)
    ana.types("! ask about the rota")
    ana.presses(ENTER)
    ana.sees("! send @ana the numbers by fri")
    ana.sees("p make ! a promise · Enter go on")
    ana.presses("p")
    ana.sees("To ana send @ana the numbers: by Fri 14 June · saved")
    ana.sees("! ask about the rota")
    ana.sees("p make ! a promise")
    ana.presses("p")
    ana.sees("by when?")
    ana.types("yesterday")
    ana.presses(ENTER)
    ana.sees("Tue 11 June is over.")
    ana.presses(CTRL_U)
    ana.types("mon")
    ana.presses(ENTER)
    ana.sees("Promise ask about the rota: by Mon 17 June")
    ana.sees("* star it")
    assert "make !" not in ana.page()
    times = [row.rpartition("saved ")[2] for row in ana.page().splitlines() if " saved " in row]
    assert (
        ana.page()
        .partition("> Told them.")[2]
        .startswith(
            f"""
  ! send @ana the numbers by fri
  ! ask about the rota
  saved {times[0]}

  To ana     send @ana the numbers: by Fri 14 June · saved {times[1]}

  Promise    ask about the rota: by Mon 17 June · saved {times[2]}
"""
        )
    )
    _stops(ana)
    journal = kept()
    (page,) = (one for one in journal["entries"] if one["day"] == "2024-06-12")
    assert [
        {name: value for name, value in one.items() if name != "id"} for one in journal["promises"]
    ] == [
        {
            "side": "mine",
            "who": "ana",
            "what": "send @ana the numbers",
            "made": "2024-06-12",
            "due": "2024-06-14",
            "entry": page["id"],
        },
        {
            "side": "mine",
            "what": "ask about the rota",
            "made": "2024-06-12",
            "due": "2024-06-17",
            "entry": page["id"],
        },
    ]
    assert collab("undo", now=WEDNESDAY).out.startswith("Taken back: promise added, ")
    assert [one["what"] for one in kept()["promises"]] == ["send @ana the numbers"]


def test_after_deciding_alone_one_line_says_who_should_hear_it(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")])
    ana = sit(WEDNESDAY, columns=60)
    ana.sees("^C stop")
    ana.presses(ENTER)
    ana.sees("one key")
    _decides_alone(ana)
    ana.types("@Ana and the team, tomorrow")
    ana.presses(ENTER)
    ana.sees(f"{WHAT_THEY_HEAR}: by Thu 13 June · saved")
    ana.sees("one key")
    time = ana.page().rpartition("by Thu 13 June ·")[2].split()[1]
    assert f"""
Who should hear it, and by when?

> @Ana and the team, tomorrow
  To Ana and the team: what I decided, and what it rests
             on: by Thu 13 June · saved {time}
""" in ana.page()
    _stops(ana)
    (promise,) = kept()["promises"]
    assert (promise["who"], promise["what"], promise["due"]) == (
        "Ana and the team",
        WHAT_THEY_HEAR,
        "2024-06-13",
    )


def test_the_end_of_an_evening_counts_the_promises_it_made(
    home: Path, sit: Sit, import_journal: Import
) -> None:
    import_journal(entries=[written("2024-06-10"), written("2024-06-11")])
    ana = sit(WEDNESDAY)
    ana.sees("Ctrl-C stop")
    ana.types("! numbers by fri")
    ana.presses(ENTER)
    ana.sees("p make ! a promise")
    ana.presses("p")
    ana.sees("Promise numbers: by Fri 14 June")
    for _ in range(4):  # the star, the ratings, the plan
        ana.pauses()
        ana.presses(ENTER)
    assert "Saved: Wednesday 12 June, 1 answer, 1 new promise." in ana.leaves(0)
    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("Wednesday 12 June is written: 1 answer, 1 new promise.")
    ana.presses(ENTER)
    ana.leaves(0)


def test_no_day_makes_a_note_and_begun_words_come_back(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")])
    ana = sit(WEDNESDAY)
    _to_the_rating(ana)
    _decides_alone(ana)
    ana.types("the te")
    assert "the words you had begun" in _stops(ana)
    ana = sit(at("2024-06-12", "18:50"))
    ana.sees("Who should hear it, and by when?")
    ana.sees("the te")
    ana.types("am")
    ana.presses(ENTER)
    ana.sees("by when?")
    ana.sees("Enter no promise")
    ana.presses(ENTER)
    ana.sees("kept as a note · saved")
    _stops(ana)
    journal = kept()
    assert journal["promises"] == []
    (note,) = (one for one in journal["entries"] if one.get("kind", "note") == "note")
    assert note["text"] == "the team"


def test_nothing_is_asked_after_any_other_rating_or_when_passed_over(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")])
    ana = sit(WEDNESDAY)
    _to_the_rating(ana)
    ana.presses("2")
    ana.sees("How did that suit")
    ana.presses("y")
    ana.sees("saved")
    ana.sees("one key")
    assert "Who should hear" not in ana.page()
    _stops(ana)
    assert kept()["promises"] == []


def test_the_sixth_promise_asks_which_one_goes(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    five = [
        {"side": "mine", "who": "bo", "what": f"promise {n}", "due": f"2024-06-2{n}"}
        for n in range(5)
    ]
    import_journal(entries=[written("2024-06-11")], promises=five)
    ana = sit(WEDNESDAY)
    _to_the_rating(ana)
    _decides_alone(ana)
    ana.types("Ana tomorrow")
    ana.presses(ENTER)
    ana.sees("You have five open promises. Which one goes?")
    ana.sees("a number drops that one · k keep all six · Enter no promise")
    ana.presses("3")
    ana.sees("to bo: promise 2")
    ana.sees("why, in one line?")
    ana.types("They have it.")
    ana.presses(ENTER)
    ana.sees("Dropped to bo: promise 2: one goes")
    ana.sees("To Ana what I decided")
    _stops(ana)
    (gone,) = [one for one in kept()["promises"] if "dropped" in one]
    assert (gone["what"], gone["reason"]) == ("promise 2", "They have it.")


def test_a_reason_that_was_begun_comes_back(
    home: Path, sit: Sit, import_journal: Import, kept: Kept
) -> None:
    five = [
        {"side": "mine", "who": "bo", "what": f"promise {n}", "due": f"2024-06-2{n}"}
        for n in range(5)
    ]
    import_journal(entries=[written("2024-06-11")], promises=five)
    ana = sit(WEDNESDAY)
    _to_the_rating(ana)
    _decides_alone(ana)
    ana.types("Ana tomorrow")
    ana.presses(ENTER)
    ana.sees("Which one goes?")
    ana.presses("3")
    ana.sees("why, in one line?")
    ana.types("They have it, I")
    _stops(ana)

    ana = sit(WEDNESDAY)
    ana.sees("Who should hear it, and by when?")
    ana.presses(ENTER)
    ana.sees("Which one goes?")
    ana.presses("3")
    ana.sees("They have it, I")
    ana.types(" think.")
    ana.presses(ENTER)
    ana.sees("Dropped to bo: promise 2: one goes")
    _stops(ana)
    (gone,) = [one for one in kept()["promises"] if "dropped" in one]
    assert gone["reason"] == "They have it, I think."
    with Journal(str(home / "journal.db")).read() as connection:
        assert drafts(connection) == ()


@pytest.mark.parametrize(("key", "open_promises"), [("k", 6), (ENTER, 5)])
def test_at_the_sixth_promise_all_can_stay_or_there_is_none(
    home: Path, sit: Sit, import_journal: Import, kept: Kept, key: str, open_promises: int
) -> None:
    five = [
        {"side": "mine", "who": "bo", "what": f"promise {n}", "due": f"2024-06-2{n}"}
        for n in range(5)
    ]
    import_journal(entries=[written("2024-06-11")], promises=five)
    ana = sit(WEDNESDAY)
    ana.sees("Ctrl-C stop")
    ana.types("! call Ana tomorrow")
    ana.presses(ENTER)
    ana.sees("p make ! a promise")
    ana.presses("p")
    ana.sees("You have five open promises. Which one goes?")
    ana.presses(key)
    ana.sees("* star it")
    _stops(ana)
    assert len([one for one in kept()["promises"] if "dropped" not in one]) == open_promises
