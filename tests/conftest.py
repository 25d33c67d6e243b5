"""No test can meet a real journal: every one of them has a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh `COLLAB_HOME` for each test; its parent exists, it does not."""
    folder = tmp_path / "home"
    monkeypatch.setenv("COLLAB_HOME", str(folder))
    for name in ("VISUAL", "EDITOR", "NO_COLOR", "FORCE_COLOR", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    return folder
