"""What Tab completes while words are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from collab.errors import NoJournal

if TYPE_CHECKING:
    from collab.commands.session import Session


def completing(session: Session) -> Callable[[str], tuple[str, ...]]:
    """Makes of a begun name or tag, with its @ or #, those of the journal it may become."""

    def complete(begun: str) -> tuple[str, ...]:
        from collab.storage.completions import completions

        try:
            with session.reading() as connection:
                return completions(connection, begun)
        except NoJournal:
            return ()

    return complete
