"""`collab people add`, `list`, `show`, `edit`, `rename` and `merge`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands.conftest import Collab, Outcome


def people(collab: Collab) -> dict[str, dict[str, Any]]:
    listed = json.loads(collab("people", "list", "--format", "json").out)
    assert (listed["format"], listed["version"]) == ("collab-people", 1)
    return {person["name"]: person for person in listed["people"]}


def test_the_list_says_who_and_when_last_named(written: Collab) -> None:
    assert written("people", "list").out == (
        "ana   report               last named Thu 19 November\n"
        "anna                       last named Mon 2 November\n"
        "bo    peer    your circle  last named Fri 20 November\n"
    )


def test_show_finds_everything_by_every_name(written: Collab) -> None:
    written("people", "merge", "anna", "ana")

    assert written("people", "show", "@ANNA").out == (
        "ana  report\n"
        "  also       AK, anna\n"
        "  named      last on Thu 19 November\n"
        "\n"
        "Thu 19 November  note     THRD  A long walk.\n"
        "Wed 18 November  evening  SCND  It rained. @AK called. Ask.\n"
        "Tue 10 November  promise  PRM1  the list (mine, kept)\n"
        "Fri 6 November   talk     ALK1  about the rota, held\n"
        "Mon 2 November   note     FRST  Told @Anna about the rota.\n"
    )


def test_show_has_the_same_in_json_and_markdown(written: Collab) -> None:
    shown = json.loads(written("people", "show", "ana", "--format", "json").out)
    assert shown["person"]["last_named"] == "2026-11-19"
    assert [(one["kind"], one["id"], one["day"]) for one in shown["mentioned"]] == [
        ("note", "01NOTE00000THRD", "2026-11-19"),
        ("evening", "01EVENING00SCND", "2026-11-18"),
        ("promise", "01PROMISE0PRM1", "2026-11-10"),
        ("talk", "01TALK0000TALK1", "2026-11-06"),
    ]
    page = written("people", "show", "ana", "--format", "markdown").out
    assert page.startswith(
        "# ana\n\nreport, also AK, last named on Thursday 19 November 2026\n\n- "
    )
    assert "- Friday 6 November 2026, talk: about the rota, held\n" in page


def test_somebody_with_a_promise_alone_can_be_shown(written: Collab) -> None:
    assert "Thu 12 November  promise  PRM2  a date (to me, open)" in (
        written("people", "show", "zoe\u0308").out
    )


def test_a_promise_to_several_is_found_by_each_of_them(collab: Collab) -> None:
    collab("promise", "add", "the new order", "--to", "Ines and jonas", "--by", "mon")
    for name in ("ines", "@jonas"):
        assert "the new order" in collab("people", "show", name).out
    assert "Kept" in collab("promise", "keep", "jonas").out


def test_a_person_is_added_with_all_that_is_said(written: Collab) -> None:
    added = written(
        *("people", "add", "@dee", "--role", "boss", "--circle", "--alias", "D.", "--alias", "Dee2")
    )
    assert added == Outcome(0, "Added: dee (also D., Dee2), boss, in your circle.\n", "")
    assert people(written)["dee"] == {
        "id": people(written)["dee"]["id"],
        "name": "dee",
        "names": ["dee", "D.", "Dee2"],
        "role": "boss",
        "circle": True,
        "added": "2026-11-20",
    }


def test_somebody_named_before_is_the_same_person_when_added(written: Collab) -> None:
    before = people(written)["anna"]["id"]
    written("people", "add", "Anna", "--role", "peer")
    assert people(written)["Anna"]["id"] == before


def test_a_first_person_begins_the_journal_and_privacy_is_told(collab: Collab) -> None:
    added = collab("people", "add", "ana")
    assert added.out == "Added: ana, no role.\n"
    assert "Do not" in added.err


def test_a_name_that_no_mention_can_hold_is_told_so(collab: Collab) -> None:
    assert "--alias" in collab("people", "add", "Ana Maria").out
    assert "--alias" not in collab("people", "add", "Dee Dee", "--alias", "dee").out


def test_edit_changes_what_is_said_and_nothing_else(written: Collab) -> None:
    written("people", "edit", "ak", "--circle", "--role", "none")
    ana = people(written)["ana"]
    assert (ana.get("role"), ana["circle"], ana["names"]) == (None, True, ["ana", "AK"])
    written("people", "edit", "ana", "--no-circle", "--role", "partner", "--alias", "anna")
    ana = people(written)["ana"]
    assert (ana["role"], ana.get("circle"), ana["names"]) == (
        *("partner", None),
        ["ana", "AK", "anna"],
    )


def test_a_name_that_is_taken_away_is_a_new_one_again(written: Collab) -> None:
    written("people", "merge", "anna", "ana")
    pages = json.loads(written("export", "json").out)["entries"]

    edited = written("people", "edit", "ak", "--remove-alias", "@ANNA")

    assert edited == Outcome(
        0, "Kept: ana (also AK), report.\nanna is a new name from now on; no text is changed.\n", ""
    )
    assert json.loads(written("export", "json").out)["entries"] == pages
    assert people(written)["ana"]["names"] == ["ana", "AK"]
    assert people(written)["anna"]["last_named"] == "2026-11-02"
    assert "Told @Anna about the rota." in written("people", "show", "anna").out
    assert "Told @Anna about the rota." not in written("people", "show", "ana").out


def test_a_name_that_no_page_holds_leaves_nobody_behind(written: Collab) -> None:
    written("people", "edit", "bo", "--alias", "B2", "--alias", "B3")
    written("people", "edit", "bo", "--remove-alias", "b2", "--remove-alias", "b3")
    assert people(written).keys() == {"ana", "anna", "bo"}
    assert people(written)["bo"]["names"] == ["bo"]


def test_a_journal_with_a_name_taken_away_still_goes_out_and_in(
    written: Collab, tmp_path: Any
) -> None:
    written("people", "edit", "ana", "--remove-alias", "ak")
    before = written("export", "json").out
    other = ("--journal", str(tmp_path / "other.db"))
    assert written("import", "json", "-", *other, stdin=before.encode()).code == 0
    assert written("export", "json", *other).out == before


def test_renaming_keeps_the_old_name(written: Collab) -> None:
    renamed = written("people", "rename", "ak", "Annika")
    assert renamed.out == "Renamed: ana is Annika (also ana, AK), report.\n"
    assert written("people", "rename", "ana", "ak").code == 0
    assert people(written)["ak"]["names"] == ["ak", "Annika", "ana"]


def test_merging_joins_names_and_what_is_known(written: Collab) -> None:
    written("people", "edit", "bo", "--real-name", "Bo Berg")
    before = json.loads(written("export", "json").out)["entries"]
    merged = written("people", "merge", "bo", "ana")
    assert merged == Outcome(0, "Merged: bo is ana (also AK, bo), report, in your circle.\n", "")
    assert json.loads(written("export", "json").out)["entries"] == before
    assert "@bo alone." in written("people", "show", "ana").out
    assert "not named" not in written("report", "--week").out


COMMANDS: list[list[str]] = [
    ["add", "dee", "--role", "boss", "--alias", "D."],
    ["add", "anna", "--role", "peer"],
    ["edit", "ana", "--circle", "--alias", "anna", "--real-name", "Ana K"],
    ["edit", "ana", "--remove-alias", "ak"],
    ["rename", "ana", "Annika"],
    ["merge", "anna", "ana"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_one_undo_takes_each_of_them_back(written: Collab, command: list[str]) -> None:
    before = written("export", "json").out
    assert written("people", *command).code == 0
    assert written("export", "json").out != before
    assert "person" in written("journal", "history").out or command[0] == "merge"

    undone = written("undo")

    assert undone.out.startswith(f"Taken back: {WORDS[command[0]]} (")
    assert written("export", "json").out == before


WORDS = {
    "add": "person added",
    "edit": "person changed",
    "rename": "person renamed",
    "merge": "people merged",
}


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["add"], "There is no name."),
        (["add", "ANA"], "'ANA' is in your journal already, as ana."),
        (["add", "bo"], "'bo' is in your journal already."),
        (["add", "12"], "'12' cannot be a person's name: it has no letter."),
        (["add", "a#b"], "'a#b' cannot be a person's name: @ and # begin names and tags."),
        (["add", "x" * 61], "cannot be a person's name: it is longer than 60 characters."),
        (["add", "Someone"], "it stands for those who were forgotten."),
        (["add", "\udcff"], "'?' cannot be a person's name: it holds half of a surrogate pair."),
        (["add", "cy", "--alias", "ak"], "'ak' is a name of ana, and no name belongs to two"),
        (["edit", "ana"], "There is nothing to change."),
        (["edit", "ana", "--alias", "BO"], "'BO' is a name of bo, and no name belongs to two"),
        (
            ["edit", "ak", "--remove-alias", "ANA"],
            "'ana' is the name this person goes by, so it stays.",
        ),
        (["edit", "ana", "--remove-alias", "bo"], "'bo' is no name of ana."),
        (["edit", "ana", "--remove-alias", "a\x1bb"], "is no name of ana."),
        (
            ["edit", "ana", "--alias", "dee", "--remove-alias", "Dee"],
            "--alias dee and --remove-alias Dee do not go together.",
        ),
        (["edit", "nobody", "--circle"], "Nobody in your journal is called 'nobody'."),
        (["rename", "ana", "bo"], "'bo' is a name of bo, and no name belongs to two people."),
        (["rename", "ana", "anna"], "If the two are one person: collab people merge anna ana"),
        (["rename", "ana", "ana"], "'ana' is one person already; nothing was changed."),
        (["rename", "ann", "cy"], "Did you mean anna?"),
        (["merge", "ana", "AK"], "'ana' and 'AK' are one person already; nothing was changed."),
        (["merge", "ana", "ana"], "'ana' is one person already; nothing was changed."),
        (["merge", "zz", "ana"], "Nobody in your journal is called 'zz'."),
        (["show", "ane"], "Did you mean an"),
    ],
    ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    written: Collab, home: Any, command: list[str], says: str
) -> None:
    before = (home / "journal.db").read_bytes()
    outcome = written("people", *command)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    assert outcome.err.count("\n") == 2
    assert (home / "journal.db").read_bytes() == before


@pytest.mark.parametrize("name", ["zo\u00eb", "zoe\u0308", "ZO\u00cb", "ZOE\u0308"])
def test_one_name_is_found_however_it_is_typed(collab: Collab, name: str) -> None:
    collab("people", "add", "Zoe\u0308", "--role", "peer")
    assert collab("people", "add", name).code == 2
    assert collab("people", "show", name).out.startswith("Zo\u00eb  peer\n")


def test_a_real_name_leaves_the_journal_by_no_way(collab: Collab, tmp_path: Any) -> None:
    collab("people", "add", "ana", "--role", "peer", "--real-name", "Secretova", "--circle")
    collab("note", "@ana")
    outputs = [
        collab("people", "list").out,
        collab("people", "list", "--format", "json").out,
        collab("people", "show", "ana").out,
        collab("people", "show", "ana", "--format", "json").out,
        collab("people", "show", "ana", "--format", "markdown").out,
        collab("export", "json").out,
        collab("export", "markdown", "--output", "-").out,
        collab("report", "--week").out,
        collab("report", "--week", "--format", "json").out,
        collab("journal", "history").out,
        collab("undo").out,
        collab("journal", "search", "Secretova").out,
    ]
    assert all(outputs)
    assert not any("Secretova" in output for output in outputs)


def test_without_a_journal_a_program_gets_an_empty_document(collab: Collab) -> None:
    assert people(collab) == {}
    shown = json.loads(collab("people", "show", "ana", "--format", "json").out)
    assert (shown["person"], shown["mentioned"]) == (None, [])


def test_an_old_copy_does_not_bring_back_who_was_merged(written: Collab) -> None:
    copy = written("export", "json").out.encode()
    written("people", "edit", "anna", "--role", "peer")
    written("people", "merge", "anna", "ana")
    written("import", "json", "--skip-bad", "-", stdin=copy)
    assert people(written).keys() == {"ana", "bo"}


def test_what_it_prints_is_safe_for_a_terminal(collab: Collab) -> None:
    collab("people", "add", "a\x1b[31mna", "--role", "peer")
    for command in (["people", "list"], ["people", "show", "a\x1b[31mna"], ["undo"]):
        assert "\x1b" not in collab(*command).out
