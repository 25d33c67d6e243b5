"""What becomes of a text on its way into the journal: nothing but its ends and line ends."""

from __future__ import annotations

import re

_LONGEST_QUOTE = 40

# Left as text: compiling them costs every start, and few commands need either.
UNKEEPABLE = "[\0\ud800-\udfff]"
UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""One letter of a script that sets no spaces between words."""


def clean(text: str) -> str | None:
    """Text as it is kept: no white space at its ends, LF as the line end; None if empty.

    Raises `ValueError` for NUL and for half a surrogate pair, which no file can hold.
    """
    if found := re.search(UNKEEPABLE, text):
        raise ValueError(
            "holds a NUL character" if found[0] == "\0" else "holds half of a surrogate pair"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() or None


def quotable(typed: str) -> str:
    """What was typed, on one line and short enough to be quoted in a sentence."""
    text = one_line(typed) or ""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def one_line(text: str) -> str | None:
    """A text on one line, with single spaces; None if nothing is left of it."""
    return " ".join(text.split()) or None


def clean_line(text: str) -> str | None:
    """Like `clean`, with every line break a space."""
    cleaned = clean(text)
    return " ".join(cleaned.splitlines()) if cleaned else None
