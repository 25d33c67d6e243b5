"""Who appears around one subject: a list of names and days, no stance and no score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from collab.domain.frozen import frozen
from collab.domain.people import Directory, names_of

if TYPE_CHECKING:
    from collab.domain.entries import Entry

_NOBODY: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@frozen
class Coalition:
    """`beside` has for each entry's id the people on it, in the order they are named.

    `last_named` has everybody with the last day on which a page of the subject names them,
    the newest first. Each is called what they are called today.
    """

    beside: Mapping[str, tuple[str, ...]] = _NOBODY
    last_named: tuple[tuple[str, date], ...] = ()


def coalition_of(
    entries: Iterable[Entry], named: Mapping[str, date], directory: Directory
) -> Coalition:
    """The people on `entries`, and of `named`, folded names with the last day of each."""
    last: dict[str, date] = {}
    for name, day in named.items():
        called = _called(name, directory)
        last[called] = max(day, last.get(called, day))
    return Coalition(
        beside={
            entry.id: tuple(dict.fromkeys(_called(name, directory) for name in names_of(entry)))
            for entry in entries
        },
        last_named=tuple(sorted(last.items(), key=lambda one: (-one[1].toordinal(), one[0]))),
    )


def _called(name: str, directory: Directory) -> str:
    person = directory.find(name)
    return person.name if person else name
