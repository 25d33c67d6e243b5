"""The weekly means of a theme, each at its height between 1 and 5.

All four bands are always drawn, so that a small change looks small. A week with fewer than
three ratings is a gap that shows its number of ratings. No line joins the points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from collab.domain.periods import MONTHS, spoken_long
from collab.domain.reports.report import ThemeFigures, WeekMean
from collab.domain.trends import shown
from collab.rendering.html.drawing import WIDTH, drawing, heard, rule, word
from collab.rendering.markup import Markup, element
from collab.rendering.report_chart import ROWS, Column, columns_of, has_chart

_LEFT = 34
_TOP, _BAND = 12, 27
_BOTTOM = _TOP + len(ROWS) * _BAND
_COUNTS, _LABELS, _HEIGHT = _BOTTOM + 21, _BOTTOM + 39, _BOTTOM + 46
_MONTHS_BELOW, _HEIGHT_WITH_MONTHS = _LABELS + 17, _HEIGHT + 17
_ROOMY, _WITH_MEANS, _IN_A_ROW = 8, 14, 27
_MONTH = 14  # what a month's short name takes from the middle of its column on


def weekly_means(theme: ThemeFigures, *, is_week: bool) -> Markup:
    """The chart from five rated weeks on, with its figures as a table for those who listen.

    Under that many nothing in a week's report, and the table alone in a longer period's. In
    the table stand the weeks with a rating.
    """
    if not has_chart(theme.weeks):
        return Markup() if is_week else _table(theme)
    columns = columns_of(theme.weeks)
    rows = ceil(len(columns) / _IN_A_ROW)
    length = ceil(len(columns) / rows)
    charts = [
        _chart(theme.name, columns[at : at + length], len(columns), is_week)
        for at in range(0, len(columns), length)
    ]
    return element("figure", *charts, heard(_table(theme)), class_="aside-box")


def _chart(name: str, weeks: Sequence[Column], of: int, is_week: bool) -> Markup:
    """One row of a chart that has `of` weeks in all."""
    kind = None if of <= _ROOMY else "small"
    step = (WIDTH - _LEFT) / max(len(weeks), _ROOMY)
    columns = [(_LEFT + step * (number + 0.5), week) for number, week in enumerate(weeks)]
    return drawing(
        f"{name}: weekly means",
        "Each week's mean stands at its height between 1 and 5, with its number of ratings, n,"
        " under it. The table that follows has the figures.",
        _HEIGHT if is_week or of > _WITH_MEANS else _HEIGHT_WITH_MONTHS,
        *_grid(),
        *(_mean(x, week, of, last=is_week and week is weeks[-1]) for x, week in columns),
        word(0, _COUNTS, "n", "quiet", "start"),
        *(word(x, _COUNTS, str(week.n), kind) for x, week in columns),
        *_labels(columns, of, kind, is_week),
    )


def _grid() -> Iterator[Markup]:
    """The four bands between the lines 1 to 5."""
    for number in range(len(ROWS) + 1):
        y = _TOP + number * _BAND
        yield rule(_LEFT, y, WIDTH, y, "rule")
    for number, band in enumerate(ROWS):
        yield word(0, _TOP + (number + 0.5) * _BAND + 4, band, "quiet", "start")


def _mean(x: float, week: Column, of: int, *, last: bool) -> Markup:
    if week.mean is None:
        return Markup()
    y = _TOP + (5 - week.mean) * _BAND
    if of > _WITH_MEANS:
        name = element("title", f"{spoken_long(week.first)}: {shown(week.mean)}, n={week.n}")
        return element("circle", name, cx=x, cy=y, r=3.5, class_="point")
    kinds = ("halo", *["small"] * (of > _ROOMY), *["now"] * last)
    return word(x, y + 4, shown(week.mean), " ".join(kinds))


def _labels(
    columns: Sequence[tuple[float, Column]], of: int, kind: str | None, is_week: bool
) -> Iterator[Markup]:
    """What the columns are called: by their weeks' numbers in a week's report, else by the
    days they begin on, as the sentences call them, and by months where days have no room."""
    quiet = f"quiet {kind}" if kind else "quiet"
    if of > _WITH_MEANS:
        yield from _months(columns, _LABELS)
        return
    yield word(0, _LABELS, "week" if is_week else "from", "quiet", "start")
    for x, week in columns:
        yield word(x, _LABELS, str(week.week if is_week else week.first.day), quiet)
    if not is_week:
        yield from _months(columns, _MONTHS_BELOW)


def _months(columns: Sequence[tuple[float, Column]], y: float) -> Iterator[Markup]:
    """The year, and each month that has room at the first column that begins in it."""
    yield word(0, y, str(columns[0][1].first.year), "quiet small", "start")
    before = 0
    for place, (x, week) in enumerate(columns):
        has_room = place > 0 or columns[1][1].first.month == week.first.month
        if week.first.month != before and has_room and x + _MONTH <= WIDTH:
            name = MONTHS[week.first.month - 1][:3]
            yield word(x - 3.5, y, name, "quiet small", "start")
        before = week.first.month


def _table(theme: ThemeFigures) -> Markup:
    rated = [week for week in theme.weeks if week.n]
    if not rated:
        return Markup()
    return element(
        "table",
        element("caption", f"{theme.name}: the weeks with a rating"),
        element(
            "thead",
            element(
                "tr",
                *(element("th", name, scope="col") for name in ("week from", "mean", "n")),
            ),
        ),
        element("tbody", *map(_row, rated)),
        class_="weeks",
    )


def _row(week: WeekMean) -> Markup:
    return element(
        "tr",
        element("th", spoken_long(week.first), scope="row"),
        element("td", "no mean" if week.mean is None else shown(week.mean)),
        element("td", str(week.n)),
    )
