"""A reminder for launchd, on macOS: a file to put in place by hand."""

from __future__ import annotations

import os

from collab.domain.reminder import Reminder

LABEL = "collab.remind"


def plist_path(home: str) -> str:
    """Where the file goes."""
    return os.path.join(home, "Library", "LaunchAgents", f"{LABEL}.plist")


def plist(reminder: Reminder, line: str) -> str:
    """The whole file. Launchd counts the days from Sunday, which is 0."""
    import plistlib

    time = {"Hour": reminder.hour, "Minute": reminder.minute}
    days = [{"Weekday": (day + 1) % 7, **time} for day in reminder.days]
    content = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", line],
        "StartCalendarInterval": time if reminder.is_daily() else days,
    }
    return plistlib.dumps(content, sort_keys=False).decode()
