"""The call itself: what is named, options at odds, and what could not be asked."""

from __future__ import annotations

from collab.errors.kinds import UsageFault


class Ambiguous(UsageFault):
    """`typed` names several of the `things`; `end` is the end of the id of one of them."""

    def __init__(self, things: str, typed: str, end: str) -> None:
        super().__init__(
            f"Several {things} fit '{typed}'.", f"Name one by the end of its id, such as {end}."
        )


class ConflictingOptions(UsageFault):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} do not go together.", "Use one of them.")


class NotSaid(UsageFault):
    """`what` was left out, and there is no terminal to ask for it; `option` says it."""

    def __init__(self, what: str, option: str) -> None:
        super().__init__(
            f"It is not said {what}, and there is no terminal to ask.", f"Say it with {option}"
        )


class NeedsYes(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to ask at; nothing was written.",
            "Read what stands above, then add --yes.",
        )


class DemoHasItsOwnJournal(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo has a journal of its own, so --journal cannot be used with it.",
            "Try: collab demo report --week",
        )


class DemoWithinDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__("There is one demo, and none within it.", "Try: collab demo report --week")


class NoReminderInDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo sets no reminder.", "Set one of your own with: collab remind set 18:15"
        )
