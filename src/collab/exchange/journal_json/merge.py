"""Merges a document into the journal: adds what is new, never changes what is there.

A record is known by its id. Where the document gives none, the id is made from the
content, so that importing the same file twice adds nothing. A record the user removed
stays removed; one that an undo took back may come again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from collab.domain.entries import Answer, Entry
from collab.domain.people import Person, folded
from collab.domain.ratings import Rating
from collab.exchange.journal_json.reading import Content, Fault
from collab.exchange.journal_json.writing import as_json
from collab.storage import people, promises, talks
from collab.storage.changes import Unit
from collab.storage.entries import answer_row, entry_row, plan_row, rating_row

_OTHER = "has another content in the journal; the journal's stays."


@dataclass(slots=True)
class Merged:
    """What an import did: how many records of each kind are new, how many were known
    already, how many stay removed, and what could not be brought in."""

    added: Counter[str] = field(default_factory=Counter)
    known: int = 0
    removed: int = 0
    faults: list[Fault] = field(default_factory=list)


def merge(unit: Unit, content: Content) -> Merged:
    """Bring everything in; what contradicts the journal is named in `faults`, not kept."""
    merging = _Merging(unit)
    merging.result.faults.extend(content.faults)
    for place, person in content.people:
        merging.person(place, person)
    for place, talk in content.talks:
        known_as = talk.id or merging.identity(talk, "talks")
        merging.record(place, "talks", talks.to_row(replace(talk, id=known_as)))
    for place, entry in content.entries:
        merging.entry(place, entry)
    for place, promise in content.promises:
        known_as = promise.id or merging.identity(promise, "promises")
        if promise.entry and not merging.exists("entries", promise.entry):
            merging.fault(f"{place}.entry", "names an entry that is nowhere to be found.")
        else:
            merging.record(place, "promises", promises.to_row(replace(promise, id=known_as)))
    return merging.result


class _Merging:
    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.result = Merged()
        self._twins: Counter[str] = Counter()
        self._owner_of_name = {
            folded(name): person.id
            for person in people.everyone(unit.db.conn)
            for name in (person.name, *person.names)
        }

    def fault(self, place: str, sentence: str) -> None:
        self.result.faults.append(Fault(place, sentence))

    def exists(self, table: str, record: str) -> bool:
        found = self.unit.db.execute(f"SELECT 1 FROM {table} WHERE id = ?", [record])
        return found.fetchone() is not None

    def identity(self, record: Any, parent: str) -> str:
        """An id from the content, the parent and how many equal records stand before."""
        content = {name: value for name, value in as_json(record).items() if name != "id"}
        canonical = json.dumps([parent, content], ensure_ascii=False, sort_keys=True)
        twins = self._twins[canonical]
        self._twins[canonical] += 1
        return hashlib.sha256(f"{twins} {canonical}".encode()).hexdigest()[:32]

    def person(self, place: str, person: Person) -> None:
        person = replace(person, id=person.id or self.identity(person, "people"))
        for name in map(folded, person.names):
            if self._owner_of_name.get(name, person.id) != person.id:
                self.fault(f"{place}.names", "one of these names belongs to another person.")
                return
        if self.record(place, "people", people.to_row(person)):
            self._owner_of_name.update((folded(name), person.id) for name in person.names)

    def record(
        self, place: str, table: str, row: Mapping[str, Any], entry: str | None = None
    ) -> bool:
        """Add a record, or find it known. Whether it lives in the journal now as given."""
        present = self._row(table, row["id"])
        if present is None:
            self.unit.insert(table, row, entry)
        elif present["removed_by"] == "undo":
            self.unit.update(table, row["id"], {**row, **_ALIVE}, entry)
        elif present["removed_at"] is not None:
            self.result.removed += 1
            return False
        elif any(present[name] != value for name, value in row.items() if name != "position"):
            self.fault(place, _OTHER)
            return False
        else:
            self.result.known += 1
            return True
        self.result.added[table] += 1
        return True

    def entry(self, place: str, entry: Entry) -> None:
        known_as = self._page(place, entry)
        if known_as is None:
            return
        for number, answer in enumerate(entry.answers):
            self._answer(f"{place}.answers[{number}]", known_as, answer)
        for number, rating in enumerate(entry.ratings):
            moment = rating.rated_at or _moment(entry, number)
            self._rating(f"{place}.ratings[{number}]", known_as, replace(rating, rated_at=moment))
        if entry.plan:
            plan = entry.plan
            present = self._only("plans", "entry = ?", [known_as])
            row = plan_row(replace(plan, id=plan.id or self.identity(plan, known_as)))
            self._part(f"{place}.plan", "plans", {**row, "entry": known_as}, present)

    def _page(self, place: str, entry: Entry) -> str | None:
        """The id of the page this entry is, added if need be; None if it stays away."""
        page = self._row("entries", entry.id) if entry.id else None
        if page is None and entry.kind != "note":
            page = self._only(
                "entries", "day = ? AND kind = ?", [entry.day.isoformat(), entry.kind]
            )
        if page is None or page["removed_at"] is not None:
            known_as = entry.id or self.identity(entry, "entries")
            row = entry_row(replace(entry, id=known_as))
            return known_as if self.record(place, "entries", row) else None
        given = entry_row(entry)
        for name in ("day", "kind", "light", "starred", *_ABSENT):
            if given[name] != _ABSENT.get(name, 0) and given[name] != page[name]:
                self.fault(f"{place}.{name}", _OTHER)
                return None
        self.result.known += 1
        return str(page["id"])

    def _answer(self, place: str, entry: str, answer: Answer) -> None:
        if answer.talk and not self.exists("talks", answer.talk):
            self.fault(f"{place}.talk", "names a talk that is nowhere to be found.")
            return
        present = None
        if answer.prompt is not None:
            present = self._only(
                "answers",
                "entry = ? AND prompt = ? AND talk IS ?",
                [entry, answer.prompt, answer.talk],
            )
        row = answer_row(replace(answer, id=answer.id or self.identity(answer, entry)))
        self._part(place, "answers", self._placed("answers", entry, row), present)

    def _rating(self, place: str, entry: str, rating: Rating) -> None:
        row = rating_row(replace(rating, id=rating.id or self.identity(rating, entry)))
        self._part(place, "ratings", self._placed("ratings", entry, row), None)

    def _part(
        self, place: str, table: str, row: Mapping[str, Any], present: Mapping[str, Any] | None
    ) -> None:
        """Add one part of a page, unless `present` already stands in its place."""
        if present is not None and present["id"] != row["id"]:
            row = {**row, "id": present["id"]}
        self.record(place, table, row, row["entry"])

    def _placed(self, table: str, entry: str, row: dict[str, Any]) -> dict[str, Any]:
        (last,) = self.unit.db.execute(
            f"SELECT coalesce(max(position), 0) FROM {table} WHERE entry = ?", [entry]
        ).fetchone()
        return {**row, "entry": entry, "position": last + 1}

    def _row(self, table: str, record: str) -> dict[str, Any] | None:
        found = self.unit.db.query(f"SELECT * FROM {table} WHERE id = ?", [record])
        return next(iter(found), None)

    def _only(self, table: str, which: str, values: list[Any]) -> dict[str, Any] | None:
        found = self.unit.db.query(
            f"SELECT * FROM {table} WHERE {which} AND removed_at IS NULL", values
        )
        return next(iter(found), None)


_ALIVE = {"removed_at": None, "removed_by": None}
_ABSENT: dict[str, Any] = {
    "written_at": None,
    "tags": "[]",
    "people": "[]",
    "week": None,
    "outside": None,
    "imported_from": None,
    "text": None,
}
"""The fields of a page that agree with whatever is there when a document leaves them out."""


def _moment(entry: Entry, number: int) -> datetime:
    """When a rating without an instant counts as given: a second after the one before."""
    noon = datetime.combine(entry.day, time(12), UTC)
    return (entry.written_at or noon) + timedelta(seconds=number)
