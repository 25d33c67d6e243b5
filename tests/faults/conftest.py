"""Fault runs have a short form, for every test run, and a long one: `pytest -m long`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.memory import folder_in_memory

Form = TypeVar("Form")


@pytest.fixture
def by_form(request: pytest.FixtureRequest) -> Callable[[Form, Form], Form]:
    """Gives the first value in the short form of a run and the second in the long one."""
    is_long = request.config.getoption("markexpr") == "long"
    return lambda short, long: long if is_long else short


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """An empty folder that costs no time to write to."""
    with folder_in_memory() as folder:
        yield folder
