"""How much was written."""

from __future__ import annotations

from datetime import date
from typing import Literal

from collab.domain.reports.phrases import counted, of_days
from collab.domain.reports.report import Head, Line
from collab.domain.reports.window import Window


def head_of(window: Window) -> Head:
    """Days, pages and light evenings of the period up to the as-of day."""
    written = window.written_days()
    light = sum(entry.light for entry in window.entries)
    text = f"on {len(written)} of {of_days(window)}"
    if light:
        text += f"; {counted(light, 'light evening')}"
    return Head(
        days_written=len(written),
        days=len(window.days()),
        entries=len(window.entries),
        light=light,
        day_marks=tuple(_mark(window, day) for day in window.period.days()),
        says=(Line("written", text),),
    )


def _mark(window: Window, day: date) -> Literal["written", "light", ""] | None:
    if day > window.as_of:
        return None
    pages = [entry for entry in window.entries if entry.day == day]
    if any(page.light for page in pages):
        return "light"
    return "written" if pages else ""
