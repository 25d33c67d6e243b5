"""Writing onto a page: each function keeps one thing, and saving it twice changes it only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from collab.domain.entries import Answer, Entry, Kind, Outcome, Plan
from collab.domain.periods import spoken_long
from collab.domain.ratings import Rating
from collab.domain.texts import one_line
from collab.errors import PageInTheWay
from collab.storage.changes import Unit
from collab.storage.entries import answer_row, entry_row, plan_from, plan_row, rating_row
from collab.storage.instants import to_columns

PARTS = ("answers", "ratings", "plans")


def page_of(unit: Unit, day: date, kind: Kind, **own: Any) -> str:
    """The id of the page of this day and kind, begun now if there is none yet.

    A note is a page of its own each time. `own` are further fields of a page that is
    begun, such as `week`.
    """
    present = _page_there(unit, day.isoformat(), kind)
    if present is not None:
        return present
    return add_entry(unit, Entry(id=unit.new_id(), day=day, kind=kind, written_at=unit.now, **own))


def add_entry(unit: Unit, entry: Entry) -> str:
    """Keep a whole new entry with everything on it; its id."""
    unit.insert("entries", entry_row(entry))
    for answer in entry.answers:
        put_answer(unit, entry.id, answer)
    for rating in entry.ratings:
        add_rating(unit, entry.id, rating)
    if entry.plan:
        put_plan(unit, entry.id, entry.plan)
    return entry.id


def put_answer(unit: Unit, entry: str, answer: Answer) -> str:
    """Keep an answer; the one to the same question about the same talk is changed. Its id.

    A talk that was taken back meanwhile comes back with it.
    """
    _bring_back_talk(unit, answer.talk)
    present = answer_to(unit, entry, answer.prompt, answer.talk)
    if present is None:
        return _add(unit, "answers", entry, answer_row(answer))
    unit.update("answers", present, answer_row(replace(answer, id=present)), entry)
    return present


def answer_to(unit: Unit, entry: str, prompt: str | None, talk: str | None = None) -> str | None:
    """The id of a page's answer to a prompt about a talk; None without one, or a prompt."""
    found = unit.db.execute(
        "SELECT id FROM answers WHERE entry = ? AND prompt = ? AND talk IS ?"
        " AND removed_at IS NULL",
        [entry, prompt, talk],
    ).fetchone()
    return str(found["id"]) if found else None


def put_rating(unit: Unit, entry: str, rating: Rating) -> str:
    """Keep a rating; the one of the same theme on this page is changed. Its id.

    One that does not say when it was given was given now.
    """
    rating = replace(rating, rated_at=rating.rated_at or unit.now)
    present = rating_of(unit, entry, rating.theme)
    if present is None:
        return add_rating(unit, entry, rating)
    unit.update("ratings", present, rating_row(replace(rating, id=present)), entry)
    return present


def rating_of(unit: Unit, entry: str, theme: str) -> str | None:
    """The id of the newest rating of a theme on a page; None without one."""
    found = unit.db.execute(
        "SELECT id FROM ratings WHERE entry = ? AND theme = ? AND removed_at IS NULL"
        " ORDER BY position DESC LIMIT 1",
        [entry, theme],
    ).fetchone()
    return str(found["id"]) if found else None


def add_rating(unit: Unit, entry: str, rating: Rating) -> str:
    """Keep one more rating on a page, given now unless it says when. Its id."""
    rating = replace(rating, rated_at=rating.rated_at or unit.now)
    return _add(unit, "ratings", entry, rating_row(rating))


def put_plan(unit: Unit, entry: str, plan: Plan) -> str:
    """Keep the plan of a page; the present one is changed. Its id."""
    present = plan_of(unit, entry)
    if present is not None:
        unit.update("plans", present, plan_row(replace(plan, id=present)), entry)
        return present
    unit.insert("plans", {**plan_row(plan), "entry": entry}, entry)
    return plan.id


def plan_of(unit: Unit, entry: str) -> str | None:
    """The id of the plan of a page; None without one."""
    found = unit.db.execute(
        "SELECT id FROM plans WHERE entry = ? AND removed_at IS NULL", [entry]
    ).fetchone()
    return str(found["id"]) if found else None


def set_outcome(unit: Unit, plan: str, outcome: Outcome | None, at: datetime | None) -> None:
    """Say what became of a plan; None takes it back."""
    utc, offset = to_columns(at)
    values = {"outcome": outcome, "outcome_at": utc, "outcome_offset": offset}
    unit.update("plans", plan, values, unit.row("plans", plan)["entry"])


def look_back(unit: Unit, for_: date, outcome: Outcome, sentence: str = "") -> bool:
    """Say what became of the plan for a day that reads as `sentence`, or of every one if none
    does, on whatever page; whether that was new."""
    rows = unit.db.query('SELECT * FROM plans WHERE "for" = ? AND removed_at IS NULL', [f"{for_}"])
    plans = [plan_from(row) for row in rows]
    meant = [plan for plan in plans if one_line(plan.sentence()) == sentence] or plans
    changed = [plan for plan in meant if plan.outcome != outcome]
    for plan in changed:
        set_outcome(unit, plan.id, outcome, unit.now)
    return bool(changed)


def remove_part(unit: Unit, table: str, record: str) -> None:
    """Put an answer, a rating or a plan out of sight; an empty page goes with it."""
    entry = unit.row(table, record)["entry"]
    unit.remove(table, record, entry)
    if not unit.row("entries", entry)["text"] and not _living_parts(unit, entry):
        unit.remove("entries", entry)


def remove_entry(unit: Unit, entry: str) -> None:
    """Put a page out of sight with everything on it. Nothing is destroyed."""
    for table, record in _living_parts(unit, entry):
        unit.remove(table, record, entry)
    unit.remove("entries", entry)


def restore_entry(unit: Unit, entry: str) -> None:
    """Bring a removed page back with what was removed along with it, and the talks that its
    answers are about.

    Raises `PageInTheWay` if its day has another page of its kind by now.
    """
    row = unit.row("entries", entry)
    if row["removed_at"] is None:
        return
    if _page_there(unit, row["day"], row["kind"]) is not None:
        raise PageInTheWay(spoken_long(date.fromisoformat(row["day"])), row["kind"])
    for table, part in _removed_with(unit, entry):
        unit.revive(table, part, entry)
        if table == "answers":
            _bring_back_talk(unit, unit.row(table, part)["talk"])
    unit.revive("entries", entry)


def star(unit: Unit, table: str, record: str, starred: bool) -> None:
    """Star an answer or an entry, or take its star away."""
    entry = unit.row(table, record)["entry"] if table == "answers" else record
    unit.update(table, record, {"starred": int(starred)}, entry)


def _bring_back_talk(unit: Unit, talk: str | None) -> None:
    # Without its talk an answer could be exported, and never be imported again.
    row = unit.find("talks", talk) if talk else None
    if row and row["removed_at"] is not None:
        unit.revive("talks", row["id"])


def _page_there(unit: Unit, day: str, kind: Kind) -> str | None:
    """The one page of a day and kind; notes may be many, and none of them is the one."""
    if kind == "note":
        return None
    row = unit.db.execute(
        "SELECT id FROM entries WHERE day = ? AND kind = ? AND removed_at IS NULL", [day, kind]
    ).fetchone()
    return row["id"] if row else None


def _removed_with(unit: Unit, entry: str) -> list[tuple[str, str]]:
    """The parts that were put out of sight in one go with their page."""
    rows = unit.db.execute(
        'SELECT DISTINCT "table", record FROM changes WHERE entry = :entry AND record <> :entry'
        " AND unit = (SELECT unit FROM changes WHERE entry = :entry AND record = :entry"
        " ORDER BY pk DESC LIMIT 1)",
        {"entry": entry},
    )
    return [
        (table, record)
        for table, record in rows.fetchall()
        if unit.row(table, record)["removed_at"] is not None
    ]


def has_parts(unit: Unit, entry: str) -> bool:
    """Whether an answer, a rating or a plan stands on a page."""
    return bool(_living_parts(unit, entry))


def _living_parts(unit: Unit, entry: str) -> list[tuple[str, str]]:
    return [
        (table, row["id"])
        for table in PARTS
        for row in unit.db.query(
            f"SELECT id FROM {table} WHERE entry = ? AND removed_at IS NULL", [entry]
        )
    ]


def _add(unit: Unit, table: str, entry: str, row: dict[str, Any]) -> str:
    (last,) = unit.db.execute(
        f"SELECT coalesce(max(position), 0) FROM {table} WHERE entry = ?", [entry]
    ).fetchone()
    unit.insert(table, {**row, "entry": entry, "position": last + 1}, entry)
    return str(row["id"])
