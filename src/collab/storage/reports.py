"""Reads what a report is made from; the cost is that of the period, not of the journal."""

from __future__ import annotations

import sqlite3
from datetime import date

from collab.domain.periods import Period
from collab.domain.reports.records import Records
from collab.storage import entries, people, promises, talks
from collab.storage.entries import plan_from

_EIGHT_WEEKS, _BASELINE = 8 * 7, 28
"""Days: what the small pictures of a theme show, and what a week is compared with."""


def records_for(
    connection: sqlite3.Connection,
    period: Period,
    today: date,
    language: str,
    week_starts_on: int,
    in_place_of: str | None = None,
) -> Records:
    """The records of `period` and its baseline as they were on its as-of day."""
    as_of = min(period.last, today)
    read_from = min(_back(period.last, _EIGHT_WEEKS - 1), _back(period.first, _BASELINE))
    known = people.everyone(connection)
    return Records(
        period=period,
        today=today,
        entries=(
            *entries.between(connection, read_from, as_of),
            *(
                page
                for page in entries.reviews_after(connection, period.label, as_of)
                if page.kind == "week"
            ),
        ),
        plans=tuple(
            plan_from(row)
            for row in connection.execute(
                'SELECT * FROM plans WHERE "for" BETWEEN ? AND ? AND removed_at IS NULL'
                ' ORDER BY "for", pk',
                [period.first.isoformat(), period.last.isoformat()],
            )
        ),
        talks=talks.alive_since(connection, period.first),
        promises=promises.alive_since(connection, period.first),
        people=known,
        any_talk=talks.any_added(connection, as_of),
        expected_and_was=talks.expected_and_was(connection, as_of),
        last_named=people.last_named(
            connection, tuple(person for person in known if person.circle), as_of
        ),
        language=language,
        in_place_of=in_place_of,
        last_page=last_page(connection, period.first),
        week_starts_on=week_starts_on,
    )


def _back(day: date, count: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - count))


def last_page(connection: sqlite3.Connection, before: date) -> date | None:
    """The last written day before `before`."""
    (day,) = connection.execute(
        "SELECT max(day) FROM entries WHERE day < ? AND removed_at IS NULL", [before.isoformat()]
    ).fetchone()
    return date.fromisoformat(day) if day else None


def is_written(connection: sqlite3.Connection, first: date, last: date) -> bool:
    """Whether a day from `first` to `last` has a page."""
    found = connection.execute(
        "SELECT 1 FROM entries WHERE day BETWEEN ? AND ? AND removed_at IS NULL LIMIT 1",
        [first.isoformat(), last.isoformat()],
    )
    return found.fetchone() is not None
