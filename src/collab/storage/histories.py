"""Reads what a session must know of the days before it: the domain's `History`.

Questions count as asked whether a session asked them or a page or an import brought
their answers, so that a journal from elsewhere is no blank.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from collab.domain.due import NAMED, Due, due_on
from collab.domain.entries import Plan
from collab.domain.history import OFTEN_ENOUGH, ROUND, History, Talks, Wanted
from collab.domain.prompts import Prompt
from collab.storage import promises, talks
from collab.storage.days import day_from
from collab.storage.entries import plan_from
from collab.storage.raised_talks import raised

_MOMENTS = ("morning", "outcome", "evening", "light", "tomorrow")
_FORTNIGHT = timedelta(days=14)
_RATINGS_LOOKED_AT = timedelta(days=400)
_LIVING = "removed_at IS NULL"
_WANTED = ("I-39", "W-3")


def history_on(connection: sqlite3.Connection, day: date, prompts: Sequence[Prompt]) -> History:
    """What the journal holds for the session of `day`."""
    reader = _Reader(connection, day)
    return History(
        evenings=reader.count_evenings(),
        first_page=reader.first_page(),
        last_page=reader.last_page(),
        recent_pages=reader.recent("1"),
        light_evenings=reader.recent("kind = 'evening' AND light"),
        asked=reader.asked_of(prompt for prompt in prompts if prompt.moment in _MOMENTS),
        rotation=reader.rotation({p.id: p.theme for p in prompts if p.moment == "evening"}),
        rated=reader.rated({prompt.theme for prompt in prompts if prompt.moment == "rating"}),
        plans=reader.plans(),
        due=reader.due(),
        outside_view=reader.outside_view(),
        wanted=reader.wanted(),
        reviewed=reader.holds("kind = 'week'"),
        morning_answered=reader.holds(
            "kind = 'morning' AND EXISTS (SELECT 1 FROM answers WHERE entry = entries.id"
            f" AND talk IS NULL AND {_LIVING})"
        ),
        set_up_offered=reader.offered(("focus", "cue")),
        talks=reader.talks(),
    )


def asked_up_to(
    connection: sqlite3.Connection, day: date, prompts: Iterable[Prompt]
) -> dict[str, tuple[date, ...]]:
    """For each of `prompts` that was asked up to `day` the newest days, the newest first."""
    return _Reader(connection, day).asked_of(prompts)


def pages_before(connection: sqlite3.Connection, day: date) -> Iterator[date]:
    """The days before `day` that have a page, the newest first."""
    rows = connection.execute(
        f"SELECT DISTINCT day FROM entries WHERE day < ? AND {_LIVING} ORDER BY day DESC",
        [day.isoformat()],
    )
    return (date.fromisoformat(row["day"]) for row in rows)


class _Reader:
    def __init__(self, connection: sqlite3.Connection, day: date) -> None:
        self._connection = connection
        self._day = day
        self._names = {
            "day": day.isoformat(),
            "fortnight": _before(day, _FORTNIGHT).isoformat(),
            "year": _before(day, _RATINGS_LOOKED_AT).isoformat(),
        }

    def _rows(self, query: str, **names: object) -> list[sqlite3.Row]:
        return self._connection.execute(query, {**self._names, **names}).fetchall()

    def count_evenings(self) -> int:
        return len(
            self._rows(
                "SELECT 1 FROM entries WHERE kind = 'evening' AND NOT light AND day < :day"
                f" AND {_LIVING} LIMIT 3"
            )
        )

    def first_page(self) -> date | None:
        oldest = self._rows(f"SELECT min(day) FROM entries WHERE day <= :day AND {_LIVING}")
        return day_from(oldest[0][0])

    def last_page(self) -> date | None:
        newest = self._rows(f"SELECT max(day) FROM entries WHERE day <= :day AND {_LIVING}")
        return day_from(newest[0][0])

    def recent(self, which: str) -> frozenset[date]:
        rows = self._rows(
            "SELECT DISTINCT day FROM entries WHERE day >= :fortnight AND day < :day"
            f" AND {_LIVING} AND {which}"
        )
        return frozenset(date.fromisoformat(row["day"]) for row in rows)

    def asked_of(self, prompts: Iterable[Prompt]) -> dict[str, tuple[date, ...]]:
        return {prompt.id: days for prompt in prompts if (days := self.asked(prompt.id))}

    def asked(self, prompt: str) -> tuple[date, ...]:
        rows = self._rows(
            "SELECT DISTINCT day FROM session_questions WHERE prompt = :prompt AND day <= :day"
            f" AND state <> 'open' AND key NOT LIKE 'asked:%' AND {_LIVING}"
            " UNION SELECT e.day FROM answers AS a JOIN entries AS e ON e.id = a.entry"
            " WHERE a.prompt = :prompt AND a.outside IS NULL AND e.day <= :day"
            f" AND a.{_LIVING}"
            " UNION SELECT e.day FROM entries AS e JOIN plans AS p ON p.entry = e.id"
            " WHERE e.day BETWEEN :fortnight AND :day AND p.prompt = :prompt"
            f" AND p.{_LIVING}"
            f" ORDER BY day DESC LIMIT {OFTEN_ENOUGH}",
            prompt=prompt,
        )
        return tuple(date.fromisoformat(row["day"]) for row in rows)

    def rotation(self, theme_of: dict[str, str]) -> tuple[str, ...]:
        """The themes of the open questions of the last evenings, the newest last."""
        rows = self._rows(
            "SELECT day, prompt FROM (SELECT day, prompt FROM session_questions"
            f" WHERE kind = 'evening' AND key LIKE 'open:%' AND state <> 'open' AND {_LIVING}"
            " AND day < :day AND day >= :year UNION SELECT e.day, a.prompt FROM entries AS e"
            " JOIN answers AS a ON a.entry = e.id WHERE e.kind = 'evening' AND e.day < :day"
            " AND e.day >= :year AND a.prompt IS NOT NULL AND a.outside IS NULL"
            f" AND a.{_LIVING}) ORDER BY day DESC"
        )
        themes = {
            row["day"]: theme_of[row["prompt"]]
            for row in rows
            if theme_of.get(row["prompt"], "any") != "any"
        }
        return tuple(themes[day] for day in sorted(themes)[-ROUND:])

    def rated(self, themes: Iterable[str]) -> dict[str, date]:
        """The newest day on which each theme's rating was asked."""
        found = {}
        for theme in themes:
            rows = self._rows(
                "SELECT max(day) FROM session_questions WHERE key = :key AND day <= :day"
                f" AND state <> 'open' AND {_LIVING}"
                " UNION ALL SELECT max(e.day) FROM entries AS e JOIN ratings AS r"
                " ON r.entry = e.id WHERE e.day BETWEEN :year AND :day AND r.theme = :theme"
                f" AND r.{_LIVING}",
                key=f"rating:{theme}",
                theme=theme,
            )
            days = [row[0] for row in rows if row[0]]
            if days:
                found[theme] = date.fromisoformat(max(days))
        return found

    def plans(self) -> tuple[Plan, ...]:
        rows = self._rows(
            "SELECT * FROM plans WHERE \"for\" >= date(:day, '-1 day')"
            f' AND {_LIVING} ORDER BY "for", pk'
        )
        return tuple(map(plan_from, rows))

    def due(self) -> tuple[Due, ...]:
        """The promises and talks that are due and were not asked about on this day."""
        asked = {
            row["key"]
            for row in self._rows(
                "SELECT key FROM session_questions WHERE day = :day AND state <> 'open'"
                f" AND {_LIVING}"
            )
        }
        found = due_on(
            self._day,
            talks.alive_since(self._connection, self._day),
            promises.alive_since(self._connection, self._day),
            kinds=NAMED,
            raised=raised(self._connection, self._day),
        )
        return tuple(one for one in found if f"{one.kind}:{one.record.id}" not in asked)

    def outside_view(self) -> date | None:
        rows = self._rows(
            "SELECT max(e.day) FROM answers AS a JOIN entries AS e ON e.id = a.entry"
            f" WHERE a.outside IS NOT NULL AND e.day <= :day AND a.{_LIVING}"
            " UNION ALL SELECT max(day) FROM entries"
            f" WHERE outside IS NOT NULL AND day <= :day AND {_LIVING}"
        )
        return day_from(max((row[0] for row in rows if row[0]), default=None))

    def wanted(self) -> Wanted | None:
        """Whom the writer wanted to ask, by the last evening page or review.

        Nobody, once the session of this day has asked about it.
        """
        if self._rows(
            "SELECT 1 FROM session_questions WHERE day = :day AND key LIKE 'asked:%'"
            f" AND state <> 'open' AND {_LIVING} LIMIT 1"
        ):
            return None
        pages = self._rows(
            "SELECT id, day FROM entries WHERE day < :day AND (kind = 'week' OR"
            f" kind = 'evening' AND NOT light) AND {_LIVING} ORDER BY day DESC, pk DESC LIMIT 2"
        )
        for page in pages:
            if page["day"] != pages[0]["day"]:
                break
            for row in self._rows(
                "SELECT prompt, text FROM answers WHERE entry = :entry AND outside IS NULL"
                f" AND text IS NOT NULL AND prompt IN {_WANTED} AND {_LIVING}",
                entry=page["id"],
            ):
                return Wanted(
                    prompt=row["prompt"], text=row["text"], day=date.fromisoformat(page["day"])
                )
        return None

    def talks(self) -> Talks:
        open_ = talks.open_on(self._connection, self._day)
        asked = {one.id: talks.asked_about(self._connection, one.id, self._day) for one in open_}
        return Talks(open=open_, asked=asked)

    def holds(self, which: str) -> bool:
        return bool(
            self._rows(f"SELECT 1 FROM entries WHERE day = :day AND {_LIVING} AND {which} LIMIT 1")
        )

    def offered(self, keys: tuple[str, ...]) -> frozenset[str]:
        rows = self._rows(
            f"SELECT DISTINCT key FROM session_questions WHERE key IN {keys} AND day < :day"
            f" AND {_LIVING}"
        )
        return frozenset(row["key"] for row in rows)


def _before(day: date, span: timedelta) -> date:
    return day - span if day - date.min >= span else date.min
