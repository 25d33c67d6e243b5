"""Talks and promises: named, and taken a step further in an order that makes no sense."""

from __future__ import annotations

from collab.errors.kinds import UsageFault


class UnknownTalk(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no talk '{typed}'.",
            "A talk is named by the person or by the end of its id; see: collab talk list --all",
        )


class NotHeldYet(UsageFault):
    """`name` is what names the talk: the person, or what was typed."""

    def __init__(self, name: str) -> None:
        from shlex import quote

        super().__init__(
            "This talk was not held yet.",
            f"Once it was, say so with: collab talk held {quote(name)}",
        )


class UnknownPromise(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no promise '{typed}'.",
            "It is named by the person, or by the end of its id; see: collab promise list --all",
        )


class NoOpenPromise(UsageFault):
    """The promises of somebody have all ended."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"No promise with '{typed}' is open.", "See those that ended: collab promise list --all"
        )


class TooManyPromises(UsageFault):
    """`count` promises of one's own are open, and nobody can be asked which one goes."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} promises of yours are open already; which one goes?",
            "Keep, move or drop one first, or say --anyway: collab promise list",
        )


class AlreadyEnded(UsageFault):
    def __init__(self, what: str, day: str) -> None:
        super().__init__(
            f"{what} on {day}.",
            "If that is wrong: collab undo takes back one thing after another, the last first.",
        )


class DayIsOver(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is over.", "Name today or a day to come, such as: tue, +3.")


class SameDay(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is its date already.", "Name another day.")


class StillToCome(UsageFault):
    """Something is said to have happened on a `day` that is not here yet."""

    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is still to come.", "Name today or a day before it.")


class BeforeItBegan(UsageFault):
    """Something is said to have happened on a `day` before it could; `began` says since when."""

    def __init__(self, day: str, began: str) -> None:
        super().__init__(f"{day} is too early: {began}.", "Name that day or a later one.")
