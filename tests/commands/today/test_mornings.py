"""Mornings: the plan of the day, made or read back."""

from __future__ import annotations

from collections.abc import Callable

from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import ENTER, UP

WITHOUT_A_PLAN = """
Wednesday 12 June 2024, morning

  Due today  to Ana: comments on the hiring plan

At which moment today will it matter how you act, alone or with others?

> If           the vendor call turns into who is to blame,
> then I will  ask Bo to speak first and write down what he needs.
  saved 08:42

Saved: a plan for today. Tonight: what became of it."""

WITH_A_PLAN = """
Wednesday 12 June 2024, morning

  Due today  to Ana: comments on the hiring plan
  Your plan  If the vendor call turns into who is to blame, then I will ask Bo
             to speak first and write down what he needs.

What matters most to you today, and who else does it touch?

> The vendor call. Bo.
  saved 08:42

At which moment today will it matter how you act, alone or with others?

> If           the vendor call turns into who is to blame,
> then I will  listen.
  saved 08:42

Saved: 1 answer, a plan for today. Tonight: what became of the plan."""

PROMISE = {
    "side": "mine",
    "who": "Ana",
    "what": "comments on the hiring plan",
    "made": "2024-06-07",
    "due": "2024-06-12",
}
PLAN = {
    "prompt": "E-04",
    "question": "At which moment tomorrow will it matter how you act, alone or with others?",
    "if": "the vendor call turns into who is to blame,",
    "then": "ask Bo to speak first and write down what he needs.",
    "for": "2024-06-12",
}


def test_a_morning_without_a_plan_names_what_is_due_and_asks_for_one(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=[written("2024-06-11")], promises=[PROMISE])

    ana = sit(at("2024-06-12", "08:42"))
    ana.sees("Enter skip")
    ana.types("the vendor call turns into who is to blame,")
    ana.presses(ENTER)
    ana.types("ask Bo to speak first and write down what he needs.")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == WITHOUT_A_PLAN


def test_a_plan_made_the_evening_before_is_shown_and_can_be_changed(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(
        entries=[written("2024-06-10"), written("2024-06-11", plan=PLAN)],
        promises=[PROMISE],
    )

    ana = sit(at("2024-06-12", "08:42"))
    ana.sees("Enter skip")
    ana.types("The vendor call. Bo.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("c change the plan · Enter done")
    ana.presses("c")
    ana.sees("Enter save")
    ana.presses("\x15")
    ana.types("listen.")
    ana.presses(ENTER)
    ana.sees("c change the plan · Enter done")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == WITH_A_PLAN
    (plan,) = [entry["plan"] for entry in kept()["entries"] if "plan" in entry]
    assert (plan["then"], plan["for"]) == ("listen.", "2024-06-12")


def test_a_morning_that_is_written_names_the_evening(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=[written("2024-06-11", plan=PLAN)])
    ana = sit(at("2024-06-12", "08:42"))
    ana.sees("Enter skip")
    ana.types("The vendor call. Bo.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(UP)
    ana.sees("The vendor call. Bo.")
    ana.presses(ENTER)
    ana.sees("c change the plan")
    ana.presses(ENTER)
    ana.leaves(0)

    again = sit(at("2024-06-12", "09:30"))
    again.sees("The morning of Wednesday 12 June is written: 1 answer.")
    again.sees("This evening's questions, now: collab journal today --evening")
    again.sees("n add a note · s show the page · c change the plan · Enter done")
    again.presses("s")
    again.sees("The vendor call. Bo.")
    again.sees("Enter done")
    again.presses(ENTER)
    again.leaves(0)


def test_a_morning_says_since_when_a_promise_has_been_due(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    late = {**PROMISE, "who": "Bo", "what": "two hires", "due": "2024-06-10"}
    import_journal(entries=[written("2024-06-11")], promises=[PROMISE, late])
    ana = sit(at("2024-06-12", "08:42"), columns=60)
    ana.sees("Enter skip")
    assert (
        ana.page().partition("\n\nAt which")[0]
        == """
Wednesday 12 June 2024, morning

  Due        to Bo: two hires, since Mon 10 June
  Due today  to Ana: comments on the hiring plan"""
    )
