"""The few facts `collab status` shows, read without building a single domain object.

This lies on the way of a shell prompt: no import here but what the reading door needs.
"""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

_MOVES = """
    SELECT record.id, json_extract(move.value, '$[0]') AS "on",
           json_extract(move.value, '$[1]') AS from_, json_extract(move.value, '$[2]') AS "to"
    FROM {table} AS record, json_each(record.moved) AS move
    WHERE record.alive_until = '9999-12-31' AND record.moved <> '[]'
"""
_FOLLOW_UPS = """
    SELECT talk.id, json_extract(one.value, '$[0]') AS due, json_extract(one.value, '$[1]') AS done
    FROM talks AS talk, json_each(talk.follow_ups) AS one
    WHERE talk.alive_until = '9999-12-31' AND talk.follow_ups <> '[]'
"""


class Status:
    """How many things are due, how many days of this week are written, and whether words
    were begun and not given."""

    __slots__ = ("days_written", "due", "unfinished")

    def __init__(self, due: int, days_written: int, unfinished: bool) -> None:
        self.due = due
        self.days_written = days_written
        self.unfinished = unfinished


class _Columns:
    """A row that answers to the attribute names of the domain."""

    def __init__(self, **columns: Any) -> None:
        self.__dict__.update(columns)


def status_on(connection: sqlite3.Connection, day: date, first_of_week: date) -> Status:
    """The status on `day`, in the week that began on `first_of_week`."""
    due = _count_due(connection, day, _open(connection, "talks"), _open(connection, "promises"))
    (written,) = connection.execute(
        "SELECT count(DISTINCT day) FROM entries WHERE day BETWEEN ? AND ? AND removed_at IS NULL",
        [first_of_week.isoformat(), day.isoformat()],
    ).fetchone()
    (begun,) = connection.execute("SELECT EXISTS (SELECT 1 FROM drafts)").fetchone()
    return Status(due, written, bool(begun))


def _count_due(
    connection: sqlite3.Connection, day: date, talks: list[Any], promises: list[Any]
) -> int:
    if not talks and not promises:
        return 0
    from collab.domain.due import NAMED, due_on

    asked = {}
    if any(talk.date is None and talk.held is None for talk in talks):
        # Only a talk without a day is asked about so.
        from collab.storage.raised_talks import raised

        asked = raised(connection, day)
    return len(due_on(day, talks, promises, kinds=NAMED, raised=asked))


def _open(connection: sqlite3.Connection, table: str) -> list[_Columns]:
    """The open talks or promises, with what `due_on` looks at."""
    own = (
        "added, date, held, debriefed, closed, let_go"
        if table == "talks"
        else ("made, due, done, dropped")
    )
    rows = connection.execute(
        f"SELECT id, {own} FROM {table} WHERE alive_until = '9999-12-31' AND removed_at IS NULL"
    )
    records = {row["id"]: _Columns(moved=[], follow_ups=[], **_dated(row)) for row in rows}
    parts = {"moved": _MOVES.format(table=table)} if records else {}
    if records and table == "talks":
        parts["follow_ups"] = _FOLLOW_UPS
    for part, query in parts.items():
        for row in connection.execute(query):
            if row["id"] in records:
                records[row["id"]].__dict__[part].append(_Columns(**_dated(row)))
    return list(records.values())


def _dated(row: sqlite3.Row) -> dict[str, Any]:
    return {
        name: date.fromisoformat(row[name]) if row[name] and name != "id" else row[name]
        for name in row.keys()  # noqa: SIM118, iterating a sqlite3.Row gives values
    }
