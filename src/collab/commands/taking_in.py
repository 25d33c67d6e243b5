"""Keeps what was changed on a page, as part of one unit, and tells what that was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.periods import spoken
from collab.domain.ratings import Rating
from collab.domain.talk_questions import core_of
from collab.errors import LateRating, PageChangedMeanwhile
from collab.exchange.markdown.comparing import Change, Part, part_in, typed
from collab.rendering.markdown.labels import NAMELESS
from collab.storage import entries, pages, sessions, talks

if TYPE_CHECKING:
    from collab.domain.entries import Outcome
    from collab.domain.prompts import Prompt
    from collab.domain.talks import Talk
    from collab.domain.themes import Theme
    from collab.storage.changes import Unit

TABLES: dict[type, str] = {
    Entry: "entries",
    Answer: "answers",
    Rating: "ratings",
    Plan: "plans",
}
_WORDS: dict[type, tuple[str, ...]] = {
    Entry: ("text",),
    Answer: ("text", "if", "then", "deeper_question", "deeper_text"),
    Rating: ("deeper_question", "deeper_text"),
    Plan: ("if", "then", "for"),
}
_RATED = ("value", "fit", "scale_version", "late", "rated_at", "rated_offset")
_OUTCOME = ("outcome", "outcome_at", "outcome_offset")
_COUNTED = {
    "answer": ("1 answer", "answers"),
    "rating": ("1 rating", "ratings"),
    "plan": ("a plan", "plans"),
    "outcome": ("what became of a plan", "outcomes of plans"),
    "note": ("a note", "notes"),
    "text": ("the words above the questions", "texts above the questions"),
}
"""What a page can bring, in the order it is told: one of it, and the word for more."""


@dataclass(slots=True)
class Taken:
    """How many of each thing a page brought, and how many were removed."""

    kept: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)

    def add(self, other: Taken) -> None:
        """Count what `other` counted as well."""
        self.kept += other.kept
        self.removed += other.removed

    def said(self) -> str:
        """Such as "Saved: 2 answers, 1 rating, a plan"; empty if nothing was new."""
        verbs = (("Saved", self.kept), ("Removed", self.removed))
        return "; ".join(f"{verb}: {', '.join(_counted(of))}" for verb, of in verbs if of)


class Taking:
    """Puts changes into one entry of a day.

    `page` is the entry as it stands on the page, `present` the same as it is in the
    journal by now (None: yet to begin). `prompts` are those of all packs. `ended` are the
    steps of talks that are done with the page, each with its talk as it is then.
    """

    def __init__(
        self,
        unit: Unit,
        page: Entry,
        present: Entry | None,
        today: date,
        prompts: Sequence[Prompt],
    ) -> None:
        self.taken = Taken()
        self.ended: list[tuple[str, Talk]] = []
        self._unit = unit
        self._page = page
        self._present = present
        self._today = today
        self._prompts = prompts
        self._lights = {prompt.id for prompt in prompts if prompt.moment == "light"}

    def put(self, changes: Sequence[Change], removed: Collection[Change] = ()) -> None:
        """Keep the changes. Of those in `removed`, what the page leaves empty goes.

        Raises `LateRating` for ratings of a day before yesterday, and
        `PageChangedMeanwhile` where the journal no longer has what the page had shown.
        """
        for change in changes:
            self._put(change, change.without_emptied() if change in removed else change.given)
        self._tell_light()
        self._end_steps(change.given for change in changes if change.is_any())

    def look_back(self, for_: date, outcome: Outcome, sentence: str) -> None:
        """Keep what became of the plan for a day that reads as `sentence`, wherever it stands."""
        if pages.look_back(self._unit, for_, outcome, sentence):
            self.taken.kept["outcome"] += 1
            self._mark(f"plan-outcome:{for_}")

    def _end_steps(self, parts: Iterable[Part]) -> None:
        """As in a session, the last core question of a debrief or a follow-up ends it."""
        about = [one for one in parts if isinstance(one, Answer) and one.talk and one.step]
        for talk, step in dict.fromkeys((str(one.talk), str(one.step)) for one in about):
            core = [one.id for one in core_of(step, self._prompts)]
            if ended := talks.end_step(self._unit, talk, step, core):
                self.ended.append((step, ended))

    def _put(self, change: Change, part: Part | None) -> None:
        if change.shown is None:
            self._add(change.given)
        elif part is None or typed(part) != typed(change.shown):
            self._refuse_if_changed_meanwhile(change.shown)
            if part is None:
                self._remove(change.shown)
            else:
                self._change(change.shown, part)

    def _refuse_if_changed_meanwhile(self, shown: Part) -> None:
        now: Part | None = self._present
        if not isinstance(shown, Entry):
            now = part_in(shown, self._present) if self._present else None
        elif not shown.id:
            now = self._present or shown
        if now is None or typed(now) != typed(shown):
            raise PageChangedMeanwhile

    def _add(self, part: Part) -> None:
        there = part_in(part, self._present) if self._present else None
        if there is not None and typed(there) != typed(part):
            raise PageChangedMeanwhile
        if there is not None:
            return
        unit, where = self._unit, self._where()
        part = replace(part, id=part.id or unit.new_id())
        if isinstance(part, Answer):
            pages.put_answer(unit, where, replace(part, at=part.at or unit.now))
        elif isinstance(part, Rating):
            pages.add_rating(unit, where, self._rated(part))
        elif isinstance(part, Plan):
            pages.put_plan(unit, where, part)
        self._kept(part)

    def _change(self, shown: Part, part: Part) -> None:
        where = self._where()
        row, columns = _row(part), _WORDS[type(part)]
        if isinstance(part, Rating) and Change(shown, part).rates():
            row, columns = _row(self._rated(part)), columns + _RATED
        if isinstance(part, Plan) and isinstance(shown, Plan) and part.outcome != shown.outcome:
            row = _row(replace(part, outcome_at=self._unit.now if part.outcome else None))
            columns += _OUTCOME
        record = where if isinstance(part, Entry) else part.id
        self._unit.update(TABLES[type(part)], record, {name: row[name] for name in columns}, where)
        self._kept(part, only_outcome=_differ_in_outcome_only(shown, part))

    def _remove(self, shown: Part) -> None:
        where = self._where()
        if not isinstance(shown, Entry):
            pages.remove_part(self._unit, TABLES[type(shown)], shown.id)
        else:
            self._unit.update("entries", where, {"text": None}, where)
            if not pages.has_parts(self._unit, where):
                pages.remove_entry(self._unit, where)
        self.taken.removed[_name(shown)] += 1

    def _kept(self, part: Part, only_outcome: bool = False) -> None:
        self.taken.kept["outcome" if only_outcome else _name(part)] += 1
        if isinstance(part, Rating):
            self._mark(f"rating:{part.theme}")
        elif isinstance(part, Plan):
            self._mark(f"plan:{part.for_}")
        elif isinstance(part, Answer) and part.prompt:
            if part.talk:
                self._mark(f"about:{part.talk}:{part.prompt}")
                return
            asked = "light" if part.prompt in self._lights else "asked" if part.outside else "open"
            self._mark(f"{asked}:{part.prompt}")
            if part.outside:
                self._mark(f"open:{part.prompt}")  # a review asks for the words themselves

    def _mark(self, key: str) -> None:
        # Words begun in the session were not on the page; they come back into the field.
        sessions.mark(self._unit, self._page.day, self._page.kind, key, "answered", lets_go=False)

    def _rated(self, rating: Rating) -> Rating:
        """The rating as one that is given now."""
        days_late = (self._today - self._page.day).days
        if days_late > 1:
            raise LateRating(self._page.day.isoformat())
        return replace(rating, late=days_late == 1, rated_at=self._unit.now)

    def _where(self) -> str:
        """The id of the entry, which is begun if there is none yet."""
        if self._present is None:
            page = self._page
            self._present = replace(
                page,
                id=page.id or self._unit.new_id(),
                written_at=page.written_at or self._unit.now,
                text=None,
                answers=(),
                ratings=(),
                plan=None,
            )
            pages.add_entry(self._unit, self._present)
        return self._present.id

    def _tell_light(self) -> None:
        """An evening is light as long as nothing but a light question is answered on it."""
        if self._page.kind != "evening" or not (self.taken.kept or self.taken.removed):
            return
        for entry in entries.by_ids(self._unit.db.conn, [self._where()]):
            light = bool(entry.answers) and not (entry.text or entry.ratings or entry.plan)
            light = light and all(answer.prompt in self._lights for answer in entry.answers)
            self._unit.update("entries", entry.id, {"light": int(light)}, entry.id)


def refuse_late(changes: Iterable[Change], day: date, today: date) -> None:
    """Raise `LateRating` if the changes touch a rating of a day before yesterday."""
    touched = (
        change.rates() or {"value", "fit"} & set(change.emptied)
        for change in changes
        if isinstance(change.given, Rating)
    )
    if (today - day).days > 1 and any(touched):
        raise LateRating(day.isoformat())


def name_of(emptied: Change, themes: Iterable[Theme]) -> str:
    """What it is that a page leaves empty, without a word of the user's."""
    part, names = emptied.given, {theme.id: theme.name for theme in themes}
    if emptied.emptied == ("deeper_text",) and isinstance(part, Answer | Rating):
        return f'the answer to "{part.deeper_question or NAMELESS["deeper"]}"'
    if isinstance(part, Answer):
        name = f'the answer to "{part.question or NAMELESS["answer"]}"'
    elif isinstance(part, Rating):
        name = f"the rating of {names.get(part.theme, part.theme)}"
    elif isinstance(part, Plan):
        name = f"the plan for {spoken(part.for_)}"
    else:
        return "the note" if part.kind == "note" else "the words above the questions"
    return name if emptied.without_emptied() is None else f"a part of {name}"


def _row(part: Part) -> Mapping[str, Any]:
    if isinstance(part, Answer):
        return entries.answer_row(part)
    if isinstance(part, Rating):
        return entries.rating_row(part)
    return entries.plan_row(part) if isinstance(part, Plan) else entries.entry_row(part)


def _name(part: Part) -> str:
    if isinstance(part, Entry):
        return "note" if part.kind == "note" else "text"
    return {Answer: "answer", Rating: "rating", Plan: "plan"}[type(part)]


def _differ_in_outcome_only(shown: Part, part: Part) -> bool:
    return isinstance(part, Plan) and typed(shown)[:-1] == typed(part)[:-1]


def _counted(counts: Counter[str]) -> Iterator[str]:
    for name, (one, more) in _COUNTED.items():
        if number := counts[name]:
            yield one if number == 1 else f"{number} {more}"
