"""One question on a terminal that can move its cursor, from the first row to its erasure."""

from __future__ import annotations

import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application, in_terminal
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import ColorDepth

from collab.commands.interview.drawing import PageWindow
from collab.commands.interview.fields import TextQuestion
from collab.commands.interview.keyboard import Keyboard
from collab.commands.interview.one_key import KeyQuestion
from collab.commands.interview.outcomes import Back, KeyOutcome, TextOutcome
from collab.commands.interview.printing import print_rows
from collab.commands.interview.terminal import Terminal
from collab.errors import CollabError

Edit = Callable[[str], str]
_ESC_WAITS = 0.5  # seconds
Outcome = TextOutcome | KeyOutcome


class QuestionApplication(Application[Any]):
    """Draws one question where the cursor is, and erases it when it is done."""

    def __init__(
        self,
        question: TextQuestion | KeyQuestion,
        terminal: Terminal,
        keyboard: Keyboard,
        colour: bool,
        edit: Edit | None = None,
    ) -> None:
        self._question = question
        self._terminal = terminal
        self._keyboard = keyboard
        self._edit = edit
        self._colour = colour
        self._window = PageWindow(question.draw)
        super().__init__(
            layout=Layout(self._window),
            key_bindings=self._bindings(),
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
            include_default_pygments_style=False,
            erase_when_done=True,
            terminal_size_polling_interval=None,
            input=keyboard,
            output=terminal.screen,
        )

        # Esc alone waits this long for the key it may be the beginning of.
        self.timeoutlen = self.ttimeoutlen = _ESC_WAITS

    def ask(self) -> Outcome:
        """Run until the question has an outcome."""
        self._terminal.flush()
        self._print_what_does_not_fit()
        try:
            outcome: Outcome = self.run(
                pre_run=self._listen_to_signals, set_exception_handler=False, handle_sigint=False
            )
        except EOFError:
            return self._question.interrupted(signal.SIGHUP)
        finally:
            self._terminal.on_signal = None
        return outcome

    def _print_what_does_not_fit(self) -> None:
        """Let the rows that are too many scroll by, so that they can be read above."""
        size = self.output.get_size()
        rows = self._question.does_not_fit(size.columns, size.rows)
        print_rows(self.output, rows, self._colour)

    # Keys

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        for keys, act in self._question.actions().items():

            @bindings.add(*keys)
            def _(event: KeyPressEvent, act: Callable[[str], Outcome | None] = act) -> None:
                self._finish(act(event.data), event.key_sequence[-1].key)

        @bindings.add("c-z")
        def _(event: KeyPressEvent) -> None:
            self._outside(self._terminal.suspend)

        if self._edit:
            for keys in (("c-o",), ("c-x", "c-e")):
                bindings.add(*keys)(lambda event: self._outside(self._let_edit))
        return bindings

    def _finish(self, outcome: Outcome | None, key: str = "") -> None:
        if outcome is None or self.is_done:
            return
        if key and not isinstance(outcome, Back):
            self._keyboard.answered_with(key)
        self.exit(result=outcome)

    def _outside(self, act: Callable[[], None]) -> None:
        """Do something that needs the terminal for itself, then draw the question again."""

        async def with_the_terminal() -> None:
            async with in_terminal():
                act()

        self.create_background_task(with_the_terminal())

    def _let_edit(self) -> None:
        question, edit = self._question, self._edit
        assert isinstance(question, TextQuestion)
        assert edit
        try:
            with self._terminal.lent():
                question.edit(edit)
        except CollabError as error:
            question.say(f"{error.sentence} {error.next_step}".rstrip())

    # What may interrupt

    def _listen_to_signals(self) -> None:
        loop = self.loop
        assert loop, "called by prompt_toolkit once the loop runs"
        loop.set_exception_handler(self._fail)

        def wake() -> None:
            loop.call_soon_threadsafe(self._end_if_signalled)

        self._terminal.on_signal = wake
        self._end_if_signalled()

    def _end_if_signalled(self) -> None:
        if self._terminal.ended_by:
            self._finish(self._question.interrupted(self._terminal.ending()))

    def _fail(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        """Hand an error in an action or a drawing on to whoever asked the question."""
        if not self.is_done:
            self.exit(exception=context.get("exception") or RuntimeError(context["message"]))

    def _on_resize(self) -> None:
        """Go up over the rows that the terminal itself has broken, then draw anew.

        prompt_toolkit erases as many rows as it drew, and would leave the rest behind.
        """
        if self._terminal.reflows:
            columns = self.output.get_size().columns
            self.output.cursor_up(self._window.rows_added_by_reflow(columns))
        super()._on_resize()
