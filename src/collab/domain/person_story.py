"""Everything with one person, by any of the names: the writer's record, and no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from collab.domain.frozen import frozen
from collab.domain.names_in_texts import Names, Span
from collab.domain.people import Person
from collab.domain.promises import Promise
from collab.domain.talks import Talk


@frozen
class PageText:
    """Of a page what its line in a story needs. `texts` are those of `Entry.texts`."""

    kind: str
    id: str
    day: date
    texts: tuple[str, ...]


@frozen
class Mentioned:
    """A page, a talk or a promise with the person: `kind` is the kind of the page, "talk"
    or "promise", `day` its own day. `place` is where `text` first names the person, if it
    does."""

    kind: str
    id: str
    day: date
    text: str
    place: Span | None = None


@frozen
class Story:
    """`last_named` is the last day on which a page names the person."""

    person: Person
    last_named: date | None
    mentioned: tuple[Mentioned, ...]


def story_of(
    person: Person,
    last_named: date | None,
    *,
    pages: Iterable[PageText],
    talks: Iterable[Talk],
    promises: Iterable[Promise],
    today: date,
) -> Story:
    """The story of `person`, with whom all of these have to do, the newest first."""
    mentioned = [
        *_pages(person, pages),
        *(_talk(one, today) for one in talks),
        *(_promise(one) for one in promises),
    ]
    mentioned.sort(key=lambda one: (one.day, one.id), reverse=True)
    return Story(person=person, last_named=last_named, mentioned=tuple(mentioned))


def _pages(person: Person, pages: Iterable[PageText]) -> Iterator[Mentioned]:
    names = Names(person.names)
    for page in pages:
        text = "\n".join(page.texts)
        yield Mentioned(
            kind=page.kind,
            id=page.id,
            day=page.day,
            text=text,
            place=names.first_mention(text),
        )


def _talk(talk: Talk, today: date) -> Mentioned:
    """A talk on the day it was held, else on that it is set for, else on that it was added."""
    state = talk.state(today)
    words = f"about {talk.about}, {state}" if talk.about else state
    return Mentioned(kind="talk", id=talk.id, day=talk.held or talk.date or talk.added, text=words)


def _promise(promise: Promise) -> Mentioned:
    """A promise on the day it is due by its newest date."""
    state = "kept" if promise.done else "dropped" if promise.dropped else "open"
    whose = "mine" if promise.side == "mine" else "to me"
    return Mentioned(
        kind="promise",
        id=promise.id,
        day=promise.newest_date(),
        text=f"{promise.what} ({whose}, {state})",
    )
