"""A question about a talk that is answered on a page counts as it does in a session."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collab.commands.sitting import sitting
from collab.storage import sessions
from tests.commands.editors import Writer
from tests.commands.test_filled_pages import edits, form, takes

HELD = {"id": "T-RUI1", "who": "Rui", "added": "2024-06-01", "held": "2024-06-09"}
FOLLOWED = HELD | {"debriefed": "2024-06-09", "follow_ups": [{"due": "2024-06-10"}]}
DEBRIEF = ("D-20", "D-21", "D-25", "D-26")


def story(day: str, step: str, *prompts: str) -> dict[str, Any]:
    """A page on which these questions about the talk were answered."""
    answers = [
        {"prompt": one, "text": f"Words to {one}.", "talk": HELD["id"], "step": step}
        for one in prompts
    ]
    return {"day": day, "kind": "talk", "id": f"{step}-page", "answers": answers}


def filled(text: str, words: str = "What I would do again.") -> str:
    """The form with words below its question about the talk."""
    place = text.index("-->\n", text.index("talk=T-RUI1")) + len("-->\n")
    return f"{text[:place]}\n{words}\n{text[place:]}"


@pytest.fixture
def writer(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Writer:
    return Writer(tmp_path, home, capsys)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.md"


def test_the_last_question_of_a_debrief_ends_it(writer: Writer, page: Path) -> None:
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF[:3]), talks=[HELD])
    assert takes(writer, page, filled(form(writer))) == 0
    assert writer.said == (
        f"Saved: 1 answer, from {page}\n"
        "Debriefed: talk with Rui. Say when to look again with: collab talk debrief rui\n"
    )
    assert writer.journal()["talks"] == [HELD | {"debriefed": "2024-06-11"}]

    assert takes(writer, page, page.read_text("utf-8")) == 0
    assert writer.said == f"Nothing new in {page}.\n"
    assert writer.runs("undo") == 0
    assert writer.journal()["talks"] == [HELD]


def test_a_debrief_of_which_something_is_left_goes_on(writer: Writer, page: Path) -> None:
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF[:2]), talks=[HELD])
    assert takes(writer, page, filled(form(writer))) == 0
    assert writer.said == f"Saved: 1 answer, from {page}\n"
    assert writer.journal()["talks"] == [HELD]


def test_an_empty_place_ends_nothing(writer: Writer, page: Path) -> None:
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF[:3]), talks=[HELD])
    assert takes(writer, page, form(writer)) == 0
    assert writer.journal()["talks"] == [HELD]


def test_the_last_question_of_a_follow_up_ends_it(writer: Writer, page: Path) -> None:
    writer.imports(story("2024-06-10", "follow-up", "D-30"), talks=[FOLLOWED])
    assert takes(writer, page, filled(form(writer))) == 0
    assert writer.said == (
        f"Saved: 1 answer, from {page}\n"
        "Followed up: talk with Rui. Close it with: collab talk close rui\n"
    )
    done = [{"due": "2024-06-10", "done": "2024-06-11"}]
    assert writer.journal()["talks"] == [FOLLOWED | {"follow_ups": done}]


def test_the_page_in_the_editor_ends_a_debrief_too(writer: Writer) -> None:
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF[:3]), talks=[HELD])
    blank = form(writer)
    assert edits(writer, blank, filled(blank)) == 0
    assert writer.said == (
        "Saved: 1 answer.\n"
        "Debriefed: talk with Rui. Say when to look again with: collab talk debrief rui\n"
    )
    assert writer.journal()["talks"] == [HELD | {"debriefed": "2024-06-11"}]


def test_an_answer_that_is_only_changed_moves_no_day(writer: Writer) -> None:
    ended = HELD | {"debriefed": "2024-06-10"}
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF), talks=[ended])
    script = writer.runtime.parent / "change.sh"
    script.write_text('sed -i "s/Words to D-26/Other words/" "$1"')
    writer.has_editor(f'sh "{script}" "$1"')
    assert writer.runs("journal", "edit", "page") == 0
    assert writer.said == "Saved: 1 answer.\n"
    assert writer.journal()["talks"] == [ended]


def test_a_session_that_was_begun_asks_no_such_question_again(writer: Writer, page: Path) -> None:
    writer.imports(story("2024-06-10", "debrief", *DEBRIEF[:2]), talks=[HELD])
    session = writer.session()
    sat = sitting(session, session.today, "evening")
    with session.unit("session") as unit:
        sessions.choose(unit, sat.day, sat.part, sat.questions)
    assert takes(writer, page, filled(form(writer))) == 0

    with session.reading() as connection:
        states = {one.key: one.state for one in sessions.stored(connection, sat.day, sat.part)}
    assert states["about:T-RUI1:D-25"] == "answered"
    assert "talk=T-RUI1" in form(writer)  # answered, it still stands on the page
    assert form(writer, day=12).count("D-26") == 1


def test_a_talk_that_was_taken_back_comes_back_with_words_about_it(
    writer: Writer, page: Path
) -> None:
    """Otherwise the export would name a talk that no import could find."""
    assert writer.runs("talk", "add", "rui") == 0
    assert writer.runs("talk", "held", "rui") == 0
    (held,) = writer.journal()["talks"]
    text = form(writer).replace(f"talk={held['id']}", "talk=T-RUI1")
    page_of_it = filled(text).replace("talk=T-RUI1", f"talk={held['id']}")
    added = {name: value for name, value in held.items() if name != "held"}
    for _ in ("held", "added"):
        assert writer.runs("undo") == 0

    assert takes(writer, page, page_of_it) == 0
    assert writer.journal()["talks"] == [added]
    (evening,) = writer.journal()["entries"]
    assert writer.runs("undo") == 0
    assert (writer.journal()["talks"], writer.journal()["entries"]) == ([], [])

    assert writer.runs("journal", "restore", evening["id"]) == 0
    assert writer.journal()["talks"] == [added]
