"""If-then plans in the report."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.reports.journals import Json, evening, lines, report_of


def plan_for(day: str, outcome: str | None = None, made: str = "2024-06-09") -> Json:
    plan = {"if": "a", "then": "b", "for": day, "outcome": outcome}
    return evening(made, plan=plan)


def test_a_week_without_a_plan_says_so() -> None:
    journal = {"entries": [plan_for("2024-06-09", "done"), plan_for("2024-06-17", "done")]}
    assert lines(report_of(journal).plans.says) == [["this week", "no plans"]]


@pytest.mark.parametrize(
    ("today", "text"),
    [
        pytest.param(
            date(2024, 6, 16),
            "done 1, partly 0, not done 0 (1 with an occasion; 0 without)",
            id="on Sunday the day of its plan is not over",
        ),
        pytest.param(
            date(2024, 6, 17),
            "done 1, partly 0, not done 0 (1 with an occasion; 0 without); 1 not looked back at",
            id="on Monday it is",
        ),
    ],
)
def test_only_a_day_that_is_over_can_be_looked_back_at(today: date, text: str) -> None:
    journal = {"entries": [plan_for("2024-06-10", "done"), plan_for("2024-06-16")]}
    report = report_of(journal, today=today)
    assert lines(report.plans.says) == [["this week", text]]


def test_the_plan_for_a_day_to_come_is_a_plan_but_nothing_became_of_it() -> None:
    journal = {"entries": [plan_for("2024-06-14"), plan_for("2024-06-15", "done")]}
    plans = report_of(journal, today=date(2024, 6, 12)).plans
    assert lines(plans.says) == [
        ["this week", "done 0, partly 0, not done 0 (0 with an occasion; 0 without)"]
    ]


def test_the_figures_are_those_of_the_sentence() -> None:
    outcomes = ("done", "done", "partly", "not done", "no occasion", None)
    journal = {
        "entries": [plan_for(f"2024-06-{n}", outcome) for n, outcome in enumerate(outcomes, 10)]
    }
    plans = report_of(journal).plans
    assert (plans.done, plans.partly, plans.not_done, plans.no_occasion, plans.open) == (
        2,
        1,
        1,
        1,
        1,
    )
    assert lines(plans.says) == [
        [
            "this week",
            "done 2, partly 1, not done 1 (4 with an occasion; 1 without); 1 not looked back at",
        ]
    ]
