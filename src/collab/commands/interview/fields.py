"""Questions answered in words: one field, or two for an if-then plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from collab.commands.interview.asked import WordsAsked
from collab.commands.interview.bursts import WrittenBurst
from collab.commands.interview.drawing import DrawnRow, Picture, page, parted
from collab.commands.interview.editing import Writing
from collab.commands.interview.hints import MARGIN, Look, choices, empty_field, written_field
from collab.commands.interview.keys import words
from collab.commands.interview.outcomes import Back, Given, Light, Skipped, Stop, TextOutcome
from collab.commands.interview.wrapping import Row, cells, row_at, rows

Action = Callable[[str], TextOutcome | None]
Complete = Callable[[str], Sequence[str]]
KeyNames = tuple[str, ...]  # as prompt_toolkit names them

_LEAST_ROWS = 3  # of the text stay in view, however long the question is
_BEGUN_NAME = re.compile(r"[@#][^\s@#]*\Z")
_LONGEST_NAME = 100

_MOVES: dict[KeyNames, Callable[[Writing], int]] = {
    ("left",): Writing.previous,
    ("right",): Writing.next,
    ("c-left",): Writing.word_start,
    ("c-right",): Writing.word_end,
    ("escape", "b"): Writing.word_start,
    ("escape", "f"): Writing.word_end,
    ("home",): Writing.line_start,
    ("end",): Writing.line_end,
    ("c-a",): Writing.line_start,
    ("c-e",): Writing.line_end,
}
_DELETIONS: dict[KeyNames, Callable[[Writing], int]] = {
    ("c-h",): Writing.previous,
    ("delete",): Writing.next,
}
_CUTS: dict[KeyNames, Callable[[Writing], int]] = {
    ("c-w",): Writing.spaced_word_start,
    ("c-u",): Writing.line_start,
    ("c-k",): Writing.line_end,
    ("escape", "c-h"): Writing.word_start,
    ("escape", "d"): Writing.word_end,
}


def prompts(labels: Sequence[str], lead: str = "") -> list[str]:
    """What stands in front of each field: `> `, and the labels in a column of their own.

    A `lead` stands in front of the one field there is.
    """
    if lead:
        return [f"{MARGIN}{lead}> "]
    widest = max(map(cells, labels))
    gap = MARGIN if widest else ""
    return [f"> {label}{' ' * (widest - cells(label))}{gap}" for label in labels]


def given_or_skipped(texts: Sequence[str]) -> Given | Skipped:
    """What Enter makes of the fields; a field of nothing but blanks is empty."""
    if not any(text.strip() for text in texts):
        return Skipped()
    return Given(tuple(text.strip("\n") if text.strip() else "" for text in texts))


@dataclass(frozen=True, slots=True)
class Completion:
    """The `names` that Tab goes through, and where in the text the name begins."""

    names: Sequence[str] = ()
    start: int = 0
    chosen: int = -1


class TextQuestion:
    """The fields of one question while they are being filled in.

    An action takes the characters the key brought and returns the outcome that ends the
    question, or None while it goes on. `complete` gives the names that a begun one may
    become, `columns` the terminal's width now.
    """

    rule = WrittenBurst()

    def __init__(
        self, asked: WordsAsked, unicode: bool, complete: Complete, columns: Callable[[], int]
    ) -> None:
        self._asked, self._unicode = asked, unicode
        self._complete, self._columns = complete, columns
        self._prompts = prompts(asked.labels, asked.lead)
        self._fields = [Writing(text) for text in asked.initial]
        empty = (at for at, text in enumerate(asked.initial) if not text)
        self._at = next(empty, len(self._fields) - 1)
        self._top = 0  # the first row of the text in view
        self._goal: int | None = None  # the column that ↑ and ↓ keep to
        self._taken_out = ""
        self._completion = Completion()
        self._notice = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the fields now."""
        return tuple(field.text for field in self._fields)

    def interrupted(self, signal: int | None) -> Stop:
        """The outcome if the session ends here."""
        return Stop(self.texts, signal)

    def edit(self, edited: Callable[[str], str]) -> None:
        """Put what `edited` makes of the present field's text in its place."""
        self._completion = Completion()
        self._field.put(words(edited(self._field.text)).rstrip("\n"))

    def say(self, notice: str) -> None:
        """Show `notice` below the hint until the next key."""
        self._notice = notice

    # Keys

    def actions(self) -> dict[KeyNames, Action]:
        """Which keys do what."""
        passing: dict[KeyNames, Action] = {
            ("enter",): lambda _: self._enter(),
            ("c-j",): lambda _: self._field.insert("\n"),
            ("escape", "enter"): lambda _: self._field.insert("\n"),
            ("escape", "c-j"): lambda _: self._field.insert("\n"),
            ("c-y",): lambda _: self._field.insert(self._taken_out),
            ("c-d",): lambda _: self._delete_or_stop(),
            ("c-c",): lambda _: Stop(self.texts),
            ("c-l",): lambda _: Light(self.texts) if self._asked.offers.light else None,
            ("<bracketed-paste>",): lambda text: self._field.insert(words(text)),
            ("<any>",): self._type,
            **{keys: self._moving(target) for keys, target in _MOVES.items()},
            **{keys: self._deleting(target) for keys, target in _DELETIONS.items()},
            **{keys: self._cutting(target) for keys, target in _CUTS.items()},
        }
        return {keys: self._afresh(act) for keys, act in passing.items()} | {
            ("tab",): lambda _: self._name(),
            ("up",): lambda _: self._up(),
            ("down",): lambda _: self._down(),
        }

    @property
    def _field(self) -> Writing:
        return self._fields[self._at]

    def _afresh(self, act: Action) -> Action:
        """`act`, after forgetting what only counts from one key to the next."""

        def acting(data: str) -> TextOutcome | None:
            self._goal, self._completion, self._notice = None, Completion(), ""
            return act(data)

        return acting

    def _moving(self, target: Callable[[Writing], int]) -> Action:
        return lambda _: self._field.move(target(self._field))

    def _deleting(self, target: Callable[[Writing], int]) -> Action:
        def delete(_: str) -> None:
            self._field.cut(target(self._field))

        return delete

    def _cutting(self, target: Callable[[Writing], int]) -> Action:
        """Deletes what Ctrl-Y brings back."""

        def cut(_: str) -> None:
            self._taken_out = self._field.cut(target(self._field)) or self._taken_out

        return cut

    def _type(self, character: str) -> None:
        if len(character) == 1:  # the keys that have no meaning here have longer names
            self._field.insert(words(character))

    def _delete_or_stop(self) -> TextOutcome | None:
        if not self._field.text:
            return Stop(self.texts)
        self._field.cut(self._field.next())
        return None

    def _enter(self) -> TextOutcome | None:
        outcome = given_or_skipped(self.texts)
        if isinstance(outcome, Given) and self._at + 1 < len(self._fields):
            self._at += 1
            return None
        return outcome

    def _up(self) -> TextOutcome | None:
        if self._step(-1):
            return None
        if self._at:
            self._at -= 1
            return None
        return Back(self.texts) if self._asked.offers.back else None

    def _down(self) -> None:
        if not self._step(1) and self._at + 1 < len(self._fields):
            self._at += 1

    def _step(self, rows_down: int) -> bool:
        broken = self._broken(self._field, self._columns())
        if self._goal is None:
            self._goal = self._field.column(broken)
        return self._field.step_rows(broken, rows_down, self._goal)

    def _name(self) -> None:
        """Complete the name before the cursor, or put the next one in its place."""
        field, last = self._field, self._completion
        if last.names:
            chosen = (last.chosen + 1) % len(last.names)
            field.replace(last.start, last.names[chosen])
            self._completion = Completion(last.names, last.start, chosen)
            return
        begun = _BEGUN_NAME.search(field.text[max(0, field.cursor - _LONGEST_NAME) : field.cursor])
        names = self._complete(begun[0]) if begun else ()
        if not begun or not names:
            return
        start, shared = field.cursor - len(begun[0]), _shared_start(names)
        if len(names) > 1:
            self._completion = Completion(names, start)
        if len(shared) >= len(begun[0]):
            field.replace(start, shared)

    # Drawing

    def draw(self, columns: int, lines: int) -> Picture:
        """The question in a terminal of this size; its hint is always in view."""
        foot = self._foot(Look(columns, self._unicode))
        _, head = parted(page(self._asked.above, columns), lines - len(foot) - _LEAST_ROWS)
        broken = [self._broken(field, columns) for field in self._fields]
        cursor_row = row_at(broken[self._at], self._field.cursor)
        cursor_row += sum(len(of_field) for of_field in broken[: self._at])
        room = max(1, lines - len(foot) - len(head))
        self._scroll(cursor_row, sum(map(len, broken)), room)
        text = list(self._text_rows(broken, self._top, self._top + room))
        x = cells(self._prompts[self._at]) + self._field.column(broken[self._at])
        y = len(head) + cursor_row - self._top
        return Picture(head + text + foot, (x, y))

    def does_not_fit(self, columns: int, lines: int) -> list[DrawnRow]:
        """The rows at the top for which a terminal of this size has no room."""
        foot = self._foot(Look(columns, self._unicode))
        return parted(page(self._asked.above, columns), lines - len(foot) - _LEAST_ROWS)[0]

    def _broken(self, field: Writing, columns: int) -> tuple[Row, ...]:
        return rows(field.text, columns - cells(self._prompts[0]))

    def _scroll(self, cursor_row: int, total: int, room: int) -> None:
        self._top = max(min(self._top, cursor_row, total - room), cursor_row - room + 1, 0)

    def _text_rows(
        self, broken: Sequence[tuple[Row, ...]], start: int, end: int
    ) -> Iterator[DrawnRow]:
        """The rows from `start` to `end` of all fields, one below the other."""
        for prompt, field, of_field in zip(self._prompts, self._fields, broken, strict=True):
            for number in range(max(start, 0), min(end, len(of_field))):
                row = of_field[number]
                label = prompt[2:] if not number else " " * cells(prompt[2:])
                mark = prompt[:2] if not number else MARGIN
                yield [("", mark), ("dim", label), ("", field.text[row.start : row.end])]
            start, end = start - len(of_field), end - len(of_field)

    def _foot(self, look: Look) -> list[DrawnRow]:
        notice = page([MARGIN + self._notice], look.columns) if self._notice else []
        return [[], [("dim", self._hint(look))], *notice]

    def _hint(self, look: Look) -> str:
        if self._completion.names:
            return choices(look, self._completion.names)
        if not any(self.texts):
            return empty_field(look, self._asked.offers, self._asked.left)
        goes_on = self._at + 1 < len(self._fields)
        enter = "next" if goes_on else "save"
        return written_field(look, self._asked.offers, self._asked.left, self._asked.note, enter)


def _shared_start(names: Sequence[str]) -> str:
    """The characters with which all `names` begin."""
    same = takewhile(lambda signs: len(set(signs)) == 1, zip(*names, strict=False))
    return "".join(signs[0] for signs in same)
