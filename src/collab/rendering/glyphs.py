"""The signs on a screen, for terminals with and without UTF-8."""

from __future__ import annotations

from collab.domain.frozen import frozen


@frozen
class Glyphs:
    """`written`, `light` and `nothing` mark a day, `between` stands between things on one
    line, `cut` ends what was cut for width. `unicode`: whether other such signs may stand
    beside them."""

    unicode: bool
    written: str
    light: str
    nothing: str
    between: str
    cut: str


UNICODE = Glyphs(unicode=True, written="■", light="□", nothing="·", between="·", cut="…")
ASCII = Glyphs(unicode=False, written="x", light="o", nothing=".", between=".", cut="...")

IN_ASCII = str.maketrans({"·": ".", "…": "...", "↑": "Up"})
"""How signs in our own sentences are spelt where the terminal has no others."""
