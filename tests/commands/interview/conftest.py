"""Someone at a terminal, for the tests of the interview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.commands.interview.asked import Asked


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[..., Asked]]:
    """Start asking: `ask([question, ...], columns, lines, *options, **environ)`."""
    begun: list[Asked] = []

    def asked(questions: list[object], *arguments: object, **environ: str) -> Asked:
        begun.append(Asked(tmp_path, questions, *arguments, **environ))
        return begun[-1]

    yield asked
    for person in begun:
        person.closes_the_window()
