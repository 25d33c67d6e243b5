"""The journal as a file: absent, unusable, or at fault while something was saved."""

from __future__ import annotations

from collab.errors.kinds import CollabError, JournalUnusable, UsageFault


class NoJournal(CollabError):
    """A reading command found no journal. That is no fault: exit code 0.

    It is the result of the command and is said where a result goes, on standard output;
    `beside_result` says that a program reads there, which is not to get the sentence.
    """

    exit_code = 0
    beside_result = False

    def __init__(self, path: str) -> None:
        super().__init__(
            f"There is no journal yet at {path}.", "Begin one with: collab journal today"
        )


class NoJournalToChange(NoJournal):
    """A command that changes what is there found no journal (exit code 2)."""

    exit_code = 2
    beside_result = True


class BadJournalPath(UsageFault):
    def __init__(self, path: str, fault: str) -> None:
        super().__init__(
            f"The journal cannot be kept at '{path}': {fault}.",
            "Name a file with --journal, or a folder with COLLAB_HOME.",
        )


class NotAJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is not a collab journal; it was left as it is.",
            "Name another file with --journal.",
        )


class EmptyJournalFile(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is an empty file, not a journal.",
            "Put a backup back in its place, or remove the empty file to begin anew.",
        )


class NewerJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was written by a newer collab; it was left as it is.",
            "Install the newest collab, then try again.",
        )


class DamagedJournal(JournalUnusable):
    """SQLite calls a file damaged, too, where the disk fails to read it (EIO)."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is damaged, or the disk cannot read it.",
            "Keep the file and check the disk. If it stays so, put a backup in its place.",
        )


class LockedJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"Another program is holding {path}, and it did not let go in time.",
            "Close the other program, then try again.",
        )


class FullDisk(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"The disk that holds {path} is full; nothing of this step was saved.",
            "Free some space, then try again.",
        )


class UnwritableJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be written.", "Check who may write to the file and its folder."
        )


class UnreachableJournal(JournalUnusable):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be read or written just now ({why}).",
            "Check the disk and the folder, then try again.",
        )


class ReplacedJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was moved or replaced while collab was running; nothing more was written.",
            "Check which file is your journal, then start again.",
        )


class ChangedMeanwhile(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The journal was changed in another window meanwhile; nothing was done.",
            "Look at it once more: call the same command again.",
        )


class SavedAllTheSame(CollabError):
    """The saving ended with a fault, `why`, and yet what was given stands in the journal.

    Whoever has it in hand need not keep it (exit code 4).
    """

    exit_code = 4

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"It was saved in {path}, but the disk then failed ({why}).",
            "Do not give it again. If the power goes now it may be lost: check the disk.",
        )


class StoppedOnceSaved(SavedAllTheSame):
    """Ctrl-C came while something was being saved, and it was (exit code 130)."""

    exit_code = 130

    def __init__(self) -> None:
        CollabError.__init__(self, "Stopped. What you gave last was saved.")
