"""`collab promise` at a terminal: what was left out is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Collab
from tests.commands.promises.conftest import PROMISES, At, promise
from tests.journeys.person import CTRL_C, CTRL_U, ENTER

pytestmark = pytest.mark.slow


Import = Callable[..., None]
Kept = Callable[[], dict]


def test_everything_is_asked_for_and_the_first_one_after_the_page_on_privacy(
    types: At, kept: Kept
) -> None:
    ana = types("add", lines=40)
    ana.sees("Enter begin")
    ana.presses(ENTER)
    ana.sees("What is promised?")
    ana.types("comments on the plan")
    ana.presses(ENTER)
    ana.sees("Whose promise is it?")
    ana.sees("i I promised it · t it is promised to me")
    ana.presses("i")
    ana.sees("To whom?")
    ana.types("@Ana")
    ana.presses(ENTER)
    ana.sees("By when?")
    ana.types("yesterday")
    ana.presses(ENTER)
    ana.sees("Thu 19 November is over.")
    ana.presses(CTRL_U)
    ana.types("fri")
    ana.presses(ENTER)
    ana.sees("Saved: to Ana: comments on the plan, due Fri 27 November")
    ana.leaves(0)
    page = ana.page()
    end = page[-6:-2]
    assert (
        page.partition("A short name will do: @bo\n")[2]
        == f"""\

What is promised?
> comments on the plan

To whom?
> @Ana

By when?
> fri

Saved: to Ana: comments on the plan, due Fri 27 November ({end})."""
    )
    assert [one["who"] for one in kept()["promises"]] == ["Ana"]


def test_the_sixth_asks_which_one_goes(
    types: At, import_journal: Import, kept: Kept, collab: Collab
) -> None:
    mine = [promise(f"p-num{n}", "ana", f"promise {n}", f"2026-11-2{n}") for n in range(5)]
    import_journal(promises=mine)
    before = kept()
    words = ("add", "words", "--to", "bo", "--by", "wed")

    ana = types(*words)
    ana.sees("You have five open promises. Which one goes?")
    ana.sees("a number drops that one · k keep all six · Enter add nothing")
    assert (
        ana.page()
        == """\
You have five open promises. Which one goes?
  1  to ana: promise 0, due today
  2  to ana: promise 1, due Sat 21 November
  3  to ana: promise 2, due Sun 22 November
  4  to ana: promise 3, due Mon 23 November
  5  to ana: promise 4, due Tue 24 November

  a number drops that one · k keep all six · Enter add nothing"""
    )
    ana.presses(ENTER)
    assert "Nothing was kept." in ana.leaves(0)
    assert kept() == before

    ana = types(*words)
    ana.sees("Enter add nothing")
    ana.presses("2")
    ana.sees("Why, in one line?")
    ana.types("No time.")
    ana.presses(ENTER)
    ana.sees("Dropped: to ana: promise 1.")
    ana.leaves(0)
    (gone,) = [one for one in kept()["promises"] if "dropped" in one]
    assert (gone["what"], gone["dropped"], gone["reason"]) == (
        "promise 1",
        "2026-11-20",
        "No time.",
    )
    assert collab("undo").out.startswith("Taken back: promise added, ")
    assert kept() == before

    ana = types(*words)
    ana.sees("Enter add nothing")
    ana.presses("k")
    ana.sees("Saved: to bo: words")
    ana.leaves(0)
    assert sum("dropped" not in one for one in kept()["promises"]) == 6


def test_words_that_were_typed_outlive_ctrl_c(
    types: At, home: Path, import_journal: Import
) -> None:
    import_journal(promises=PROMISES)
    ana = types("add")
    ana.sees("What is promised?")
    ana.types("a promise half made")
    ana.presses(ENTER)
    ana.sees("i I promised it")
    ana.presses(CTRL_C)
    assert "Stopped. Nothing was kept in the journal." in ana.leaves(130)
    (file,) = (home / "recovery").glob("*.txt")
    assert file.read_text("utf-8").strip() == "a promise half made"


def test_a_move_to_a_day_that_is_known_says_what_it_asks_about(
    types: At, import_journal: Import
) -> None:
    import_journal(promises=PROMISES)
    ana = types("move", "ana", "--to", "tue", columns=60)
    ana.sees("Enter keep nothing")
    assert (
        ana.page()
        == """\
  to ana: comments on the plan, to Tue 24 November
  a agreed · n not agreed · Enter keep nothing"""
    )
    ana.presses("n")
    ana.sees("Moved to Tue 24 November, not agreed: to ana: comments on the plan.")
    ana.leaves(0)


def test_a_command_in_a_message_is_not_broken(types: At, import_journal: Import) -> None:
    import_journal(promises=PROMISES)
    ana = types("keep", "nobody", columns=60)
    ana.leaves(2)
    assert (
        ana.page()
        == """\
There is no promise 'nobody'.
It is named by the person, or by the end of its id; see:
collab promise list --all"""
    )


def test_a_move_and_a_drop_ask_for_what_is_missing(
    types: At, import_journal: Import, kept: Kept
) -> None:
    import_journal(promises=PROMISES)
    ana = types("move", "ana", columns=60)
    ana.sees("  to ana: comments on the plan")
    ana.sees("To which day?")
    ana.types("tue")
    ana.presses(ENTER)
    ana.sees("a agreed · n not agreed")
    ana.presses("a")
    ana.sees("Moved to Tue 24 November, agreed")
    ana.leaves(0)
    assert (
        ana.page()
        == """\
  to ana: comments on the plan
To which day?
> tue

Moved to Tue 24 November, agreed: to ana: comments on the
plan.
The date that counts is Wed 18 November: a move counts if it
was agreed, and made in time."""
    )
    ana = types("drop", "ana")
    ana.sees("  to ana: comments on the plan")
    ana.sees("Why does it go?")
    ana.types("Not needed.")
    ana.presses(ENTER)
    ana.sees("Dropped: to ana: comments on the plan.")
    ana.leaves(0)
    moved = kept()["promises"][0]
    assert (moved["moved"][0]["to"], moved["dropped"], moved["reason"]) == (
        "2026-11-24",
        "2026-11-20",
        "Not needed.",
    )


def test_a_promise_that_is_gone_meanwhile_does_not_come_back(
    types: At, home: Path, collab: Collab, kept: Kept
) -> None:
    collab("promise", "add", "words", "--to", "bo", "--by", "wed")
    ana = types("drop", "bo")
    ana.sees("Why does it go?")
    ana.types("Not needed.")
    collab("undo")
    ana.presses(ENTER)

    assert "The journal was changed in another window meanwhile; nothing was done." in ana.leaves(2)
    assert kept()["promises"] == []
    (file,) = (home / "recovery").glob("*.txt")
    assert file.read_text("utf-8").strip() == "Not needed."
