"""From the characters a terminal sends to strokes: what was typed, pasted or pressed.

A sequence that means nothing here (a cursor or focus report, a key of a newer protocol)
is taken out whole, so that its letters can never land in an answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

ENTER = "\r"
NEW_LINE = "\n"
TAB = "\t"

_PASTE_BEGINS = "\x1b[200~"
_PASTE_ENDS = "\x1b[201~"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_STROKE = re.compile(
    r"(?P<sequence>\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|\][^\x00-\x1f]*(?:\x07|\x1b\\)"
    r"|[PX^_][^\x00-\x1f]*\x1b\\))"
    r"|\x1b(?P<with_alt>[^\x1b])"
    rf"|(?P<control>[{_CONTROLS}])"
    rf"|(?P<typed>[^{_CONTROLS}]+)"
)
_UNFINISHED_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O|[]PX^_][^\x00-\x1f]*\x1b?)?\Z")


class Typed(NamedTuple):
    """Characters, line ends and tabs that came one behind the other."""

    text: str


class Pasted(NamedTuple):
    """A paste that the terminal marked as one."""

    text: str


class Special(NamedTuple):
    """Any other key, as prompt_toolkit names it; two names with Alt."""

    names: tuple[Keys | str, ...]


Stroke = Typed | Pasted | Special


class Decoder:
    """Makes strokes of characters; a sequence may arrive in several parts."""

    def __init__(self) -> None:
        self._rest = ""
        self._in_paste = False

    @property
    def amid_something(self) -> bool:
        """Whether more characters must follow. Not so for a lone Esc, which is a key."""
        return self._in_paste or len(self._rest) > 1

    def feed(self, characters: str) -> list[Stroke]:
        """The strokes that are complete with these `characters`."""
        seen = max(0, len(self._rest) - len(_PASTE_ENDS))
        self._rest += characters
        strokes: list[Stroke] = []
        at = 0
        while at < len(self._rest):
            if self._in_paste:
                end = self._rest.find(_PASTE_ENDS, max(at, seen))
                if end < 0:
                    break
                strokes.append(Pasted(self._rest[at:end]))
                self._in_paste, at = False, end + len(_PASTE_ENDS)
            elif _UNFINISHED_SEQUENCE.match(self._rest, at):
                break
            else:
                found = _STROKE.match(self._rest, at)
                assert found, "every character is the start of a stroke"
                at = found.end()
                self._in_paste = found[0] == _PASTE_BEGINS
                strokes += [] if self._in_paste else _strokes_of(found)
        self._rest = self._rest[at:]
        return strokes

    def flush(self) -> list[Stroke]:
        """What the waiting characters mean if nothing follows: a lone Esc is a key."""
        if self._in_paste or not self._rest:
            return []
        self._rest = ""
        return [Special((Keys.Escape,))]


def _strokes_of(found: re.Match[str]) -> list[Stroke]:
    if typed := found["typed"]:
        return [Typed(typed)]
    if with_alt := found["with_alt"]:
        return [Special((Keys.Escape, *_names(with_alt)))]
    names = _names(found[0])
    return [Special(names)] if names else []


def _names(sequence: str) -> tuple[Keys | str, ...]:
    named = ANSI_SEQUENCES.get(sequence)
    if named is None:
        return (sequence,) if len(sequence) == 1 else ()
    return named if isinstance(named, tuple) else (named,)


def joined(strokes: list[Stroke]) -> list[Stroke]:
    """`strokes` with neighbouring typed ones made one."""
    whole: list[Stroke] = []
    for stroke in strokes:
        if whole and isinstance(stroke, Typed) and isinstance(whole[-1], Typed):
            whole[-1] = Typed(whole[-1].text + stroke.text)
        else:
            whole.append(stroke)
    return whole


_LINE_KEYS: dict[str, Keys] = {ENTER: Keys.ControlM, NEW_LINE: Keys.ControlJ, TAB: Keys.ControlI}


def presses_one_by_one(stroke: Stroke) -> list[KeyPress]:
    """Each key of `stroke` as a key of its own."""
    if isinstance(stroke, Pasted):
        return [KeyPress(Keys.BracketedPaste, stroke.text)]
    if isinstance(stroke, Special):
        return [KeyPress(name, "") for name in stroke.names]  # Alt with x brings no x
    return [KeyPress(_LINE_KEYS.get(sign, sign), sign) for sign in stroke.text]


def words(text: str) -> str:
    """`text` as it may enter an answer: line ends are `\\n`, and of the control characters
    only tabs stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", lines)
    return re.sub("[\ud800-\udfff]", "\ufffd", kept)
