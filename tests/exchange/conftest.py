"""Where tests that make hundreds of journals keep them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from collab.storage.database import Journal
from tests.memory import folder_in_memory


@pytest.fixture(scope="session")
def new_journal() -> Iterator[Callable[[], Journal]]:
    """Gives a journal that does not exist yet, one after the other."""
    with folder_in_memory() as folder:
        numbers = count()
        yield lambda: Journal(str(folder / f"{next(numbers)}.db"))
