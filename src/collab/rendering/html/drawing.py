"""What every drawing on the page shares: its frame, its words, and what is said of it aloud.

Shapes have classes for their colours. Where no style is read, `currentColor` and the plain
attributes still leave a drawing to look at.
"""

from __future__ import annotations

from collab.rendering.markup import Markup, element

WIDTH = 328
"""A telephone of 360 px without its margins: there one unit is one pixel."""


def drawing(title: str, told: str, height: float, *marks: str) -> Markup:
    """A drawing `WIDTH` wide; `title` and `told` stand for it where it is read aloud."""
    return element(
        "svg",
        element("title", title),
        element("desc", told),
        *marks,
        viewBox=f"0 0 {WIDTH} {height:g}",
        width=WIDTH,
        height=height,
        role="img",
    )


def word(x: float, y: float, text: str, kind: str | None, anchor: str = "middle") -> Markup:
    """A word on the baseline `y`; `anchor` says which part of it stands at `x`."""
    return element("text", text, x=x, y=y, text_anchor=anchor, class_=kind)


def rule(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="currentColor", class_=kind)


def heard(table: Markup) -> Markup:
    """A table for those who listen; a figure holds it, out of sight."""
    return element("div", table, class_="aside")
