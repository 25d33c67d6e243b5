"""The promises as one page to read, mine and to me. It is never read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collab.domain.periods import spoken_long
from collab.domain.promises import SIDES, Promise, Side
from collab.rendering.markdown.structure import inline

_SIDES: dict[Side, str] = {"mine": "Mine", "theirs": "To me"}
_TOWARDS: dict[Side, str] = {"mine": "To", "theirs": "From"}


def promises_page(promises: Sequence[Promise]) -> str:
    """All promises, in the order given: the open ones first, mine before those to me."""
    parts = ["# Promises"]
    for is_open, state in ((True, "open"), (False, "ended")):
        for side in SIDES:
            listed = [one for one in promises if one.side == side and one.is_open() == is_open]
            if listed:
                parts.append(f"## {_SIDES[side]}, {state}")
            for promise in listed:
                parts.append(f"### {inline(promise.what)}")
                parts.append("\n".join(f"- {fact}" for fact in _facts(promise)))
    return "\n\n".join(parts) + "\n"


def _facts(promise: Promise) -> Iterator[str]:
    if promise.who:
        yield f"{_TOWARDS[promise.side]} {inline(promise.who)}"
    if promise.made:
        yield f"Made on {spoken_long(promise.made)}"
    yield f"Due on {spoken_long(promise.due)}"
    for move in promise.moved:
        agreed = "agreed" if move.agreed else "not agreed"
        yield (
            f"Moved on {spoken_long(move.on)} from {spoken_long(move.from_)}"
            f" to {spoken_long(move.to)}, {agreed}"
        )
    if promise.done:
        yield f"Done on {spoken_long(promise.done)}"
    if promise.dropped:
        yield f"Dropped on {spoken_long(promise.dropped)}"
    if promise.reason:
        yield f"Reason: {inline(promise.reason)}"
