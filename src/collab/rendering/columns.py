"""Lists in columns, where what stands in the first one may be long."""

from __future__ import annotations

from collections.abc import Iterable

from collab.rendering.cells import length_of

_LEAST_WORDS = 16


def first_column(texts: Iterable[str], others: int, width: int) -> int:
    """How many cells a list in `width` cells keeps for its first column.

    It is as wide as the longest of its texts that leaves room for words beside it and the
    `others`; a longer text has a row of its own.
    """
    most = width - others - _LEAST_WORDS
    return max((room for text in texts if (room := length_of(text)) <= most), default=0)
