"""`collab report` of a month, a quarter, a year or any days, through the real commands."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.commands.conftest import NOW, Collab

RATED = [date(2026, 8, 3) + timedelta(days=n) for n in range(0, 110, 2)]
"""Every second day from a Monday in August to the Friday on which the tests run."""

IN_DECEMBER, IN_SUMMER = NOW + timedelta(days=20), NOW + timedelta(days=220)


@pytest.fixture
def autumn(collab: Collab) -> Collab:
    """A journal of the autumn, with an answer to one question each evening."""
    entries = [
        {
            "day": str(day),
            "kind": "evening",
            "answers": [{"prompt": "I-01", "question": "Who had a say?", "text": f"On {day}."}],
            "ratings": [{"theme": "decide", "value": day.day % 5 + 1, "fit": "well"}],
        }
        for day in RATED
    ]
    document = {"format": "collab-journal", "version": 1, "entries": entries}
    assert collab("import", "json", "-", stdin=json.dumps(document).encode()).code == 0
    return collab


def made(collab: Collab, *arguments: str) -> Any:
    outcome = collab("report", *arguments, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


@pytest.mark.parametrize(
    ("arguments", "label", "first", "last"),
    [
        (["--month"], "2026-11", "2026-11-01", "2026-11-30"),
        (["--month", "--of", "2026-10-03"], "2026-10", "2026-10-01", "2026-10-31"),
        (["--month", "3", "oct"], "2026-10", "2026-10-01", "2026-10-31"),
        (["--month", "2026-W40"], "2026-10", "2026-10-01", "2026-10-31"),
        (["--quarter", "last", "friday"], "2026-Q4", "2026-10-01", "2026-12-31"),
        (["--year", "2026-08-03"], "2026", "2026-01-01", "2026-12-31"),
        (["--from", "2026-10-05", "--to", "2026-10-11"], "2026-10-05 to 2026-10-11",
         "2026-10-05", "2026-10-11"),
        (["--from", "2026-10-05"], "2026-10-05 to 2026-11-20", "2026-10-05", "2026-11-20"),
        (["--from", "mon", "--to", "2026-12-04"], "2026-11-16 to 2026-12-04",
         "2026-11-16", "2026-12-04"),
        (["--to", "2026-09-30"], "2026-08-03 to 2026-09-30", "2026-08-03", "2026-09-30"),
        (["--from", "0001-01-01", "--to", "2026-09-30"], "2026-08-03 to 2026-09-30",
         "2026-08-03", "2026-09-30"),
        (["--to", "2020-01-01"], "2020-01-01 to 2020-01-01", "2020-01-01", "2020-01-01"),
        (["2026-10-05"], "2026-W41", "2026-10-05", "2026-10-11"),
        (["--week"], "2026-W47", "2026-11-16", "2026-11-22"),
    ],
)  # fmt: skip
def test_the_period_is_what_was_asked_for(
    autumn: Collab, arguments: list[str], label: str, first: str, last: str
) -> None:
    report = made(autumn, *arguments)
    period = report["period"]
    assert (period["label"], period["first"], period["last"]) == (label, first, last)
    assert period["as_of"] == min(last, "2026-11-20")
    within = [day for day in RATED if first <= str(day) <= last]
    assert report["head"]["days_written"] == len(within)
    assert [theme["n"] for theme in report["themes"]] == [len(within)] * (len(report["themes"]))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--month", "--year"], "--month and --year do not go together."),
        (["--month", "--from", "mon"], "--from and --month do not go together."),
        (["--to", "mon", "--of", "tue"], "--to and --of do not go together."),
        (["mon", "--from", "tue"], "--from and DAY do not go together."),
        (["mon", "--of", "tue"], "--of and DAY do not go together."),
        (["--from", "2026-10-05", "--to", "2026-10-04"], "2026-10-05 to 2026-10-04"),
        (["--from", "tomorrow"], "Saturday 21 November 2026"),
        (["--month", "--of", "2026-12-24"],
         "The month 2026-12-01 to 2026-12-31 is still to come.\n"
         "Choose this month or one before it."),
        (["--year", "2027-01-01"], "The year 2027-01-01 to 2027-12-31 is still to come."),
        (["--from", "mon", "--to", "9999-12-31"],
         "9999-12-31 is more than a year ahead.\nLeave --to out"),
        (["--month", "soon"], "'soon'"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_period_is_refused(
    autumn: Collab, arguments: list[str], says: str
) -> None:
    outcome = autumn("report", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err


def test_only_a_running_week_without_a_page_gives_way(autumn: Collab) -> None:
    shown = autumn("report", "--month", "--format", "json", now=IN_DECEMBER)
    report = json.loads(shown.out)
    assert (report["period"]["label"], report["head"]["days_written"]) == ("2026-12", 0)
    assert report["period"]["in_place_of"] is None
    text = " ".join(autumn("report", "--month", now=IN_DECEMBER).out.split())
    assert (
        "Nothing written. The last month with a page: collab report --month --of 2026-11-01" in text
    )
    again = autumn("report", "--month", "--of", "2026-11-01", "--brief", now=IN_DECEMBER)
    assert again.out.startswith("Month 2026-11-01 to 2026-11-30\n")


def test_the_sentence_of_an_empty_time_leads_to_a_page(autumn: Collab) -> None:
    for arguments, way in (
        (("--quarter", "2026-12-01"), None),
        (("--year", "2027-06-01"), ("--year", "--of", "2026-01-01")),
        (("--from", "2027-01-01"), ("--of", str(RATED[-1]))),
    ):
        out = autumn("report", *arguments, now=IN_SUMMER).out
        if way is None:
            assert "Nothing written" not in out
        else:
            assert f"collab report {' '.join(way)}\n" in out
            assert "Nothing written" not in autumn("report", *way, now=IN_SUMMER).out
    assert "Nothing written.\n" in autumn("report", "--year", "--of", "2024-01-01").out


def test_a_longer_report_says_the_same_in_every_format(autumn: Collab) -> None:
    report = made(autumn, "--quarter")
    text = " ".join(autumn("report", "--quarter", "--full").out.split())
    markdown = autumn("report", "--quarter", "--format", "markdown").out
    sections = [report[name]["says"] for name in ("head", "plans", "balance")]
    for line in sum(sections, report["themes"][0]["says"]):
        if line["text"] != "-":
            assert f"- {line['label']}: {line['text']}\n" in markdown
            assert line["text"] in text
    assert "| week of | n | mean |\n" in markdown
    assert "| 1 on my own | " in markdown


def test_then_and_now_is_read_from_before_the_period(autumn: Collab) -> None:
    pair = made(autumn, "--week", "--of", "2026-11-16")["then_and_now"]
    assert pair == {
        "question": "Who had a say?",
        "then": {"day": "2026-08-27", "text": "On 2026-08-27."},
        "now": {"day": "2026-11-19", "text": "On 2026-11-19."},
    }


def test_a_journal_that_is_not_there_has_an_empty_longer_report(collab: Collab) -> None:
    assert made(collab, "--year")["head"]["days_written"] == 0
    assert made(collab, "--to", "2026-09-30")["period"]["first"] == "2026-09-30"
