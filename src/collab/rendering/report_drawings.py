"""The pictures of a report on a terminal: the balance on its line, a theme's weeks, and how
often each line of the scales suited.

Without room for a picture the same figures are a list. A picture holds no figure that is
not printed in it, and says nothing by colour.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from collab.rendering.report_fits import NAMES, in_words, signs_of, worth_of_a_sign
from collab.rendering.report_layout import IN_LISTS, IN_SENTENCES, TEXT_COLUMN, Look, labelled

_POINTS, _FEW_POINTS = 41, 21

_Layout = tuple[int, int]
_WIDE = ((TEXT_COLUMN, 7),)
_CLOSE = ((TEXT_COLUMN, 5), (6, 5), (TEXT_COLUMN, 4), (6, 4), (5, 4))
_BESIDE = ((6, 5), (6, 4))
"""Where a chart's columns may begin and how wide they may be, the best first."""
_MEAN = 3  # cells, such as "2.8"
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
    line = _row_label(LEFT, TEXT_COLUMN)
    line.append("".join(signs[:here])).append(signs[here], style=palette.POSITION)
    line.append("".join(signs[here + 1 :])).append("  ").append(RIGHT, style=palette.LABEL)
    numbers = Text()
    for number in range(-FURTHEST, FURTHEST + 1):
        name = f"{number:+}" if number else "0"
        place = TEXT_COLUMN + (number + FURTHEST) * unit_of(points)
        numbers.pad_right(place + 1 - len(name) - numbers.cell_len)
        numbers.append(name, style=palette.LABEL)
    return [line, numbers]


def weeks_of_theme(weeks: Sequence[WeekMean], look: Look, *, always: bool = False) -> list[Text]:
    """The weeks as a chart of their means; nothing before five of them have one, or, if
    they are to be shown `always`, a list."""
    if not has_chart(weeks):
        return _list_of(columns_of(weeks), look) if always and weeks else []
    columns = columns_of(weeks)
    if look.has_lists_for_strips():
        return _list_of(columns, look)
    if len(columns) <= _MOST_PRINTED_MEANS:
        layouts = _WIDE + _CLOSE if look.has_strips_beside_headings() else _CLOSE
        return _means(columns, *(_fitting(layouts, len(columns), look.width) or layouts[-1]))
    if _MARKS_BEGIN + len(columns) <= look.width:
        return _marks(columns, look)
    return [
        line
        for year, some in groupby(columns, lambda column: column.first.year)
        for line in (Text(f"  {year}", style=palette.LABEL), *_marks(tuple(some), look))
    ]


def chart_beside(weeks: Sequence[WeekMean], width: int) -> list[Text]:
    """The chart of some few weeks within `width` cells; nothing if it has no room there, or
    must not be drawn at all."""
    layout = _fitting(_BESIDE, len(weeks), width)
    return _means(columns_of(weeks), *layout) if layout and has_chart(weeks) else []


def fits_by_line(lines: Sequence[LineFit], look: Look) -> list[Text]:
    """A row for each line of the scales, with one sign for each fit or for as many as stand
    in the key below."""
    said = [in_words(line) for line in lines]
    room = look.width - _FITS_BEGIN - 2 - max(map(len, said))
    worth = worth_of_a_sign(lines, room)
    signs = (look.glyphs.written, look.glyphs.light, look.glyphs.nothing)
    rows = []
    for line in lines:
        row = Text("  ").append(str(line.value), style=palette.LABEL)
        row.append(f"  {NAMES.get(line.value, '')}", style=palette.LABEL)
        numbers = signs_of(line, worth)
        _put(row, _FITS_BEGIN, "".join(map(mul, signs, numbers)))
        rows.append(row)
    end = max(row.cell_len for row in rows) + 2
    for row, words in zip(rows, said, strict=True):
        _put(row, end, words)
    key = "  ".join(map(" ".join, zip(signs, ("well", "partly", "another way"), strict=True)))
    key += f"; one sign: {worth} fits" if worth > 1 else ""
    return [*rows, *labelled("", Text(key, style=palette.LABEL), look, IN_SENTENCES)]


def _list_of(columns: Sequence[Column], look: Look) -> list[Text]:
    items = (
        f"{column.week}: " + (f"n={column.n}" if column.mean is None else _mean_of(column))
        for column in columns
    )
    return labelled("week", Text(", ".join(items)), look, IN_LISTS)


def _mean_of(column: Column) -> str:
    return f"{shown(column.mean or 0)} (n={column.n})"


def _means(columns: Sequence[Column], begin: int, room: int) -> list[Text]:
    """Each mean printed at its height, the number of ratings and the week below."""
    before = _before_a_mean(room)
    lines = []
    for row, name in enumerate(ROWS):
        line = _row_label(name, begin)
        for number, column in enumerate(columns):
            if column.row == row and column.mean is not None:
                _put(line, begin + number * room + before, shown(column.mean))
        lines.append(line)
    numbers, weeks = _row_label("n", begin), _row_label("week", begin)
    for number, column in enumerate(columns):
        place = begin + number * room + before + 1
        _put(numbers, place, str(column.n))
        _put(weeks, place, str(column.week), palette.LABEL)
    return _without_spaces([*lines, numbers, weeks])


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
    lines = []
    for row, name in enumerate(ROWS):
        line = _row_label(name, _MARKS_BEGIN)
        for number, column in enumerate(columns):
            if column.row == row:
                _put(line, _MARKS_BEGIN + number, look.glyphs.position)
        lines.append(line)
    numbers = _row_label("n", _MARKS_BEGIN)
    numbers.append("".join(str(column.n) for column in columns), style=palette.LABEL)
    return _without_spaces([*lines, numbers, _months(columns, look)])


def _months(columns: Sequence[Column], look: Look) -> Text:
    """The months, each below the first week that begins in it; the name of a first month
    that has no room before the next is left out."""
    begins = [
        (number, column.first.month)
        for number, column in enumerate(columns)
        if number == 0 or column.first.month != columns[number - 1].first.month
    ]
    if len(begins) > 1 and begins[1][0] <= _MEAN:
        del begins[0]
    line = Text()
    for number, month in begins:
        if _MARKS_BEGIN + number + _MEAN <= look.width:
            _put(line, _MARKS_BEGIN + number, MONTHS[month - 1][:3], palette.LABEL)
    return line


def _row_label(name: str, room: int) -> Text:
    indent = " " * min(2, room - _MEAN - 1)
    line = Text(indent).append(name, style=palette.LABEL)
    line.pad_right(max(room - line.cell_len, 0))
    return line


def _put(line: Text, place: int, words: str, style: str = "") -> None:
    line.pad_right(max(place - line.cell_len, 0))
    line.append(words, style=style)


def _without_spaces(lines: list[Text]) -> list[Text]:
    for line in lines:
        line.rstrip()
    return lines
