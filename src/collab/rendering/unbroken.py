"""Words that keep to one row: a command to be typed, a time and its "saved".

No-break spaces stand between them until the rows are made. They are printed as spaces, so
that what is copied from the screen can be typed.
"""

from __future__ import annotations

import re

from collab.rendering.cells import length_of

_NO_BREAK = "\xa0"
_TOGETHER = re.compile(rf"[^ \n]*{_NO_BREAK}[^ \n]*")
_COMMAND = re.compile(r"(?:(?<=: )|(?<=, or ))collab [^,]+")


def unbroken(words: str) -> str:
    """`words` for one row, wherever they fit one."""
    return words.replace(" ", _NO_BREAK)


def with_unbroken_commands(sentence: str) -> str:
    """A sentence of ours, and each command that it names behind a colon in one row."""
    return _COMMAND.sub(lambda found: unbroken(found[0]), sentence)


def breakable(text: str, room: int) -> str:
    """`text` as long as before, and what is wider than `room` cells has its spaces back."""
    if _NO_BREAK not in text:
        return text
    return _TOGETHER.sub(
        lambda found: spaced(found[0]) if length_of(found[0]) > room else found[0], text
    )


def spaced(text: str) -> str:
    """A row as it is printed."""
    return text.replace(_NO_BREAK, " ")
