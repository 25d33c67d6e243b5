"""Strips, charts and lines: every figure at its place, and in words for those who listen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from collab.domain.reports.report import Report, WeekMean
from collab.rendering.html.page import as_html
from tests.rendering.html.pages import EVERY_REPORT, Reader, shown
from tests.rendering.sample_long_reports import A_QUARTER, A_YEAR
from tests.rendering.sample_reports import EMPTY_WEEK, FIRST_WEEK, ORDINARY_WEEK, theme


class TestTheStrip:
    def test_it_says_for_each_day_what_is_there(self) -> None:
        rated = theme("decide", "Shared decisions", (2, "W", 0, None, 3, None, None))
        friday = ORDINARY_WEEK.period.days()[4]
        page = as_html(replace(ORDINARY_WEEK, themes=(rated,), as_of=friday))
        strip = page.split("Shared decisions, day by day", 1)[1].split("</table>", 1)[0]
        assert re.sub(r"</?[^>]+>|\s", "", strip) == "MoTuWeThFrSaSu2W0·nothing3"

    def test_a_rating_given_the_day_after_stands_in_brackets(self) -> None:
        late = theme(
            "decide",
            "Shared decisions",
            (2, "W", *[None] * 5),
            late_days=(ORDINARY_WEEK.period.days()[1],),
        )
        assert "(W)" in Reader(as_html(replace(ORDINARY_WEEK, themes=(late,)))).words("td")


class TestTheChart:
    def test_a_week_with_under_five_rated_weeks_has_none(self) -> None:
        assert "weekly means" not in shown(as_html(FIRST_WEEK))

    def test_each_mean_stands_at_its_height_with_its_number_of_ratings(self) -> None:
        # 27 units a band, five lines from 12 on, the text's middle 4 above its baseline.
        svg = charts(as_html(ORDINARY_WEEK))[0]
        marks = re.findall(r'y="([\d.]+)"[^>]*class="halo[^"]*">([\d.]+)<', svg)
        means = [week.mean for week in ORDINARY_WEEK.themes[0].weeks if week.mean is not None]
        assert [float(y) for y, _ in marks] == [
            pytest.approx(12 + (5 - value) * 27 + 4, abs=0.01) for value in means
        ]
        assert [text for _, text in marks] == ["2.3", "2.7", "3.0", "2.8", "3.0", "2.5", "3.0"]

    def test_a_week_of_few_ratings_is_a_gap_that_shows_its_number(self) -> None:
        svg = charts(as_html(ORDINARY_WEEK))[0]
        assert re.findall(r">(\d)</text>", svg) == list("33144444")
        assert len(re.findall("halo", svg)) == 7

    def test_all_four_bands_are_drawn_and_no_line_joins_the_points(self) -> None:
        for page in map(as_html, (ORDINARY_WEEK, A_QUARTER, A_YEAR)):
            for svg in charts(page):
                assert re.findall(r">(\d-\d)</text>", svg) == ["4-5", "3-4", "2-3", "1-2"]
                assert not re.findall("<(?:path|polyline|polygon)", svg)
                lines = re.findall(r'<line x1="\d+" y1="([\d.]+)" x2="\d+" y2="([\d.]+)"', svg)
                assert len(lines) == 5
                assert all(start == end for start, end in lines)

    @EVERY_REPORT
    def test_whoever_listens_gets_the_same_figures_as_a_table(self, report: Report) -> None:
        page = as_html(report)
        for one in report.themes:
            if sum(week.mean is not None for week in one.weeks) >= 5:
                table = page.split(f"{one.name}: the weeks with a rating", 1)[1].split(
                    "</table>", 1
                )[0]
                rows = re.findall(r"<td>([^<]+)</td>\n<td>(\d+)</td>", table)
                rated = [week for week in one.weeks if week.n]
                assert [int(n) for _, n in rows] == [week.n for week in rated]
                assert [value == "no mean" for value, _ in rows] == [
                    week.mean is None for week in rated
                ]

    def test_a_year_has_a_point_for_every_rated_week_in_two_rows(self) -> None:
        drawn = charts(as_html(A_YEAR))
        rated = sum(week.mean is not None for week in A_YEAR.themes[0].weeks)
        assert len(drawn) == 2 * len(A_YEAR.themes)
        assert sum(svg.count("<circle") for svg in drawn[:2]) == rated

    def test_weeks_are_numbered_as_the_calendar_numbers_them(self) -> None:
        svg = charts(as_html(ORDINARY_WEEK))[0]
        numbers = re.findall(r'class="quiet">(\d+)</text>', svg)
        assert numbers == [str(number) for number in range(17, 25)]

    def test_weeks_of_a_longer_period_are_called_by_the_days_they_begin_on(self) -> None:
        svg = charts(as_html(A_QUARTER))[0]
        days = re.findall(r'class="quiet small">(\d{1,2})</text>', svg)
        assert days == [str(week.first.day) for week in A_QUARTER.themes[0].weeks]
        assert re.findall(r">([A-Z][a-z]{2})</text>", svg) == ["Apr", "May", "Jun"]

    def test_few_rated_weeks_of_a_longer_period_are_a_table_to_read(self) -> None:
        few = tuple(replace(week, mean=None) for week in A_QUARTER.themes[0].weeks)
        report = replace(A_QUARTER, themes=(replace(A_QUARTER.themes[0], weeks=few),))
        page = as_html(report)
        assert charts(page) == []
        assert "Shared decisions: the weeks with a rating" in shown(page)


def charts(page: str) -> list[str]:
    """The charts of weekly means."""
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    return [svg for svg in drawings if "weekly means</title>" in svg]


class TestTheBalance:
    def test_the_position_stands_on_its_line(self) -> None:
        page = as_html(ORDINARY_WEEK)
        assert '<circle cx="182.5" cy="22" r="7" class="dot">' in page  # 164 + 148 * 0.25 / 2

    def test_without_a_position_there_is_no_line(self) -> None:
        assert "Balance of the ratings" not in as_html(EMPTY_WEEK)

    def test_fit_by_line_is_drawn_to_one_measure_and_counted(self) -> None:
        page = as_html(A_YEAR)
        widths = [float(width) for width in re.findall(r'width="([\d.]+)" height="14"', page)]
        unit = 326 / 29  # the longest bar has 29 fits
        counts = [8, 2, 1, 12, 9, 3, 21, 6, 2, 6, 4, 4]
        assert widths == [pytest.approx(count * unit - 1.5, abs=0.01) for count in counts]
        assert "of 11: well 8, partly 2, another way 1" in shown(page)
        assert "5 together, no fit yet" in shown(page)

    def test_a_week_has_no_fit_by_line(self) -> None:
        assert "another way" not in "".join(re.findall("<svg.*?</svg>", as_html(ORDINARY_WEEK)))


def test_the_week_of_a_sunday_starter_is_numbered_by_its_middle() -> None:
    weeks = tuple(
        WeekMean(first=first, n=4, mean=3.0)
        for first in (day for day in A_QUARTER.period.days() if day.weekday() == 6)
    )[:6]
    report = replace(ORDINARY_WEEK, themes=(replace(ORDINARY_WEEK.themes[0], weeks=weeks),))
    svg = charts(as_html(report))[0]
    # Sunday 7 April 2024 begins the week that is mostly the calendar's fifteenth.
    assert re.findall(r'class="quiet">(\d+)</text>', svg)[0] == "15"
