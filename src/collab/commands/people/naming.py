"""Which person somebody means, and what a person can be called."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.completing import complete_person
from collab.domain.people import LONGEST_NAME, Directory, Person, bare
from collab.domain.texts import clean_line, quotable
from collab.errors import UnfitName, UnknownPerson

if TYPE_CHECKING:
    from collab.storage.database import Connection

PersonName = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="Any name of the person, with or without @.",
        autocompletion=complete_person,
        show_default=False,
    ),
]


def person_called(people: Sequence[Person], typed: str) -> Person:
    """The one of `people` with this name, with or without its "@". Raises `UnknownPerson`."""
    person = Directory(people).find(bare(typed))
    if person is None:
        from collab.domain.look_alikes import nearest

        known = [name for one in people for name in one.names]
        raise UnknownPerson(quotable(typed), nearest(bare(typed), known))
    return person


def anybody_called(connection: Connection, typed: str) -> Person:
    """The same; also somebody in no list of people, but with a talk, a promise or words.

    Such a person has no id. Raises `UnknownPerson`.
    """
    from collab.storage.people import everyone, known_by_name_only

    try:
        return person_called(everyone(connection), typed)
    except UnknownPerson:
        found = known_by_name_only(connection, bare(typed))
        if found is None:
            raise
        return Person(id="", name=found, names=(found,))


def new_name(typed: str) -> str:
    """A name as it is kept: one line, composed, without "@". Raises `UnfitName`."""
    from collab.domain.forgetting import SOMEONE
    from collab.domain.people import folded

    try:
        name = clean_line(bare(typed))
    except ValueError as fault:
        raise UnfitName(typed.encode(errors="replace").decode(), f"it {fault}") from fault
    name = unicodedata.normalize("NFC", name or "")
    if not any(letter.isalpha() for letter in name):
        raise UnfitName(typed, "it has no letter")
    if "@" in name or "#" in name:
        raise UnfitName(typed, "@ and # begin names and tags")
    if len(name) > LONGEST_NAME:
        raise UnfitName(f"{name[:20]}…", f"it is longer than {LONGEST_NAME} characters")
    if folded(name) == folded(SOMEONE):
        raise UnfitName(typed, "it stands for those who were forgotten")
    return name
