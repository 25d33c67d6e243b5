"""Fault runs have a short form, for every test run, and a long one: `pytest -m long`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory import folder_in_memory


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """An empty folder that costs no time to write to."""
    with folder_in_memory() as folder:
        yield folder
