"""The last block: what cannot be said yet, and when at the earliest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from collab.domain.periods import MONTHS, Period, week_of
from collab.domain.reports.make import report_on
from collab.domain.reports.report import Report
from tests.domain.reports.journals import (
    Json,
    evening,
    lines,
    note,
    rated,
    records_of,
    report_of,
    said,
    section,
)
from tests.examples import examples

FIRST_WEEK = week_of(date(2024, 4, 22))


def first_week() -> Json:
    """Three evenings of a journal's first week: 131 words with 14 pronouns, two people."""

    def rating(theme: str, value: int, fit: str) -> Json:
        return {"theme": theme, "value": value, "fit": fit}

    def plan(day: str, outcome: str) -> Json:
        return {"if": "it comes", "then": "stop", "for": day, "outcome": outcome}

    return {
        "people": [{"name": "Ana", "role": "report"}, {"name": "Bo", "role": "peer"}],
        "entries": [
            evening(
                "2024-04-22",
                answers=[
                    {"text": "Told @Ana that the rota was settled. " + "I " * 7 + "day " * 42}
                ],
                ratings=[rating("decide", 2, "partly")],
                plan=plan("2024-04-23", "done"),
            ),
            evening(
                "2024-04-23",
                answers=[{"text": "Asked @Ana what to change. " + "we " * 4 + "day " * 40}],
                ratings=[
                    rating("decide", 3, "well"),
                    rating("candour", 2, "well"),
                    rating("difficult", 1, "partly"),
                ],
                plan=plan("2024-04-24", "no occasion"),
            ),
            evening(
                "2024-04-25",
                answers=[
                    {"text": "@Bo wanted the numbers. I said later. " + "my " * 2 + "day " * 14}
                ],
                ratings=[
                    rating("decide", 2, "well"),
                    rating("candour", 2, "well"),
                    rating("difficult", 2, "well"),
                ],
            ),
        ],
    }


def thin_report(journal: Json, today: date = date(2024, 4, 29), **more: Any) -> Report:
    return report_on(records_of(journal, today=today, period=FIRST_WEEK, **more))


def test_the_first_week_says_once_what_cannot_be_said_yet() -> None:
    report = thin_report(first_week(), language="en")
    assert lines(report.not_yet) == [
        [
            "compared",
            "with your usual: week of 13 May, after 12 ratings in 3 weeks"
            " (so far Shared decisions 3, Open dialogue 2, Difficult conversations 2)",
        ],
        [
            "8 weeks",
            "a direction: week of 20 May, after 5 weeks of 3 ratings or more (so far 1, 0, 0)",
        ],
        ["language", "150 words and 20 pronouns in a week (131 and 14)"],
        ["nothing", "recorded: talks, promises, outside views"],
    ]


def test_every_sentence_also_stays_in_its_place() -> None:
    report = thin_report(first_week(), language="en")
    not_yet = "not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)"
    assert [said(theme.says, "usual") for theme in report.themes] == [not_yet] * 3
    assert said(section(report, "decide"), "8 weeks") == "not yet (1 rated week; 5 needed)"
    assert lines(report.balance.says) == [
        [
            "this week",
            "-1.0 on the line -2 (on my own) to +2 (together); 7 ratings on 3 days",
        ],
        ["position", "nearer 'on my own'"],
        ["fit", "suited well 5, partly 2, would choose another way 0 (7 of 7 answered)"],
        ["compared", "not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)"],
    ]
    assert said(report.language.says, "compared") == (
        "too little text (14 of 20 pronouns, 131 of 150 words)"
    )
    assert lines(report.talks.says) == [["now", "none recorded"]]
    assert lines(report.promises.says) == [["this week", "none due"]]


def test_a_usual_of_one_theme_keeps_the_not_yet_of_the_others_with_them() -> None:
    days = [f"2024-05-{day}" for day in range(15, 28)]
    journal = {"entries": rated("decide", *days, "2024-06-10") + rated("trust", "2024-06-11")}
    report = report_of(journal)
    assert said(report.not_yet, "compared") is None
    assert said(section(report, "trust"), "usual") == (
        "not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)"
    )


def test_five_rated_weeks_of_one_theme_end_the_line_about_directions() -> None:
    weeks = ("2024-05-13", "2024-05-20", "2024-05-27", "2024-06-03", "2024-06-10")
    journal = {
        "entries": [page for monday in weeks for page in rated("decide", *days_of(monday, 3))]
    }
    assert said(report_of(journal).not_yet, "8 weeks") is None
    journal["entries"] += rated("trust", "2024-06-12")
    assert said(report_of(journal).not_yet, "8 weeks") is None


def test_the_days_to_come_of_a_running_week_may_still_be_rated() -> None:
    journal = {"entries": rated("decide", "2024-04-22")}
    running = thin_report(journal, today=date(2024, 4, 22))
    over = thin_report(journal, today=date(2024, 4, 28))
    assert "week of 20 May" in str(said(running.not_yet, "8 weeks"))
    assert "week of 27 May" in str(said(over.not_yet, "8 weeks"))


def test_a_running_week_can_itself_be_the_first_with_a_direction() -> None:
    weeks = ("2024-05-13", "2024-05-20", "2024-05-27", "2024-06-03")
    entries = [page for monday in weeks for page in rated("decide", *days_of(monday, 3))]
    entries += rated("decide", "2024-06-10")
    report = report_of({"entries": entries}, today=date(2024, 6, 12))
    assert said(report.not_yet, "8 weeks") == (
        "a direction: week of 10 June, after 5 weeks of 3 ratings or more (so far 4)"
    )


def test_only_ratings_that_will_still_count_then_are_counted_so_far() -> None:
    early = rated("decide", *days_of("2024-05-13", 5))
    journal = {"entries": early + rated("decide", *days_of("2024-06-10", 2))}
    assert said(report_of(journal).not_yet, "compared") == (
        "with your usual: week of 1 July, after 12 ratings in 3 weeks (so far Shared decisions 2)"
    )


def test_a_section_with_nothing_in_it_is_named() -> None:
    journal = {
        "entries": [note(day, "A day.") for day in ("2024-06-10", "2024-06-11", "2024-06-13")]
    }
    assert lines(report_of(journal).not_yet) == [
        ["nothing", "recorded: plans, talks, promises, ratings, people, outside views"]
    ]


def test_a_promise_for_later_and_a_closed_talk_are_something_recorded() -> None:
    journal = {
        "promises": [{"side": "mine", "what": "x", "due": "2024-08-01"}],
        "talks": [
            {"who": "A.", "added": "2024-05-01", "held": "2024-05-02", "closed": "2024-05-03"}
        ],
    }
    report = report_of(journal)
    assert lines(report.promises.says) == [["this week", "none due"]]
    assert lines(report.talks.says) == [["now", "none open"]]
    assert said(report.not_yet, "nothing") == "recorded: plans, ratings, outside views"


def test_with_everything_there_the_block_is_empty() -> None:
    weeks = ("2024-05-13", "2024-05-20", "2024-05-27", "2024-06-03", "2024-06-10")
    entries = [page for monday in weeks for page in rated("decide", *days_of(monday, 4))]
    entries += [
        note("2024-06-10", "You asked @ana.", outside="ana"),
        evening("2024-06-11", plan={"if": "a", "then": "b"}),
    ]
    journal = {
        "entries": entries,
        "promises": [{"side": "mine", "what": "x", "due": "2024-06-11"}],
        "talks": [{"who": "A.", "added": "2024-06-10"}],
    }
    assert report_of(journal).not_yet == ()


@examples(50)  # each example makes a dozen reports
@given(
    today=st.dates(date(2024, 6, 10), date(2024, 6, 18)),
    values=st.dictionaries(
        st.tuples(
            st.dates(date(2024, 4, 22), date(2024, 6, 16)), st.sampled_from(["decide", "trust"])
        ),
        st.sampled_from([1, 3, 5, 0, "W"]),
        max_size=40,
    ),
)
def test_the_dates_are_the_first_on_which_the_rules_can_be_met(
    today: date, values: dict[tuple[date, str], int | str]
) -> None:
    known = {key: value for key, value in values.items() if key[0] <= min(today, date(2024, 6, 16))}
    report = report_of(_journal(known), today=today)
    themes = [theme.theme for theme in report.themes]
    for label in ("compared", "8 weeks"):
        line = said(report.not_yet, label)
        if isinstance(line, str):
            promised = line.split("week of ")[1].split(",")[0]
            assert promised == _first_week_by_trying(label, known, themes, today)


def _first_week_by_trying(
    label: str, known: dict[tuple[date, str], int | str], themes: list[str], today: date
) -> str:
    """Rate every day to come and look at each week's report until the rule is met."""
    period = week_of(date(2024, 6, 10))
    start = min(today, period.last) + timedelta(days=1)
    full = known | {(start + timedelta(days=n), theme): 3 for n in range(70) for theme in themes}
    while True:
        report = report_on(records_of(_journal(full), today=date(2024, 12, 31), period=period))
        met = {
            "compared": any(
                theme.has_usual and "difference" in str(said(theme.says, "compared"))
                for theme in report.themes
            ),
            "8 weeks": any("S=" in str(said(theme.says, "8 weeks")) for theme in report.themes),
        }
        if met[label]:
            return f"{period.first.day} {MONTHS[period.first.month - 1]}"
        period = _week_after(period)


def _week_after(period: Period) -> Period:
    return week_of(period.last + timedelta(days=1))


def _journal(values: dict[tuple[date, str], int | str]) -> Json:
    return {
        "entries": [
            evening(day.isoformat(), ratings=[{"theme": theme, "value": value}])
            for (day, theme), value in values.items()
        ]
    }


def days_of(monday: str, count: int) -> list[str]:
    return [str(date.fromisoformat(monday) + timedelta(days=n)) for n in range(count)]
