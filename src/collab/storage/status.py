"""The few facts `collab status` shows, read without building a single domain object.

This lies on the way of a shell prompt: no import here but what the reading door needs.
"""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

_DAYS = {
    "talks": ("added", "date", "held", "debriefed", "closed", "let_go"),
    "promises": ("made", "due", "done", "dropped"),
}
_LISTS = {"talks": ("moved", "follow_ups"), "promises": ("moved",)}
_IN_LISTS = {
    "moved": """
        SELECT record.id, json_extract(move.value, '$[0]') AS "on",
            json_extract(move.value, '$[1]') AS from_, json_extract(move.value, '$[2]') AS "to"
        FROM {table} AS record, json_each(record.moved) AS move
        WHERE record.alive_until = '9999-12-31' AND record.moved <> '[]'
    """,
    "follow_ups": """
        SELECT talk.id, json_extract(one.value, '$[0]') AS due,
            json_extract(one.value, '$[1]') AS done
        FROM {table} AS talk, json_each(talk.follow_ups) AS one
        WHERE talk.alive_until = '9999-12-31' AND talk.follow_ups <> '[]'
    """,
}


class Status:
    """How many things are due, how many days of this week are written, and whether words
    were begun and not given."""

    __slots__ = ("days_written", "due", "unfinished")

    def __init__(self, due: int, days_written: int, unfinished: bool) -> None:
        self.due = due
        self.days_written = days_written
        self.unfinished = unfinished


class _Columns:
    """A row that answers to the attribute names of the domain; its days are dates."""

    def __init__(self, names: tuple[str, ...], days: tuple[str | None, ...]) -> None:
        for name, day in zip(names, days, strict=True):
            setattr(self, name, date.fromisoformat(day) if day else None)


def status_on(connection: sqlite3.Connection, day: date, first_of_week: date) -> Status:
    """The status on `day`, in the week that began on `first_of_week`."""
    due = _count_due(connection, day, _open(connection, "talks"), _open(connection, "promises"))
    written, begun = connection.execute(
        "SELECT (SELECT count(DISTINCT day) FROM entries"
        " WHERE day BETWEEN ? AND ? AND removed_at IS NULL), EXISTS (SELECT 1 FROM drafts)",
        [first_of_week.isoformat(), day.isoformat()],
    ).fetchone()
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


def _open(connection: sqlite3.Connection, table: str) -> list[Any]:
    """The open talks or promises, with what `due_on` looks at."""
    days, lists = _DAYS[table], _LISTS[table]
    records: dict[str, Any] = {}
    filled: set[str] = set()
    for row in connection.execute(
        f"SELECT id, {', '.join(days + lists)} FROM {table}"
        " WHERE alive_until = '9999-12-31' AND removed_at IS NULL"
    ):
        record: Any = _Columns(days, row[1 : 1 + len(days)])
        record.id, record.moved, record.follow_ups = row["id"], [], []
        records[record.id] = record
        filled.update(name for name in lists if row[name] != "[]")
    # Looking into one kind of list costs as much as all the rows, and most are empty.
    for name in filled:
        for row in connection.execute(_IN_LISTS[name].format(table=table)):
            if row["id"] in records:
                item = _Columns(tuple(row.keys()[1:]), row[1:])
                getattr(records[row["id"]], name).append(item)
    return list(records.values())
