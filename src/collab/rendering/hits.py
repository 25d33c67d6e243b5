"""What a search found: the words around it, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from collab.rendering.cells import length_of
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Piece
from collab.rendering.palette import HEADING
from collab.rendering.plain import visible
from collab.rendering.wrapping import cut

Place = tuple[int, int]
"""Where something stands in a text, from and to."""

_SPACE = r"\s+"  # left as text: most texts are one line as they are


def around(
    text: str, places: Sequence[Place], width: int, glyphs: Glyphs, *, marked: bool
) -> list[Piece]:
    """The words of `text` around the first of `places`, in at most `width` cells.

    What was found is bold, and in brackets where `marked`, for those who see no bold.
    """
    line, found = _in_one_line(text, places, glyphs)
    line, found = _from_the_first(line, found, width, glyphs)
    shown, hits = _cut(line, found, width, glyphs)
    if marked:
        shown, hits = _cut(line, found, width - 2 * len(hits), glyphs)
    pieces: list[Piece] = []
    at = 0
    for start, end in hits:
        hit = f"[{shown[start:end]}]" if marked else shown[start:end]
        pieces += [("", shown[at:start]), (HEADING, hit)]
        at = end
    return [*pieces, ("", shown[at:])]


def _in_one_line(text: str, places: Iterable[Place], glyphs: Glyphs) -> tuple[str, list[Place]]:
    """The text made safe and brought into one line, and where the places are in it."""
    if _is_one_line(text):
        return text, list(places)
    line, found, at = "", [], 0
    for start, end in places:
        line += _squeezed(text[at:start], glyphs)
        line = line if line.strip() else ""
        before = len(line)
        line += _squeezed(text[start:end], glyphs)
        found.append((before, len(line)))
        at = end
    rest = _squeezed(text[at:], glyphs)
    return (line + rest if line else rest.lstrip()), found


def _is_one_line(text: str) -> bool:
    """Whether the text is safe and in one line as it is; False where that is not clear."""
    return text.isascii() and text.isprintable() and "  " not in text and text[:1] != " "


def _squeezed(text: str, glyphs: Glyphs) -> str:
    return re.sub(_SPACE, " ", visible(text, glyphs.unicode))


def _from_the_first(
    line: str, found: list[Place], width: int, glyphs: Glyphs
) -> tuple[str, list[Place]]:
    """The line begun a few words before the first place, where that stands too far behind."""
    if not found or length_of(line[: found[0][1]]) <= width * 2 // 3:
        return line, found
    start = begin = found[0][0]
    while begin and length_of(line[begin - 1 : start]) <= width // 3:
        begin -= 1
    words = line.find(" ", begin, start - 1) + 1 if begin else 0
    begin = words or begin
    mark = f"{glyphs.cut} "
    moved = len(mark) - begin
    return mark + line[begin:], [(one + moved, other + moved) for one, other in found]


def _cut(line: str, found: Iterable[Place], width: int, glyphs: Glyphs) -> tuple[str, list[Place]]:
    """The line cut to `width`, and the places, or what is left of them, in it."""
    shown = cut(line, width, glyphs.cut)
    length = len(line) if shown == line else len(shown) - len(f" {glyphs.cut}")
    return shown, [(start, min(end, length)) for start, end in found if start < length]
