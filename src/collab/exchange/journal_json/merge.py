"""Merges a document into the journal: adds what is new, never changes what is there.

A record is known by its id. Where the document gives none, the id is made from the
content, so that importing the same file twice adds nothing. A record the user removed
stays removed; one that an undo took back may come again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.people import Directory, Person, folded
from collab.domain.ratings import Rating
from collab.exchange.journal_json.reading import Content, Fault
from collab.exchange.journal_json.writing import as_json
from collab.storage import people, promises, talks
from collab.storage.changes import Row, Unit
from collab.storage.entries import answer_row, entry_row, plan_row, rating_row
from collab.storage.pages import PARTS

_OTHER = "has another content in the journal; the journal's stays."
_TWO_OWNERS = "one of these names belongs to another person."
_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

_ALIVE = {"removed_at": None, "removed_by": None}
_NO_CONTENT = frozenset({"id", "position"})
"""What two records may differ in and still be the same."""


@dataclass(slots=True)
class Merged:
    """What an import did: how many records of each kind are new, how many were known
    already, how many stay removed, and what could not be brought in.

    `named_again` are names of people who stay removed, by which something that is new goes.
    """

    added: Counter[str] = field(default_factory=Counter)
    known: int = 0
    removed: int = 0
    named_again: tuple[str, ...] = ()
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
        if promise.entry and unit.find("entries", promise.entry) is None:
            merging.fault(f"{place}.entry", "names an entry that is nowhere to be found.")
            continue
        known_as = promise.id or merging.identity(promise, "promises")
        row = promises.to_row(replace(promise, id=known_as))
        # A document without the page names none; that contradicts nothing.
        unsaid = () if promise.entry else ("entry",)
        merging.record(place, "promises", row, unsaid=unsaid)
    merging.result.named_again = merging.named_again()
    return merging.result


class _Merging:
    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.result = Merged()
        self._twins: Counter[str] = Counter()
        self._last_position: dict[tuple[str, str], int] = {}
        self._listed: dict[str, str] = {}
        self._gone: dict[str, str] = {}
        self._owner_of_name = {
            folded(name): person
            for person in people.everyone(unit.db.conn)
            for name in person.names
        }

    def fault(self, place: str, sentence: str) -> None:
        self.result.faults.append(Fault(place, sentence))

    def identity(self, record: Any, parent: str) -> str:
        """An id from the content, the parent and how many equal records stand before."""
        content = as_json(record)
        content.pop("id", None)
        canonical = _canonical([parent, content])
        twins = self._twins[canonical]
        self._twins[canonical] += 1
        return hashlib.sha256(f"{twins} {canonical}".encode()).hexdigest()[:32]

    def record(
        self,
        place: str,
        table: str,
        row: Row,
        rival: Row | None = None,
        unsaid: tuple[str, ...] = (),
    ) -> bool:
        """Add a record, or find it known; whether it lives in the journal now as given.

        `rival` is the living record that stands where this one would, if there is one;
        `unsaid` are fields the document says nothing about, so that they contradict none.
        """
        present = self.unit.find(table, row["id"])
        if present is None or present["removed_by"] == "undo":
            if rival is not None:
                return self._agrees(place, rival, row, unsaid)
            self._add(table, row, present)
            return True
        if present["removed_at"] is not None:
            self.result.removed += 1
            return False
        return self._agrees(place, present, row, unsaid)

    def _agrees(self, place: str, present: Row, row: Row, unsaid: tuple[str, ...]) -> bool:
        for name, value in row.items():
            if value != present[name] and name not in (*_NO_CONTENT, *unsaid):
                self.fault(place, _OTHER)
                return False
        self.result.known += 1
        return True

    def _add(self, table: str, row: Row, taken_back: Row | None) -> None:
        entry = row["entry"] if table in PARTS else None
        if taken_back is None:
            self.unit.insert(table, row, entry)
        else:
            self.unit.update(table, row["id"], {**row, **_ALIVE}, entry)
        self.result.added[table] += 1

    def person(self, place: str, person: Person) -> None:
        """Add a person. Somebody who was only ever named in texts may be anybody."""
        person = replace(person, id=person.id or self.identity(person, "people"))
        present = self.unit.find("people", person.id)
        if present is not None and present["removed_by"] == "user":
            self.result.removed += 1
            connection = self.unit.db.conn
            self._gone |= {
                folded(name): name
                for name in person.names
                if not people.known_by_name_only(connection, name)
            }
            return
        names = [folded(name) for name in person.names]
        owners = [self._owner_of_name[name] for name in names if name in self._owner_of_name]
        others = {owner.id: owner for owner in owners if owner.id != person.id}
        if any(self._listed.setdefault(name, person.id) != person.id for name in names):
            self.fault(f"{place}.names", _TWO_OWNERS)
        elif others and person.is_only_named():
            self.result.known += 1
        elif not all(other.is_only_named() for other in others.values()):
            self.fault(f"{place}.names", _TWO_OWNERS)
        elif self.record(place, "people", people.to_row(person)):
            for other in others:
                self.unit.remove("people", other)
            self._owner_of_name.update(dict.fromkeys(names, person))

    def named_again(self) -> tuple[str, ...]:
        """Who is gone from the journal, such as forgotten, and is named in it from now on."""
        gone = {key: name for key, name in self._gone.items() if key not in self._owner_of_name}
        if not gone:
            return ()
        # Whoever a new page names is among the people only then.
        self.unit.finish()
        connection = self.unit.db.conn
        known = Directory(people.everyone(connection))
        return tuple(
            name
            for name in gone.values()
            if known.find(name) or people.known_by_name_only(connection, name)
        )

    def entry(self, place: str, entry: Entry) -> None:
        """Add a page, or what is new on a page that is there."""
        added_before = self.result.added["entries"]
        known_as = self._page(place, entry)
        if known_as is None:
            return
        for number, answer in enumerate(entry.answers):
            self._answer(f"{place}.answers[{number}]", known_as, answer)
        for number, rating in enumerate(entry.ratings):
            self._rating(f"{place}.ratings[{number}]", known_as, entry, number, rating)
        if entry.plan:
            self._plan(f"{place}.plan", known_as, entry.plan)
        if self.result.added["entries"] > added_before and not self._holds_something(known_as):
            # Everything on the new page was at fault, so there is no page.
            self.unit.remove("entries", known_as, by="undo")
            self.result.added["entries"] -= 1

    def _page(self, place: str, entry: Entry) -> str | None:
        """The id of the page this entry is, added if need be; None if it stays away."""
        row = entry_row(replace(entry, id=entry.id or self.identity(entry, "entries")))
        page: Row | None = self.unit.find("entries", row["id"])
        if page is None or page["removed_by"] == "undo":
            page = self._living_page(row) or page
        if page is None or page["removed_at"] is not None:
            return row["id"] if self.record(place, "entries", row) else None
        for name, empty in _OWN_FIELDS.items():
            if row[name] != empty and row[name] != page[name]:
                self.fault(f"{place}.{name}", _OTHER)
                return None
        return self._with_text(place, page, entry)

    def _living_page(self, row: Row) -> Row | None:
        if row["kind"] == "note":
            return None
        return self._only("entries", "day = ? AND kind = ?", [row["day"], row["kind"]])

    def _with_text(self, place: str, page: Row, entry: Entry) -> str | None:
        """A page that is there gets the entry's text if it has none; its id."""
        if entry.text and page["text"] is None:
            self.unit.update("entries", page["id"], {"text": entry.text})
        elif entry.text and page["text"] != entry.text:
            self.fault(f"{place}.text", _OTHER)
            return None
        self.result.known += 1
        return str(page["id"])

    def _answer(self, place: str, entry: str, answer: Answer) -> None:
        if answer.talk and self._only("talks", "id = ?", [answer.talk]) is None:
            self.fault(f"{place}.talk", "names a talk that is nowhere to be found.")
            return
        rival = None
        if answer.prompt is not None:
            rival = self._only(
                "answers",
                "entry = ? AND prompt = ? AND talk IS ?",
                [entry, answer.prompt, answer.talk],
            )
        row = answer_row(replace(answer, id=answer.id or self.identity(answer, entry)))
        self.record(place, "answers", self._placed("answers", entry, row), rival)

    def _rating(self, place: str, page: str, entry: Entry, number: int, rating: Rating) -> None:
        known_as = rating.id or self.identity(rating, page)
        try:
            moment = rating.rated_at or _moment(entry, number)
            row = rating_row(replace(rating, id=known_as, rated_at=moment))
        except OverflowError:
            self.fault(f"{place}.rated_at", "is needed so near the end of the calendar.")
            return
        unsaid = () if rating.rated_at else ("rated_at", "rated_offset")
        self.record(place, "ratings", self._placed("ratings", page, row), unsaid=unsaid)

    def _plan(self, place: str, entry: str, plan: Plan) -> None:
        rival = self._only("plans", "entry = ?", [entry])
        row = plan_row(replace(plan, id=plan.id or self.identity(plan, entry)))
        self.record(place, "plans", {**row, "entry": entry}, rival)

    def _placed(self, table: str, entry: str, row: dict[str, Any]) -> dict[str, Any]:
        """The row at the end of its page."""
        last = self._last_position.get((table, entry))
        if last is None:
            (last,) = self.unit.db.execute(
                f"SELECT coalesce(max(position), 0) FROM {table} WHERE entry = ?", [entry]
            ).fetchone()
        self._last_position[table, entry] = last + 1
        return {**row, "entry": entry, "position": last + 1}

    def _only(self, table: str, which: str, values: list[Any]) -> Row | None:
        row = self.unit.db.execute(
            f"SELECT * FROM {table} WHERE {which} AND removed_at IS NULL", values
        ).fetchone()
        return dict(row) if row else None

    def _holds_something(self, entry: str) -> bool:
        if self.unit.row("entries", entry)["text"]:
            return True
        return any(self._only(table, "entry = ?", [entry]) for table in PARTS)


_OWN_FIELDS: dict[str, Any] = {
    "day": None,
    "kind": None,
    "light": 0,
    "starred": 0,
    "written_at": None,
    "tags": "[]",
    "people": "[]",
    "week": None,
    "outside": None,
    "imported_from": None,
}
"""The fields of a page that have to agree with the page that is there; one that a
document leaves out, and so has this value, says nothing and agrees."""


def _moment(entry: Entry, number: int) -> datetime:
    """When a rating without an instant counts as given: a second after the one before.

    Raises `OverflowError` at the end of the calendar.
    """
    noon = datetime.combine(entry.day, time(12), UTC)
    return (entry.written_at or noon) + timedelta(seconds=number)
