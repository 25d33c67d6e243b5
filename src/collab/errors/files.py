"""Files and folders beside the journal: read, written, exported and imported."""

from __future__ import annotations

from collab.errors.kinds import NotFullyDone, UsageFault


def reason(fault: OSError) -> str:
    """Why the system could not do something, as the end of a sentence."""
    if isinstance(fault, IsADirectoryError):
        return "it is a folder"
    return (fault.strerror or "no reason was given").lower()


class UnreadableFile(UsageFault):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}.", "Check the name and try again.")


class UnwritableFile(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.", "Name another place, then try again.")


class UnfitTarget(UsageFault):
    """What was named to write to cannot become a file or a folder of collab's."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"Nothing can be written to '{path}': {what}.", "Name another place, then try again."
        )


class FileInTheWay(UsageFault):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was left as it is: there is such a file already.",
            "Name another place, or say --force to replace it.",
        )


class NothingRedactedInJson(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The JSON carries the whole journal, so it cannot be redacted.",
            "Use: collab export markdown --redact, or collab report --format json --redact.",
        )


class OtherExport(UsageFault):
    def __init__(self, folder: str, held: str, asked: str) -> None:
        super().__init__(
            f"{folder} holds an export of {held}, and this one is of {asked}.",
            "Name another folder for it.",
        )


class BrokenDocument(UsageFault):
    """A document that cannot be imported; `place` is the path of the fault in it."""

    def __init__(self, source: str, place: str, fault: str) -> None:
        where = f"{source}, {place}" if place else source
        super().__init__(
            f"{where}: {fault}", "Nothing was imported. Mend that place, then import again."
        )


class NoBrowser(NotFullyDone):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"No browser could be opened; the page lies at {path}.",
            "Open it there, or name your browser in the variable BROWSER.",
        )
