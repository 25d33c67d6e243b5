"""Phrases that several sections of a report share."""

from __future__ import annotations

from collab.domain.people import folded
from collab.domain.reports.window import Window


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def of_days(window: Window) -> str:
    """The denominator of a count of days: "7 days", or "4 days so far" while the period runs."""
    days = counted(window.day_count(), "day")
    return f"{days} so far" if window.running else days


def of_period(window: Window) -> str:
    """The label of what is said of the period itself: "this week", or "in all" of a longer one."""
    return "this week" if window.is_week() else "in all"


def a_to_z(name: str) -> tuple[str, str]:
    """The sort key of names and aliases: without case first."""
    return folded(name), name
