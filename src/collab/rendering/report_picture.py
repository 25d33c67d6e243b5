"""A report as one SVG picture of its page on a terminal, which loads nothing.

Rich can export one, but that loads its fonts from the network, sets wide characters into
half their room, and lets through what XML forbids.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from collab.domain.reports.report import Report
from collab.rendering import report_sections as sections
from collab.rendering.cells import length_of, size_of
from collab.rendering.markup import Markup, element
from collab.rendering.report_layout import Look
from collab.rendering.report_screen import first_screen, page, to_be_shared

_CELL, _ROW, _SIZE, _MARGIN = 9.6, 21, 16, 24
_BASELINE = 16
_FONTS = (
    'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace'
)
_PAPER, _INK = "#fdfcfa", "#23211e"
_STYLE = f"""
text {{ font-family: {_FONTS}; font-size: {_SIZE}px; fill: {_INK}; }}
.bold {{ font-weight: 700; }}
.dim {{ fill: #67625a; }}
.cyan {{ fill: #0a5f80; }}
@media (prefers-color-scheme: dark) {{
  .paper {{ fill: #191817; }}
  text {{ fill: #e8e4dc; }}
  .dim {{ fill: #a9a297; }}
  .cyan {{ fill: #7cc4e2; }}
}}
"""
"""The classes are named as the styles of `palette` are."""

_JOINER = "\u200d"
_DRAWN_WIDE = "\ufe0f"


def as_svg(
    report: Report, width: int = 80, *, full: bool = False, first_rows: int | None = None
) -> str:
    """The page at `width` cells as a document of its own; the first screen alone if
    `first_rows` says how many lines it may take.

    Every run of words stands at its column, and every wide character at its own, whatever
    font is at hand.
    """
    look = Look(width=width, full=full, first_rows=first_rows)
    shown = first_screen(report, look) if first_rows else page(report, look)
    lines = list(to_be_shared(shown, report, look).split("\n", allow_blank=True))
    return _drawing(lines, look.width, sections.title(report))


def _drawing(lines: list[Text], columns: int, title: str) -> str:
    width = columns * _CELL + 2 * _MARGIN
    height = len(lines) * _ROW + 2 * _MARGIN
    drawing = element(
        "svg",
        element("title", title),
        element("style", Markup(_STYLE)),
        element("rect", width=width, height=height, fill=_PAPER, class_="paper"),
        *(
            text
            for number, line in enumerate(lines)
            for text in _texts(line, _MARGIN + number * _ROW + _BASELINE)
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}'


def _texts(line: Text, y: float) -> Iterator[Markup]:
    """The pieces of a line, each at its column."""
    cuts = sorted({end for span in line.spans for end in (span.start, span.end)})
    column = 0
    for piece in line.divide(cuts):
        style = " ".join(str(span.style) for span in piece.spans) or None
        for run in _runs(piece.plain):
            words = run.strip(" ")
            if words:
                before = length_of(run) - length_of(run.lstrip(" "))
                x = _MARGIN + (column + before) * _CELL
                yield element("text", words, x=x, y=y, textLength=_length(words), class_=style)
            column += length_of(run)


def _length(words: str) -> float | None:
    """How long to draw words of narrow characters, so that they fill their columns in every
    font. What is wide, or made of several signs, keeps its own length."""
    narrow = all(size_of(character) == 1 for character in words)
    return len(words) * _CELL if narrow and _DRAWN_WIDE not in words else None


def _runs(text: str) -> Iterator[str]:
    """`text` parted at two spaces or more, which XML would take for one, and at wide
    characters, which stand alone with the marks that belong to them."""
    start = 0
    for at in range(1, len(text)):
        if _part(text[at - 1], text[at], text[start]):
            yield text[start:at]
            start = at
    yield text[start:]


def _part(before: str, after: str, first: str) -> bool:
    """Whether a run that begins with `first` ends between these two characters."""
    if before == _JOINER or not size_of(after):
        return False
    return before == after == " " or 2 in (size_of(after), size_of(first))
