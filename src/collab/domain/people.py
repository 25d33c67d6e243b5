"""The people a journal names, and how texts name them.

A mention is "@" and a name typed inside any text. Names are compared without case and
in Unicode's composed form (NFC). A person may have several names; texts are never
rewritten when two of them turn out to be the same person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from collab.domain.frozen import frozen

if TYPE_CHECKING:
    from collab.domain.entries import Entry

Role = Literal["report", "peer", "boss", "partner", "other"]
ROLES: tuple[Role, ...] = ("report", "peer", "boss", "partner", "other")

LONGEST_NAME = 60
"""Characters of a name that is given to a person; an import may bring longer ones."""

_BETWEEN_NAMES = r"\s*[,;&+/]\s*|\s+and\s+"
_NAME = r"([^\W\d_](?:[\w.\-]*\w)?)"
# Left as text: compiling them costs every start, and few commands need either.
# Each begins with its sign, though what stands before it is looked at: so the signs alone
# are looked for, and not at every letter.
_MENTION = r"@(?<![\w.]@)" + _NAME
_TAG = r"#(?<![\w.]#)" + _NAME


@frozen
class Person:
    """`name` is what the person is called here; `names` lists every alias, that one first.

    `circle` says whether the writer wants to keep an eye on this tie. `added` is absent
    for a person whom nobody added and who is only named in texts.
    """

    id: str
    name: str
    names: tuple[str, ...]
    role: Role | None = None
    circle: bool = False
    added: date | None = None

    def is_only_named(self) -> bool:
        """Whether nobody said more of this person than a name in a text."""
        return self.role is None and self.added is None and not self.circle and len(self.names) == 1

    def called(self) -> frozenset[str]:
        """Every name, folded."""
        return frozenset(folded(name) for name in (self.name, *self.names))


def folded(name: str) -> str:
    """The form in which two spellings of one name or tag are equal."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def bare(typed: str) -> str:
    """A name as it was typed, without the "@" before it."""
    return typed.strip().removeprefix("@")


def names_in(who: str) -> tuple[str, ...]:
    """What a promise to `who` may be found by: all of it, and each of several, without "@".

    "Ines and @jonas" is found by both of them.
    """
    several = [who[start:end] for start, end in spans_of_several(who)]
    return tuple(bare(name) for name in (who, *several) if name.strip())


def spans_of_several(who: str) -> Iterator[tuple[int, int]]:
    """From and to of each of the names in `who`; of a single one, of all of it."""
    start = 0
    for between in re.finditer(_BETWEEN_NAMES, who):
        yield start, between.start()
        start = between.end()
    yield start, len(who)


def is_with(who: str, called: frozenset[str]) -> bool:
    """Whether what is to `who` is with somebody who has one of these names, folded."""
    looked_at = folded(who)
    # Most are with somebody else, and this costs a fraction of taking `who` apart.
    if not any(name in looked_at for name in called):
        return False
    return any(folded(name) in called for name in names_in(who))


def can_be_mentioned(name: str) -> bool:
    """Whether "@" and this name are a mention of it in a text."""
    return re.fullmatch(_NAME, unicodedata.normalize("NFC", name)) is not None


def mention_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each mention in `text`, which is in composed form: from, to, and the name as typed."""
    for found in re.finditer(_MENTION, text):
        yield found.start(), found.end(), found[1]


def mentions_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The names mentioned in `texts`, as typed, each once, in order of appearance."""
    return _found(_MENTION, texts)


def tags_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The tags in `texts` without their "#", as typed, each once, in order of appearance."""
    return _found(_TAG, texts)


def names_of(entry: Entry) -> list[str]:
    """Everyone an entry names, folded: its list of people and the mentions in its texts."""
    return list(
        dict.fromkeys(folded(name) for name in (*entry.people, *mentions_in(entry.texts())))
    )


def tags_of(entry: Entry) -> dict[str, str]:
    """An entry's tags, folded, each with the spelling that came first."""
    found: dict[str, str] = {}
    for tag in (*entry.tags, *tags_in(entry.texts())):
        found.setdefault(folded(tag), tag)
    return found


def _found(pattern: str, texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        for name in re.findall(pattern, unicodedata.normalize("NFC", text)):
            found.setdefault(folded(name), name)
    return tuple(found.values())


class Directory:
    """Finds a person by any of the names."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name = {
            folded(name): person for person in people for name in (person.name, *person.names)
        }

    def find(self, name: str) -> Person | None:
        """The person called `name`, or None."""
        return self._by_name.get(folded(name))

    def called(self, typed: str) -> frozenset[str]:
        """Every name, folded, of the person called `typed`, with or without "@"; that one
        alone where nobody known is called so."""
        name = folded(bare(typed))
        person = self._by_name.get(name)
        if person is None:
            return frozenset((name,))
        return frozenset(one for one, owner in self._by_name.items() if owner == person)
