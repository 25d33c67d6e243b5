"""The balance of a week."""

from __future__ import annotations

import pytest

from tests.domain.reports.journals import Json, evening, lines, rated, report_of, said

USUAL_DAYS = [f"2024-05-{day}" for day in (13, 14, 15, 16, 20, 21, 22, 23, 27, 28, 29, 30)]
NOT_YET = "not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)"


def week(*values: int | str, theme: str = "decide") -> list[Json]:
    """Evenings from Monday on, one rating each."""
    return [
        page
        for day, value in enumerate(values, 10)
        for page in rated(theme, f"2024-06-{day}", value=value)
    ]


def compared(*entries: Json) -> str:
    return str(said(report_of({"entries": list(entries)}).balance.says, "compared"))


def test_two_ratings_on_two_days_are_no_balance() -> None:
    balance = report_of({"entries": week(2, 4)}).balance
    assert lines(balance.says) == [
        ["this week", "2 ratings on 2 days; 3 days needed for a balance"],
        ["fit", "suited well 0, partly 0, would choose another way 0 (0 of 2 answered)"],
        ["compared", NOT_YET],
    ]
    assert balance.position is None


def test_a_week_of_waiting_has_days_and_no_position() -> None:
    balance = report_of({"entries": week("W", "W", "W", 0)}).balance
    assert lines(balance.says) == [
        ["this week", "no ratings"],
        ["waited", "3 days (waited or gave way)"],
        ["compared", "-"],
    ]
    assert (balance.ratings, balance.days, balance.waited_days) == (0, 0, 3)


def test_waiting_twice_on_a_day_is_one_day() -> None:
    ratings = [{"theme": theme, "value": "W"} for theme in ("decide", "trust")]
    report = report_of({"entries": [evening("2024-06-10", ratings=ratings)]})
    assert said(report.balance.says, "waited") == "1 day (waited or gave way)"


@pytest.mark.parametrize(
    ("values", "this_week", "position"),
    [
        pytest.param((2, 3, 3, 2), "-0.5", "nearer 'on my own'", id="on the lower limit"),
        pytest.param((4, 3, 3, 4), "+0.5", "nearer 'together'", id="on the upper limit"),
        pytest.param((2, 3, 3, 3, 2), "-0.4", "around the middle", id="inside the lower limit"),
        pytest.param((4, 3, 3, 4, 3), "+0.4", "around the middle", id="inside the upper limit"),
        pytest.param((1, 1, 1), "-2.0", "nearer 'on my own'", id="the lower end"),
        pytest.param((5, 5, 5), "+2.0", "nearer 'together'", id="the upper end"),
        pytest.param((2, 4, 3), "0.0", "around the middle", id="the middle has no sign"),
        pytest.param(
            (3, 3, 3, 2, 3, 4, 4), "+0.1", "around the middle", id="rounded for show only"
        ),
    ],
)
def test_the_position_and_its_name(values: tuple[int, ...], this_week: str, position: str) -> None:
    says = report_of({"entries": week(*values)}).balance.says
    assert str(said(says, "this week")).startswith(f"{this_week} on the line")
    assert said(says, "position") == position


def test_a_day_with_many_ratings_weighs_no_more() -> None:
    full = [{"theme": theme, "value": 5} for theme in ("decide", "trust", "enable", "purpose")]
    entries = [evening("2024-06-10", ratings=full), *week(3, 1, 1)[1:]]
    says = report_of({"entries": entries}).balance.says
    assert said(says, "this week") == (
        "-0.7 on the line -2 (on my own) to +2 (together); 6 ratings on 3 days"
    )


def test_a_fit_counts_beside_a_number_only() -> None:
    entries = [
        *rated("decide", "2024-06-10", value=0, fit="well"),
        *rated("decide", "2024-06-11", value="W", fit="other"),
        *rated("decide", "2024-06-12", value=2, fit="other"),
    ]
    balance = report_of({"entries": entries}).balance
    assert said(balance.says, "fit") == (
        "suited well 0, partly 0, would choose another way 1 (1 of 1 answered)"
    )
    assert (balance.fit_well, balance.fit_partly, balance.fit_other) == (0, 0, 1)


@pytest.mark.parametrize(
    ("usual", "now", "text"),
    [
        pytest.param(
            2,
            (4, 4, 4, 4),
            "nearer 'together' than your usual (difference +2.0, NAP 1.00)",
            id="up",
        ),
        pytest.param(
            4,
            (3, 3, 3, 3),
            "nearer 'on my own' than your usual (difference -1.0, NAP 0.00)",
            id="down",
        ),
        pytest.param(
            3,
            (3, 3, 3, 4),
            "no clear difference from your usual (difference +0.3, NAP 0.63)",
            id="same",
        ),
        pytest.param(3, (5, 5, 5), "too few to compare (3 of 4 days needed)", id="three days"),
        pytest.param(3, ("W", 0), "-", id="no ratings"),
    ],
)
def test_the_week_against_the_usual(usual: int, now: tuple[int | str, ...], text: str) -> None:
    assert compared(*rated("decide", *USUAL_DAYS, value=usual), *week(*now)) == text


def test_a_usual_needs_twelve_days_in_three_weeks() -> None:
    assert compared(*rated("decide", *USUAL_DAYS[1:]), *week(3, 3, 3, 3)) == (
        "not yet (11 rated days in 3 weeks; 12 in 3 weeks needed)"
    )
    two_weeks = [f"2024-05-{day}" for day in range(20, 32)]
    assert compared(*rated("decide", *two_weeks), *week(3, 3, 3, 3)) == (
        "not yet (12 rated days in 2 weeks; 12 in 3 weeks needed)"
    )


def test_only_days_of_themes_with_a_usual_of_their_own_are_compared() -> None:
    entries = [
        *rated("decide", *USUAL_DAYS),
        *rated("trust", "2024-06-03", "2024-06-04"),
        *week(5, 5, 5, 5, theme="trust"),
    ]
    assert compared(*entries) == "too few to compare (0 of 4 days needed)"


def test_ratings_on_another_version_of_a_scale_are_not_compared() -> None:
    before = rated("decide", *USUAL_DAYS, value=1, scale_version=1)
    now = rated("decide", *[f"2024-06-{day}" for day in range(10, 15)], value=5, scale_version=2)
    assert compared(*before, *now) == NOT_YET
