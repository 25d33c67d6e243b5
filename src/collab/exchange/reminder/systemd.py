"""A reminder kept by the user's own systemd: a timer, and the service it starts."""

from __future__ import annotations

import os
import re
from contextlib import suppress

from collab.domain.periods import WEEKDAYS
from collab.domain.reminder import EVERY_DAY, Reminder
from collab.errors import ReminderRefused, ReminderUntold
from collab.exchange.files import make_folder, write_whole
from collab.exchange.reminder.running import Removed, Tools

TIMER, SERVICE = "collab-remind.timer", "collab-remind.service"
_WHAT = "Reminder of collab; collab remind off takes it away"
_TIMER = """\
[Unit]
Description={what}

[Timer]
OnCalendar={when}

[Install]
WantedBy=timers.target
"""
_SERVICE = """\
[Unit]
Description={what}

[Service]
Type=oneshot
ExecStart=/bin/sh -c {line}
"""
_WHEN = re.compile(r"^OnCalendar=(?:([A-Za-z,]+) )?\*-\*-\* (\d\d):(\d\d):00$", re.MULTILINE)


class Systemd:
    """The reminder in `folder`, where the user's units lie."""

    name = "systemd"

    def __init__(self, folder: str, tools: Tools) -> None:
        self._folder = folder
        self._tools = tools

    def is_there(self) -> bool:
        """Whether a user manager answers."""
        return self._systemctl("show", "--property=Version") == ""

    def present(self) -> str | None:
        """When it reminds, in words; None where no reminder is set here."""
        path = os.path.join(self._folder, TIMER)
        try:
            with open(path, encoding="utf-8") as file:
                found = _WHEN.search(file.read())
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            found = None
        if not found:
            return f"as {path} says"
        names = found[1].split(",") if found[1] else []
        days = tuple(day for day in EVERY_DAY if WEEKDAYS[day][:3] in names) or EVERY_DAY
        return Reminder(hour=int(found[2]), minute=int(found[3]), days=days).words()

    def holds(self, reminder: Reminder, line: str) -> bool:
        """Whether just this is set already, and switched on."""
        for path, text in self.files(reminder, line):
            try:
                with open(path, "rb") as file:
                    if file.read() != text.encode():
                        return False
            except OSError:
                return False
        return self._systemctl("is-enabled", "--quiet", TIMER) == ""

    def files(self, reminder: Reminder, line: str) -> list[tuple[str, str]]:
        """The files it writes: for each its path and its whole text."""
        texts = (
            (TIMER, _TIMER.format(what=_WHAT, when=on_calendar(reminder))),
            (SERVICE, _SERVICE.format(what=_WHAT, line=in_a_unit(line))),
        )
        return [(os.path.join(self._folder, name), text) for name, text in texts]

    def preview(self, reminder: Reminder, line: str) -> str:
        """What will be written, for the user to read."""
        files = [f"{path}\n\n{text}\n" for path, text in self.files(reminder, line)]
        return "".join(files) + f"Switched on with: systemctl --user enable {TIMER}"

    def put(self, reminder: Reminder, line: str) -> None:
        """Write the two files and switch the timer on.

        Raises `ReminderRefused`, with what was set before as it was.
        """
        make_folder(self._folder)
        files = self.files(reminder, line)
        before = [(path, _text_of(path)) for path, _ in files]
        said = self._switched_on(files)
        if said:
            self.remove()
            if any(text is not None for _, text in before):
                self._switched_on([(path, text) for path, text in before if text is not None])
            raise ReminderRefused(self.name, said)

    def _switched_on(self, files: list[tuple[str, str]]) -> str:
        """Write the files and switch the timer on; what went wrong, or ""."""
        for path, text in files:
            write_whole(path, [text])
        for command in (["daemon-reload"], ["enable", TIMER], ["restart", TIMER]):
            if said := self._systemctl(*command):
                return said
        return ""

    def remove(self) -> Removed:
        """Switch the timer off and take both files away; their paths."""
        said = self._systemctl("disable", "--now", TIMER)
        removed = []
        with suppress(FileNotFoundError):  # a systemd that does not answer leaves its link
            os.unlink(os.path.join(self._folder, "timers.target.wants", TIMER))
        for name in (TIMER, SERVICE):
            path = os.path.join(self._folder, name)
            with suppress(FileNotFoundError):
                os.unlink(path)
                removed.append(path)
        self._systemctl("daemon-reload")
        return Removed(removed, ReminderUntold(said, TIMER) if said else None)

    def _systemctl(self, *words: str) -> str:
        """What went wrong; "" if nothing did."""
        done = self._tools.run("systemctl", "--user", *words)
        return done.fault


def _text_of(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def on_calendar(reminder: Reminder) -> str:
    """The time as systemd writes it: "Mon,Tue *-*-* 18:15:00"."""
    days = ",".join(WEEKDAYS[day][:3] for day in reminder.days)
    time = f"*-*-* {reminder.hour:02}:{reminder.minute:02}:00"
    return time if reminder.is_daily() else f"{days} {time}"


def in_a_unit(line: str) -> str:
    """A word of a command line in a unit: nothing in it means anything to systemd."""
    signs = {"\\": "\\\\", '"': '\\"', "%": "%%", "$": "$$"}
    return '"' + "".join(signs.get(sign, sign) for sign in line) + '"'
