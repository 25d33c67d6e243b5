"""Redacting with the user's eyes on it: every replacement is shown before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from collab.commands.at_terminal import agreed, at_a_terminal
from collab.commands.options import is_standard_output
from collab.commands.session import Session
from collab.exchange.redaction import listed_names
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.rendering.redaction.redactor import Labels, Redactor

NOTICE = "Redacted is not anonymous. In a small team people may be recognised."


def redacted(
    session: Session,
    labels: Labels,
    make: Callable[[Redactor], str],
    output: str | None,
    yes: bool,
) -> str | None:
    """The document that `make` writes with a redactor, once the user agreed; None if not.

    What is told about it goes beside the document. Raises `NeedsYes` where nobody can be
    asked and `yes` is not given.
    """
    from collab.rendering.redaction.redactor import Redactor

    say = session.warn if is_standard_output(output) else session.say
    names = listed_names(session.places.redact)
    starts = session.settings.week_starts_on
    redactor = Redactor(labels, names, starts)
    text = make(redactor)
    further = [] if yes else _further_names(session, redactor)
    if further:
        redactor = Redactor(labels, [*names, *further], starts)
        text = make(redactor)
    for line in _preview(session, redactor):
        say(visible(line, session.unicode))
    say(NOTICE)
    if not agreed(session, "Write it?", yes):
        session.say("Nothing was written.")
        return None
    return text


def _further_names(session: Session, redactor: Redactor) -> list[str]:
    """The words with a capital that the user says are names, where they can be asked."""
    words = redactor.capitalised()
    if not words or not at_a_terminal():
        return []
    session.say("These words begin with a capital and are in no list:")
    session.say_filled(visible(", ".join(words), session.unicode), indent=2)
    session.say("Which are names? Type them with commas between, * for all, Enter for none.")
    typed = sys.stdin.readline().strip()
    return list(words) if typed == "*" else [name for name in typed.split(",") if name.strip()]


def _preview(session: Session, redactor: Redactor) -> list[str]:
    """What is replaced by what, and which words are left although they may be names."""
    by_put: dict[str, dict[str, int]] = {}
    for (found, put), times in redactor.replaced.items():
        by_put.setdefault(put, {})[" ".join(found.split())] = times
    lines = ["Replaced:" if by_put else "Nothing had to be replaced."]
    for put, ways in sorted(by_put.items()):
        words = ", ".join(f"{one} ({times})" if times > 1 else one for one, times in ways.items())
        lines.append(f"  {put}: {words}")
    left = redactor.capitalised()
    if left:
        lines.append(f"Left as they are: {', '.join(left)}")
        lines.append(f"Names among them can stand in {session.places.redact}, one a line.")
    return lines
