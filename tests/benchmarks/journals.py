"""Makes journals of any size within seconds, for measuring.

The rows are made by SQLite itself; each is shaped as the program would have written it,
except that fingerprints are blanks and nothing stands in the history.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from collab.storage.database import Journal

PAGES_A_DAY = 4


class Around(NamedTuple):
    """How many people are named, talks were planned and promises made in a journal.

    All promises but the last ten were kept and all talks but the last four closed.
    """

    people: int = 1
    talks: int = 0
    promises: int = 0


TEN_YEARS = Around(people=200, talks=300, promises=3000)
"""A promise on most working days, and a talk and more than one new name a month."""


def _numbers(count: str) -> str:
    return (
        "WITH RECURSIVE n (i) AS"
        f" (SELECT 0 WHERE {count} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})"
    )


_NUMBERS = _numbers(":pages")
_NAME = "CASE {0} % :people WHEN 0 THEN 'bo' ELSE 'p' || ({0} % :people) END"
_NOTE = f"({{0}} / {PAGES_A_DAY} * 2 + {{0}} % 2)"
"""Of the pages of a day the last two are notes; so many notes come before this one."""

_FILL = (
    f"""
    INSERT INTO entries (id, fingerprint, day, kind, written_at, written_offset, text)
    {_NUMBERS}
    SELECT printf('e%07d', i), '', date(:last, '-' || (i / {PAGES_A_DAY}) || ' days'),
        CASE i % {PAGES_A_DAY} WHEN 0 THEN 'evening' WHEN 1 THEN 'morning' ELSE 'note' END,
        date(:last, '-' || (i / {PAGES_A_DAY}) || ' days') || 'T18:0' || (i % 4) || ':00+00:00',
        60, CASE WHEN i % {PAGES_A_DAY} > 1
            THEN 'Page ' || i || ': @' || {_NAME.format("(i / 2)")} || ' asked first' END
    FROM n
    """,
    """
    INSERT INTO answers (id, fingerprint, entry, position, prompt, theme, question, text)
    SELECT 'a' || id, '', id, 1, 'E-02', 'any', 'Which moment do you want to remember?',
        'Page ' || pk || ': Bo knew the supplier, and I nearly found out a week too late. #budget'
    FROM entries WHERE kind = 'evening'
    """,
    """
    INSERT INTO ratings (id, fingerprint, entry, position, theme, value, fit, rated_at,
        rated_offset)
    SELECT 'r' || id, '', id, 1, 'decide', 1 + pk % 5, 'well', written_at, 60
    FROM entries WHERE kind = 'evening'
    """,
    """
    INSERT INTO plans (id, fingerprint, entry, "if", "then", "for")
    SELECT 'p' || id, '', id, 'the list comes up', 'ask before I answer', day
    FROM entries WHERE kind = 'morning'
    """,
    f"""
    INSERT INTO mentions SELECT id, {_NAME.format(_NOTE.format("(pk - 1)"))}, day
    FROM entries WHERE kind = 'note'
    """,
    "INSERT INTO tags SELECT id, 'budget', 'budget', day FROM entries WHERE kind = 'evening'",
    """
    INSERT INTO search_places (pk, kind, record)
    SELECT CAST(julianday(e.day) - 1721424.5 AS INTEGER) << 24 | e.pk, 'entries', e.id
    FROM entries AS e
    """,
    """
    INSERT INTO search (rowid, text)
    SELECT p.pk, coalesce(e.text, a.text, l."if" || char(10) || l."then")
    FROM search_places AS p JOIN entries AS e ON e.id = p.record
    LEFT JOIN answers AS a ON a.entry = e.id LEFT JOIN plans AS l ON l.entry = e.id
    ORDER BY p.pk
    """,
    f"""
    INSERT INTO people (id, fingerprint, name, names, role, circle, added)
    {_numbers(":people")}
    SELECT name, '', name, json_array(name), CASE WHEN i THEN 'peer' END, i < 5, :added
    FROM (SELECT i, {_NAME.format("i")} AS name FROM n)
    """,
    f"""
    INSERT INTO promises (id, fingerprint, side, who, what, made, due, done, alive_until)
    {_numbers(":promises")}
    SELECT printf('m%07d', i), '', iif(i % 2, 'mine', 'theirs'), {_NAME.format("i")},
        'the list of suppliers, read and sorted', made, date(made, '+7 days'), done,
        coalesce(done, '9999-12-31')
    FROM (SELECT i, made, CASE WHEN i >= 10 THEN date(made, '+6 days') END AS done
        FROM (SELECT i, date(:last, -(i * 6 / 5) || ' days') AS made FROM n))
    """,
    f"""
    INSERT INTO talks (id, fingerprint, who, about, added, date, held, debriefed, follow_ups,
        closed, expected, was, alive_until)
    {_numbers(":talks")}
    SELECT printf('t%07d', i), '', {_NAME.format("i")}, 'the late lists', date(day, '-9 days'),
        day, iif(i, day, NULL), iif(i, day, NULL),
        iif(i, json_array(json_array(date(day, '+14 days'), iif(i > 3, closed, NULL))), '[]'),
        iif(i > 3, closed, NULL), 4, iif(i, 2, NULL), iif(i > 3, closed, '9999-12-31')
    FROM (SELECT i, day, date(day, '+14 days') AS closed
        FROM (SELECT i, date(:last, -(i * 12) || ' days') AS day FROM n))
    """,
    f"""
    INSERT INTO answers (id, fingerprint, entry, position, prompt, theme, question, text, talk,
        step)
    SELECT 'a' || t.id || p.column1, '', e.id, 2, p.column1, 'difficult', 'Which facts?',
        'The list came late three times, and twice nobody said so before I asked.', t.id,
        p.column2
    FROM talks AS t JOIN entries AS e
        ON e.pk = 1 + (t.pk - 1) * 12 * {PAGES_A_DAY} % :pages JOIN
        (VALUES ('D-01', 'prepare'), ('D-03', 'prepare'), ('D-06', 'prepare'),
            ('D-07', 'prepare'), ('D-18', 'debrief'), ('D-20', 'debrief')) AS p
    """,
)


def make_journal(
    path: Path, pages: int, last: date, now: datetime, around: Around | None = None
) -> None:
    """A journal with so many pages, four a day, back from the day `last`.

    `now` is kept with the people who are named; without `around` that is one, "bo".
    """
    values = {"pages": pages, "last": last.isoformat(), "added": now.date().isoformat()}
    values |= (around or Around())._asdict()
    with Journal(str(path)).write() as db:
        for statement in _FILL:
            db.execute(statement, values)
