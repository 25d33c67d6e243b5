"""A reminder kept by cron: one line of the user's crontab, marked as ours.

Every other line is given back byte for byte.
"""

from __future__ import annotations

import re

from collab.domain.reminder import EVERY_DAY, Reminder
from collab.errors import ReminderRefused
from collab.exchange.reminder.running import Removed, Tools

MARK = "# collab remind off removes this line"
_SESSION_BUS = (
    "export DBUS_SESSION_BUS_ADDRESS="
    '"${DBUS_SESSION_BUS_ADDRESS:-unix:path=/run/user/$(id -u)/bus}"; '
)
"""Where the desktop listens. Cron knows nothing of it, and notify-send has to."""

_OURS = re.compile(rb"^[^\n]*" + re.escape(MARK).encode() + rb"(?:\n|\Z)", re.MULTILINE)
_WHEN = re.compile(rb"(\d+) (\d+) \* \* ([\d,*]+) ")
_NONE_YET = ("no crontab", "no such file")


class Crontab:
    """The reminder in the user's crontab."""

    name = "crontab"

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def is_there(self) -> bool:
        """Whether there is a `crontab`."""
        return self._tools.find("crontab") is not None

    def present(self) -> str | None:
        """When it reminds, in words; None where no reminder is set here."""
        ours = _OURS.search(self._whole()) if self.is_there() else None
        if not ours:
            return None
        found = _WHEN.match(ours[0])
        if not found:
            return "as a line of your crontab says"
        numbers = found[3].decode().replace("*", "").split(",")
        days = tuple(day for day in EVERY_DAY if str(day + 1) in numbers) or EVERY_DAY
        return Reminder(hour=int(found[2]), minute=int(found[1]), days=days).words()

    def holds(self, reminder: Reminder, line: str) -> bool:
        """Whether just this is set already."""
        ours = [found[0] for found in _OURS.finditer(self._whole())]
        return ours == [crontab_line(reminder, line).encode()]

    def preview(self, reminder: Reminder, line: str) -> str:
        """What will be written, for the user to read."""
        return f"This line in your crontab:\n\n{crontab_line(reminder, line)}"

    def put(self, reminder: Reminder, line: str) -> None:
        """Write the line in the place of the one there was. Raises `ReminderRefused`."""
        others = _OURS.sub(b"", self._whole())
        if others and not others.endswith(b"\n"):
            others += b"\n"
        self._write(others + crontab_line(reminder, line).encode())

    def remove(self) -> Removed:
        """Take the line away; what was taken. Raises `ReminderRefused`."""
        whole = self._whole() if self.is_there() else b""
        others = _OURS.sub(b"", whole)
        if others != whole:
            self._write(others)
            return Removed(["the line in your crontab"])
        return Removed([])

    def _whole(self) -> bytes:
        done = self._tools.run("crontab", "-l")
        if done.fault and not any(word in done.fault.lower() for word in _NONE_YET):
            # What cannot be read must not be written over.
            raise ReminderRefused(self.name, done.fault)
        return b"" if done.fault else done.out

    def _write(self, whole: bytes) -> None:
        done = self._tools.run("crontab", *(["-"] if whole else ["-r"]), given=whole)
        if done.fault:
            raise ReminderRefused(self.name, done.fault)


def crontab_line(reminder: Reminder, line: str) -> str:
    """The whole line with its mark. Cron takes a bare "%" for the end of a line."""
    days = "*" if reminder.is_daily() else ",".join(str(day + 1) for day in reminder.days)
    command = (_SESSION_BUS + line).replace("%", "\\%")
    return f"{reminder.minute} {reminder.hour} * * {days} {command} {MARK}\n"
