"""A journal for a storage test, looked over when the test is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from collab.storage.database import Journal
from tests.soundness import faults_in


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal that does not exist yet. Whatever a test does, it is whole afterwards."""
    path = tmp_path / "journal.db"
    yield Journal(str(path))
    assert not path.exists() or faults_in(path) == []
