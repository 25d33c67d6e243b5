"""The interview: one object that asks every question of a session."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO, cast

from collab.commands.interview.asked import KeyAsked, Offers, WordsAsked
from collab.commands.interview.drawing import page
from collab.commands.interview.dumb import LineByLine
from collab.commands.interview.fields import Complete, TextQuestion
from collab.commands.interview.hints import usual_for_one_key
from collab.commands.interview.keyboard import Keyboard
from collab.commands.interview.one_key import KeyQuestion
from collab.commands.interview.outcomes import KeyOutcome, TextOutcome
from collab.commands.interview.printing import plain, print_rows
from collab.commands.interview.running import Edit, Outcome, QuestionApplication
from collab.commands.interview.terminal import Terminal
from collab.rendering.lines import Line, in_ascii


class Interview:
    """Asks on a terminal; a context manager around a whole session.

    Inside the `with`, keys typed between two questions are kept for the next one and not
    echoed, and the caller prints as usual. Each question erases itself when it is done,
    so that the caller prints what is to remain; where `erases` is False (a terminal
    without a cursor to move) it stays.

    `unicode` and `colour` say what the terminal can show. `complete` is given a begun
    name with its @ or # and returns the whole names it may become. `now` counts seconds
    from anywhere. Without `stdin` and `stdout` those of the process are used; both must
    be a terminal.
    """

    def __init__(
        self,
        *,
        unicode: bool = True,
        colour: bool = True,
        complete: Complete | None = None,
        now: Callable[[], float] = time.monotonic,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
    ) -> None:
        self._unicode = unicode
        self._colour = colour
        self._complete = complete or (lambda begun: ())
        self._terminal = Terminal(stdin, stdout)
        self._keyboard = Keyboard(self._terminal.stdin, now)

    @property
    def erases(self) -> bool:
        """Whether a question is gone from the screen once it is done."""
        return self._terminal.has_cursor

    def __enter__(self) -> Interview:
        self._terminal.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._terminal.__exit__(*exception)

    def ask_text(
        self,
        above: Sequence[str | Line],
        labels: Sequence[str] = ("",),
        initial: Sequence[str] = (),
        *,
        back: bool = True,
        light: bool = False,
        edit: Edit | None = None,
        left: int | None = None,
        note: str = "",
        skip: str = "skip",
        down: str = "",
        lead: str = "",
    ) -> TextOutcome:
        """Ask for words, in one field or in one for each of `labels`.

        `above` is what stands above the fields, an empty line before them included;
        `initial` what stands in them, and `note` where that comes from. `back` and
        `light` say whether the user may leave for these, `left` how many questions are
        to come (None: not shown), `skip` what Enter does on an empty field, `down` what
        the second field is for where the first may stay empty. `lead` is the question
        where it stands on the line of its one field.

        `edit` is given the text of the field and returns what an editor made of it; it
        runs with the terminal as it was found. If it raises a CollabError, that is shown
        and the text stays. Any other error ends the question.
        """
        asked = WordsAsked(
            above=self._in_its_signs(above),
            labels=labels,
            initial=initial or [""] * len(labels),
            offers=Offers(back, light, editor=edit is not None, skip=skip, down=down),
            left=left,
            note=note,
            lead=lead,
        )
        if not self.erases:
            return self._by_line().ask_text(asked, edit)
        question = TextQuestion(asked, self._unicode, self._complete, self._columns)
        return cast(TextOutcome, self._run(question, edit))

    def ask_key(
        self,
        above: Sequence[str | Line],
        answers: Mapping[str, str],
        hint: str = "",
        *,
        lead: str = "",
        skip: bool = True,
        back: bool = True,
        light: bool = False,
        left: int | None = None,
    ) -> KeyOutcome:
        """Ask for one key of `answers`, which maps keys in lower case to values.

        `hint` is the line of keys, written with ` · ` between them and `Ctrl-` and `↑`
        spelt out (default: `one key · Enter skip · ↑ back · Ctrl-C stop`); `lead` is the
        question where it stands on that line. `skip` says whether Enter may leave it
        unanswered. The rest is as in `ask_text`.
        """
        offers = Offers(back, light)
        asked = KeyAsked(
            above=self._in_its_signs(above),
            answers=answers,
            hint=hint or usual_for_one_key(skip, offers),
            lead=lead,
            skip=skip,
            offers=offers,
            left=left,
        )
        if not self.erases:
            return self._by_line().ask_key(asked)
        return cast(KeyOutcome, self._run(KeyQuestion(asked, self._unicode)))

    def show(self, lines: Sequence[str | Line]) -> None:
        """Print what is to remain, as wide as the terminal is now."""
        self._terminal.flush()
        rows = page(self._in_its_signs(lines), self._columns())
        if self.erases:
            print_rows(self._terminal.screen, rows, self._colour)
            return
        for row in rows:
            self._terminal.screen.write_raw(plain(row) + "\n")
        self._terminal.screen.flush()

    @property
    def columns(self) -> int:
        """How wide the terminal is now."""
        return self._columns()

    def _in_its_signs(self, lines: Sequence[str | Line]) -> Sequence[str | Line]:
        """`lines` with our own signs spelt as this terminal can show them."""
        return lines if self._unicode else [in_ascii(line) for line in lines]

    def _by_line(self) -> LineByLine:
        return LineByLine(self._terminal, self._keyboard, self._unicode)

    def _columns(self) -> int:
        return self._terminal.screen.get_size().columns

    def _run(self, question: TextQuestion | KeyQuestion, edit: Edit | None = None) -> Outcome:
        self._keyboard.listen(question.rule)
        return QuestionApplication(
            question, self._terminal, self._keyboard, self._colour, edit
        ).ask()
