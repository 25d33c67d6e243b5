"""Printing lines without Rich, in bold and dim where the terminal shows them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from collab.rendering.glyphs import ASCII, UNICODE, Glyphs
from collab.rendering.printed import printed

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.rendering.lines import Line


def glyphs_of(session: Session) -> Glyphs:
    """The signs that can be printed."""
    return UNICODE if session.unicode else ASCII


def shows_styles(session: Session) -> bool:
    """Whether bold and dim are shown, by the rules that Rich goes by."""
    if session.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return bool(session.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def print_lines(session: Session, lines: Iterable[Line], after: str = "") -> None:
    """Print `lines`, as wide as the terminal is, and plain text `after` them; through a
    pager if they are many."""
    text = printed(lines, session.width, unicode=session.unicode, styled=shows_styles(session))
    session.say_page(f"{text}{after}".removesuffix("\n"))
