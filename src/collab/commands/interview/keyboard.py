"""The keys of the terminal, read in bursts."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding.key_processor import KeyPress

from collab.commands.interview.bursts import PAUSE, BurstRule, DoubledKey, WrittenBurst
from collab.commands.interview.keys import Decoder, Stroke, joined, presses_one_by_one

_AT_ONCE = 65536  # bytes; a terminal keeps 4096 at most


class Keyboard(Vt100Input):
    """An input of prompt_toolkit that knows bursts and doubled keys.

    One object serves the whole session: half a sequence, a paste that is still arriving
    and the key of the last answer outlive the question.
    """

    def __init__(self, stdin: TextIO, now: Callable[[], float]) -> None:
        super().__init__(stdin)
        self._doubled = DoubledKey(now)
        self._decoder = Decoder()
        # Not the encoding of the locale: terminals send UTF-8 under LC_ALL=C as well.
        self._characters = getincrementaldecoder("utf-8")("replace")
        self._rule: BurstRule = WrittenBurst()
        self._gone = False

    @property
    def closed(self) -> bool:
        """Whether the terminal is gone."""
        return self._gone

    def listen(self, rule: BurstRule) -> None:
        """Read for the next question, by the `rule` of its kind.

        Keys that arrived while the last answer was being saved are no burst: each of them
        is one key for the question, or for one after it.
        """
        self._rule = rule
        waiting: list[KeyPress] = get_typeahead(self)
        while self.waits_for(0):
            for stroke in self._read():
                waiting += presses_one_by_one(stroke)
        store_typeahead(self, self._doubled.left_of_waiting(waiting))

    def answered_with(self, key: str) -> None:
        """Note the `key` that ended a question: it may come doubled."""
        self._doubled.answered_with(key)

    def read_keys(self) -> list[KeyPress]:
        return self._doubled.left_of(self._rule.presses(self.read_burst()))

    def flush_keys(self) -> list[KeyPress]:
        return self._doubled.left_of(self._rule.presses(self._decoder.flush()))

    def read_burst(self) -> list[Stroke]:
        """What has arrived, and what follows it without a pause where the rule asks so."""
        burst = self._read()
        while not self._gone and self.waits_for(PAUSE if self._may_go_on(burst) else 0):
            burst = joined(burst + self._read())
        return burst

    def waits_for(self, seconds: float) -> bool:
        """Whether there is something to read, now or within `seconds`."""
        return not self._gone and bool(select.select([self.fileno()], [], [], seconds)[0])

    def _may_go_on(self, burst: list[Stroke]) -> bool:
        return self._decoder.amid_something or self._rule.may_go_on(burst)

    def _read(self) -> list[Stroke]:
        try:
            data = os.read(self.fileno(), _AT_ONCE)
        except OSError:  # the other end of the terminal was closed
            data = b""
        self._gone = not data
        return self._decoder.feed(self._characters.decode(data))
