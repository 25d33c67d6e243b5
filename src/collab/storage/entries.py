"""Entries with their answers, ratings and plans, as rows: read whole, written piece by piece."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from collab.domain.entries import Answer, Entry, Kind, Plan
from collab.domain.ratings import Rating, Value
from collab.storage.instants import from_columns, to_columns
from collab.storage.lists import list_from, list_text

if TYPE_CHECKING:
    from collab.domain.answered import Answered
    from collab.storage.changes import Row

_DAYS_AT_ONCE = 30
_ANSWER = (
    *("id", "prompt", "theme", "question", "text", "if", "then", "deeper_question"),
    *("deeper_text", "starred", "outside", "talk", "step", "at", "at_offset"),
)
_RATING = (
    *("id", "theme", "value", "fit", "scale_version", "late", "deeper_question"),
    *("deeper_text", "rated_at", "rated_offset"),
)
_PLAN = ("id", "prompt", "question", "if", "then", "for", "outcome", "outcome_at", "outcome_offset")
_BEFORE_ALL = datetime.min.replace(tzinfo=timezone(timedelta(hours=23, minutes=59)))
"""Earlier than any instant that can be kept."""


def between(connection: sqlite3.Connection, first: date, last: date) -> tuple[Entry, ...]:
    """Every entry whose day lies from `first` to `last`, in the order of a journal."""
    return _read(connection, "e.day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()])


def ratings_between(
    connection: sqlite3.Connection, first: date, last: date
) -> tuple[tuple[date, Rating], ...]:
    """Every rating from `first` to `last` with the day of its page, in the order of a journal.

    For a long span this is far less than its pages.
    """
    rows = connection.execute(
        f"SELECT e.day, {_of('part', _RATING)}"
        " FROM entries AS e JOIN ratings AS part ON part.entry = e.id"
        " WHERE e.day BETWEEN ? AND ? AND e.removed_at IS NULL AND part.removed_at IS NULL"
        " ORDER BY e.day, e.written_at, e.id, part.position, part.pk",
        [first.isoformat(), last.isoformat()],
    )
    return tuple((date.fromisoformat(day), _rating(values)) for day, *values in rows)


def by_ids(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Entry, ...]:
    """The living entries with these ids, in the order of a journal."""
    return _read(connection, f"e.id IN ({', '.join('?' * len(ids))})", list(ids))


def day_of(connection: sqlite3.Connection, entry: str) -> date | None:
    """The day of the living entry with this id; None if there is none."""
    found = connection.execute(
        "SELECT day FROM entries WHERE id = ? AND removed_at IS NULL", [entry]
    ).fetchone()
    return date.fromisoformat(found["day"]) if found else None


def removed_by_ids(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Entry, ...]:
    """The removed entries with these ids, with the parts that went with each."""
    return _read(connection, f"e.id IN ({', '.join('?' * len(ids))})", list(ids), removed=True)


def reviews_beside(
    connection: sqlite3.Connection, week: str, last_week: str, first: date, last: date
) -> tuple[Entry, ...]:
    """The reviews of a week (such as "2024-W24") up to a last one, written on other days than
    those from `first` to `last`."""
    return _read(
        connection,
        "e.week BETWEEN ? AND ? AND NOT +e.day BETWEEN ? AND ?",
        [week, last_week, first.isoformat(), last.isoformat()],
    )


def answers_about(connection: sqlite3.Connection, talk: str) -> tuple[tuple[date, Answer], ...]:
    """Every answer about a talk with the day of its page, in the order they were given."""
    rows = connection.execute(
        f"SELECT e.day, {_of('answers', _ANSWER)}"
        " FROM answers JOIN entries AS e ON e.id = answers.entry"
        " WHERE answers.talk = ? AND answers.removed_at IS NULL AND e.removed_at IS NULL"
        " ORDER BY e.day, answers.at, answers.position, answers.pk",
        [talk],
    )
    return tuple((date.fromisoformat(day), _answer(values)) for day, *values in rows)


def answers_to(
    connection: sqlite3.Connection, prompts: Sequence[str], first: date, last: date
) -> tuple[Answered, ...]:
    """Every answer to these questions on the pages of days from `first` to `last`."""
    from collab.domain.answered import Answered

    # The days come first: a question may have been answered for years.
    rows = connection.execute(
        f"SELECT e.day, e.kind, e.light, e.written_at, e.written_offset, {_of('answers', _ANSWER)}"
        " FROM entries AS e CROSS JOIN answers ON answers.entry = e.id"
        f" AND answers.prompt IN ({', '.join('?' * len(prompts))})"
        " WHERE e.day BETWEEN ? AND ? AND e.removed_at IS NULL AND answers.removed_at IS NULL",
        [*prompts, first.isoformat(), last.isoformat()],
    )
    return tuple(
        Answered(
            day=date.fromisoformat(day),
            kind=kind,
            light=bool(light),
            written_at=from_columns(written_at, offset),
            answer=_answer(values),
        )
        for day, kind, light, written_at, offset, *values in rows
    )


def in_portions(
    connection: sqlite3.Connection, first: date | None = None, last: date | None = None
) -> Iterator[Entry]:
    """Every entry of the period in order, read a few days at a time to keep memory small."""
    begun, end = first or date.min, (last or date.max).isoformat()
    days = _written_from(connection, begun.isoformat(), end)
    while days:
        yield from between(connection, date.fromisoformat(days[0]), date.fromisoformat(days[-1]))
        days = _written_from(connection, days[-1] + "~", end)


def _written_from(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """The next days from `first` on that have a page; "~" after a day means after it."""
    rows = connection.execute(
        "SELECT DISTINCT day FROM entries WHERE day >= ? AND day <= ? AND removed_at IS NULL"
        " ORDER BY day LIMIT ?",
        [first, last, _DAYS_AT_ONCE],
    )
    return [row["day"] for row in rows]


def _read(
    connection: sqlite3.Connection, which: str, values: list[Any], *, removed: bool = False
) -> tuple[Entry, ...]:
    """The entries `e` for which `which` holds, living or removed, with all that is on them."""
    pages = f"WHERE {which} AND e.removed_at IS {'NOT ' if removed else ''}NULL"
    with_it = "= e.removed_at" if removed else "IS NULL"
    parts: dict[str, defaultdict[str, list[sqlite3.Row]]] = {}
    for table, columns, order in (
        ("answers", _ANSWER, "position"),
        ("ratings", _RATING, "position"),
        ("plans", _PLAN, "pk"),
    ):
        parts[table] = defaultdict(list)
        for row in connection.execute(
            f"SELECT {_of('part', columns)}, part.entry"
            f" FROM entries AS e JOIN {table} AS part ON part.entry = e.id {pages}"
            f" AND part.removed_at {with_it} ORDER BY part.{order}, part.pk",
            values,
        ):
            parts[table][row["entry"]].append(row)
    rows = connection.execute(f"SELECT e.* FROM entries AS e {pages}", values).fetchall()
    return tuple(
        sorted(
            (
                _entry(
                    row,
                    parts["answers"][row["id"]],
                    parts["ratings"][row["id"]],
                    parts["plans"][row["id"]],
                )
                for row in rows
            ),
            key=in_order,
        )
    )


def in_order(entry: Entry) -> tuple[date, datetime, str]:
    """The order of a journal: by day, then instant (absent first), then id."""
    return entry.day, entry.written_at or _BEFORE_ALL, entry.id


def _entry(
    row: sqlite3.Row,
    answers: list[sqlite3.Row],
    ratings: list[sqlite3.Row],
    plans: list[sqlite3.Row],
) -> Entry:
    return Entry(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        kind=row["kind"],
        written_at=from_columns(row["written_at"], row["written_offset"]),
        light=bool(row["light"]),
        starred=bool(row["starred"]),
        tags=tuple(list_from(row["tags"])),
        people=tuple(list_from(row["people"])),
        week=row["week"],
        outside=row["outside"],
        imported_from=row["imported_from"],
        text=row["text"],
        answers=tuple(_answer(answer[:-1]) for answer in answers),
        ratings=tuple(_rating(rating[:-1]) for rating in ratings),
        plan=plan_from(plans[0]) if plans else None,
    )


def _of(table: str, columns: Sequence[str]) -> str:
    return ", ".join(f'{table}."{column}"' for column in columns)


def _answer(values: Sequence[Any]) -> Answer:
    # An `sqlite3.Row` looks through all its columns each time it is asked for one.
    row = dict(zip(_ANSWER, values, strict=True))
    return Answer(
        id=row["id"],
        prompt=row["prompt"],
        theme=row["theme"],
        question=row["question"],
        text=row["text"],
        if_=row["if"],
        then=row["then"],
        deeper_question=row["deeper_question"],
        deeper_text=row["deeper_text"],
        starred=bool(row["starred"]),
        outside=row["outside"],
        talk=row["talk"],
        step=row["step"],
        at=from_columns(row["at"], row["at_offset"]),
    )


def _rating(values: Sequence[Any]) -> Rating:
    row = dict(zip(_RATING, values, strict=True))
    value: Value = "W" if row["value"] == "W" else int(row["value"])  # type: ignore[assignment]
    return Rating(
        id=row["id"],
        theme=row["theme"],
        value=value,
        fit=row["fit"],
        scale_version=row["scale_version"],
        late=bool(row["late"]),
        deeper_question=row["deeper_question"],
        deeper_text=row["deeper_text"],
        rated_at=from_columns(row["rated_at"], row["rated_offset"]),
    )


def plan_from(row: Row | sqlite3.Row) -> Plan:
    """The plan that stands in a row."""
    return Plan(
        id=row["id"],
        prompt=row["prompt"],
        question=row["question"],
        if_=row["if"],
        then=row["then"],
        for_=date.fromisoformat(row["for"]),
        outcome=row["outcome"],
        outcome_at=from_columns(row["outcome_at"], row["outcome_offset"]),
    )


def entry_row(entry: Entry) -> dict[str, Any]:
    at, offset = to_columns(entry.written_at)
    return {
        "id": entry.id,
        "day": entry.day.isoformat(),
        "kind": entry.kind,
        "written_at": at,
        "written_offset": offset,
        "light": int(entry.light),
        "starred": int(entry.starred),
        "tags": list_text(entry.tags),
        "people": list_text(entry.people),
        "week": entry.week,
        "outside": entry.outside,
        "imported_from": entry.imported_from,
        "text": entry.text,
    }


def page_on(connection: sqlite3.Connection, day: date, kind: Kind) -> Entry | None:
    """The one page of this day and kind; not for notes, of which there may be many."""
    return next((entry for entry in between(connection, day, day) if entry.kind == kind), None)


def is_light(connection: sqlite3.Connection, day: date) -> bool:
    """Whether the evening of `day` is a light one."""
    found = connection.execute(
        "SELECT 1 FROM entries WHERE day = ? AND kind = 'evening' AND light AND removed_at IS NULL",
        [day.isoformat()],
    )
    return found.fetchone() is not None


def answer_row(answer: Answer) -> dict[str, Any]:
    at, offset = to_columns(answer.at)
    return {
        "id": answer.id,
        "prompt": answer.prompt,
        "theme": answer.theme,
        "question": answer.question,
        "text": answer.text,
        "if": answer.if_,
        "then": answer.then,
        "deeper_question": answer.deeper_question,
        "deeper_text": answer.deeper_text,
        "starred": int(answer.starred),
        "outside": answer.outside,
        "talk": answer.talk,
        "step": answer.step,
        "at": at,
        "at_offset": offset,
    }


def rating_row(rating: Rating) -> dict[str, Any]:
    at, offset = to_columns(rating.rated_at)
    return {
        "id": rating.id,
        "theme": rating.theme,
        "value": str(rating.value),
        "fit": rating.fit,
        "scale_version": rating.scale_version,
        "late": int(rating.late),
        "deeper_question": rating.deeper_question,
        "deeper_text": rating.deeper_text,
        "rated_at": at,
        "rated_offset": offset,
    }


def plan_row(plan: Plan) -> dict[str, Any]:
    at, offset = to_columns(plan.outcome_at)
    return {
        "id": plan.id,
        "prompt": plan.prompt,
        "question": plan.question,
        "if": plan.if_,
        "then": plan.then,
        "for": plan.for_.isoformat(),
        "outcome": plan.outcome,
        "outcome_at": at,
        "outcome_offset": offset,
    }
