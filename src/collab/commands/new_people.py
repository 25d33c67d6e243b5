"""What is asked about somebody whose name is new: whether that is who is known, and a role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from collab.domain.people import ROLES, Person, Role

if TYPE_CHECKING:
    from datetime import date

    from collab.commands.session import Session
    from collab.storage.database import Connection

AskKey = Callable[[str, Mapping[str, str], str], str | None]
"""Asks the question of the first argument for one key of the second, with the hint of the
third; the key's value, or None where it was left with Enter."""

MOST_ASKED = 2
"""At the end of a session no more people are asked about."""

_ROLE_KEYS: dict[str, Role] = {str(number): role for number, role in enumerate(ROLES, 1)}


def ask_whether_same(ask: AskKey, name: str, people: tuple[Person, ...]) -> Person | None:
    """Whom of those who are called much like `name` it names, if the user says so."""
    from collab.domain.look_alikes import look_alikes

    for person in look_alikes(name, people):
        pressed = ask(
            f"Is {name} the same as {person.name}?",
            {"s": "same", "d": "different"},
            "s same · d different · Enter leave",
        )
        if pressed == "same":
            return person
        if pressed is None:
            break
    return None


def ask_role(ask: AskKey, name: str) -> Role | None:
    """What the one called `name` is to the user."""
    hint = " · ".join(f"{key} {role}" for key, role in _ROLE_KEYS.items())
    pressed = ask(f"Who is {name} to you?", _ROLE_KEYS, hint)
    return next((role for role in ROLES if role == pressed), None)


def ask_about_new(
    session: Session, ask: AskKey, day: date, report: Callable[[str, str], None]
) -> None:
    """Ask about those who are new on the pages up to `day`; each answer is kept at once, and
    nobody is asked about twice.

    `report` is given the name and what became of it, such as "report" or "is Ana".
    """
    from collab.storage import people, sessions

    def new_and_known(connection: Connection) -> tuple[tuple[Person, ...], ...]:
        new = people.new_names(connection, day)
        earlier = (one for one in new if people.is_named_before(connection, one.name, day))
        ids = {one.id for one in new}
        known = (one for one in people.everyone(connection) if one.id not in ids)
        return new, tuple(earlier), tuple(known)

    new, earlier, known = session.read(new_and_known, ((), (), ()))
    for person in new[:MOST_ASKED]:
        before = known if person in earlier else (*known, *earlier)
        became = _ask_about(session, ask, person, before)
        with session.unit("session") as unit:
            state: sessions.State = "answered" if became else "skipped"
            sessions.add_asked(unit, day, "evening", people.role_key(person), state)
        if became:
            report(person.name, became)


def _ask_about(session: Session, ask: AskKey, person: Person, known: tuple[Person, ...]) -> str:
    """Ask about one of them and keep the answer; what they became, empty for nothing.

    `known` are those the name may stand for.
    """
    from collab.storage import people

    same = ask_whether_same(ask, person.name, known)
    if same is not None:
        with session.unit("people merged") as unit:
            people.join(unit, person, same)
        return f"is {same.name}"
    role = ask_role(ask, person.name)
    if role:
        with session.unit("person added") as unit:
            people.put_role(unit, person, role, session.today)
    return role or ""
