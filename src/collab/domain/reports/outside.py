"""Outside views: the words of others, as they were written down."""

from __future__ import annotations

from collections.abc import Iterator

from collab.domain.entries import Entry
from collab.domain.reports.phrases import counted, of_period
from collab.domain.reports.report import Line, OutsideFigures, OutsideView
from collab.domain.reports.window import Window


def outside_of(window: Window) -> OutsideFigures:
    """The answers and notes of the period that are marked as another person's words."""
    views = tuple(view for entry in window.entries for view in outside_views_in(entry))
    says = (Line(of_period(window), counted(len(views), "outside view")),) if views else ()
    return OutsideFigures(views=views, says=says)


def outside_views_in(entry: Entry) -> Iterator[OutsideView]:
    """What of a page are another person's words."""
    if entry.outside and entry.text:
        yield OutsideView(day=entry.day, from_=entry.outside, text=entry.text)
    for answer in entry.answers:
        if answer.outside:
            yield OutsideView(day=entry.day, from_=answer.outside, text=answer.words())
