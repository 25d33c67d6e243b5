"""What a step of a talk leaves open, asked at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collab.commands.dialogue import dialogue
from collab.domain.frozen import replace
from collab.domain.talk_questions import GATE
from collab.rendering.session_page import note
from collab.rendering.talk_lines import said_talk

if TYPE_CHECKING:
    from collab.commands.dialogue import Dialogue
    from collab.commands.session import Session
    from collab.domain.talks import Talk

_HARDNESS = {key: key for key in "12345"}


def ask_what_is_ahead(session: Session, talk: Talk) -> Talk:
    """Say when a private talk is not the way, then ask how hard it will be and by when.

    The talk with what was given; what is known of it is not asked. Raises `Stopped`.
    """
    with dialogue(session) as here:
        if session.journal.exists():
            here.show("")
        else:
            here.begin()
        here.show(note(GATE), "")
        if talk.expected is None:
            talk = replace(talk, expected=_hardness(here, "How hard will it be?"))
        if talk.date is None:
            day = here.day("By when?", session.today, skip="leave it open")
            talk = talk.set_for(day, on=session.today) if day else talk
        here.given_up()
    return talk


def ask_how_hard_it_was(session: Session, talk: Talk, when: str) -> int | None:
    """How hard a talk was; None where that is left open. Raises `Stopped`."""
    with dialogue(session) as here:
        return _hardness(here, "How hard was it?", f"{_named(talk)}, {when}")


def ask_reason(session: Session, talk: Talk) -> str:
    """What a talk is let go for, or to whom it is handed over; empty for no reason.

    Raises `Stopped`.
    """
    with dialogue(session) as here:
        question = f"{_named(talk)}: what speaks for letting it go, or who takes it over?"
        reason = here.line(question, skip="no reason")
        here.given_up()
    return reason


def _hardness(here: Dialogue, question: str, above: str = "") -> int | None:
    hint = "1 easy to 5 very hard · Enter leave it open"
    pressed = here.key([note(above)] if above else [], _HARDNESS, hint, lead=question)
    return int(pressed) if pressed else None


def _named(talk: Talk) -> str:
    said = said_talk(talk)
    return f"{said[0].upper()}{said[1:]}"
