"""A sitting: one session that is about to be asked or is under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from collab.commands.session import Session
from collab.domain import agenda
from collab.domain.history import History, Wishes
from collab.domain.prompts import Prompt
from collab.domain.questions import Question, recalled
from collab.storage import promises, sessions
from collab.storage.database import Connection
from collab.storage.entries import is_light
from collab.storage.histories import history_on, pages_before
from collab.storage.packs import load

if TYPE_CHECKING:
    from typing import Literal

    from collab.domain.periods import Period
    from collab.domain.review import Facts


@dataclass(slots=True)
class Chosen:
    """A question of a session and what became of it so far."""

    question: Question
    state: sessions.State = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One session: its day, its part of the day and its questions in their order.

    `stored` says whether it was started before, `light` whether it is a light evening's,
    `late` whether its day is over, `between` whether that day is one of a gap. `week` and
    `facts` are those of a weekly review, which is no part of a day; it is late when it goes
    on with the page of an earlier day.
    """

    day: date
    part: agenda.Part | Literal["week", "talk"]
    chosen: tuple[Chosen, ...] = ()
    history: History = field(default_factory=History)
    wishes: Wishes = field(default_factory=Wishes)
    prompts: tuple[Prompt, ...] = ()
    stored: bool = False
    light: bool = False
    late: bool = False
    between: bool = False
    week: Period | None = None
    facts: Facts | None = None
    talk: str = ""

    @property
    def call(self) -> str:
        """What is typed to go on with this session."""
        if self.talk:
            return self.talk
        if self.week:
            return "collab journal week" + (f" --of {self.week.label}" if self.late else "")
        if self.between:
            return "collab journal today --catch-up"
        return "collab journal today" + (f" --date {self.day}" if self.late else "")

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are still to be asked."""
        return tuple(one.question for one in self.chosen if one.state == "open")

    @property
    def next_day(self) -> date:
        """The next day on which the user usually writes."""
        return agenda.plan_day(self.day, self.history.writes_on_weekends())

    @property
    def is_first_evening(self) -> bool:
        """Whether no evening came before this one."""
        return self.part == "evening" and not self.late and not self.history.has_evenings()

    @property
    def is_after_a_gap(self) -> bool:
        """Whether this evening follows three days or more without a page."""
        if self.part != "evening" or self.late or self.light or self.is_first_evening:
            return False
        return self.history.is_gap(self.day)


_SoFar = tuple[History, tuple[sessions.StoredQuestion, ...], bool]


def sitting(session: Session, day: date, part: agenda.Part, *, light: bool = False) -> Sitting:
    """The session of `day`: the questions chosen when it started, or chosen now.

    `light` asks for a light evening, whatever was chosen before.
    """
    prompts = prompts_of(session)
    wishes = wishes_of(session)

    def so_far(journal: Connection) -> _SoFar:
        was_light = part == "evening" and is_light(journal, day)
        known = tuple(one for one in sessions.stored(journal, day, part) if _stands(journal, one))
        return history_on(journal, day, prompts), known, was_light

    nothing: _SoFar = (History(), (), False)
    history, known, was_light = session.read(so_far, nothing)
    late = day != session.today
    before = () if late else tuple(_recalled(known, day, history, prompts))
    if light:
        # A light question that was begun and not answered is the same one again.
        done = tuple(one for one in before if one.state != "open")
        chosen = (*done, *map(Chosen, agenda.light(day, history, wishes, prompts)))
    elif late:
        chosen = tuple(map(Chosen, agenda.late(day, session.today, history, wishes, prompts)))
    elif known or was_light:
        chosen = before
    else:
        choose = agenda.morning if part == "morning" else agenda.evening
        chosen = tuple(map(Chosen, choose(day, history, wishes, prompts)))
    asks_lightly = any(one.question.kind == "light" and one.state == "open" for one in chosen)
    return Sitting(
        day=day,
        part=part,
        chosen=chosen,
        history=history,
        wishes=wishes,
        prompts=prompts,
        stored=bool(known),
        light=light or asks_lightly,
        late=late,
    )


def catching_up(session: Session) -> tuple[Sitting, ...]:
    """One sitting for each day of the newest gap before today, the newest day first."""
    prompts = prompts_of(session)
    wishes = wishes_of(session)
    with session.reading() as connection:
        days = agenda.days_between(session.today, pages_before(connection, session.today))
        histories = {day: history_on(connection, day, prompts) for day in days}
    return tuple(
        Sitting(
            day=day,
            part="evening",
            chosen=tuple(map(Chosen, agenda.catch_up([day], prompts))),
            history=histories[day],
            wishes=wishes,
            prompts=prompts,
            late=True,
            between=True,
        )
        for day in days
    )


def wishes_of(session: Session) -> Wishes:
    """What the user chose in the settings."""
    settings = session.settings
    return Wishes(
        focus=settings.focus,
        optional_prompts=frozenset(settings.optional_prompts),
        cue=settings.cue,
        light_line=settings.light_line,
    )


def prompts_of(session: Session) -> tuple[Prompt, ...]:
    """The prompts of all packs; those that are left out are told."""
    packs = load(session.places.prompts)
    for fault in packs.left_out:
        session.warn(f"Left out: {fault.sentence}")
    return tuple(packs.prompts)


def _stands(journal: Connection, one: sessions.StoredQuestion) -> bool:
    """Whether there is still something to ask: a promise may be gone, or ended elsewhere."""
    kind, _, record = one.key.partition(":")
    if kind != "promise":
        return True
    promise = promises.with_id(journal, record)
    return promise is not None and (one.state != "open" or promise.is_open())


def _recalled(
    known: Iterable[sessions.StoredQuestion],
    day: date,
    history: History,
    prompts: tuple[Prompt, ...],
) -> Iterable[Chosen]:
    wanted = history.wanted.text if history.wanted else ""
    for one in known:
        question = recalled(one.key, one.prompt, day, prompts, wanted=wanted)
        if question is not None:
            yield Chosen(question, one.state)
