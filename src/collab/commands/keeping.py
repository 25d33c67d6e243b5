"""Keeps what was given to one question: the answer and the question's state as one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from collab.commands.recovery import words_in_hand
from collab.domain.entries import Answer, Entry, Kind, Plan
from collab.domain.ratings import Rating
from collab.storage import entries, pages, sessions

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.entries import Outcome
    from collab.domain.questions import Question
    from collab.domain.ratings import Fit, Value
    from collab.storage.changes import Unit


_TYPED = ("prompt", "question", "text", "if", "then", "outside")
_RATED = ("value", "fit", "scale_version", "late", "rated_at", "rated_offset")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where something was kept: its page, its record, and the unit it was kept in."""

    page: str
    record: str
    unit: str


class Keeper:
    """Keeps answers on the page of `day` and `kind`, each the moment it is given.

    Where the journal cannot be written, the words go to a recovery file before the error
    is passed on.
    """

    def __init__(self, session: Session, day: date, kind: str) -> None:
        self._session = session
        self.day = day
        self.kind = cast(Kind, kind)

    def words(self, question: Question, texts: Sequence[str], before: str = "") -> Kept:
        """Keep an answer in words, or who was asked and what they said.

        `before` is the id of the answer whose words these replace. What stands beside
        them, a star or the answer to the deeper question, stays.
        """
        given = _answer_in(question, texts)
        with self._unit("answer", texts) as unit:
            page = self._page(unit, light=question.kind == "light")
            present = before or pages.answer_to(unit, page, given.prompt)
            if present:
                row = entries.answer_row(given)
                unit.update("answers", present, {name: row[name] for name in _TYPED}, page)
            else:
                new = replace(given, id=unit.new_id(), at=unit.now)
                present = pages.put_answer(unit, page, new)
            self._mark(unit, question, "answered")
            return Kept(page, present, unit.id)

    def deeper(self, kept: Kept, question: str, key: str, text: str) -> None:
        """Keep the answer to the deeper `question` of the answer that was `kept`."""
        with self._unit("deeper answer", [text]) as unit:
            values = {"deeper_question": question, "deeper_text": text.strip()}
            unit.update("answers", kept.record, values, kept.page)
            sessions.drop_draft(unit.db, self.day, self.kind, key)

    def star(self, kept: Kept) -> None:
        """Star an answer for the report."""
        with self._unit("star") as unit:
            pages.star(unit, "answers", kept.record, True)

    def remove(self, question: Question, table: str, record: str) -> None:
        """Take an answer or a plan off its page; the history still has it."""
        with self._unit("removal") as unit:
            pages.remove_part(unit, table, record)
            self._mark(unit, question, "skipped")

    def rating(self, question: Question, value: Value, version: int) -> Kept:
        """Keep a rating, as yet without its fit."""
        with self._unit("rating") as unit:
            page = self._page(unit)
            rating = Rating(
                id=unit.new_id(),
                theme=question.theme,
                value=value,
                scale_version=version,
                late=question.late,
                rated_at=unit.now,
            )
            present = pages.rating_of(unit, page, question.theme)
            if present:
                row = entries.rating_row(rating)
                unit.update("ratings", present, {name: row[name] for name in _RATED}, page)
            else:
                present = pages.add_rating(unit, page, rating)
            self._mark(unit, question, "answered")
            return Kept(page, present, unit.id)

    def fit(self, kept: Kept, fit: Fit) -> None:
        """Keep how a rated act suited the situation; one unit with its rating."""
        with self._unit("rating", continuing=kept.unit) as unit:
            unit.update("ratings", kept.record, {"fit": fit}, kept.page)

    def plan(self, question: Question, if_: str, then: str) -> None:
        """Keep an if-then plan."""
        assert question.for_day is not None
        with self._unit("plan", [if_, then]) as unit:
            plan = Plan(
                id=unit.new_id(),
                prompt=question.prompt,
                question=question.text,
                if_=one_line(if_),
                then=one_line(then),
                for_=question.for_day,
            )
            pages.put_plan(unit, self._page(unit), plan)
            self._mark(unit, question, "answered")

    def change_plan(self, plan: Plan, key: str, if_: str, then: str) -> None:
        """Change the words of a plan where it stands; `key` is what they were begun under."""
        with self._unit("plan", [if_, then]) as unit:
            values = {"if": one_line(if_), "then": one_line(then)}
            unit.update("plans", plan.id, values, unit.row("plans", plan.id)["entry"])
            sessions.drop_draft(unit.db, self.day, self.kind, key)

    def outcome(self, question: Question, plans: Iterable[Plan], outcome: Outcome) -> None:
        """Keep what became of `plans`."""
        with self._unit("what became of the plan") as unit:
            for plan in plans:
                pages.set_outcome(unit, plan.id, outcome, unit.now)
            self._mark(unit, question, "answered")

    def note(self, text: str, *, instead_of: str = "") -> None:
        """Keep a note on the day; `instead_of` is the question the words were begun for."""
        with self._unit("note", [text]) as unit:
            page = Entry(id=unit.new_id(), day=self.day, written_at=unit.now, text=text.strip())
            pages.add_entry(unit, page)
            sessions.drop_draft(unit.db, self.day, self.kind, instead_of)

    def settled(self, question: Question, state: sessions.State) -> None:
        """Remember that a question was passed over, or answered in the settings."""
        with self._unit("session") as unit:
            self._mark(unit, question, state)

    def start(self, questions: Iterable[Question], *, light: bool) -> None:
        """Store the questions of a session; a light evening's take the place of all others."""
        with self._unit("session") as unit:
            if light:
                sessions.let_go(unit, self.day, self.kind)
            sessions.choose(unit, self.day, self.kind, questions)

    def let_go(self) -> None:
        """Take back the questions of the session that were not reached."""
        with self._unit("session") as unit:
            sessions.let_go(unit, self.day, self.kind)

    def begun(self, key: str, texts: Sequence[str]) -> None:
        """Keep words that were begun and not given, or let go of them if none are left."""
        self._session.make_home()
        with words_in_hand(self._session, texts), self._session.journal.write() as db:
            sessions.keep_draft(db, self.day, self.kind, key, texts, self._session.clock())

    def _page(self, unit: Unit, light: bool = False) -> str:
        """The page, marked light as long as a light evening's question stands there alone."""
        page = pages.page_of(unit, self.day, self.kind)
        if light:
            chosen = sessions.stored(unit.db.conn, self.day, self.kind)
            alone = not any(one.state == "answered" for one in chosen)
            light = alone and not pages.has_parts(unit, page)
            if not light:
                return page
        unit.update("entries", page, {"light": int(light)}, page)
        return page

    def _mark(self, unit: Unit, question: Question, state: sessions.State) -> None:
        sessions.mark(unit, self.day, self.kind, question.key, state)

    @contextmanager
    def _unit(
        self, command: str, words: Sequence[str] = (), continuing: str | None = None
    ) -> Iterator[Unit]:
        with words_in_hand(self._session, words), self._session.unit(command, continuing) as unit:
            yield unit


def one_line(text: str) -> str | None:
    """A text on one line; None if nothing is left of it."""
    return " ".join(text.split()) or None


def _answer_in(question: Question, texts: Sequence[str]) -> Answer:
    """The answer that was typed, as yet without an id.

    Words that somebody said are an outside view under the prompt that asked for them.
    Words without a name are kept under no prompt, since nobody was asked for them; a name
    without words is once more whom to ask.
    """
    answer = Answer(
        id="", prompt=question.prompt, theme=question.theme, question=one_line(question.text)
    )
    if question.fields == ("if", "then"):
        return replace(answer, if_=one_line(texts[0]), then=one_line(texts[1]))
    if question.kind != "asked":
        return replace(answer, text=texts[0].strip())
    who, words = one_line(texts[0].lstrip(" @")), texts[1].strip()
    if not words:
        return replace(answer, text=who)
    return replace(answer, prompt=question.prompt if who else None, text=words, outside=who)
