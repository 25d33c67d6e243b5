"""Forgets a person: everywhere in the file the names become "someone", history included.

This is the one thing that changes the history and cannot be taken back.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from collab.domain.forgetting import SOMEONE, Place, PlainWord, Traces
from collab.domain.frozen import replace
from collab.domain.names_in_texts import Names, Span, outside
from collab.domain.people import Directory, Person
from collab.errors import ChangedMeanwhile, CollabError
from collab.storage import people
from collab.storage.changes import Row, Unit, fingerprint
from collab.storage.database import Journal, is_up_to_date
from collab.storage.known_names import KnownNames
from collab.storage.rewriting import Rewriting
from collab.storage.typed_words import EACH_OF, HOLDS, IMAGES, Kind, texts_in, texts_in_version


def traces_of(connection: sqlite3.Connection, person: Person) -> Traces:
    """What forgetting `person` would change, and what it would have to be told."""
    return _Forgetting(connection, person).traces()


def may_hold(path: str, traces: Traces) -> bool:
    """Whether a copy of a journal holds any of these names, or cannot be read.

    The file is left as it is, whatever version of collab has written it.
    """
    try:
        connection = Journal(path).connect("ro")
        try:
            if not is_up_to_date(connection, path):
                return True
            found = _left_of(connection, traces.names)
        finally:
            connection.close()
    except (CollabError, sqlite3.Error):
        return True
    return bool(found.records or found.versions or found.words)


def forget(
    journal: Journal,
    person: Person,
    now: datetime,
    foreseen: Traces,
    ticked: Iterable[PlainWord],
) -> None:
    """Make every name of `person` "someone" for good, as `foreseen`.

    A mention loses its "@" with the name; a plain word is changed where it is `ticked`,
    and so is the same text in the history.

    Raises `ChangedMeanwhile`, with nothing done, if what was foreseen is not what is there
    any more, and what `Rewriting` raises.
    """
    with Rewriting(journal, lambda connection: _is_gone(connection, foreseen)) as db:
        if traces_of(db.conn, person) != foreseen:
            raise ChangedMeanwhile
        forgetting = _Forgetting(db.conn, person, ticked)
        unit = Unit(db, "forget", now)
        forgetting.carry_out(unit)
        unit.finish()
        db.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _is_gone(connection: sqlite3.Connection, foreseen: Traces) -> bool:
    left = _left_of(connection, foreseen.names)
    return not left.records and not left.versions


def _left_of(connection: sqlite3.Connection, names: tuple[str, ...]) -> Traces:
    """The traces of whoever has any of these names."""
    found = traces_of(connection, Person(id="", name=names[0], names=names))
    if any(map(Directory(people.everyone(connection)).find, names)):
        return replace(found, records={**found.records, "people": 1})
    return found


class _Forgetting:
    def __init__(
        self, connection: sqlite3.Connection, person: Person, ticked: Iterable[PlainWord] = ()
    ) -> None:
        self._connection = connection
        self._known = KnownNames(connection, person)
        by_text: dict[str, set[int]] = {}
        for word in ticked:
            by_text.setdefault(word.text, set()).add(word.span.start)
        self._names = Names(
            self._known.names.values(),
            self._known.real_names,
            {text: frozenset(starts) for text, starts in by_text.items()},
        )

    def traces(self) -> Traces:
        records: Counter[str] = Counter()
        words: dict[tuple[str, Span], PlainWord] = {}
        versions = 0
        if self._known.is_listed:
            records["people"] = 1
        for table, row in self._rows():
            records[table] += bool(self._changed(table, row))
            for kind, text in texts_in(table, row):
                for span in self._plain_words(kind, text):
                    place, day = _place(table, row, self._connection)
                    words.setdefault(
                        (text, span), PlainWord(place=place, day=day, text=text, span=span)
                    )
        for row in self._versions():
            versions += bool(self._changed_version(row))
            for kind, text in texts_in_version(row):
                for span in self._plain_words(kind, text):
                    words.setdefault(
                        (text, span), PlainWord(place="history", day=None, text=text, span=span)
                    )
        return Traces(
            names=tuple(self._known.names.values()),
            real_names=tuple(sorted(self._known.real_names)),
            records={table: count for table, count in records.items() if count},
            versions=versions + self._known.versions,
            words=tuple(sorted(words.values(), key=_newest_first)),
        )

    def carry_out(self, unit: Unit) -> None:
        for table, row in list(self._rows()):
            if changed := self._changed(table, row):
                self._write(table, row["pk"], changed, row)
                if table not in ("drafts", "people"):
                    unit.touch(*_derived_from(table, row))
        for row in list(self._versions()):
            if changed := self._changed_version(row):
                self._write("changes", row["pk"], changed)
        self._known.forget(unit)

    def _rows(self) -> Iterator[tuple[str, Row]]:
        for table in HOLDS:
            for row in self._connection.execute(f"SELECT * FROM {table} ORDER BY pk"):
                if table != "people" or row["id"] not in self._known.ids:
                    yield table, dict(row)

    def _versions(self) -> Iterator[Row]:
        for row in self._connection.execute("SELECT * FROM changes ORDER BY pk"):
            if not self._known.is_own(row) and any(
                row[image] and self._names.may_stand_in_json(row[image]) for image in IMAGES
            ):
                yield dict(row)

    def _changed(self, table: str, row: Row) -> dict[str, Any]:
        """The columns that become others."""
        found = {}
        for column, kind in HOLDS.get(table, {}).items():
            value = row.get(column)
            if value is not None and (new := self._without(kind, value)) != value:
                found[column] = new
        return found

    def _changed_version(self, row: Row) -> dict[str, Any]:
        found = {}
        for image in IMAGES:
            if row[image] is None:
                continue
            before: dict[str, Any] = json.loads(row[image])
            after = before | self._changed(row["table"], before)
            if row["table"] == "people":
                after |= self._known.others_version(after)
            if after != before:
                found[image] = json.dumps(after, ensure_ascii=False)
        return found

    def _without(self, kind: Kind, value: str) -> str:
        if kind in EACH_OF:
            given: list[str] = json.loads(value)
            made = [self._without(EACH_OF[kind], one) for one in given]
            return value if made == given else json.dumps(made, ensure_ascii=False)
        return self._names.replaced(value, SOMEONE, self._known_in(kind, value))

    def _plain_words(self, kind: Kind, text: str) -> tuple[Span, ...]:
        if not self._names.may_stand_in(text):
            return ()
        return outside(self._names.plain_words(text), self._known_in(kind, text))

    def _known_in(self, kind: Kind, text: str) -> tuple[Span, ...]:
        """Where a name says by its place that it is the person, without an "@"."""
        if kind == "who":
            return self._names.among(text)
        is_name = kind == "name" and self._names.are(text)
        return (Span(0, len(text)),) if is_name else ()

    def _write(self, table: str, pk: int, changed: Row, row: Row | None = None) -> None:
        values = dict(changed)
        if row is not None and "fingerprint" in row:
            values["fingerprint"] = fingerprint({**row, **changed})
        columns = ", ".join(f'"{name}" = ?' for name in values)
        self._connection.execute(
            f'UPDATE "{table}" SET {columns} WHERE pk = ?', (*values.values(), pk)
        )


_TABLES_OF_PAGES = ("entries", "answers", "ratings", "plans")


def _derived_from(table: str, row: Row) -> tuple[str, str]:
    """The page, talk or promise that is to be found by other words now."""
    if table in _TABLES_OF_PAGES:
        return "entries", row["id"] if table == "entries" else row["entry"]
    return table, row["id"]


def _place(table: str, row: Row, connection: sqlite3.Connection) -> tuple[Place, date | None]:
    if table == "drafts":
        return "begun words", date.fromisoformat(row["day"])
    if row["removed_at"] is not None:
        return "history", None
    if table == "people":
        return "name", None
    if table == "talks":
        return "talk", date.fromisoformat(row["added"])
    if table == "promises":
        return "promise", date.fromisoformat(row["due"])
    if table == "entries":
        return "page", date.fromisoformat(row["day"])
    page = connection.execute("SELECT day FROM entries WHERE id = ?", [row["entry"]]).fetchone()
    return "page", date.fromisoformat(page["day"])


def _newest_first(word: PlainWord) -> tuple[Any, ...]:
    past = word.place == "history"
    return past, -(word.day.toordinal() if word.day else 0), word.text, word.span
