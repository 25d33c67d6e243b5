"""Which talk a person means, and what names one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.completing import complete_talk
from collab.commands.naming import Group, meant, one_named
from collab.commands.pages.screen import glyphs_of
from collab.domain.people import folded
from collab.domain.talks import Talk
from collab.domain.texts import quotable
from collab.errors import NotHeldYet, UnknownTalk
from collab.storage import talks

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.database import Connection

TalkName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="Whom it is with, or the end of its id as list prints it.",
        autocompletion=complete_talk,
        show_default=False,
    ),
]


def talk_named(session: Session, words: list[str], fits: Callable[[Talk], bool]) -> Talk:
    """The one talk that was meant among those for which `fits` says that the step makes sense.

    Where it makes sense for none with a person, it is the newest one, so that the step itself
    can say what is in its way. Several are listed on standard error.

    Raises `UnknownTalk`, `Ambiguous`, and what reading raises.
    """
    return one_named(session, words, _TALKS, fits)


def held_talk_named(session: Session, words: list[str]) -> Talk:
    """The one talk that was meant, which was held and is open.

    Raises `NotHeldYet` with the words that were typed, `AlreadyEnded`, and what
    `talk_named` raises.
    """
    talk = talk_named(session, words, is_held)
    try:
        talk.refuse_unless_open(held=True)
    except NotHeldYet:
        raise NotHeldYet(quotable(" ".join(words))) from None
    return talk


def call_of(connection: Connection, talk: Talk) -> str:
    """What names a talk on the command line: the person, or the end of its id where she has
    several that are open, or a name that a terminal would not show as it is, or that would be
    read as an option."""
    from shlex import quote

    from collab.rendering.plain import visible
    from collab.storage.ends import ends_of

    call = quote(folded(talk.who))
    alone = all(one.id == talk.id for one in meant(connection, talk.who, _TALKS, is_open))
    if alone and visible(call) == call and not call.startswith("-"):
        return call
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


def _list(session: Session, found: Sequence[Talk], ends: Mapping[str, str]) -> None:
    from collab.rendering.talk_lines import listing

    for row in listing(found, ends, session.today, session.width, glyphs_of(session)):
        session.warn(row)


_TALKS = Group(
    table="talks",
    every=talks.everyone,
    with_person=talks.with_person,
    show=_list,
    unknown=UnknownTalk,
    where_none_fits=lambda _, theirs: theirs[-1],
)
