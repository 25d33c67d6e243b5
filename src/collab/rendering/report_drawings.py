"""The pictures of a report on a terminal: the balance on its line, a theme's weeks, and how
often each line of the scales suited.

Without room for a picture the same figures are a list. A picture holds no figure that is
not printed in it, and says nothing by colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import mul

from rich.text import Text

from collab.domain.periods import MONTHS
from collab.domain.reports.report import LineFit, WeekMean
from collab.domain.trends import shown
from collab.rendering import palette
from collab.rendering.report_balance_line import (
    FURTHEST,
    LEFT,
    RIGHT,
    is_around_the_middle,
    place_of,
    unit_of,
)
from collab.rendering.report_chart import ROWS, Column, columns_of, has_chart
from collab.rendering.report_layout import IN_LISTS, IN_SENTENCES, TEXT_COLUMN, Look, labelled

_POINTS, _FEW_POINTS = 41, 21

_Layout = tuple[int, int]
_WIDE = ((TEXT_COLUMN, 7),)
_CLOSE = ((TEXT_COLUMN, 5), (6, 5), (TEXT_COLUMN, 4), (6, 4), (5, 4))
_BESIDE = ((6, 5), (6, 4))
"""Where a chart's columns may begin and how wide they may be, the best first."""
_MEAN = 3  # cells, such as "2.8"
_MONTH = 3  # cells, such as "Jun"
_LABEL = 3  # cells, such as "3-4"
_MOST_PRINTED_MEANS = 14
_MARKS_BEGIN = 6

_FITS_BEGIN = 16


def balance_line(position: float | None, look: Look) -> list[Text]:
    """The position on the line, with the numbers below; nothing where a row is too short,
    since the sentence says all of it."""
    if position is None or look.has_lists_for_strips():
        return []
    glyphs = look.glyphs
    points = _POINTS if look.has_strips_beside_headings() else _FEW_POINTS
    here = place_of(position, points)
    signs = [
        glyphs.middle if is_around_the_middle(place, points) else glyphs.line
        for place in range(points)
    ]
    signs[0], signs[-1] = glyphs.left, glyphs.right
    signs[here] = glyphs.position
    line = Text("  ").append(LEFT, style=palette.LABEL)
    line.append("".join(signs[:here]).rjust(TEXT_COLUMN - line.cell_len + here))
    line.append(signs[here], style=palette.POSITION)
    line.append("".join(signs[here + 1 :])).append("  ").append(RIGHT, style=palette.LABEL)
    room = unit_of(points)
    names = (f"{number:+}" if number else "0" for number in range(-FURTHEST, FURTHEST + 1))
    numbers = " " * (TEXT_COLUMN + 1 - room) + "".join(name.rjust(room) for name in names)
    return [line, Text(numbers, style=palette.LABEL)]


def weeks_of_theme(weeks: Sequence[WeekMean], look: Look, *, dated: bool = False) -> list[Text]:
    """The weeks as a chart of their means.

    Before five of them have one: nothing, or, if the weeks are those of a longer period and
    so to be `dated`, a list. A date is the first day of the week that counts.
    """
    if not has_chart(weeks):
        return _list_of(columns_of(weeks), look, dated) if dated else []
    columns = columns_of(weeks)
    if look.has_lists_for_strips():
        return _list_of(columns, look, dated)
    if len(columns) <= _MOST_PRINTED_MEANS:
        layouts = _WIDE + _CLOSE if look.has_strips_beside_headings() else _CLOSE
        layout = _fitting(layouts, len(columns), look.width) or layouts[-1]
        return _means(columns, *layout, dated=dated)
    if _MARKS_BEGIN + len(columns) <= look.width:
        return _marks(columns, look)
    return _marks_by_year(columns, look)


def chart_beside(weeks: Sequence[WeekMean], width: int, *, dated: bool = False) -> list[Text]:
    """The chart of some few weeks within `width` cells; nothing if it has no room there, or
    must not be drawn at all."""
    layout = _fitting(_BESIDE, len(weeks), width)
    return _means(columns_of(weeks), *layout, dated=dated) if layout and has_chart(weeks) else []


def fits_by_line(lines: Sequence[LineFit], look: Look) -> list[Text]:
    """A row for each line of the scales, with one sign for each fit or for as many as stand
    in the key below."""
    from collab.rendering.report_fits import NAMES, in_words, signs_of, worth_of_a_sign

    said = [in_words(line) for line in lines]
    worth = worth_of_a_sign(lines, look.width - _FITS_BEGIN - 2 - max(map(len, said)))
    signs = (look.glyphs.written, look.glyphs.light, look.glyphs.nothing)
    drawn = ["".join(map(mul, signs, signs_of(line, worth))) for line in lines]
    room = max(map(len, drawn)) + 2
    rows = [
        _row(f"{line.value}  {NAMES.get(line.value, '')}", _FITS_BEGIN, f"{row:<{room}}{words}")
        for line, row, words in zip(lines, drawn, said, strict=True)
    ]
    key = "  ".join(map(" ".join, zip(signs, ("well", "partly", "another way"), strict=True)))
    key += f"; one sign: {worth} fits" if worth > 1 else ""
    return [*rows, *labelled("", Text(key, style=palette.LABEL), look, IN_SENTENCES)]


def _list_of(columns: Sequence[Column], look: Look, dated: bool) -> list[Text]:
    """The weeks that have a rating; nothing without any."""
    items = [
        f"{_date(column.first) if dated else column.week}: "
        + (f"n={column.n}" if column.mean is None else f"{shown(column.mean)} (n={column.n})")
        for column in columns
        if column.n
    ]
    label = "weeks from" if dated else "week"
    return labelled(label, Text(", ".join(items)), look, IN_LISTS) if items else []


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:_MONTH]}"


def _means(columns: Sequence[Column], begin: int, room: int, *, dated: bool) -> list[Text]:
    """Each mean printed at its height, the number of ratings and the week below: its number,
    or the day it begins on and, where one begins, the month."""
    before = _before_a_mean(room)
    means = ["" if column.mean is None else shown(column.mean) for column in columns]
    rows = []
    for row, name in enumerate(ROWS):
        at_this_height = [
            mean if column.row == row else "" for column, mean in zip(columns, means, strict=True)
        ]
        rows.append(_row(name, begin, _in_columns(at_this_height, room, before)))
    numbers = _in_columns([str(column.n) for column in columns], room, before + 1)
    weeks = [str(column.first.day if dated else column.week) for column in columns]
    rows += [
        _row("n", begin, numbers),
        _row(
            "from" if dated else "week", begin, _in_columns(weeks, room, before + 1), palette.LABEL
        ),
    ]
    if dated:
        months = [
            MONTHS[column.first.month - 1][:_MONTH] if begins else ""
            for column, begins in zip(columns, _begins_a_month(columns), strict=True)
        ]
        rows.append(_row("", begin, _in_columns(months, room, before + 1), palette.LABEL))
    return rows


def _begins_a_month(columns: Sequence[Column]) -> list[bool]:
    """Whether a column is the first of its month."""
    months = [column.first.month for column in columns]
    return [month != before for month, before in zip(months, [0, *months], strict=False)]


def _in_columns(words: Sequence[str], room: int, before: int) -> str:
    """The words, each `before` cells into its column of `room`."""
    margin = " " * before
    return "".join(f"{margin}{word}".ljust(room) for word in words).rstrip()


def _fitting(layouts: Sequence[_Layout], columns: int, width: int) -> _Layout | None:
    """The best of `layouts` in which so many columns fit into `width` cells."""
    for begin, room in layouts:
        if begin + (columns - 1) * room + _before_a_mean(room) + _MEAN <= width:
            return begin, room
    return None


def _before_a_mean(room: int) -> int:
    return (room - _MEAN) // 2


def _marks(columns: Sequence[Column], look: Look) -> list[Text]:
    """One sign a week at the height of its mean, the number of ratings and the months below."""
    sign = look.glyphs.position
    rows = [
        _row(name, _MARKS_BEGIN, "".join(sign if column.row == row else " " for column in columns))
        for row, name in enumerate(ROWS)
    ]
    numbers = "".join(str(column.n) for column in columns)
    return [
        *rows,
        _row("n", _MARKS_BEGIN, numbers, palette.LABEL),
        _row("", _MARKS_BEGIN, _months(columns, look.width - _MARKS_BEGIN), palette.LABEL),
    ]


def _marks_by_year(columns: Sequence[Column], look: Look) -> list[Text]:
    """The marks of each year below its number; years in a row without a rating in one line."""
    years = [list(some) for _, some in groupby(columns, lambda column: column.first.year)]
    lines: list[Text] = []
    for is_rated, some in groupby(years, lambda year: any(column.n for column in year)):
        run = list(some)
        if is_rated:
            for year in run:
                lines += [Text(f"  {year[0].first.year}", style=palette.LABEL), *_marks(year, look)]
            continue
        first, last = run[0][0].first.year, run[-1][0].first.year
        name = f"{first}" if first == last else f"{first} to {last}"
        lines.append(Text(f"  {name}  no ratings", style=palette.LABEL))
    return lines


def _months(columns: Sequence[Column], width: int) -> str:
    """The months, each below the first week that begins in it; the name of a first month
    that has no room before the next is left out."""
    begins = [
        (number, column.first.month)
        for number, (column, first) in enumerate(
            zip(columns, _begins_a_month(columns), strict=True)
        )
        if first
    ]
    if len(begins) > 1 and begins[1][0] <= _MONTH:
        del begins[0]
    names = ""
    for number, month in begins:
        if number + _MONTH <= width:
            names = names.ljust(number) + MONTHS[month - 1][:_MONTH]
    return names


def _row(name: str, room: int, words: str, style: str = "") -> Text:
    """A label in `room` cells, two columns in as far as it leaves a space, and `words`."""
    row = Text(" " * min(2, room - _LABEL - 1)).append(name, style=palette.LABEL)
    row.append(" " * (room - row.cell_len)).append(words.rstrip(), style=style)
    row.rstrip()
    return row
