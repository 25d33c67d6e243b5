"""The steps of a talk at a terminal: what is left out is asked for, by one key or one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Collab
from tests.commands.talks.conftest import Talking, at
from tests.journeys.person import CTRL_C, CTRL_U, ENTER

pytestmark = pytest.mark.slow

FRIDAY = at("2024-05-31", "12:00")
WEDNESDAY = at("2024-06-12", "18:30")
NEW = {"id": "T-RUI1", "who": "Rui", "about": "the handovers that slip", "added": "2024-05-31"}
SET = {**NEW, "date": "2024-06-12", "expected": 4}
HELD = {**SET, "held": "2024-06-12"}

Kept = Callable[[], dict]
Bring = Callable[..., None]


ADDED = """\

  Is this about safety, harassment, discrimination, threats or a breach of law?
  Then a private talk may be the wrong way. Use your organisation's formal
  channel or outside advice first.

By when?
> 12 june

Added: talk with Rui about the handovers that slip, set for Wed 12 June;
expected 4.
Prepare it with: collab talk prepare rui"""


def test_a_talk_is_added_with_the_gate_how_hard_it_will_be_and_by_when(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    import_journal()
    ana = talking(FRIDAY, "add", "Rui", "--about", "the handovers that slip")
    ana.sees("Is this about safety, harassment")
    ana.sees("How hard will it be? 1 easy to 5 very hard · Enter leave it open")
    ana.presses("4")
    ana.sees("By when?")
    ana.types("yesterday")
    ana.presses(ENTER)
    ana.sees("Thu 30 May is over.")
    ana.presses(CTRL_U)
    ana.types("12 june")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == ADDED
    (talk,) = kept()["talks"]
    assert talk == {**SET, "id": talk["id"]}
    assert collab("undo", now=FRIDAY).out.startswith("Taken back: talk added, ")
    assert kept()["talks"] == []


def test_of_a_new_talk_nothing_is_asked_that_was_said(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    import_journal()
    ana = talking(FRIDAY, "add", "Rui", "--expect", "3", "--on", "12 june")
    ana.leaves(0)

    assert "Is this about safety" in ana.page()
    assert "How hard" not in ana.page()
    assert "By when?" not in ana.page()
    assert kept()["talks"][0]["expected"] == 3


def test_the_first_of_all_talks_comes_after_the_page_on_privacy(
    talking: Talking, home: Path, kept: Kept
) -> None:
    ana = talking(FRIDAY, "add", "Rui")
    ana.sees("Enter begin")
    ana.presses(CTRL_C)
    assert "Nothing was kept in the journal." in ana.leaves(130)
    assert not (home / "journal.db").exists()

    ana = talking(FRIDAY, "add", "Rui")
    ana.sees("Enter begin")
    ana.presses(ENTER)
    ana.sees("How hard will it be?")
    ana.presses(ENTER)
    ana.sees("By when?")
    ana.sees("Enter leave it open")
    ana.presses(ENTER)
    ana.leaves(0)
    assert ana.page().count("Write only what you could stand by") == 1
    (talk,) = kept()["talks"]
    assert talk == {"id": talk["id"], "who": "Rui", "added": "2024-05-31"}


@pytest.mark.parametrize(
    ("columns", "asked", "said"),
    [
        pytest.param(
            80,
            """\
  Talk with Rui about the handovers that slip, Wed 12 June
  How hard was it?  1 easy to 5 very hard · Enter leave it open""",
            """\
Held: talk with Rui about the handovers that slip, Wed 12 June; expected 4, was
2.
Look back on it with: collab talk debrief rui""",
            id="80 columns",
        ),
        pytest.param(
            60,
            """\
  Talk with Rui about the handovers that slip, Wed 12 June
  How hard was it?
  1 easy to 5 very hard · Enter leave it open""",
            """\
Held: talk with Rui about the handovers that slip, Wed 12
June; expected 4, was 2.
Look back on it with: collab talk debrief rui""",
            id="60 columns",
        ),
    ],
)
def test_a_held_talk_is_asked_how_hard_it_was_before_it_says_what_was_expected(
    talking: Talking,
    import_journal: Bring,
    kept: Kept,
    collab: Collab,
    columns: int,
    asked: str,
    said: str,
) -> None:
    import_journal(talks=[SET])
    ana = talking(WEDNESDAY, "held", "rui", columns=columns)
    ana.sees("Enter leave it open")
    assert ana.page() == asked
    ana.presses("2")
    ana.leaves(0)

    assert ana.page() == said
    assert kept()["talks"] == [{**HELD, "was": 2}]
    assert collab("undo", now=WEDNESDAY).out.startswith("Taken back: talk held, ")
    assert kept()["talks"] == [SET]


def test_enter_leaves_open_how_hard_it_was_and_ctrl_c_leaves_it_all(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    import_journal(talks=[SET])
    ana = talking(WEDNESDAY, "held", "rui")
    ana.sees("How hard was it?")
    ana.presses(CTRL_C)
    assert "Stopped. Nothing was kept in the journal." in ana.leaves(130)
    assert kept()["talks"] == [SET]

    ana = talking(WEDNESDAY, "held", "rui")
    ana.sees("How hard was it?")
    ana.presses(ENTER)
    ana.leaves(0)
    assert "expected" not in ana.page()
    assert kept()["talks"] == [HELD]


@pytest.mark.parametrize("talk", [{**SET, "closed": "2024-06-01", "held": "2024-06-01"}, HELD])
def test_what_cannot_be_done_is_said_before_anything_is_asked(
    talking: Talking, import_journal: Bring, kept: Kept, talk: dict
) -> None:
    import_journal(talks=[talk])
    ana = talking(WEDNESDAY, "held", "rui")
    ana.leaves(2)
    assert "How hard" not in ana.page()
    assert kept()["talks"] == [talk]


def test_what_was_said_on_the_command_line_is_not_asked(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    import_journal(talks=[SET])
    ana = talking(WEDNESDAY, "held", "rui", "--was", "2")
    ana.leaves(0)
    assert "How hard" not in ana.page()
    ana = talking(WEDNESDAY, "let-go", "rui", "--reason", "It is done.")
    ana.leaves(0)
    assert ana.page() == "Let go: talk with Rui about the handovers that slip."
    assert kept()["talks"] == [{**HELD, "was": 2, "let_go": "2024-06-12", "reason": "It is done."}]


LET_GO = """\
Talk with Rui about the handovers that slip: what speaks for letting it go, or
who takes it over?
> handed over to Dee

Let go: talk with Rui about the handovers that slip."""


def test_the_reason_for_letting_a_talk_go_is_asked_and_may_be_left_empty(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    import_journal(talks=[SET])
    ana = talking(WEDNESDAY, "let-go", "rui")
    ana.sees("who takes it over?")
    ana.sees("Enter no reason")
    ana.types("handed over to Dee")
    ana.presses(ENTER)
    ana.leaves(0)
    assert ana.page() == LET_GO
    assert kept()["talks"] == [{**SET, "let_go": "2024-06-12", "reason": "handed over to Dee"}]
    collab("undo", now=WEDNESDAY)

    ana = talking(WEDNESDAY, "let-go", "rui")
    ana.sees("Enter no reason")
    ana.presses(ENTER)
    ana.leaves(0)
    assert kept()["talks"] == [{**SET, "let_go": "2024-06-12"}]


def test_the_reason_is_not_lost_where_the_talk_is_gone_meanwhile(
    talking: Talking, import_journal: Bring, home: Path, collab: Collab
) -> None:
    import_journal(talks=[SET])
    ana = talking(WEDNESDAY, "let-go", "rui")
    ana.sees("who takes it over?")
    ana.types("Dee takes it over.")
    collab("undo")
    ana.presses(ENTER)

    assert "The journal was changed in another window meanwhile; nothing was done." in ana.leaves(2)
    (file,) = (home / "recovery").glob("*.txt")
    assert file.read_text("utf-8").strip() == "Dee takes it over."
