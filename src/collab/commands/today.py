"""The day's session on a terminal: asks one question after the other, keeps each at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from collab.commands.keeping import Keeper
from collab.commands.session import Session
from collab.domain import agenda
from collab.domain.history import History, Wishes
from collab.domain.periods import spoken_long
from collab.domain.questions import Question, recalled
from collab.errors import NoJournal, Stopped, UsageFault
from collab.rendering.plain import visible
from collab.storage import sessions
from collab.storage.histories import history_on
from collab.storage.packs import Packs, load, themes

if TYPE_CHECKING:
    from collab.commands.interview import Interview

_LABELS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("if", "then"): ("If", "then I will"),
    ("who", "words"): ("Who", "Words"),
}
_OUTCOMES = {"d": "done", "p": "partly", "n": "not done", "c": "no occasion"}
_FITS = {"y": "well", "p": "partly", "n": "other"}

_BEFORE_THE_FIRST_PAGE = """
collab: a few questions a day about working with and through others.

  Yours      One file on this computer: {path}
             Nothing is ever sent. It is not encrypted: whoever can use your
             account can read it.
  Others     Write only what you could stand by if the person read it. No
             health, family, belief, union or sexual matters of others. Do not
             use this as a personnel file. A short name will do: @bo"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One session about to be asked: its day, its part of the day and its questions."""

    day: date
    part: str
    questions: tuple[Question, ...]
    history: History
    stored: bool


def sitting(session: Session, day: date, part: agenda.Part, *, light: bool = False) -> Sitting:
    """The session of `day`: the questions chosen when it started, or chosen now."""
    packs = load(session.places.prompts)
    _name_left_out(session, packs)
    settings = session.settings
    wishes = Wishes(
        focus=settings.focus,
        optional_prompts=frozenset(settings.optional_prompts),
        cue=settings.cue,
        light_line=settings.light_line,
    )
    try:
        with session.reading() as connection:
            history = history_on(connection, day, packs.prompts)
            known = sessions.stored(connection, day, part)
    except NoJournal:
        history, known = History(), ()
    if light:
        questions = agenda.light(day, history, wishes, packs.prompts)
    elif day != session.today:
        questions = agenda.late(day, session.today, history, wishes, packs.prompts)
    elif known:
        wanted = history.wanted.text if history.wanted else ""
        again = (
            recalled(one.key, one.prompt, day, packs.prompts, wanted=wanted)
            for one in known
            if one.state == "open"
        )
        questions = tuple(question for question in again if question is not None)
    else:
        choose = agenda.morning if part == "morning" else agenda.evening
        questions = choose(day, history, wishes, packs.prompts)
    return Sitting(day=day, part=part, questions=questions, history=history, stored=bool(known))


def _name_left_out(session: Session, packs: Packs) -> None:
    for fault in packs.left_out:
        session.warn(f"Left out: {fault.sentence}")


def hold(session: Session, sat: Sitting) -> None:
    """Ask every question of a session on the terminal.

    Raises `UsageFault` without a terminal and `Stopped` at Ctrl-C; what was given is kept.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault(
            "The questions need a terminal, and there is none here.",
            "Print the page with --form, fill it in, and give it back with --from FILE.",
        )
    if not sat.questions:
        session.say(f"{spoken_long(sat.day)} is written. Add a note: collab journal note")
        return
    from collab.commands.interview import Interview

    with Interview(unicode=session.unicode, colour=not session.console.no_color) as interview:
        if not session.journal.exists():
            _introduce(session, interview)
        with session.unit("session") as unit:
            sessions.choose(unit, sat.day, sat.part, sat.questions)
        session.say(f"{spoken_long(sat.day)}, {sat.part}{', continued' if sat.stored else ''}\n")
        _Asking(session, sat, interview).all()
    session.say(f"Saved: {spoken_long(sat.day)}.")


def _introduce(session: Session, interview: Interview) -> None:
    """What must be read before a colleague is named. Raises `Stopped` if it is not now."""
    from collab.commands.interview import Stop

    session.say(_BEFORE_THE_FIRST_PAGE.format(path=visible(session.places.journal)))
    if isinstance(interview.ask_key((), {}, "Enter begin · Ctrl-C not now", back=False), Stop):
        raise Stopped("Nothing was kept.", "Begin when it suits you with: collab journal today")


class _Asking:
    def __init__(self, session: Session, sat: Sitting, interview: Interview) -> None:
        self._session = session
        self._sat = sat
        self._interview = interview
        kind = "morning" if sat.part == "morning" else "evening"
        self._keep = Keeper(session, sat.day, kind)  # type: ignore[arg-type]
        self._scales = {theme.id: theme for theme in themes()}

    def all(self) -> None:
        at, questions = 0, self._sat.questions
        while at < len(questions):
            left = len(questions) - at - 1 if at else None
            forward = self._one(questions[at], left)
            at = at + 1 if forward else max(at - 1, 0)

    def _one(self, question: Question, left: int | None) -> bool:
        """Ask one question; False goes one back."""
        if question.kind in ("rating", "outcome"):
            return self._by_key(question, left)
        return self._in_words(question, left)

    def _in_words(self, question: Question, left: int | None) -> bool:
        from collab.commands.interview import Back, Given, Stop

        labels = _LABELS.get(question.fields, ("",))
        above = self._focus_offer() if question.kind == "focus" else (question.text, "")
        given = self._interview.ask_text(above, labels, left=left or None)
        if isinstance(given, Given):
            self._kept(question, given.texts)
            return True
        if isinstance(given, Back):
            self._keep.begun(question, given.texts)
            return False
        if isinstance(given, Stop):
            self._stop(question, given.texts)
        self._keep.skipped(question)
        return True

    def _kept(self, question: Question, texts: tuple[str, ...]) -> None:
        from collab.storage.settings_file import write_setting

        say = self._session.say
        if question.kind == "plan":
            self._keep.plan(question, texts[0], texts[1])
            say(f"{question.text}\n\n> If           {texts[0]}\n> then I will  {texts[1]}")
        elif question.kind == "focus":
            order = [theme for theme in self._scales if theme != "decide"]
            numbers = [int(word) for word in texts[0].split() if word.isdecimal()]
            chosen = [order[number - 1] for number in numbers if 1 <= number <= len(order)]
            write_setting(self._session.places, "focus", " ".join(chosen[:2]))
            self._keep.skipped(question, "answered")
        elif question.kind == "cue":
            write_setting(self._session.places, "cue", texts[0])
            self._keep.skipped(question, "answered")
        else:
            page, answer = self._keep.words(question, texts)
            say(f"{question.text}\n\n> " + texts[-1].replace("\n", "\n  "))
            say(f"  saved {self._session.clock():%H:%M}\n")
            if question.deeper and question.kind == "open":
                self._beside(question, page, answer)
            return
        say(f"  saved {self._session.clock():%H:%M}\n")

    def _beside(self, question: Question, page: str, answer: str) -> None:
        from collab.commands.interview import Given, Pressed

        pressed = self._interview.ask_key(
            (f"  {question.deeper}",),
            {"d": "deeper", "*": "star"},
            "d answer that too · * star it for Sunday · Enter go on",
        )
        if not isinstance(pressed, Pressed):
            return
        if pressed.value == "star":
            self._keep.star(answer)
            self._session.say("  starred\n")
            return
        more = self._interview.ask_text((question.deeper, ""))
        if isinstance(more, Given):
            self._keep.deeper(page, answer, question.deeper, more.text)
            self._session.say(f"{question.deeper}\n\n> {more.text}\n")

    def _by_key(self, question: Question, left: int | None) -> bool:
        from collab.commands.interview import Back, Pressed, Stop

        pressed = self._interview.ask_key(self._above(question), *self._keys(question), left=left)
        if isinstance(pressed, Back):
            return False
        if isinstance(pressed, Stop):
            self._stop(question, ())
        if not isinstance(pressed, Pressed):
            self._keep.skipped(question)
        elif question.kind == "outcome":
            self._keep.outcome(question, self._sat.history.plans, pressed.value)  # type: ignore[arg-type]
            self._session.say(f"  {pressed.value} · saved {self._session.clock():%H:%M}\n")
        else:
            self._rated(question, pressed.value)
        return True

    def _rated(self, question: Question, typed: str) -> None:
        from collab.commands.interview import Pressed, Stop

        value = "W" if typed == "W" else int(typed)
        fit = None
        scale = self._scales[question.theme]
        stopped = False
        if value not in ("W", 0):
            pressed = self._interview.ask_key(
                (),
                _FITS,
                "y well · p partly · n another way",
                lead=f"  {question.fit}",
            )
            fit = pressed.value if isinstance(pressed, Pressed) else None
            stopped = isinstance(pressed, Stop)
        self._keep.rating(question, value, fit, scale.scale_version)  # type: ignore[arg-type]
        self._session.say(f"  {scale.name:<25}  {value}  {scale.line(value)}")
        self._session.say(f"  saved {self._session.clock():%H:%M}\n")
        if stopped:
            self._stop(question, ())

    def _focus_offer(self) -> tuple[str, ...]:
        others = [theme for theme in self._scales.values() if theme.id != "decide"]
        return (
            "One thing to set up. For the next four weeks, which of these do you want to"
            " look at each evening too? One or two numbers, or Enter for none.",
            "",
            *(f"  {number}  {theme.name}" for number, theme in enumerate(others, start=1)),
            "",
        )

    def _above(self, question: Question) -> tuple[str, ...]:
        if question.kind == "outcome":
            plans = [p for p in self._sat.history.plans if p.for_ == question.for_day]
            return (*(f"  Your plan  {plan.sentence()}" for plan in plans), question.text)
        scale = self._scales[question.theme]
        lines = [f"  {str(v).lower()}  {scale.line(v)}" for v in (1, 2, 3, 4, 5, 0, "W")]
        return (question.text, "", *lines, "")

    def _keys(self, question: Question) -> tuple[dict[str, str], str]:
        if question.kind == "outcome":
            return _OUTCOMES, "d done · p partly · n not done · c no occasion"
        return {**{key: key for key in "123450"}, "w": "W"}, ""

    def _stop(self, question: Question, texts: tuple[str, ...]) -> None:
        if texts:
            self._keep.begun(question, texts)
        begun = " and the words you had begun" if any(text.strip() for text in texts) else ""
        raise Stopped(
            f"Stopped. Kept: everything you gave{begun}.",
            "Go on today with: collab journal today",
        )
