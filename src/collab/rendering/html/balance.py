"""Where a period stands between "on my own" and "together", and which lines suited.

The fits are drawn in neutral shades, full, half and hollow: none of the three is a success.
"""

from __future__ import annotations

from collections.abc import Iterator

from collab.domain.reports.report import Balance, LineFit
from collab.domain.trends import signed
from collab.rendering.markup import Markup, element

_WIDTH = 328
_ENDS = {1: "on my own", 5: "together"}
_MIDDLE, _SPAN, _AXIS = _WIDTH / 2, 148, 22
_ROW, _BAR, _GAP = 42, 14, 1.5


def line(balance: Balance) -> Markup:
    """The position on its line from -2 to +2; nothing where there is none."""
    if balance.position is None:
        return Markup()
    place = _MIDDLE + _SPAN * balance.position / 2
    return element(
        "figure",
        element(
            "svg",
            element("title", "Balance of the ratings"),
            element(
                "desc",
                f"The position {signed(balance.position)} on the line from -2, on my own, to +2,"
                " together. Around the middle is from -0.5 to +0.5.",
            ),
            *_axis(),
            element("circle", cx=place, cy=_AXIS, r=7, class_="dot"),
            viewBox=f"0 0 {_WIDTH} 70",
            width=_WIDTH,
            height=70,
            role="img",
        ),
    )


def _axis() -> Iterator[Markup]:
    left, right = _MIDDLE - _SPAN, _MIDDLE + _SPAN
    yield element(
        "rect",
        x=_MIDDLE - _SPAN / 4,
        y=_AXIS - 3,
        width=_SPAN / 2,
        height=6,
        class_="middle",
    )
    yield element(
        "line", x1=left, y1=_AXIS, x2=right, y2=_AXIS, stroke="currentColor", class_="line"
    )
    for number in range(-2, 3):
        x = _MIDDLE + _SPAN * number / 2
        yield element(
            "line", x1=x, y1=_AXIS - 6, x2=x, y2=_AXIS + 6, stroke="currentColor", class_="line"
        )
        yield _word(x, _AXIS + 23, signed(number, 0), "quiet small")
    yield _word(0, 66, "on my own", None, "start")
    yield _word(_WIDTH, 66, "together", None, "end")


def fit_by_line(balance: Balance) -> Markup:
    """For each line of the scales how often acting on it suited, as bars as long as the
    number of fits; nothing in a week or under ten fits."""
    if balance.fit_by_line is None:
        return Markup()
    most = max(_fits(fit) for fit in balance.fit_by_line) or 1
    height = _ROW * len(balance.fit_by_line) + 18
    return element(
        "figure",
        element(
            "svg",
            element("title", "How acting on each line of the scales suited"),
            element(
                "desc", "; ".join(f"{_named(fit)}, {_counted(fit)}" for fit in balance.fit_by_line)
            ),
            *(
                mark
                for number, fit in enumerate(balance.fit_by_line)
                for mark in _bar(fit, number * _ROW, (_WIDTH - 2) / most)
            ),
            *_key(height - 12),
            viewBox=f"0 0 {_WIDTH} {height}",
            width=_WIDTH,
            height=height,
            role="img",
        ),
        element("div", _table(balance.fit_by_line), class_="aside"),
        class_="aside-box",
    )


def _fits(fit: LineFit) -> int:
    return fit.well + fit.partly + fit.other


def _named(fit: LineFit) -> str:
    return f"{fit.value} {_ENDS[fit.value]}" if fit.value in _ENDS else str(fit.value)


def _counted(fit: LineFit) -> str:
    if not _fits(fit):
        return "no fit yet"
    return f"of {_fits(fit)}: well {fit.well}, partly {fit.partly}, another way {fit.other}"


def _bar(fit: LineFit, top: float, unit: float) -> Iterator[Markup]:
    yield _word(0, top + 12, _named(fit), None, "start")
    yield _word(_WIDTH, top + 12, _counted(fit), "quiet small", "end")
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
        yield _word(x + 15, y + 9, name, "quiet small", "start")


def _block(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    hollow = {"fill": "none", "stroke": "currentColor"} if kind == "other" else {}
    return element("rect", x=x, y=y, width=width, height=height, class_=kind, **hollow)


def _word(x: float, y: float, text: str, kind: str | None, anchor: str = "middle") -> Markup:
    return element("text", text, x=x, y=y, text_anchor=anchor, class_=kind)


def _table(fits: tuple[LineFit, ...]) -> Markup:
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
                for fit in fits
            ),
        ),
        class_="weeks",
    )
