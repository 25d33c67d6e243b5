"""Outside views, the weekly review, what comes next, and what is passed through."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collab.domain.reports.report import NextThing, OutsideView, ReviewAnswer
from tests.domain.reports.journals import Json, evening, lines, note, report_of, said


def test_outside_views_are_what_is_marked_so_and_nothing_else() -> None:
    journal = {
        "entries": [
            evening(
                "2024-06-11",
                answers=[
                    {"text": "You waited.", "outside": "ana"},
                    {"text": "My own.", "prompt": "I-39"},
                ],
            ),
            note("2024-06-13", "I had not seen that.", outside="Bo"),
            note("2024-06-17", "Too late.", outside="Bo"),
        ]
    }
    outside = report_of(journal).outside
    assert outside.views == (
        OutsideView(day=date(2024, 6, 11), from_="ana", text="You waited."),
        OutsideView(day=date(2024, 6, 13), from_="Bo", text="I had not seen that."),
    )
    assert lines(outside.says) == [["this week", "2 outside views"]]


def test_one_view_is_one_and_none_is_silence() -> None:
    one = report_of({"entries": [note("2024-06-11", "You waited.", outside="ana")]})
    assert lines(one.outside.says) == [["this week", "1 outside view"]]
    assert report_of({}).outside.says == ()


def review(day: str, week: str | None, text: str) -> Json:
    return {"day": day, "kind": "week", "week": week, "answers": [{"text": text, "question": "Q?"}]}


def test_the_review_is_the_one_that_names_the_week() -> None:
    journal = {
        "entries": [
            review("2024-06-10", "2024-W23", "About last week."),
            review("2024-06-14", None, "Without a week."),
            review("2024-06-17", "2024-W24", "Written on Monday."),
        ]
    }
    texts = [answer.text for answer in report_of(journal).review]
    assert texts == ["Without a week.", "Written on Monday."]


def test_the_review_has_answers_and_the_plan_and_no_words_of_others() -> None:
    page = {
        "day": "2024-06-14",
        "kind": "week",
        "week": "2024-W24",
        "answers": [
            {"text": "Alone was right.", "question": "Where?"},
            {"text": "You waited.", "outside": "ana"},
            {"text": "Nobody asked.", "prompt": "W-3"},
        ],
        "plan": {"if": "I ask all", "then": "ask two", "question": "What next?"},
    }
    assert report_of({"entries": [page]}).review == (
        ReviewAnswer(question="Where?", text="Alone was right."),
        ReviewAnswer(question="W-3", text="Nobody asked."),
        ReviewAnswer(question="What next?", text="If I ask all, then I will ask two", plan=True),
    )


def nexts(journal: Json, today: date = date(2024, 7, 31)) -> list[tuple[str, str, str]]:
    things = report_of(journal, today=today).next
    return [(thing.kind, thing.who, thing.on.isoformat()) for thing in things]


def promise(who: str, due: str, **more: Any) -> Json:
    return {"side": "mine", "who": who, "what": "x", "due": due, **more}


def moved(on: str, left: str, to: str, agreed: bool) -> Json:
    return {"on": on, "from": left, "to": to, "agreed": agreed}


def test_next_is_open_or_coming_due_within_seven_days_the_nearest_first() -> None:
    journal = {
        "promises": [
            promise("in seven days", "2024-06-23"),
            promise("in eight days", "2024-06-24"),
            promise("long open", "2024-05-01"),
            promise("kept", "2024-06-15", done="2024-06-15"),
            promise("dropped", "2024-06-15", dropped="2024-06-15"),
            promise("kept later", "2024-06-18", done="2024-06-17"),
        ],
        "talks": [
            {"who": "dated", "added": "2024-06-01", "date": "2024-06-19"},
            {"who": "held", "added": "2024-06-01", "date": "2024-06-13", "held": "2024-06-13"},
            {"who": "waiting", "added": "2024-05-01"},
            {"who": "let go", "added": "2024-06-01", "date": "2024-06-19", "let_go": "2024-06-14"},
            {
                "who": "followed",
                "added": "2024-06-01",
                "held": "2024-06-02",
                "debriefed": "2024-06-02",
                "follow_ups": [
                    {"due": "2024-06-14", "done": "2024-06-14"},
                    {"due": "2024-06-20"},
                    {"due": "2024-06-28"},
                ],
            },
        ],
    }
    assert nexts(journal) == [
        ("promise", "kept later", "2024-06-18"),
        ("talk", "held", "2024-06-13"),
        ("talk", "dated", "2024-06-19"),
        ("follow-up", "followed", "2024-06-20"),
        ("promise", "in seven days", "2024-06-23"),
        ("promise", "long open", "2024-05-01"),
    ]


@pytest.mark.parametrize(
    ("move", "on"),
    [
        pytest.param(
            moved("2024-06-14", "2024-06-11", "2024-06-18", True), "2024-06-18", id="late"
        ),
        pytest.param(
            moved("2024-06-10", "2024-06-11", "2024-06-19", False), "2024-06-19", id="alone"
        ),
        pytest.param(
            moved("2024-06-17", "2024-06-11", "2024-06-25", True), "2024-06-11", id="unknown yet"
        ),
    ],
)
def test_a_reminder_follows_the_newest_date_known_that_day(move: Json, on: str) -> None:
    assert nexts({"promises": [promise("cy", "2024-06-11", moved=[move])]}) == [
        ("promise", "cy", on)
    ]


def test_next_carries_what_a_line_about_it_needs() -> None:
    journal = {
        "promises": [
            {"id": "p1", "side": "theirs", "who": "Cy", "what": "two hires", "due": "2024-06-18"}
        ],
        "talks": [{"id": "t1", "who": "Rui", "added": "2024-06-01", "date": "2024-06-18"}],
    }
    assert report_of(journal).next == (
        NextThing(
            kind="promise", side="theirs", who="Cy", text="two hires", on=date(2024, 6, 18), id="p1"
        ),
        NextThing(kind="talk", side=None, who="Rui", text="", on=date(2024, 6, 18), id="t1"),
    )


def test_only_a_talk_that_waits_to_be_looked_back_on_is_one_that_was_held() -> None:
    dated = {"added": "2024-06-01", "date": "2024-06-13"}
    journal = {"talks": [{"who": "a", **dated}, {"who": "b", **dated, "held": "2024-06-13"}]}
    things = report_of(journal).next
    assert [(thing.who, thing.held) for thing in things] == [("a", False), ("b", True)]


def test_a_running_week_looks_ahead_from_today() -> None:
    journal = {"promises": [promise("a", "2024-06-18"), promise("b", "2024-06-19")]}
    assert nexts(journal, today=date(2024, 6, 11)) == [("promise", "a", "2024-06-18")]


def test_what_the_records_know_of_other_weeks_is_passed_on() -> None:
    report = report_of({}, in_place_of="2024-W25", last_page=date(2024, 6, 7))
    assert report.in_place_of == "2024-W25"
    assert report.last_page == date(2024, 6, 7)
    assert report.is_empty()
    assert said(report.head.says, "written") == "on 0 of 7 days"


def test_the_foot_explains_the_words_and_the_statistics() -> None:
    foot = report_of({}).foot
    assert foot.startswith("These are your own ratings of your own days. They are not a test")
    assert foot.endswith("95% range: where the share may lie by chance.")
