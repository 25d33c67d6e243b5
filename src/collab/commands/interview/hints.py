"""The hint lines: which keys do what, in the space there is."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from collab.commands.interview.asked import Offers
from collab.commands.interview.wrapping import cells

MARGIN = "  "
ONE_KEY = "one key"
_BETWEEN = " · "
_BEFORE_LEFT = "   "
_WIDE_ENOUGH = 78  # columns from which on keys are spelt out


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can show: its `columns` now, and whether `unicode`."""

    columns: int
    unicode: bool = True

    def spelt(self, hint: str) -> str:
        """`hint`, written with Unicode and whole key names, as this terminal shows it."""
        if self.columns < _WIDE_ENOUGH:
            hint = hint.replace("Ctrl-", "^").replace("new line", "line")
        if self.unicode:
            return hint
        return hint.replace("·", ".").replace("↑", "Up").replace("↓", "Down")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a hint; where space is short, the one with the highest `yields` goes."""

    text: str
    yields: int = 0


_EDITOR = _Part("Ctrl-O editor", 5)
_LIGHT = _Part("Ctrl-L light", 4)
_NEW_LINE = _Part("Ctrl-J new line", 3)
_BACK = _Part("↑ back", 2)
_STOP = _Part("Ctrl-C stop", 1)


def empty_field(look: Look, offers: Offers, left: int | None) -> str:
    """The hint while nothing stands in the field. `left`: questions to come, if shown."""
    parts = [
        _Part(f"Enter {offers.skip}"),
        *([_Part(f"↓ {offers.down}")] if offers.down else []),
        *([_EDITOR] if offers.editor else []),
        *([_BACK] if offers.back else []),
        *([_LIGHT] if offers.light else []),
        _STOP,
    ]
    return _fitted(look, parts, left)


def written_field(
    look: Look,
    offers: Offers,
    left: int | None,
    note: str = "",
    enter: str = "save",
    new_line: bool = True,
) -> str:
    """The hint while something stands in the field. `note` says where that comes from,
    `enter` what Enter does with it, `new_line` whether Ctrl-J begins a new line."""
    parts = [
        *([_Part(note, 2)] if note else []),
        _Part(f"Enter {enter}"),
        *([_NEW_LINE] if new_line else []),
        *([_EDITOR] if offers.editor else []),
        _STOP,
    ]
    return _fitted(look, parts, left)


def one_key(look: Look, hint: str, left: int | None) -> list[str]:
    """The rows of a one-key question's `hint`; they break between the keys."""
    between = look.spelt(_BETWEEN)
    pieces = look.spelt(hint).split(between)
    pieces[-1] += _left(left)
    rows = [MARGIN + pieces[0]]
    for piece in pieces[1:]:
        longer = rows[-1] + between + piece
        if cells(longer) <= look.columns:
            rows[-1] = longer
        else:
            rows.append(MARGIN + piece)
    return rows


def listed(
    look: Look, hint: str, answers: Container[str], left: int | None
) -> tuple[list[str], str]:
    """The `hint` of a one-key question as a list of its answers, and the line of its other
    keys, for a terminal on which the key is typed with Enter."""
    options: list[str] = []
    others = ["a key, then Enter"]
    for piece in hint.split(_BETWEEN):
        key, _, meaning = piece.partition(" ")
        if key in answers:
            options.append(f"{MARGIN}{key}{MARGIN}{meaning}")
        elif piece != ONE_KEY:
            others.append(piece)
    return options, MARGIN + look.spelt(_BETWEEN.join(others)) + _left(left)


def usual_for_one_key(skip: bool, offers: Offers) -> str:
    """The hint of a question whose answers are listed above it."""
    parts = [ONE_KEY, *(["Enter skip"] if skip else []), *([_BACK.text] if offers.back else [])]
    return _BETWEEN.join([*parts, _STOP.text])


def choices(look: Look, names: Iterable[str]) -> str:
    """What Tab can put in, as many as fit."""
    line = look.spelt(MARGIN + _BETWEEN.join(names))
    while cells(line) > look.columns:
        line = line[:-1]
    return line


def _left(left: int | None) -> str:
    return "" if left is None else f"{_BEFORE_LEFT}{left} left"


def _fitted(look: Look, parts: list[_Part], left: int | None) -> str:
    line = MARGIN + look.spelt(_BETWEEN.join(part.text for part in parts)) + _left(left)
    first_to_go = max(parts, key=lambda part: part.yields)
    if cells(line) <= look.columns:
        return line
    if first_to_go.yields:
        return _fitted(look, [part for part in parts if part is not first_to_go], left)
    return line if left is None else _fitted(look, parts, None)
