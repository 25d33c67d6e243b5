"""A promise made in a session: out of a line of an answer, or after deciding alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from collab.commands.interview import Given, Light, Pressed, Stop
from collab.commands.options import coming_day
from collab.commands.promises.crowd import which_goes, why_it_goes
from collab.commands.steps.asking import Asking, Leaving, Way
from collab.domain.periods import said_day
from collab.domain.promise_words import Said, promise_in, who_should_hear
from collab.domain.promises import Promise, one_too_many
from collab.domain.questions import Question
from collab.domain.texts import one_line
from collab.errors import UsageFault
from collab.rendering.lines import Line
from collab.rendering.promise_lines import called
from collab.rendering.review_page import beside_thing
from collab.rendering.session_page import Page, asked, note, own_words, ticked_off
from collab.storage import promises

WHO_SHOULD_HEAR = "Who should hear it, and by when?"


def heard_key(question: Question) -> str:
    """What the line about who should hear a decision is begun under."""
    return f"hear:{question.key}"


def ask_who_should_hear(asking: Asking, question: Question, page: str) -> Way:
    """After a decision nobody has heard of: one optional line, which becomes a promise."""
    key = heard_key(question)
    could_go_back, asking.can_go_back = asking.can_go_back, False
    outcome = asking.words(key, [asked(WHO_SHOULD_HEAR), ""])
    asking.can_go_back = could_go_back
    if isinstance(outcome, Light):
        return Way.LIGHT
    text = one_line(outcome.text) if isinstance(outcome, Given) else None
    if text is None:
        return Way.ON
    said = who_should_hear(text, asking.session.today)
    try:
        told = _promised(asking, said, page, key)
    except Leaving:
        asking.keep_begun(key, [text])
        raise
    if not told:
        asking.keep.note(text, instead_of=key)
        told = [note(f"kept as a note · {asking.saved()}")]
    asking.remains([asked(WHO_SHOULD_HEAR), "", own_words(text)], told)
    return Way.ON


def promise_line(asking: Asking, words: str, page: str) -> bool:
    """Keep a line of an answer as a promise; whether it became one."""
    told = _promised(asking, promise_in(words, asking.session.today), page)
    if told:
        asking.show(*told)
    return bool(told)


def _promised(asking: Asking, said: Said, page: str, begun_as: str = "") -> list[str | Line]:
    """Ask for the day if the words have none, keep the promise, and tell it.

    Nothing is told where no day was given, or no other promise is to go: then nothing was
    kept.
    """
    today = asking.session.today
    due = said.due or _by_when(asking, said)
    if due is None:
        return []
    dropped = _which_goes(asking) if said.side == "mine" else ()
    if dropped is None:
        return []
    new = Promise(
        id="", side=said.side, who=said.who, what=said.what, made=today, due=due, entry=page or None
    )
    asking.keep.promise(new, dropped, begun_as)
    direction = "To" if said.side == "mine" else "From"
    label = f"{direction} {said.who}" if said.who else "Promise"
    saved = f"by {said_day(due, today)} · {asking.saved()}"
    told: list[str | Line] = []
    for one in dropped:
        told.append(ticked_off("Dropped", called(one), "one goes"))
        told += [own_words(one.reason)] if one.reason else []
    return [*told, ticked_off(label, said.what, saved)]


def _by_when(asking: Asking, said: Said) -> date | None:
    """A day to come, or today; None if it is passed over."""
    today = asking.session.today
    typed, fault = "", ""
    while True:
        above: Page = [f"  {said.who or said.what}", *([note(fault)] if fault else [])]
        outcome = asking.interview.ask_text(
            asking.parted(above),
            initial=[typed],
            back=False,
            lead=beside_thing("by when?"),
            skip="no promise",
        )
        if isinstance(outcome, Stop):
            raise Leaving(outcome.signal)
        if not isinstance(outcome, Given):
            return None
        typed = " ".join(outcome.text.split())
        try:
            day = coming_day(today, typed)
        except UsageFault as problem:
            fault = f"{problem.sentence} {problem.next_step}"
        else:
            return day


def _which_goes(asking: Asking) -> Sequence[Promise] | None:
    """With five open promises of one's own: the one that goes, dropped with its reason, or
    none; None for no sixth."""
    today = asking.session.today
    known = asking.session.read(lambda journal: promises.open_on(journal, today), ())
    crowd = one_too_many(known, "mine")
    if not crowd:
        return ()
    question = which_goes(crowd, today, "no promise")
    could_go_light, asking.can_go_light = asking.can_go_light, False
    pressed = asking.key(question.page, question.keys, question.hint, back=False, beside=True)
    asking.can_go_light = could_go_light
    if not isinstance(pressed, Pressed):
        return None
    gone = question.gone(pressed.value)
    reason = _why(asking, gone[0]) if gone else None
    return tuple(one.dropped_on(today, reason) for one in gone)


def _why(asking: Asking, gone: Promise) -> str | None:
    """Why it goes; None if that is passed over."""
    key = why_it_goes(gone)
    outcome = asking.interview.ask_text(
        asking.parted([f"  {called(gone)}"]),
        initial=asking.words_begun(key) or [""],
        back=False,
        lead=beside_thing("why, in one line?"),
        skip="no reason",
    )
    if isinstance(outcome, Stop):
        asking.keep_begun(key, outcome.texts)
        raise Leaving(outcome.signal)
    return one_line(outcome.text) if isinstance(outcome, Given) else None
