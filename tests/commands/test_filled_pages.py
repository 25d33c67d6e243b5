"""A page printed, filled in by hand and given back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from typer.testing import CliRunner

from collab.commands.app import app
from collab.commands.session import Session

RUNNER = CliRunner()


def on(day: int, hour: int = 19) -> Session:
    return Session(clock=lambda: datetime(2024, 6, day, hour, tzinfo=UTC))


def run(session: Session, *words: str) -> str:
    result = RUNNER.invoke(app, list(words), obj=session)
    assert result.exit_code == 0, result.output
    return result.stdout


def filled(form: str, **by_mark: str) -> str:
    """The form with a text below the first comment of each kind."""
    for kind, text in by_mark.items():
        head, mark, tail = form.partition(f"<!-- collab {kind}")
        comment, end, rest = tail.partition("-->")
        form = head + mark + comment + end + f"\n\n{text}\n" + rest
    return form


def test_a_filled_page_is_kept_once_however_often_it_is_given(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(filled(run(on(11), "journal", "today", "--form"), answer="Asked Bo."), "utf-8")

    run(on(11), "journal", "today", "--from", str(page))
    first = run(on(11), "export", "json")
    run(on(11, 21), "journal", "today", "--from", str(page))

    assert run(on(11), "export", "json") == first
    assert json.loads(first)["entries"][0]["answers"][0]["text"] == "Asked Bo."


def test_a_rating_of_a_day_before_yesterday_is_refused_with_the_whole_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    form = run(on(11), "journal", "today", "--form").replace("Choice:", "Choice: 3", 1)
    page.write_text(filled(form, answer="Asked Bo."), "utf-8")

    refused = RUNNER.invoke(app, ["journal", "today", "--from", str(page)], obj=on(13))

    assert refused.exit_code == 2
    assert "2024-06-11" in refused.stderr
    assert "Asked Bo" not in refused.output
    assert json.loads(run(on(13), "export", "json"))["entries"] == []


def test_a_rating_given_the_day_after_is_marked_late(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    form = run(on(11), "journal", "today", "--form").replace("Choice:", "Choice: 3", 1)
    page.write_text(form, "utf-8")

    run(on(12), "journal", "today", "--from", str(page))

    (rating,) = json.loads(run(on(12), "export", "json"))["entries"][0]["ratings"]
    assert rating["value"] == 3
    assert rating["late"] is True
