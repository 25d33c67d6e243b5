"""`--redact` on `export` and `report`: what is shown, asked, written and left out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import NOW, Collab
from tests.exchange.documents import document
from tests.journeys.person import ENTER, Person

NOTICE = "Redacted is not anonymous. In a small team people may be recognised."
PURPOSE = "Self-notes for development. Not for appraisal."
TRACES = ("ana", "Ana", "helve", "bruno", "example", "SECRET", "Wednesday", "Fri 20", "18 Nov")
PAGES = document(
    people=[{"name": "ana", "names": ["ana"], "role": "report", "added": "2026-11-01"}],
    entries=[
        {
            "id": "01SECRETID",
            "day": "2026-11-18",
            "kind": "evening",
            "written_at": "2026-11-18T18:02:00+01:00",
            "answers": [
                {"question": "Who?", "text": "ana told Tiit: a@b.example.com", "outside": "helve"}
            ],
            "plan": {"if": "ana asks on 19 November", "then": "I tell her", "for": "2026-11-19"},
        },
        {"day": "2026-11-20", "text": "@Ana again."},
    ],
    talks=[{"who": "bruno", "added": "2026-11-02", "date": "2026-11-20", "about": "money"}],
)


@pytest.fixture
def written(collab: Collab) -> Collab:
    assert collab("import", "json", "-", stdin=PAGES).code == 0
    return collab


def test_the_document_has_weeks_and_roles_and_no_trace_of_more(written: Collab) -> None:
    outcome = written("export", "markdown", "--redact", "--yes")

    assert outcome.code == 0
    assert outcome.out.startswith(
        f"{PURPOSE}\n\n{NOTICE}\n\n# Week of 16 November 2026\n\n## Evening\n"
    )
    assert outcome.out.count("# Week of") == 1
    for trace in ("ana", "Ana", "helve", "SECRET", "18:02", "2026-11", "<!--", "example", "19 Nov"):
        assert trace not in outcome.out
    assert "told Tiit: [e-mail]" in outcome.out


def test_every_replacement_is_shown_and_what_is_left(written: Collab, home: Path) -> None:
    err = written("export", "markdown", "--redact", "--yes").err

    assert "  [e-mail]: a@b.example.com\n" in err
    assert ": ana (2), @Ana\n" in err
    assert "  [week of 16 November 2026]: 19 November\n" in err
    assert "Left as they are: Tiit\n" in err
    assert f"can stand in {home}/redact.txt" in err
    assert err.endswith(NOTICE + "\n")


def test_the_list_in_the_settings_folder_is_taken_out(written: Collab, home: Path) -> None:
    (home / "redact.txt").write_text("# customers\n\nTIIT\n")
    outcome = written("export", "markdown", "--redact", "--yes")
    assert "told [name]: [e-mail]" in outcome.out
    assert "Left as they are" not in outcome.err


def test_without_a_terminal_it_needs_yes(written: Collab, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    outcome = written("export", "markdown", "--redact", "--output", str(target))
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Replaced:" in outcome.err
    assert "add --yes" in outcome.err
    assert not target.exists()


FACES = {
    "a terminal": ([], "\n{}\n{}\n"),
    "a first screen": (["--brief"], "\n{}\n{}\n"),
    "a terminal, in full": (["--full"], "\n{}\n{}\n"),
    "text": (["--format", "text"], "\n{}\n{}\n"),
    "Markdown": (["--format", "markdown"], "\n{}\n\n{}\n"),
    "HTML": (["--format", "html"], '>{}</p>\n<p class="purpose">{}</p>'),
    "SVG": (["--format", "svg"], "{}"),
    "JSON": (["--format", "json"], '"purpose": "{}",\n  "redacted": "{}"\n'),
}
PERIODS = {
    "the week": [],
    "a month": ["--month"],
    "a quarter": ["--quarter"],
    "a year": ["--year"],
    "some days": ["--from", "2026-11-18", "--to", "2026-11-20"],
}


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("face", FACES)
def test_a_report_is_redacted_in_every_face_and_period(
    written: Collab, face: str, period: str
) -> None:
    options, end = FACES[face]
    outcome = written("report", *PERIODS[period], *options, "--redact", "--yes")

    assert outcome.code == 0
    for trace in TRACES:
        assert trace not in outcome.out
    assert re.search(r"talk with (<[^>]*>)?person [A-Z]|\"who\": \"person [A-Z]", outcome.out)
    assert end.format(PURPOSE, NOTICE) in outcome.out
    assert NOTICE in outcome.out
    assert outcome.err.endswith(NOTICE + "\n")


@pytest.mark.parametrize("face", FACES)
def test_the_traces_are_found_in_a_report_for_oneself(written: Collab, face: str) -> None:
    out = written("report", *FACES[face][0]).out
    assert any(trace in out for trace in TRACES)
    assert NOTICE not in out


@pytest.mark.parametrize("ending", ["txt", "md", "html", "svg", "json"])
def test_a_file_for_others_is_written_as_its_name_says(
    written: Collab, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"week.{ending}"
    outcome = written("report", "--redact", "--yes", "--output", str(target))
    assert outcome.out == f"Written: {target}\n"
    text = target.read_text("utf-8")
    assert PURPOSE in text
    assert NOTICE in text
    assert not any(trace in text for trace in TRACES)


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (["--from", "2026-11-03", "--to", "2026-11-12"], "from the week of 2 November 2026 to the"),
        (["--from", "2026-11-17", "--to", "2026-11-19"], "Days in the week of 16 November 2026"),
        (["--to", "2026-11-20"], "Days in the week of 16 November 2026"),
        (["--month"], "Month 2026-11-01 to 2026-11-30"),
        (["--of", "2026-11-10"], "Week 2026-11-09 to 2026-11-15"),
    ],
)
def test_days_that_were_typed_are_told_by_their_weeks(
    written: Collab, options: list[str], title: str
) -> None:
    """A week, a month, a quarter or a year is the calendar's and keeps its days."""
    assert title in written("report", *options, "--redact", "--yes").out


def test_json_for_others_has_weeks_for_days_and_no_ids(written: Collab) -> None:
    options = ["--from", "2026-11-18", "--format", "json", "--redact", "--yes"]
    document = json.loads(written("report", *options).out)
    assert document["period"] == {
        "kind": "days",
        "label": "2026-W47",
        "first": "2026-W47",
        "last": "2026-W47",
        "as_of": "2026-W47",
        "in_place_of": None,
    }
    assert [(day["day"], day["entry"]) for day in document["words"]] == [("2026-W47", None)] * 2
    assert [(thing["on"], thing["id"]) for thing in document["next"]] == [("2026-W47", None)]
    assert (document["people"]["named"], document["people"]["says"]) == ([], [])


def test_real_names_are_taken_out_too(written: Collab) -> None:
    assert written("people", "edit", "ana", "--real-name", "Anabel Costa").code == 0
    assert written("note", "Anabel Costa, COSTA's plan and anabel").code == 0
    for command in (["export", "markdown"], ["report", "--full"]):
        out = written(*command, "--redact", "--yes").out
        assert re.search(r"(report [A-Z]), \1's plan and \1", out)
        assert "abel" not in out.lower()
        assert "costa" not in out.lower()


def test_somebody_made_of_two_has_both_real_names_taken_out(written: Collab) -> None:
    written("people", "add", "bel", "--real-name", "Belinda Castro")
    written("people", "edit", "ana", "--real-name", "Anabel Costa")
    assert written("people", "merge", "bel", "ana").code == 0
    assert written("note", "Belinda Castro, CASTRO and Costa").code == 0

    out = written("export", "markdown", "--redact", "--yes").out

    assert re.search(r"(report [A-Z]), \1 and \1", out)
    assert "castro" not in out.lower()


def test_one_without_a_journal_is_empty(collab: Collab) -> None:
    outcome = collab("report", "--format", "json", "--redact", "--yes")
    assert outcome.code == 0
    assert json.loads(outcome.out)["redacted"] == NOTICE


@pytest.mark.usefixtures("written")
def test_the_page_in_the_browser_is_redacted(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited, browser = tmp_path / "visited", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{visited}"\n')
    browser.chmod(0o700)
    (tmp_path / "runtime").mkdir(mode=0o700)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    words = ["report", "--of", "2026-11-20", "--open", "--redact", "--yes"]
    subprocess.run([sys.executable, "-m", "collab", *words], check=True, capture_output=True)
    page = Path(visited.read_text().removeprefix("file://")).read_text("utf-8")
    assert NOTICE in page
    assert not any(trace in page for trace in TRACES)


@pytest.mark.parametrize(
    "words", [["--redact"], ["--redact", "--yes"], ["--redact", "--output", "x"]]
)
def test_the_json_that_loses_nothing_is_never_redacted(
    written: Collab, home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(home)
    outcome = written("export", "json", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "The JSON carries the whole journal, so it cannot be redacted.\n"
        "Use: collab export markdown --redact, or collab report --format json --redact.\n"
    )
    assert not (home / "x").exists()


@pytest.mark.parametrize(
    "options", [[], ["--format", "html"], ["--open"], ["--output", "week.svg"]]
)
def test_a_report_needs_yes_too_without_a_terminal(
    written: Collab, home: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.chdir(home)
    outcome = written("report", *options, "--redact")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Replaced:" in outcome.err
    assert "Left as they are: Tiit" in outcome.err
    assert "add --yes" in outcome.err
    assert not (home / "week.svg").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["export", "markdown", "--redact", "folder"],
        ["export", "markdown", "--redact", "--flat"],
    ],
)
def test_what_would_tell_more_is_refused(written: Collab, words: list[str]) -> None:
    outcome = written(*words, "--yes")
    assert (outcome.code, outcome.out) == (2, "")
    assert "do not go together" in outcome.err


def test_without_pages_it_says_so(written: Collab, collab: Collab) -> None:
    outcome = written("export", "markdown", "--redact", "--yes", "--tag", "nothing")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Nothing to export" in outcome.err


@pytest.mark.usefixtures("written")
def test_at_a_terminal_names_and_consent_are_asked_for(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    with Person(
        home, "export", "markdown", "--redact", "--output", str(target), at=NOW, columns=100
    ) as leader:
        leader.sees("in no list: Tiit Which are names?")
        leader.types("tiit")
        leader.presses(ENTER)
        leader.sees("[name]: Tiit")
        leader.sees("Write it? y yes · n no · Ctrl-C stop")
        assert not target.exists()
        leader.presses("y")
        leader.sees("Written:")
        leader.leaves(0)
    assert "told [name]: [e-mail]" in target.read_text()


@pytest.mark.usefixtures("written")
def test_at_a_terminal_the_page_follows_the_answer(home: Path) -> None:
    with Person(home, "report", "--brief", "--redact", at=NOW, columns=100) as leader:
        leader.sees("in no list: Tiit Which are names?")
        leader.types("tiit")
        leader.presses(ENTER)
        leader.sees("Show it? y yes · n no · Ctrl-C stop")
        leader.presses("y")
        leader.sees("Week 2026-11-16 to 2026-11-22")
        leader.sees(f"{PURPOSE} {NOTICE}")
        leader.leaves(0)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("command", [["export", "markdown"], ["report", "--format", "html"]])
def test_no_writes_nothing(home: Path, tmp_path: Path, command: list[str]) -> None:
    target = tmp_path / "out.md"
    with Person(home, *command, "--redact", "--output", str(target), at=NOW, columns=100) as leader:
        leader.sees("Which are names?")
        leader.presses(ENTER)
        leader.sees("Write it? y yes")
        leader.presses("n")
        leader.sees("Nothing was written.")
        leader.leaves(0)
    assert not target.exists()
