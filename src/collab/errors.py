"""Everything collab can say went wrong.

One class for each thing that can go wrong. Each knows its sentence, the next step and
the exit code; none of them ever holds the text of an answer.
"""

from __future__ import annotations


class CollabError(Exception):
    """Something collab can explain.

    `sentence` says what is wrong, `next_step` what to do about it; both are one line
    without markup. `exit_code` is what the process ends with.
    """

    exit_code = 2

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class UsageFault(CollabError):
    """The call itself cannot be carried out as typed (exit code 2)."""


class NotFullyDone(CollabError):
    """Part of what was asked was done, the rest is named (exit code 1)."""

    exit_code = 1


class JournalUnusable(CollabError):
    """The journal cannot be used: locked, newer, damaged or out of reach (exit code 3)."""

    exit_code = 3


class SavedButNotShown(CollabError):
    """Everything was kept, but the output could not be written (exit code 4)."""

    exit_code = 4


class Stopped(CollabError):
    """The user stopped with Ctrl-C; what was given so far is kept (exit code 130)."""

    exit_code = 130


class UnknownDay(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is not a day collab can read.",
            "Try today, yesterday, mon, last friday, -3, 2026-11-20 or 20 nov.",
        )


class AmbiguousDay(UsageFault):
    def __init__(self, typed: str, first: str, second: str) -> None:
        super().__init__(
            f"'{typed}' can be read in two ways: {first} or {second}.",
            f"Type the one you mean: {first} or {second}.",
        )


class ImpossibleDay(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no such day as '{typed}'.", "Check the month's last day and try again."
        )


class FutureDay(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day} is still to come, and a page is about a day that was.",
            "Choose today or a day before it.",
        )


class UnknownPeriod(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is neither a day nor a week collab can read.",
            "Try a day such as last friday or 2026-11-20, or a week such as 2026-W47.",
        )


class UnknownTheme(UsageFault):
    def __init__(self, typed: str, known: str) -> None:
        super().__init__(f"There is no theme '{typed}'.", f"The themes are: {known}.")


class UnknownPrompt(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(f"There is no prompt '{typed}'.", "See the ids with: collab prompts list")


class OutsideScale(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is not on the scale.",
            "Use 1 to 5, 0 for no occasion, or w for waited or gave way.",
        )


class BrokenPack(UsageFault):
    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}", "Mend that place, then: collab prompts check")
