"""`collab status` without the command line's machinery: a shell prompt must not feel it."""

from __future__ import annotations

import os
import sys
from datetime import datetime

from collab.domain.days import day_of, first_of_week
from collab.settings import places, read_settings
from collab.storage.database import Journal
from collab.storage.status import Status, status_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_PATIENCE = 0.5
"""Seconds. A prompt that waits for another program's writing is worse than none."""


def answer(options: list[str]) -> str | None:
    """The status as it stands in the settings' week, or None where something is wrong."""
    try:
        place = places(os.environ)
        settings = read_settings(place.settings)
        today = day_of(datetime.now(), settings.day_ends_at)
        return status_text(Journal(place.journal), today, settings.week_starts_on, options)
    except Exception:
        # Whatever it is, the whole command line meets it again and tells it in full.
        return None


def status_text(journal: Journal, today: date, week_starts_on: int, options: list[str]) -> str:
    """The status in the form that was asked for: "--short", "--json" or the plain line.

    Without a journal the short form is empty, JSON has zeros, and the plain form raises
    `NoJournal`.
    """
    if options and not journal.exists():
        status = Status(0, 0, False)
    else:
        with journal.read(_PATIENCE) as connection:
            status = status_on(connection, today, first_of_week(today, week_starts_on))
    if "--json" in options:
        return (
            f'{{"due": {status.due}, "days_written": {status.days_written},'
            f' "unfinished": {"true" if status.unfinished else "false"}}}'
        )
    if "--short" in options:
        return f"{status.due} due" if status.due else ""
    return line(status)


def line(status: Status) -> str:
    """ "2 due · 3 days this week"; begun words are named first."""
    days = f"{status.days_written} day{'' if status.days_written == 1 else 's'} this week"
    parts = ["unfinished"] if status.unfinished else []
    parts += [f"{status.due} due" if status.due else "nothing due", days]
    separator = " · " if (sys.stdout.encoding or "").lower().startswith("utf") else " . "
    return separator.join(parts)
