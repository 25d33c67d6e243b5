"""Reports of months, quarters and years on the terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collab.domain.periods import days_from_to
from collab.domain.reports.report import LineFit, Report, WeekMean
from collab.rendering.glyphs import ASCII
from collab.rendering.report_layout import Look
from collab.rendering.report_screen import first_screen, plain_page
from tests.rendering.sample_periods import A_MONTH, A_QUARTER, A_YEAR, FITS, PAIR, weeks_of
from tests.rendering.sample_reports import ORDINARY_WEEK, said, words


def block(beginning: str, report: Report, look: Look | None = None) -> list[str]:
    """The lines from the one that begins so to the next blank line."""
    lines = plain_page(report, look or Look()).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(beginning))
    return lines[start : lines.index("", start)]


class TestTheHead:
    def test_has_no_strip_of_days_and_says_how_they_lie(self) -> None:
        assert block("Quarter", A_QUARTER) == [
            "Quarter 2024-04-01 to 2024-06-30",
            "  written    on 16 of 91 days; 1 light evening",
            "  by week    1 April: 5, 8 April: 4, 15 April: 5, 22 April: 6, 29 April: 3,",
            "             6 May: 4, 13 May: 5",
        ]

    def test_is_followed_by_plans_without_a_label(self) -> None:
        plans = "Plans        done 9, partly 2, not done 1 (12 with an occasion; 3 without)"
        assert block("Plans", A_QUARTER) == [plans]


class TestOwnWords:
    def test_of_a_month_have_a_line_a_day(self) -> None:
        lines = block("In your words", A_MONTH)
        assert len(lines) == 17
        assert lines[1] == "  1 Jun      On 1 June I asked @Bo first and wrote down what he needs."
        assert lines[11] == (
            '  14 Jun     "On 14 June I asked @Bo first and wrote down what he needs."'
        )

    def test_of_a_month_never_give_way(self) -> None:
        assert first_screen(A_MONTH, Look(first_rows=5)).plain.count(" I asked @Bo first") == 16

    def test_of_longer_periods_are_the_starred_ones(self) -> None:
        assert block("In your words", A_QUARTER) == [
            "In your words (starred)",
            '  14 Jun     "@Ana said I asked, and then I waited."',
        ]

    def test_of_longer_periods_without_a_star_lead_to_the_pages(self) -> None:
        assert block("In your words", A_YEAR) == [
            "In your words",
            "  nothing starred; all pages:",
            "  collab journal list --from 2024-01-01 --to 2024-12-31",
        ]

    def test_are_all_there_in_full(self) -> None:
        lines = block("In your words", A_YEAR, Look(full=True))
        assert [line[2:8] for line in lines[1:] if line[2] != " "] == [
            f"{day} Jun" for day in (10, 11, 12, 13, 14)
        ]

    def test_of_several_years_have_whole_dates(self) -> None:
        report = replace(
            A_YEAR,
            period=days_from_to(date(2023, 1, 1), date(2024, 6, 30)),
            words=(words(date(2023, 5, 10), "I asked.", starred=True),),
        )
        assert block("In your words", report)[1] == '  2023-05-10 "I asked."'


class TestWeeksOfATheme:
    def test_have_a_chart_of_all_weeks_as_wide_as_fits(self) -> None:
        assert block("Shared", A_QUARTER, Look(100))[-7:] == [
            "  4-5                             4.2                      4.2",
            "  3-4                        3.5                      3.5",
            "  2-3              2.3  2.8                 2.3  2.8                 2.3  2.8",
            "  1-2",
            "  n            2    3    4    4    5    2    3    4    4    5    2    3    4",
            "  from         1    8    15   22   29   6    13   20   27   3    10   17   24",
            "               Apr                      May                 Jun",
        ]
        assert block("Shared", A_QUARTER, Look(60))[-7:] == [
            "  4-5                 4.2                 4.2",
            "  3-4             3.5                 3.5",
            "  2-3     2.3 2.8             2.3 2.8             2.3 2.8",
            "  1-2",
            "  n    2   3   4   4   5   2   3   4   4   5   2   3   4",
            "  from 1   8   15  22  29  6   13  20  27  3   10  17  24",
            "       Apr                 May             Jun",
        ]

    def test_of_fourteen_weeks_fit_sixty_columns(self) -> None:
        period = days_from_to(date(2024, 3, 31), date(2024, 6, 30))
        theme = replace(A_QUARTER.themes[0], weeks=weeks_of(period, (4, 3.5)))
        lines = block("Shared", replace(A_QUARTER, themes=(theme,)), Look(60))[-6:]
        assert lines[0] == " 3-4 " + " ".join(["3.5"] * 14)
        assert lines[-2] == " from 31  1   8   15  22  29  6   13  20  27  3   10  17  24"
        assert lines[-1] == "      Mar Apr                 May             Jun"
        assert len(lines[0]) == 60

    def test_of_a_year_are_marks_above_their_months(self) -> None:
        assert block("Shared", A_YEAR, Look(60))[-6:] == [
            "  4-5     ●     ●     ●     ●     ●     ●     ●     ●     ●",
            "  3-4    ●     ●     ●     ●     ●     ●     ●     ●     ●",
            "  2-3  ●●    ●●    ●●    ●●    ●●    ●●    ●●    ●●    ●●",
            "  1-2",
            "  n   23445023445023445023445023445023445023445023445023445",
            "      Jan  Feb Mar Apr  May Jun Jul  Aug Sep  Oct Nov Dec",
        ]
        assert "  4-5     o     o  " in plain_page(A_YEAR, Look(60, ASCII))

    def test_of_several_years_have_a_row_for_each(self) -> None:
        period = days_from_to(date(2022, 12, 20), date(2024, 1, 14))
        theme = replace(A_YEAR.themes[0], weeks=weeks_of(period, (4, 3.5)))
        lines = block("Shared", replace(A_YEAR, themes=(theme,)), Look(60))
        years = [n for n, line in enumerate(lines) if line in ("  2022", "  2023", "  2024")]
        assert len(years) == 3
        assert lines[years[0] + 5 : years[1]] == ["  n   44", "      Dec"]
        assert lines[years[1] + 5].startswith("  n   4444")

    def test_of_years_without_a_rating_are_one_line(self) -> None:
        weeks = weeks_of(days_from_to(date(2000, 1, 1), date(2009, 12, 31)), (4, 3.5))
        rated = (2005, 2007)
        weeks = tuple(
            week if week.first.year in rated else WeekMean(first=week.first, n=0, mean=None)
            for week in weeks
        )
        theme = replace(A_YEAR.themes[0], weeks=weeks)
        lines = block("Shared", replace(A_YEAR, themes=(theme,)), Look(60))
        years = [line for line in lines if line.startswith("  20")]
        assert years == [
            "  2000 to 2004  no ratings",
            "  2005",
            "  2006  no ratings",
            "  2007",
            "  2008 to 2009  no ratings",
        ]
        assert lines[lines.index("  2007") + 5].startswith("  n   4444")

    def test_with_few_means_are_a_list(self) -> None:
        assert block("Shared", A_MONTH)[-2:] == [
            "  weeks from 1 Jun: n=2, 3 Jun: 2.3 (n=3), 10 Jun: 2.8 (n=4), 17 Jun: 3.5 (n=4),",
            "             24 Jun: 4.2 (n=5)",
        ]

    def test_stand_under_sentences_about_single_weeks(self) -> None:
        assert block("Shared", A_MONTH)[:7] == [
            "Shared decisions",
            "  in all     mean 3.1, range 1-5, n=18 of 30 days; no occasion: 2 days",
            "  compared   4 whole weeks: higher than your usual 1, lower 0,",
            "             no clear difference 2, too few ratings 1",
            "  10 Jun     higher than your usual (difference +1.0, NAP 0.88)",
            "  8 weeks    4 whole weeks: rising 0, falling 1, no clear direction 2,",
            "             too few rated weeks 1",
        ]


def test_a_label_longer_than_its_column_is_shortened_or_has_its_own_line() -> None:
    theme = replace(
        A_MONTH.themes[0],
        weeks=(),
        says=said(
            "in all: mean 3.1",
            "12 September: higher than your usual",
            "12 September 2023: lower than your usual",
        ),
    )
    assert block("Shared", replace(A_MONTH, themes=(theme,)))[2:] == [
        "  12 Sep     higher than your usual",
        "  12 Sep 2023",
        "             lower than your usual",
    ]


class TestFitsByLine:
    def test_stand_under_their_sentence(self) -> None:
        lines = block("Balance", A_MONTH)
        at = next(n for n, line in enumerate(lines) if line.startswith("  by line"))
        assert lines[at + 1 : at + 7] == [
            "  1  on my own  ■■■■■■■■□□·                    8 of 11 well",
            "  2             ■■■■■■■■■■■■□□□□□□□□□···       12 of 24 well",
            "  3             ■■■■■■■■■■■■■■■■■■■■■□□□□□□··  21 of 29 well",
            "  4             ■■■■■■□□□□····                 6 of 14 well",
            "  5  together                                  no fit yet",
            "             ■ well  □ partly  · another way",
        ]

    def test_share_signs_where_they_are_too_many(self) -> None:
        many = (*FITS[:4], LineFit(value=5, well=120, partly=3, other=60))
        balance = replace(A_MONTH.balance, fit_by_line=many)
        lines = block("Balance", replace(A_MONTH, balance=balance), Look(60, ASCII))
        at = next(n for n, line in enumerate(lines) if line.startswith("  5  together"))
        assert lines[at:] == [
            "  5  together   xxxxxxxxxxxxo......  120 of 183 well",
            "             x well  o partly  . another way;",
            "             one sign: 10 fits",
            "  waited     3 days (waited or gave way)",
        ]

    def test_are_not_shown_of_a_week(self) -> None:
        assert "another way\n" not in plain_page(ORDINARY_WEEK, Look())


class TestThenAndNow:
    def test_stand_side_by_side_whole_and_dated(self) -> None:
        assert block("Then and now", A_MONTH) == [
            "Then and now",
            "  Who had a say in a decision today, and at what point did they have it?",
            "  17 April                               12 June",
            "  Nobody. I told them at noon, and the   All six, before I had a view of my own.",
            "  list was closed by then.               It took the day. @Ana wrote the list.",
        ]

    def test_stand_below_each_other_where_there_is_no_room(self) -> None:
        assert block("Then and now", A_MONTH, Look(75))[2:] == [
            "  17 Apr     Nobody. I told them at noon, and the list was closed by then.",
            "  12 Jun     All six, before I had a view of my own.",
            "             It took the day. @Ana wrote the list.",
        ]

    def test_name_the_year_where_there_are_two(self) -> None:
        pair = replace(PAIR, then_day=date(2023, 12, 28), now_day=date(2024, 2, 1))
        lines = block("Then and now", replace(A_MONTH, then_and_now=pair))
        assert lines[2] == "  28 December 2023                       1 February 2024"

    def test_keep_their_columns_whatever_is_written(self) -> None:
        pair = replace(PAIR, then_text="会議で予算を決めた。" * 5, now_text="👩‍👧 met. " * 12)
        lines = block("Then and now", replace(A_MONTH, then_and_now=pair))
        assert lines[3].startswith("  会議で予算を決めた。会議で予算を決め   👩‍👧 met.")


@pytest.mark.parametrize("label", ["week of 3 June", "week of 10 June"])
def test_reviews_stand_under_the_week_they_are_about(label: str) -> None:
    assert f"  {label}" in block("Weekly review", A_MONTH)
