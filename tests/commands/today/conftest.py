"""Evenings of one made-up leader, for the tests of the session."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.journeys.person import Person, collab

_SUMMER = timezone(timedelta(hours=2))
MONDAY = datetime(2024, 4, 22, 18, 34, tzinfo=_SUMMER)

Sit = Callable[..., Person]


def at(day: str, time: str = "18:30") -> datetime:
    """An instant of the leader's summer, such as `at("2024-06-12", "08:42")`."""
    return datetime.fromisoformat(f"{day}T{time}:00+02:00")


@pytest.fixture
def sit(home: Path) -> Iterator[Sit]:
    """Sit down to `journal today`: `sit(at("2024-06-12"), "--light", columns=60)`."""
    people: list[Person] = []

    def down(when: datetime, *options: str, **keywords: object) -> Person:
        keywords.setdefault("lines", 60)
        person = Person(home, "journal", "today", *options, at=when, **keywords)  # type: ignore[arg-type]
        people.append(person)
        return person

    yield down
    for person in people:
        person.__exit__(None, None, None)


@pytest.fixture
def import_journal(home: Path) -> Callable[..., None]:
    """Import a journal of `entries`, `talks` and so on into the home of the test."""

    def bring_in(**records: object) -> None:
        document = {"format": "collab-journal", "version": 1, **records}
        collab(home, "import", "json", "-", at=MONDAY, stdin=json.dumps(document))

    return bring_in


@pytest.fixture
def kept(home: Path) -> Callable[[], dict[str, object]]:
    """What the journal holds now, as `export json` gives it."""

    def document() -> dict[str, object]:
        return dict(json.loads(collab(home, "export", "json", at=MONDAY)))

    return document


def written(day: str, **own: object) -> dict[str, object]:
    """An evening page with an answer, so that `day` is no first evening and no gap."""
    answer = {"prompt": "E-02", "theme": "any", "text": f"Words of {day}."}
    return {"day": day, "kind": "evening", "answers": [answer], **own}
