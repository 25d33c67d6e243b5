"""`collab promise add`: one more promise, mine or to me."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.at_terminal import at_a_terminal
from collab.commands.completing import complete_person, complete_words
from collab.commands.dialogue import Dialogue, dialogue
from collab.commands.options import coming_day, refuse_together
from collab.commands.promises.crowd import WHY, drop, which_goes
from collab.commands.recovery import words_in_hand
from collab.commands.session import Session
from collab.commands.typed_lines import line_typed, name_typed
from collab.domain.promises import Promise, Side, one_too_many
from collab.errors import NotSaid, TooManyPromises, UsageFault
from collab.storage import promises

if TYPE_CHECKING:
    from datetime import date

_WHOSE = {"i": "mine", "t": "theirs"}
_WHOSE_HINT = "i I promised it · t it is promised to me"


def add(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]...",
            help="What is promised.",
            autocompletion=complete_words,
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="NAME",
            help="My promise to this person.",
            autocompletion=complete_person,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="NAME",
            help="This person's promise to me.",
            autocompletion=complete_person,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="DAY", help="By when: fri, +3, 20 nov."),
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also with five open promises of mine.")
    ] = False,
) -> None:
    """Write a promise down: who, what, by when. What is left out is asked for.

    With five open promises of yours the sixth asks which one goes.
    """
    session: Session = context.obj
    refuse_together(*["--to"] * (to is not None), *["--from"] * (from_ is not None))
    what = line_typed("What is promised", " ".join(words)) if words else None
    if words and what is None:
        raise UsageFault("There is nothing to keep.", "Write what is promised after: promise add")
    side: Side | None = "mine" if to is not None else "theirs" if from_ is not None else None
    who = _who(to if to is not None else from_)
    due = coming_day(session.today, by) if by is not None else None
    open_now = session.read(lambda journal: promises.open_on(journal, session.today), ())
    crowd = () if anyway else one_too_many(open_now, side or "mine")
    if what and side and due and (side == "theirs" or not crowd):
        begins = not session.journal.exists()
        _keep(session, side, who, what, due, in_hand=[what])
        if begins:
            from collab.commands.privacy import remind

            remind(session)
        return
    if not at_a_terminal():
        raise _not_said(what, side, due) or TooManyPromises(len(crowd))
    with dialogue(session) as here:
        if not session.journal.exists():
            here.begin()
        _ask(session, here, what, side, who, due, open_now, anyway)


def _ask(
    session: Session,
    here: Dialogue,
    what: str | None,
    side: Side | None,
    who: str | None,
    due: date | None,
    open_now: Sequence[Promise],
    anyway: bool,
) -> None:
    """Ask for what was left out, then for which one goes, and keep the promise."""
    what = what or here.line("What is promised?", skip="keep nothing")
    if what and side is None:
        from collab.rendering.session_page import asked

        pressed = here.key([asked("Whose promise is it?"), ""], _WHOSE, _WHOSE_HINT, skip=False)
        side = "theirs" if pressed == "theirs" else "mine"
        question = "From whom?" if side == "theirs" else "To whom?"
        who = _who(here.line(question, skip="no name") or None)
    due = due or (here.day("By when?", session.today) if what and side else None)
    crowd = one_too_many(open_now, side or "mine")
    dropped = _going(session, here, crowd) if crowd and due and not anyway else ()
    if not (what and side and due) or dropped is None:
        here.given_up()
        session.say("Nothing was kept.")
        return
    here.hold(what)
    _keep(session, side, who, what, due, dropped)
    here.given_up()


def _going(
    session: Session, here: Dialogue, crowd: Sequence[Promise]
) -> tuple[Promise, ...] | None:
    """The own promise that goes, dropped with its reason, or none; None to add no other one."""
    asked = which_goes(crowd, session.today, "add nothing")
    pressed = here.key(asked.page, asked.keys, asked.hint)
    if not pressed:
        return None
    gone = asked.gone(pressed)
    reason = line_typed("The reason", here.line(WHY, skip="no reason")) if gone else None
    return tuple(one.dropped_on(session.today, reason) for one in gone)


def _keep(
    session: Session,
    side: Side,
    who: str | None,
    what: str,
    due: date,
    dropped: Sequence[Promise] = (),
    in_hand: Sequence[str] = (),
) -> None:
    from collab.domain.periods import said_day
    from collab.rendering.plain import visible
    from collab.rendering.promise_lines import called
    from collab.storage.ends import ends_of

    today = session.today
    with words_in_hand(session, in_hand), session.unit("promise added") as unit:
        drop(unit, dropped, today)
        promise = Promise(id=unit.new_id(), side=side, who=who, what=what, made=today, due=due)
        promises.put(unit, promise)
        end = ends_of(unit.db.conn, [promise.id], "promises")[promise.id]
    for one in dropped:
        session.say_filled(visible(f"Dropped: {called(one)}."))
    session.say_filled(visible(f"Saved: {called(promise)}, due {said_day(due, today)} ({end})."))


def _not_said(what: str | None, side: Side | None, due: date | None) -> UsageFault | None:
    if not what:
        return NotSaid("what is promised", "words after: collab promise add")
    if not side:
        return NotSaid("who promised it to whom", "--to NAME, or --from NAME")
    return None if due else NotSaid("by when", "--by DAY")


def _who(typed: str | None) -> str | None:
    """The person; an option must name somebody."""
    if typed is None:
        return None
    return name_typed(typed, "Type one after --to or --from, such as: bo")
