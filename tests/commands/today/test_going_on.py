"""Stopping, going on, going back: nothing that was typed is lost on the way."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import (
    BACKSPACE,
    CTRL_C,
    CTRL_L,
    CTRL_U,
    DOWN,
    ENTER,
    TAB,
    UP,
    Person,
    collab,
)

pytestmark = pytest.mark.slow

TWO_EVENINGS = [written("2024-06-11"), written("2024-06-12")]
THURSDAY = at("2024-06-13")
FRIDAY = at("2024-06-14")


STOPPED = """
Thursday 13 June 2024, evening

Which decision did you take on your own today, and who feels its effect?

> Rui said the handovers

Stopped. Kept: the words you had begun.
Go on today with: collab journal today"""


def _begins_and_stops(person: Person, words: str) -> None:
    person.sees("Enter skip")
    person.types(words)
    person.sees("Enter save")
    person.presses(CTRL_C)


def test_begun_words_come_back_into_the_field_and_are_no_answer_before(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    _begins_and_stops(ana, "Rui said the handovers")
    stopped = ana.leaves(130)
    assert ana.page() == STOPPED
    assert stopped.rstrip().endswith(
        "Stopped. Kept: the words you had begun. Go on today with: collab journal today"
    )
    assert [entry["day"] for entry in kept()["entries"]] == ["2024-06-11", "2024-06-12"]
    assert "handovers" not in collab(home, "report", "--week", at=THURSDAY)
    assert collab(home, "status", at=THURSDAY).startswith("unfinished · ")

    again = sit(at("2024-06-13", "19:05"))
    again.sees("Thursday 13 June 2024, evening, continued")
    again.sees("> Rui said the handovers")
    again.sees("your words from 18:30 · Enter save")
    again.types(" slip.")
    again.presses(ENTER)
    again.sees("saved 19:05")
    again.presses(CTRL_C)
    again.leaves(130)
    assert kept()["entries"][-1]["answers"][0]["text"] == "Rui said the handovers slip."
    assert not collab(home, "status", at=THURSDAY).startswith("unfinished")


def test_begun_words_for_the_deeper_question_come_back_too(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("d answer that too")
    ana.presses("d")
    ana.sees("Enter skip")
    ana.types("Going on")
    ana.sees("Going on")
    ana.presses(CTRL_C)
    assert "Kept: 1 answer and the words you had begun." in ana.leaves(130)

    again = sit(THURSDAY)
    again.sees("> Going on")
    again.types(" words.")
    again.presses(ENTER)
    again.sees("Enter go on")
    again.presses(ENTER)
    again.sees("Shared decisions today")
    again.presses(CTRL_C)
    again.leaves(130)

    (answer,) = kept()["entries"][-1]["answers"]
    assert (answer["text"], answer["deeper_text"]) == ("Words.", "Going on words.")


def test_words_begun_for_a_skipped_question_come_back_first(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.sees("Shared decisions today")
    ana.presses(UP)
    ana.sees("Which decision did you take")
    ana.types("After all")
    ana.sees("Enter save")
    ana.presses(CTRL_C)
    ana.leaves(130)

    again = sit(THURSDAY)
    again.sees("> After all")


def test_what_was_finished_today_is_not_asked_again_today(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    _begins_and_stops(ana, "Begun words")
    ana.leaves(130)

    friday = sit(FRIDAY)
    friday.sees("f finish it")
    friday.presses("f")
    friday.sees("Thursday 13 June 2024, evening, finished later")
    friday.sees("> Begun words")
    friday.presses(ENTER)
    friday.sees("Friday 14 June 2024, evening")
    friday.sees("Enter skip")
    assert friday.page().count("Which decision did you take on your own today") == 1


def test_going_on_says_what_was_saved_before(sit: Sit, import_journal: Callable[..., None]) -> None:
    import_journal(
        entries=[
            written("2024-06-11"),
            written("2024-06-12", plan={"then": "wait", "for": "2024-06-13"}),
        ]
    )
    ana = sit(THURSDAY)
    ana.sees("d done")
    ana.presses("D")
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("3")
    ana.sees("y well")
    ana.presses(CTRL_C)
    assert "Stopped. Kept: 3 answers." in ana.leaves(130)

    again = sit(at("2024-06-13", "19:05"))
    again.sees("Thursday 13 June 2024, evening, continued")
    again.sees("Saved before: the plan, your answer, 1 rating.")
    again.sees("Shared purpose today")
    again.presses(CTRL_C)
    again.leaves(130)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        pytest.param("f", ["Begun words, finished."], id="finished"),
        pytest.param("t", ["Begun words"], id="as a note"),
        pytest.param("z", [], id="discarded"),
    ],
)
def test_the_next_day_begun_words_are_offered(
    home: Path,
    sit: Sit,
    import_journal: Callable[..., None],
    kept: Callable[[], dict],
    key: str,
    found: list[str],
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    _begins_and_stops(ana, "Begun words")
    ana.leaves(130)

    friday = sit(FRIDAY)
    friday.sees('Yesterday you began: "Begun words"')
    friday.sees("f finish it · t turn it into a note · z discard")
    friday.presses(ENTER)  # answers nothing
    friday.pauses()
    friday.presses(key)
    if key == "f":
        friday.sees("> Begun words")
        friday.types(", finished.")
        friday.presses(ENTER)
    friday.sees("Friday 14 June 2024, evening")
    friday.presses(CTRL_C)
    friday.leaves(130)

    thursday = [entry for entry in kept()["entries"] if entry["day"] == "2024-06-13"]
    texts = [entry.get("text") or entry["answers"][0]["text"] for entry in thursday]
    assert texts == found
    assert not collab(home, "status", at=FRIDAY).startswith("unfinished")


def test_going_back_shows_the_answer_and_enter_leaves_it_as_it_is(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("First words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses("*")
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("Shared decisions today")
    ana.presses(UP)
    ana.sees("> First words.")
    ana.presses(ENTER)
    ana.sees("Shared decisions today")
    ana.presses(UP)
    ana.sees("> First words.")
    ana.types(" And more.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("Shared decisions today")
    ana.presses("4")
    ana.sees("y well")
    ana.presses(UP)
    ana.sees("one key · Enter keep 4 · ↑ back")
    ana.presses("2")
    ana.sees("y well")
    ana.presses("n")
    ana.sees("Shared purpose today")
    ana.presses(CTRL_C)
    ana.leaves(130)

    page = kept()["entries"][-1]
    (answer,) = page["answers"]
    (rating,) = page["ratings"]
    assert (answer["text"], answer["starred"]) == ("First words. And more.", True)
    assert (rating["value"], rating["fit"]) == (2, "other")


def test_an_emptied_answer_goes_only_when_that_is_said(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    for key in (ENTER, "t"):
        ana.sees("Enter go on")
        ana.presses(UP)
        ana.sees("> Words.")
        ana.presses(CTRL_U)
        ana.presses(ENTER)
        ana.sees("t take it off · Enter keep it")
        ana.presses(key)
        ana.sees("Shared decisions today")
        if key == ENTER:
            assert kept()["entries"][-1]["answers"][0]["text"] == "Words."
            ana.presses(UP)
            ana.sees("> Words.")
            ana.types("")
            ana.presses(ENTER)
            ana.sees("Shared decisions today")
            ana.presses(UP)
            ana.sees("> Words.")
            ana.types(" ")
            ana.presses(ENTER)
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert [entry["day"] for entry in kept()["entries"]] == ["2024-06-11", "2024-06-12"]


def test_a_rating_and_its_fit_are_undone_as_one(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("3")
    ana.sees("y well")
    assert kept()["entries"][-1]["ratings"][0]["value"] == 3
    ana.presses("y")
    ana.sees("Shared purpose today")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert kept()["entries"][-1]["ratings"][0]["fit"] == "well"

    collab(home, "undo", at=THURSDAY)

    page = kept()["entries"][-1]
    assert "ratings" not in page
    assert page["answers"][0]["text"] == "Words."


def test_two_windows_on_one_evening_keep_the_words_of_both(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana, other = sit(THURSDAY), sit(THURSDAY)
    for window in (ana, other):
        window.sees("Enter skip")
    ana.types("Words of one.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    other.types("Words of the other.")
    other.presses(ENTER)
    other.sees("answered in another window meanwhile; kept as a note · saved")
    other.sees("Shared decisions today")
    for window in (ana, other):
        window.presses(CTRL_C)
        window.leaves(130)

    texts = [
        entry.get("text") or entry["answers"][0]["text"]
        for entry in kept()["entries"]
        if entry["day"] == "2024-06-13"
    ]
    assert sorted(texts) == ["Words of one.", "Words of the other."]


def test_words_beside_an_answer_that_is_gone_become_a_note(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("d answer that too")
    collab(home, "undo", at=THURSDAY)
    ana.presses("d")
    ana.sees("Enter skip")
    ana.types("Going on.")
    ana.presses(ENTER)
    ana.sees("the answer is no longer on the page; kept as a note · saved")
    ana.presses(CTRL_C)
    ana.leaves(130)

    found = [entry for entry in kept()["entries"] if entry["day"] == "2024-06-13"]
    assert [(entry["kind"], entry["text"]) for entry in found] == [("note", "Going on.")]


def test_a_fit_never_joins_the_rating_of_another_window(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana, other = sit(THURSDAY), sit(THURSDAY)
    for window, key in ((ana, "2"), (other, "5")):
        window.sees("Enter skip")
        window.presses(ENTER)
        window.sees("one key")
        window.presses(key)
        window.sees("y well")
    ana.presses("n")
    ana.sees("Shared purpose today")

    (rating,) = kept()["entries"][-1]["ratings"]
    assert (rating["value"], rating.get("fit")) == (5, None)


def test_discarded_words_come_back_as_a_note(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    _begins_and_stops(ana, "Begun words")
    ana.leaves(130)
    friday = sit(FRIDAY)
    friday.sees("z discard")
    friday.presses("z")
    friday.sees("back again, as a note: collab undo")
    friday.sees("Enter skip")
    friday.presses(CTRL_C)
    friday.leaves(130)
    assert len(kept()["entries"]) == 2

    collab(home, "undo", at=FRIDAY)

    (note,) = [entry for entry in kept()["entries"] if entry["kind"] == "note"]
    assert (note["day"], note["text"]) == ("2024-06-13", "Begun words")


def test_changing_an_answer_does_not_make_it_two(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(UP)
    ana.sees("> Words.")
    ana.types(" More.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("2")
    ana.sees("y well")
    ana.presses(UP)
    ana.sees("Enter keep 2")
    ana.presses(ENTER)
    ana.sees("Shared purpose today")
    ana.presses(CTRL_C)
    assert "Stopped. Kept: 2 answers." in ana.leaves(130)
    assert "Shared decisions           2  I decided alone" in ana.page()


@pytest.mark.parametrize("key", [UP, CTRL_C, CTRL_L], ids=["back", "stop", "light"])
def test_a_rating_whose_fit_was_left_stands_on_the_page(
    sit: Sit, import_journal: Callable[..., None], key: str
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("3")
    ana.sees("y well")
    ana.presses(BACKSPACE)
    ana.sees("Enter keep 3")
    ana.presses(key)
    ana.sees("Shared decisions 3 I asked at least one person affected")


def test_the_focus_that_was_chosen_comes_back_into_the_field(home: Path, sit: Sit) -> None:
    ana = sit(THURSDAY)
    ana.sees("Enter begin")
    ana.presses(ENTER)
    for answer in ("Enter skip", "one key", "then I will"):
        ana.sees(answer)
        ana.presses(ENTER)
    ana.sees("? what they mean")
    ana.types("4 3")
    ana.presses(ENTER)
    ana.sees("that you cannot do yet?")
    ana.presses(UP)
    ana.sees("> 4 3")
    ana.presses(ENTER)
    ana.sees("that you cannot do yet?")
    assert collab(home, "settings", "get", "focus", at=THURSDAY) == "difficult candour\n"
    assert ana.page().count("Focus ") == 1

    ana.presses(UP)
    ana.sees("> 4 3")
    ana.presses(CTRL_U)
    ana.presses(ENTER)
    ana.sees("Focus none")
    ana.leaves(0)
    assert collab(home, "settings", "get", "focus", at=THURSDAY) == "\n"


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["hangup", "terminated"])
def test_a_closed_window_keeps_the_begun_words_and_says_nothing(
    home: Path, sit: Sit, import_journal: Callable[..., None], number: signal.Signals
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Begun words")
    ana.sees("Begun words")
    os.kill(ana.process, number)

    assert "Stopped" not in ana.leaves(128 + number)
    again = sit(THURSDAY)
    again.sees("> Begun words")


def test_words_that_cannot_be_saved_are_kept_in_a_file_and_offered(
    home: Path, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=TWO_EVENINGS)
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Words in hand.")
    ana.sees("Enter save")
    other = sqlite3.connect(home / "journal.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    ana.presses(ENTER)
    said = ana.leaves(3)
    other.execute("ROLLBACK")
    other.close()
    assert "Your words are in" in said
    assert "Words in hand" not in said.partition("Your words are in")[2]

    again = sit(THURSDAY)
    again.sees('These words could not be saved: "Words in hand."')
    again.presses("t")
    again.sees("a note of today")
    again.presses(CTRL_C)
    again.leaves(130)
    assert kept()["entries"][-1]["text"] == "Words in hand."
    assert list((home / "recovery").iterdir()) == []


@pytest.mark.parametrize(
    ("who", "words", "found"),
    [
        pytest.param("@Ana", "You waited.", ("I-39", "Ana", "You waited."), id="who and words"),
        pytest.param("", "You waited.", (None, None, "You waited."), id="words without a name"),
        pytest.param("Ana", "", ("I-39", None, "Ana"), id="a name without words"),
    ],
)
def test_who_was_to_be_asked_comes_back_with_their_words(
    sit: Sit,
    import_journal: Callable[..., None],
    kept: Callable[[], dict],
    who: str,
    words: str,
    found: tuple[str | None, str | None, str],
) -> None:
    wanted = {"prompt": "I-39", "theme": "candour", "text": "Ana: what slows you down?"}
    import_journal(
        entries=[
            written("2024-06-11"),
            {"day": "2024-06-12", "kind": "evening", "answers": [wanted]},
        ]
    )
    ana = sit(THURSDAY)
    ana.sees("You wanted to ask: Ana: what slows you down?")
    ana.sees("Enter skip")
    if who:
        ana.types(who)
    ana.presses(ENTER if who else DOWN)
    if words:
        ana.types(words)
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(CTRL_C)
    ana.leaves(130)

    (answer,) = kept()["entries"][-1]["answers"]
    assert (answer.get("prompt"), answer.get("outside"), answer["text"]) == found


def test_tab_completes_the_names_the_journal_knows(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=[*TWO_EVENINGS, {"day": "2024-06-12", "text": "@Beatrice was there."}])
    ana = sit(THURSDAY)
    ana.sees("Enter skip")
    ana.types("Asked @Bea")
    ana.presses(TAB)
    ana.sees("@beatrice")
    ana.types(" first.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(CTRL_C)
    ana.leaves(130)

    assert kept()["entries"][-1]["answers"][0]["text"] == "Asked @beatrice first."


def test_nothing_is_asked_without_a_terminal(home: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "collab", "journal", "today"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, "COLLAB_HOME": str(home)},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "--form" in done.stderr
    assert not home.exists()
