"""`collab promise` without a terminal: what each command keeps, says and refuses."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.commands.conftest import Collab, Outcome
from tests.commands.promises.conftest import PROMISES, promise

Import = Callable[..., None]
Kept = Callable[[], dict]


@pytest.fixture
def six(import_journal: Import) -> None:
    """Four open promises, one kept and one dropped."""
    ended = [
        promise("p-kept", "Dee", "an introduction", "2026-11-16", done="2026-11-17"),
        promise("p-drop", "Dee", "a talk", "2026-11-16", dropped="2026-11-15", reason="No need."),
    ]
    import_journal(
        people=[{"id": "P1", "name": "ana", "names": ["ana", "a.b"], "added": "2026-11-01"}],
        promises=[*PROMISES, *ended],
    )


def found(kept: Kept, id_: str) -> dict:
    return next(one for one in kept()["promises"] if one["id"] == id_)


def test_the_first_promise_begins_the_journal_and_says_what_belongs_there(
    collab: Collab, kept: Kept
) -> None:
    words = ["comments", "on", "the", "plan"]
    outcome = collab("promise", "add", *words, "--to", "@Ana", "--by", "wed")

    assert outcome.code == 0
    assert outcome.out.startswith("Saved: to Ana: comments on the plan, due Wed 25 November (")
    assert "Write only what you could stand by if the person read it." in outcome.err
    (one,) = kept()["promises"]
    assert one.pop("id").endswith(outcome.out[-7:-3])
    assert one == {
        "side": "mine",
        "who": "Ana",
        "what": "comments on the plan",
        "made": "2026-11-20",
        "due": "2026-11-25",
    }
    again = collab("promise", "add", "two hires", "--from", "Cy", "--by", "today")
    assert again.out.startswith("Saved: from Cy: two hires, due Fri 20 November (")
    assert again.err == ""
    assert [one["side"] for one in kept()["promises"]] == ["theirs", "mine"]


def test_the_list_at_80_and_at_60_columns(
    six: None, collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = collab("promise", "list")
    assert told == Outcome(
        0,
        """\
Mine
  was due Wed 18 November  anap  to ana: comments on the plan
  due today                buda  to Bo: the budget
  due Fri 27 November      budb  to Bo: vendor numbers

To me
  due Fri 4 December       cycy  from Cy: two hires
""",
        "",
    )
    monkeypatch.setenv("COLUMNS", "60")
    assert (
        collab("promise", "list", "--all").out
        == """\
Mine
  was due Wed 18 November    anap  to ana: comments on …
  due today                  buda  to Bo: the budget
  due Fri 27 November        budb  to Bo: vendor numbers

To me
  due Fri 4 December         cycy  from Cy: two hires

Ended
  kept late Tue 17 November  kept  to Dee: an introduction
  dropped Sun 15 November    drop  to Dee: a talk
"""
    )


def test_the_list_for_programs_and_as_a_page(six: None, collab: Collab) -> None:
    document = json.loads(collab("promise", "list", "--all", "--format", "json").out)
    assert (document["format"], document["version"]) == ("collab-promises", 1)
    ends = [one["id"][-4:] for one in document["promises"]]
    assert ends == ["anap", "buda", "budb", "cycy", "kept", "drop"]
    page = collab("promise", "list", "--format", "markdown").out
    assert page.startswith("# Promises\n\n## Mine, open\n\n### comments on the plan\n\n- To ana\n")
    assert "ended" not in page


def test_a_promise_kept_moved_and_dropped_is_told_and_undone(
    six: None, collab: Collab, kept: Kept
) -> None:
    before = kept()

    assert collab("promise", "keep", "@A.B").out == "Kept later: to ana: comments on the plan.\n"
    assert found(kept, "p-anap")["done"] == "2026-11-20"
    moved = collab("promise", "move", "BUDA", "--to", "+3", "--agreed")
    assert moved.out == "Moved to Mon 23 November, agreed: to Bo: the budget.\n"
    moved = collab("promise", "move", "cy", "--to", "tomorrow", "--not-agreed")
    assert moved.out == (
        "Moved to Sat 21 November, not agreed: from Cy: two hires.\n"
        "The date that counts is Fri 4 December: a move counts if it was agreed, and made\n"
        "in time.\n"
    )
    dropped = collab("promise", "drop", "budb", "--reason", "They\nhave them.")
    assert dropped.out == "Dropped: to Bo: vendor numbers.\n"
    assert found(kept, "p-budb")["reason"] == "They have them."
    # Only one with Bo is open by now.
    assert collab("promise", "keep", "bo", "--on", "-1").out == "Kept: to Bo: the budget.\n"
    assert found(kept, "p-buda") == {
        **PROMISES[1],
        "moved": [{"on": "2026-11-20", "from": "2026-11-20", "to": "2026-11-23", "agreed": True}],
        "done": "2026-11-19",
    }

    history = collab("journal", "history").out
    told = [collab("undo").out.partition(",")[0] for _ in range(5)]
    assert told == [
        "Taken back: promise kept",
        "Taken back: promise dropped",
        "Taken back: promise moved",
        "Taken back: promise moved",
        "Taken back: promise kept",
    ]
    assert all(one.removeprefix("Taken back: ") in history for one in told)
    assert kept() == before


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "keep bo",
            "  due today            buda  to Bo: the budget\n"
            "  due Fri 27 November  budb  to Bo: vendor numbers\n"
            "Several promises fit 'bo'.\n"
            "Name one by the end of its id, such as budb.\n",
        ),
        (
            "keep nobody",
            "There is no promise 'nobody'.\n"
            "It is named by the person, or by the end of its id; see: collab promise list --all\n",
        ),
        (
            "move dee --to fri --agreed",
            "No promise with 'dee' is open.\nSee those that ended: collab promise list --all\n",
        ),
        (
            "keep drop",
            "This promise was dropped on Sun 15 November 2026.\n"
            "If that is wrong: collab undo takes back one thing after another, the last first.\n",
        ),
        (
            "move kept",
            "This promise was kept on Tue 17 November 2026.\n"
            "If that is wrong: collab undo takes back one thing after another, the last first.\n",
        ),
        (
            "drop kept",
            "This promise was kept on Tue 17 November 2026.\n"
            "If that is wrong: collab undo takes back one thing after another, the last first.\n",
        ),
        (
            "keep ana --on tomorrow",
            "Sat 21 November is still to come.\nName today or a day before it.\n",
        ),
        (
            "keep ana --on 2026-11-09",
            "Mon 9 November is too early: this promise was made on Tue 10 November.\n"
            "Name that day or a later one.\n",
        ),
        (
            "move ana --to yesterday --agreed",
            "Thu 19 November is over.\nName today or a day to come, such as: tue, +3.\n",
        ),
        (
            "move budb --to fri --agreed",
            "Fri 27 November is its date already.\nName another day.\n",
        ),
        (
            "move ana --to +3",
            "It is not said whether the other agreed, and there is no terminal to ask.\n"
            "Say it with --agreed or --not-agreed\n",
        ),
        (
            "move ana --agreed",
            "It is not said to which day, and there is no terminal to ask.\nSay it with --to DAY\n",
        ),
        (
            "add words --to ana --by later",
            "'later' is not a day collab can read.\n"
            "Try today, tomorrow, mon, next friday, +3, 2026-11-20 or 20 nov.\n",
        ),
        (
            "add words --to ana --by 8 april",
            "'8' is not a day collab can read.\n"
            'Type all of it, such as 8 dec; in a command: "8 dec".\n',
        ),
        (
            "add words --to ana --by next friday",
            "'next' is not a day collab can read.\n"
            'Type all of it, such as next fri; in a command: "next fri".\n',
        ),
        (
            "add words --to ana --by yesterday",
            "Thu 19 November is over.\nName today or a day to come, such as: tue, +3.\n",
        ),
        (
            "add --to ana --by fri",
            "It is not said what is promised, and there is no terminal to ask.\n"
            "Say it with words after: collab promise add\n",
        ),
        (
            "add words --by fri",
            "It is not said who promised it to whom, and there is no terminal to ask.\n"
            "Say it with --to NAME, or --from NAME\n",
        ),
        (
            "add words --to ana",
            "It is not said by when, and there is no terminal to ask.\nSay it with --by DAY\n",
        ),
        (
            "add words --to ana --from bo --by fri",
            "--to and --from do not go together.\nUse one of them.\n",
        ),
        (
            "add words --to @ --by fri",
            "There is no name.\nType one after --to or --from, such as: bo\n",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    six: None, collab: Collab, kept: Kept, command: str, told: str
) -> None:
    before = kept()
    assert collab("promise", *command.split()) == Outcome(2, "", told)
    assert kept() == before


def test_the_sixth_open_promise_of_mine_is_refused_unless_anyway(
    import_journal: Import, collab: Collab, kept: Kept
) -> None:
    mine = [promise(f"p-num{n}", "ana", f"promise {n}", f"2026-11-2{n}") for n in range(5)]
    import_journal(promises=[*mine, PROMISES[3]])
    sixth = ("promise", "add", "words", "--to", "bo", "--by", "fri")

    assert collab(*sixth) == Outcome(
        2,
        "",
        "5 promises of yours are open already; which one goes?\n"
        "Keep, move or drop one first, or say --anyway: collab promise list\n",
    )
    assert collab("promise", "add", "words", "--from", "bo", "--by", "fri").code == 0
    assert len(kept()["promises"]) == 7
    assert collab(*sixth, "--anyway").code == 0
    assert len(kept()["promises"]) == 8


def test_a_long_stand_has_a_row_of_its_own_in_a_narrow_list(
    import_journal: Import, collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = [{"on": "2026-11-20", "from": "2026-11-16", "to": "2026-11-27", "agreed": True}]
    rota = promise("p-rota", "Rui", "the rota", "2026-11-16", moved=moved)
    import_journal(promises=[*PROMISES[:2], rota])
    monkeypatch.setenv("COLUMNS", "60")
    assert (
        collab("promise", "list").out
        == """\
Mine
  was due Wed 18 November  anap  to ana: comments on the …
  due today                buda  to Bo: the budget
  moved to Fri 27 November; Mon 16 November counts  rota
                                 to Rui: the rota
"""
    )
