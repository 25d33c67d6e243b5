"""Questions answered with one key, which acts at once."""

from __future__ import annotations

from collections.abc import Callable

from collab.commands.interview.asked import KeyAsked
from collab.commands.interview.bursts import OneKeyBurst
from collab.commands.interview.drawing import DrawnRow, Picture, page, parted, row_width
from collab.commands.interview.hints import MARGIN, Look, one_key
from collab.commands.interview.outcomes import Back, KeyOutcome, Light, Pressed, Skipped, Stop
from collab.rendering.lines import Line

NOTHING_CHANGED = "One key. Nothing changed."

Action = Callable[[str], KeyOutcome | None]


class KeyQuestion:
    """A one-key question while it is open.

    An action takes the character the key brought and returns the outcome that ends the
    question, or None while it goes on.
    """

    def __init__(self, asked: KeyAsked, unicode: bool) -> None:
        self.rule = OneKeyBurst(asked.answers.keys())
        self._asked, self._unicode = asked, unicode
        self._hint_style = "dim"
        self._notice = ""

    def interrupted(self, signal: int | None) -> Stop:
        """The outcome if the session ends here."""
        return Stop((), signal)

    def actions(self) -> dict[tuple[str, ...], Action]:
        """Which keys, as prompt_toolkit names them, do what."""
        return {
            ("enter",): lambda _: self._leave(Skipped(), self._asked.skip),
            ("up",): lambda _: self._leave(Back(), self._asked.offers.back),
            ("c-h",): lambda _: self._leave(Back(), self._asked.offers.back),
            ("c-l",): lambda _: self._leave(Light(), self._asked.offers.light),
            ("c-c",): lambda _: Stop(),
            ("<bracketed-paste>",): lambda _: self._drop(),
            ("<any>",): self._answer,
        }

    def _answer(self, key: str) -> KeyOutcome | None:
        key = key.lower()
        if key in self._asked.answers:
            return Pressed(self._asked.answers[key])
        return self._leave(Light(), key == "l" and self._asked.offers.light)

    def _leave(self, outcome: KeyOutcome, allowed: bool) -> KeyOutcome | None:
        """`outcome` if it is `allowed`; a key that means nothing makes the hint bold."""
        self._hint_style, self._notice = "bold", ""
        return outcome if allowed else None

    def _drop(self) -> None:
        self._notice = NOTHING_CHANGED

    def draw(self, columns: int, lines: int) -> Picture:
        """The question in a terminal of this size; its keys are always in view."""
        foot = self._foot(columns)
        _, head = parted(page(self._asked.above, columns), lines - len(foot))
        drawn = head + foot
        notice = [[("", MARGIN + self._notice)]] if self._notice else []
        return Picture(drawn + notice, (row_width(drawn[-1]) + 1, len(drawn) - 1))

    def does_not_fit(self, columns: int, lines: int) -> list[DrawnRow]:
        """The rows at the top for which a terminal of this size has no room."""
        return parted(page(self._asked.above, columns), lines - len(self._foot(columns)))[0]

    def _foot(self, columns: int) -> list[DrawnRow]:
        hints = one_key(Look(columns, self._unicode), self._asked.hint, self._asked.left)
        drawn: list[DrawnRow] = [[(self._hint_style, hint)] for hint in hints]
        if not self._asked.lead:
            return drawn
        lead = MARGIN + self._asked.lead
        beside: DrawnRow = [("", lead), *drawn[0]]
        if len(drawn) == 1 and row_width(beside) <= columns:
            return [beside]
        return page([Line((("", lead),), hang=len(MARGIN))], columns) + drawn
