"""The people named in a week."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domain.reports.journals import Json, evening, lines, note, report_of, said

DAYS = [f"2024-06-{day}" for day in range(10, 17)]


def named(*texts: str, people: list[Json] | None = None) -> str | list[str] | None:
    """What is said of notes on the days from Monday on."""
    entries = [note(day, text) for day, text in zip(DAYS, texts, strict=False)]
    return said(report_of({"entries": entries, "people": people or []}).people.says, "named")


def test_three_days_without_a_name_name_nobody() -> None:
    assert named("One.", "Two.", "Three.") == "nobody"


def test_days_are_counted_and_not_mentions() -> None:
    assert named("@bo @bo", "Again @bo", "@ana") == "bo 2, ana 1"


def test_equal_days_stand_from_a_to_z_without_case() -> None:
    people = [{"name": "Zoe"}, {"name": "ana"}, {"name": "Bo", "role": "peer"}]
    assert named("@Zoe @bo @ana", "-", "-", people=people) == "ana 1, Bo (peer) 1, Zoe 1"


def test_names_of_one_person_are_one_person() -> None:
    people = [{"name": "bo", "names": ["bo", "Robert"]}]
    assert named("@Bo", "@ROBERT", "@bo and @robert", people=people) == "bo 3"


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    assert named("@zoe\u0308", "@zo\u00eb", "-") == "zo\u00eb 2"


def test_every_text_of_a_page_can_name_somebody() -> None:
    page = evening(
        "2024-06-10",
        people=["ana"],
        answers=[{"text": "@bo", "deeper_text": "@cy"}],
        ratings=[{"theme": "decide", "value": 3, "deeper_text": "@dee"}],
        plan={"if": "@eli", "then": "@fay"},
    )
    report = report_of({"entries": [page, note(DAYS[1], "-"), note(DAYS[2], "-")]})
    assert said(report.people.says, "named") == "ana 1, bo 1, cy 1, dee 1, eli 1, fay 1"


@pytest.mark.parametrize(
    ("texts", "top_two"),
    [
        pytest.param(
            ("@a @b @c @d", "@a @b @c", "@a @b", "@a"),
            "7 of 10 mentions; people named: 4",
            id="enough",
        ),
        pytest.param(("@a @b @c @d", "@a @b @c", "@a @b"), None, id="nine mentions"),
        pytest.param(("@a @b @c",) * 4, None, id="three people"),
    ],
)
def test_shares_need_ten_mentions_of_four_people(
    texts: tuple[str, ...], top_two: str | None
) -> None:
    entries = [note(day, text) for day, text in zip(DAYS, texts, strict=False)]
    assert said(report_of({"entries": entries}).people.says, "top two") == top_two


def circle(name: str, **more: Any) -> Json:
    return {"name": name, "circle": True, **more}


def not_named(*people: Json, entries: list[Json] | None = None) -> list[list[str]]:
    journal = {"people": list(people), "entries": entries or []}
    return lines(report_of(journal).people.says)


def test_the_circle_is_told_even_in_a_week_without_a_page_the_longest_first() -> None:
    people = [
        circle("bo", added="2024-05-26"),
        circle("Cy", added="2024-05-01"),
        circle("ana", added="2024-05-26"),
        circle("dee", added="2024-05-27"),
        circle("eli"),
        {"name": "fay", "added": "2024-01-01"},
    ]
    assert not_named(*people) == [
        ["named", "not yet (0 of 3 written days needed)"],
        ["not named", "Cy for 46 days"],
        ["not named", "ana for 21 days"],
        ["not named", "bo for 21 days"],
    ]


def test_the_last_page_that_names_somebody_counts_not_the_day_they_were_added() -> None:
    entries = [note("2024-05-20", "@bo"), note("2024-06-17", "@bo")]
    assert not_named(circle("bo", added="2024-01-01"), entries=entries) == [
        ["named", "not yet (0 of 3 written days needed)"],
        ["not named", "bo for 27 days"],
    ]


def test_in_a_running_week_days_are_counted_up_to_today() -> None:
    journal = {"people": [circle("bo", added="2024-05-22")]}
    assert said(report_of(journal, today=date(2024, 6, 12)).people.says, "not named") == (
        "bo for 21 days"
    )
    assert said(report_of(journal, today=date(2024, 6, 11)).people.says, "not named") is None


def test_the_figures_keep_the_roles() -> None:
    people = [{"name": "ana", "role": "report"}]
    journal = {"people": people, "entries": [note(DAYS[0], "@ana @bo")]}
    figures = report_of(journal).people
    assert [(one.name, one.role, one.days) for one in figures.named] == [
        ("ana", "report", 1),
        ("bo", None, 1),
    ]
    assert figures.days_written == 1
