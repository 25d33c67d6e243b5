"""The end of an evening after days without a page: what waits, and the days between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from collab.commands.due_things import due_things, in_full, kinds_of
from collab.commands.interview import Pressed
from collab.commands.steps.asking import Asking
from collab.commands.steps.walking import walk
from collab.commands.talks.naming import call_of
from collab.domain.due import Due
from collab.domain.due_questions import due_questions
from collab.domain.talks import Talk
from collab.rendering.session_page import counted, due_list
from collab.rendering.unbroken import unbroken

_NEXT_STEP = {
    "debrief": "collab talk debrief",
    "follow-up": "collab talk follow-up",
    "waiting": "collab talk show",
}
"""What is typed for the steps of a talk that are not asked for by a key."""


def end_after_gap(asking: Asking) -> bool:
    """Say what waits, and ask about it at a key; whether the user wants the days between."""
    things = due_things(asking.session, asking.sat.day)
    waiting = ", ".join(counted(count, kind) for count, kind in kinds_of(things) if count)
    asking.show("That is a whole evening." + (f" Waiting: {waiting}." if waiting else ""))
    keys, hint = {"c": "between"}, "c the days between · Enter done"
    if things:
        pressed = asking.key(
            [], {**keys, "w": "waits"}, f"w what waits · {hint}", back=False, close=True
        )
        if not isinstance(pressed, Pressed) or pressed.value == "between":
            return isinstance(pressed, Pressed)
        _ask_what_waits(asking, things)
    return isinstance(asking.key([], keys, hint, back=False, close=not things), Pressed)


def _ask_what_waits(asking: Asking, things: Iterable[Due]) -> None:
    """Name what is answered in words with its command, then ask about the rest."""
    named = list(_named(asking, things))
    if named:
        asking.show(*due_list("Waiting", named))
    questions = due_questions(asking.sat.history.due)
    if questions:
        asking.goes_on_with(questions)
        walk(asking)


def _named(asking: Asking, things: Iterable[Due]) -> Iterator[str]:
    for one in things:
        record = one.record
        if isinstance(record, Talk) and one.step in _NEXT_STEP:
            call = asking.session.read(partial(call_of, talk=record), "")
            command = unbroken(f"{_NEXT_STEP[one.step]} {call}")
            yield f"{in_full(one)}: {command}"
