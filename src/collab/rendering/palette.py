"""Styles by meaning, as Rich reads them.

There is no red, green or yellow: no colour says well or badly. Nothing is said by colour
alone, so each style may be left out and the page still says the same.
"""

from __future__ import annotations

HEADING = "bold"
LABEL = "dim"
ASIDE = "dim"  # the brackets that hold the figures behind a word
WORD_OF_CHANGE = "bold"  # higher, lower, rising, falling
DUE = "cyan"
POSITION = "cyan"
