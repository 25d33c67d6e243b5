"""The records of a document as strict pydantic models that become domain objects.

A domain object's id is empty where the document gives none; `merge` makes one up.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from collab.domain.entries import Answer, Entry, Kind, Outcome, Plan, Step
from collab.domain.people import Person, Role, folded
from collab.domain.promises import Promise, PromiseMove, Side
from collab.domain.ratings import Fit, Rating, Value
from collab.domain.talks import FollowUp, Talk, TalkMove
from collab.exchange.journal_json.values import (
    Day,
    Flag,
    Id,
    Instant,
    Line,
    Listed,
    MaybeDay,
    MaybeId,
    Text,
    Theme,
    Week,
    theme_of,
    value_of,
)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)


class PersonDocument(_Model):
    id: Id = ""
    name: Line
    names: Listed[Line] = []
    role: Role | None = None
    circle: Flag = False
    added: MaybeDay = None

    @field_validator("name")
    @classmethod
    def _named(cls, name: str | None) -> str:
        if not name:
            raise ValueError("must not be empty")
        return name

    def person(self) -> Person:
        assert self.name is not None
        given = [self.name, *(name for name in self.names if name)]
        names = {folded(name): name for name in reversed(given)}
        return Person(
            id=self.id,
            name=self.name,
            names=tuple(dict.fromkeys(names[folded(name)] for name in given)),
            role=self.role,
            circle=self.circle,
            added=self.added,
        )


class AnswerDocument(_Model):
    id: Id = ""
    prompt: MaybeId = None
    theme: str | None = None
    question: Line = None
    text: Text = None
    if_: Line = Field(None, alias="if")
    then: Line = None
    deeper_question: Line = None
    deeper_text: Text = None
    starred: Flag = False
    outside: Line = None
    talk: MaybeId = None
    step: Step | None = None
    at: Instant = None

    @field_validator("theme")
    @classmethod
    def _known_theme(cls, theme: str | None) -> str | None:
        if theme not in (None, "any"):
            theme_of(theme)
        return theme

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if not (self.text or self.if_ or self.then):
            raise ValueError("an answer needs 'text', or 'if' or 'then'")
        return self

    def answer(self) -> Answer:
        return Answer(**{name: getattr(self, name) for name in type(self).model_fields})


class RatingDocument(_Model):
    id: Id = ""
    theme: Theme
    value: Annotated[Any, BeforeValidator(value_of)]
    fit: Fit | None = None
    scale_version: Annotated[int | None, Field(ge=1, le=1_000_000)] = None
    late: Flag = False
    deeper_question: Line = None
    deeper_text: Text = None
    rated_at: Instant = None

    def rating(self) -> Rating:
        value: Value = self.value
        return Rating(
            id=self.id,
            theme=self.theme,
            value=value,
            fit=self.fit,
            scale_version=self.scale_version or 1,
            late=self.late,
            deeper_question=self.deeper_question,
            deeper_text=self.deeper_text,
            rated_at=self.rated_at,
        )


class PlanDocument(_Model):
    id: Id = ""
    prompt: MaybeId = None
    question: Line = None
    if_: Line = Field(None, alias="if")
    then: Line = None
    for_: MaybeDay = Field(None, alias="for")
    outcome: Outcome | None = None
    outcome_at: Instant = None

    @model_validator(mode="after")
    def _planned(self) -> Self:
        if not (self.if_ or self.then):
            raise ValueError("a plan needs 'if' or 'then'")
        return self

    def plan(self, day: date) -> Plan:
        given = {name: getattr(self, name) for name in type(self).model_fields}
        return Plan(**{**given, "for_": self.for_ or day})


class EntryDocument(_Model):
    id: Id = ""
    day: Day
    kind: Kind | None = None
    written_at: Instant = None
    light: Flag = False
    starred: Flag = False
    tags: Listed[Line] = []
    people: Listed[Line] = []
    week: Week = None
    outside: Line = None
    imported_from: Line = None
    text: Text = None
    answers: Listed[AnswerDocument] = []
    ratings: Listed[RatingDocument] = []
    plan: PlanDocument | None = None

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.text or self.answers or self.ratings or self.plan):
            raise ValueError("an entry needs a text, an answer, a rating or a plan")
        return self

    def entry(self) -> Entry:
        return Entry(
            id=self.id,
            day=self.day,
            kind=self.kind or "note",
            written_at=self.written_at,
            light=self.light,
            starred=self.starred,
            tags=tuple(tag for tag in self.tags if tag),
            people=tuple(name for name in self.people if name),
            week=self.week,
            outside=self.outside,
            imported_from=self.imported_from,
            text=self.text,
            answers=tuple(answer.answer() for answer in self.answers),
            ratings=tuple(rating.rating() for rating in self.ratings),
            plan=self.plan.plan(self.day) if self.plan else None,
        )


class FollowUpDocument(_Model):
    due: Day
    done: MaybeDay = None


class MoveDocument(_Model):
    on: Day
    from_: Day = Field(alias="from")
    to: Day


class AgreedMoveDocument(MoveDocument):
    agreed: Flag = False


class TalkDocument(_Model):
    id: Id = ""
    who: Line
    about: Line = None
    added: Day
    date: MaybeDay = None
    held: MaybeDay = None
    debriefed: MaybeDay = None
    follow_ups: Listed[FollowUpDocument] = []
    moved: Listed[MoveDocument] = []
    closed: MaybeDay = None
    let_go: MaybeDay = None
    reason: Text = None
    expected: Annotated[int | None, Field(ge=1, le=5)] = None
    was: Annotated[int | None, Field(ge=1, le=5)] = None

    @field_validator("who")
    @classmethod
    def _named(cls, who: str | None) -> str:
        if not who:
            raise ValueError("must not be empty")
        return who

    def talk(self) -> Talk:
        given = {name: getattr(self, name) for name in type(self).model_fields}
        given["follow_ups"] = tuple(FollowUp(due=f.due, done=f.done) for f in self.follow_ups)
        given["moved"] = tuple(TalkMove(on=m.on, from_=m.from_, to=m.to) for m in self.moved)
        return Talk(**given)


class PromiseDocument(_Model):
    id: Id = ""
    side: Side
    who: Line = None
    what: Line
    made: MaybeDay = None
    due: Day
    moved: Listed[AgreedMoveDocument] = []
    done: MaybeDay = None
    dropped: MaybeDay = None
    reason: Text = None
    entry: MaybeId = None

    @field_validator("what")
    @classmethod
    def _said(cls, what: str | None) -> str:
        if not what:
            raise ValueError("must not be empty")
        return what

    def promise(self) -> Promise:
        given = {name: getattr(self, name) for name in type(self).model_fields}
        given["moved"] = tuple(
            PromiseMove(on=m.on, from_=m.from_, to=m.to, agreed=m.agreed) for m in self.moved
        )
        return Promise(**given)
