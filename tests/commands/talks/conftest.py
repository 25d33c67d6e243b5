"""The talk with Rui, from first thought to follow-up, for the tests of `collab talk`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.today.conftest import at, import_journal, kept, sit, written
from tests.journeys.person import Person

__all__ = ["at", "import_journal", "kept", "sit", "written"]

Talking = Callable[..., Person]


@pytest.fixture
def talking(home: Path) -> Iterator[Talking]:
    """Type `collab talk …` at a terminal: `talking(FRIDAY, "show", "rui", columns=60)`."""
    people: list[Person] = []

    def down(when: datetime, *words: str, **keywords: object) -> Person:
        keywords.setdefault("lines", 60)
        person = Person(home, "talk", *words, at=when, **keywords)  # type: ignore[arg-type]
        people.append(person)
        return person

    yield down
    for person in people:
        person.__exit__(None, None, None)


RUI = {
    "id": "T-RUI1",
    "who": "Rui",
    "about": "the handovers that slip",
    "added": "2024-05-31",
    "date": "2024-06-12",
    "held": "2024-06-12",
    "debriefed": "2024-06-14",
    "follow_ups": [{"due": "2024-06-28", "done": "2024-06-28"}],
    "closed": "2024-06-28",
    "expected": 4,
    "was": 2,
}


def answered(day: str, prompt: str, text: str, step: str, **own: object) -> dict[str, object]:
    """A page of a day with one answer about the talk with Rui."""
    answer = {
        "prompt": prompt,
        "theme": "difficult",
        "question": f"The question {prompt}?",
        "text": text,
        "talk": RUI["id"],
        "step": step,
        **own,
    }
    if not text:
        del answer["text"]
    return {"day": day, "kind": "talk", "answers": [answer]}


def _joined(pages: list[dict]) -> list[dict]:
    """The same with one page for each day."""
    days: dict[str, dict] = {}
    for page in pages:
        there = days.setdefault(page["day"], {**page, "answers": []})
        there["answers"] += page["answers"]
    return list(days.values())


STORY = _joined(
    [
        answered(
            "2024-05-31",
            "D-02",
            "Four handovers in May came after 17:00. I wrote to him twice. We never spoke"
            " about it.",
            "prepare",
        ),
        answered(
            "2024-05-31", "D-03", "That I do not trust him with the evening shift.", "prepare"
        ),
        answered(
            "2024-06-03",
            "D-14",
            "",
            "prepare",
            **{"if": "it gets heated,"},
            then="put the pen down and ask what I have not understood.",
        ),
        answered(
            "2024-06-12",
            "D-20",
            "@Rui said the handovers slip when I change the list after noon. I had never put"
            " the two together. The list closes at noon, and that binds me first.",
            "debrief",
        ),
        answered(
            "2024-06-14",
            "D-25",
            "The list closes at noon. He calls me if it cannot. We look on 28 June.",
            "debrief",
        ),
        answered(
            "2024-06-14",
            "D-26",
            "Again: asking first. Another way: not waiting twelve days.",
            "debrief",
        ),
        answered(
            "2024-06-28",
            "D-30",
            "One late handover in two weeks, and he called at three. Nothing more is needed.",
            "follow-up",
        ),
    ]
)
