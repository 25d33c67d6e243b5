"""Changes one talk or promise as it stands now: another window may have changed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from collab.errors import ChangedMeanwhile

if TYPE_CHECKING:
    from collab.storage.changes import Unit
    from collab.storage.database import Connection

_Thing = TypeVar("_Thing")


class Store(Protocol[_Thing]):
    """Where talks, or promises, are kept: `storage.talks`, or `storage.promises`."""

    def with_id(self, connection: Connection, id_: str, /) -> _Thing | None: ...

    def put(self, unit: Unit, thing: _Thing, /) -> None: ...


def change_one(
    unit: Unit, store: Store[_Thing], id_: str, change: Callable[[_Thing], _Thing]
) -> _Thing:
    """Keep what was done to the talk or promise of this id; as it is then.

    Raises `ChangedMeanwhile` if it is gone, and what `change` raises.
    """
    present = store.with_id(unit.db.conn, id_)
    if present is None:
        raise ChangedMeanwhile
    changed = change(present)
    store.put(unit, changed)
    return changed
