"""Reads what a report is made from; the cost is that of the period, not of the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from collab.domain.answered import Answered
from collab.domain.entries import Entry, Plan
from collab.domain.periods import Period, label_of_week
from collab.domain.reports.records import Records
from collab.domain.reports.then_and_now import FARTHEST, NEAREST, answered_on
from collab.storage import entries, people, promises, talks
from collab.storage.entries import plan_from

_WEEK, _EIGHT_WEEKS, _BASELINE = 7, 8 * 7, 28
"""Days: what the small pictures of a theme show, and what a week is compared with."""


def records_for(
    connection: sqlite3.Connection,
    period: Period,
    today: date,
    language: str,
    week_starts_on: int,
    in_place_of: str | None = None,
) -> Records:
    """The records of `period` and its baseline as they were on its as-of day.

    Whole pages are read of the period alone; of the weeks before it the ratings do, unless
    words are compared.
    """
    as_of = min(period.last, today)
    pages = entries.between(connection, _read_from(period, language), as_of)
    known = people.everyone(connection)
    return Records(
        period=period,
        today=today,
        entries=(
            *pages,
            *_other_reviews(connection, period, as_of, week_starts_on),
        ),
        ratings=entries.ratings_between(connection, _rated_from(period), as_of),
        earlier_answers=_earlier_answers(connection, period, as_of, pages),
        plans=_plans_for(connection, period),
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


def _read_from(period: Period, language: str) -> date:
    """The first day whose pages are read whole."""
    compares_words = period.kind == "week" and language == "en"
    return _back(period.first, _BASELINE) if compares_words else period.first


def _rated_from(period: Period) -> date:
    """The first day whose ratings say something of the period or of a week of it."""
    if period.kind == "week":
        return min(_back(period.last, _EIGHT_WEEKS - 1), _back(period.first, _BASELINE))
    return _back(period.first, _EIGHT_WEEKS + _WEEK - 1)


def _earlier_answers(
    connection: sqlite3.Connection, period: Period, as_of: date, pages: Iterable[Entry]
) -> tuple[Answered, ...]:
    """What was said before the period to the questions of its answers, for then and now."""
    now = answered_on(page for page in pages if page.day >= period.first)
    prompts = sorted({one.answer.prompt for one in now if one.answer.prompt})
    last = min(_back(as_of, NEAREST), _back(period.first, 1))
    return entries.answers_to(connection, prompts, _back(period.first, FARTHEST), last)


def _other_reviews(
    connection: sqlite3.Connection, period: Period, as_of: date, week_starts_on: int
) -> tuple[Entry, ...]:
    """The reviews of its weeks that were written after the period, or before it."""
    first, last = (label_of_week(day, week_starts_on) for day in (period.first, period.last))
    found = entries.reviews_beside(connection, first, last, period.first, as_of)
    return tuple(page for page in found if page.kind == "week")


def _plans_for(connection: sqlite3.Connection, period: Period) -> tuple[Plan, ...]:
    rows = connection.execute(
        'SELECT * FROM plans WHERE "for" BETWEEN ? AND ? AND removed_at IS NULL ORDER BY "for", pk',
        [period.first.isoformat(), period.last.isoformat()],
    )
    return tuple(map(plan_from, rows))


def _back(day: date, count: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - count))


def last_page(connection: sqlite3.Connection, before: date) -> date | None:
    """The last written day before `before`."""
    (day,) = connection.execute(
        "SELECT max(day) FROM entries WHERE day < ? AND removed_at IS NULL", [before.isoformat()]
    ).fetchone()
    return date.fromisoformat(day) if day else None


def first_page(connection: sqlite3.Connection) -> date | None:
    """The first written day of all."""
    (day,) = connection.execute("SELECT min(day) FROM entries WHERE removed_at IS NULL").fetchone()
    return date.fromisoformat(day) if day else None


def is_written(connection: sqlite3.Connection, first: date, last: date) -> bool:
    """Whether a day from `first` to `last` has a page."""
    found = connection.execute(
        "SELECT 1 FROM entries WHERE day BETWEEN ? AND ? AND removed_at IS NULL LIMIT 1",
        [first.isoformat(), last.isoformat()],
    )
    return found.fetchone() is not None
