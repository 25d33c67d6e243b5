"""Settings, and the home where collab keeps things."""

from __future__ import annotations

from collab.errors.kinds import NotFullyDone, UsageFault


class NoHome(UsageFault):
    def __init__(self, why: str) -> None:
        super().__init__(
            f"collab does not know where to keep the journal: {why}.",
            "Set COLLAB_HOME to a folder of yours, or name a file with --journal.",
        )


class BrokenSettings(UsageFault):
    def __init__(self, path: str, fault: str) -> None:
        super().__init__(f"{path}: {fault}", "Mend that place; without the file the defaults hold.")


class UnknownSetting(UsageFault):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no setting '{name}'.", "See every setting with: collab settings list"
        )


class BadSettingValue(UsageFault):
    def __init__(self, name: str, typed: str, expected: str) -> None:
        super().__init__(f"'{typed}' does not fit {name}.", f"It takes {expected}.")


class UnwritableSettings(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.", "Check who may write there, then set it again."
        )
