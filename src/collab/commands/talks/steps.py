"""`collab talk add`, `held`, `close` and `let-go`: the steps of a few keys at most."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from collab.commands.at_terminal import at_a_terminal
from collab.commands.completing import complete_whole_name, complete_words
from collab.commands.options import coming_day
from collab.commands.recovery import words_in_hand
from collab.commands.session import Session
from collab.commands.talks.naming import (
    TalkName,
    call_of,
    held_talk_named,
    is_open,
    is_planned,
    talk_named,
)
from collab.commands.typed_lines import line_typed, name_typed
from collab.domain.frozen import replace
from collab.domain.periods import said_day
from collab.domain.talks import Talk
from collab.errors import StillToCome
from collab.rendering.talk_lines import hardness, said_talk, stands


def add(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME",
            help="Whom it is with.",
            autocompletion=complete_whole_name,
            show_default=False,
        ),
    ],
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="TEXT", help="What it is about.", autocompletion=complete_words
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day it is set for.", show_default=False),
    ] = None,
    expect: Annotated[
        int | None,
        typer.Option(
            "--expect",
            min=1,
            max=5,
            metavar="1-5",
            help="How hard it will be, 1 easy to 5 very hard.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add a talk you carry around, once you know whom it is with.

    At a terminal you are asked how hard it will be, and by when.
    """
    from collab.domain.talk_questions import GATE
    from collab.storage import talks

    session: Session = context.obj
    who = name_typed(" ".join(name), "Type one, such as: collab talk add rui")
    subject = line_typed("What comes after --about", about)
    talk = Talk(id="", who=who, about=subject, added=session.today, expected=expect)
    if on is not None:
        talk = talk.set_for(coming_day(session.today, on), on=session.today)
    begins = not session.journal.exists()
    asks = at_a_terminal()
    if asks:
        from collab.commands.talks.asking import ask_what_is_ahead

        talk = ask_what_is_ahead(session, talk)
    with words_in_hand(session, [subject or ""]), session.unit("talk added") as unit:
        talk = replace(talk, id=unit.new_id())
        talks.put(unit, talk)
        call = call_of(unit.db.conn, talk)
    when = f", {stands(talk, session.today)}" if talk.date else ""
    hard = f"; {hardness(talk)}" if talk.expected else ""
    say_done(session, f"Added: {said_talk(talk)}{when}{hard}.")
    session.say_fitted(f"Prepare it with: collab talk prepare {call}")
    if not asks:
        session.warn(session.fitted(GATE, sys.stderr))
    if begins and not asks:
        from collab.commands.privacy import remind

        remind(session)


def held(
    context: typer.Context,
    name: TalkName,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DAY", help="When it was; its date, or today.", show_default=False
        ),
    ] = None,
    was: Annotated[
        int | None,
        typer.Option(
            "--was",
            min=1,
            max=5,
            metavar="1-5",
            help="How hard it was, 1 easy to 5 very hard.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say that a talk was held, and how hard it was.

    At a terminal you are asked for that; Enter leaves it open.
    """
    session: Session = context.obj
    session.expect_journal()
    day = day_that_was(session, on) if on is not None else None

    def happened(talk: Talk) -> Talk:
        return talk.held_on(day or talk.likely_held(session.today))

    planned = talk_named(session, name, is_planned)
    when = said_day(happened(planned).held or session.today, session.today)
    if was is None and at_a_terminal():
        from collab.commands.talks.asking import ask_how_hard_it_was

        was = ask_how_hard_it_was(session, planned, when)
    talk, call = keep(
        session,
        planned,
        "talk held",
        lambda one: happened(one).with_hardness(was) if was else happened(one),
    )
    hard = f"; {hardness(talk)}" if was else ""
    say_done(session, f"Held: {said_talk(talk)}, {when}{hard}.")
    session.say_fitted(f"Look back on it with: collab talk debrief {call}")


def close(context: typer.Context, name: TalkName) -> None:
    """Close a talk that was held: nothing more is needed."""
    session: Session = context.obj
    session.expect_journal()
    named = held_talk_named(session, name)
    talk, _ = keep(session, named, "talk closed", lambda one: one.closed_on(session.today))
    say_done(session, f"Closed: {said_talk(talk)}.")


def let_go(
    context: typer.Context,
    name: TalkName,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help="What for, or to whom it was handed over."),
    ] = None,
) -> None:
    """Let a talk go, or hand it over: a valid end, held or not.

    At a terminal the reason is asked for; Enter leaves it empty.
    """
    session: Session = context.obj
    session.expect_journal()
    given = line_typed("The reason", reason)
    named = talk_named(session, name, is_open)
    named.let_go_on(session.today)
    if reason is None and at_a_terminal():
        from collab.commands.talks.asking import ask_reason

        given = line_typed("The reason", ask_reason(session, named))
    with words_in_hand(session, [given or ""]):
        talk, _ = keep(
            session, named, "talk let go", lambda one: one.let_go_on(session.today, given)
        )
    say_done(session, f"Let go: {said_talk(talk)}.")


def keep(
    session: Session, talk: Talk, done: str, change: Callable[[Talk], Talk]
) -> tuple[Talk, str]:
    """Keep what was `done` to a talk as one unit: as it is now, and what names it.

    Raises `ChangedMeanwhile` if it is gone, and what `change` raises; then nothing is kept.
    """
    from collab.commands.changing import change_one
    from collab.storage import talks

    with session.unit(done) as unit:
        changed = change_one(unit, talks, talk.id, change)
        return changed, call_of(unit.db.conn, changed)


def day_that_was(session: Session, typed: str) -> date:
    """A day up to today. Raises `StillToCome`, and what reading a day raises."""
    from collab.domain.typed_days import parse_day

    day = parse_day(typed, session.today)
    if day > session.today:
        raise StillToCome(said_day(day, session.today))
    return day


def say_done(session: Session, sentence: str) -> None:
    """Say what was done, with words of the user's in it, as wide as the terminal is; a
    program that reads it gets it in one line."""
    if sys.stdout.isatty():
        from collab.commands.pages.screen import print_lines
        from collab.rendering.lines import line

        print_lines(session, [line(sentence)])
    else:
        from collab.rendering.plain import visible

        session.say(visible(sentence, session.unicode))
