"""Makes journals of any size within seconds, for measuring.

The rows are made by SQLite itself; each is shaped as the program would have written it,
except that fingerprints are blanks and nothing stands in the history.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from collab.storage.database import Journal

PAGES_A_DAY = 4

_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :pages)"
_FILL = (
    f"""
    INSERT INTO entries (id, fingerprint, day, kind, written_at, written_offset, text)
    {_NUMBERS}
    SELECT printf('e%07d', i), '', date(:last, '-' || (i / {PAGES_A_DAY}) || ' days'),
        CASE i % {PAGES_A_DAY} WHEN 0 THEN 'evening' WHEN 1 THEN 'morning' ELSE 'note' END,
        date(:last, '-' || (i / {PAGES_A_DAY}) || ' days') || 'T18:0' || (i % 4) || ':00+00:00',
        60, CASE WHEN i % {PAGES_A_DAY} > 1 THEN 'Page ' || i || ': @bo asked first' END
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
    "INSERT INTO mentions SELECT id, 'bo', day FROM entries WHERE kind = 'note'",
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
)


def make_journal(path: Path, pages: int, last: date, now: datetime) -> None:
    """A journal with so many pages, four a day, back from the day `last`.

    `now` is kept with the one person who is named.
    """
    with Journal(str(path)).write() as db:
        for statement in _FILL:
            db.execute(statement, {"pages": pages, "last": last.isoformat()})
        db.execute(
            "INSERT INTO people (id, fingerprint, name, names, circle, added)"
            """ VALUES ('bo', '', 'bo', '["bo"]', 1, ?)""",
            [now.date().isoformat()],
        )
