"""One talk or promise on the screen: its row, the keys beside it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from collab.commands.changing import Store
from collab.commands.interview import Back, Given, Light, Pressed, Skipped, Stop
from collab.commands.sitting import Chosen
from collab.commands.steps.asking import Asking, Leaving, Way
from collab.commands.steps.review import facts_of
from collab.domain.questions import Question
from collab.errors import AlreadyEnded
from collab.rendering.lines import Line
from collab.rendering.review_page import beside_thing, talk_stands, thing, what_became
from collab.rendering.session_page import Page, asked, counted, note
from collab.rendering.talk_lines import talk_name

REST = {"e": "rest"}

_KINDS = ("talk", "promise")
_REST_FROM = 3
"""Further things, from which on one key leaves all of them."""
_GONE = "no longer in the journal"

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class OpenThing:
    """What is asked about: the record's `id`, its name, and where it `stands`.

    The question about all that is open stands above the first one.
    """

    asking: Asking
    question: Question
    id: str
    name: str
    stands: str

    def ask(
        self, keys: Mapping[str, str], hint: str, steps: Mapping[str, Callable[[], Way]]
    ) -> Way:
        """Ask for one of `keys` and take the step of its value, which may lead back to here."""
        leave = "Enter as it is" if self.asking.again else "Enter leave"
        others = sum(one.question is not self.question for one in self._open())
        if others >= _REST_FROM and not self.asking.again:
            keys, steps = {**keys, **REST}, {**steps, "rest": self._leave_all}
            leave = f"{leave} · e leave all {others + 1}"
        return self._ask(keys, f"{hint} · {leave}", steps)

    def _ask(
        self, keys: Mapping[str, str], hint: str, steps: Mapping[str, Callable[[], Way]]
    ) -> Way:
        while True:
            pressed = self.key(keys, hint)
            if isinstance(pressed, Back | Light):
                return self.asking.left_for(pressed)
            way = steps[pressed.value]() if isinstance(pressed, Pressed) else self._leave()
            if way is not Way.BACK:
                return way

    def key(
        self,
        keys: Mapping[str, str],
        hint: str,
        *,
        lead: str = "",
        became: str = "",
        skip: bool = True,
    ) -> Pressed | Skipped | Back | Light:
        """Ask for one key; `lead` is a question of its own, `became` what was kept already."""
        pressed = self.asking.key(
            [] if lead and self._stays else self._above(became),
            keys,
            hint,
            lead=lead,
            skip=skip,
            back=True if lead else None,
            beside=bool(lead),
            close=self.asking.named_things,
        )
        self.asking.named_things = self.asking.named_things or self._stays
        return pressed

    def line(
        self,
        lead: str,
        skip: str,
        *,
        help_: Sequence[str | Line] = (),
        typed: str = "",
        became: str = "",
        begun_as: str = "",
    ) -> str | None:
        """Ask for one line; None if nothing is given.

        What is begun and not given is kept under `begun_as`, if that is named.
        """
        above = [*([] if self._stays else self._above(became)), *help_]
        outcome = self.asking.interview.ask_text(
            above if self.asking.named_things else self.asking.parted(above),
            initial=[typed],
            lead=beside_thing(lead),
            skip=skip,
        )
        if isinstance(outcome, Stop):
            if begun_as:
                self.asking.keep_begun(begun_as, outcome.texts)
            raise Leaving(outcome.signal)
        return outcome.text if isinstance(outcome, Given) else None

    def keep(
        self,
        store: Store[_Thing],
        done: str,
        change: Callable[[_Thing], _Thing],
        kept_in: str = "",
        words: Sequence[str] = (),
    ) -> tuple[_Thing, str] | None:
        """Keep what was `done`, and the `words` typed for it: the record as it is now, and the
        unit.

        None, which is said, if another window ended it meanwhile.
        """
        keep = self.asking.keep
        try:
            kept = keep.thing(self.question, store, self.id, done, change, kept_in, words)
        except AlreadyEnded as fault:
            self.remains(fault.sentence)
            return None
        if kept is None:
            self.remains(_GONE)
        return kept

    def saved(self, became: str) -> str:
        """What became of it, and since when that is kept."""
        return f"{became} · {self.asking.saved(self.question.key)}"

    def remains(self, became: str, below: Sequence[str | Line] = ()) -> None:
        """Let stand what became of it."""
        self.asking.remains(self._head(), [*what_became(self.name, became), *below], compact=True)
        self.asking.named_things = True
        self.asking.became[self.question.key] = became

    def _leave(self) -> Way:
        if not self.asking.again:
            self.asking.keep.settled(self.question, "skipped")
            self.asking.remains([*self._head(), *thing(self.name, self.stands)], [], compact=True)
            self.asking.named_things = True
        return Way.ON

    def _leave_all(self) -> Way:
        left = [one for one in self._open() if one.question is not self.question]
        self._leave()
        for one in left:
            self.asking.keep.settled(one.question, "skipped")
            one.state = "skipped"
        self.asking.show(note(f"{counted(len(left), 'other')} left as they are"), compact=True)
        return Way.ON

    @property
    def _stays(self) -> bool:
        """Whether what was asked stays on the screen, so that it need not be said again."""
        return not self.asking.interview.erases

    def _open(self) -> list[Chosen]:
        """The talks and promises that are still to be asked about, this one among them."""
        chosen = self.asking.sat.chosen
        return [one for one in chosen if one.state == "open" and one.question.kind in _KINDS]

    def _above(self, became: str) -> Page:
        became = became or self.asking.became.get(self.question.key, "")
        row = what_became(self.name, became) if became else thing(self.name, self.stands)
        return [*self._head(), *row]

    def _head(self) -> Page:
        """The question about what is open, and the talks that were held already."""
        if self.asking.named_things:
            return []
        talks = [talk for talk in facts_of(self.asking).talks if talk.held]
        today = self.asking.session.today
        head: Page = [asked(self.question.text, full=True)]
        for talk in talks:
            head += what_became(talk_name(talk), talk_stands(talk, today))
        return head
