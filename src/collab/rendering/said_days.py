"""Days as lists and short sentences say them."""

from __future__ import annotations

from datetime import date

from collab.domain.periods import spoken


def said_day(day: date, today: date) -> str:
    """The day as people say it, with the year where it is another one than today's."""
    return spoken(day) if day.year == today.year else f"{spoken(day)} {day.year:04}"
