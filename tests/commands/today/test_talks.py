"""Talks in the day's session: the morning of one, whether it was held, and one question a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from collab.storage.database import Journal
from collab.storage.sessions import stored
from tests.commands.conftest import Collab
from tests.commands.today.conftest import Sit, at, written
from tests.commands.today.test_mornings import PLAN, PROMISE
from tests.journeys.person import CTRL_C, ENTER, Person

pytestmark = pytest.mark.slow

Kept = Callable[[], dict]
Bring = Callable[..., None]

RUI = {
    "id": "T-RUI1",
    "who": "Rui",
    "about": "the handovers that slip",
    "added": "2024-05-31",
    "date": "2024-06-12",
    "expected": 4,
}
CY = {"id": "T-CY01", "who": "Cy", "about": "the budget cut", "added": "2024-06-01"}


def about(prompt: str, text: str, step: str = "prepare", **own: object) -> dict[str, object]:
    """An answer about the talk with Rui."""
    answer = {"prompt": prompt, "theme": "difficult", "text": text, "talk": "T-RUI1"}
    return {**{key: value for key, value in answer.items() if value}, "step": step, **own}


PREPARED = {
    "day": "2024-06-03",
    "kind": "talk",
    "answers": [
        about("D-01", "The handovers."),
        about(
            "D-02",
            "Four handovers in May came after 17:00. I wrote to him twice. We never spoke"
            " about it.",
        ),
        about("D-03", "That I do not trust him."),
        about("D-08", "One list."),
        about(
            "D-09",
            "I see the handovers one way, and I think you see them another. I would like to"
            " hear yours first.",
        ),
        about(
            "D-14",
            "",
            **{"if": "it gets heated,", "then": "put the pen down and ask what I have not"
               " understood."},
        ),
    ],
}  # fmt: skip
"""All core questions of the preparation."""

MORNING = """
Wednesday 12 June 2024, morning

  Due today  to Ana: comments on the hiring plan
  Your plan  If the vendor call turns into who is to blame, then I will ask Bo
             to speak first and write down what he needs.
  Today      talk with Rui about the handovers that slip
             Your first sentence: "I see the handovers one way, and I think you
             see them another. I would like to hear yours first."
             If it gets heated, then I will put the pen down and ask what I
             have not understood.

You are about to talk today. What do you want to find out?

> When he knows that a handover will be late, and who he tells.
  saved 08:42

Saved: 1 answer. Tonight: what became of the plan and of the talk."""


def test_the_morning_of_a_talk_shows_what_was_prepared_and_asks_about_it(
    sit: Sit, import_journal: Bring, kept: Kept
) -> None:
    import_journal(
        entries=[PREPARED, written("2024-06-10"), written("2024-06-11", plan=PLAN)],
        promises=[PROMISE],
        talks=[RUI],
    )

    ana = sit(at("2024-06-12", "08:42"))
    ana.sees("You are about to talk today.")
    ana.sees("Enter skip")
    ana.types("When he knows that a handover will be late, and who he tells.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("c change the plan · Enter done")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == MORNING
    (page,) = [one for one in kept()["entries"] if one["kind"] == "morning"]
    (answer,) = page["answers"]
    assert (answer["prompt"], answer["step"], answer["talk"]) == ("D-16", "hold", "T-RUI1")


def test_a_talk_that_was_not_prepared_has_an_empty_card_and_the_plan_is_asked_for(
    sit: Sit, import_journal: Bring
) -> None:
    import_journal(entries=[written("2024-06-11")], talks=[RUI])

    ana = sit(at("2024-06-12", "08:42"))
    ana.sees("talk with Rui about the handovers that slip")
    ana.sees("You are about to talk today.")
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.sees("At which moment today will it matter")
    ana.presses(CTRL_C)
    ana.leaves(130)

    assert "Your first sentence" not in ana.page()


EVENING = """
Wednesday 12 June 2024, evening

  Your plan  If the vendor call turns into who is to blame, then I will ask Bo
             to speak first and write down what he needs.
             done · saved 18:30
  Rui        talk held; expected 4, was 2 · saved 18:30

What was said and done in the talk, told as an outside observer would tell it?
  Before it you wrote: Four handovers in May came after 17:00. I wrote to him
  twice. We never spoke about it.

> @Rui said the handovers slip when I change the list after noon. I had never
  put the two together. The list closes at noon, and that binds me first.
  saved 18:30

  Three more about this talk wait for tomorrow, or: collab talk debrief rui

  Shared decisions           skipped
  Shared purpose             skipped

At which moment tomorrow will it matter how you act, alone or with others?
  skipped

Saved: Wednesday 12 June, 1 answer, 1 talk.
Tomorrow evening: the talk with Rui."""

HELD_TEXT = (
    "@Rui said the handovers slip when I change the list after noon. I had never put the two"
    " together. The list closes at noon, and that binds me first."
)


def _skips_the_rest(ana: Person) -> None:
    """Pass over two ratings and the plan."""
    for _ in range(2):
        ana.sees("Enter skip")
        ana.presses(ENTER)
        ana.sees("skipped")
    ana.sees("At which moment tomorrow")
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.leaves(0)


def test_the_evening_asks_whether_it_was_held_and_then_about_it(
    sit: Sit, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    import_journal(
        entries=[PREPARED, written("2024-06-10"), written("2024-06-11", plan=PLAN)],
        talks=[RUI],
        people=[{"name": "rui", "names": ["rui"], "role": "report", "added": "2024-06-01"}],
    )

    ana = sit(at("2024-06-12"))
    ana.sees("c no occasion")
    ana.presses("d")
    ana.sees("Today talk with Rui about the handovers that slip")
    ana.sees("h held · s set another day · g let it go")
    ana.presses("h")
    ana.sees("How hard was it? 1 easy to 5 very hard")
    ana.presses("2")
    ana.sees("expected 4, was 2")
    ana.sees("told as an outside observer")
    ana.sees("Enter skip")
    ana.types(HELD_TEXT)
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("Three more about this talk")
    _skips_the_rest(ana)

    assert ana.page() == EVENING
    (talk,) = kept()["talks"]
    assert talk == {**RUI, "held": "2024-06-12", "was": 2}
    (page,) = [one for one in kept()["entries"] if one["day"] == "2024-06-12"]
    (answer,) = page["answers"]
    assert (page["kind"], answer["prompt"], answer["step"]) == ("evening", "D-20", "debrief")
    collab("undo", now=at("2024-06-12"))
    assert [one["day"] for one in kept()["entries"]].count("2024-06-12") == 0
    assert collab("undo", now=at("2024-06-12")).out.startswith("Taken back: talk held, ")
    assert kept()["talks"] == [RUI]


SET_ANEW = """
Wednesday 12 June 2024, evening

  Rui        talk set for Fri 14 June · saved 18:30
"""


def test_a_talk_that_is_set_for_another_day_leaves_the_open_question_its_place(
    sit: Sit, import_journal: Bring, kept: Kept
) -> None:
    import_journal(entries=[PREPARED, written("2024-06-11")], talks=[RUI])

    ana = sit(at("2024-06-12"))
    ana.sees("h held · s set another day · g let it go")
    ana.presses("s")
    ana.sees("to which day?")
    ana.pauses()
    ana.types("fri")
    ana.presses(ENTER)
    ana.sees("set for Fri 14 June")
    ana.sees("Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)

    page = ana.page()
    assert page.startswith(SET_ANEW)
    assert "outside observer" not in page
    (talk,) = kept()["talks"]
    moved = [{"on": "2024-06-12", "from": "2024-06-12", "to": "2024-06-14"}]
    assert talk == {**RUI, "date": "2024-06-14", "moved": moved}


ANOTHER = {"id": "T-CY2", "who": "Cy", "added": "2024-06-01", "held": "2024-06-07"}
"""A talk whose debrief is due on the evening of Rui's."""


def test_the_talk_that_was_held_has_the_evening_before_any_other(
    sit: Sit, import_journal: Bring, kept: Kept
) -> None:
    import_journal(entries=[PREPARED, written("2024-06-11")], talks=[ANOTHER, RUI])

    ana = sit(at("2024-06-12"))
    ana.sees("h held · s set another day · g let it go")
    ana.presses("h")
    ana.sees("How hard was it?")
    ana.presses(ENTER)
    ana.sees("told as an outside observer")
    ana.sees("Before it you wrote: Four handovers")
    ana.types("Of Rui.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(CTRL_C)
    ana.leaves(130)

    (answer,) = kept()["entries"][-1]["answers"]
    assert (answer["talk"], answer["prompt"]) == (RUI["id"], "D-20")


def test_of_two_talks_held_on_one_day_the_first_has_the_evening(
    sit: Sit, import_journal: Bring
) -> None:
    other = {**RUI, "id": "T-ZY", "who": "Cy", "about": "the budget cut"}
    import_journal(entries=[PREPARED, written("2024-06-11")], talks=[RUI, other])

    ana = sit(at("2024-06-12"))
    for who in ("Rui", "Cy"):
        ana.sees(f"talk with {who}")
        ana.presses("h")
        ana.sees("How hard was it?")
        ana.presses("2")
        ana.sees("was 2")
    ana.sees("told as an outside observer")
    ana.sees("Before it you wrote: Four handovers")
    ana.presses(CTRL_C)
    ana.leaves(130)


def test_where_no_talk_takes_place_another_has_the_evening(sit: Sit, import_journal: Bring) -> None:
    to_prepare = {"id": "T-CY4", "who": "Cy", "about": "the budget cut", "added": "2024-06-01"}
    import_journal(
        entries=[written("2024-06-11")], talks=[{**RUI, "date": "2024-06-11"}, to_prepare]
    )

    ana = sit(at("2024-06-12"))
    ana.sees("h held · s set another day · g let it go")
    ana.presses("g")
    ana.sees("let go")
    ana.sees("talk with Cy about the budget cut")
    ana.presses(CTRL_C)
    ana.leaves(130)


def test_a_debrief_of_which_all_was_asked_is_no_longer_due(
    sit: Sit, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    """Such is one that was imported so, and one whose end was taken back."""
    asked = [about(prompt, "Words.", "debrief") for prompt in ("D-20", "D-21", "D-25", "D-26")]
    held = {**RUI, "held": "2024-06-11", "was": 2}
    import_journal(
        entries=[PREPARED, {"day": "2024-06-11", "kind": "talk", "answers": asked}], talks=[held]
    )
    assert collab("status", now=at("2024-06-12")).out.startswith("1 due")

    ana = sit(at("2024-06-12"))
    ana.sees("Which moment with others today")
    ana.presses(CTRL_C)
    assert "Rui" not in ana.leaves(130)

    assert kept()["talks"] == [{**held, "debriefed": "2024-06-11"}]
    assert collab("status", now=at("2024-06-12")).out.startswith("nothing due")
    assert collab("undo", now=at("2024-06-12")).out.startswith("Taken back: talk debriefed, ")


@pytest.mark.parametrize(
    ("key", "follows"), [(ENTER, "The talk has not taken place yet."), ("g", "")]
)
def test_a_talk_whose_day_passed_is_asked_for_first_and_then_what_happened(
    home: Path, sit: Sit, import_journal: Bring, kept: Kept, key: str, follows: str
) -> None:
    import_journal(entries=[PREPARED, written("2024-06-13")], talks=[RUI])

    ana = sit(at("2024-06-14"), columns=60)
    ana.sees("Planned talk with Rui about the handovers that slip, for Wed 12 June")
    ana.sees("h held · s set another day · g let it go")
    ana.presses(key)
    ana.sees("skipped" if key == ENTER else "let go · saved 18:30")
    ana.sees("Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)

    ana = sit(at("2024-06-14", "19:00"))
    ana.sees("continued")
    ana.sees(follows or "Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)
    with Journal(str(home / "journal.db")).read() as connection:
        asked = [one.prompt for one in stored(connection, date(2024, 6, 14), "evening")]
    assert ("D-29" in asked) is bool(follows)
    assert ("let_go" in kept()["talks"][0]) is (key == "g")


def test_words_begun_about_a_talk_are_offered_the_next_day_and_finished_there(
    sit: Sit, import_journal: Bring, kept: Kept
) -> None:
    import_journal(entries=[written("2024-06-11")], talks=[{**CY, "id": "T-RUI1"}])
    ana = sit(at("2024-06-12"))
    ana.sees("Is this about safety, harassment")
    ana.sees("Which talk are you carrying around")
    ana.sees("talk with Cy about the budget cut")
    ana.sees("Enter skip")
    ana.types("The budg")
    ana.presses(CTRL_C)
    ana.leaves(130)

    ana = sit(at("2024-06-13"))
    ana.sees('Yesterday you began: "The budg"')
    ana.presses("f")
    ana.sees("Which talk are you carrying around")
    ana.sees("Enter save")
    ana.types("et cut.")
    ana.presses(ENTER)
    ana.sees("saved 18:30")
    ana.sees("Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)

    (page,) = [one for one in kept()["entries"] if one["day"] == "2024-06-12"]
    (answer,) = page["answers"]
    assert (answer["text"], answer["talk"], answer["step"]) == (
        "The budget cut.",
        "T-RUI1",
        "prepare",
    )


def test_a_light_evening_and_a_form_know_of_talks_what_they_need(
    sit: Sit, import_journal: Bring, collab: Collab
) -> None:
    import_journal(entries=[PREPARED, written("2024-06-11")], talks=[{**RUI, "held": "2024-06-11"}])
    form = collab("journal", "today", "--form", now=at("2024-06-12")).out
    assert "talk=T-RUI1" in form
    assert "step=debrief" in form

    ana = sit(at("2024-06-12"), "--light")
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.leaves(0)
    assert "Rui" not in ana.page()
