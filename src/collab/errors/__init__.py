"""Everything collab can say went wrong, in one file for each subject.

There is one class for each thing that can go wrong. Each knows its sentence, the next
step and the exit code; none of them ever holds the text of an answer. Whoever raises or
catches one takes it from here, and a file is imported when one of its classes is first
taken: making all of them costs two fifths of a bare Python start.
"""

# ruff: noqa: F403 - each file is given on whole, so that a new error stands in one place.

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collab.errors.command_line import *
    from collab.errors.days import *
    from collab.errors.files import *
    from collab.errors.journal import *
    from collab.errors.kinds import *
    from collab.errors.pages import *
    from collab.errors.people import *
    from collab.errors.prompts import *
    from collab.errors.reminder import *
    from collab.errors.settings import *
    from collab.errors.talks_and_promises import *
else:
    _FILES = (
        "kinds",
        "journal",
        "command_line",
        "days",
        "talks_and_promises",
        "people",
        "pages",
        "files",
        "prompts",
        "settings",
        "reminder",
    )
    """In the order in which they are searched: first what every command may meet."""

    def __getattr__(name: str) -> object:
        for file in _FILES if name[:1].isalpha() else ():
            found = vars(import_module(f"{__name__}.{file}"))
            if name in found:
                return found[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
