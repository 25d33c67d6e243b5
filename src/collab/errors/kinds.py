"""The kinds of errors, one for each way a command can end that is not as asked.

Each error of the other files is of one of these kinds, which gives it its exit code.
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
