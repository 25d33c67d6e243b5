"""`collab people rename` and `merge`: the names change, and no text does."""

from __future__ import annotations

from typing import Annotated

import typer

from collab.commands.completing import complete_person
from collab.commands.people.adding import described
from collab.commands.people.naming import PersonName, new_name, person_called
from collab.commands.session import Session
from collab.domain.frozen import replace
from collab.domain.people import Directory, bare, folded
from collab.errors import SamePerson, TakenName
from collab.rendering.plain import visible
from collab.storage.people import everyone, join, put

IntoName = Annotated[
    str,
    typer.Argument(
        metavar="INTO",
        help="Any name of the person who stays.",
        autocompletion=complete_person,
        show_default=False,
    ),
]


def rename(
    context: typer.Context,
    name: PersonName,
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The name from now on.", show_default=False)
    ],
) -> None:
    """Give a person another name; the old one still finds them.

    No text is changed: @ana on a page means the same person as before.
    """
    session: Session = context.obj
    session.expect_journal()
    wanted = new_name(new)
    with session.unit("person renamed") as unit:
        people = everyone(unit.db.conn)
        person = person_called(people, name)
        owner = Directory(people).find(wanted)
        if owner is not None and owner.id != person.id:
            raise TakenName(wanted, owner.name, person.name)
        if wanted == person.name:
            raise SamePerson(wanted, wanted)
        others = [one for one in person.names if folded(one) != folded(wanted)]
        told = replace(person, name=wanted, names=(wanted, *others))
        put(unit, told)
    session.say(visible(f"Renamed: {person.name} is {described(told)}."))


def merge(context: typer.Context, name: PersonName, into: IntoName) -> None:
    """Make two people one: the names of the first become names of the second.

    No text is changed: each of the names finds that person from now on.
    """
    session: Session = context.obj
    session.expect_journal()
    with session.unit("people merged") as unit:
        people = everyone(unit.db.conn)
        person, other = person_called(people, name), person_called(people, into)
        if person.id == other.id:
            raise SamePerson(bare(name), bare(into))
        told = join(unit, person, other)
    session.say(visible(f"Merged: {person.name} is {described(told)}."))
