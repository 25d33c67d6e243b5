"""Promises one a line, as `collab promise list` shows them, and what one is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from collab.domain.periods import said_day
from collab.domain.promises import Promise, Side
from collab.rendering.columns import first_column
from collab.rendering.entry_lines import in_one_line
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL

_HEADS: tuple[tuple[str, Side], ...] = (("Mine", "mine"), ("To me", "theirs"))
_ENDED = "Ended"
_LEAST_WORDS = 12
_MARGIN = _GAP = "  "


def called(promise: Promise) -> str:
    """ "to Ana: comments on the hiring plan"; without a name what was promised alone."""
    if not promise.who:
        return promise.what
    return f"{'to' if promise.side == 'mine' else 'from'} {promise.who}: {promise.what}"


def stands(promise: Promise, today: date) -> str:
    """Where a promise stands: "due today", "was due Tue 11 June", "kept Wed 12 June"."""
    if promise.done:
        late = " late" if promise.done > promise.counting_date() else ""
        return f"kept{late} {said_day(promise.done, today)}"
    if promise.dropped:
        return f"dropped {said_day(promise.dropped, today)}"
    day = promise.newest_date()
    if day == today:
        return "due today"
    was = "was " if day < today else ""
    counts = promise.counting_date()
    old = f"; {said_day(counts, today)} counts" if counts != day else ""
    return f"{was}{'moved to' if promise.moved else 'due'} {said_day(day, today)}{old}"


def listing(
    promises: Sequence[Promise],
    ends: Mapping[str, str],
    today: date,
    width: int,
    glyphs: Glyphs,
) -> list[Line]:
    """The open ones under whose promise it was, then those that ended, in the order given.

    No line is wider than `width` cells.
    """
    groups = [
        (head, [one for one in promises if one.is_open() and one.side == side])
        for head, side in _HEADS
    ]
    groups.append((_ENDED, [one for one in promises if not one.is_open()]))
    room = _room(promises, ends, today, width)
    lines: list[Line] = []
    for head, group in groups:
        if group:
            lines += [*([line()] if lines else []), line((HEADING, head))]
            lines += _rows(group, ends, today, room, width, glyphs)
    return lines


def in_rows(
    promises: Sequence[Promise],
    ends: Mapping[str, str],
    today: date,
    width: int,
    glyphs: Glyphs,
) -> list[Line]:
    """A line for each promise, without heads."""
    room = _room(promises, ends, today, width)
    return list(_rows(promises, ends, today, room, width, glyphs))


def _room(promises: Sequence[Promise], ends: Mapping[str, str], today: date, width: int) -> int:
    others = max((len(_MARGIN + _GAP + ends[one.id] + _GAP) for one in promises), default=0)
    return first_column([stands(one, today) for one in promises], others, width)


def _rows(
    promises: Iterable[Promise],
    ends: Mapping[str, str],
    today: date,
    room: int,
    width: int,
    glyphs: Glyphs,
) -> Iterator[Line]:
    for promise in promises:
        stand, end = stands(promise, today), ends[promise.id]
        front = f"{_MARGIN}{stand:<{room}}{_GAP}{end}{_GAP}"
        if len(stand) > room:
            yield line((LABEL, front.rstrip()), hang=len(_MARGIN), full=True)
            front = " " * len(f"{_MARGIN}{'':<{room}}{_GAP}{end}{_GAP}")
        words = in_one_line(called(promise), max(width - len(front), _LEAST_WORDS), glyphs)
        yield line((LABEL, front), words, hang=len(front), full=True)
