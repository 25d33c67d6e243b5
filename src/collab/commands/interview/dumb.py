"""Asking where the cursor cannot be moved: line by line, and nothing is drawn twice.

The terminal is read key by key all the same; left to itself it would cut a line at 4095
bytes.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from collab.commands.interview.asked import Asked, KeyAsked, WordsAsked
from collab.commands.interview.bursts import WrittenBurst
from collab.commands.interview.drawing import harmless, page
from collab.commands.interview.editing import Writing
from collab.commands.interview.fields import given_or_skipped, prompts
from collab.commands.interview.hints import MARGIN, Look, empty_field, listed, written_field
from collab.commands.interview.keyboard import Keyboard
from collab.commands.interview.keys import ENTER, NEW_LINE, words
from collab.commands.interview.one_key import NOTHING_CHANGED
from collab.commands.interview.outcomes import (
    Back,
    KeyOutcome,
    Light,
    Pressed,
    Skipped,
    Stop,
    TextOutcome,
)
from collab.commands.interview.terminal import Terminal
from collab.commands.interview.wrapping import cells
from collab.errors import CollabError
from collab.rendering.lines import Line

_LOOK_FOR_SIGNALS = 0.2  # seconds between two looks
# A shell inside an editor ends its lines with a line feed.
_RULE = WrittenBurst(enter=(ENTER + NEW_LINE, ENTER, NEW_LINE))
_ENTER = (Keys.ControlM, Keys.ControlJ)
_DELETIONS: dict[str, Callable[[Writing], int]] = {
    Keys.ControlH: Writing.previous,
    Keys.ControlW: Writing.spaced_word_start,
    Keys.ControlU: Writing.line_start,
}


class LineByLine:
    """Asks on a terminal that can only be written to and read from."""

    def __init__(self, terminal: Terminal, keyboard: Keyboard, unicode: bool) -> None:
        self._terminal, self._keyboard = terminal, keyboard
        self._look = Look(terminal.screen.get_size().columns, unicode)

    def ask_text(self, asked: WordsAsked, edit: Callable[[str], str] | None) -> TextOutcome:
        """As `Interview.ask_text`."""
        self._show_page([*asked.above, self._text_hint(asked)])
        fields = [Writing(text) for text in asked.initial]
        leaving = self._leaving(asked)
        for prompt, field in zip(prompts(asked.labels, asked.lead), fields, strict=True):
            key = self._read_line(prompt, field, leaving)
            while key == Keys.ControlO and edit:
                self._edit(field, edit)
                key = self._read_line(prompt, field, leaving)
            texts = tuple(field.text for field in fields)
            if key == Keys.Up:
                return Back(texts)
            if key == Keys.ControlL:
                return Light(texts)
            if key not in _ENTER:
                return Stop(texts, self._ending(key))
        return given_or_skipped([field.text for field in fields])

    def ask_key(self, asked: KeyAsked) -> KeyOutcome:
        """As `Interview.ask_key`, but the key counts with the Enter behind it."""
        options, others = listed(self._look, asked.hint, asked.answers, asked.left)
        lead = [MARGIN + asked.lead] if asked.lead else []
        self._show_page([*asked.above, *lead, *options, others])
        while True:
            field = Writing()
            key = self._read_line("> ", field, self._leaving(asked))
            typed = field.text.strip().lower()
            if key is None or key == Keys.ControlC:
                return Stop((), self._ending(key))
            if key == Keys.Up:
                return Back()
            if key == Keys.ControlL or (typed == "l" and asked.offers.light):
                return Light()
            if not typed and asked.skip:
                return Skipped()
            if typed in asked.answers:
                return Pressed(asked.answers[typed])
            if typed:
                self._show(f"{MARGIN}{NOTHING_CHANGED}\n")

    def _leaving(self, asked: Asked) -> set[str]:
        """The keys that end a line."""
        back = [Keys.Up] if asked.offers.back else []
        light = [Keys.ControlL] if asked.offers.light else []
        editor = [Keys.ControlO] if asked.offers.editor else []
        return {*_ENTER, Keys.ControlC, *back, *light, *editor}

    def _text_hint(self, asked: WordsAsked) -> str:
        if not any(asked.initial):
            return empty_field(self._look, replace(asked.offers, down=""), asked.left)
        return written_field(self._look, asked.offers, asked.left, asked.note, new_line=False)

    def _read_line(self, prompt: str, field: Writing, leaving: set[str]) -> str | None:
        """Let the user go on with `field` until one of the keys in `leaving`.

        Returns that key, Ctrl-C also for Ctrl-D on an empty field, or None if the
        terminal is gone or a signal came.
        """
        self._keyboard.listen(_RULE)
        self._show(prompt + field.text)
        waiting = deque(get_typeahead(self._keyboard))
        while waiting or self._wait():
            waiting.extend([] if waiting else self._keyboard.read_keys())
            while waiting:
                press = waiting.popleft()
                key = press.key
                if key == Keys.ControlD and not field.text:
                    key = Keys.ControlC
                if key in leaving:
                    store_typeahead(self._keyboard, list(waiting))
                    self._keyboard.answered_with(key if key in _ENTER else "")
                    self._show("\n")
                    return key
                if key == Keys.ControlZ:
                    self._terminal.suspend()
                    self._show(prompt + field.text)
                self._change(field, press)
        return None

    def _change(self, field: Writing, press: KeyPress) -> None:
        """Do what a key does within a line, and show it."""
        if press.key in _DELETIONS:
            taken = field.cut(_DELETIONS[press.key](field))
            self._echo("\b \b" * cells(taken.rpartition("\n")[2]))
        elif press.key == Keys.BracketedPaste or len(press.key) == 1:
            field.insert(words(press.data))
            self._echo(words(press.data))

    def _edit(self, field: Writing, edit: Callable[[str], str]) -> None:
        try:
            with self._terminal.lent():
                text = edit(field.text)
        except CollabError as error:
            self._show(f"{MARGIN}{error.sentence} {error.next_step}".rstrip() + "\n")
        else:
            field.put(words(text).rstrip("\n"))

    def _wait(self) -> bool:
        """Wait for a key. False if none can come any more."""
        while not self._terminal.ended_by and not self._keyboard.closed:
            if self._keyboard.waits_for(_LOOK_FOR_SIGNALS):
                return True
        return False

    def _ending(self, key: str | None) -> int | None:
        if key:
            return None
        return self._terminal.ending() if self._terminal.ended_by else signal.SIGHUP

    def _show_page(self, lines: Sequence[str | Line]) -> None:
        for row in page(lines, self._look.columns):
            self._show("".join(text for _, text in row).rstrip() + "\n")

    def _echo(self, text: str) -> None:
        if self._terminal.echoes:
            self._terminal.screen.write(text)
            self._terminal.screen.flush()

    def _show(self, text: str) -> None:
        shown = "\n".join(harmless([("", line)])[0][1] for line in text.split("\n"))
        self._terminal.screen.write(shown)
        self._terminal.screen.flush()
