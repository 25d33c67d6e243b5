"""Prompts, their packs, and the themes and moments they belong to."""

from __future__ import annotations

from collab.errors.kinds import NotFullyDone, UsageFault


class UnknownPrompt(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(f"There is no prompt '{typed}'.", "See the ids with: collab prompts list")


class UnknownTheme(UsageFault):
    def __init__(self, typed: str, known: str) -> None:
        super().__init__(f"There is no theme '{typed}'.", f"The themes are: {known}.")


class UnknownMoment(UsageFault):
    def __init__(self, typed: str, known: str) -> None:
        super().__init__(f"There is no moment '{typed}'.", f"The moments are: {known}.")


class BrokenPack(UsageFault):
    """A pack cannot be used; `place` leads to the `fault`, which is one sentence."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}", "Mend that place, then: collab prompts check")
        self.place = place
        self.fault = fault


class PackInTheWay(UsageFault):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is there already, with other content; it was left as it is.",
            "Give the new pack another file name, or remove the old one first.",
        )


class UnwritablePack(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.", "Check who may write there, then add it again."
        )
