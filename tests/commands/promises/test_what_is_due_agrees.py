"""The session, `status` and the report's `next` say the same about what is due."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from collab.domain.due_questions import MOST_TOGETHER, due_questions
from collab.storage.database import Journal
from collab.storage.histories import history_on
from tests.commands.conftest import NOW, Collab


def test_on_each_day_of_a_promises_life(
    home: Path, collab: Collab, import_journal: Callable[..., None]
) -> None:
    """A week in which five promises are made, moved, kept and dropped."""
    collab("promise", "add", "the list", "--to", "ana", "--by", "today")
    for who, by in (("bo", "+1"), ("cy", "+2"), ("dee", "+2"), ("eli", "+3")):
        collab("promise", "add", "words", "--to", who, "--by", by)
    deeds: dict[int, list[tuple[str, ...]]] = {
        1: [("move", "ana", "--to", "+3", "--not-agreed")],
        2: [("keep", "bo"), ("move", "dee", "--to", "+2", "--agreed")],
        4: [("drop", "cy", "--reason", "no need"), ("keep", "ana")],
        5: [("keep", "dee")],
    }
    due = []
    for number in range(6):
        now = NOW + timedelta(days=number)
        before = _due(home, collab, number)
        for deed in deeds.get(number, []):
            assert collab("promise", *deed, now=now).code == 0
        due.append((before, _due(home, collab, number)))

    assert due == [(1, 1), (2, 1), (3, 1), (2, 2), (4, 2), (2, 1)]


def _due(home: Path, collab: Collab, number: int) -> int:
    """How many things are due, on which all agree."""
    now = NOW + timedelta(days=number)
    day = now.date()
    status = json.loads(collab("status", "--json", now=now).out)["due"]
    report = json.loads(collab("report", "--week", "--format", "json", now=now).out)
    with Journal(str(home / "journal.db")).read() as connection:
        asked = history_on(connection, day, ()).due
    named = [one for one in report["next"] if date.fromisoformat(one["on"]) <= day]
    assert status == len(named) == len(asked)
    assert {one["id"] for one in named} == {one.record.id for one in asked}
    assert len(due_questions(asked)) == min(status, MOST_TOGETHER)
    return int(status)
