"""A day as it stands in a column: `YYYY-MM-DD`, or nothing."""

from __future__ import annotations

from datetime import date


def day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def day_from(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
