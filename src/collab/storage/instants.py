"""An instant is stored as UTC text beside the offset it was written in.

The text sorts by time; the offset (minutes east of Greenwich) gives back the clock the
writer saw. The *day* of an entry is stored apart and never computed from either.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache


def to_columns(instant: datetime | None) -> tuple[str | None, int | None]:
    """The UTC text (seconds, and microseconds if there are any) and the offset in minutes.

    Raises `OverflowError` if the instant in UTC lies outside the years 1 to 9999.
    """
    if instant is None:
        return None, None
    offset = instant.utcoffset()
    if offset is None:
        raise ValueError("an instant needs an offset")
    # With "+00:00" at its end the text sorts by time: "+" comes before the "." that
    # begins a part of a second. "Z" would come after it.
    return instant.astimezone(UTC).isoformat(), int(offset.total_seconds() // 60)


def from_columns(utc: str | None, offset: int | None) -> datetime | None:
    """The instant on the writer's own clock."""
    if utc is None:
        return None
    return datetime.fromisoformat(utc).astimezone(_zone(offset or 0))


@cache
def _zone(offset: int) -> timezone:
    """That of an offset in minutes; most of a journal has the same one or two."""
    return timezone(timedelta(minutes=offset))
