"""`collab people forget`: every name of a person becomes "someone", for good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.at_terminal import at_a_terminal, interview_at, leave
from collab.commands.completing import complete_person
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.people.naming import PersonName, anybody_called
from collab.commands.session import Session
from collab.errors import NotConfirmed, UsageFault
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.domain.forgetting import PlainWord, Traces

_ALL = "all"


def forget(
    context: typer.Context,
    name: PersonName,
    confirm: Annotated[
        str | None,
        typer.Option(
            "--confirm",
            metavar="NAME",
            help="The name once more: do it now.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--words",
            metavar="NUMBERS",
            help="Which plain words of the preview too: 1 3-5, or all.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make every name of a person "someone", in the history too. It cannot be undone.

    First you see what would be changed, and where the name may be left. Nothing is done
    until you have typed the name.
    """
    from collab.commands.people.elsewhere import files_with
    from collab.rendering.forgetting_screen import preview
    from collab.storage.forgetting import forget as forget_person
    from collab.storage.forgetting import traces_of

    session: Session = context.obj
    session.expect_journal()
    with session.reading() as connection:
        person = anybody_called(connection, name)
        traces = traces_of(connection, person)
    print_lines(session, preview(traces, session.today, session.width, glyphs_of(session)))
    _say_what_is_not_reached(session, files_with(session, traces))
    ticked = _confirmed(session, traces, confirm, words)
    if ticked is None:
        session.say("Nothing was changed.")
        return
    forget_person(session.journal, person, session.clock(), traces, ticked)
    session.kept_something = True
    _say_done(session, traces, ticked)


def _say_what_is_not_reached(session: Session, files: Sequence[str]) -> None:
    session.say()
    if files:
        session.say_filled(
            "These files hold a name too, or cannot be read. They are yours to change:"
        )
    for path in files:
        session.say(visible(f"  {path}"))
    session.say_filled("Other copies, exports and backups are not looked through.")
    session.say("This cannot be undone.")


def _confirmed(
    session: Session, traces: Traces, confirm: str | None, words: str | None
) -> list[PlainWord] | None:
    """The plain words that go with the names; None where it is not to be done.

    Raises `NotConfirmed`, and `UsageFault` for numbers that are none.
    """
    from collab.domain.people import bare, folded

    ticked = _ticked(traces.words, words or "")
    names = {folded(one) for one in traces.names}
    if confirm is not None:
        if folded(bare(confirm)) not in names:
            raise NotConfirmed(traces.names[0])
        return ticked
    if not at_a_terminal():
        raise NotConfirmed(traces.names[0])
    return _asked(session, traces, names, ticked if words is not None else None)


def _asked(
    session: Session, traces: Traces, names: set[str], ticked: list[PlainWord] | None
) -> list[PlainWord] | None:
    from collab.commands.interview import Given, Stop
    from collab.domain.people import bare, folded
    from collab.rendering.session_page import asked

    def ask(question: str, skip: str) -> str:
        outcome = interview.ask_text([asked(question), ""], back=False, skip=skip)
        if isinstance(outcome, Stop):
            leave(outcome, "Stopped. Nothing was changed.")
        return outcome.text if isinstance(outcome, Given) else ""

    with interview_at(session) as interview:
        while ticked is None and traces.words:
            try:
                ticked = _ticked(traces.words, ask("Which plain words too? 1 3-5, or all", "none"))
            except UsageFault as fault:
                interview.show([f"{fault.sentence} {fault.next_step}", ""])
        typed = ask(f"Type {traces.names[0]} to have it forgotten for good", "change nothing")
    if not typed:
        return None
    if folded(bare(typed)) not in names:
        raise UsageFault(
            "That is another name; nothing was changed.",
            "To try again, type the command once more.",
        )
    return ticked or []


def _ticked(words: Sequence[PlainWord], typed: str) -> list[PlainWord]:
    """The words with these numbers. Raises `UsageFault`."""
    if typed.strip().casefold() == _ALL:
        return list(words)
    chosen: set[int] = set()
    for part in re.split(r"[\s,;]+", typed.strip()):
        found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", part, re.ASCII)
        if part and not found:
            raise UsageFault(f"'{part}' is no number.", "Type numbers such as 1 3-5, or all.")
        if found:
            first, last = int(found[1]), int(found[2] or found[1])
            if not 1 <= first <= last <= len(words):
                raise UsageFault(
                    f"There is no plain word {part}.",
                    f"They have numbers from 1 to {len(words)}."
                    if words
                    else "No plain word is listed: leave the numbers out.",
                )
            chosen.update(range(first, last + 1))
    return [words[number - 1] for number in sorted(chosen)]


def _say_done(session: Session, traces: Traces, ticked: Sequence[PlainWord]) -> None:
    left = len(traces.words) - len(ticked)
    session.say('Forgotten. Every name is "someone" now, in the history too.')
    if left:
        count = f"{left} plain words stay" if left > 1 else "1 plain word stays"
        session.say(f"{count}, as you chose.")
