"""`collab talk prepare`, `debrief` and `follow-up`: the questions of one step, all at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import coming_day
from collab.commands.session import Session
from collab.commands.talks.naming import TalkName, call_of, held_talk_named, is_planned, talk_named
from collab.commands.talks.steps import keep
from collab.domain.talk_questions import ONCE_A_DAY, core_left, core_of, rest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from collab.commands.sitting import Sitting
    from collab.commands.steps.asking import Asking
    from collab.domain.prompts import Prompt
    from collab.domain.talks import Talk

_WITHOUT = "Call this at a terminal, or write down your words with: collab note"


def prepare(
    context: typer.Context,
    name: TalkName,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day it is set for.", show_default=False),
    ] = None,
) -> None:
    """Prepare a talk: six questions, and more of them if you like."""
    session: Session = context.obj
    session.expect_journal()
    talk = talk_named(session, name, is_planned)
    talk.refuse_unless_open(held=False)
    _hold(session, talk, "prepare", coming_day(session.today, on) if on is not None else None)


def debrief(context: typer.Context, name: TalkName) -> None:
    """Look back on a talk that was held, beside what you wrote before it."""
    _of_held(context.obj, name, "debrief")


def follow_up(context: typer.Context, name: TalkName) -> None:
    """Look again, some time after a talk: what was done, and what it needs now."""
    _of_held(context.obj, name, "follow-up")


def _of_held(session: Session, name: list[str], step: str) -> None:
    session.expect_journal()
    _hold(session, held_talk_named(session, name), step)


def _hold(session: Session, talk: Talk, step: str, day: date | None = None) -> None:
    """Ask what was not asked yet of a step, what ends it, and the rest on request; set the
    talk for `day` before, if one is given.

    Raises `UsageFault` without a terminal and `Stopped` at Ctrl-C; what was given is kept.
    """
    from collab.commands.sitting import Sitting, prompts_of, wishes_of
    from collab.commands.steps.begun import offer
    from collab.commands.steps.talks import ask_hardness, ask_what_ends
    from collab.commands.today import begun_words, on_terminal
    from collab.rendering.lines import line
    from collab.rendering.palette import HEADING
    from collab.rendering.session_page import counted
    from collab.rendering.talk_lines import said_talk
    from collab.rendering.unbroken import unbroken

    with session.reading() as connection:
        call = call_of(connection, talk)
    sat = Sitting(
        day=session.today,
        part="talk",
        prompts=prompts_of(session),
        wishes=wishes_of(session),
        talk=f"collab talk {step} {call}",
    )
    with on_terminal(session, sat, _WITHOUT) as asking:
        if day is not None and day != talk.date:
            talk = _set_for(session, talk, day)
        drafts = begun_words(session)
        asking.remember(drafts)
        offer(asking, [one for one in drafts if one.key.startswith(f"about:{talk.id}:")])
        said = said_talk(talk)
        asking.show("", line((HEADING, f"{said[0].upper()}{said[1:]}, {step}")))
        if step == "debrief":
            ask_hardness(asking, talk)
        asking.keep.end_step(talk, step, [one.id for one in core_of(step, sat.prompts)])
        _walk(asking, talk, core_left(talk, step, _asked(session, talk), sat.prompts))
        ask_what_ends(asking, talk.id, step)
        _offer_rest(asking, talk, step)
        given = asking.kept_of("about")
        kept = f"Saved: {counted(given, 'answer')}. " if given else ""
        asking.show(f"{kept}The whole story: {unbroken(f'collab talk show {call}')}")


def _set_for(session: Session, talk: Talk, day: date) -> Talk:
    return keep(session, talk, "talk date", lambda one: one.set_for(day, on=session.today))[0]


def _offer_rest(asking: Asking, talk: Talk, step: str) -> None:
    """The questions of a step that come on request."""
    from collab.commands.interview import Pressed
    from collab.rendering.session_page import counted

    rest = _rest(asking, talk, step)
    if not rest:
        return
    more = "m more" if step != "prepare" else "m more to prepare it"
    hint = f"{more} ({counted(len(rest), 'question')}) · Enter done"
    if isinstance(asking.key([], {"m": "more"}, hint, back=False), Pressed):
        _walk(asking, talk, rest)


def _rest(asking: Asking, talk: Talk, step: str) -> Sequence[Prompt]:
    """Those that were not asked; how one sees oneself only once a day, whatever the talk."""
    from collab.storage.histories import asked_up_to

    session, prompts = asking.session, asking.sat.prompts
    rest = rest_of(step, _asked(session, talk), prompts)
    once = [one for one in rest if one.id == ONCE_A_DAY]
    days = session.read(lambda journal: asked_up_to(journal, session.today, once), {})
    asked_today = session.today in days.get(ONCE_A_DAY, ())
    return [one for one in rest if one.id != ONCE_A_DAY or not asked_today]


def _walk(asking: Asking, talk: Talk, prompts: Sequence[Prompt]) -> None:
    from collab.commands.sitting import Chosen
    from collab.commands.steps.walking import walk
    from collab.domain.questions import talk_question

    every = asking.sat.prompts
    questions = [talk_question(prompt, talk.id, every) for prompt in prompts]
    sat: Sitting = replace(asking.sat, chosen=tuple(map(Chosen, questions)))
    asking.sit_down(sat)
    if questions:
        asking.keep.start(questions)
        walk(asking)


def _asked(session: Session, talk: Talk) -> dict[str, date]:
    from collab.storage.talks import asked_about

    return session.read(lambda journal: asked_about(journal, talk.id), {})
