"""Which talk a person means: the one with somebody, or the one with this end of its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.pages.screen import glyphs_of
from collab.domain.people import folded
from collab.domain.talks import Talk, talks_called
from collab.errors import AmbiguousTalk, UnknownTalk
from collab.storage import talks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collab.commands.session import Session
    from collab.storage.database import Connection

Fits = Callable[[Talk], bool]

TalkName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="Whom it is with, or the end of its id as list prints it.",
        show_default=False,
    ),
]

_LONGEST_QUOTE = 40


def talk_named(session: Session, words: list[str], fits: Fits) -> Talk:
    """The one talk that was meant among those for which `fits` says that the step makes sense.

    Where it makes sense for none, it is the newest of that name, so that the step itself
    can say what is in its way. Several are listed on standard error.

    Raises `UnknownTalk`, `AmbiguousTalk`, and what reading raises.
    """
    from collab.domain.people import Directory
    from collab.storage.ends import ends_of
    from collab.storage.people import everyone

    typed = " ".join(words).strip()
    with session.reading() as connection:
        found = talks_called(talks.everyone(connection), typed, Directory(everyone(connection)))
        if not found:
            raise UnknownTalk(_quotable(typed))
        fitting = [talk for talk in found if fits(talk)] or [found[-1]]
        if len(fitting) == 1:
            return fitting[0]
        ends = ends_of(connection, [talk.id for talk in fitting], "talks")
    list_beside(session, fitting, ends)
    raise AmbiguousTalk(_quotable(typed), ends[fitting[-1].id])


def list_beside(session: Session, some: Iterable[Talk], ends: Mapping[str, str]) -> None:
    """List talks on standard error."""
    from collab.rendering.talk_lines import listing

    for row in listing(tuple(some), ends, session.today, session.width, glyphs_of(session)):
        session.warn(row)


def call_of(connection: Connection, talk: Talk) -> str:
    """What names a talk on the command line: the person, or the end of its id where she has
    several that are open."""
    from shlex import quote

    from collab.storage.ends import ends_of

    others = [
        one
        for one in talks.everyone(connection)
        if one.is_open() and folded(one.who) == folded(talk.who)
    ]
    if len(others) <= 1:
        return quote(folded(talk.who))
    return ends_of(connection, [talk.id], "talks")[talk.id]


def is_planned(talk: Talk) -> bool:
    """Whether it is still to be held."""
    return talk.is_open() and talk.held is None


def is_held(talk: Talk) -> bool:
    """Whether it was held and is not over."""
    return talk.is_open() and talk.held is not None


def is_open(talk: Talk) -> bool:
    """Whether it is neither closed nor let go."""
    return talk.is_open()


def _quotable(typed: str) -> str:
    return typed if len(typed) <= _LONGEST_QUOTE else typed[: _LONGEST_QUOTE - 1] + "…"
