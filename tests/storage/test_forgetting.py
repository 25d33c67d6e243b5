"""After somebody was forgotten no byte of the file holds a name of theirs."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collab.domain.forgetting import Traces
from collab.domain.people import Directory, Person
from collab.domain.talks import Talk
from collab.errors import ChangedMeanwhile
from collab.storage import people, search, talks
from collab.storage.changes import Unit, history, undo, unit
from collab.storage.database import Journal
from collab.storage.forgetting import forget, may_hold, traces_of
from collab.storage.sessions import Draft, keep_draft
from collab.storage.typed_words import HOLDS, HOLDS_NONE, REBUILT
from tests.exchange.documents import bring_in, document, export
from tests.soundness import faults_in
from tests.storage.notes import NOW, keep_note, rows, texts_in

NAME, ALIAS, REAL = "Żywixa", "Qwintessa", "Xaverine Quibblew"
FORMS = [
    form
    for name in (NAME, ALIAS, *REAL.split())
    for spelling in (name, name.upper(), name.lower())
    for form in (spelling, unicodedata.normalize("NFD", spelling))
]
WORDS = "With " + ", ".join([*FORMS, *(f"@{form}" for form in FORMS[:12]), f"#{NAME}"]) + "."
BO = "Bo with @bo."
_FILLED = {
    "text": WORDS,
    "who": f"{NAME.upper()}, @{NAME} and {ALIAS}",
    "texts": [WORDS, ALIAS],
    "names": [ALIAS, WORDS],
}


def person(journal: Journal, name: str = NAME) -> Person:
    with journal.read() as connection:
        found = Directory(people.everyone(connection)).find(name)
    assert found
    return found


def traces(journal: Journal, who: Person) -> Traces:
    with journal.read() as connection:
        return traces_of(connection, who)


def forget_all(journal: Journal, name: str = NAME) -> Traces:
    who = person(journal, name)
    foreseen = traces(journal, who)
    forget(journal, who, NOW, foreseen, foreseen.words)
    return foreseen


def forms_in(data: bytes) -> list[str]:
    """The forms of the names that stand in the bytes, whatever their case."""
    text = data.decode(errors="ignore").casefold()
    return [form for form in FORMS if form.casefold() in text]


def text_columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every column of the schema that can hold text."""
    tables = [
        row["name"]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row["name"].startswith(("sqlite_", "search_")) or row["name"] == "search_places"
    ]
    for table in tables:
        for column in connection.execute(f"PRAGMA table_info({table})"):
            if column["type"] not in ("INTEGER", "REAL"):
                yield table, column["name"]


def test_it_is_decided_of_every_column_whether_it_can_hold_a_name(journal: Journal) -> None:
    keep_note(journal, "x")
    with journal.read() as connection:
        there = set(text_columns(connection))

    decided = {(table, column) for table, columns in HOLDS.items() for column in columns}
    decided |= {(table, column) for table, columns in HOLDS_NONE.items() for column in columns}
    decided.add(("people", "real_name"))
    decided |= {("changes", "before"), ("changes", "after")}
    assert {one for one in there if one[0] not in REBUILT} == decided
    assert {table for table, _ in there} >= REBUILT


def fill(journal: Journal) -> None:
    """A journal in which every column that can hold a name does, now and in the history."""
    bring_in(
        journal,
        document(
            people=[
                {"name": NAME, "names": [NAME, ALIAS], "role": "peer", "added": "2026-11-01"},
                {"name": "bo", "role": "boss"},
            ],
            entries=[
                {
                    "id": page,
                    "day": day,
                    "kind": "evening",
                    "text": WORDS,
                    "people": [NAME, "bo"],
                    "answers": [{"id": f"a-{page}", "prompt": "E-02", "text": BO}],
                    "ratings": [{"id": f"r-{page}", "theme": "trust", "value": 3}],
                    "plan": {"id": f"p-{page}", "if": "x"},
                }
                for page, day in (("kept", "2026-11-02"), ("gone", "2026-11-03"))
            ],
            talks=[{"id": "t-kept", "who": ALIAS, "added": "2026-11-02"}],
            promises=[{"id": "m-kept", "side": "mine", "what": "x", "due": "2026-11-02"}],
        ),
    )
    with unit(journal, "filling", NOW) as deed:
        people.put(deed, _named(deed, NAME), REAL)
        for table, columns in HOLDS.items():
            for record in _records(deed, table):
                deed.update(table, record, _filled(columns), _page_of(deed, table, record))
    with unit(journal, "changing", NOW) as deed:
        for table in HOLDS:
            for record in _records(deed, table):
                changed = {name: None for name, kind in HOLDS[table].items() if kind == "text"}
                if table in ("plans", "promises"):
                    changed = {}
                deed.update(table, record, changed, _page_of(deed, table, record))
    undo(journal, NOW, earlier=True)
    with unit(journal, "delete", NOW) as deed:
        for table in ("answers", "ratings", "plans", "entries"):
            for record in _records(deed, table):
                if record.endswith("gone"):
                    deed.remove(table, record, "gone")
    texts = (WORDS, NAME, f"@{ALIAS}")
    keep_draft(journal, Draft(day=NOW.date(), kind="note", key="x", texts=texts, begun_at=NOW))
    with unit(journal, "people merged", NOW) as deed:
        other = Person(id=deed.new_id(), name="Qwint", names=("Qwint",), role="peer")
        people.put(deed, other)
        people.join(deed, other, _named(deed, NAME))


def _named(deed: Unit, name: str) -> Person:
    found = Directory(people.everyone(deed.db.conn)).find(name)
    assert found
    return found


def _records(deed: Unit, table: str) -> list[str]:
    if table in ("drafts", "people"):
        return []
    return [row["id"] for row in deed.db.query(f"SELECT id FROM {table}")]


def _page_of(deed: Unit, table: str, record: str) -> str | None:
    return deed.row(table, record).get("entry") or (record if table == "entries" else None)


def _filled(columns: Any) -> dict[str, str]:
    values = {name: _FILLED[kind] for name, kind in columns.items()}
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
    }


def test_no_byte_of_the_file_and_of_no_export_holds_a_name(journal: Journal) -> None:
    fill(journal)
    with journal.read() as connection:
        for table, columns in HOLDS.items():
            for column in columns:
                held = connection.execute(f'SELECT "{column}" FROM {table}').fetchall()
                assert any(forms_in(str(row[0]).encode()) for row in held), (table, column)
    assert set(FORMS) <= set(forms_in(Path(journal.path).read_bytes()))

    foreseen = forget_all(journal)

    assert {ALIAS, NAME, "Qwint"} <= set(foreseen.names)
    assert foreseen.records.keys() == set(HOLDS)
    assert forms_in(Path(journal.path).read_bytes()) == []
    assert b"qwint" not in Path(journal.path).read_bytes().lower()
    assert forms_in(export(journal)) == []
    assert faults_in(Path(journal.path)) == []
    with journal.read() as connection:
        assert not any(search.find(connection, form) for form in FORMS)
        assert search.find(connection, "someone")


def test_what_is_of_others_stays_as_it_is(journal: Journal) -> None:
    fill(journal)
    keep_note(journal, "@bo and nobody else")
    before = [text for text in texts_in(journal) if not forms_in(text.encode())]

    forget_all(journal)

    assert [text for text in texts_in(journal) if "someone" not in text.split(",")[0]] == before
    assert person(journal, "bo").role == "boss"


def leave_freed_bytes(journal: Journal) -> None:
    """Have SQLite free pages that hold the name, and leave their bytes as some builds do."""
    connection = sqlite3.connect(journal.path)
    connection.execute("PRAGMA secure_delete=OFF")
    connection.execute("CREATE TABLE freed (text TEXT)")
    connection.executemany("INSERT INTO freed VALUES (?)", [(f"{n} {NAME} " * 90,) for n in (1, 2)])
    connection.commit()
    connection.execute("DROP TABLE freed")
    connection.commit()
    connection.close()


def test_bytes_that_were_freed_long_before_are_gone_as_well(journal: Journal) -> None:
    keep_note(journal, f"@{NAME}")
    leave_freed_bytes(journal)

    forget_all(journal)

    assert forms_in(Path(journal.path).read_bytes()) == []


def test_changing_the_rows_alone_would_leave_them(journal: Journal) -> None:
    """The guard of the test above."""
    keep_note(journal, "@bo")
    leave_freed_bytes(journal)
    with journal.write() as db:
        db.execute("INSERT INTO search (search) VALUES ('rebuild')")

    assert forms_in(Path(journal.path).read_bytes())


def test_a_plain_word_goes_only_where_it_was_ticked_and_then_in_the_history_too(
    journal: Journal,
) -> None:
    keep_note(journal, "Ana met @ana, and Ana left.", day=date(2026, 11, 1))
    keep_note(journal, "Ana alone.", day=date(2026, 11, 2))
    who = person(journal, "ana")
    foreseen = traces(journal, who)
    assert [(word.place, word.text, word.span) for word in foreseen.words] == [
        ("page", "Ana alone.", (0, 3)),
        ("page", "Ana met @ana, and Ana left.", (0, 3)),
        ("page", "Ana met @ana, and Ana left.", (18, 21)),
    ]

    forget(journal, who, NOW, foreseen, [foreseen.words[0], foreseen.words[2]])

    assert texts_in(journal) == ["Ana met someone, and someone left.", "someone alone."]
    kept = [json.loads(row["after"]).get("text") for row in rows(journal, "SELECT * FROM changes")]
    assert set(filter(None, kept)) == {*texts_in(journal)}


def test_one_of_several_somebody_has_to_do_with_goes_without_being_ticked(
    journal: Journal,
) -> None:
    keep_note(journal, "@ana")
    with unit(journal, "added", NOW) as deed:
        for number, who in enumerate(("Ana and Bo", "Bo, @ANA & Cy", "Ana Lund and Bo")):
            talks.put(deed, Talk(id=f"t{number}", who=who, added=NOW.date()))

    foreseen = traces(journal, person(journal, "ana"))
    forget(journal, person(journal, "ana"), NOW, foreseen, ())

    assert [word.text for word in foreseen.words] == ["Ana Lund and Bo"]
    with journal.read() as connection:
        found = [talk.who for talk in talks.everyone(connection)]
    assert found == ["someone and Bo", "Bo, someone & Cy", "Ana Lund and Bo"]
    assert faults_in(Path(journal.path)) == []


def test_undo_brings_back_someone_and_nothing_else(journal: Journal) -> None:
    page = keep_note(journal, f"First @{NAME}.")
    with unit(journal, "edit", NOW) as deed:
        deed.update("entries", page, {"text": "Second."})
    with unit(journal, "person added", NOW) as deed:
        people.put(deed, replace(_named(deed, NAME), role="peer"))

    forget_all(journal)

    assert undo(journal, NOW, earlier=True).command == "edit"
    assert texts_in(journal) == ["First someone."]
    assert undo(journal, NOW, earlier=True).command == "note"
    with journal.read() as connection:
        commands = [done.command for done in history(connection)]
        assert commands == ["undo", "undo", "forget", "edit", "note"]
        assert people.everyone(connection) == ()
    assert forms_in(Path(journal.path).read_bytes()) == []
    assert faults_in(Path(journal.path)) == []


def test_nothing_is_done_if_the_journal_is_not_what_was_shown(journal: Journal) -> None:
    keep_note(journal, f"@{NAME}")
    who = person(journal)
    foreseen = traces(journal, who)
    keep_note(journal, f"{NAME} again")
    before = Path(journal.path).read_bytes()

    with pytest.raises(ChangedMeanwhile):
        forget(journal, who, NOW, foreseen, ())

    assert Path(journal.path).read_bytes() == before


def test_what_others_do_meanwhile_does_not_matter_if_it_is_about_others(journal: Journal) -> None:
    keep_note(journal, f"@{NAME}")
    who = person(journal)
    foreseen = traces(journal, who)
    keep_note(journal, "@bo in another window")

    forget(journal, who, NOW, foreseen, ())

    assert sorted(texts_in(journal)) == ["@bo in another window", "someone"]


def test_two_who_were_one_for_a_while_are_two(journal: Journal) -> None:
    keep_note(journal, f"@{NAME} and @bo")
    with unit(journal, "people merged", NOW) as deed:
        people.join(deed, _named(deed, NAME), _named(deed, "bo"))
    undo(journal, NOW, earlier=True)

    forget_all(journal)

    assert texts_in(journal) == ["someone and @bo"]
    assert person(journal, "bo").names == ("bo",)
    assert forms_in(Path(journal.path).read_bytes()) == []
    assert faults_in(Path(journal.path)) == []


def test_the_other_of_the_two_keeps_the_name(journal: Journal) -> None:
    keep_note(journal, f"@{NAME} and @bo")
    with unit(journal, "people merged", NOW) as deed:
        people.join(deed, _named(deed, NAME), _named(deed, "bo"))
    undo(journal, NOW, earlier=True)

    forget_all(journal, "bo")

    assert texts_in(journal) == [f"@{NAME} and someone"]
    assert b"bo" not in b"".join(
        (row["after"] or "").encode() for row in rows(journal, "SELECT * FROM changes")
    )


def test_an_import_of_an_old_copy_brings_nobody_back(journal: Journal) -> None:
    fill(journal)
    copy = export(journal)
    forget_all(journal)
    before = export(journal)

    merged = bring_in(journal, copy)

    assert merged.faults
    assert forms_in(export(journal)) == []
    assert export(journal) == before


def test_a_copy_of_the_journal_says_whether_it_holds_a_name(
    journal: Journal, tmp_path: Path
) -> None:
    keep_note(journal, f"@{NAME}")
    foreseen = traces(journal, person(journal))
    copy, clean, broken = (tmp_path / name for name in ("copy.db", "clean.db", "broken.db"))
    copy.write_bytes(Path(journal.path).read_bytes())
    keep_note(Journal(str(clean)), "@bo")
    broken.write_bytes(b"SQLite format 3\0")

    assert may_hold(str(copy), foreseen)
    assert not may_hold(str(clean), foreseen)
    assert may_hold(str(broken), foreseen)
    assert sorted(path.name for path in tmp_path.glob("*.db*")) == sorted(
        path.name for path in {copy, clean, broken, *tmp_path.glob("journal.db")}
    )


def test_every_name_of_a_kind_has_a_way_to_go() -> None:
    kinds = {kind for columns in HOLDS.values() for kind in columns.values()}
    assert kinds == _FILLED.keys()
