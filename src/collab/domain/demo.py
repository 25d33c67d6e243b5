"""The made-up journal of `collab demo`: its texts placed on days of the calendar.

The texts say where they stand as "26 fri", the Friday of the 26th and last week. That
week is the running one at a weekend, and before it the one that is over: on any day
`collab report --week` then shows it whole, since a running week without a page gives way
to the week before.

Two things in the last week are there to be looked at. Open dialogue has risen, and the
rules say so: "higher than your usual" and "rising". Shared decisions look as if they had,
from a mean of 2.8 to one of 3.4, but the days overlap too much: "no clear difference".
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from collab.domain.entries import Answer, Entry, Kind, Plan
from collab.domain.frozen import frozen
from collab.domain.people import Person
from collab.domain.periods import WEEKDAYS, week_of
from collab.domain.promises import Promise, PromiseMove
from collab.domain.prompts import Prompt
from collab.domain.ratings import Rating, Value
from collab.domain.talks import FollowUp, Talk, TalkMove

WEEKS = 26
Texts = Mapping[str, Any]
"""What was read of a file: tables by name."""

_DAYS = tuple(name[:3].lower() for name in WEEKDAYS)
_OF_TALKS = ("prepare", "hold", "passed", "debrief", "follow-up")
_BEGUN = {"morning": time(7, 40), "note": time(12, 30), "evening": time(18, 5), "week": time(19)}
_LIGHT_FROM, _LATE_FROM = time(21, 30), time(8)
_PLAN_OF: dict[Kind, str] = {"morning": "M-02", "evening": "E-04", "week": "W-5"}
_FROM_OUTSIDE = "W-3"
"""The question of a review that another person's words answer."""


@frozen
class Demo:
    """The whole made-up journal, the pages in the order in which they were written."""

    people: tuple[Person, ...]
    talks: tuple[Talk, ...]
    promises: tuple[Promise, ...]
    entries: tuple[Entry, ...]


def demo_of(
    texts: Texts, weeks: Texts, prompts: Mapping[str, Prompt], today: date, zone: tzinfo | None
) -> Demo:
    """The journal as it lies before somebody who looks at it on `today`.

    `texts` holds the people, talks and promises, `weeks` the pages by week, weekday and
    kind; `prompts` has the questions by id, and `zone` is where all of it was written.
    """
    placing = _Placing(prompts, today, zone)
    pages = (
        placing.page(f"{week} {weekday}", kind, page)
        for week, days in weeks.items()
        for weekday, kinds in days.items()
        for kind, page in kinds.items()
    )
    return Demo(
        people=tuple(map(placing.person, texts["person"])),
        talks=tuple(map(placing.talk, texts["talk"])),
        promises=tuple(map(placing.promise, texts["promise"])),
        entries=tuple(sorted(pages, key=_written_at)),
    )


def last_sunday(today: date) -> date:
    """The Sunday of the last week as it is seen on `today`: the newest one up to the day
    after, since the last page is written on a Friday."""
    tomorrow = today + timedelta(days=1)
    return tomorrow - timedelta(days=(tomorrow.weekday() + 1) % 7)


def _written_at(entry: Entry) -> datetime:
    assert entry.written_at
    return entry.written_at


class _Placing:
    def __init__(self, prompts: Mapping[str, Prompt], today: date, zone: tzinfo | None) -> None:
        self._prompts = prompts
        self._zone = zone
        self._first = last_sunday(today) - timedelta(days=7 * WEEKS - 1)

    def day(self, typed: str) -> date:
        """The day of "26 fri"."""
        week, weekday = typed.split()
        return self._first + timedelta(weeks=int(week) - 1, days=_DAYS.index(weekday))

    def person(self, told: Texts) -> Person:
        return Person(
            id=_id("person", told["name"]),
            name=told["name"],
            names=(told["name"],),
            role=told["role"],
            circle=told.get("circle", False),
            added=self.day(told["added"]),
        )

    def talk(self, told: Texts) -> Talk:
        days = ("added", "date", "held", "debriefed", "closed", "let_go")
        given = {
            **told,
            **self._days(told, days),
            "id": _id("talk", told["id"]),
            "follow_ups": tuple(
                FollowUp(**self._days(one, ("due", "done"))) for one in told.get("follow_ups", ())
            ),
            "moved": tuple(TalkMove(**self._move(one)) for one in told.get("moved", ())),
        }
        return Talk(**given)

    def promise(self, told: Texts) -> Promise:
        given = {
            **told,
            **self._days(told, ("made", "due", "done", "dropped")),
            "id": _id("promise", told["what"]),
            "moved": tuple(PromiseMove(**self._move(one)) for one in told.get("moved", ())),
        }
        return Promise(**given)

    def page(self, on: str, kind: str, told: Texts) -> Entry:
        """The page of a day; of the kind "light" it is a light evening."""
        day, key = self.day(on), f"{on} {kind}"
        own: Kind = "evening" if kind == "light" else kind  # type: ignore[assignment]
        begun = self._begun(day, kind, late=told.get("late", False))
        return Entry(
            id=_id("page", key),
            day=day,
            kind=own,
            written_at=begun,
            light=kind == "light",
            week=week_of(day).label if kind == "week" else None,
            outside=told.get("from") if kind == "note" else None,
            text=told.get("text"),
            answers=tuple(self._answers(key, told, begun)),
            ratings=tuple(_ratings(key, told, begun)),
            plan=self._plan(key, own, day, told) if "then" in told else None,
        )

    def _days(self, told: Texts, names: tuple[str, ...]) -> dict[str, date]:
        return {name: self.day(told[name]) for name in names if name in told}

    def _move(self, told: Texts) -> dict[str, Any]:
        days = self._days(told, ("on", "to"))
        agreed = {"agreed": told["agreed"]} if "agreed" in told else {}
        return {**days, "from_": self.day(told["from"]), **agreed}

    def _begun(self, day: date, kind: str, *, late: bool) -> datetime:
        """When a page was begun: about the same time each day, as people do."""
        at = _LIGHT_FROM if kind == "light" else _LATE_FROM if late else _BEGUN[kind]
        minutes = day.toordinal() * 11 % 25
        begun = datetime.combine(day, at, self._zone) + timedelta(minutes=minutes)
        return begun + timedelta(days=late)

    def _answers(self, key: str, told: Texts, begun: datetime) -> Iterator[Answer]:
        asked = [name for name in told if name in self._prompts]
        for number, name in enumerate(asked):
            prompt, words = self._prompts[name], told[name]
            parts = {"text": words} if isinstance(words, str) else _if_then(words)
            if number == 0 and "deeper" in told:
                parts |= {"deeper_question": prompt.deeper, "deeper_text": told["deeper"]}
            about = told.get("talk") if prompt.moment in _OF_TALKS else None
            yield Answer(
                id=_id("answer", f"{key} {name}"),
                prompt=name,
                theme=prompt.theme,
                question=prompt.text,
                starred=number == 0 and told.get("star", False),
                outside=told.get("from") if name == _FROM_OUTSIDE else None,
                talk=_id("talk", about) if about else None,
                step=prompt.moment if about else None,  # type: ignore[arg-type]
                at=begun + timedelta(minutes=2 * number + 1),
                **parts,
            )

    def _plan(self, key: str, kind: Kind, day: date, told: Texts) -> Plan:
        prompt = self._prompts[_PLAN_OF[kind]]
        on = day if kind == "morning" else _next_day_at_work(day)
        outcome = told.get("was")
        return Plan(
            id=_id("plan", key),
            prompt=prompt.id,
            question=prompt.text,
            **_if_then(told),
            for_=on,
            outcome=outcome,
            outcome_at=self._begun(on, "evening", late=False) if outcome else None,
        )


def _ratings(key: str, told: Texts, begun: datetime) -> Iterator[Rating]:
    """What "decide 2 partly, trust W" says."""
    for number, rated in enumerate(told.get("rated", "").split(", ") if "rated" in told else ()):
        theme, value, *fit = rated.split()
        yield Rating(
            id=_id("rating", f"{key} {theme}"),
            theme=theme,
            value=_value(value),
            fit=fit[0] if fit else None,
            late=told.get("late", False),
            rated_at=begun + timedelta(minutes=5 + number),
        )


def _value(typed: str) -> Value:
    return "W" if typed == "W" else int(typed)  # type: ignore[return-value]


def _if_then(told: Texts) -> dict[str, Any]:
    return {"if_": told.get("if"), "then": told["then"]}


def _next_day_at_work(day: date) -> date:
    """The day after, and after a Friday Monday."""
    return day + timedelta(days=max(1, 7 - day.weekday()) if day.weekday() > 3 else 1)


def _id(kind: str, key: str) -> str:
    """An id that is the same each time: 26 letters and digits, as all ids have."""
    return b32encode(hashlib.sha256(f"{kind} {key}".encode()).digest()).decode()[:26]
