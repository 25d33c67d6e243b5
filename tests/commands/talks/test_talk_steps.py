"""The steps of a talk that need no question: added, held, closed, let go; and how it is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.commands.conftest import Collab
from tests.commands.talks.conftest import at

FRIDAY = at("2024-05-31", "12:00")
WEDNESDAY = at("2024-06-12", "18:00")

Kept = Callable[[], dict]


def _says(collab: Collab, *words: str, now: datetime = WEDNESDAY, code: int = 0) -> tuple[str, str]:
    outcome = collab("talk", *words, now=now)
    assert outcome.code == code, outcome
    return outcome.out, outcome.err


def test_a_talk_is_added_held_and_closed_and_each_step_is_undone_alone(
    collab: Collab, kept: Kept
) -> None:
    out, err = _says(
        collab, "add", "@Rui", "--about", "the  handovers\nthat slip", "--on", "12 june",
        "--expect", "4", now=FRIDAY,
    )  # fmt: skip
    assert out == (
        "Added: talk with Rui about the handovers that slip, set for Wed 12 June; expected 4.\n"
        "Prepare it with: collab talk prepare rui\n"
    )
    assert "Write only what you could stand by if the person read it." in " ".join(err.split())
    added = kept()["talks"]
    assert added == [
        {
            "id": added[0]["id"],
            "who": "Rui",
            "about": "the handovers that slip",
            "added": "2024-05-31",
            "date": "2024-06-12",
            "expected": 4,
        }
    ]

    out, err = _says(collab, "held", "rui", "--was", "2")
    assert (out, err) == (
        "Held: talk with Rui about the handovers that slip, Wed 12 June; expected 4, was 2.\n"
        "Look back on it with: collab talk debrief rui\n",
        "",
    )
    held = kept()["talks"]
    assert held == [{**added[0], "held": "2024-06-12", "was": 2}]

    out, _ = _says(collab, "close", "rui")
    assert out == "Closed: talk with Rui about the handovers that slip.\n"
    assert kept()["talks"] == [{**held[0], "closed": "2024-06-12"}]

    for word, before in (("talk closed", held), ("talk held", added), ("talk added", [])):
        assert collab("undo", now=WEDNESDAY).out.startswith(f"Taken back: {word}, ")
        assert kept()["talks"] == before


def test_a_talk_that_was_let_go_keeps_its_reason(collab: Collab, kept: Kept) -> None:
    _says(collab, "add", "Cy")
    out, _ = _says(collab, "let-go", "cy", "--reason", "handed over to Dee")

    assert out == "Let go: talk with Cy.\n"
    talk = kept()["talks"][0]
    assert (talk["let_go"], talk["reason"]) == ("2024-06-12", "handed over to Dee")
    assert _says(collab, "list")[0] == "There are no open talks.\n"
    assert "let go Wed 12 June" in _says(collab, "list", "--all")[0]
    assert "handed over to Dee" in _says(collab, "show", "cy")[0]


CY = {"id": "TALK-CY", "who": "Cy", "added": "2024-06-01", "date": "2024-06-20"}
OHR = {"id": "TALK-OHR", "who": "O'H r", "added": "2024-06-01"}
DEE = {"id": "TALK-DEE", "who": "Dee", "added": "2024-06-01", "held": "2024-06-05"}
OLD = {"id": "TALK-OLD", "who": "Olek", "added": "2024-05-01", "let_go": "2024-05-05"}


@pytest.mark.parametrize(
    ("words", "sentence", "next_step"),
    [
        ("held cy --on +1", "Thu 13 June is still to come.", "Name today or a day before it."),
        ("close @CY", "This talk was not held yet.", "say so with: collab talk held @CY\n"),
        ("close O'H r", "This talk was not held yet.", """collab talk held 'O'"'"'H r'\n"""),
        ("debrief K-CY", "This talk was not held yet.", "collab talk held K-CY\n"),
        ("held dee", "This talk was held on Wed 5 June 2024.", "collab undo"),
        ("held olek", "This talk was let go on Sun 5 May 2024.", "collab undo"),
        ("let-go olek", "This talk was let go on Sun 5 May 2024.", "collab undo"),
        ("close olek", "This talk was let go on Sun 5 May 2024.", "collab undo"),
        ("held nobody", "There is no talk 'nobody'.", "collab talk list"),
        ("show -DEE", "There is no option '-D'.", "Type -- before words that begin with -"),
        ("held cy --was 6", "'6' cannot stand after --was.", "a whole number from 1 to 5"),
        ("add bo --on yesterday", "Tue 11 June is over.", "Name today or a day to come"),
        ("add @", "There is no name.", "collab talk add rui"),
        ("held cy --on 31 feb", "There is no such day", "Check"),
    ],
)
def test_a_step_out_of_order_changes_nothing(
    collab: Collab,
    kept: Kept,
    import_journal: Callable[..., None],
    words: str,
    sentence: str,
    next_step: str,
) -> None:
    import_journal(talks=[CY, DEE, OLD, OHR])
    before = kept()
    *front, last = words.split(" --on ") if " --on " in words else (words,)
    typed = [*front[0].split(), "--on", last] if front else last.split()

    out, err = _says(collab, *typed, code=2)

    assert out == ""
    assert sentence in err
    assert next_step in err
    assert kept() == before


def test_a_talk_is_named_by_any_alias_or_the_end_of_its_id(
    collab: Collab, kept: Kept, import_journal: Callable[..., None]
) -> None:
    people = [{"name": "cyrus", "names": ["cyrus", "cy"], "added": "2024-05-01"}]
    import_journal(talks=[CY, DEE], people=people)

    assert _says(collab, "show", "@Cyrus")[0].startswith("Cy ")
    assert _says(collab, "show", "k-dee")[0].startswith("Dee ")
    assert _says(collab, "show", "dee")[0].startswith("Dee ")
    assert _says(collab, "show", "ee", code=2)[1].startswith("There is no talk 'ee'.")


def test_only_talks_for_which_the_step_makes_sense_are_considered(
    collab: Collab, kept: Kept, import_journal: Callable[..., None]
) -> None:
    held = {**CY, "id": "TALK-CY2", "held": "2024-06-05"}
    import_journal(talks=[CY, held])

    _says(collab, "close", "cy")
    assert [one.get("closed") for one in kept()["talks"]] == [None, "2024-06-12"]


def test_several_that_fit_are_listed_and_nothing_is_done(
    collab: Collab, kept: Kept, import_journal: Callable[..., None]
) -> None:
    import_journal(talks=[CY, {**CY, "id": "TALK-CY3", "about": "the rota"}])
    before = kept()

    out, err = _says(collab, "held", "cy", code=2)

    assert out == ""
    assert err == (
        "set for Thu 20 June  K-CY   Cy\n"
        "set for Thu 20 June  K-CY3  Cy, the rota\n"
        "Several talks fit 'cy'.\n"
        "Name one by the end of its id, such as K-CY3.\n"
    )
    assert kept() == before


def test_the_list_is_read_by_programs_and_as_markdown(
    collab: Collab, import_journal: Callable[..., None]
) -> None:
    import_journal(talks=[CY, DEE, OLD])

    assert json.loads(_says(collab, "list", "--format", "json")[0]) == {
        "format": "collab-talks",
        "version": 1,
        "talks": [DEE, CY],
    }
    assert _says(collab, "list", "--all", "--format", "markdown")[0] == (
        "# Talks\n\n- Olek: let go Sun 5 May\n- Cy: set for Thu 20 June\n- Dee: held Wed 5 June\n"
    )


def test_what_a_talk_is_said_to_be_called_by_finds_it_and_no_other(
    collab: Collab, kept: Kept, import_journal: Callable[..., None]
) -> None:
    """Two open talks of one person who has two names: the name alone would fit both."""
    people = [{"name": "cyrus", "names": ["cyrus", "cy"], "added": "2024-05-01"}]
    import_journal(talks=[CY, {**CY, "id": "TALK-CY3", "who": "cyrus"}], people=people)

    out, _ = _says(collab, "held", "k-cy3", "--on", "today")
    assert out.endswith("Look back on it with: collab talk debrief K-CY3\n")


def test_ended_talks_whose_ids_end_alike_are_listed(
    collab: Collab, kept: Kept, import_journal: Callable[..., None]
) -> None:
    import_journal(talks=[OLD, {**OLD, "id": f"X{OLD['id']}", "who": "Dee"}])

    out, err = _says(collab, "show", "k-old", code=2)

    assert out == ""
    assert len(err.splitlines()) == 4
    assert "Several talks fit" in err
    assert _says(collab, "show", str(OLD["id"]))[0].startswith("Olek ")


@pytest.mark.parametrize("name", ["b\x1b[31mo", "b\x9b2Jo", "b\u202eo", "b\u200bo"])
def test_a_name_that_a_terminal_would_obey_is_called_by_its_id(
    collab: Collab, kept: Kept, name: str
) -> None:
    added, _ = _says(collab, "add", name, now=FRIDAY)
    end = kept()["talks"][0]["id"][-4:]

    assert added.endswith(f"Prepare it with: collab talk prepare {end}\n")
    held, _ = _says(collab, "held", end)
    assert held.endswith(f"Look back on it with: collab talk debrief {end}\n")
    assert name not in added + held


def test_a_name_that_would_be_an_option_is_called_by_its_id(collab: Collab, kept: Kept) -> None:
    added, _ = _says(collab, "add", "--", "-x", now=FRIDAY)
    end = kept()["talks"][0]["id"][-4:]
    assert added.endswith(f"Prepare it with: collab talk prepare {end}\n")


def test_what_comes_next_stands_in_a_narrow_list(
    import_journal: Callable[..., None], collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = {"due": "2024-06-26"}
    looked = {**DEE, "debriefed": "2024-06-12", "follow_ups": [again], "about": "the rota"}
    import_journal(talks=[looked, CY])
    monkeypatch.setenv("COLUMNS", "60")
    assert (
        _says(collab, "list")[0]
        == """\
to look at again Wed 26 June  K-DEE  Dee, the rota
set for Thu 20 June           K-CY   Cy
"""
    )
