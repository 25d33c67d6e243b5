"""Evenings of one made-up leader, for the tests of the session."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta, timezone
from io import StringIO
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.session import Session
from tests.journeys.person import Person

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


def _run(home: Path, *arguments: str) -> None:
    """Carry out a command in this process, where a process of its own would only cost time."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as told:
        code = run([*arguments], Session(lambda: MONDAY, {"COLLAB_HOME": str(home)}))
    assert code == 0, told.getvalue()


@pytest.fixture
def import_journal(home: Path, tmp_path: Path) -> Callable[..., None]:
    """Import a journal of `entries`, `talks` and so on into the home of the test."""

    def bring_in(**records: object) -> None:
        document = {"format": "collab-journal", "version": 1, **records}
        source = tmp_path / "given.json"
        source.write_text(json.dumps(document), encoding="utf-8")
        _run(home, "import", "json", str(source))

    return bring_in


@pytest.fixture
def kept(home: Path, tmp_path: Path) -> Callable[[], dict[str, object]]:
    """What the journal holds now, as `export json` gives it."""

    def document() -> dict[str, object]:
        target = tmp_path / "kept.json"
        _run(home, "export", "json", "--output", str(target), "--force")
        return dict(json.loads(target.read_text(encoding="utf-8")))

    return document


def written(day: str, **own: object) -> dict[str, object]:
    """An evening page with an answer, so that `day` is no first evening and no gap."""
    answer = {"prompt": "E-02", "theme": "any", "text": f"Words of {day}."}
    return {"day": day, "kind": "evening", "answers": [answer], **own}
