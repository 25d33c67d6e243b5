"""The seven days of a week in a row, with what stands for each.

A strip is a table, so that it is read aloud day by day and needs no other alternative.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collab.domain.periods import WEEKDAYS
from collab.domain.reports.report import Report, ThemeFigures
from collab.rendering import report_sections as sections
from collab.rendering.glyphs import UNICODE
from collab.rendering.markup import Markup, element

_SPOKEN = {"written": "written", "light": "light evening"}
_SIGNS = {"written": UNICODE.written, "light": UNICODE.light}


def days_written(report: Report) -> Markup:
    """Which days of a week were written; nothing in a longer period, or for others."""
    if not report.head.day_marks:
        return Markup()
    cells = (
        _cell(mark and element("span", _SIGNS[mark], aria_hidden="true"), mark and _SPOKEN[mark])
        for mark in report.head.day_marks
    )
    return _strip("Days written", report, cells)


def days_rated(theme: ThemeFigures, report: Report) -> Markup:
    """The ratings of a theme, day by day; nothing in a longer period or without any."""
    values = sections.day_values(theme, report.period.days())
    if not any(values):
        return Markup()
    days = zip(report.period.days(), values, strict=True)
    cells = (_cell(None if day > report.as_of else value) for day, value in days)
    return _strip(f"{theme.name}, day by day", report, cells)


def _strip(caption: str, report: Report, cells: Iterator[Markup]) -> Markup:
    if not sections.is_of_a_week(report):
        return Markup()
    return element(
        "table",
        element("caption", caption, class_="aside"),
        element("thead", element("tr", *map(_heading, report.period.days()))),
        element("tbody", element("tr", *cells)),
        class_="strip",
    )


def _heading(day: date) -> Markup:
    name = WEEKDAYS[day.weekday()]
    return element("th", element("abbr", name[:2], title=name), scope="col")


def _cell(shown: str | None, spoken: str | None = None) -> Markup:
    """What stands for a day: "" for nothing, None for a day still to come."""
    if shown is None:
        return element("td", class_="to-come")
    if not shown:
        sign = element("span", UNICODE.nothing, aria_hidden="true")
        return element("td", sign, " ", element("span", "nothing", class_="aside"), class_="none")
    aside = (" ", element("span", spoken, class_="aside")) if spoken else ()
    return element("td", shown, *aside)
