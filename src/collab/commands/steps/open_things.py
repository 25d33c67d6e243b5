"""What is open, a talk or a promise at a time: one key says what its next step is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from collab.commands.interview import Back, Light, Pressed
from collab.commands.steps.asking import Asking, Leaving, Way
from collab.commands.steps.open_thing import OpenThing
from collab.commands.steps.review import facts_of
from collab.domain.frozen import replace
from collab.domain.periods import said_day
from collab.domain.promises import Promise
from collab.domain.questions import Question
from collab.domain.talks import Talk
from collab.domain.texts import one_line
from collab.domain.typed_days import parse_day
from collab.errors import UsageFault
from collab.rendering.review_page import (
    beside_thing,
    promise_name,
    promise_stands,
    talk_stands,
)
from collab.rendering.session_page import Page, note, own_words
from collab.rendering.talk_lines import talk_name
from collab.storage import promises, talks

TALK = {"s": "set", "h": "held", "g": "let go"}
PROMISE = {"k": "kept", "m": "move", "x": "drop"}
LATE_PROMISE = {"k": "in time", "r": "later", "m": "move", "x": "drop"}
AGREED = {"a": "agreed", "n": "not agreed"}
HARDNESS = {key: key for key in "12345"}

_LATER = "kept later"
_OLD_DATE = "the old date counts"
_WHICH_DAY = "to which day?"
_TYPED = 21  # columns for a typed day in front of the keys behind it


def reason_key(question: Question) -> str:
    """What the reason for dropping a promise is begun under."""
    return f"reason:{question.key}"


def ask_talk(asking: Asking, question: Question) -> Way:
    """Ask for the next step of a talk: a day for it, that it was held, or letting it go."""
    talk = next(one for one in facts_of(asking).talks if question.key == f"talk:{one.id}")
    today = asking.session.today
    here = OpenThing(asking, question, talk.id, talk_name(talk), talk_stands(talk, today))

    def let_go() -> Way:
        if here.keep(talks, "talk let go", lambda one: one.let_go_on(today)):
            here.remains(here.saved("let go"))
        return Way.ON

    steps = {"set": lambda: _set_day(here, talk), "held": lambda: ask_held(here), "let go": let_go}
    return here.ask(TALK, "s set a day · h held · g let it go", steps)


def ask_promise(asking: Asking, question: Question) -> Way:
    """Ask what became of a promise: kept, moved or dropped."""
    promise = next(one for one in facts_of(asking).promises if question.key == f"promise:{one.id}")
    today = asking.session.today
    stands = promise_stands(promise, today)
    here = OpenThing(asking, question, promise.id, promise_name(promise), stands)
    steps = promise_steps(here, promise)
    if promise.is_late(today):
        return here.ask(LATE_PROMISE, "k kept in time · r kept later · m move · x drop", steps)
    return here.ask(PROMISE, "k kept · m move · x drop", steps)


def promise_steps(here: OpenThing, promise: Promise) -> dict[str, Callable[[], Way]]:
    """What becomes of a promise: for the value of each key the step that keeps it."""
    today = here.asking.session.today

    def kept(day: date, became: str) -> Callable[[], Way]:
        if became != _LATER and day > promise.counting_date():
            # Kept by a date that was not agreed on: the report counts it as late.
            became = f"kept; {_OLD_DATE}"

        def keep() -> Way:
            if here.keep(promises, "promise kept", lambda one: one.kept_on(day)):
                here.remains(here.saved(became))
            return Way.ON

        return keep

    return {
        "kept": kept(today, "kept"),
        "in time": kept(promise.in_time(today), "kept in time"),
        "later": kept(today, _LATER),
        "move": lambda: _move(here, promise),
        "drop": lambda: _drop(here),
    }


def _set_day(here: OpenThing, talk: Talk) -> Way:
    today = here.asking.session.today
    found = ask_which_day(here, lambda day: talk.set_for(day, on=today))
    if found is None:
        return Way.BACK
    day, _ = found
    if here.keep(talks, "talk date", lambda one: one.set_for(day, on=today)):
        here.remains(here.saved(f"set for {said_day(day, today)}"))
    return Way.ON


def ask_held(here: OpenThing) -> Way:
    """Keep that a talk was held, then how hard it was; what was expected is told after."""
    today = here.asking.session.today
    kept = here.keep(talks, "talk held", lambda one: one.held_on(one.likely_held(today)))
    if kept is None:
        return Way.ON
    talk, unit = kept
    became = here.saved("held")
    try:
        hint = "1 easy to 5 very hard"
        pressed = here.key(HARDNESS, hint, lead="How hard was it?", became=became)
    except Leaving:
        here.remains(became)
        raise
    if isinstance(pressed, Back):
        return Way.BACK
    if isinstance(pressed, Pressed):
        was = int(pressed.value)
        if not here.keep(talks, "talk held", lambda one: one.with_hardness(was), unit):
            return Way.ON
        expected = f"expected {talk.expected}, " if talk.expected else ""
        became = here.saved(f"held; {expected}was {was}")
    here.remains(became)
    return Way.ON


def _move(here: OpenThing, promise: Promise) -> Way:
    today = here.asking.session.today
    typed = ""
    while True:
        found = ask_which_day(here, lambda day: promise.moved_to(day, on=today, agreed=True), typed)
        if found is None:
            return Way.BACK
        day, typed = found
        lead = f"{beside_thing(_WHICH_DAY)}> {typed:<{_TYPED}}"
        pressed = here.key(AGREED, "a agreed · n not agreed", lead=lead, skip=False)
        if isinstance(pressed, Light):
            return Way.LIGHT
        if not isinstance(pressed, Back):
            break
    assert isinstance(pressed, Pressed), "nothing else leads away from here"
    agreed = pressed.value == "agreed"
    kept = here.keep(
        promises, "promise moved", lambda one: one.moved_to(day, on=today, agreed=agreed)
    )
    if kept:
        old = "" if kept[0].counting_date() == day else f"; {_OLD_DATE}"
        here.remains(here.saved(f"moved to {said_day(day, today)}, {pressed.value}{old}"))
    return Way.ON


def _drop(here: OpenThing) -> Way:
    """Keep that a promise was dropped, then the reason, if one is given."""
    today = here.asking.session.today
    kept = here.keep(promises, "promise dropped", lambda one: one.dropped_on(today))
    if kept is None:
        return Way.ON
    _, unit = kept
    became = here.saved("dropped")
    key = reason_key(here.question)
    try:
        typed = here.line("why, in one line?", "no reason", became=became, begun_as=key)
    except Leaving:
        here.remains(became)
        raise
    reason = one_line(typed or "")
    if reason and not here.keep(
        promises, "promise dropped", lambda one: replace(one, reason=reason), unit, [reason]
    ):
        return Way.ON
    here.remains(became, [own_words(reason)] if reason else [])
    return Way.ON


def ask_which_day(
    here: OpenThing, fits: Callable[[date], object], typed: str = "", lead: str = _WHICH_DAY
) -> tuple[date, str] | None:
    """Ask for a day to come that `fits`, which raises if it does not; and what was typed.

    None if nothing was typed, or the way leads back.
    """
    today = here.asking.session.today
    help_: Page = []
    while True:
        given = here.line(lead, "leave it", help_=help_, typed=typed)
        if given is None:
            return None
        typed = " ".join(given.split())
        try:
            day = parse_day(typed, today, "ahead")
            fits(day)
        except UsageFault as fault:
            help_ = [note(f"{fault.sentence} {fault.next_step}")]
        else:
            return day, typed
