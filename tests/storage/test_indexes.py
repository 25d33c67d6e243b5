"""What a session, the weekly report and `status` ask costs the same in the tenth year."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest

from collab.domain.periods import quarter_of, week_of
from collab.domain.prompts import Prompt
from collab.domain.themes import THEME_IDS
from collab.storage import (
    changes,
    ends,
    entries,
    finding,
    histories,
    promises,
    search,
    sessions,
    talks,
)
from collab.storage.calendar import pieces_between
from collab.storage.database import Journal
from collab.storage.finding import Wanted
from collab.storage.reports import first_page, is_written, last_page, records_for
from collab.storage.status import status_on
from tests.benchmarks.journals import Around, make_journal
from tests.storage.notes import DAY, NOW

PROMPTS = (
    Prompt(id="E-02", theme="any", moment="evening", text="?"),
    Prompt(id="I-01", theme="decide", moment="evening", text="?"),
    *(Prompt(id=f"R-{theme}", theme=theme, moment="rating", text="?") for theme in THEME_IDS),
)
SMALL_TABLES = {"people", "drafts", "_sqlite_migrations", "CONSTANT"}
"""Tables that do not grow with the journal."""


def report(connection: sqlite3.Connection) -> None:
    records_for(connection, week_of(DAY), DAY, "off", 0)
    last_page(connection, DAY)
    is_written(connection, DAY, DAY)


def quarterly_report(connection: sqlite3.Connection) -> None:
    records_for(connection, quarter_of(DAY), DAY, "off", 0)
    first_page(connection)


QUESTIONS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "the weekly report": report,
    "the report of a quarter": quarterly_report,
    "status": lambda c: status_on(c, DAY, DAY - timedelta(days=4)),
    "a session": lambda c: histories.history_on(c, DAY, PROMPTS),
    "the questions of a session": lambda c: sessions.stored(c, DAY, "evening"),
    "a day": lambda c: entries.between(c, DAY, DAY),
    "the words of a year": lambda c: list(pieces_between(c, DAY - timedelta(days=364), DAY)),
    "a few pages": lambda c: entries.by_ids(c, ["e0000001", "e0000002"]),
    "a search": lambda c: search.find(c, "supplier knew"),
    "the newest pages": lambda c: finding.newest(c, Wanted(first=DAY), 20),
    "the newest pages with a tag": lambda c: finding.newest(c, Wanted(tag="budget"), 20),
    "the newest pages with a name": lambda c: finding.newest(c, Wanted(names=("bo", "x")), 20),
    "the starred pages": lambda c: finding.newest(c, Wanted(starred=True), 20),
    "the removed pages": lambda c: finding.newest(c, Wanted(removed=True), 20),
    "the open promises": promises.still_open,
    "the open talks": lambda c: talks.open_on(c, DAY),
    "the ends of talks": lambda c: ends.ends_of(c, ["t0000001", "t0000002"], "talks"),
    "the ends of promises": lambda c: ends.ends_of(c, ["m0000001", "m0000002"], "promises"),
    "the end of an id": lambda c: ends.ends_with(c, "0001"),
    "the ends of ids": lambda c: ends.ends_of(c, ["e0000001", "e0000002"]),
    "the last changes": changes.history,
    "the changes of a page": lambda c: changes.history(c, "e0000001"),
}


@pytest.fixture(scope="module")
def tenth_year(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    return journal_of(2000, tmp_path_factory)


@pytest.fixture(scope="module")
def hundredth_year(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    return journal_of(20_000, tmp_path_factory)


def journal_of(pages: int, folders: pytest.TempPathFactory) -> Journal:
    path = folders.mktemp("journal") / "journal.db"
    make_journal(path, pages, DAY, NOW, Around(people=1, talks=30, promises=300))
    return Journal(str(path))


def statements_of(journal: Journal, ask: Callable[[sqlite3.Connection], object]) -> set[str]:
    """The statements, with their values in them, that SQLite was given."""
    with journal.read() as connection:
        given: set[str] = set()
        connection.set_trace_callback(given.add)
        ask(connection)
        connection.set_trace_callback(None)
    of_the_index_itself = "'main'.'search_"
    return {
        statement
        for statement in given
        if statement.lstrip().startswith("SELECT") and of_the_index_itself not in statement
    }


def plan_of(journal: Journal, statement: str) -> list[str]:
    with journal.read() as connection:
        return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]


def walks_in(journal: Journal, statement: str) -> list[str]:
    """The steps of a statement that go through a whole table that grows."""
    names = aliases_in(statement)
    steps = []
    for step in plan_of(journal, statement):
        scan = re.match(r"SCAN (\w+)\b(?!.*VIRTUAL TABLE)", step)
        if scan and names.get(scan[1], scan[1]) not in SMALL_TABLES:
            steps.append(f"{step}: {statement}")
    return steps


def aliases_in(statement: str) -> dict[str, str]:
    return {alias: table for table, alias in re.findall(r"(?:FROM|JOIN) (\w+) AS (\w+)", statement)}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_no_statement_walks_through_a_table_that_grows(
    tenth_year: Journal, ask: Callable[[sqlite3.Connection], object]
) -> None:
    statements = statements_of(tenth_year, ask)
    assert statements
    assert [walk for statement in statements for walk in walks_in(tenth_year, statement)] == []


def test_the_newest_hits_are_read_first_and_not_sorted(tenth_year: Journal) -> None:
    for typed in ("supplier", "supplier knew", "%"):
        for statement in statements_of(tenth_year, lambda c, typed=typed: search.find(c, typed)):
            assert "TEMP B-TREE" not in " ".join(plan_of(tenth_year, statement))


@pytest.mark.parametrize(
    "asked",
    [
        "the weekly report",
        "the report of a quarter",
        "status",
        "a day",
        "the words of a year",
        "the newest pages",
        "the newest pages with a tag",
        "the starred pages",
        "the removed pages",
        "the end of an id",
    ],
)
def test_the_work_is_that_of_the_period_and_not_of_the_journal(
    tenth_year: Journal, hundredth_year: Journal, asked: str
) -> None:
    """Measured in steps of SQLite's machine: a journal ten times as long takes no more."""
    short, long = (steps_of(one, QUESTIONS[asked]) for one in (tenth_year, hundredth_year))
    assert long <= 1.02 * short + 100


def steps_of(journal: Journal, ask: Callable[[sqlite3.Connection], object]) -> int:
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with journal.read() as connection:
        connection.set_progress_handler(count, 10)
        ask(connection)
    return steps


def test_the_walk_would_be_seen(tenth_year: Journal) -> None:
    """The guard of the tests above: a statement that does walk is named."""
    assert walks_in(tenth_year, "SELECT e.id FROM entries AS e WHERE e.text = 'x'")
    assert walks_in(tenth_year, "SELECT id FROM answers WHERE theme = 'any'")
