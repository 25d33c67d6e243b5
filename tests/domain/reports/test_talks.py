"""Talks in the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domain.reports.journals import Json, lines, report_of, said


def talk(who: str = "A.", added: str = "2024-06-05", **more: Any) -> Json:
    return {"who": who, "added": added, **more}


def now(*talks: Json, today: date = date(2024, 7, 31)) -> str | list[str] | None:
    return said(report_of({"talks": list(talks)}, today=today).talks.says, "now")


def this_week(*talks: Json) -> str:
    return str(said(report_of({"talks": list(talks)}).talks.says, "this week"))


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "planned"),
        ({"held": "2024-06-16"}, "held"),
        ({"held": "2024-06-16", "debriefed": "2024-06-16"}, "debriefed"),
        (
            {
                "held": "2024-06-11",
                "debriefed": "2024-06-11",
                "follow_ups": [{"due": "2024-06-17"}],
            },
            "debriefed",
        ),
        (
            {
                "held": "2024-06-11",
                "debriefed": "2024-06-11",
                "follow_ups": [{"due": "2024-06-16"}],
            },
            "follow-up due",
        ),
        (
            {
                "held": "2024-06-11",
                "debriefed": "2024-06-11",
                "follow_ups": [{"due": "2024-06-12", "done": "2024-06-16"}],
            },
            "debriefed",
        ),
    ],
)
def test_each_talk_is_in_one_state(more: Json, state: str) -> None:
    states = {"planned": 0, "held": 0, "debriefed": 0, "follow-up due": 0} | {state: 1}
    assert now(talk(**more)) == " > ".join(f"{name} {count}" for name, count in states.items())


@pytest.mark.parametrize(
    "more",
    [
        {"held": "2024-06-17"},
        {"held": "2024-06-17", "debriefed": "2024-06-18"},
        {"let_go": "2024-06-17"},
        {"held": "2024-06-17", "closed": "2024-06-20"},
    ],
    ids=lambda more: ", ".join(more),
)
def test_what_came_after_the_week_has_not_happened_yet(more: Json) -> None:
    assert now(talk(**more)) == "planned 1 > held 0 > debriefed 0 > follow-up due 0"


def test_a_talk_first_written_after_the_week_is_not_recorded_yet() -> None:
    assert now(talk(added="2024-06-17")) == "none recorded"


def test_a_talk_let_go_this_week_is_told_once_more() -> None:
    report = report_of({"talks": [talk(let_go="2024-06-10")]})
    assert lines(report.talks.says) == [
        ["now", "planned 0 > held 0 > debriefed 0 > follow-up due 0"],
        [
            "this week",
            "added 0; held 0 of 0 that had a date; debriefed 0 of 0 held; closed 0; let go 1",
        ],
    ]
    assert now(talk(let_go="2024-06-09")) == "none open"


def moved(on: str, left: str, to: str) -> Json:
    return {"on": on, "from": left, "to": to}


@pytest.mark.parametrize(
    ("dated", "held_of_dated"),
    [
        pytest.param(talk(date="2024-06-12"), "0 of 1", id="not held"),
        pytest.param(talk(date="2024-06-12", held="2024-06-12"), "1 of 1", id="held"),
        pytest.param(talk(date="2024-06-12", held="2024-06-14"), "1 of 1", id="held later"),
        pytest.param(talk(date="2024-06-12", held="2024-06-10"), "1 of 1", id="held earlier"),
        pytest.param(talk(date="2024-06-12", held="2024-06-18"), "0 of 1", id="held next week"),
        pytest.param(talk(date="2024-06-12", held="2024-06-07"), "0 of 0", id="held last week"),
        pytest.param(talk(date="2024-06-17"), "0 of 0", id="dated next week"),
        pytest.param(talk(held="2024-06-12"), "0 of 0", id="held without a date"),
        pytest.param(talk(date="2024-06-12", let_go="2024-06-12"), "0 of 1", id="let go that day"),
        pytest.param(talk(date="2024-06-12", let_go="2024-06-11"), "0 of 0", id="let go before"),
        pytest.param(
            talk(date="2024-06-19", moved=[moved("2024-06-12", "2024-06-12", "2024-06-19")]),
            "0 of 0",
            id="moved on the day itself",
        ),
        pytest.param(
            talk(date="2024-06-14", moved=[moved("2024-06-12", "2024-06-11", "2024-06-14")]),
            "0 of 1",
            id="two dates in the week are one talk",
        ),
        pytest.param(
            talk(date="2024-06-14", moved=[moved("2024-06-18", "2024-06-20", "2024-06-14")]),
            "0 of 0",
            id="moved here when the week was over",
        ),
    ],
)
def test_which_talks_had_a_date_this_week(dated: Json, held_of_dated: str) -> None:
    assert f"; held {held_of_dated} that had a date;" in this_week(dated, talk())


def test_a_date_to_come_of_a_running_week_is_no_date_yet() -> None:
    report = report_of({"talks": [talk(date="2024-06-14")]}, today=date(2024, 6, 13))
    assert report.talks.held_of_dated == (0, 0)


def test_waiting_begins_after_a_fortnight_and_ends_with_the_talk() -> None:
    talks = [
        talk("A.", "2024-06-02"),
        talk("B.", "2024-06-03"),
        talk("C.", "2024-05-01", held="2024-06-16"),
        talk("d.", "2024-06-01"),
        talk("E.", "2024-06-01", held="2024-06-17"),
    ]
    question = "Hold it, hand it over, or let it go?"
    assert said(report_of({"talks": talks}).talks.says, "waiting") == [
        f"d.: 15 days. {question}",
        f"E.: 15 days. {question}",
        f"A.: 14 days. {question}",
    ]


def test_follow_ups_stand_by_date_then_a_to_z() -> None:
    def followed(who: str, *due: str) -> Json:
        return talk(who, debriefed="2024-06-06", follow_ups=[{"due": day} for day in due])

    talks = [
        followed("C.", "2024-06-12"),
        followed("b.", "2024-06-12", "2024-06-10"),
        followed("D.", "2024-06-17"),
    ]
    assert said(report_of({"talks": talks}).talks.says, "follow-up") == [
        "b.: due 2024-06-10",
        "b.: due 2024-06-12",
        "C.: due 2024-06-12",
    ]


def test_the_mean_of_expected_and_was_leaves_out_talks_held_later() -> None:
    pairs = [
        talk(f"{n}", "2024-05-01", held=f"2024-06-0{n}", expected=4, was=3) for n in range(1, 5)
    ]
    later = talk("Z", held="2024-06-17", expected=1, was=1)
    fifth = talk("Y", held="2024-06-09", expected=2, was=3)
    assert said(report_of({"talks": [*pairs, later]}).talks.says, "expected") is None
    assert said(report_of({"talks": [*pairs, later, fifth]}).talks.says, "expected") == (
        "in all: 3.6, it was 3.0 (n=5 talks)"
    )
