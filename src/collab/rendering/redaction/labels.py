"""What each person is called in a document for others: "report A", "peer B"."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count

from collab.domain.people import Person, spans_of_several
from collab.domain.texts import UNSPACED
from collab.rendering.redaction.folding import Folded

NAME, SOMEONE = "[name]", "someone"

_SHORTEST_PART = 3
"""So many letters a part of a real name has at least to be looked for by itself."""
_LIKE_SIGNS = str.maketrans(
    dict.fromkeys("\u2019\u2018\u02bc", "'") | dict.fromkeys("\u2010\u2011\u2013", "-")
)


class Labels:
    """Calls each person by role and letter, in one document always the same.

    `others` are names of whoever is not among `people`, or of several of them. `real_names` are
    those behind the short ones, each with the id of the person: a text may hold the whole or a
    part of one. `shuffle` mixes the letters, so that those of two documents have nothing to do
    with each other.
    """

    def __init__(
        self,
        people: Iterable[Person],
        others: Iterable[str],
        shuffle: Callable[[list[str]], object],
        real_names: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._persons: dict[str, tuple[str, str] | None] = {}
        people = tuple(people)
        roles = {person.id: _role(person) for person in people}
        for person in people:
            for name in (person.name, *person.names):
                self._add(name, person.id, roles[person.id])
        known = [(person, name) for person, name in real_names if person in roles]
        for person_id, name in known:
            self._add(name, person_id, roles[person_id])
        for name in (each for who in others for each in self.several_in(who)):
            self._add(name, f"@{as_compared(name)}", "person")
        self._add_parts(known, roles)
        self._free = _letters(shuffle)
        self._given: dict[str, str] = {}

    def several_in(self, who: str) -> list[str]:
        """Each of the names in `who`, with what stands between them left out; who is known by
        all of it is one."""
        if as_compared(who) in self._persons:
            return [who]
        return [who[start:end] for start, end in spans_of_several(who)]

    def names(self) -> list[str]:
        """Every name, as names are compared."""
        return list(self._persons)

    def of(self, name: str) -> str | None:
        """What the person of this name, as names are compared, is called.

        "[name]" for a part of the real names of several; None if nobody has this name.
        """
        if name not in self._persons:
            return None
        found = self._persons[name]
        if found is None:
            return NAME
        person, role = found
        if person not in self._given:
            self._given[person] = f"{role} {next(self._free)}"
        return self._given[person]

    def _add(self, name: str, person: str, role: str) -> None:
        compared = as_compared(name)
        if compared:
            self._persons.setdefault(compared, (person, role))

    def _add_parts(self, real_names: Sequence[tuple[str, str]], roles: Mapping[str, str]) -> None:
        """The parts of real names that are no name of anybody yet."""
        whose: dict[str, set[str]] = {}
        for person, name in real_names:
            for part in _parts(name):
                whose.setdefault(as_compared(part), set()).add(person)
        for part, persons in whose.items():
            person = next(iter(persons))
            self._persons.setdefault(part, (person, roles[person]) if len(persons) == 1 else None)


def as_compared(name: str) -> str:
    """The form in which two spellings of a name are equal, without its "@"."""
    return like_signs(" ".join(Folded(name.strip().lstrip("@")).text.split()))


def like_signs(text: str) -> str:
    """The text with one kind of apostrophe and one of hyphen; its length is the same."""
    return text.translate(_LIKE_SIGNS)


def _role(person: Person) -> str:
    return person.role if person.role not in (None, "other") else "person"


def _parts(real_name: str) -> list[str]:
    """The parts that name somebody by themselves: those with a capital, if any has one.

    So "de" and "van" are none.
    """
    parts = [
        part.strip(".,()\"'") for part in (*real_name.split(), *re.split(r"[\s\-]", real_name))
    ]
    capital = [part for part in parts if part[:1] != part[:1].lower()]
    return [part for part in capital or parts if _is_long_enough(part)]


def _is_long_enough(part: str) -> bool:
    return len(part) >= _SHORTEST_PART or re.match(UNSPACED, part) is not None


def _letters(shuffle: Callable[[list[str]], object]) -> Iterator[str]:
    """A to Z, mixed, then A2 to Z2, mixed, and so on."""
    for round_ in count(1):
        letters = [f"{letter}{round_ if round_ > 1 else ''}" for letter in string.ascii_uppercase]
        shuffle(letters)
        yield from letters
