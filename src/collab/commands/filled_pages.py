"""The page to fill in, and the page read back."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.entries import Answer, Entry
from collab.domain.ratings import Rating
from collab.errors import LateRating, NoJournal, UnreadableFile
from collab.storage import entries, pages, sessions
from collab.storage.packs import themes

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.commands.today import Sitting
    from collab.exchange.markdown.reading import LookedBack, Section
    from collab.storage.changes import Unit

_LIGHT = "E-03"


def form(session: Session, sat: Sitting) -> str:
    """The page of a session with places left empty; what is answered stands in it."""
    from collab.rendering.markdown import Sheet
    from collab.rendering.markdown import form as blank

    present = [entry for entry in _on(session, sat.day) if entry.kind == sat.part]
    entry = present[0] if present else Entry(id="", day=sat.day, kind=sat.part)  # type: ignore[arg-type]
    return blank(
        sat.day, [Sheet(entry=entry, questions=sat.questions, plans=sat.history.plans)], themes()
    )


def _on(session: Session, day: date) -> tuple[Entry, ...]:
    try:
        with session.reading() as connection:
            return entries.between(connection, day, day)
    except NoJournal:
        return ()


def take_in(session: Session, source: str) -> int:
    """Keep what a filled page holds; how many answers, ratings and plans it had.

    What is kept already is not kept twice. Raises `UnreadablePage` or `UnreadableFile`,
    and `LateRating` for ratings of a day before yesterday; then nothing is kept.
    """
    from collab.domain.typed_days import refuse_future
    from collab.exchange.markdown import read_day

    page = read_day(_text_of(source), source, themes())
    refuse_future(page.day, session.today)
    present = {entry.kind: entry for entry in _on(session, page.day)}
    days_late = (session.today - page.day).days
    with session.unit("page") as unit:
        return sum(
            _Taking(unit, section, present.get(section.entry.kind), days_late).all()
            for section in page.sections
        )


class _Taking:
    """Takes one section of a page in. `there` is what its entry holds already."""

    def __init__(self, unit: Unit, section: Section, there: Entry | None, days_late: int) -> None:
        self._unit = unit
        self._section = section
        self._entry = section.entry
        self._there = there
        self._days_late = days_late

    def all(self) -> int:
        for looked_back in self._section.looked_back:
            self._outcome(looked_back)
        entry = self._entry
        if not entry.is_written():
            return len(self._section.looked_back)
        where = pages.page_of(self._unit, entry.day, entry.kind)
        if entry.text:
            self._unit.update("entries", where, {"text": entry.text}, where)
        for answer in entry.answers:
            self._answer(where, answer)
        for rating in entry.ratings:
            self._rating(where, rating)
        if entry.plan:
            plan = replace(entry.plan, id=entry.plan.id or self._unit.new_id())
            pages.put_plan(self._unit, where, plan)
            self._mark(f"plan:{plan.for_}")
        given = len(entry.answers) + len(entry.ratings) + bool(entry.plan) + bool(entry.text)
        return given + len(self._section.looked_back)

    def _outcome(self, looked_back: LookedBack) -> None:
        plans = self._unit.db.query(
            'SELECT id, outcome FROM plans WHERE "for" = ? AND removed_at IS NULL',
            [looked_back.for_.isoformat()],
        )
        for plan in list(plans):
            if plan["outcome"] != looked_back.outcome:
                pages.set_outcome(self._unit, plan["id"], looked_back.outcome, self._unit.now)
        self._mark(f"plan-outcome:{looked_back.for_}")

    def _answer(self, where: str, answer: Answer) -> None:
        known = [
            one
            for one in (self._there.answers if self._there else ())
            if (one.prompt, one.talk) == (answer.prompt, answer.talk)
        ]
        # A form has no ids and times; what was said before keeps its own, and its star.
        if known and answer.prompt:
            answer = replace(
                answer,
                at=answer.at or known[0].at,
                starred=answer.starred or known[0].starred,
            )
        moment = answer.at or self._unit.now
        pages.put_answer(
            self._unit, where, replace(answer, id=answer.id or self._unit.new_id(), at=moment)
        )
        if answer.prompt:
            kind = "light" if answer.prompt == _LIGHT else "open"
            self._mark(f"{kind}:{answer.prompt}")

    def _rating(self, where: str, rating: Rating) -> None:
        known = [
            one for one in (self._there.ratings if self._there else ()) if one.theme == rating.theme
        ]
        same = ("value", "fit", "deeper_text")
        if known and all(getattr(known[-1], part) == getattr(rating, part) for part in same):
            return
        if self._days_late > 1:
            raise LateRating(self._entry.day.isoformat())
        pages.put_rating(
            self._unit,
            where,
            replace(
                rating,
                id=self._unit.new_id(),
                rated_at=self._unit.now,
                late=self._days_late == 1,
            ),
        )
        self._mark(f"rating:{rating.theme}")

    def _mark(self, key: str) -> None:
        sessions.mark(self._unit, self._entry.day, self._entry.kind, key, "answered")


def _text_of(source: str) -> str:
    try:
        if source == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(source, "rb") as file:
                data = file.read()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(source, f"byte {fault.start + 1} is not UTF-8 text") from fault
    except OSError as fault:
        raise UnreadableFile(source, fault.strerror or "no reason was given") from fault
