"""Asking at a terminal for what was left out of a command: one question after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from collab.commands.at_terminal import interview_at, leave
from collab.commands.options import coming_day
from collab.errors import UsageFault

if TYPE_CHECKING:
    from datetime import date

    from collab.commands.interview import Interview
    from collab.commands.session import Session
    from collab.rendering.lines import Line
    from collab.rendering.session_page import Page

_STOPPED = "Stopped. Nothing was kept in the journal."


@contextmanager
def dialogue(session: Session) -> Iterator[Dialogue]:
    """The terminal for as long as something is asked.

    What was typed and is not kept when it ends goes to a recovery file.
    """
    from collab.commands.recovery import words_in_hand

    typed: list[str] = []
    with (
        words_in_hand(session, typed),
        interview_at(session) as interview,
    ):
        yield Dialogue(session, interview, typed)


class Dialogue:
    """One question after the other; each answer remains on the screen."""

    def __init__(self, session: Session, interview: Interview, typed: list[str]) -> None:
        self._session = session
        self._interview = interview
        self._typed = typed

    def show(self, *lines: str | Line) -> None:
        """Print lines that remain."""
        self._interview.show(lines)

    def begin(self) -> None:
        """Show what is to be read before the first words of a journal."""
        from collab.commands.privacy import BEGIN, privacy_page

        self.show(*privacy_page(self._session))
        self.key([], {}, BEGIN)
        self.show("")

    def line(self, question: str, *, skip: str = "skip") -> str:
        """One line, as typed; empty if the question was passed over."""
        text = self._line(question, skip)
        if text:
            self._typed.append(text)
            self._remains(question, text)
        return text

    def _line(self, question: str, skip: str, typed: str = "", fault: str = "") -> str:
        from collab.commands.interview import Given, Stop
        from collab.rendering.session_page import asked, note

        above: Page = [asked(question), *([note(fault)] if fault else []), ""]
        given = self._interview.ask_text(above, initial=[typed], back=False, skip=skip)
        if isinstance(given, Stop):
            self._typed += given.texts
            leave(given, _STOPPED)
        if not isinstance(given, Given):
            return ""
        return " ".join(given.text.split())

    def _remains(self, question: str, text: str) -> None:
        from collab.rendering.session_page import asked, own_words

        if self._interview.erases:
            self.show(asked(question), own_words(text), "")

    def day(self, question: str, today: date, *, skip: str = "keep nothing") -> date | None:
        """A day to come, or today; None if the question was passed over."""
        typed = fault = ""
        while True:
            typed = self._line(question, skip, typed, fault)
            if not typed:
                return None
            try:
                day = coming_day(today, typed)
            except UsageFault as problem:
                fault = f"{problem.sentence} {problem.next_step}"
            else:
                self._remains(question, typed)
                return day

    def key(
        self,
        above: Page,
        keys: Mapping[str, str],
        hint: str,
        *,
        lead: str = "",
        skip: bool = True,
    ) -> str:
        """The value of the key that was pressed; empty for Enter, if that may `skip` it.

        `lead` is the question where it stands on the line of the keys.
        """
        from collab.commands.interview import Pressed, Stop

        pressed = self._interview.ask_key(above, keys, hint, lead=lead, back=False, skip=skip)
        if isinstance(pressed, Stop):
            leave(pressed, _STOPPED)
        return pressed.value if isinstance(pressed, Pressed) else ""

    def hold(self, words: str) -> None:
        """Have words that were typed before the dialogue outlast a fault, like those in it."""
        if words not in self._typed:
            self._typed.insert(0, words)

    def given_up(self) -> None:
        """Let go of what was typed: whoever typed it chose to keep nothing."""
        self._typed.clear()
