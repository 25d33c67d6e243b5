"""The schema: what a fresh journal holds, and how steps are counted."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from collab.errors import JournalUnusable
from collab.storage import database, migrations
from collab.storage.database import APPLICATION_ID, STEPS, Journal
from collab.storage.migrations import MIGRATIONS
from tests.soundness import faults_in
from tests.storage.notes import keep_note, rows, texts_in

RECORDS = {
    *("people", "entries", "answers", "ratings", "plans", "talks", "promises"),
    "session_questions",
}
BESIDE = {"mentions", "tags", "drafts", "changes", "search_places"}
INDEX = {"search", *(f"search_{part}" for part in ("data", "idx", "content", "docsize", "config"))}


@pytest.fixture
def fresh(journal: Journal) -> Journal:
    with journal.write():
        pass
    return journal


def test_the_steps_the_doors_know_are_those_there_are() -> None:
    assert [step.name for step in MIGRATIONS._migrations] == list(STEPS)


def test_a_fresh_journal_says_what_it_is(fresh: Journal) -> None:
    assert rows(fresh, "PRAGMA application_id")[0][0] == APPLICATION_ID
    assert rows(fresh, "PRAGMA user_version")[0][0] == len(STEPS)


def test_a_fresh_journal_has_these_tables_and_no_others(fresh: Journal) -> None:
    tables = {row["name"] for row in rows(fresh, "PRAGMA table_list") if row["schema"] == "main"}
    own = {"sqlite_schema", "_sqlite_migrations"}
    assert tables == RECORDS | BESIDE | INDEX | own


def test_a_busy_journal_has_the_tables_of_a_fresh_one(journal: Journal, tmp_path: Path) -> None:
    """sqlite-utils makes a table of any name it is given by mistake."""
    keep_note(journal, "@bo #budget")
    fresh = Journal(str(tmp_path / "fresh.db"))
    with fresh.write():
        pass
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    assert [tuple(row) for row in rows(journal, schema)] == [
        tuple(row) for row in rows(fresh, schema)
    ]


def test_our_tables_hold_nothing_but_what_their_columns_say(fresh: Journal) -> None:
    strict = {row["name"] for row in rows(fresh, "PRAGMA table_list") if row["strict"]}
    assert strict == RECORDS | BESIDE


@pytest.mark.parametrize("table", sorted(RECORDS))
def test_every_record_can_be_told_apart_removed_and_checked(fresh: Journal, table: str) -> None:
    columns = {row["name"]: row for row in rows(fresh, f"PRAGMA table_info({table})")}
    assert columns["pk"]["pk"] == 1
    assert columns["pk"]["type"] == "INTEGER"
    assert {"id", "fingerprint", "removed_at", "removed_by"} <= columns.keys()
    assert columns["id"]["notnull"]


def test_every_index_says_which_question_it_answers() -> None:
    lines = migrations._FIRST.splitlines()
    places = [n for n, line in enumerate(lines) if re.match(r"CREATE (UNIQUE )?INDEX", line)]
    assert len(places) > 15
    assert [lines[n] for n in places if not lines[n - 1].startswith("-- ")] == []


def test_every_index_is_there_under_its_name(fresh: Journal) -> None:
    named = set(re.findall(r"CREATE (?:UNIQUE )?INDEX (\w+)", migrations._FIRST))
    indexes = rows(fresh, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL")
    assert {row["name"] for row in indexes} - {"idx__sqlite_migrations_migration_set_name"} == named


def blank(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_step_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "_FIRST", migrations._FIRST + "CREATE NONSENSE;\n")
    with pytest.raises(sqlite3.OperationalError):
        keep_note(Journal(str(tmp_path / "journal.db")), "never kept")
    assert list(tmp_path.iterdir()) == []


def test_an_older_journal_is_brought_up_by_whichever_door_is_opened_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_note(Journal(str(tmp_path / "journal.db")), "from the first version")
    later = migrations.Migrations("collab")
    for step in MIGRATIONS._migrations:
        later(name=step.name)(step.fn)

    @later(name="m002_later")
    def m002_later(db: Database) -> None:
        db.execute("ALTER TABLE entries ADD COLUMN mood TEXT")
        db.execute("PRAGMA user_version = 2")

    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(database, "STEPS", (*STEPS, "m002_later"))
    journal = Journal(str(tmp_path / "journal.db"))
    assert texts_in(journal) == ["from the first version"]
    keep_note(journal, "from the second")
    assert [row["mood"] for row in rows(journal, "SELECT mood FROM entries")] == [None, None]
    assert faults_in(tmp_path / "journal.db") == []
    monkeypatch.undo()
    with pytest.raises(JournalUnusable):
        texts_in(Journal(journal.path))


def test_the_record_of_a_step_is_kept_with_the_step(fresh: Journal) -> None:
    with closing(blank(Path(fresh.path))) as connection:
        kept = connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    assert kept == [("collab", name) for name in STEPS]
