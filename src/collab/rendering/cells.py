"""How many columns of a terminal a character takes.

Rich knows it of every character. It is asked only beyond the Latin, Greek and Cyrillic
letters, the usual signs and those that maps are drawn with, because loading it is felt.
"""

from __future__ import annotations

_DRAWN_WIDE = "\ufe0f"  # makes the sign before it an emoji, one cell wider


def size_of(character: str) -> int:
    """The columns of one character: 0, 1 or 2. The sign U+FE0F counts for what it widens."""
    if character < "\u0300":
        if character.isprintable() or character == "\xa0":
            return 1
    elif (
        "\u0384" <= character <= "\u0482"
        or "\u2010" <= character <= "\u2027"
        or "\u2500" <= character <= "\u25fc"
        or character == _DRAWN_WIDE
    ):
        return 1
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def length_of(text: str) -> int:
    """The columns of a text in one row."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(size_of, text))
