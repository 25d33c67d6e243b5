"""A journal that is lived through day by day, in memory, to see what its sessions ask.

It keeps what storage would keep and makes a `History` of it as storage would. What the
writer does each day is drawn from a generator with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from collab.domain.agenda import Agenda, evening, light, morning
from collab.domain.entries import Outcome, Plan
from collab.domain.history import History, Wanted, Wishes
from collab.domain.prompts import Prompt
from collab.domain.questions import Question
from collab.storage.packs import load

PROMPTS = load(None).prompts
FIRST_DAY = date(2024, 4, 22)


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How likely each thing is on a day, from 0 to 1."""

    evening: float = 1.0
    light: float = 0.0
    morning: float = 0.0
    note: float = 0.0
    review: float = 0.0
    answer: float = 1.0
    stop: float = 0.0
    outside_note: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question that was reached, on `day`; `answered` or else skipped."""

    day: date
    part: str
    question: Question
    answered: bool


@dataclass(kw_only=True)
class LongJournal:
    """`sessions` holds what each session was told and chose, `asked` what was reached of it.

    `rotation` are the open questions of evenings that were about one of the nine themes.
    """

    wishes: Wishes = field(default_factory=Wishes)
    prompts: tuple[Prompt, ...] = PROMPTS
    sessions: list[tuple[date, str, Agenda, History]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    rotation: list[Asked] = field(default_factory=list)
    pages: set[date] = field(default_factory=set)
    evenings: set[date] = field(default_factory=set)
    light_evenings: set[date] = field(default_factory=set)
    reviews: set[date] = field(default_factory=set)
    outside_views: set[date] = field(default_factory=set)
    plans: dict[date, Plan] = field(default_factory=dict)
    _days: dict[str, tuple[date, ...]] = field(default_factory=dict)
    _rated: dict[str, date] = field(default_factory=dict)
    _mornings: set[date] = field(default_factory=set)
    _offered: dict[str, date] = field(default_factory=dict)
    _wanted: list[Wanted] = field(default_factory=list)
    _asked_back: set[tuple[date, str]] = field(default_factory=set)

    def history(self, day: date) -> History:
        """What the sessions of `day` are told."""
        fortnight = {day - timedelta(days=n) for n in range(1, 15)}
        return History(
            evenings=len(self.evenings - {day}),
            first_page=min(self.pages, default=None),
            last_page=max(self.pages, default=None),
            recent_pages=frozenset(self.pages & fortnight),
            light_evenings=frozenset(self.light_evenings & fortnight),
            asked=dict(self._days),
            rotation=tuple(one.question.theme for one in self.rotation[-16:]),
            rated=dict(self._rated),
            plans=tuple(self.plans[one] for one in self.plans if (day - one).days <= 1),
            outside_view=max(self.outside_views, default=None),
            wanted=self._wanted_on(day),
            reviewed=day in self.reviews,
            morning_answered=day in self._mornings,
            set_up_offered=frozenset(kind for kind, on in self._offered.items() if on < day),
        )

    def _wanted_on(self, day: date) -> Wanted | None:
        pages = (self.evenings | self.reviews) - {day}
        newest = next(reversed(self._wanted), None)
        if newest is None or newest.day != max(pages) or (day, newest.prompt) in self._asked_back:
            return None
        return newest if (day - newest.day).days <= 7 else None

    def live(self, first: date, days: int, habits: Habits, rng: Random) -> LongJournal:
        """Let `days` days go by from `first` on."""
        for day in (first + timedelta(days=n) for n in range(days)):
            if rng.random() < habits.note:
                self.pages.add(day)
            if rng.random() < habits.outside_note:
                self.pages.add(day)
                self.outside_views.add(day)
            if rng.random() < habits.morning:
                self.hold(day, "morning", morning, habits, rng)
            if rng.random() < habits.review:
                self.reviews.add(day)
                self.pages.add(day)
            if rng.random() < habits.light:
                self.hold(day, "light", light, habits, rng)
            elif rng.random() < habits.evening:
                self.hold(day, "evening", evening, habits, rng)
        return self

    def hold(
        self, day: date, part: str, choose: Callable[..., Agenda], habits: Habits, rng: Random
    ) -> Agenda:
        """One session: every question is answered or skipped until the writer stops."""
        history = self.history(day)
        agenda = choose(day, history, self.wishes, self.prompts)
        self.sessions.append((day, part, agenda, history))
        for question in agenda:
            if question.kind in ("focus", "cue"):
                self._offered.setdefault(question.kind, day)
        for question in agenda:
            if rng.random() < habits.stop:
                break
            self.reach(day, part, question, answered=rng.random() < habits.answer)
        return agenda

    def reach(self, day: date, part: str, question: Question, *, answered: bool) -> None:
        """One question is answered or skipped."""
        one = Asked(day=day, part=part, question=question, answered=answered)
        self.asked.append(one)
        if question.prompt and question.kind == "asked":
            self._asked_back.add((day, question.prompt))
        elif question.prompt:
            earlier = self._days.get(question.prompt, ())
            self._days[question.prompt] = (day, *earlier)[:5]
        if question.kind == "rating":
            self._rated[question.theme] = day
        if part == "evening" and question.kind == "open" and question.theme != "any":
            self.rotation.append(one)
        if answered:
            self._keep(day, part, question)

    def _keep(self, day: date, part: str, question: Question) -> None:
        if question.kind in ("outcome", "plan"):
            for_day = question.for_day
            assert for_day
            outcome: Outcome | None = "done" if question.kind == "outcome" else None
            self.plans[for_day] = Plan(id="p", for_=for_day, then="ask", outcome=outcome)
        if question.kind in ("outcome", "focus", "cue"):
            return
        if question.kind == "asked":
            self.outside_views.add(day)
        if question.key == "open:I-39":
            self._wanted.append(Wanted(prompt="I-39", text="Bo, about the rota", day=day))
        self.pages.add(day)
        if part == "morning":
            self._mornings |= {day} if question.kind == "open" else set()
        else:
            (self.light_evenings if part == "light" else self.evenings).add(day)


def every_focus() -> Iterator[tuple[str, ...]]:
    """No focus theme, each of the nine alone, and each pair."""
    themes = [prompt.theme for prompt in PROMPTS if prompt.moment == "rating"]
    yield ()
    for place, theme in enumerate(themes):
        yield (theme,)
        for other in themes[place + 1 :]:
            yield (theme, other)
