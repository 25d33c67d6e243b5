"""What a report of a month, a quarter, a year or any days says, sentence by sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from collab.domain.periods import Period, days_from_to, month_of, quarter_of, week_of, year_of
from collab.domain.reports.report import LineFit, Report, ReviewAnswer
from tests.domain.reports.journals import (
    Json,
    evening,
    lines,
    note,
    rated,
    report_of,
    said,
    section,
)

JUNE = month_of(date(2024, 6, 1))
"""From a Saturday to a Sunday: two days of a week, then four whole weeks."""


def weeks_from(first: str, *weeks: tuple[int | str, ...], **more: Any) -> list[Json]:
    """A rating of decide on each day, week after week from the Monday `first` on."""
    return [
        page
        for number, values in enumerate(weeks)
        for n, value in enumerate(values)
        for page in rated(
            "decide",
            str(date.fromisoformat(first) + timedelta(weeks=number, days=n)),
            value=value,
            **more,
        )
    ]


USUAL = weeks_from("2024-05-06", (3, 3, 3, 3), (3, 3, 3, 3), (3, 3, 3, 3))


def june(*weeks: tuple[int | str, ...], before: list[Json] = USUAL, **more: Any) -> Report:
    """The report of June with ratings in its four whole weeks."""
    entries = before + weeks_from("2024-06-03", *weeks)
    return report_of({"entries": entries}, period=JUNE, **more)


def test_weeks_are_counted_by_what_the_weekly_rules_say_and_named_with_their_words() -> None:
    report = june((5, 5, 5, 5), (3, 3, 3, 4), (), (1, 1, 1, 1, 0))
    assert lines(section(report, "decide")) == [
        ["in all", "mean 3.1, range 1-5, n=12 of 30 days; no occasion: 1 day"],
        [
            "compared",
            "4 whole weeks: higher than your usual 1, lower 0, no clear difference 1,"
            " too few ratings 2",
        ],
        ["3 June", "higher than your usual (difference +2.0, NAP 1.00)"],
        [
            "8 weeks",
            "4 whole weeks: rising 0, falling 0, no clear direction 2, too few rated weeks 2",
        ],
    ]


def test_a_direction_is_named_with_the_week_it_leads_up_to() -> None:
    before = weeks_from("2024-05-06", (1,) * 3, (2,) * 3, (2,) * 3, (3,) * 3)
    report = june((4,) * 3, (5,) * 3, before=before)
    assert lines(section(report, "decide"))[2:] == [
        [
            "8 weeks",
            "4 whole weeks: rising 2, falling 0, no clear direction 0, too few rated weeks 2",
        ],
        ["3 June", "rising (5 rated weeks, S=+9, change +2.8)"],
        ["10 June", "rising (6 rated weeks, S=+14, change +4.0)"],
    ]


def test_days_of_a_week_in_part_count_and_are_not_judged() -> None:
    entries = USUAL + weeks_from("2024-05-27", (5, 5, 5, 5, 5, 4, 4))
    (theme,) = report_of({"entries": entries}, period=JUNE).themes
    assert theme.weeks[0].first == date(2024, 6, 1)
    assert [week.n for week in theme.weeks] == [2, 0, 0, 0, 0]
    assert said(theme.says, "in all") == "4, 4 (n=2; 3 needed for a mean)"
    assert said(theme.says, "compared") == "not yet (4 whole weeks: too few ratings 4)"


def test_without_a_whole_week_nothing_is_compared() -> None:
    period = days_from_to(date(2024, 6, 4), date(2024, 6, 14))
    report = report_of({"entries": rated("decide", "2024-06-05")}, period=period)
    assert lines(section(report, "decide"))[1:] == [["compared", "-"], ["8 weeks", "-"]]
    assert said(report.balance.says, "compared") == "-"


def test_one_whole_week_by_its_days_takes_the_longer_form() -> None:
    entries = USUAL + weeks_from("2024-06-03", (5, 5, 5, 5))
    period = days_from_to(date(2024, 6, 3), date(2024, 6, 9))
    report = report_of({"entries": entries}, period=period)
    assert lines(report.head.says) == [["written", "on 4 of 7 days"], ["by week", "3 June: 4"]]
    assert lines(section(report, "decide")) == [
        ["in all", "mean 5.0, range 5-5, n=4 of 7 days"],
        [
            "compared",
            "1 whole week: higher than your usual 1, lower 0, no clear difference 0,"
            " too few ratings 0",
        ],
        ["3 June", "higher than your usual (difference +2.0, NAP 1.00)"],
        [
            "8 weeks",
            "not yet (1 whole week: too few rated weeks 1)",
        ],
    ]
    assert len(section(report, "plans")) == 1
    assert lines(report.plans.says) == [["in all", "no plans"]]
    assert len(report.themes[0].weeks) == 1


def test_a_running_month_has_the_weeks_so_far() -> None:
    report = june((3, 3, 3), (4, 4, 4), today=date(2024, 6, 12))
    (theme,) = report.themes
    assert said(theme.says, "in all") == "mean 3.5, range 3-4, n=6 of 12 days so far"
    assert [(str(week.first), week.n) for week in theme.weeks] == [
        ("2024-06-01", 0),
        ("2024-06-03", 3),
        ("2024-06-10", 3),
    ]
    assert str(said(theme.says, "8 weeks")).startswith("not yet (1 whole week: ")
    assert lines(report.head.says) == [
        ["written", "on 6 of 12 days so far"],
        ["by week", "1 June: 0, 3 June: 3, 10 June: 3"],
    ]


def test_a_week_is_whole_on_its_last_day() -> None:
    report = june((3, 3, 3), today=date(2024, 6, 9))
    assert str(said(section(report, "decide"), "8 weeks")).startswith("not yet (1 whole week: ")
    report = june((3, 3, 3), today=date(2024, 6, 8))
    assert said(section(report, "decide"), "8 weeks") == "-"


@pytest.mark.parametrize(
    ("period", "label", "text"),
    [
        pytest.param(
            quarter_of(date(2024, 5, 1)),
            "by week",
            "1 April: 0, 8 April: 1, 15 April: 0, 22 April: 0, 29 April: 0, 6 May: 0, 13 May: 0,"
            " 20 May: 0, 27 May: 0, 3 June: 2, 10 June: 0, 17 June: 0, 24 June: 0",
            id="a quarter",
        ),
        pytest.param(
            year_of(date(2024, 5, 1)),
            "by month",
            "Jan: 1, Feb: 0, Mar: 0, Apr: 1, May: 0, Jun: 2, Jul: 0, Aug: 0, Sep: 0, Oct: 0,"
            " Nov: 0, Dec: 0",
            id="a year",
        ),
        pytest.param(
            days_from_to(date(2023, 12, 5), date(2024, 4, 12)),
            "by month",
            "Dec 2023: 0, Jan 2024: 1, Feb 2024: 0, Mar 2024: 0, Apr 2024: 1",
            id="over a year's end",
        ),
        pytest.param(
            days_from_to(date(1900, 1, 1), date(2025, 8, 31)),
            "by month",
            "Jan 1900 to Dec 2023: 0, Jan 2024: 1, Feb 2024: 0, Mar 2024: 0, Apr 2024: 1,"
            " May 2024: 0, Jun 2024: 2, Jul 2024 to Aug 2025: 0",
            id="more than a year without a page",
        ),
    ],
)
def test_the_written_days_of_each_week_or_month(period: Period, label: str, text: str) -> None:
    days = ("2024-01-31", "2024-04-10", "2024-06-03", "2024-06-09")
    entries = [note(day, "A.") for day in days]
    head = report_of({"entries": entries}, period=period, today=date(2026, 1, 1)).head
    assert said(head.says, label) == text


def test_years_without_a_page_change_no_figure_of_those_with_some() -> None:
    entries = USUAL + weeks_from("2024-06-03", (1,) * 4)
    near, far = (
        report_of({"entries": entries}, period=days_from_to(date(year, 1, 1), date(2024, 6, 30)))
        for year in (2024, 1900)
    )
    (theme,), (same,) = near.themes, far.themes
    assert same.weeks[-len(theme.weeks) + 1 :] == theme.weeks[1:]
    assert same.days[-len(theme.days) :] == theme.days
    assert not any(week.n for week in same.weeks[: -len(theme.weeks)])
    assert [line.text for line in same.says if line.label.endswith("June 2024")] == [
        line.text for line in theme.says if line.label.endswith("June")
    ]


def test_weeks_of_more_than_a_year_are_named_with_the_year() -> None:
    before = weeks_from("2023-05-01", *[(3,) * 4] * 4)
    entries = (
        before + weeks_from("2023-05-29", (5,) * 4) + USUAL + weeks_from("2024-06-03", (1,) * 4)
    )
    period = days_from_to(date(2023, 5, 29), date(2024, 6, 30))
    says = section(report_of({"entries": entries}, period=period), "decide")
    assert said(says, "29 May 2023") == "higher than your usual (difference +2.0, NAP 1.00)"
    assert said(says, "3 June 2024") == "lower than your usual (difference -2.0, NAP 0.00)"


def test_a_leap_year_needs_no_year_beside_its_weeks() -> None:
    entries = USUAL + weeks_from("2024-06-03", (1,) * 4)
    report = report_of({"entries": entries}, period=year_of(date(2024, 1, 1)), today=date.max)
    assert said(section(report, "decide"), "3 June")


def test_weeks_begin_on_the_users_own_day() -> None:
    entries = rated("decide", "2024-06-02", "2024-06-08")
    (theme,) = report_of({"entries": entries}, period=JUNE, week_starts_on=6).themes
    assert [(week.first.day, week.n) for week in theme.weeks] == [
        (1, 0), (2, 2), (9, 0), (16, 0), (23, 0), (30, 0)
    ]  # fmt: skip


def test_each_week_is_judged_on_the_scale_of_its_day() -> None:
    """The figures of the period hold the newest version alone."""
    old = USUAL + weeks_from("2024-06-03", (5, 5, 5, 5))
    new = weeks_from("2024-06-24", (2, 2, 2, 2), scale_version=2)
    (theme,) = report_of({"entries": old + new}, period=JUNE).themes
    assert said(theme.says, "in all") == "mean 2.0, range 2-2, n=4 of 30 days"
    assert [week.n for week in theme.weeks] == [0, 0, 0, 0, 4]
    assert said(theme.says, "3 June") == "higher than your usual (difference +2.0, NAP 1.00)"


def test_the_balance_is_compared_week_by_week() -> None:
    report = june((5, 5, 5, 5), (3, 3, 3, 3), (1, 1, 1, 1), ("W", "W"))
    assert lines(report.balance.says) == [
        ["in all", "0.0 on the line -2 (on my own) to +2 (together); 12 ratings on 12 days"],
        ["position", "around the middle"],
        ["fit", "suited well 0, partly 0, would choose another way 0 (0 of 12 answered)"],
        ["waited", "2 days (waited or gave way)"],
        [
            "compared",
            "4 whole weeks: nearer 'together' than your usual 1, nearer 'on my own' than your"
            " usual 1, no clear difference 1, too few ratings 1",
        ],
        ["3 June", "nearer 'together' than your usual (difference +2.0, NAP 1.00)"],
        ["17 June", "nearer 'on my own' than your usual (difference -2.7, NAP 0.00)"],
    ]


def fits(*given: tuple[int, str, int], first: date = JUNE.first) -> list[Json]:
    """So many ratings of a value with a fit, one a day."""
    each = [(value, fit) for value, fit, count in given for _ in range(count)]
    return [
        page
        for n, (value, fit) in enumerate(each)
        for page in rated("decide", str(first + timedelta(n)), value=value, fit=fit)
    ]


def by_line(*given: tuple[int, str, int], period: Period = JUNE) -> str | list[str] | None:
    report = report_of({"entries": fits(*given)}, period=period)
    return said(report.balance.says, "by line")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param(
            ((1, "well", 4), (2, "partly", 2), (3, "well", 1), (4, "well", 2), (5, "other", 1)),
            "rated 1-2: suited well 4 of 6; 4-5: 2 of 3",
            id="both ends",
        ),
        pytest.param(
            ((5, "well", 9), (4, "partly", 1)),
            "rated 1-2: no fit yet; 4-5: suited well 9 of 10",
            id="together alone",
        ),
        pytest.param(
            ((2, "other", 10),), "rated 1-2: suited well 0 of 10; 4-5: no fit yet", id="alone alone"
        ),
        pytest.param(((3, "well", 10),), "rated 1-2: no fit yet; 4-5: no fit yet", id="the middle"),
        pytest.param(((1, "well", 9),), None, id="nine"),
    ],
)
def test_fit_by_line(given: tuple[tuple[int, str, int], ...], text: str | None) -> None:
    assert by_line(*given) == text


def test_fit_by_line_has_all_five_lines() -> None:
    entries = fits((1, "well", 4), (1, "other", 1), (3, "partly", 5))
    # Neither a fit without a number nor a number without a fit is one of the ten.
    entries += rated("decide", "2024-06-20", value=0, fit="well") + rated("decide", "2024-06-21")
    balance = report_of({"entries": entries}, period=JUNE).balance
    assert balance.fit_by_line == (
        LineFit(value=1, well=4, partly=0, other=1),
        LineFit(value=2, well=0, partly=0, other=0),
        LineFit(value=3, well=0, partly=5, other=0),
        LineFit(value=4, well=0, partly=0, other=0),
        LineFit(value=5, well=0, partly=0, other=0),
    )


def test_a_week_has_no_fit_by_line() -> None:
    ratings = [
        {"theme": theme, "value": 1, "fit": "well"} for theme in ("decide", "trust", "enable")
    ]
    entries = [evening(f"2024-06-{day}", ratings=ratings) for day in range(10, 15)]
    balance = report_of({"entries": entries}).balance
    assert balance.fit_well == 15
    assert balance.fit_by_line is None
    assert said(balance.says, "by line") is None


def test_words_are_counted_and_not_compared() -> None:
    text = " ".join(["we"] * 20 + ["I"] * 60 + ["day"] * 120)
    journal = {"entries": [note("2024-05-20", text), note("2024-06-20", text)]}
    report = report_of(journal, period=JUNE, language="en")
    assert lines(report.language.says) == [
        ["in all", "we-words 20, I-words 60 in 200 words; 25% we"]
    ]
    few = report_of({"entries": [note("2024-06-20", "We met.")]}, period=JUNE, language="en")
    assert lines(few.language.says) == [["in all", "we-words 1, I-words 0 in 2 words"]]


def test_every_section_says_in_all() -> None:
    journal = {
        "entries": [
            evening("2024-06-04", plan={"if": "a", "then": "b", "outcome": "done"}),
            note("2024-06-05", "You waited.", outside="ana"),
        ],
        "talks": [{"who": "A.", "added": "2024-06-02", "held": "2024-06-20"}],
    }
    report = report_of(journal, period=JUNE)
    assert said(report.plans.says, "in all") == (
        "done 1, partly 0, not done 0 (1 with an occasion; 0 without)"
    )
    assert str(said(report.talks.says, "in all")).startswith("added 1; held 0 of 0")
    assert said(report.promises.says, "in all") == "none due"
    assert said(report.outside.says, "in all") == "1 outside view"
    assert said(report.balance.says, "in all") == "no ratings"


def test_a_promise_counts_in_the_period_of_its_date() -> None:
    promises = [
        {"side": "mine", "what": "x", "due": "2024-06-01", "done": "2024-06-01"},
        {"side": "mine", "what": "x", "due": "2024-06-30"},
        {"side": "mine", "what": "x", "due": "2024-05-31"},
        {"side": "mine", "what": "x", "due": "2024-07-01"},
    ]
    assert lines(report_of({"promises": promises}, period=JUNE).promises.says) == [
        ["mine", "2 due; kept 1, late 0, open 1"],
        ["earlier", "open: mine 1, to me 0"],
    ]


def test_the_last_block_has_no_dates_but_the_rules_of_which_no_week_had_enough() -> None:
    report = report_of({"entries": rated("decide", "2024-06-04")}, period=JUNE, language="en")
    assert lines(report.not_yet) == [
        ["compared", "in no whole week (too few ratings): Balance, Shared decisions"],
        ["8 weeks", "in no whole week (too few rated weeks): Shared decisions"],
        ["nothing", "recorded: plans, talks, promises, outside views"],
    ]
    enough = june((5, 5, 5, 5))
    assert [label for label, _ in lines(enough.not_yet)] == ["8 weeks", "nothing"]


def review(day: str, week: str | None, text: str) -> Json:
    return {"day": day, "kind": "week", "week": week, "answers": [{"text": text, "question": "Q?"}]}


def test_the_reviews_of_all_weeks_stand_in_the_order_of_the_weeks() -> None:
    journal = {
        "entries": [
            review("2024-05-26", "2024-W21", "The week before."),
            review("2024-06-02", "2024-W22", "Half a week."),
            review("2024-06-11", "2024-W23", "Written late."),
            review("2024-06-14", None, "Without a week."),
            review("2024-07-05", "2024-W26", "Later still."),
            review("2024-07-07", "2024-W27", "The week after."),
        ]
    }
    assert [
        (answer.text, str(answer.week)) for answer in report_of(journal, period=JUNE).review
    ] == [
        ("Half a week.", "2024-05-27"),
        ("Written late.", "2024-06-03"),
        ("Without a week.", "2024-06-10"),
        ("Later still.", "2024-06-24"),
    ]


def test_a_week_does_not_name_itself_beside_its_review() -> None:
    journal = {"entries": [review("2024-06-16", "2024-W24", "Mine.")]}
    assert report_of(journal, period=week_of(date(2024, 6, 10))).review == (
        ReviewAnswer(question="Q?", text="Mine."),
    )


@pytest.mark.parametrize("starts", range(7))
@pytest.mark.parametrize(
    ("period", "day"),
    [
        pytest.param(year_of(date.min), "0001-01-02", id="the first year"),
        pytest.param(year_of(date.max), "9999-12-19", id="the last year"),
        pytest.param(days_from_to(date.min, date(1, 1, 3)), "0001-01-02", id="the first days"),
    ],
)
def test_the_ends_of_the_calendar(period: Period, day: str, starts: int) -> None:
    entries = rated("decide", day, value=4)
    today = date(9999, 12, 20)
    report = report_of({"entries": entries}, period=period, today=today, week_starts_on=starts)
    (theme,) = report.themes
    assert sum(week.n for week in theme.weeks) == theme.n == 1
    assert theme.weeks[0].first == period.first


def test_a_year_without_a_page() -> None:
    report = report_of({}, period=year_of(date(2023, 1, 1)), last_page=date(2022, 5, 4))
    assert report.is_empty()
    assert report.themes == ()
    assert lines(report.balance.says) == [
        ["in all", "no ratings"],
        [
            "compared",
            "not yet (52 whole weeks: too few ratings 52)",
        ],
    ]
