"""The week of the same made-up leader, for the tests of the review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.today.conftest import at, import_journal, kept, written
from tests.journeys.person import Person

__all__ = ["at", "import_journal", "kept", "written"]

FRIDAY = at("2024-06-14", "17:05")

Review = Callable[..., Person]


@pytest.fixture
def review(home: Path) -> Iterator[Review]:
    """Sit down to `journal week`: `review(FRIDAY, "--of", "mon", columns=60)`."""
    people: list[Person] = []

    def down(when: datetime, *options: str, **keywords: object) -> Person:
        keywords.setdefault("lines", 70)
        person = Person(home, "journal", "week", *options, at=when, **keywords)  # type: ignore[arg-type]
        people.append(person)
        return person

    yield down
    for person in people:
        person.__exit__(None, None, None)


def evening(day: str, text: str, **ratings: tuple[object, str | None]) -> dict[str, object]:
    """An evening page: `evening("2024-06-10", "Words.", decide=(2, "well"))`."""
    return {
        "day": day,
        "kind": "evening",
        "answers": [{"prompt": "E-02", "theme": "any", "text": text}],
        "ratings": [
            {"theme": theme, "value": value, **({"fit": fit} if fit else {})}
            for theme, (value, fit) in ratings.items()
        ],
    }


def reviewed(day: str, week: str) -> dict[str, object]:
    """A page of the weekly review of a week such as "2024-W23"."""
    answer = {"prompt": "W-2", "theme": "decide", "text": f"Words about {week}."}
    return {"day": day, "kind": "week", "week": week, "answers": [answer]}


WEEK = [
    written("2024-06-03"),
    evening(
        "2024-06-10",
        "Told @Bo the supplier date had slipped before he could hear it from them.",
        decide=(2, "well"),
        candour=(3, "well"),
        trust=(2, "well"),
    ),
    evening(
        "2024-06-11",
        "Asked all six about the rota. It took the day, and four had no view.",
        decide=(4, "other"),
        candour=(4, "well"),
        trust=("W", None),
    ),
    evening(
        "2024-06-12",
        "@Rui said the handovers slip when I change the list after noon. I had never put"
        " the two together.",
        decide=(3, "partly"),
        candour=(4, "well"),
    ),
    {
        "day": "2024-06-13",
        "kind": "evening",
        "light": True,
        "answers": [{"prompt": "E-03", "theme": "any", "text": "Soup."}],
    },
    evening("2024-06-14", "@Ana said I asked, and then I waited.", candour=(4, "well")),
]
"""Monday to Friday, Thursday a light evening."""

CY = {"id": "T-1", "who": "Cy", "about": "the budget cut", "added": "2024-05-27"}
HIRES = {
    "id": "P-1",
    "side": "theirs",
    "who": "Cy",
    "what": "two hires",
    "made": "2024-06-03",
    "due": "2024-06-11",
}
