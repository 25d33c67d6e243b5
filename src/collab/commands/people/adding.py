"""`collab people add` and `edit`: a short name, a role, and what else is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.at_terminal import at_a_terminal, interview_at, leave
from collab.commands.completing import complete_name_in_texts, complete_other_name
from collab.commands.people.naming import PersonName, new_name, person_called
from collab.commands.session import Session
from collab.commands.typed_lines import line_typed
from collab.domain.frozen import replace
from collab.domain.people import Directory, Person, bare, can_be_mentioned, folded
from collab.domain.texts import quotable
from collab.errors import (
    ConflictingOptions,
    NotTheirName,
    PersonThere,
    PresentName,
    Stopped,
    TakenName,
    UsageFault,
)
from collab.rendering.plain import visible
from collab.storage.people import everyone, join, put, set_free

if TYPE_CHECKING:
    from collab.storage.changes import Unit


_STOPPED = "Stopped. Nobody was added."


class RoleOption(StrEnum):
    """What a person is to the user; none takes it back."""

    REPORT = "report"
    PEER = "peer"
    BOSS = "boss"
    PARTNER = "partner"
    OTHER = "other"
    NONE = "none"


RoleGiven = Annotated[
    RoleOption | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="report, peer, boss, partner or other; none takes it back.",
        show_default=False,
    ),
]
Circle = Annotated[
    bool | None,
    typer.Option(
        "--circle/--no-circle",
        help="Whether the report says when you have not named them for three weeks.",
        show_default=False,
    ),
]
Aliases = Annotated[
    list[str] | None,
    typer.Option(
        "--alias",
        metavar="NAME",
        help="Another name; can be given again.",
        autocompletion=complete_name_in_texts,
        show_default=False,
    ),
]
RemovedAliases = Annotated[
    list[str] | None,
    typer.Option(
        "--remove-alias",
        metavar="NAME",
        help="A name to take away; can be given again.",
        autocompletion=complete_other_name,
        show_default=False,
    ),
]
RealName = Annotated[
    str | None,
    typer.Option(
        "--real-name",
        metavar="TEXT",
        help="It never leaves the journal; an empty one takes it back.",
        show_default=False,
    ),
]


def add(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A short name or initials.",
            autocompletion=complete_name_in_texts,
            show_default=False,
        ),
    ] = None,
    role: RoleGiven = None,
    circle: Circle = None,
    alias: Aliases = None,
    real_name: RealName = None,
) -> None:
    """Add somebody by a short name and a role.

    On a terminal you are asked for what you leave out.
    """
    session: Session = context.obj
    begins = not session.journal.exists()
    same: Person | None = None
    if name is not None:
        _refuse_known(session, new_name(name))
    asks = at_a_terminal()
    if asks:
        name, same, role = _ask(session, name, role)
    elif name is None:
        raise UsageFault("There is no name.", "Type one, such as: collab people add ana")
    names = [new_name(one) for one in (name, *(alias or []))]
    with session.unit("person added") as unit:
        person = same or _added(unit, names[0])
        if person.is_only_named():
            person = replace(person, added=session.today)
        person = _with_names(unit, person, names)
        told = _with_more(unit, person, role, circle, real_name)
    session.say(visible(f"Added: {described(told)}."))
    if not any(map(can_be_mentioned, told.names)):
        session.say_fitted("On a page @ takes one word. Give a short name for that: --alias")
    if begins and not asks:
        from collab.commands.privacy import remind

        remind(session)


def edit(
    context: typer.Context,
    name: PersonName,
    role: RoleGiven = None,
    circle: Circle = None,
    alias: Aliases = None,
    remove_alias: RemovedAliases = None,
    real_name: RealName = None,
) -> None:
    """Change the role, the circle, the real name or the other names.

    No text is changed: a name that is taken away is a new one wherever it stands.
    """
    session: Session = context.obj
    session.expect_journal()
    if (role, circle, alias, remove_alias, real_name) == (None,) * 5:
        raise UsageFault(
            "There is nothing to change.",
            "Say what: --role, --circle, --alias, --remove-alias or --real-name",
        )
    others, removed = [new_name(one) for one in alias or []], remove_alias or []
    _refuse_at_odds(others, removed)
    with session.unit("person changed") as unit:
        person = person_called(everyone(unit.db.conn), name)
        if person.is_only_named():
            person = replace(person, added=session.today)
        person, freed = _without_names(_with_names(unit, person, others), removed)
        told = _with_more(unit, person, role, circle, real_name)
        set_free(unit, freed)
    session.say(visible(f"Kept: {described(told)}."))
    for one in freed:
        session.say_filled(visible(f"{one} is a new name from now on; no text is changed."))


def described(person: Person) -> str:
    """A person in one line, such as "ana (also anna), report, in your circle"."""
    others = [name for name in person.names if name != person.name]
    also = f" (also {', '.join(others)})" if others else ""
    circle = "in your circle" if person.circle else ""
    return ", ".join(filter(None, (f"{person.name}{also}", person.role or "no role", circle)))


def _refuse_known(session: Session, name: str) -> None:
    """Raise `PersonThere` for somebody of whom more is known than a name in a text."""
    person = Directory(session.read(everyone, ())).find(name)
    if person is not None and not person.is_only_named():
        raise PersonThere(name, person.name)


def _ask(
    session: Session, name: str | None, role: RoleOption | None
) -> tuple[str, Person | None, RoleOption | None]:
    """Ask for what was left out: the name, who it may be already, the role."""
    from collab.commands.interview import Given, Pressed, Stop
    from collab.commands.new_people import ask_role, ask_whether_same
    from collab.commands.privacy import BEGIN, privacy_page
    from collab.rendering.session_page import asked

    with interview_at(session) as interview:

        def ask(question: str, keys: Mapping[str, str], hint: str) -> str | None:
            outcome = interview.ask_key([asked(question)], keys, hint, back=False)
            if isinstance(outcome, Stop):
                leave(outcome, _STOPPED)
            return outcome.value if isinstance(outcome, Pressed) else None

        if not session.journal.exists():
            interview.show(privacy_page(session))
            ask("", {}, BEGIN)
        if name is None:
            outcome = interview.ask_text(
                [asked("A short name or initials"), ""], back=False, skip="add nobody"
            )
            if isinstance(outcome, Stop):
                leave(outcome, _STOPPED)
            if not isinstance(outcome, Given):
                raise Stopped(_STOPPED)
            name = outcome.text
            _refuse_known(session, new_name(name))
        known = session.read(everyone, ())
        same = ask_whether_same(ask, new_name(name), known)
        if same is None and role is None:
            given = ask_role(ask, new_name(name))
            role = RoleOption(given) if given else None
    return name, same, role


def _added(unit: Unit, name: str) -> Person:
    """Somebody of this name, new, or named in texts until now."""
    person = Directory(everyone(unit.db.conn)).find(name)
    if person is not None and not person.is_only_named():
        raise PersonThere(name, person.name)
    known_as = person.id if person else unit.new_id()
    return Person(id=known_as, name=name, names=(name,))


def _with_names(unit: Unit, person: Person, names: Sequence[str]) -> Person:
    """The person with these names, too. Whoever is only named so in texts is that person."""
    for name in names:
        owner = Directory(everyone(unit.db.conn)).find(name)
        if owner is not None and owner.id != person.id:
            if not owner.is_only_named():
                raise TakenName(name, owner.name, person.name)
            person = join(unit, owner, person)
        elif folded(name) not in person.called():
            person = replace(person, names=(*person.names, name))
    return person


def _refuse_at_odds(given: Sequence[str], removed: Sequence[str]) -> None:
    """Raise `ConflictingOptions` for a name that is both given and taken away."""
    for one in given:
        for other in removed:
            if folded(one) == folded(bare(other)):
                raise ConflictingOptions(f"--alias {one}", f"--remove-alias {other}")


def _without_names(person: Person, typed: Sequence[str]) -> tuple[Person, list[str]]:
    """The person without these names, and the names that were taken away.

    Raises `NotTheirName`, and `PresentName` for the one they are called by.
    """
    removed = []
    for name in map(bare, typed):
        same = [one for one in person.names if folded(one) == folded(name)]
        if folded(name) == folded(person.name):
            raise PresentName(person.name)
        if not same:
            raise NotTheirName(quotable(name), person.name)
        person = replace(person, names=tuple(one for one in person.names if one not in same))
        removed += same
    return person, removed


def _with_more(
    unit: Unit,
    person: Person,
    role: RoleOption | None,
    circle: bool | None,
    real_name: str | None,
) -> Person:
    """Keep the person with what was said; who that is now."""
    if role is not None:
        person = replace(person, role=None if role is RoleOption.NONE else role.value)
    if circle is not None:
        person = replace(person, circle=circle)
    cleaned = None if real_name is None else line_typed("The real name", real_name) or ""
    put(unit, person, cleaned)
    return person
