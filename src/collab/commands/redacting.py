"""Redacting with the user's eyes on it: every replacement is shown before anything is written.

What is told stands on standard error, so that a document can go to standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from collab.commands.at_terminal import agreed, at_a_terminal
from collab.commands.session import Session
from collab.exchange.redaction import listed_names
from collab.rendering.plain import visible
from collab.rendering.report_sections import NOT_ANONYMOUS

if TYPE_CHECKING:
    from collab.rendering.redaction.labels import Labels
    from collab.rendering.redaction.redactor import Redactor

_Made = TypeVar("_Made")


def redacted(
    session: Session,
    labels: Labels,
    make: Callable[[Redactor], _Made],
    *,
    yes: bool,
    for_screen: bool = False,
) -> _Made | None:
    """What `make` makes with a redactor, once the user agreed; None if not.

    It is then shown if `for_screen`, else written. Raises `NeedsYes` where nobody can be
    asked and `yes` is not given.
    """
    from collab.rendering.redaction.redactor import Redactor

    names = listed_names(session.places.redact)
    starts = session.settings.week_starts_on
    redactor = Redactor(labels, names, starts)
    made = make(redactor)
    further = [] if yes else _further_names(session, redactor)
    if further:
        redactor = Redactor(labels, [*names, *further], starts)
        made = make(redactor)
    for line in _preview(session, redactor):
        _tell(session, line)
    if not agreed(session, "Show it?" if for_screen else "Write it?", yes):
        session.warn(f"Nothing was {'shown' if for_screen else 'written'}.")
        return None
    return made


def _further_names(session: Session, redactor: Redactor) -> list[str]:
    """The words that were left and that the user says are names, where they can be asked."""
    words, small = redactor.capitalised(), redactor.left
    if not (words or small) or not at_a_terminal():
        return []
    if words:
        _tell(session, "These words begin with a capital and are in no list:")
        _tell(session, f"  {', '.join(words)}")
    if small:
        _tell(session, "These are names, but everyday words, too, and have no capital:")
        _tell(session, f"  {_counted(small)}")
    _tell(session, "Which are names? Type them with commas between, * for all, Enter for none.")
    typed = sys.stdin.readline().strip()
    return [*words, *small] if typed == "*" else [name for name in typed.split(",") if name.strip()]


def _preview(session: Session, redactor: Redactor) -> Iterator[str]:
    """What is replaced by what, and which words are left although they may be names."""
    by_put: dict[str, dict[str, int]] = {}
    for (found, put), times in redactor.replaced.items():
        by_put.setdefault(put, {})[" ".join(found.split())] = times
    yield "Replaced:" if by_put else "No name, address or date had to be replaced."
    for put, ways in sorted(by_put.items()):
        yield f"  {put}: {_counted(ways)}"
    yield "The days of pages, talks and promises are told by their weeks."
    capitals, small = redactor.capitalised(), redactor.left
    if capitals:
        yield f"Left as they are: {', '.join(capitals)}"
    if small:
        yield f"Left where they have no capital: {_counted(small)}"
    if capitals or small:
        yield f"Names among them can stand in {session.places.redact}, one a line."
    yield NOT_ANONYMOUS


def _counted(words: Mapping[str, int]) -> str:
    return ", ".join(f"{word} ({times})" if times > 1 else word for word, times in words.items())


def _tell(session: Session, line: str) -> None:
    session.warn(session.fitted(visible(line, session.unicode), sys.stderr))
