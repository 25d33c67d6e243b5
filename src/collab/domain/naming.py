"""What names a talk or a promise: the person it is with, or the end of its id."""

from __future__ import annotations

from typing import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class Named(Protocol):
        """What is named so: a talk, or a promise."""

        @property
        def id(self) -> str: ...

        @property
        def who(self) -> str | None: ...


_Thing = TypeVar("_Thing", bound="Named")

SHORTEST_END = 4
"""So many of an id's last characters name something; a shorter name must be the whole id."""


def with_end(things: Iterable[_Thing], typed: str) -> tuple[_Thing, ...]:
    """What has an id that ends so, without case. A whole id is nobody else's end."""
    end = typed.upper()
    found = [one for one in things if one.id.upper().endswith(end)]
    whole = [one for one in found if one.id == typed]
    whole = whole or [one for one in found if one.id.upper() == end]
    return tuple(whole or (found if len(end) >= SHORTEST_END else ()))
