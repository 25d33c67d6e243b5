"""No test can meet a real journal: every one of them has a home of its own.

Some tests have a short form, for every run, and a long one: `pytest -m long` runs these
tests alone, in their long form.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from tests.examples import register_forms

Form = TypeVar("Form")

register_forms()


def pytest_configure(config: pytest.Config) -> None:
    # Whoever starts the tests in the background has them ignore these, and so would every
    # program they run.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if config.getoption("markexpr") == "long":
        settings.load_profile("long")


@pytest.hookimpl(tryfirst=True)  # before those that are not marked are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item.obj, "hypothesis"):
            item.add_marker(pytest.mark.long)


@pytest.fixture
def by_form(request: pytest.FixtureRequest) -> Callable[[Form, Form], Form]:
    """Gives the first value in the short form of a run and the second in the long one."""
    is_long = request.config.getoption("markexpr") == "long"
    return lambda short, long: long if is_long else short


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh `COLLAB_HOME` for each test; its parent exists, it does not."""
    folder = tmp_path / "home"
    monkeypatch.setenv("COLLAB_HOME", str(folder))
    for name in ("VISUAL", "EDITOR", "NO_COLOR", "FORCE_COLOR", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    return folder
