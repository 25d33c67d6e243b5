"""The signs on a screen, for terminals with and without UTF-8."""

from __future__ import annotations

from collab.domain.frozen import frozen


@frozen
class Glyphs:
    """`written`, `light` and `nothing` mark a day, `lengths` a short, a middling and a long
    one; `between` stands between things on one line, `cut` ends what was cut for width.
    `left`, `line`, `middle`, `right` and `position` draw a balance. `unicode`: whether
    other such signs may stand beside them."""

    unicode: bool
    written: str
    light: str
    nothing: str
    lengths: tuple[str, str, str]
    between: str
    cut: str
    left: str
    line: str
    middle: str
    right: str
    position: str


UNICODE = Glyphs(
    unicode=True,
    written="■",
    light="□",
    nothing="·",
    lengths=("░", "▒", "▓"),
    between="·",
    cut="…",
    left="├",
    line="─",
    middle="┄",
    right="┤",
    position="●",
)
ASCII = Glyphs(
    unicode=False,
    written="x",
    light="o",
    nothing=".",
    lengths=(":", "+", "#"),
    between=".",
    cut="...",
    left="|",
    line="-",
    middle=".",
    right="|",
    position="o",
)

IN_ASCII = str.maketrans({"·": ".", "…": "...", "↑": "Up", "↓": "Down"})
"""How signs in our own sentences are spelt where the terminal has no others."""
