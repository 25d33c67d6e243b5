"""Talks: whether one was held, the questions about it, and what ends each of its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from collab.commands.interview import Back, Light, Pressed
from collab.commands.sitting import Chosen
from collab.commands.steps.asking import Asking, Way
from collab.commands.steps.due_promises import DueThing, name_the_rest
from collab.commands.steps.open_things import TALK, ask_held, ask_which_day
from collab.commands.steps.words import ask_words
from collab.commands.talks.naming import call_of
from collab.domain import agenda
from collab.domain.frozen import replace
from collab.domain.periods import said_day
from collab.domain.questions import Question
from collab.domain.talk_questions import (
    GATE,
    core_left,
    core_of,
    held_today,
    shown_beside,
)
from collab.domain.talks import Talk
from collab.rendering.lines import Line
from collab.rendering.session_page import Page, due_list, note, number_word
from collab.rendering.talk_lines import beside_question, hardness, said_talk, ticked_off_talk
from collab.rendering.unbroken import unbroken
from collab.storage import talks
from collab.storage.entries import answers_about

HARDNESS = {key: key for key in "12345"}
ENDING = {"c": "close", "n": "next"}
MORE = {"prepare": "prepare", "debrief": "debrief", "follow-up": "follow-up"}
"""For a step whose questions wait the command that asks them all at once."""

_EASY_TO_HARD = "1 easy to 5 very hard"


class DueTalk(DueThing):
    """A talk in a session or in its own interview; `label` says what of it is asked, `what`
    is whom it is with."""

    __slots__ = ()

    def remains(self, became: str, below: Sequence[str | Line] = ()) -> None:
        """Let stand what became of it."""
        row = ticked_off_talk(self.what, f"talk {became}")
        self.asking.remains([], [row, *below], compact=True)
        self.asking.became[self.question.key] = became

    def _above(self, became: str) -> Page:
        became = became or self.asking.became.get(self.question.key, "")
        if became:
            return [ticked_off_talk(self.what, f"talk {became}")]
        return [*due_list(self.label, [self.name])]


def ask_due_talk(asking: Asking, question: Question) -> Way:
    """Ask whether a talk was held whose day is here or went by: held, another day, let go."""
    talk = _read(asking, question)
    if talk is None or not (asking.again or (talk.is_open() and talk.held is None)):
        asking.keep.settled(question, "skipped")
        return Way.ON
    today = asking.session.today
    passed = talk.date if talk.date and talk.date < today else None
    here = _here(
        asking,
        question,
        talk,
        "Planned" if passed else "Today",
        f", for {said_day(passed, today)}" if passed else "",
    )

    def held() -> Way:
        way = ask_held(here)
        if way is Way.ON:
            _ask_tonight(asking, question, talk)
        return way

    def set_day() -> Way:
        found = ask_which_day(here, lambda day: _planned(talk).set_for(day, on=today))
        if found is None:
            return Way.BACK
        day, _ = found
        if here.keep(talks, "talk date", lambda one: one.set_for(day, on=today)):
            here.remains(here.saved(f"set for {said_day(day, today)}"))
        _ask_tonight(asking, question, None)
        return Way.ON

    def let_go() -> Way:
        if here.keep(talks, "talk let go", lambda one: one.let_go_on(today)):
            here.remains(here.saved("let go"))
        _ask_tonight(asking, question, None)
        return Way.ON

    steps = {"set": set_day, "held": held, "let go": let_go}
    way = here.ask(TALK, "h held · s set another day · g let it go", steps)
    if way is Way.ON and not asking.again:
        name_the_rest(asking, question)
    return way


def _planned(talk: Talk) -> Talk:
    return replace(talk, held=None, was=None, let_go=None)


def _ask_tonight(asking: Asking, question: Question, held: Talk | None) -> None:
    """Let the debrief of a talk that was `held` take the place of the evening's question,
    whatever that is about; questions about one that was not held give the place back to
    what the evening asks otherwise."""
    sat = asking.sat
    place = next((one for one in sat.chosen if _is_tonights_question(one)), None)
    if place is None:
        return
    if held:
        if _is_about_a_talk_of_today(asking, place.question):
            return
        asked = sat.history.talks.asked_about(held)
        other = held_today(held, asked, sat.prompts)
    elif place.question.talk == question.talk:
        others = agenda.words_without(question.talk, sat.day, sat.history, sat.wishes, sat.prompts)
        other = next(iter(others), None)
    else:
        return
    if other and other.key not in [one.question.key for one in sat.chosen]:
        asking.keep.instead(place.question, other)
        place.question = other


def _is_about_a_talk_of_today(asking: Asking, question: Question) -> bool:
    """Whether another talk that was held today has the place already."""
    if question.step != "debrief":
        return False
    talk = _read(asking, question)
    return talk is not None and talk.held == asking.session.today


def _is_tonights_question(one: Chosen) -> bool:
    return one.state == "open" and one.question.kind in ("open", "asked", "about")


def ask_about(asking: Asking, question: Question) -> Way:
    """Ask a question about a talk, beside what was written about it before; then what ends
    the step, and what waits of it."""
    talk = _read(asking, question)
    if talk is None:
        asking.keep.settled(question, "skipped")
        return Way.ON
    _show_gate(asking, talk, question)
    while True:
        way = ask_words(asking, question, facts=_facts(asking, question, talk))
        if way is not Way.ON:
            return way
        if ask_what_ends(asking, talk.id, str(question.step)) is not Way.BACK:
            break
    if asking.sat.part == "evening" and not asking.again:
        _name_what_waits(asking, question)
    return Way.ON


def end_what_was_asked(asking: Asking) -> bool:
    """End each debrief and follow-up of which every question was asked before today; whether
    there were any. It would be due for ever, since no session has a question for it."""
    sat, ended = asking.sat, False
    for step in ("debrief", "follow-up"):
        core = [one.id for one in core_of(step, sat.prompts)]
        for talk in sat.history.talks.open:
            if talk.once_asked(step, core, sat.history.talks.asked_about(talk)) != talk:
                asking.keep.end_step(talk, step, core)
                ended = True
    return ended


def ask_hardness(asking: Asking, talk: Talk) -> None:
    """Ask how hard a talk was that was held, where that is not known; then tell what was
    expected."""
    _once(asking, talk, "was", _was)


def ask_what_ends(asking: Asking, talk_id: str, step: str) -> Way:
    """Once the core questions of a step were asked: what else belongs to it, each once.

    How hard a talk will be and for which day it is set; after the debrief when it is looked
    at again; after the follow-up whether it is closed.
    """
    talk = asking.session.read(lambda journal: talks.with_id(journal, talk_id), None)
    if talk is None or not talk.is_open():
        return Way.ON
    known = asking.session.read(lambda journal: talks.asked_about(journal, talk_id), {})
    if step == "prepare" and talk.held is None:
        if core_left(talk, step, known, asking.sat.prompts):
            return Way.ON
        return (
            _once(asking, talk, "expected", _expected) or _once(asking, talk, "by", _by) or Way.ON
        )
    if step == "debrief" and talk.debriefed:
        return _once(asking, talk, "look back", _look_back) or Way.ON
    if step == "follow-up" and talk.last_looked_at() == asking.session.today:
        return _once(asking, talk, "ending", _ending) or Way.ON
    return Way.ON


def _once(asking: Asking, talk: Talk, what: str, ask: Callable[[DueTalk, Talk], Way]) -> Way | None:
    """Ask one thing more about a talk; None once it was asked in this sitting."""
    key = f"{what}:{talk.id}"
    if key in asking.offered:
        return None
    question = Question(key=key, kind="about", text="", talk=talk.id)
    asking.keep.leave_thing(talk.id)
    way = ask(_here(asking, question, talk, talk.who), talk)
    if way is not Way.BACK:
        asking.offered.add(key)
    return way if way is not Way.ON else None


def _expected(here: DueTalk, talk: Talk) -> Way:
    if talk.expected:
        return Way.ON
    pressed = here.key(HARDNESS, f"{_EASY_TO_HARD} · Enter leave", lead="How hard will it be?")
    if isinstance(pressed, Back | Light):
        return here.asking.left_for(pressed)
    if isinstance(pressed, Pressed):
        expected = int(pressed.value)
        if here.keep(talks, "talk expected", lambda one: replace(one, expected=expected)):
            here.remains(here.saved(f"expected {expected}"))
    return Way.ON


def _was(here: DueTalk, talk: Talk) -> Way:
    if talk.was:
        return Way.ON
    pressed = here.key(HARDNESS, f"{_EASY_TO_HARD} · Enter leave", lead="How hard was it?")
    if isinstance(pressed, Pressed):
        was = int(pressed.value)
        if here.keep(talks, "talk held", lambda one: one.with_hardness(was)):
            here.remains(here.saved(f"held; {hardness(talk.with_hardness(was))}"))
    return Way.ON


def _by(here: DueTalk, talk: Talk) -> Way:
    today = here.asking.session.today
    if talk.date:
        return Way.ON
    found = ask_which_day(here, lambda day: talk.set_for(day, on=today), lead="by when?")
    if found is not None:
        day, _ = found
        if here.keep(talks, "talk date", lambda one: one.set_for(day, on=today)):
            here.remains(here.saved(f"set for {said_day(day, today)}"))
    return Way.ON


def _look_back(here: DueTalk, talk: Talk) -> Way:
    """When it is looked at again, unless that is agreed."""
    if any(one.done is None for one in talk.follow_ups):
        return Way.ON
    _agree(here, talk)
    return Way.ON


def _agree(here: DueTalk, talk: Talk) -> bool:
    today = here.asking.session.today
    found = ask_which_day(
        here, lambda day: talk.to_follow_up(day, on=today), lead="when to look again?"
    )
    if found is None:
        return False
    day = found[0]
    if here.keep(talks, "talk follow-up", lambda one: one.to_follow_up(day, on=today)):
        here.remains(here.saved(f"to look at again {said_day(day, today)}"))
    return True


def _ending(here: DueTalk, talk: Talk) -> Way:
    """Close a talk that was followed up, or agree on the next date."""
    today = here.asking.session.today
    while True:
        pressed = here.key(
            ENDING, "c close it · n set the next date · Enter leave it open", lead="And now?"
        )
        if isinstance(pressed, Back | Light):
            return here.asking.left_for(pressed)
        if not isinstance(pressed, Pressed):
            return Way.ON
        if pressed.value == "close":
            if here.keep(talks, "talk closed", lambda one: one.closed_on(today)):
                here.remains(here.saved("closed"))
            return Way.ON
        if _agree(here, talk):
            return Way.ON


def _facts(asking: Asking, question: Question, talk: Talk) -> Page:
    """What was answered before about the same matter."""
    story = asking.session.read(lambda journal: answers_about(journal, talk.id), ())
    which = _which(asking, talk)
    found = shown_beside(question.prompt, story)
    when = "After it" if question.step == "follow-up" else "Before it"
    return [*which, *([beside_question(f"{when} you wrote: ", found[1].words())] if found else [])]


def _which(asking: Asking, talk: Talk) -> Page:
    """Which talk a question is about, where no line of the evening above it says so."""
    is_above = any(
        one.question.kind == "due talk" and one.question.talk == talk.id
        for one in asking.sat.chosen
    )
    return [] if asking.sat.part != "evening" or is_above else [note(said_talk(talk))]


def _show_gate(asking: Asking, talk: Talk, question: Question) -> None:
    """Before the first preparing question of a talk: whether a private talk is the way.

    On the day it was added that was read with the adding.
    """
    is_read = f"gate:{talk.id}" in asking.offered or talk.added == asking.session.today
    if question.step != "prepare" or is_read:
        return
    asking.offered.add(f"gate:{talk.id}")
    known = asking.session.read(lambda journal: talks.asked_about(journal, talk.id), {})
    preparing = {one.id for one in asking.sat.prompts if one.moment == "prepare"}
    if not preparing & set(known):
        asking.show(note(GATE))


def _name_what_waits(asking: Asking, question: Question) -> None:
    """ "Three more about this talk wait for tomorrow, or: collab talk debrief rui"."""
    talk = _read(asking, question)
    if talk is None or question.step not in MORE or question.prompt not in question.core:
        return
    known = asking.session.read(lambda journal: talks.asked_about(journal, talk.id), {})
    left = len(core_left(talk, str(question.step), known, asking.sat.prompts))
    if not left or left == len(core_of(str(question.step), asking.sat.prompts)):
        return
    call = asking.session.read(lambda journal: call_of(journal, talk), "")
    count = number_word(left).capitalize()
    wait = "wait" if left > 1 else "waits"
    until = " for tomorrow" if question.step != "prepare" else ""
    command = unbroken(f"collab talk {MORE[question.step]} {call}")
    asking.show(note(f"{count} more about this talk {wait}{until}, or: {command}"))


def _read(asking: Asking, question: Question) -> Talk | None:
    wanted = question.talk or ""
    return asking.session.read(lambda journal: talks.with_id(journal, wanted), None)


def _here(asking: Asking, question: Question, talk: Talk, label: str, when: str = "") -> DueTalk:
    return DueTalk(asking, question, talk.id, said_talk(talk) + when, "", label, talk.who)
