"""The calendar of a year, for a person and for a program.

For a person a heat map of lengths: a row for each day of the week, four columns for each
week as long as there are 15 weeks at most, one column beyond. What does not fit the width
goes on in a second map below.

For a program `{"format": "collab-calendar", "version": 1, "year": 2024, "days": […]}`. Each
written day is `{"day": "2024-04-22", "words": 41, "light": false}`; a day that is not
there has no page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from collab.domain.calendar import UP_TO
from collab.domain.periods import MONTHS, WEEKDAYS
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL

if TYPE_CHECKING:
    from collab.domain.calendar import Calendar
    from collab.rendering.glyphs import Glyphs

_LABELS = 6
"""Columns before the first week: the days' names."""
_FEW_WEEKS, _WIDE = 15, 4


def as_json(calendar: Calendar) -> str:
    """The calendar for a program."""
    document = {
        "format": "collab-calendar",
        "version": 1,
        "year": calendar.year,
        "days": [
            {"day": day.day.isoformat(), "words": day.words, "light": day.light}
            for day in calendar.days
        ],
    }
    return json.dumps(document, indent=2) + "\n"


def page(calendar: Calendar, width: int, glyphs: Glyphs) -> list[Line]:
    """The calendar for a person, in lines of at most `width` columns (40 or more)."""
    lines = _heading(calendar, width, glyphs)
    count = len(calendar.weeks)
    wide = count <= _FEW_WEEKS and _LABELS + _WIDE * count - 2 <= width
    for weeks in _portions(calendar.weeks, _FEW_WEEKS if wide else width - _LABELS):
        lines += [line(), *_map(calendar, weeks, width, glyphs, _WIDE if wide else 1)]
    return lines


def _heading(calendar: Calendar, width: int, glyphs: Glyphs) -> list[Line]:
    """The year, how much is written, what the signs mean; in one line if there is room."""
    year, count, light = str(calendar.year), len(calendar.days), calendar.light()
    short, middling, long = glyphs.lengths
    parts = [(" - ", f"{count} {'day' if count == 1 else 'days'} written")]
    if light:
        parts.append((", ", f"{light} of them light ({glyphs.light})"))
    parts.append((" - ", f"words: {short} to {UP_TO[0]}  {middling} to {UP_TO[1]}  {long} more"))
    rows = [year + "".join(parts[0])]
    for before, said in parts[1:]:
        if len(rows[-1] + before + said) <= width:
            rows[-1] += before + said
        else:
            rows.append(said)
    return [line((HEADING, year), rows[0][len(year) :]), *map(line, rows[1:])]


def _portions(weeks: Sequence[date], most: int) -> Iterator[Sequence[date]]:
    """The weeks in as few portions of at most `most` as will do, of about one size."""
    portions = -(-len(weeks) // most)
    for number in range(portions):
        begin, end = (len(weeks) * n // portions for n in (number, number + 1))
        yield weeks[begin:end]


def _map(
    calendar: Calendar, weeks: Sequence[date], width: int, glyphs: Glyphs, column: int
) -> Iterator[Line]:
    shown = [max(week, calendar.first) for week in weeks]
    yield line((LABEL, _months(shown, width, column)))
    if column == _WIDE:
        yield line((LABEL, " " * _LABELS + _row((str(day.day) for day in shown), column)))
    signs = {
        day.day: glyphs.light if day.light else glyphs.lengths[day.length()]
        for day in calendar.days
    }
    for number in range(7):
        days = [week + timedelta(days=number) for week in weeks]
        cells = (
            signs.get(day, glyphs.nothing) if calendar.first <= day <= calendar.last else ""
            for day in days
        )
        name = f"  {WEEKDAYS[days[0].weekday()][:2]}".ljust(_LABELS)
        yield line((LABEL, name), _row(cells, column))


def _row(cells: Iterable[str], column: int) -> str:
    return "".join(cell.ljust(column) for cell in cells).rstrip()


def _months(shown: Sequence[date], width: int, column: int) -> str:
    """The names of the months, each above the week it begins with.

    A name that would run into the next one, or over the edge, is left out.
    """
    row, following = "", width + 1
    for number in reversed(range(len(shown))):
        place = _LABELS + column * number
        name = MONTHS[shown[number].month - 1][:3]
        begins = number == 0 or shown[number].month != shown[number - 1].month
        if begins and place + len(name) < following:
            row, following = name.ljust(following - place if row else 0) + row, place
    return " " * following + row
