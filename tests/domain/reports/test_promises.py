"""Promises in the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domain.reports.journals import Json, lines, report_of, said


def promise(due: str, side: str = "mine", **more: Any) -> Json:
    return {"side": side, "what": "x", "due": due, **more}


def moved(on: str, left: str, to: str, agreed: bool = True) -> Json:
    return {"on": on, "from": left, "to": to, "agreed": agreed}


WEDNESDAY, NEXT_WEEK = "2024-06-12", "2024-06-19"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(
            promise(WEDNESDAY, done=WEDNESDAY),
            "1 due; kept 1, late 0, open 0",
            id="kept on the day",
        ),
        pytest.param(
            promise(WEDNESDAY, done="2024-05-01"),
            "1 due; kept 1, late 0, open 0",
            id="kept long before",
        ),
        pytest.param(
            promise(WEDNESDAY, done="2024-06-13"), "1 due; kept 0, late 1, open 0", id="late"
        ),
        pytest.param(
            promise(WEDNESDAY, done="2024-06-17"),
            "1 due; kept 0, late 0, open 1",
            id="done after the week",
        ),
        pytest.param(
            promise(WEDNESDAY, dropped="2024-06-16"),
            "1 due; kept 0, late 0, open 0, dropped 1",
            id="dropped",
        ),
        pytest.param(
            promise(WEDNESDAY, dropped="2024-06-17"),
            "1 due; kept 0, late 0, open 1",
            id="dropped after the week",
        ),
        pytest.param(
            promise(WEDNESDAY, moved=[moved(WEDNESDAY, WEDNESDAY, NEXT_WEEK)]),
            "0 due; kept 0, late 0, open 0; moved in time 1 (not counted as due)",
            id="moved away on the day",
        ),
        pytest.param(
            promise(
                WEDNESDAY,
                moved=[
                    moved("2024-06-11", WEDNESDAY, "2024-06-14"),
                    moved("2024-06-13", "2024-06-14", NEXT_WEEK),
                ],
            ),
            "0 due; kept 0, late 0, open 0; moved in time 1 (not counted as due)",
            id="moved away in two steps is one promise",
        ),
        pytest.param(
            promise(
                WEDNESDAY,
                moved=[
                    moved("2024-06-11", WEDNESDAY, NEXT_WEEK),
                    moved("2024-06-12", NEXT_WEEK, "2024-06-14"),
                ],
                done="2024-06-14",
            ),
            "1 due; kept 1, late 0, open 0",
            id="moved away and back again",
        ),
        pytest.param(
            promise("2024-06-16", moved=[moved("2024-06-17", "2024-06-16", NEXT_WEEK)]),
            "1 due; kept 0, late 0, open 1",
            id="moved after the week",
        ),
    ],
)
def test_what_became_of_a_promise(one: Json, text: str) -> None:
    assert lines(report_of({"promises": [one]}).promises.says) == [["mine", text]]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(
            promise("2024-06-14"), "0 due; kept 0, late 0, open 0; 1 not yet due", id="to come"
        ),
        pytest.param(promise("2024-06-12"), "1 due; kept 0, late 0, open 1", id="today"),
        pytest.param(
            promise("2024-06-14", done="2024-06-11"),
            "1 due; kept 1, late 0, open 0",
            id="kept early",
        ),
        pytest.param(
            promise("2024-06-14", dropped="2024-06-11"),
            "1 due; kept 0, late 0, open 0, dropped 1",
            id="dropped early",
        ),
    ],
)
def test_in_a_running_week_a_date_may_be_to_come(one: Json, text: str) -> None:
    report = report_of({"promises": [one]}, today=date(2024, 6, 12))
    assert lines(report.promises.says) == [["mine", text]]


def test_everything_at_once_stands_in_order() -> None:
    journal = {
        "promises": [
            promise("2024-06-10", done="2024-06-10"),
            promise("2024-06-10", done="2024-06-11"),
            promise("2024-06-10"),
            promise("2024-06-10", dropped="2024-06-10"),
            promise("2024-06-11", moved=[moved("2024-06-11", "2024-06-11", NEXT_WEEK)]),
            promise("2024-06-15"),
        ]
    }
    report = report_of(journal, today=date(2024, 6, 12))
    assert said(report.promises.says, "mine") == (
        "4 due; kept 1, late 1, open 1, dropped 1;"
        " moved in time 1 (not counted as due); 1 not yet due"
    )
    mine = report.promises.mine
    assert (mine.due, mine.kept, mine.late, mine.open, mine.dropped) == (4, 1, 1, 1, 1)
    assert (mine.moved, mine.not_yet_due) == (1, 1)


def test_open_ones_from_before_follow_even_where_nothing_is_due() -> None:
    journal = {
        "promises": [
            promise("2024-06-09"),
            promise("2024-06-09", "theirs"),
            promise("2024-06-09", "theirs", done="2024-06-20"),
            promise("2024-06-09", "theirs", done="2024-06-16"),
            promise("2024-06-09", dropped="2024-06-12"),
        ]
    }
    report = report_of(journal)
    assert lines(report.promises.says) == [
        ["this week", "none due"],
        ["earlier", "open: mine 1, to me 2"],
    ]
    assert report.promises.earlier == (1, 2)


def test_a_promise_made_after_the_week_is_not_there_yet() -> None:
    journal = {"promises": [promise("2024-06-01", made="2024-06-20")]}
    assert lines(report_of(journal).promises.says) == [["this week", "none due"]]
