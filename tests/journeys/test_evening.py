"""The three things typed most, one after the other, each in a process of its own."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from tests.journeys.person import CTRL_C, ENTER, Person, collab

EVENING = datetime.fromisoformat("2024-04-22T18:34:00+02:00")


def test_an_evening_is_reported_exported_and_read_back(home: Path, tmp_path: Path) -> None:
    with Person(home, "journal", "today", at=EVENING) as ana:
        ana.sees("Enter begin")
        ana.presses(ENTER)
        ana.sees("Enter skip")
        ana.types("Told @Ana that the rota was settled.")
        ana.presses(ENTER)
        ana.sees("Enter go on")
        ana.presses("*")
        ana.sees("starred")
        ana.presses(ENTER)
        ana.sees("one key")
        ana.presses("2")
        ana.sees("y well")
        ana.presses("p")
        ana.sees("then I will")
        ana.presses(CTRL_C)
        assert "Stopped. Kept: 2 answers." in ana.leaves(130)

    report = json.loads(collab(home, "report", "--week", "--format", "json", at=EVENING))
    assert [(line["text"], line["starred"]) for line in report["words"]] == [
        ("Told @Ana that the rota was settled.", True)
    ]
    assert report["people"]["named"] == [{"name": "ana", "role": None, "days": 1}]
    (decide,) = report["themes"]
    assert (decide["theme"], decide["days"][0]) == ("decide", 2)

    collab(home, "export", "markdown", str(tmp_path / "pages"), at=EVENING)
    page = tmp_path / "pages" / "2024" / "2024-04-22.md"
    elsewhere = tmp_path / "elsewhere"
    collab(elsewhere, "journal", "today", "--from", str(page), at=EVENING)
    given = [json.loads(collab(one, "export", "json", at=EVENING)) for one in (home, elsewhere)]
    assert _answers_and_ratings(given[0]) == _answers_and_ratings(given[1])


def _answers_and_ratings(document: dict) -> list[object]:
    (entry,) = document["entries"]
    return [
        [(one["prompt"], one["text"], one["starred"]) for one in entry["answers"]],
        [(one["theme"], one["value"], one["fit"]) for one in entry["ratings"]],
    ]
