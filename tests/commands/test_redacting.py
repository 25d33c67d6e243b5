"""`--redact` on `export markdown` and `report`: what is shown, asked, written and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import NOW, Collab
from tests.exchange.documents import document
from tests.journeys.person import ENTER, Person

NOTICE = "Redacted is not anonymous. In a small team people may be recognised."
PURPOSE = "Self-notes for development. Not for appraisal."
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
    assert outcome.out.startswith(f"{PURPOSE}\n\n# Week of 16 November 2026\n\n## Evening\n")
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
    assert "Replaced:" in outcome.out
    assert "add --yes" in outcome.err
    assert not target.exists()


def test_the_report_is_redacted_too(written: Collab) -> None:
    outcome = written("report", "--redact", "--yes")

    assert outcome.code == 0
    for trace in (
        "ana",
        "Ana",
        "helve",
        "bruno",
        "example",
        "Wednesday",
        "Fri 20",
        "People in your",
    ):
        assert trace not in outcome.out
    assert "### Week of 16 November 2026" in outcome.out
    assert "talk with person" in outcome.out
    assert outcome.out.endswith(f"{PURPOSE}\n")
    assert outcome.err.endswith(NOTICE + "\n")


@pytest.mark.parametrize(
    "words",
    [
        ["export", "markdown", "--redact", "folder"],
        ["export", "markdown", "--redact", "--flat"],
        ["report", "--redact", "--format", "json"],
        ["report", "--redact", "--format", "html"],
        ["report", "--redact", "--open"],
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
def test_no_writes_nothing(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    with Person(
        home, "export", "markdown", "--redact", "--output", str(target), at=NOW, columns=100
    ) as leader:
        leader.sees("Which are names?")
        leader.presses(ENTER)
        leader.sees("Write it? y yes")
        leader.presses("n")
        leader.sees("Nothing was written.")
        leader.leaves(0)
    assert not target.exists()
