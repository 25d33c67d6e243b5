"""Promises of the made-up leader, and a person who types the commands about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import NOW
from tests.commands.today.conftest import import_journal, kept
from tests.journeys.person import Person

__all__ = ["import_journal", "kept"]

At = Callable[..., Person]


def promise(id_: str, who: str, what: str, due: str, **own: object) -> dict[str, object]:
    return {"id": id_, "side": "mine", "who": who, "what": what, "due": due, **own}


PROMISES = [
    promise("p-anap", "ana", "comments on the plan", "2026-11-18", made="2026-11-10"),
    promise("p-buda", "Bo", "the budget", "2026-11-20"),
    promise("p-budb", "Bo", "vendor numbers", "2026-11-27"),
    promise("p-cycy", "Cy", "two hires", "2026-12-04", side="theirs"),
]


@pytest.fixture
def types(home: Path) -> Iterator[At]:
    """Types `collab promise …` at a terminal."""
    people: list[Person] = []

    def begin(*command: str, **keywords: object) -> Person:
        people.append(Person(home, "promise", *command, at=NOW, **keywords))  # type: ignore[arg-type]
        return people[-1]

    yield begin
    for person in people:
        person.__exit__(None, None, None)
