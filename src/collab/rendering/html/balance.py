"""Where a period stands between "on my own" and "together", and which lines suited.

The fits are drawn in neutral shades, full, half and hollow: none of the three is a success.
"""

from __future__ import annotations

from collections.abc import Iterator

from collab.domain.reports.report import Balance, LineFit
from collab.domain.trends import signed
from collab.rendering.html.drawing import WIDTH, drawing, heard, rule, word
from collab.rendering.markup import Markup, element
from collab.rendering.report_balance_line import FURTHEST, LEFT, MIDDLE_REACHES, RIGHT
from collab.rendering.report_fits import NAMES, NO_FIT_YET, fits

_AXIS, _UNIT = 22, 74
_ROW, _BAR, _GAP = 42, 14, 1.5


def line(balance: Balance) -> Markup:
    """The position on its line from -2 to +2; nothing where there is none."""
    if balance.position is None:
        return Markup()
    return element(
        "figure",
        drawing(
            "Balance of the ratings",
            f"The position {signed(balance.position)} on the line from -{FURTHEST}, {LEFT}, to"
            f" +{FURTHEST}, {RIGHT}. Around the middle lies between -{MIDDLE_REACHES} and"
            f" +{MIDDLE_REACHES}.",
            70,
            *_axis(),
            element("circle", cx=_at(balance.position), cy=_AXIS, r=7, class_="dot"),
        ),
    )


def _at(position: float) -> float:
    return WIDTH / 2 + position * _UNIT


def _axis() -> Iterator[Markup]:
    left, right = _at(-FURTHEST), _at(FURTHEST)
    begin, end = _at(-MIDDLE_REACHES), _at(MIDDLE_REACHES)
    yield _block("middle", begin, _AXIS - 3, end - begin, 6)
    yield rule(left, _AXIS, right, _AXIS, "line")
    for number in range(-FURTHEST, FURTHEST + 1):
        x = _at(number)
        yield rule(x, _AXIS - 6, x, _AXIS + 6, "line")
        yield word(x, _AXIS + 23, signed(number, 0), "quiet small")
    yield word(0, 66, LEFT, None, "start")
    yield word(WIDTH, 66, RIGHT, None, "end")


def fit_by_line(balance: Balance) -> Markup:
    """For each line of the scales how often acting on it suited, as bars as long as the
    number of fits; nothing in a week or under ten fits."""
    if balance.fit_by_line is None:
        return Markup()
    most = max(fits(fit) for fit in balance.fit_by_line) or 1
    height = _ROW * len(balance.fit_by_line) + 18
    return element(
        "figure",
        drawing(
            "How acting on each line of the scales suited",
            "; ".join(f"{_named(fit)}, {_counted(fit)}" for fit in balance.fit_by_line),
            height,
            *(
                mark
                for number, fit in enumerate(balance.fit_by_line)
                for mark in _bar(fit, number * _ROW, (WIDTH - 2) / most)
            ),
            *_key(height - 12),
        ),
        heard(_table(balance.fit_by_line)),
        class_="aside-box",
    )


def _named(fit: LineFit) -> str:
    return f"{fit.value} {NAMES.get(fit.value, '')}".rstrip()


def _counted(fit: LineFit) -> str:
    if not fits(fit):
        return NO_FIT_YET
    return f"of {fits(fit)}: well {fit.well}, partly {fit.partly}, another way {fit.other}"


def _bar(fit: LineFit, top: float, unit: float) -> Iterator[Markup]:
    yield word(0, top + 12, _named(fit), None, "start")
    yield word(WIDTH, top + 12, _counted(fit), "quiet small", "end")
    x = 1.0
    for kind, count in (("well", fit.well), ("partly", fit.partly), ("other", fit.other)):
        if count:
            yield _block(kind, x, top + 19, count * unit - _GAP, _BAR)
            x += count * unit


def _key(y: float) -> Iterator[Markup]:
    for x, kind, name in (
        (1, "well", "well"),
        (62, "partly", "partly"),
        (131, "other", "another way"),
    ):
        yield _block(kind, x, y, 10, 10)
        yield word(x + 15, y + 9, name, "quiet small", "start")


def _block(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    hollow = {"fill": "none", "stroke": "currentColor"} if kind == "other" else {}
    return element("rect", x=x, y=y, width=width, height=height, class_=kind, **hollow)


def _table(lines: tuple[LineFit, ...]) -> Markup:
    names = ("line", "well", "partly", "another way")
    return element(
        "table",
        element("caption", "Fit by line"),
        element("thead", element("tr", *(element("th", name, scope="col") for name in names))),
        element(
            "tbody",
            *(
                element(
                    "tr",
                    element("th", _named(fit), scope="row"),
                    *(element("td", str(count)) for count in (fit.well, fit.partly, fit.other)),
                )
                for fit in lines
            ),
        ),
        class_="weeks",
    )
