"""What is to be read before a colleague is named: where the words lie, and what belongs there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from collab.rendering.session_page import privacy, yours_and_others

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.rendering.session_page import Page

BEGIN = "Enter begin · Ctrl-C not now"


def privacy_page(session: Session) -> Page:
    """The page that stands before the first words are asked for."""
    return ["", *privacy(_place(session))]


def remind(session: Session) -> None:
    """Say the same beside the result, where the first words were given at once."""
    from collab.rendering.printed import printed

    lines = yours_and_others(_place(session))
    session.warn("\n" + printed(lines, session.width, unicode=session.unicode).rstrip())


def _place(session: Session) -> str:
    """The journal's file as a person writes it."""
    path, home = session.places.journal, os.path.expanduser("~")
    return "~" + path.removeprefix(home) if path.startswith(home + os.sep) else path
