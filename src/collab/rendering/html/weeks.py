"""The weekly means of a theme, each at its height between 1 and 5.

All four bands are always drawn, so that a small change looks small. A week with fewer than
three ratings is a gap that shows its number of ratings. No line joins the points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from collab.domain.periods import MONTHS, spoken_long
from collab.domain.reports.report import ThemeFigures, WeekMean
from collab.domain.trends import FEWEST_WEEKS, shown
from collab.rendering.markup import Markup, element

_WIDTH = 328  # a telephone of 360 px without its margins: there one unit is one pixel
_LEFT = 34
_TOP, _BAND = 12, 27
_BOTTOM = _TOP + 4 * _BAND
_COUNTS, _LABELS, _HEIGHT = _BOTTOM + 21, _BOTTOM + 39, _BOTTOM + 46
_ROOMY, _WITH_MEANS, _IN_A_ROW = 8, 14, 27
_BANDS = ("4-5", "3-4", "2-3", "1-2")


def weekly_means(theme: ThemeFigures, *, is_week: bool) -> Markup:
    """The chart from five rated weeks on, with its figures as a table for those who listen.

    Under that many nothing in a week's report, and the table alone in a longer period's.
    """
    if sum(week.mean is not None for week in theme.weeks) < FEWEST_WEEKS:
        return Markup() if is_week else _table(theme)
    rows = len(theme.weeks) // _IN_A_ROW + bool(len(theme.weeks) % _IN_A_ROW)
    length = -(-len(theme.weeks) // rows)
    charts = [
        _chart(theme.name, theme.weeks[at : at + length], len(theme.weeks), is_week)
        for at in range(0, len(theme.weeks), length)
    ]
    heard = element("div", _table(theme), class_="aside")
    return element("figure", *charts, heard, class_="aside-box")


def _chart(name: str, weeks: Sequence[WeekMean], of: int, is_week: bool) -> Markup:
    """One row of weeks of a chart of `of` weeks, as wide as its share of them."""
    kind = None if of <= _ROOMY else "small"
    step = (_WIDTH - _LEFT) / min(max(len(weeks), _ROOMY), _IN_A_ROW)
    places = [_LEFT + step * (number + 0.5) for number in range(len(weeks))]
    columns = list(zip(places, weeks, strict=True))
    return element(
        "svg",
        element("title", f"{name}: weekly means"),
        element(
            "desc",
            "Each week's mean stands at its height between 1 and 5, with its number of ratings, n,"
            " under it. The table that follows has the figures.",
        ),
        *_grid(),
        *(_mean(x, week, of, last=is_week and week is weeks[-1]) for x, week in columns),
        _word(0, _COUNTS, "n", "quiet", "start"),
        *(_word(x, _COUNTS, str(week.n), kind) for x, week in columns),
        *(_week_numbers(columns, kind) if of <= _WITH_MEANS else _months(columns)),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        width=_WIDTH,
        height=_HEIGHT,
        role="img",
    )


def _grid() -> Iterator[Markup]:
    """The four bands between the lines 1 to 5."""
    for number in range(5):
        y = _TOP + number * _BAND
        yield element("line", x1=_LEFT, y1=y, x2=_WIDTH, y2=y, stroke="currentColor", class_="rule")
    for number, band in enumerate(_BANDS):
        yield _word(0, _TOP + (number + 0.5) * _BAND + 4, band, "quiet", "start")


def _mean(x: float, week: WeekMean, of: int, *, last: bool) -> Markup:
    if week.mean is None:
        return Markup()
    y = _TOP + (5 - week.mean) * _BAND
    if of > _WITH_MEANS:
        name = element("title", f"{spoken_long(week.first)}: {shown(week.mean)}, n={week.n}")
        return element("circle", name, cx=x, cy=y, r=3.5, class_="point")
    kinds = ("halo", *["small"] * (of > _ROOMY), *["now"] * last)
    return _word(x, y + 4, shown(week.mean), " ".join(kinds))


def _week_numbers(columns: Sequence[tuple[float, WeekMean]], kind: str | None) -> Iterator[Markup]:
    yield _word(0, _LABELS, "week", "quiet", "start")
    for (x, _), number in zip(columns, _numbers([week.first for _, week in columns]), strict=True):
        yield _word(x, _LABELS, str(number), f"quiet {kind}" if kind else "quiet")


def _numbers(firsts: Sequence[date]) -> Iterator[int]:
    """The ISO number of each week, taken of its middle day. The first may have begun before
    its first day that counts; the second shows on which weekday weeks begin."""
    begins = firsts[min(1, len(firsts) - 1)].weekday()
    for first in firsts:
        begun = (first.weekday() - begins) % 7
        yield (first + timedelta(days=3 - begun)).isocalendar().week


def _months(columns: Sequence[tuple[float, WeekMean]]) -> Iterator[Markup]:
    """The year, and each month at the first column that begins in it."""
    yield _word(0, _LABELS, str(columns[0][1].first.year), "quiet small", "start")
    before = 0
    for place, (x, week) in enumerate(columns):
        is_too_close = place == 0 and columns[1][1].first.month != week.first.month
        if week.first.month != before and not is_too_close:
            name = MONTHS[week.first.month - 1][:3]
            yield _word(x - 3.5, _LABELS, name, "quiet small", "start")
        before = week.first.month


def _word(x: float, y: float, text: str, kind: str | None, anchor: str = "middle") -> Markup:
    return element("text", text, x=x, y=y, text_anchor=anchor, class_=kind)


def _table(theme: ThemeFigures) -> Markup:
    return element(
        "table",
        element("caption", f"{theme.name}, week by week"),
        element(
            "thead",
            element(
                "tr",
                *(element("th", name, scope="col") for name in ("week from", "mean", "n")),
            ),
        ),
        element("tbody", *map(_row, theme.weeks)),
        class_="weeks",
    )


def _row(week: WeekMean) -> Markup:
    return element(
        "tr",
        element("th", spoken_long(week.first), scope="row"),
        element("td", "no mean" if week.mean is None else shown(week.mean)),
        element("td", str(week.n)),
    )
