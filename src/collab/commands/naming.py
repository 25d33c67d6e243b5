"""Which talk or promise a person means: the one with somebody, or with this end of its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from collab.domain.naming import with_end
from collab.domain.people import Directory
from collab.domain.texts import quotable
from collab.errors import Ambiguous, CollabError
from collab.storage.ends import ends_of
from collab.storage.people import everyone

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.naming import Named
    from collab.storage.database import Connection

_Thing = TypeVar("_Thing", bound="Named")


class Group(NamedTuple, Generic[_Thing]):
    """Talks, or promises.

    `table` holds them, and is what several are called; `every` gives them in the order in
    which several are listed, by `show` with the end of each one's id, and `with_person`
    those with somebody who has one of some names, folded. `unknown` is what
    a name comes to that nothing has. `where_none_fits` gives the one that is meant by a
    person with whom nothing makes sense, or raises what says so.
    """

    table: str
    every: Callable[[Connection], Sequence[_Thing]]
    with_person: Callable[[Connection, frozenset[str]], Sequence[_Thing]]
    show: Callable[[Session, Sequence[_Thing], Mapping[str, str]], None]
    unknown: Callable[[str], CollabError]
    where_none_fits: Callable[[str, Sequence[_Thing]], _Thing]


def one_named(
    session: Session,
    words: Sequence[str],
    group: Group[_Thing],
    fits: Callable[[_Thing], bool],
) -> _Thing:
    """The one of a group that was meant, among those of which `fits` says that they make sense.

    A person comes before the end of an id. What an id names alone is given even if it does
    not make sense, so that the step itself can say what is in its way. Several are listed
    on standard error.

    Raises `Ambiguous`, what `group` raises, and what reading raises.
    """
    typed = " ".join(words).strip()
    with session.reading() as connection:
        found = meant(connection, typed, group, fits)
        ends = ends_of(connection, [one.id for one in found], group.table)
    if len(found) > 1:
        group.show(session, found, ends)
        raise Ambiguous(group.table, quotable(typed), ends[found[-1].id])
    return found[0]


def meant(
    connection: Connection, typed: str, group: Group[_Thing], fits: Callable[[_Thing], bool]
) -> Sequence[_Thing]:
    """Those of a group that a name may mean, at least one; see `one_named`."""
    called = Directory(everyone(connection)).called(typed)
    theirs = group.with_person(connection, called)
    if fitting := [one for one in theirs if fits(one)]:
        return fitting
    if called_so := with_end(group.every(connection), typed):
        return [one for one in called_so if fits(one)] or called_so
    if theirs:
        return [group.where_none_fits(quotable(typed), theirs)]
    raise group.unknown(quotable(typed))
