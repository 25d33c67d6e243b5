"""`collab report` through the real commands: the worked examples, sentence by sentence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from collab.commands.app import app
from collab.commands.session import Session
from collab.storage.database import Journal
from tests.commands.conftest import Collab
from tests.drawn_journal import drawn_journal
from tests.exchange.documents import bring_in
from tests.rendering.test_report_screen import ORDINARY_60_WITHOUT_UTF8, ORDINARY_80

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "domain" / "reports" / "worked_examples.json").read_text("utf-8")
)["examples"]


def session_on(day: str) -> Session:
    now = datetime.combine(date.fromisoformat(day), time(20), UTC)
    return Session(clock=lambda: now)


@pytest.mark.parametrize("example", EXAMPLES, ids=[one["id"] for one in EXAMPLES])
def test_a_worked_example_is_reported_word_for_word(
    example: dict[str, Any], tmp_path: Path
) -> None:
    runner, today = CliRunner(), example.get("today") or "2024-07-01"
    document = tmp_path / "journal.json"
    document.write_text(json.dumps(example["journal"]), "utf-8")
    if example.get("language"):
        runner.invoke(
            app, ["settings", "set", "language", example["language"]], obj=session_on(today)
        )

    brought = runner.invoke(app, ["import", "json", str(document)], obj=session_on(today))
    report = runner.invoke(
        app,
        ["report", "--week", "--of", "2024-06-10", "--format", "json"],
        obj=session_on(today),
    )

    assert brought.exit_code == 0, brought.output
    made = json.loads(report.stdout)
    sections = {**made, **{theme["theme"]: theme for theme in made["themes"]}}
    for part, says in example["says"].items():
        lines = [[line["label"], line["text"]] for line in sections[part]["says"]]
        assert lines == [list(line) for line in says], part


def test_without_a_journal_the_report_for_programs_is_an_empty_one() -> None:
    report = CliRunner().invoke(
        app, ["report", "--week", "--format", "json"], obj=session_on("2024-06-12")
    )

    assert report.exit_code == 0
    assert json.loads(report.stdout)["head"]["days_written"] == 0


# No ratings have both the means that are drawn for shared decisions and the direction that is.
@pytest.mark.parametrize(
    ("width", "encoding", "screen", "direction"),
    [
        pytest.param(80, "utf-8", ORDINARY_80, "S=+8, change +0.4)", id="80 columns"),
        pytest.param(
            60,
            "ascii",
            ORDINARY_60_WITHOUT_UTF8,
            "S=+8, change\n             +0.4)",
            id="60 columns, without UTF-8",
        ),
    ],
)
def test_the_drawn_week_is_shown_as_drawn(
    width: int, encoding: str, screen: str, direction: str, home: Path
) -> None:
    """From the ratings and words themselves to the last line on the screen."""
    home.mkdir()
    (home / "settings.toml").write_text('language = "en"\n')
    bring_in(Journal(str(home / "journal.db")), drawn_journal())
    shown = subprocess.run(
        [sys.executable, "-m", "collab", "report", "--week", "--of", "2024-06-10"],
        env=os.environ | {"COLUMNS": str(width), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert shown.stdout.decode() == re.sub(r"S=\+10,\s+change \+0\.5\)", direction, screen)


def test_the_first_screen_is_not_given_in_full(collab: Collab) -> None:
    refused = collab("report", "--brief", "--full")
    assert (refused.code, refused.out) == (2, "")
    assert "--brief and --full do not go together" in refused.err
