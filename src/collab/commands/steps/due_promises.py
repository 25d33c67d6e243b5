"""A promise that is due on an evening: one key says what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from collab.commands.due_things import due_things, in_short
from collab.commands.interview import Back, Given, Light
from collab.commands.steps.asking import Asking, Way
from collab.commands.steps.open_thing import OpenThing
from collab.commands.steps.open_things import LATE_PROMISE, PROMISE, promise_steps, reason_key
from collab.domain.frozen import replace
from collab.domain.periods import said_day
from collab.domain.promises import Promise
from collab.domain.questions import Question
from collab.domain.texts import one_line
from collab.rendering.lines import Line
from collab.rendering.session_page import Page, asked, due_list, note, own_words, ticked_off
from collab.rendering.unbroken import unbroken
from collab.storage import promises

STILL_OPEN = {"o": "still open"}
DUE = {**PROMISE, **STILL_OPEN}
OVERDUE = {**LATE_PROMISE, **STILL_OPEN}

_DUE_KINDS = ("due promise", "due talk")
_LISTED_BY = {"promise": "collab promise list", "talk": "collab talk list"}
"""The kinds of due things that are asked about, with the command that lists them all."""


@dataclass(frozen=True, slots=True)
class DueThing(OpenThing):
    """What is due, in a session of the evening; `label` stands in front of what became of it."""

    label: str
    what: str

    def ask(
        self, keys: Mapping[str, str], hint: str, steps: Mapping[str, Callable[[], Way]]
    ) -> Way:
        """As in a review, without leaving all; Enter passes over."""
        return self._ask(keys, f"{hint} · Enter as it is" if self.asking.again else hint, steps)

    def remains(self, became: str, below: Sequence[str | Line] = ()) -> None:
        """Let stand what became of it."""
        row = ticked_off(self.label, self.what, became)
        self.asking.remains([], [row, *below], compact=True)
        self.asking.became[self.question.key] = became

    def leave_open(self, became: str) -> Way:
        """Remember that nothing was changed, and say so."""
        self.asking.keep.settled(self.question, "skipped")
        self.remains(became)
        return Way.ON

    def _leave(self) -> Way:
        return Way.ON if self.asking.again else self.leave_open("skipped")

    def _above(self, became: str) -> Page:
        became = became or self.asking.became.get(self.question.key, "")
        if became:
            return [ticked_off(self.label, self.what, became)]
        label, _, when = self.stands.partition(",")
        return [*due_list(label, [f"{self.name}{when and ','}{when}"])]

    def _head(self) -> Page:
        return []


def ask_due_promise(asking: Asking, question: Question) -> Way:
    """Ask what became of a promise that is due, then name what else is due."""
    id_ = question.key.partition(":")[2]
    promise = asking.session.read(lambda journal: promises.with_id(journal, id_), None)
    if promise is None:
        asking.keep.settled(question, "skipped")
        return Way.ON
    was = asking.keep.before(id_, promise)
    here = _thing(asking, question, was)
    way = _ask(here, was) if was.is_open() else _ended_before(here, was)
    if way is Way.ON and not asking.again:
        name_the_rest(asking, question)
    return way


def _thing(asking: Asking, question: Question, promise: Promise) -> DueThing:
    today, day = asking.session.today, promise.newest_date()
    label = f"{'To' if promise.side == 'mine' else 'From'} {promise.who}" if promise.who else ""
    whom = f"{label[:1].lower()}{label[1:]}: " if label else ""
    return DueThing(
        asking=asking,
        question=question,
        id=promise.id,
        name=f"{whom}{promise.what}",
        stands=f"Due, since {said_day(day, today)}" if day < today else "Due today",
        label=label or "Promise",
        what=promise.what,
    )


def _ask(here: DueThing, promise: Promise) -> Way:
    steps = {
        **promise_steps(here, promise),
        "still open": lambda: here.leave_open("still open"),
    }
    if promise.is_late(here.asking.session.today):
        hint = "k kept in time · r kept later · m move · x drop · o still open"
        return here.ask(OVERDUE, hint, steps)
    return here.ask(DUE, "k kept · m move · x drop · o still open", steps)


def _ended_before(here: DueThing, promise: Promise) -> Way:
    """A promise that ended in an earlier call: a reason that was begun, or nothing to ask."""
    asking, key = here.asking, reason_key(here.question)
    if not promise.dropped:
        pressed = here.key({}, "Enter as it is · to take it back: collab undo", became="kept")
        return asking.left_for(pressed) if isinstance(pressed, Back | Light) else Way.ON
    row = ticked_off(here.label, here.what, "dropped")
    outcome = asking.words(
        key, [row, asked("Why, in one line?"), ""], earlier=[promise.reason or ""]
    )
    if isinstance(outcome, Back | Light):
        return asking.left_for(outcome)
    reason = one_line(outcome.text) if isinstance(outcome, Given) else None
    if reason and reason != promise.reason:
        here.keep(
            promises, "promise dropped", lambda one: replace(one, reason=reason), words=[reason]
        )
        asking.keep.begun(key, ())
        here.remains(here.saved("dropped"), [own_words(reason)])
    return Way.ON


def name_the_rest(asking: Asking, question: Question) -> None:
    """After the last thing that is asked about: what else is due, with its command."""
    chosen = asking.sat.chosen
    if any(
        one.state == "open" and one.question is not question
        for one in chosen
        if one.question.kind in _DUE_KINDS
    ):
        return
    asked_about = {one.question.key for one in chosen}
    for kind, command in _LISTED_BY.items():
        rest = [
            one
            for one in due_things(asking.session, asking.sat.day)
            if one.kind == kind
            and one.step in ("", "hold", "passed")
            and f"{kind}:{one.record.id}" not in asked_about
        ]
        if rest:
            named = "; ".join(map(in_short, rest))
            asking.show(note(f"Also due: {named}. See: {unbroken(command)}"), compact=True)
