"""Keeps what was given to one question: the answer and the question's state as one unit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from collab.domain.entries import Answer, Kind, Plan
from collab.domain.ratings import Rating
from collab.storage import pages, sessions

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.entries import Outcome
    from collab.domain.questions import Question
    from collab.domain.ratings import Fit, Value


class Keeper:
    """Keeps answers on the page of `day` and `kind`, each the moment it is given."""

    def __init__(self, session: Session, day: date, kind: Kind) -> None:
        self._session = session
        self.day = day
        self.kind: Kind = kind

    def words(self, question: Question, texts: tuple[str, ...]) -> tuple[str, str]:
        """Keep an answer in words, or who was asked and what they said.

        Gives the ids of the page and of the answer.
        """
        outside = texts[0].strip() or None if question.kind == "asked" else None
        if_then = question.fields == ("if", "then")
        with self._session.unit("answer") as unit:
            page = pages.page_of(unit, self.day, self.kind)
            if question.kind == "light" and not pages.has_parts(unit, page):
                unit.update("entries", page, {"light": 1}, page)
            answer = Answer(
                id=unit.new_id(),
                prompt=question.prompt,
                theme=question.theme,
                question=question.text,
                text=None if if_then else texts[-1].strip() or None,
                if_=(texts[0].strip() or None) if if_then else None,
                then=(texts[1].strip() or None) if if_then else None,
                outside=outside,
                at=unit.now,
            )
            kept = pages.put_answer(unit, page, answer)
            sessions.mark(unit, self.day, self.kind, question.key, "answered")
        return page, kept

    def deeper(self, page: str, answer: str, question: str, text: str) -> None:
        """Keep the answer to the deeper question."""
        with self._session.unit("deeper answer") as unit:
            values = {"deeper_question": question, "deeper_text": text.strip()}
            unit.update("answers", answer, values, page)

    def star(self, answer: str) -> None:
        """Star an answer for the report."""
        with self._session.unit("star") as unit:
            pages.star(unit, "answers", answer, True)

    def rating(self, question: Question, value: Value, fit: Fit | None, version: int) -> None:
        """Keep a rating with its fit."""
        with self._session.unit("rating") as unit:
            page = pages.page_of(unit, self.day, self.kind)
            rating = Rating(
                id=unit.new_id(),
                theme=question.theme,
                value=value,
                fit=fit,
                scale_version=version,
                late=question.late,
                rated_at=unit.now,
            )
            pages.put_rating(unit, page, rating)
            sessions.mark(unit, self.day, self.kind, question.key, "answered")

    def plan(self, question: Question, if_: str, then: str) -> None:
        """Keep an if-then plan."""
        assert question.for_day is not None
        with self._session.unit("plan") as unit:
            page = pages.page_of(unit, self.day, self.kind)
            plan = Plan(
                id=unit.new_id(),
                prompt=question.prompt,
                question=question.text,
                if_=" ".join(if_.split()) or None,
                then=" ".join(then.split()) or None,
                for_=question.for_day,
            )
            pages.put_plan(unit, page, plan)
            sessions.mark(unit, self.day, self.kind, question.key, "answered")

    def outcome(self, question: Question, plans: tuple[Plan, ...], outcome: Outcome) -> None:
        """Keep what became of the plans for a day."""
        with self._session.unit("what became of the plan") as unit:
            for plan in plans:
                if plan.for_ == question.for_day and plan.outcome is None:
                    pages.set_outcome(unit, plan.id, outcome, unit.now)
            sessions.mark(unit, self.day, self.kind, question.key, "answered")

    def skipped(self, question: Question, state: sessions.State = "skipped") -> None:
        """Remember that a question was passed over, so that it is not asked again today."""
        with self._session.unit("session") as unit:
            sessions.mark(unit, self.day, self.kind, question.key, state)

    def begun(self, question: Question, texts: tuple[str, ...]) -> None:
        """Keep words that were begun and not given."""
        self._session.make_home()
        with self._session.journal.write() as db:
            sessions.keep_draft(db, self.day, self.kind, question.key, texts, self._session.clock())
