"""What Tab completes while words are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collab.commands.session import Session


def completing(session: Session) -> Callable[[str], tuple[str, ...]]:
    """Makes of a begun name or tag, with its @ or #, those of the journal it may become."""

    def complete(begun: str) -> tuple[str, ...]:
        from collab.storage.completions import completions

        return session.read(lambda connection: completions(connection, begun), ())

    return complete
