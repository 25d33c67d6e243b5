"""`collab promise move`: another day for a promise, agreed with the other or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.at_terminal import at_a_terminal
from collab.commands.dialogue import dialogue
from collab.commands.options import coming_day
from collab.commands.promises.naming import PromiseName, keep_change, promise_named
from collab.commands.session import Session
from collab.domain.periods import said_day
from collab.errors import NotSaid
from collab.rendering.plain import visible
from collab.rendering.promise_lines import called
from collab.rendering.session_page import Page, note

if TYPE_CHECKING:
    from datetime import date

    from collab.domain.promises import Promise

_AGREED = {"a": "agreed", "n": "not agreed"}


def move(
    context: typer.Context,
    name: PromiseName,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="DAY", help="The new day: fri, +3, 20 nov."),
    ] = None,
    agreed: Annotated[
        bool | None,
        typer.Option("--agreed/--not-agreed", help="Whether the other agreed to it."),
    ] = None,
) -> None:
    """Move a promise to another day. The old date counts on unless the move was agreed in time."""
    session: Session = context.obj
    promise, today = promise_named(session, name), session.today
    # What cannot be moved says so before anything is asked.
    promise.dropped_on(today)
    day = coming_day(today, to) if to is not None else None
    if day is not None:
        promise.moved_to(day, on=today, agreed=True)
    if day is not None and agreed is not None:
        _keep(session, promise, day, agreed=agreed)
        return
    if not at_a_terminal():
        raise (
            NotSaid("to which day", "--to DAY")
            if day is None
            else NotSaid("whether the other agreed", "--agreed or --not-agreed")
        )
    with dialogue(session) as here:
        if day is None:
            here.show(note(called(promise)))
            day = here.day("To which day?", today)
        if day is not None and agreed is None:
            what = f"{called(promise)}, to {said_day(day, today)}"
            above: Page = [note(what)] if to is not None else []
            pressed = here.key(above, _AGREED, "a agreed · n not agreed · Enter keep nothing")
            agreed = pressed == "agreed" if pressed else None
        if day is None or agreed is None:
            session.say("Nothing was kept.")
        else:
            _keep(session, promise, day, agreed=agreed)
        here.given_up()


def _keep(session: Session, promise: Promise, day: date, *, agreed: bool) -> None:
    today = session.today
    moved = keep_change(
        session,
        "promise moved",
        promise.id,
        lambda one: one.moved_to(day, on=today, agreed=agreed),
    )
    how = "agreed" if agreed else "not agreed"
    session.say_filled(visible(f"Moved to {said_day(day, today)}, {how}: {called(moved)}."))
    counts = moved.counting_date()
    if counts != day:
        session.say_filled(
            f"The date that counts is {said_day(counts, today)}: a move counts if it was agreed,"
            " and made in time."
        )
