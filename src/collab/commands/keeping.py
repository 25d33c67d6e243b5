"""Keeps what was given to one question: the answer and the question's state as one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from collab.commands.promises.crowd import drop, why_it_goes
from collab.commands.recovery import words_in_hand
from collab.domain.entries import Entry, Kind, Plan
from collab.domain.frozen import replace
from collab.domain.periods import week_of
from collab.domain.ratings import Rating
from collab.domain.texts import one_line
from collab.domain.typed_answers import answer_typed
from collab.storage import entries, pages, promises, review, sessions, talks

if TYPE_CHECKING:
    from collab.commands.changing import Store
    from collab.commands.session import Session
    from collab.domain.entries import Outcome
    from collab.domain.periods import Period
    from collab.domain.promises import Promise
    from collab.domain.questions import Question
    from collab.domain.ratings import Fit, Value
    from collab.domain.reports.words import Moment
    from collab.domain.talks import Talk
    from collab.storage.changes import Unit


_Thing = TypeVar("_Thing")
_TYPED = ("prompt", "question", "text", "if", "then", "outside")
_ENDED = {"debrief": "talk debriefed", "follow-up": "talk followed up"}
"""What skipping the last question of a talk's step is called in the history."""
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
        self._before: dict[str, tuple[Any, Any]] = {}

    def words(self, question: Question, texts: Sequence[str], before: str = "") -> Kept | None:
        """Keep an answer in words, or who was asked and what they said.

        `before` is the id of the answer whose words these replace. What stands beside
        them, a star or the answer to the deeper question, stays. Where another window
        gave an answer meanwhile, that one stays too: these words become a note, and
        nothing is returned.
        """
        given = answer_typed(question, texts)
        with self._unit("answer", texts) as unit:
            page = self._page(unit, light=question.kind == "light")
            self._mark(unit, question, "answered")
            self._end_step(unit, question)
            if before and self._stands(unit, "answers", before):
                row = entries.answer_row(given)
                unit.update("answers", before, {name: row[name] for name in _TYPED}, page)
                return Kept(page, before, unit.id)
            if pages.answer_to(unit, page, given.prompt, given.talk):
                self._note(unit, "\n".join(given.texts()))
                return None
            new = replace(given, id=unit.new_id(), at=unit.now)
            return Kept(page, pages.put_answer(unit, page, new), unit.id)

    def deeper(self, kept: Kept, question: str, key: str, text: str) -> bool:
        """Keep the answer to the deeper `question` of the answer that was `kept`.

        If that is gone meanwhile, the words become a note; whether it still stood.
        """
        with self._unit("deeper answer", [text]) as unit:
            stands = self._stands(unit, "answers", kept.record)
            if stands:
                values = {"deeper_question": question, "deeper_text": text.strip()}
                unit.update("answers", kept.record, values, kept.page)
            else:
                self._note(unit, text.strip())
            sessions.drop_draft(unit.db, self.day, self.kind, key)
            return stands

    def star(self, kept: Kept) -> bool:
        """Star an answer for the report; whether it still stood."""
        with self._unit("star") as unit:
            stands = self._stands(unit, "answers", kept.record)
            if stands:
                pages.star(unit, "answers", kept.record, True)
            return stands

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

    def fit(self, kept: Kept, value: Value, fit: Fit) -> bool:
        """Keep how a rated act suited the situation; one unit with its rating.

        Whether the rating still stood with that `value`; a fit never joins another one.
        """
        with self._unit("rating", continuing=kept.unit) as unit:
            stands = self._stands(unit, "ratings", kept.record)
            same = stands and unit.row("ratings", kept.record)["value"] == str(value)
            if same:
                unit.update("ratings", kept.record, {"fit": fit}, kept.page)
            return same

    def plan(self, question: Question, if_: str, then: str, before: str = "") -> bool:
        """Keep an if-then plan; `before` is the id of the one it replaces.

        Where another window made one meanwhile, this one becomes a note; whether it was
        kept as the plan.
        """
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
            page = self._page(unit)
            self._mark(unit, question, "answered")
            present = pages.plan_of(unit, page)
            if present and present != before:
                self._note(unit, plan.sentence())
                return False
            pages.put_plan(unit, page, plan)
            return True

    def change_plan(self, plan: Plan, key: str, if_: str, then: str) -> None:
        """Change the words of a plan where it stands; `key` is what they were begun under."""
        with self._unit("plan", [if_, then]) as unit:
            # What became of other words is no outcome of these.
            values = {
                "if": one_line(if_),
                "then": one_line(then),
                "outcome": None,
                "outcome_at": None,
                "outcome_offset": None,
            }
            unit.update("plans", plan.id, values, unit.row("plans", plan.id)["entry"])
            sessions.drop_draft(unit.db, self.day, self.kind, key)

    def outcome(self, question: Question, plan: Plan, outcome: Outcome, *, settles: bool) -> None:
        """Keep what became of a plan; whether it `settles` the question, or another waits."""
        with self._unit("what became of the plan") as unit:
            pages.set_outcome(unit, plan.id, outcome, unit.now)
            if settles:
                self._mark(unit, question, "answered")

    def note(self, text: str, *, instead_of: str = "") -> None:
        """Keep a note on the day; `instead_of` is the question the words were begun for."""
        with self._unit("note", [text]) as unit:
            self._note(unit, text.strip())
            sessions.drop_draft(unit.db, self.day, self.kind, instead_of)

    def discard(self, text: str, key: str = "") -> None:
        """Let go of words that were begun; `collab undo` brings them back as a note."""
        with self._unit("session", [text]) as unit:
            note = self._note(unit, text.strip())
            sessions.drop_draft(unit.db, self.day, self.kind, key)
        with self._unit("discarded words") as unit:
            pages.remove_entry(unit, note)

    def settled(self, question: Question, state: sessions.State) -> None:
        """Remember that a question was passed over, or answered in the settings."""
        with self._unit("session") as unit:
            self._mark(unit, question, state)
        if question.step in _ENDED:
            with self._unit(_ENDED[question.step]) as unit:
                self._end_step(unit, question)

    def instead(self, question: Question, other: Question) -> None:
        """Ask another question than the one that was chosen, at its place."""
        with self._unit("session") as unit:
            sessions.put_instead(unit, self.day, self.kind, question.key, other)

    def thing(
        self,
        question: Question,
        store: Store[_Thing],
        record: str,
        done: str,
        change: Callable[[_Thing], _Thing],
        kept_in: str = "",
        words: Sequence[str] = (),
    ) -> tuple[_Thing, str] | None:
        """Keep what was `done` to a talk or promise: the record as it is now, and the unit.

        Somebody who goes back and gives another answer changes what stood there before the
        first one. `kept_in` is the unit that this one ends, to which it adds; `words` are
        those typed for it. None if the record is gone meanwhile. Raises what `change` raises.
        """
        with self._unit(done, words, continuing=kept_in or None) as unit:
            present = store.with_id(unit.db.conn, record)
            if present is None:
                return None
            before, ours = self._before.get(record, (present, present))
            if ours != present:
                before = present
            changed = change(present if kept_in else before)
            store.put(unit, changed)
            self._before[record] = before, changed
            self._mark(unit, question, "answered")
            return changed, unit.id

    def promise(self, new: Promise, dropped: Sequence[Promise], begun_as: str = "") -> None:
        """Keep a `new` promise, as yet without an id, and that others were `dropped` for it,
        each with its reason.

        `begun_as` is what its words were begun under.
        """
        reasons = [one.reason or "" for one in dropped]
        with self._unit("promise added", [new.what, *reasons]) as unit:
            drop(unit, dropped, self._session.today)
            promises.put(unit, replace(new, id=unit.new_id()))
            for key in (begun_as, *map(why_it_goes, dropped)):
                sessions.drop_draft(unit.db, self.day, self.kind, key)

    def leave_thing(self, record: str) -> None:
        """What follows about this talk or promise is another answer, not a changed one."""
        self._before.pop(record, None)

    def before(self, record: str, now: _Thing) -> _Thing:
        """A talk or promise as it stood before this sitting changed it; `now` it is so."""
        found: _Thing = self._before.get(record, (now, now))[0]
        return found

    def moment(self, question: Question, moment: Moment, instead_of: Moment | None) -> bool:
        """Star the words of a day; whether they still stood.

        `instead_of` is the one that was starred before, by the same answer.
        """
        with self._unit("star") as unit:
            if instead_of:
                self._star(unit, instead_of, instead_of.starred)
            self._mark(unit, question, "answered")
            return self._star(unit, moment, True)

    def start(
        self, questions: Iterable[Question], *, light: bool = False, week: Period | None = None
    ) -> None:
        """Store the questions of a session; a light evening's take the place of all others.

        `week` is the one that a review is about.
        """
        with self._unit("session") as unit:
            if light:
                sessions.let_go(unit, self.day, self.kind)
            if week:
                review.begin(unit, self.day, week.label, questions)
            else:
                sessions.choose(unit, self.day, self.kind, questions)

    def let_go(self) -> None:
        """Take back the questions of the session that were not reached."""
        with self._unit("session") as unit:
            sessions.let_go(unit, self.day, self.kind)

    def begun(self, key: str, texts: Sequence[str]) -> None:
        """Keep words that were begun and not given, or let go of them if none are left."""
        self._session.make_home()
        draft = sessions.Draft(
            day=self.day,
            kind=self.kind,
            key=key,
            texts=tuple(texts),
            begun_at=self._session.clock(),
        )
        with words_in_hand(self._session, texts):
            sessions.keep_draft(self._session.journal, draft)

    def _note(self, unit: Unit, text: str) -> str:
        note = Entry(id=unit.new_id(), day=self.day, written_at=unit.now, text=text)
        return pages.add_entry(unit, note)

    def _stands(self, unit: Unit, table: str, record: str) -> bool:
        row = unit.find(table, record)
        return row is not None and row["removed_at"] is None

    def _page(self, unit: Unit, light: bool = False) -> str:
        """The page, marked light as long as a light evening's question stands there alone.

        What is finished on a later day does not change what that evening was.
        """
        if self.kind == review.KIND:
            return pages.page_of(unit, self.day, self.kind, week=self._week(unit))
        page = pages.page_of(unit, self.day, self.kind)
        if self.day != self._session.today:
            return page
        if light:
            chosen = sessions.stored(unit.db.conn, self.day, self.kind)
            alone = not any(one.state == "answered" for one in chosen)
            light = alone and not pages.has_parts(unit, page)
            if not light:
                return page
        unit.update("entries", page, {"light": int(light)}, page)
        return page

    def _week(self, unit: Unit) -> str:
        """The week that a review is about: the one its session was begun for."""
        begun = review.week_begun_on(unit.db.conn, self.day)
        return begun or week_of(self.day, self._session.settings.week_starts_on).label

    def _star(self, unit: Unit, moment: Moment, starred: bool) -> bool:
        table, record = "answers", moment.answer
        if record is None:
            table, record = "entries", moment.entry
        stands = self._stands(unit, table, record)
        if stands:
            pages.star(unit, table, record, starred)
        return stands

    def _end_step(self, unit: Unit, question: Question) -> None:
        """Say that a talk's debrief or follow-up is done, once its core questions were asked."""
        if question.talk and question.core:
            talks.end_step(unit, question.talk, question.step, question.core)

    def end_step(self, talk: Talk, step: str, core: Sequence[str]) -> None:
        """End a step of a talk whose `core` questions were all asked before, and which did not
        end with the last one, because that was imported, or the end taken back."""
        asked = self._session.read(lambda journal: talks.asked_about(journal, talk.id), {})
        if talk.once_asked(step, core, asked) != talk:
            with self._unit(_ENDED[step]) as unit:
                talks.end_step(unit, talk.id, step, core)

    def _mark(self, unit: Unit, question: Question, state: sessions.State) -> None:
        sessions.mark(unit, self.day, self.kind, question.key, state)

    @contextmanager
    def _unit(
        self, command: str, words: Sequence[str] = (), continuing: str | None = None
    ) -> Iterator[Unit]:
        with words_in_hand(self._session, words), self._session.unit(command, continuing) as unit:
            yield unit
