"""The pictures on a terminal at their limits, and in their styles."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.periods import month_of
from collab.rendering import palette
from collab.rendering.glyphs import ASCII
from collab.rendering.report_drawings import balance_line, weeks_of_theme
from collab.rendering.report_layout import Look
from tests.rendering.sample_periods import weeks_of
from tests.rendering.sample_reports import ORDINARY_WEEK


@pytest.mark.parametrize(
    ("position", "line"),
    [
        (-2.0, "  on my own  ●───────────────┄┄┄┄┄┄┄┄┄───────────────┤  together"),
        (2.0, "  on my own  ├───────────────┄┄┄┄┄┄┄┄┄───────────────●  together"),
        (0.0, "  on my own  ├───────────────┄┄┄┄●┄┄┄┄───────────────┤  together"),
        (-0.5, "  on my own  ├──────────────●┄┄┄┄┄┄┄┄┄───────────────┤  together"),
    ],
)
def test_the_position_stands_on_the_whole_line(position: float, line: str) -> None:
    assert balance_line(position, Look())[0].plain == line


@pytest.mark.parametrize(("width", "points"), [(60, 21), (79, 21), (80, 41), (140, 41)])
def test_the_line_has_as_many_points_as_there_is_room_for(width: int, points: int) -> None:
    line, numbers = balance_line(0.0, Look(width, ASCII))
    assert line.plain.index("|") == 13
    assert line.plain.rindex("|") == 13 + points - 1
    assert numbers.plain.index("0") == line.plain.index("o", 13)


def test_without_room_or_position_there_is_no_line() -> None:
    assert balance_line(0.0, Look(59)) == []
    assert balance_line(None, Look()) == []


def test_a_list_of_weeks_has_those_with_a_rating() -> None:
    weeks = weeks_of(month_of(date(2024, 6, 1)), (2, None), (0, None), (4, 3.0), (0, None))
    assert [line.plain for line in weeks_of_theme(weeks, Look(), dated=True)] == [
        "  weeks from 1 Jun: n=2, 10 Jun: 3.0 (n=4), 24 Jun: n=2"
    ]
    assert weeks_of_theme(weeks, Look()) == []
    assert weeks_of_theme(weeks[1:2], Look(), dated=True) == []


def test_only_the_position_has_a_colour() -> None:
    line = balance_line(0.3, Look())[0]
    coloured = [span for span in line.spans if span.style == palette.POSITION]
    assert [line.plain[span.start : span.end] for span in coloured] == ["●"]
    chart = weeks_of_theme(ORDINARY_WEEK.themes[1].weeks, Look())
    assert {span.style for row in chart for span in row.spans} <= {palette.LABEL, ""}
