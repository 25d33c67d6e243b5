"""A page printed, filled in by hand and given back; or the same through the editor."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from collab.commands.sitting import sitting
from collab.storage import sessions
from tests.commands.editors import Writer

EVENING: dict[str, Any] = {
    "day": "2024-06-11",
    "kind": "evening",
    "id": "page",
    "text": "Above.",
    "written_at": "2024-06-11T18:00:00+00:00",
    "answers": [
        {
            "id": "words",
            "prompt": "E-02",
            "question": "Which moment?",
            "text": "Secret one.",
            "deeper_question": "What next?",
            "deeper_text": "Secret two.",
            "starred": True,
            "at": "2024-06-11T18:01:00+00:00",
        },
        {
            "id": "halves",
            "prompt": "X-01",
            "question": "Which plan?",
            "if": "Secret three",
            "then": "Secret four",
            "at": "2024-06-11T18:02:00+00:00",
        },
    ],
    "ratings": [
        {
            "id": "rate",
            "theme": "decide",
            "value": 3,
            "fit": "well",
            "rated_at": "2024-06-11T18:03:00+00:00",
        }
    ],
    "plan": {
        "id": "plan",
        "question": "At which moment?",
        "if": "Secret five",
        "then": "Secret six",
        "for": "2024-06-12",
        "outcome": "done",
        "outcome_at": "2024-06-12T18:00:00+00:00",
    },
}
EMPTIED = {
    "Above.": "the words above the questions",
    "Secret one.\n\n#### What next?\n<!-- collab deeper -->\n\nSecret two.": 'to "Which moment?"',
    "Secret two.": 'the answer to "What next?"',
    "If: Secret three\nThen: Secret four": 'the answer to "Which plan?"',
    "Then: Secret four": 'a part of the answer to "Which plan?"',
    "Choice: 3\nFit: well": "the rating of Shared decisions",
    "Fit: well": "a part of the rating of Shared decisions",
    "If: Secret five\nThen: Secret six\n\nOutcome: done": "the plan for Wed 12 June",
    "Outcome: done": "a part of the plan for Wed 12 June",
}
"""What can be emptied on the page of that evening, and what it is called then."""


@pytest.fixture
def writer(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Writer:
    return Writer(tmp_path, home, capsys)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.md"


def form(writer: Writer, *options: str, day: int = 11) -> str:
    assert writer.runs("journal", "today", "--evening", "--form", *options, day=day) == 0
    return writer.said


def filled(text: str, *, words: str = "", choice: str = "", plan: str = "") -> str:
    """The form with words below its first question, a rating and the if of a plan."""
    text = re.sub(r"(\n### .*\n<!-- collab answer .*-->\n)", rf"\1\n{words}\n", text, count=1)
    text = text.replace("Choice:\n", f"Choice: {choice}\n", 1)
    return text.replace("\nIf:\n", f"\nIf: {plan}\n", 1)


def takes(writer: Writer, page: Path, text: str, day: int = 11) -> int:
    page.write_text(text, "utf-8")
    return writer.runs("journal", "today", "--from", str(page), day=day)


def edits(writer: Writer, old: str, new: str, *options: str) -> int:
    """Change the page of the evening in the editor, once."""
    change = f"import sys; p = sys.argv[1]; t = open(p).read(); assert {old!r} in t, t"
    change += f"; open(p, 'w').write(t.replace({old!r}, {new!r}, 1))"
    script = writer.runtime.parent / "change.py"
    script.write_text(change)
    writer.has_editor(f"exec '{sys.executable}' '{script}' \"$1\"")
    return writer.runs("journal", "today", "--evening", "--edit", *options)


def test_a_filled_page_is_kept_once_and_told(writer: Writer, page: Path) -> None:
    text = filled(form(writer), words="Asked Bo.", choice="3", plan="the list comes up")
    assert takes(writer, page, text) == 0
    assert writer.said == f"Saved: 1 answer, 1 rating, a plan, from {page}\n"
    first = writer.journal()

    assert takes(writer, page, text) == 0
    assert writer.said == f"Nothing new in {page}.\n"
    assert writer.journal() == first
    assert first["entries"][0]["answers"][0]["text"] == "Asked Bo."

    assert writer.runs("undo") == 0
    assert writer.journal()["entries"] == []


def test_standard_input_is_called_so(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, page: Path
) -> None:
    page.write_text(filled(form(writer), words="Asked Bo."), "utf-8")
    with page.open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        assert writer.runs("journal", "today", "--from", "-") == 0
    assert writer.said == "Saved: 1 answer, from standard input\n"


def test_a_changed_answer_keeps_its_star_and_its_time(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    assert takes(writer, page, form(writer).replace("Secret one.", "Another.")) == 0
    (before,), after = EVENING["answers"][:1], writer.journal()["entries"][0]["answers"][0]
    assert {**before, "text": "Another."}.items() <= after.items()
    assert writer.runs("undo") == 0
    assert writer.journal()["entries"][0]["answers"][0]["text"] == "Secret one."


def test_a_page_made_before_the_answer_was_given_leaves_it_alone(
    writer: Writer, page: Path
) -> None:
    blank = form(writer)
    takes(writer, page, filled(blank, words="Asked Bo."))
    assert takes(writer, page, filled(blank, choice="3")) == 0
    assert "Kept, though the page leaves it empty: the answer to" in writer.said
    assert "Saved: 1 rating, from" in writer.said
    assert writer.journal()["entries"][0]["answers"][0]["text"] == "Asked Bo."


@pytest.mark.parametrize(("emptied", "name"), EMPTIED.items(), ids=EMPTIED.values())
def test_what_a_page_leaves_empty_is_kept_and_named_without_its_words(
    writer: Writer, page: Path, emptied: str, name: str
) -> None:
    writer.imports(EVENING)
    before, text = writer.journal(), form(writer)
    assert emptied in text
    left = "#### What next?\n<!-- collab deeper -->\n" if "####" in emptied else ""
    labels = "\n".join(re.findall(r"^\w+:", emptied, re.M))
    assert takes(writer, page, text.replace(emptied, left + labels, 1)) == 0
    first, *_ = writer.said.splitlines()
    assert first.startswith("Kept, though the page leaves it empty: ")
    assert name in first
    assert "Secret" not in writer.said
    assert writer.journal() == before

    # Nobody can be asked here, so the editor removes nothing either.
    assert edits(writer, emptied, left + labels) == 0
    assert name in writer.said
    assert "Secret" not in writer.said
    assert writer.journal() == before


def empties_three_places(writer: Writer, page: Path) -> pexpect.spawn[str]:
    """The page of the evening in an editor that empties three places of it."""
    writer.imports(EVENING)
    change = page.with_name("change.py")
    change.write_text(
        "import sys\npath = sys.argv[1]\ntext = open(path).read()\n"
        "for part in ('Above.', 'If: Secret three\\nThen: Secret four', 'Choice: 3\\nFit: well'):\n"
        "    text = text.replace(part, '')\nopen(path, 'w').write(text)"
    )
    writer.has_editor(f"exec '{sys.executable}' '{change}' \"$1\"")
    program = (
        "import os, sys\nfrom datetime import datetime, UTC\n"
        "from collab.commands.app import run\nfrom collab.commands.session import Session\n"
        "now = datetime(2024, 6, 11, 19, tzinfo=UTC)\n"
        "sys.exit(run(['journal', 'today', '--evening', '--edit'], Session(lambda: now)))"
    )
    return pexpect.spawn(
        sys.executable,
        ["-c", program],
        env={**writer.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        dimensions=(24, 100),
        encoding="utf-8",
        timeout=20,
    )


def test_ctrl_c_at_an_emptied_answer_saves_nothing_and_keeps_the_page(
    writer: Writer, page: Path
) -> None:
    child = empties_three_places(writer, page)
    child.expect_exact("n keep")
    child.send("y")
    child.expect_exact("Which plan?")
    child.expect_exact("n keep")
    child.send("\x03")
    child.expect_exact("Stopped. Nothing was saved.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert len(writer.rescued()) == 1
    (entry,) = writer.journal()["entries"]
    assert entry["text"] == "Above."


def test_an_emptied_answer_goes_when_the_user_says_so(writer: Writer, page: Path) -> None:
    child = empties_three_places(writer, page)
    child.expect_exact("Remove the words above the questions?")
    child.expect_exact("n keep")
    child.send("y")
    child.expect_exact("Removed: the words above the questions")
    child.expect_exact('Remove the answer to "Which plan?"?')
    child.expect_exact("n keep")
    child.send("\r")
    child.expect_exact('Kept: the answer to "Which plan?"')
    child.expect_exact("Remove the rating of Shared decisions?")
    child.expect_exact("n keep")
    child.send("y")
    child.expect_exact("Removed: 1 rating, the words above the questions.")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    (entry,) = writer.journal()["entries"]
    assert entry.get("text") is None
    assert entry.get("ratings", []) == []
    assert [answer["id"] for answer in entry["answers"]] == ["words", "halves"]
    assert writer.runs("undo") == 0
    (entry,) = writer.journal()["entries"]
    assert (entry["text"], entry["ratings"][0]["fit"]) == ("Above.", "well")


def test_a_session_that_was_begun_knows_what_a_page_answered(writer: Writer, page: Path) -> None:
    plan = {"id": "plan", "if": "it rains", "for": "2024-06-11"}
    writer.imports({"day": "2024-06-10", "kind": "evening", "plan": plan})
    session = writer.session()
    sat = sitting(session, session.today, "evening")
    with session.unit("session") as unit:
        sessions.choose(unit, sat.day, sat.part, sat.questions)
    text = filled(form(writer), words="Asked Bo.", choice="3", plan="the list comes up")
    assert takes(writer, page, text.replace("Outcome:\n", "Outcome: partly\n", 1)) == 0
    expected = "Saved: 1 answer, 1 rating, a plan, what became of a plan, from"
    assert writer.said.startswith(expected)
    with session.reading() as connection:
        states = {one.key: one.state for one in sessions.stored(connection, sat.day, sat.part)}
    answered = {key for key, state in states.items() if state == "answered"}
    assert {key.partition(":")[0] for key in answered} == {"plan-outcome", "open", "rating", "plan"}


def test_another_outcome_is_kept_with_its_time(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    assert takes(writer, page, form(writer).replace("Outcome: done", "Outcome: partly", 1)) == 0
    assert writer.said == f"Saved: what became of a plan, from {page}\n"
    plan = writer.journal()["entries"][0]["plan"]
    assert (plan["outcome"], plan["outcome_at"]) == ("partly", "2024-06-11T19:00:00+00:00")


@pytest.mark.parametrize("way", ["--from", "--edit"])
def test_a_rating_of_a_day_before_yesterday_is_refused_with_the_whole_page(
    writer: Writer, page: Path, way: str
) -> None:
    writer.imports({**EVENING, "day": "2024-06-08"})
    before = writer.journal()
    old, new = "Secret one.", "Asked Bo.\n"
    if way == "--from":
        text = form(writer, "--date", "2024-06-08").replace(old, new)
        code = takes(writer, page, text.replace("Choice: 3", "Choice: 4"))
    else:
        code = edits(writer, "Choice: 3", "Choice: 4", "--date", "2024-06-08")
    assert code == 2
    assert "2024-06-08" in writer.told
    assert "Asked Bo" not in writer.told + writer.said
    assert writer.journal() == before


def test_words_beside_an_old_rating_can_be_late(writer: Writer, page: Path) -> None:
    writer.imports({**EVENING, "day": "2024-06-08"})
    text = form(writer, "--date", "2024-06-08")
    assert "Choice:\n" not in text
    below = "- W - I waited"
    assert takes(writer, page, text.replace(below, f"Since then I know more.\n\n{below}")) == 0
    (rating,) = writer.journal()["entries"][0]["ratings"]
    assert rating["deeper_text"] == "Since then I know more."
    assert rating["rated_at"] == "2024-06-11T18:03:00+00:00"
    assert "late" not in rating or rating["late"] is False


def test_a_rating_given_the_day_after_is_marked_late(writer: Writer, page: Path) -> None:
    assert takes(writer, page, filled(form(writer), choice="3"), day=12) == 0
    (rating,) = writer.journal()["entries"][0]["ratings"]
    assert (rating["value"], rating["late"]) == (3, True)


def test_a_late_form_asks_for_ratings_of_yesterday_only(writer: Writer) -> None:
    assert "<!-- collab rating" in form(writer, "--date", "2024-06-10")
    assert "<!-- collab rating" not in form(writer, "--date", "2024-06-09")


def test_a_light_form_makes_a_light_evening_until_more_is_said(writer: Writer, page: Path) -> None:
    whole, light = form(writer), form(writer, "--light")
    assert light.count("###") == 1
    assert takes(writer, page, filled(light, words="Enough.")) == 0
    assert writer.journal()["entries"][0]["light"] is True
    assert takes(writer, page, filled(whole, choice="3")) == 0
    assert writer.journal()["entries"][0].get("light") is None


def test_a_note_without_an_id_is_taken_once(writer: Writer, page: Path) -> None:
    note = "---\ndate: 2024-06-11\n---\n\n## Note\n<!-- collab entry kind=note -->\n\nAsk Bo.\n"
    assert takes(writer, page, note) == 0
    assert writer.said == f"Saved: a note, from {page}\n"
    assert takes(writer, page, note) == 0
    assert writer.said == f"Nothing new in {page}.\n"
    assert len(writer.journal()["entries"]) == 1


@pytest.mark.parametrize(
    ("mark", "other"),
    [
        pytest.param("id=words", "id=halves2", id="an answer on another page"),
        pytest.param("id=page kind=evening", "id=page2 kind=evening", id="another day's page"),
    ],
)
def test_the_id_of_something_elsewhere_is_refused(
    writer: Writer, page: Path, mark: str, other: str
) -> None:
    answer = {"id": "halves2", "prompt": "X-09", "text": "Elsewhere."}
    writer.imports(
        EVENING, {"day": "2024-06-10", "kind": "evening", "id": "page2", "answers": [answer]}
    )
    before = writer.journal()
    text = form(writer).replace(mark, other).replace("prompt=E-02", "prompt=E-77")
    assert takes(writer, page, text) == 2
    assert f"{page}, line 4" in writer.told
    assert writer.journal() == before


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param("folder", "it is a folder", id="a folder"),
        pytest.param(b"\xff\xfe", "not UTF-8", id="not UTF-8"),
        pytest.param(b"# x\n<!-- collab day date=2024-06-11 -->\n\0", "line 3", id="NUL"),
        pytest.param(b"", "line 1", id="empty"),
    ],
)
def test_what_is_no_page_is_refused_in_a_sentence(
    writer: Writer, page: Path, content: bytes | str | None, fault: str
) -> None:
    if content == "folder":
        page.mkdir()
    elif isinstance(content, bytes):
        page.write_bytes(content)
    assert writer.runs("journal", "today", "--from", str(page)) == 2
    assert fault in writer.told
    assert len(writer.told.splitlines()) == 2


def test_an_empty_path_is_no_file(writer: Writer) -> None:
    assert writer.runs("journal", "today", "--from", "") == 2
    assert "names no file" in writer.told


def test_the_page_in_the_editor_is_kept_as_one_thing(writer: Writer) -> None:
    text = form(writer)
    assert edits(writer, text, filled(text, words="Asked Bo.", choice="4")) == 0
    assert writer.said == "Saved: 1 answer, 1 rating.\n"
    assert writer.left_in_memory() == []
    assert writer.runs("undo") == 0
    assert writer.journal()["entries"] == []


def test_an_unchanged_page_changes_nothing(writer: Writer) -> None:
    writer.has_editor("true")
    assert writer.runs("journal", "today", "--edit") == 0
    assert writer.said == "Nothing was changed.\n"
    assert writer.rescued() == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param("Choice: 3", "Choice: 7", "'Choice:' takes", id="no such line"),
        pytest.param("Above.", "```\nAbove.", "swallows", id="an open fence"),
        pytest.param("id=words", "id=other", "not as collab wrote it", id="an id"),
        pytest.param("date=2024-06-11", "date=2024-06-10", "not as collab wrote it", id="the day"),
        pytest.param("### Which plan?", "### Which?", "not as collab wrote it", id="a question"),
    ],
)
def test_a_page_that_cannot_be_read_is_kept_with_the_next_step(
    writer: Writer, old: str, new: str, fault: str
) -> None:
    writer.imports(EVENING)
    before = writer.journal()
    assert edits(writer, old, f"{new}") == 2
    (kept,) = writer.rescued()
    assert new in kept
    assert re.match(r"Your page, line \d+: ", writer.told)
    assert fault in writer.told
    (path,) = re.findall(r"collab journal today --from (\S+)", writer.told)
    assert Path(path).read_text("utf-8") == kept
    assert oct(os.stat(path).st_mode)[-3:] == "600"
    assert writer.journal() == before
    assert writer.left_in_memory() == []


def test_a_mended_page_can_be_given_again(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    assert edits(writer, "Choice: 3", "Choice: 9") == 2
    (kept,) = writer.rescued()
    assert takes(writer, page, kept.replace("Choice: 9", "Choice: 4")) == 0
    assert writer.said == f"Saved: 1 rating, from {page}\n"


def meanwhile(page: Path, text: str) -> str:
    """A command that gives collab a filled page, as another terminal would."""
    page.write_text(text, "utf-8")
    script = page.with_name("meanwhile.py")
    script.write_text(
        "import sys; from datetime import datetime, UTC\n"
        "from collab.commands.app import run\nfrom collab.commands.session import Session\n"
        "now = datetime(2024, 6, 11, 19, tzinfo=UTC)\n"
        f"sys.exit(run(['journal', 'today', '--from', {str(page)!r}], Session(lambda: now)))"
    )
    return f"'{sys.executable}' '{script}' >/dev/null"


@pytest.mark.parametrize(
    ("given", "said", "words"),
    [
        pytest.param({"choice": "2"}, "Saved: 1 answer.\n", "Mine.", id="something else"),
        pytest.param({"words": "Mine."}, "Nothing was changed.\n", "Mine.", id="the same"),
        pytest.param({"words": "Theirs."}, "", "Theirs.", id="the same question"),
    ],
)
def test_what_was_kept_elsewhere_meanwhile_survives_the_editor(
    writer: Writer, page: Path, given: dict[str, str], said: str, words: str
) -> None:
    other = meanwhile(page, filled(form(writer), **given))
    script = page.with_name("change.py")
    script.write_text(
        "import sys; p = sys.argv[1]; t = open(p).read()\n"
        "head, mark, tail = t.partition('theme=any -->\\n')\n"
        "open(p, 'w').write(head + mark + '\\nMine.\\n' + tail)"
    )
    writer.has_editor(f"{other} && '{sys.executable}' '{script}' \"$1\"")
    code = writer.runs("journal", "today", "--evening", "--edit")
    assert (code, writer.said) == (0 if said else 2, said)
    assert len(writer.rescued()) == (not said)
    (entry,) = writer.journal()["entries"]
    assert [answer["text"] for answer in entry["answers"]] == [words]
    assert len(entry.get("ratings", [])) == ("choice" in given)


def test_what_was_changed_elsewhere_too_is_not_overwritten(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    other = meanwhile(page, form(writer).replace("Secret one.", "Theirs."))
    writer.has_editor(f"{other} && sed -i 's/Secret one/Mine/' \"$1\"")
    assert writer.runs("journal", "today", "--evening", "--edit") == 2
    assert "changed elsewhere" in writer.told
    assert "Mine." in writer.rescued()[0]
    assert writer.journal()["entries"][0]["answers"][0]["text"] == "Theirs."


def test_whoever_was_asked_is_kept_without_the_sign_of_a_mention(
    writer: Writer, page: Path
) -> None:
    wish = {"id": "wish", "prompt": "I-39", "text": "Bo, about the list"}
    writer.imports({**EVENING, "day": "2024-06-10", "plan": None, "answers": [wish]})
    text = form(writer)
    assert "You wanted to ask: Bo, about the list" in text
    assert takes(writer, page, text.replace("Who:\n", "Who: @bo\nIt came too late.\n")) == 0
    (answer,) = writer.journal()["entries"][-1]["answers"]
    assert (answer["outside"], answer["text"]) == ("bo", "It came too late.")


def test_an_answer_in_words_may_become_a_plan_and_back(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    text = form(writer).replace("Secret one.", "If: it rains\nThen: I ask")
    text = text.replace("If: Secret three\nThen: Secret four", "Just words.")
    assert takes(writer, page, text) == 0
    assert writer.said == f"Saved: 2 answers, from {page}\n"
    one, two = writer.journal()["entries"][0]["answers"]
    assert (one.get("text"), one["if"], one["then"]) == (None, "it rains", "I ask")
    assert (two["text"], two.get("if"), two.get("then")) == ("Just words.", None, None)


def test_a_fit_goes_with_the_line_it_stood_beside(writer: Writer, page: Path) -> None:
    writer.imports(EVENING)
    text = form(writer).replace("Choice: 3\nFit: well", "Choice: W\nFit:", 1)
    assert takes(writer, page, text) == 0
    assert writer.said == f"Saved: 1 rating, from {page}\n"
    (rating,) = writer.journal()["entries"][0]["ratings"]
    assert (rating["value"], rating.get("fit")) == ("W", None)


def test_each_plan_of_a_day_has_an_outcome_of_its_own_on_a_form(writer: Writer, page: Path) -> None:
    evening = {"id": "e", "if": "Dee asks", "then": "say *when*", "for": "2024-06-11"}
    week = {"id": "w", "prompt": "W-5", "if": "all meet", "then": "wait", "for": "2024-06-11"}
    writer.imports(
        {"day": "2024-06-07", "kind": "evening", "plan": evening},
        {"day": "2024-06-08", "kind": "week", "week": "2024-W23", "plan": week},
    )
    text = form(writer)
    assert text.count("\nOutcome:") == 2
    first, second, rest = text.split("\nOutcome:", 2)
    assert takes(writer, page, f"{first}\nOutcome: done{second}\nOutcome: not done{rest}") == 0
    plans = [one["plan"] for one in writer.journal()["entries"] if "plan" in one]
    outcomes = {plan["id"]: plan.get("outcome") for plan in plans}
    assert outcomes == {"e": "done", "w": "not done"}
