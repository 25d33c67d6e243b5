"""A line, or a name, as it was typed behind a command."""

from __future__ import annotations

from collab.domain.people import bare
from collab.domain.texts import clean, one_line
from collab.errors import UsageFault


def line_typed(what: str, typed: str | None) -> str | None:
    """What was typed, on one line with single spaces; None for nothing.

    `what` begins a sentence, such as "The reason". Raises `UsageFault` for signs that
    cannot be kept.
    """
    try:
        return one_line(clean(typed or "") or "")
    except ValueError as fault:
        raise UsageFault(f"{what} {fault}.", "Take it out, then try again.") from fault


def name_typed(typed: str, next_step: str) -> str:
    """Somebody's name, without the "@" before it.

    `next_step` says where one is typed. Raises `UsageFault` for none, or for signs that cannot
    be kept.
    """
    name = line_typed("The name", bare(typed))
    if name is None:
        raise UsageFault("There is no name.", next_step)
    return name
