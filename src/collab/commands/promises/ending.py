"""`collab promise keep` and `drop`: a promise ends, kept or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from collab.commands.at_terminal import at_a_terminal
from collab.commands.dialogue import dialogue
from collab.commands.promises.naming import PromiseName, keep_change, promise_named
from collab.commands.recovery import words_in_hand
from collab.commands.session import Session
from collab.commands.typed_lines import line_typed
from collab.rendering.plain import visible
from collab.rendering.promise_lines import called


def keep(
    context: typer.Context,
    name: PromiseName,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day it was kept on, today if left out."),
    ] = None,
) -> None:
    """Say that a promise was kept."""
    session: Session = context.obj
    promise = promise_named(session, name)
    day = _day(session, on)
    kept = keep_change(
        session,
        "promise kept",
        promise.id,
        lambda one: one.kept_on(day, today=session.today),
    )
    assert kept.done
    late = " later" if kept.done > kept.counting_date() else ""
    session.say_filled(visible(f"Kept{late}: {called(kept)}."))


def drop(
    context: typer.Context,
    name: PromiseName,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why, in one line.")
    ] = None,
) -> None:
    """Let a promise go. The reason is asked for at a terminal; Enter leaves it empty."""
    session: Session = context.obj
    promise = promise_named(session, name)
    promise.dropped_on(session.today)
    why = line_typed("The reason", reason)
    if reason is None and at_a_terminal():
        from collab.rendering.session_page import note

        with dialogue(session) as here:
            here.show(note(called(promise)))
            why = here.line("Why does it go?", skip="no reason") or None
            _drop(session, promise.id, why)
            here.given_up()
            return
    _drop(session, promise.id, why, in_hand=[why or ""])


def _drop(session: Session, id_: str, reason: str | None, in_hand: Sequence[str] = ()) -> None:
    with words_in_hand(session, in_hand):
        dropped = keep_change(
            session, "promise dropped", id_, lambda one: one.dropped_on(session.today, reason)
        )
    session.say_filled(visible(f"Dropped: {called(dropped)}."))


def _day(session: Session, typed: str | None) -> date:
    from collab.domain.typed_days import parse_day

    return session.today if typed is None else parse_day(typed, session.today)
