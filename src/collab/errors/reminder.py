"""Reminders, and the programs that keep them."""

from __future__ import annotations

from collab.errors.kinds import NotFullyDone, UsageFault


class UnknownTime(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is not a time of the day.", "Type hours and minutes, such as 18:15."
        )


class UnknownWeekdays(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(f"'{typed}' names no days of the week.", "Try mon-fri, or mon,wed,fri.")


class NoReminderKeeper(NotFullyDone):
    def __init__(self) -> None:
        super().__init__(
            "Nothing here can keep a reminder: no systemd of yours answers, and there is no"
            " crontab.",
            "Install cron, then set it again.",
        )


class ReminderRefused(NotFullyDone):
    """`keeper` is the program that would not do it, `said` its own words."""

    def __init__(self, keeper: str, said: str) -> None:
        super().__init__(
            f"{keeper} did not do it: {said.rstrip('.')}.",
            "See what is set now with: collab remind",
        )


class ReminderUntold(NotFullyDone):
    """A reminder is removed, and systemd, which may have it in mind, could not be told; `said`
    are its words, and `timer` is what runs on."""

    def __init__(self, said: str, timer: str) -> None:
        super().__init__(
            f"systemd could not be told: {said.rstrip('.')}.",
            f"It may remind you until you log in anew. To end that: systemctl --user stop {timer}",
        )


class UnfitForReminder(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "A reminder cannot lead to a journal whose path has a sign that cannot be printed.",
            "Give its folder another name.",
        )
