"""What a report calls a day: the day itself, or, in one for others, the week it lies in.

Every face asks here, so that none takes the first day of a week for the day that is meant.
"""

from __future__ import annotations

from datetime import date, timedelta

from collab.domain.periods import (
    MONTHS,
    WEEKDAYS,
    label_of_week,
    said_day,
    spoken_long,
    spoken_week,
)
from collab.domain.reports.report import NextThing, Report
from collab.rendering.report_sections import is_of_a_week


def in_full(day: date, report: Report) -> str:
    """Such as "Monday 10 June 2024" or "Week of 10 June 2024"."""
    if report.redacted:
        words = spoken_week(day)
        return words[:1].upper() + words[1:]
    return spoken_long(day)


def for_programs(day: date, report: Report) -> str:
    """By ISO 8601: "2024-06-10" or "2024-W24"."""
    return label_of_week(day, day.weekday()) if report.redacted else day.isoformat()


def short(day: date, report: Report) -> str:
    """As short as the period lets it be: "Tue", "15 May", "2024-05-15" or "week of 13 May".

    "" where there is but one week that it can be.
    """
    if is_of_a_week(report):
        return "" if report.redacted else _weekday(day)
    return in_some_cells(day, report, has_year=report.period.first.year != report.period.last.year)


def in_some_cells(day: date, report: Report, *, has_year: bool) -> str:
    """Such as "15 May", "2024-05-15" or "week of 13 May"."""
    if report.redacted:
        return without_weekday(day, report, has_year=has_year)
    return day.isoformat() if has_year else f"{day.day} {MONTHS[day.month - 1][:3]}"


def without_weekday(day: date, report: Report, *, has_year: bool) -> str:
    """Such as "15 May 2024" or "week of 13 May"."""
    name = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year:04}" if has_year else "")
    return f"week of {name}" if report.redacted else name


def coming(thing: NextThing, report: Report) -> str:
    """When something is due, such as "Wed 19 June", "since Tue 11 June" or "week of 17 June",
    with its year where that is not the as-of day's."""
    if report.redacted:
        has_year = thing.on.year != report.as_of.year
        return without_weekday(thing.on, report, has_year=has_year)
    since = "since " if thing.on < report.as_of else ""
    return f"{since}{said_day(thing.on, report.as_of)}"


def coming_shortly(thing: NextThing, report: Report) -> str:
    """The same without the month within the coming week ("Tue 18")."""
    is_soon = report.as_of <= thing.on <= report.as_of + timedelta(days=7)
    if is_soon and not report.redacted:
        return f"{_weekday(thing.on)} {thing.on.day}"
    return coming(thing, report)


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()][:3]
