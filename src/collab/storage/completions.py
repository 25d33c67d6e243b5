"""What a begun name or tag may become: those that the journal holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from collab.domain.frozen import frozen
from collab.domain.people import Directory, Person, can_be_mentioned, folded
from collab.storage import people, promises, talks
from collab.storage.ends import ends_of

if TYPE_CHECKING:
    from collab.domain.talks import Talk

MOST = 6
_MOST_PAGES = 200


@frozen
class Completion:
    """What a word of the command line may become: any of `names`, the present one first.

    `about` says more of it in a few words. The end of an id stands behind no "@".
    `at_once` tells whether it is offered before anything of it was typed.
    """

    names: tuple[str, ...]
    about: str = ""
    is_end: bool = False
    at_once: bool = True

    def rest_behind(self, begun: str) -> str | None:
        """What is to follow what was `begun`, compared without case; None if nothing fits."""
        for name in self.names:
            for length in range(len(name) + 1):
                if folded(name[:length]) == folded(begun):
                    return name[length:]
        return None


def completions(connection: sqlite3.Connection, begun: str) -> tuple[str, ...]:
    """The names that `begun` (with its @ or #) may become, the one used last first.

    At most six. A person is offered once, whichever of the names was begun, and by the
    present name if that can stand behind an @; a tag is given as it was typed last.
    """
    start = folded(begun[1:])
    if begun.startswith("@"):
        known = [
            next(filter(can_be_mentioned, (person.name, name, *person.names)), "")
            for person, name in people_called(connection, start)
        ]
    else:
        known = [tag for tag in _tags(connection) if folded(tag).startswith(start)]
    return tuple(begun[0] + name for name in known if name)[:MOST]


def people_called(connection: sqlite3.Connection, begun: str) -> list[tuple[Person, str]]:
    """Everybody with a name that begins so, and that name: the present one if it does.

    The one who was named last comes first.
    """
    used = dict(connection.execute("SELECT name, max(day) FROM mentions GROUP BY name").fetchall())
    start = folded(begun)
    found = []
    for person in people.everyone(connection):
        names = [name for name in person.names if folded(name).startswith(start)]
        if names:
            last = max(used.get(name, "") for name in person.called())
            found.append((last, person, names[0]))
    found.sort(key=lambda one: folded(one[1].name))
    found.sort(key=lambda one: one[0], reverse=True)
    return [(person, name) for _, person, name in found]


def people_to_name(connection: sqlite3.Connection) -> Iterator[Completion]:
    """Everybody, the one who was named last first."""
    for person, _ in people_called(connection, ""):
        yield Completion(names=person.names, about=person.role or "")


def people_to_add(connection: sqlite3.Connection) -> Iterator[Completion]:
    """Those of whom nothing is known but a name in a text."""
    for person, _ in people_called(connection, ""):
        if person.is_only_named():
            yield Completion(names=person.names)


def other_names(connection: sqlite3.Connection, typed: str) -> Iterator[Completion]:
    """The names of the person called `typed`, but for the present one."""
    person = Directory(people.everyone(connection)).find(_bare(typed))
    for name in person.names if person else ():
        if person and name != person.name:
            yield Completion(names=(name,))


def tags_to_name(connection: sqlite3.Connection) -> Iterator[Completion]:
    """The tags as they were typed last, the newest first."""
    for tag in _tags(connection):
        yield Completion(names=(tag,))


def talks_to_name(
    connection: sqlite3.Connection, fits: Callable[[Talk], bool]
) -> Iterator[Completion]:
    """The talks that fit, by the person, and by the end of the id."""
    found = [talk for talk in talks.everyone(connection) if fits(talk)]
    told = [(talk.id, talk.who, talk.about or "") for talk in found]
    return _by_person_or_end(connection, "talks", told)


def promises_to_name(connection: sqlite3.Connection) -> Iterator[Completion]:
    """The open promises, by the person, and by the end of the id."""
    found = [promise for promise in promises.everyone(connection) if promise.is_open()]
    told = [(promise.id, promise.who, promise.what) for promise in found]
    return _by_person_or_end(connection, "promises", told)


def pages_to_name(connection: sqlite3.Connection, *, removed: bool) -> Iterator[Completion]:
    """The newest pages by their days, and by the ends of their ids."""
    rows = connection.execute(
        f"SELECT id, day, kind FROM entries WHERE removed_at IS {'NOT ' * removed}NULL"
        " ORDER BY day DESC, pk DESC LIMIT ?",
        [_MOST_PAGES],
    ).fetchall()
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault(row["day"], []).insert(0, row["kind"])
    for day, written in kinds.items():
        yield Completion(names=(day,), about=", ".join(dict.fromkeys(written)))
    ends = ends_of(connection, [row["id"] for row in rows])
    for row in rows:
        about = f"{row['kind']}, {row['day']}"
        yield Completion(names=(ends[row["id"]],), about=about, is_end=True, at_once=False)


def _by_person_or_end(
    connection: sqlite3.Connection, table: str, told: Iterable[tuple[str, str | None, str]]
) -> Iterator[Completion]:
    """For each id, person and words: the person, where no other is theirs, and the end."""
    told = list(told)
    directory = Directory(people.everyone(connection))
    ends = ends_of(connection, [id_ for id_, _, _ in told], table)
    whose: dict[str, int] = {}
    named = []
    for id_, who, about in told:
        person = directory.find(_bare(who))
        key = person.id if person else folded(_bare(who))
        whose[key] = whose.get(key, 0) + 1
        named.append((id_, key, (_bare(who), *(person.names if person else ())), about))
    for id_, key, names, about in named:
        alone = whose[key] == 1 and names[0] != ""
        if alone:
            yield Completion(names=names, about=about)
        said = about if alone else ": ".join(filter(None, (names[0], about)))
        yield Completion(names=(ends[id_],), about=said, is_end=True, at_once=not alone)


def _bare(who: str | None) -> str:
    return (who or "").strip().removeprefix("@")


def _tags(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT typed, max(day) FROM tags GROUP BY tag ORDER BY 2 DESC, 1")
    return [row["typed"] for row in rows]
