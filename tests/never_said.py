"""What a report must never say or show, whatever stands in the journal.

The words are those that praise, blame, grade or explain; the colours those that judge.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator

NEVER_SAID = (
    *("great", "good job", "well done", "excellent", "amazing", "congratulations"),
    *("unfortunately", "failed", "failure", "missed", "worse", "better than", "improved"),
    *("streak", "score", "level", "grade", "stable", "unchanged", "proven", "on track"),
    *("because of", "personality", "type of leader", "mood"),
)
COUNTS_OF_DAYS_IN_A_ROW = ("in a row", "consecutive", "days running", "weeks running", "every day")
_FORBIDDEN = re.compile(
    rf"\b(?:{'|'.join((*NEVER_SAID, *COUNTS_OF_DAYS_IN_A_ROW))})\b", re.IGNORECASE
)

_SGR = re.compile(r"\x1b\[([\d;]*)m")
_JUDGING_CODES = {str(ten + colour) for ten in (30, 40, 90, 100) for colour in (1, 2, 3)}
_NAMED = re.compile(r"\b(?:red|green|yellow|lime|orange|crimson|gold)\b", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_PALE = 0.15
"""A colour whose strongest and weakest parts differ by less is a grey to the eye."""
_JUDGING_HUES = ((0, 20), (40, 165), (340, 360))
"""Degrees: reds, yellows and greens, reds again."""


def forbidden_in(text: str) -> list[str]:
    """The words of `text` that are never said, wherever its lines are broken."""
    return _FORBIDDEN.findall(" ".join(text.split()))


def judging_colours_in(printed: str) -> list[str]:
    """The codes for red, green and yellow in what was printed on a terminal.

    A colour given by its number or its parts counts as well, since it may be any.
    """
    return [
        code
        for codes in _SGR.findall(printed)
        for code in codes.split(";")
        if code in _JUDGING_CODES or code in ("38", "48")
    ]


def judging_colours_of(markup: str) -> list[str]:
    """The reds, greens and yellows that are named in the styles of a page."""
    return [*_NAMED.findall(markup), *_judging_in_figures(markup)]


def _judging_in_figures(markup: str) -> Iterator[str]:
    for figures in _HEX.findall(markup):
        pairs = [figures[n : n + 2] for n in (0, 2, 4)] if len(figures) == 6 else figures
        red, green, blue = (int(pair * (2 // len(pair)), 16) / 255 for pair in pairs)
        hue, _, _ = colorsys.rgb_to_hls(red, green, blue)
        chroma = max(red, green, blue) - min(red, green, blue)
        if chroma > _PALE and any(low <= hue * 360 <= high for low, high in _JUDGING_HUES):
            yield f"#{figures}"
