"""The weekly review: its page, its session, and the facts it shows.

A session of a review begins with a row that names its week, so that going on, on the same
day or a later one, looks back at the same week.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from collab.domain.entries import Entry, Kind
from collab.domain.periods import Period
from collab.domain.prompts import Prompt
from collab.domain.ratings import one_a_day
from collab.storage import entries, promises, sessions, talks
from collab.storage.histories import asked_up_to

if TYPE_CHECKING:
    from collab.domain.questions import Question
    from collab.domain.review import Facts
    from collab.storage.changes import Unit

KIND: Kind = "week"
_OF_WEEK = "week:"


def page_about(connection: sqlite3.Connection, week: Period) -> Entry | None:
    """The newest page that reviews `week`; None without one."""
    rows = connection.execute(
        "SELECT id FROM entries WHERE kind = 'week' AND removed_at IS NULL"
        " AND (week = ? OR week IS NULL AND day BETWEEN ? AND ?) ORDER BY day DESC LIMIT 1",
        [week.label, week.first.isoformat(), week.last.isoformat()],
    )
    found = entries.by_ids(connection, [row["id"] for row in rows])
    return found[0] if found else None


def week_begun_on(connection: sqlite3.Connection, day: date) -> str | None:
    """The week (such as "2024-W24") that the session of `day` is about; None without one."""
    keys = (one.key for one in sessions.stored(connection, day, KIND))
    return next((key.removeprefix(_OF_WEEK) for key in keys if key.startswith(_OF_WEEK)), None)


def asks_still(connection: sqlite3.Connection, day: date) -> bool:
    """Whether a review begun on `day` has a question that is open."""
    return any(one.state == "open" for one in sessions.stored(connection, day, KIND))


def begin(unit: Unit, day: date, week: str, questions: Iterable[Question]) -> None:
    """Store the questions of a review that starts or goes on.

    What was chosen that day for the review of another week, and left without a page, goes.
    """
    if week_begun_on(unit.db.conn, day) != week:
        for one in sessions.stored(unit.db.conn, day, KIND):
            unit.remove("session_questions", one.id)
        sessions.head(unit, day, KIND, _OF_WEEK + week)
    sessions.choose(unit, day, KIND, questions)


def facts_for(
    connection: sqlite3.Connection,
    week: Period,
    today: date,
    prompts: Iterable[Prompt],
    focus: Collection[str] = (),
) -> Facts:
    """What the review of `week` shows on `today`; `focus` are the ids of the focus themes."""
    from collab.domain.reports.words import moments_of
    from collab.domain.review import Facts

    written = entries.between(connection, week.first, min(week.last, today))
    rated = one_a_day((entry.day, rating) for entry in written for rating in entry.ratings)
    plans = connection.execute(
        'SELECT * FROM plans WHERE "for" > ? AND removed_at IS NULL ORDER BY "for", pk',
        [today.isoformat()],
    )
    since, line = _focus_chosen(connection, today)
    reviewed = _reviews_between(connection, since, today, week)
    since = since or min(reviewed, default=None)
    other = _changed_in_the_settings(connection, focus, since, today)
    return Facts(
        moments=moments_of(written),
        ratings=tuple((day, rating) for (day, _), rating in sorted(rated.items(), key=_first)),
        talks=talks.open_on(connection, today),
        promises=promises.open_on(connection, today),
        plans=tuple(map(entries.plan_from, plans)),
        asked=asked_up_to(connection, today, [one for one in prompts if one.moment == KIND]),
        reviews=len(reviewed),
        focus_since=other or since,
        focus_line=None if line and other and other > line[0] else line,
    )


def outside_views(connection: sqlite3.Connection, week: Period) -> int:
    """How many outside views stand on the pages of a week."""
    from collab.domain.reports.outside import outside_views_in

    written = entries.between(connection, week.first, week.last)
    return sum(len(tuple(outside_views_in(entry))) for entry in written)


def _first(rated: tuple[tuple[date, str], object]) -> date:
    return rated[0][0]


def _focus_chosen(
    connection: sqlite3.Connection, today: date
) -> tuple[date | None, tuple[date, str] | None]:
    """When the focus was last asked about, and what was written when it was chosen."""
    asked = connection.execute(
        "SELECT max(day) FROM session_questions WHERE key IN ('focus', 'stays') AND day < ?"
        " AND state <> 'open' AND removed_at IS NULL",
        [today.isoformat()],
    ).fetchone()[0]
    line = connection.execute(
        "SELECT e.day, a.text FROM answers AS a JOIN entries AS e ON e.id = a.entry"
        " WHERE a.prompt = 'F-01' AND a.text IS NOT NULL AND a.removed_at IS NULL AND e.day <= ?"
        " ORDER BY e.day DESC, a.pk DESC LIMIT 1",
        [today.isoformat()],
    ).fetchone()
    days = [day for day in (asked, line["day"] if line else None) if day]
    return (
        date.fromisoformat(max(days)) if days else None,
        (date.fromisoformat(line["day"]), line["text"]) if line else None,
    )


def _changed_in_the_settings(
    connection: sqlite3.Connection, focus: Collection[str], since: date | None, today: date
) -> date | None:
    """The first evening after `since` that looked at the themes of `focus`, if one between
    them did not; None without such a one.

    The settings keep no day, but each session keeps the ratings it asked for.
    """
    wanted = {f"rating:{theme}" for theme in focus}
    asked = connection.execute(
        "SELECT day, group_concat(key) AS keys FROM session_questions"
        " WHERE key LIKE 'rating:%' AND day > ? AND day <= ? AND removed_at IS NULL"
        " GROUP BY day ORDER BY day DESC",
        [(since or date.min).isoformat(), today.isoformat()],
    )
    first = today
    for row in asked:
        if not wanted <= set(row["keys"].split(",")):
            return first
        first = date.fromisoformat(row["day"])
    return None


def _reviews_between(
    connection: sqlite3.Connection, after: date | None, until: date, but: Period
) -> list[date]:
    """The first days of the other weeks reviewed after `after` and up to `until`."""
    rows = connection.execute(
        "SELECT day, week FROM entries WHERE kind = 'week' AND day > ? AND day <= ?"
        " AND removed_at IS NULL",
        [(after or date.min).isoformat(), until.isoformat()],
    )
    mondays = {_monday(date.fromisoformat(row["day"]), row["week"]) for row in rows}
    return sorted(mondays - {_monday(but.first + timedelta(days=3), but.label)})


def _monday(day: date, week: str | None) -> date:
    if week is None:
        return day - timedelta(days=day.weekday())
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
