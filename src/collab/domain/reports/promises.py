"""Promises, mine and to me, in the period of the date that counts."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from collab.domain.promises import Promise, Side
from collab.domain.reports.phrases import of_period
from collab.domain.reports.report import Line, PromiseFigures, PromiseSide, Says
from collab.domain.reports.window import Window

NONE_DUE = "none due"

_Fate = Literal["kept", "late", "open", "dropped", "moved", "not yet due", "elsewhere"]


def promises_of(window: Window, promises: tuple[Promise, ...]) -> PromiseFigures:
    """What there is to say about `promises`, each as it stood on the as-of day."""
    mine, theirs = (_side(window, promises, side) for side in ("mine", "theirs"))
    earlier = (_from_before(window, promises, "mine"), _from_before(window, promises, "theirs"))
    return PromiseFigures(
        mine=mine,
        theirs=theirs,
        earlier=earlier,
        says=_says(mine, theirs, earlier, of_period(window)),
    )


def _side(window: Window, promises: tuple[Promise, ...], side: str) -> PromiseSide:
    fates = Counter(_fate(window, promise) for promise in promises if promise.side == side)
    return PromiseSide(
        due=sum(fates[fate] for fate in ("kept", "late", "open", "dropped")),
        kept=fates["kept"],
        late=fates["late"],
        open=fates["open"],
        dropped=fates["dropped"],
        moved=fates["moved"],
        not_yet_due=fates["not yet due"],
    )


def _fate(window: Window, promise: Promise) -> _Fate:
    """What became of the promise in this period, if its date lies or lay in it."""
    day = promise.counting_date()
    if day not in window.period:
        return "moved" if _left(window, promise) else "elsewhere"
    if promise.done:
        return "kept" if promise.done <= day else "late"
    if promise.dropped:
        return "dropped"
    return "not yet due" if day > window.as_of else "open"


def _left(window: Window, promise: Promise) -> bool:
    """Whether a date that counted lay in the period and was left in time."""
    return any(day in window.period for day in promise.counting_dates()[:-1])


def _from_before(window: Window, promises: tuple[Promise, ...], side: Side) -> int:
    return sum(
        promise.side == side and promise.is_open() and promise.counting_date() < window.period.first
        for promise in promises
    )


def _says(mine: PromiseSide, theirs: PromiseSide, earlier: tuple[int, int], period: str) -> Says:
    sides = tuple(
        Line(label, _sentence(side))
        for label, side in (("mine", mine), ("to me", theirs))
        if side.due or side.moved or side.not_yet_due
    )
    if not sides:
        sides = (Line(period, NONE_DUE),)
    if any(earlier):
        return (*sides, Line("earlier", f"open: mine {earlier[0]}, to me {earlier[1]}"))
    return sides


def _sentence(side: PromiseSide) -> str:
    text = f"{side.due} due; kept {side.kept}, late {side.late}, open {side.open}"
    if side.dropped:
        text += f", dropped {side.dropped}"
    if side.moved:
        text += f"; moved in time {side.moved} (not counted as due)"
    if side.not_yet_due:
        text += f"; {side.not_yet_due} not yet due"
    return text
