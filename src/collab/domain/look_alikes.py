"""Names that look like one another: a slip of the fingers, or two ways to write one name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from collab.domain.people import Person, folded

_ALIKE = 0.75
"""From this share of equal letters on (Ratcliff and Obershelp's, 2 M / T) two names that
begin alike look like one: ana and anna (0.86), jon and john, not ann and ana (0.67)."""

_NEAR = 0.6
"""From this share on a name may be what somebody meant to type; difflib's own threshold."""


def look_alikes(name: str, people: Iterable[Person]) -> list[Person]:
    """The people who may be the one called `name`, the most alike first.

    One of their names has the same first letter, without case and accents, and differs in
    little else. Who is called exactly so is none of them.
    """
    wanted = _bare(name)
    alike = []
    for person in people:
        if folded(name) in person.called():
            continue
        likeness = max(
            (_likeness(wanted, _bare(other)) for other in person.names if _begins(other, wanted)),
            default=0.0,
        )
        if likeness >= _ALIKE:
            alike.append((-likeness, person.name, person))
    return [person for _, _, person in sorted(alike, key=lambda one: one[:2])]


def nearest(typed: str, names: Sequence[str]) -> str:
    """The one of `names` that is most like what was typed; "" if none is."""
    likenesses = [(_likeness(_bare(typed), _bare(name)), name) for name in names]
    best = max(likenesses, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= _NEAR else ""


def _begins(name: str, wanted: str) -> bool:
    return _bare(name)[:1] == wanted[:1]


def _likeness(one: str, other: str) -> float:
    # Which of the two comes first may matter; so that it does not, they are put in order.
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _bare(name: str) -> str:
    """The letters without case and accents."""
    parts = unicodedata.normalize("NFD", folded(name))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
