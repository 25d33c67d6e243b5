"""A week is reviewed on Friday, reported on Sunday, and its plan comes back on Monday."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.week.conftest import CY, HIRES, WEEK
from tests.journeys.person import DOWN, ENTER, Person, collab

pytestmark = pytest.mark.slow


FRIDAY = datetime.fromisoformat("2024-06-14T17:05:00+02:00")
SUNDAY = datetime.fromisoformat("2024-06-16T19:00:00+02:00")


def test_a_review_stands_in_the_report_of_its_week(home: Path) -> None:
    journal = {"format": "collab-journal", "version": 1, "entries": WEEK}
    document = json.dumps({**journal, "talks": [{**CY, "expected": 4}], "promises": [HIRES]})
    collab(home, "import", "json", "-", at=FRIDAY, stdin=document)
    with Person(home, "journal", "week", at=FRIDAY) as ana:
        ana.sees("a number stars")
        ana.types("4")
        ana.presses(ENTER)
        ana.sees("Where did acting alone")
        ana.sees("Enter skip")
        ana.types("Alone was right for the call.")
        ana.presses(ENTER)
        ana.sees("What did someone tell you")
        ana.sees("Enter skip")
        ana.types("Ana")
        ana.presses(ENTER)
        ana.presses(DOWN)
        ana.types("You asked, and then you waited.")
        ana.presses(ENTER)
        ana.sees("h held")
        ana.presses("h")
        ana.sees("How hard was it?")
        ana.presses("2")
        ana.sees("k kept in time")
        ana.presses("k")
        ana.sees("What is one thing you will try next week?")
        ana.sees("Enter skip")
        ana.types("I am about to ask all")
        ana.presses(ENTER)
        ana.types("ask two first.")
        ana.presses(ENTER)
        ana.leaves(0)

    report = json.loads(collab(home, "report", "--week", "--format", "json", at=SUNDAY))
    assert [one["text"] for one in report["review"]] == [
        "Alone was right for the call.",
        "If I am about to ask all, then I will ask two first.",
    ]
    assert [one["text"] for one in report["words"] if one["starred"]] == [
        "@Ana said I asked, and then I waited."
    ]
    assert [(one["from"], one["text"]) for one in report["outside"]["views"]] == [
        ("Ana", "You asked, and then you waited.")
    ]
    assert report["talks"]["held"] == 1
    assert "Cy: 4, it was 2" in [one["text"] for one in report["talks"]["says"]]
    assert report["promises"]["theirs"] == {
        "due": 1,
        "kept": 1,
        "late": 0,
        "open": 0,
        "dropped": 0,
        "moved": 0,
        "not_yet_due": 0,
    }
    monday = datetime.fromisoformat("2024-06-17T08:10:00+02:00")
    with Person(home, "journal", "today", at=monday) as ana:
        ana.sees("This week  If I am about to ask all, then I will ask two first.")
