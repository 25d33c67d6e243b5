"""Somebody at the terminal: whether anybody is there, and the one question of yes or no."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from collab.commands.interview import Interview, Stop
    from collab.commands.session import Session

_HINT = "y yes · n no · Ctrl-C stop"


def at_a_terminal() -> bool:
    """Whether somebody can be asked."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout))


def interview_at(session: Session) -> Interview:
    """The terminal, to be asked at; Tab completes the names and tags of the journal."""
    from collab.commands.completing import completing
    from collab.commands.interview import Interview

    return Interview(
        unicode=session.unicode,
        colour=not session.environ.get("NO_COLOR"),
        complete=completing(session),
    )


def agreed(session: Session, question: str, yes: bool) -> bool:
    """Whether the user says yes to a question, or said so beforehand with `--yes`.

    Raises `NeedsYes` where nobody can be asked, and `Stopped` at Ctrl-C.
    """
    if yes:
        return True
    if not at_a_terminal():
        from collab.errors import NeedsYes

        raise NeedsYes
    with interview_at(session) as interview:
        return says_yes(interview, question, _HINT, "Stopped. Nothing was written.")


def says_yes(interview: Interview, question: str, hint: str, if_stopped: str) -> bool:
    """Whether `y` is pressed; `n` and Enter say no. Raises `Stopped` at Ctrl-C."""
    from collab.commands.interview import Pressed, Stop
    from collab.rendering.session_page import asked

    answers = {"y": "yes", "n": "no"}
    pressed = interview.ask_key([asked(question), ""], answers, hint, back=False)
    if isinstance(pressed, Stop):
        leave(pressed, if_stopped)
    return pressed == Pressed("yes")


def leave(stop: Stop, sentence: str, next_step: str = "") -> NoReturn:
    """End the command: with a sentence at Ctrl-C, without one where the window is gone."""
    if stop.signal is not None:
        raise typer.Exit(128 + stop.signal)
    from collab.errors import Stopped

    raise Stopped(sentence, next_step)
