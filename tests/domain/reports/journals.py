"""Journals as JSON for tests, and the records a report of them is made from."""

from __future__ import annotations

import json
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from collab.domain.answered import Answered
from collab.domain.entries import Answer, Entry, Plan
from collab.domain.people import Directory, Person, mentions_in
from collab.domain.periods import Period, week_of
from collab.domain.promises import Promise, PromiseMove
from collab.domain.ratings import Rating
from collab.domain.reports.make import report_on
from collab.domain.reports.records import Records
from collab.domain.reports.report import Report, Says
from collab.domain.talks import FollowUp, Talk, TalkMove

Json = dict[str, Any]

MONDAY = date(2024, 6, 10)
SUNDAY = date(2024, 6, 16)
LATER = date(2024, 7, 31)

WORKED_EXAMPLES: list[Json] = json.loads(
    (Path(__file__).parent / "worked_examples.json").read_text(encoding="utf-8")
)["examples"]

_ids = count(1)


def report_of(journal: Json, *, today: date = LATER, language: str = "off", **more: Any) -> Report:
    """The report of the examples' week, Monday 10 to Sunday 16 June 2024."""
    return report_on(records_of(journal, today=today, language=language, **more))


def records_of(
    journal: Json,
    *,
    today: date = LATER,
    language: str = "off",
    period: Period | None = None,
    **more: Any,
) -> Records:
    """What storage would read of `journal`, and more: nothing here is left out by its date."""
    period = period or week_of(MONDAY)
    as_of = min(today, period.last)
    entries = tuple(map(_entry, sorted(journal.get("entries", []), key=lambda one: one["day"])))
    talks = tuple(map(_talk, journal.get("talks", [])))
    people = tuple(map(_person, journal.get("people", [])))
    both = [
        (talk.expected, talk.was)
        for talk in talks
        if talk.added <= as_of and talk.held and talk.held <= as_of
        if talk.expected and talk.was
    ]
    return Records(
        period=period,
        today=today,
        entries=entries,
        earlier_answers=tuple(
            Answered(entry.day, entry.kind, entry.light, entry.written_at, answer)
            for entry in entries
            if entry.day < period.first
            for answer in entry.answers
        ),
        ratings=tuple((entry.day, rating) for entry in entries for rating in entry.ratings),
        plans=tuple(entry.plan for entry in entries if entry.plan),
        talks=talks,
        promises=tuple(map(_promise, journal.get("promises", []))),
        people=people,
        any_talk=any(talk.added <= as_of for talk in talks),
        expected_and_was=(
            len(both),
            sum(expected for expected, _ in both),
            sum(was for _, was in both),
        ),
        last_named=_last_named(people, entries, as_of),
        language=language,
        **more,
    )


def lines(says: Says) -> list[list[str]]:
    return [[line.label, line.text] for line in says]


def said(says: Says, label: str) -> str | list[str] | None:
    """The text under `label`; all of them if there are several, None if there is none."""
    texts = [line.text for line in says if line.label == label]
    return texts if len(texts) > 1 else texts[0] if texts else None


def section(report: Report, name: str) -> Says:
    """The lines of a section, or of a theme named by its id."""
    for theme in report.themes:
        if theme.theme == name:
            return theme.says
    return getattr(report, name).says


def rated(theme: str, *days: str, value: int | str = 3, **more: Any) -> list[Json]:
    """Evenings that rate `theme` with `value`, one for each of `days`."""
    return [evening(day, ratings=[{"theme": theme, "value": value, **more}]) for day in days]


def evening(day: str, **more: Any) -> Json:
    return {"day": day, "kind": "evening", **more}


def note(day: str, text: str, **more: Any) -> Json:
    return {"day": day, "kind": "note", "text": text, **more}


def _entry(one: Json) -> Entry:
    plan = one.get("plan")
    day = _day(one["day"])
    assert day
    return Entry(
        id=one.get("id") or _id(),
        day=day,
        kind=one.get("kind", "note"),
        written_at=_instant(one.get("written_at")),
        light=one.get("light", False),
        starred=one.get("starred", False),
        people=tuple(one.get("people", ())),
        week=one.get("week"),
        outside=one.get("outside"),
        imported_from=one.get("imported_from"),
        text=one.get("text"),
        answers=tuple(map(_answer, one.get("answers", ()))),
        ratings=tuple(map(_rating, one.get("ratings", ()))),
        plan=_plan(plan, day) if plan else None,
    )


def _answer(one: Json) -> Answer:
    return Answer(
        **{"id": _id(), **_with_if(one), "at": _instant(one.get("at"))},
    )


def _rating(one: Json) -> Rating:
    return Rating(**{"id": _id(), **one, "rated_at": _instant(one.get("rated_at"))})


def _plan(one: Json, day: date) -> Plan:
    given = {key: value for key, value in _with_if(one).items() if key != "for"}
    return Plan(**{"id": _id(), **given, "for_": _day(one.get("for")) or day})


def _with_if(one: Json) -> Json:
    return {"if_" if key == "if" else key: value for key, value in one.items()}


def _talk(one: Json) -> Talk:
    days = ("added", "date", "held", "debriefed", "closed", "let_go")
    return Talk(
        **{
            "id": _id(),
            **one,
            **{name: _day(one.get(name)) for name in days},
            "follow_ups": tuple(
                FollowUp(due=date.fromisoformat(each["due"]), done=_day(each.get("done")))
                for each in one.get("follow_ups", ())
            ),
            "moved": tuple(TalkMove(**_move(each)) for each in one.get("moved", ())),
        }
    )


def _promise(one: Json) -> Promise:
    return Promise(
        **{
            "id": _id(),
            **one,
            **{name: _day(one.get(name)) for name in ("made", "due", "done", "dropped")},
            "moved": tuple(PromiseMove(**_move(each)) for each in one.get("moved", ())),
        }
    )


def _move(one: Json) -> Json:
    days = {"on": _day(one["on"]), "from_": _day(one["from"]), "to": _day(one["to"])}
    return {**days, **({"agreed": one["agreed"]} if "agreed" in one else {})}


def _person(one: Json) -> Person:
    return Person(
        id=_id(),
        name=one["name"],
        names=tuple(one.get("names", [one["name"]])),
        role=one.get("role"),
        circle=one.get("circle", False),
        added=_day(one.get("added")),
    )


def _last_named(
    people: tuple[Person, ...], entries: tuple[Entry, ...], as_of: date
) -> dict[str, date]:
    directory = Directory(people)
    found: dict[str, date] = {}
    for entry in entries:
        for name in (*entry.people, *mentions_in(entry.texts())):
            person = directory.find(name)
            if person and entry.day <= as_of:
                found[person.id] = max(entry.day, found.get(person.id, entry.day))
    return found


def _id() -> str:
    return f"id-{next(_ids)}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
