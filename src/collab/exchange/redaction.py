"""What is given to others: the words of the journal without who, where to reach, and when."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from collab.rendering.markdown.for_others import document_for_others
from collab.rendering.redaction.labels import Labels
from collab.rendering.redaction.records import redacted_entry
from collab.rendering.redaction.redactor import Redactor
from collab.storage import entries, people, promises, talks
from collab.storage.packs import themes

if TYPE_CHECKING:
    from collab.domain.entries import Entry
    from collab.domain.selections import Selection
    from collab.storage.database import Connection


def labels_for(connection: Connection, outside: Iterable[str]) -> Labels:
    """What everybody the journal names is called; the letters are mixed anew each time.

    Those are the people with all their names and the real ones behind them, which everybody
    who is mentioned is one of, whoever a talk or a promise is with, and `outside`, whose
    words are kept.
    """
    others = [talk.who for talk in talks.everyone(connection)]
    others += [promise.who for promise in promises.everyone(connection) if promise.who]
    mix = random.SystemRandom().shuffle
    known, real_names = people.everyone(connection), people.real_names(connection)
    return Labels(known, [*others, *outside], mix, real_names)


def entries_meant(connection: Connection, selection: Selection) -> tuple[Entry, ...]:
    """The entries that are to be given, in order."""
    period = selection.period
    span = (period.first, period.last) if period else (None, None)
    return tuple(filter(selection.holds, entries.in_portions(connection, *span)))


def outside_in(meant: Iterable[Entry]) -> Iterator[str]:
    """Whose words stand in entries."""
    for entry in meant:
        yield from filter(None, (entry.outside, *(answer.outside for answer in entry.answers)))


def pages_for_others(meant: Sequence[Entry], redactor: Redactor) -> str:
    """The entries in one redacted document."""
    redacted = [redacted_entry(entry, redactor) for entry in meant]
    return "".join(document_for_others(redacted, themes()))


def listed_names(path: str) -> list[str]:
    """The words of the user's own list, one a line; lines that begin with "#" are remarks.

    A list that is not there is empty. Raises `UnreadableFile`.
    """
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = [line.strip() for line in file]
    except FileNotFoundError:
        return []
    except OSError as fault:
        from collab.errors import UnreadableFile, reason

        raise UnreadableFile(path, reason(fault)) from fault
    return [line for line in lines if line and not line.startswith("#")]
