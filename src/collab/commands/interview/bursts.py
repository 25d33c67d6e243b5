"""Keys that come together.

A person types one key after the other; a paste comes in one burst. Where the terminal
does not mark a paste, this is all there is to tell the two apart.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Protocol

from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from collab.commands.interview.keys import (
    ENTER,
    NEW_LINE,
    TAB,
    Special,
    Stroke,
    Typed,
    presses_one_by_one,
)

PAUSE = 0.02  # seconds of silence that end a burst
_LONG = 1000  # characters that nobody types at once
_DOUBLED_WITHIN = 0.3  # seconds after an answer


class BurstRule(Protocol):
    """What a kind of question makes of a burst."""

    def may_go_on(self, burst: list[Stroke]) -> bool:
        """Whether to wait for the rest of `burst` before anything is done about it."""

    def presses(self, burst: list[Stroke]) -> list[KeyPress]:
        """The keys that the question is to see."""


class WrittenBurst:
    """While text is written: a line end with more behind it is a new line, and only one
    that closes the burst is the Enter key. The same goes for Tab.

    `enter` is what the Enter key may send. A lone line feed is Ctrl-J, and not in it.
    """

    def __init__(self, enter: tuple[str, ...] = (ENTER + NEW_LINE, ENTER)) -> None:
        self._enter = enter

    def may_go_on(self, burst: list[Stroke]) -> bool:
        if not burst or not isinstance(burst[-1], Typed):
            return False
        text = burst[-1].text
        return len(text) >= _LONG or text.endswith((*self._enter, TAB))

    def presses(self, burst: list[Stroke]) -> list[KeyPress]:
        found: list[KeyPress] = []
        for place, stroke in enumerate(burst, start=1):
            closes = place == len(burst)
            if isinstance(stroke, Typed) and not (closes and len(stroke.text) == 1):
                found += self._as_paste(stroke.text, closes)
            else:
                found += presses_one_by_one(stroke)
        return found

    def _as_paste(self, text: str, closes: bool) -> list[KeyPress]:
        """`text` as one paste; if it `closes` the burst, its last Enter or Tab stays a key."""
        body, key = text, ""
        for end in (*self._enter, TAB) if closes else ():
            if text.endswith(end):
                body, key = text.removesuffix(end), TAB if end == TAB else ENTER
                break
        pasted = [KeyPress(Keys.BracketedPaste, body)] if body else []
        return pasted + presses_one_by_one(Typed(key))


class OneKeyBurst:
    """While one key is awaited: of a burst of nothing but answers the first counts, any
    other burst is dropped whole, which the question learns as an empty paste."""

    def __init__(self, answers: Set[str]) -> None:
        self._answers = answers

    def may_go_on(self, burst: list[Stroke]) -> bool:
        return len(burst) > 1 or any(
            isinstance(stroke, Typed) and len(stroke.text) > 1 for stroke in burst
        )

    def presses(self, burst: list[Stroke]) -> list[KeyPress]:
        match burst:
            case []:
                return []
            case [Special(names)]:
                return [KeyPress(names[0], "")]  # with Alt it is another key, and no answer
            case [Typed(text)] if len(text) == 1 or self._answers >= set(text.lower()):
                return presses_one_by_one(Typed(text[0]))
            case _:
                return [KeyPress(Keys.BracketedPaste, "")]


class DoubledKey:
    """Knows a key that was pressed twice by accident: the key of the last answer again,
    within 0.3 seconds of it and with no other key in between. `now` counts seconds from
    anywhere."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._key = ""
        self._until = 0.0

    def answered_with(self, key: str) -> None:
        self._key, self._until = key.lower(), self._now() + _DOUBLED_WITHIN

    def left_of(self, presses: list[KeyPress]) -> list[KeyPress]:
        """What counts of `presses`, which came just now: nothing if they are the key doubled."""
        if len(presses) == 1 and self._is(presses[0]) and self._now() < self._until:
            return []
        return self._counting(presses)

    def left_of_waiting(self, presses: list[KeyPress]) -> list[KeyPress]:
        """What counts of `presses` that waited, nobody knows since when: all behind the
        doubled key."""
        doubled = 0
        while doubled < len(presses) and self._is(presses[doubled]):
            doubled += 1
        return self._counting(presses[doubled:])

    def _is(self, press: KeyPress) -> bool:
        return press.key.lower() == self._key

    def _counting(self, presses: list[KeyPress]) -> list[KeyPress]:
        if presses:
            self._key = ""
        return presses
