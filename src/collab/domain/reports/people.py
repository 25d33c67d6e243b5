"""Who was named, and who of the circle was not: the writer's attention, nothing about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from collab.domain.entries import Entry
from collab.domain.people import Directory, Person, folded, mentions_in
from collab.domain.reports.phrases import a_to_z
from collab.domain.reports.report import Line, NamedPerson, PeopleFigures
from collab.domain.reports.window import Window

WRITTEN_DAYS_NEEDED = 3
MENTIONS_FOR_SHARES = 10
PEOPLE_FOR_SHARES = 4
QUIET_DAYS = 21
NOBODY = "nobody"


def people_of(
    window: Window, people: Sequence[Person], last_named: Mapping[str, date]
) -> PeopleFigures:
    """On how many days each person was named.

    `last_named`: for the people of the circle, by id, the last day up to the as-of day on
    which a page names them.
    """
    named = _named(window.entries, Directory(people))
    written = len(window.written_days())
    return PeopleFigures(
        days_written=written,
        named=named,
        says=(*_mentions(named, written), *_not_named(window.as_of, people, last_named)),
    )


def _named(entries: Sequence[Entry], directory: Directory) -> tuple[NamedPerson, ...]:
    """Everybody named, most days first; one whom nobody added goes by the name in lower case."""
    days = {(entry.day, *_known(name, directory)) for entry in entries for name in _names(entry)}
    count = Counter((name, role) for _, name, role in days)
    named = [NamedPerson(name=name, role=role, days=n) for (name, role), n in count.items()]
    return tuple(sorted(named, key=lambda person: (-person.days, a_to_z(person.name))))


def _names(entry: Entry) -> tuple[str, ...]:
    return (*entry.people, *mentions_in(entry.texts()))


def _known(name: str, directory: Directory) -> tuple[str, str | None]:
    person = directory.find(name)
    return (person.name, person.role) if person else (folded(name), None)


def _mentions(named: Sequence[NamedPerson], written: int) -> Iterator[Line]:
    if written < WRITTEN_DAYS_NEEDED:
        yield Line("named", f"not yet ({written} of {WRITTEN_DAYS_NEEDED} written days needed)")
        return
    yield Line("named", ", ".join(map(_with_role, named)) or NOBODY)
    mentions = sum(person.days for person in named)
    if mentions >= MENTIONS_FOR_SHARES and len(named) >= PEOPLE_FOR_SHARES:
        top_two = sum(person.days for person in named[:2])
        yield Line("top two", f"{top_two} of {mentions} mentions; people named: {len(named)}")


def _with_role(person: NamedPerson) -> str:
    role = f" ({person.role})" if person.role else ""
    return f"{person.name}{role} {person.days}"


def _not_named(
    as_of: date, people: Sequence[Person], last_named: Mapping[str, date]
) -> Iterator[Line]:
    """The circle's people, the longest not named first; never named counts from `added`."""
    since = [
        (day, a_to_z(person.name), person.name)
        for person in people
        if person.circle and (day := last_named.get(person.id, person.added))
    ]
    for day, _, name in sorted(since):
        days = (as_of - day).days
        if days >= QUIET_DAYS:
            yield Line("not named", f"{name} for {days} days")
