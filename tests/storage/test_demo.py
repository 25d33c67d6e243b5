"""The made-up journal as it is written into a home."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from collab.settings import places, read_settings
from collab.storage import changes
from collab.storage.database import Journal
from collab.storage.demo import fill_with_demo, write_demo_settings
from tests.exchange.documents import bring_in, export
from tests.soundness import faults_in

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


@pytest.fixture
def demo(tmp_path: Path) -> Journal:
    own = places({"COLLAB_HOME": str(tmp_path)})
    write_demo_settings(own)
    fill_with_demo(own, TODAY, NOW)
    return Journal(own.journal)


def test_it_is_a_sound_journal(demo: Journal) -> None:
    assert faults_in(Path(demo.path)) == []


def test_it_can_be_exported_and_imported_without_loss(demo: Journal, tmp_path: Path) -> None:
    other = Journal(str(tmp_path / "other.db"))

    brought = bring_in(other, export(demo))

    assert brought.faults == []
    assert export(other) == export(demo)


def test_each_page_is_something_that_was_done_alone(demo: Journal) -> None:
    with demo.read() as connection:
        done = changes.history(connection, limit=3)

    assert [(one.command, one.pages) for one in done] == [("page", 1)] * 3
    assert done[0].at == datetime(2026, 11, 20, 19, 15, tzinfo=UTC)


def test_it_has_settings_of_its_own(demo: Journal, tmp_path: Path) -> None:
    settings = read_settings(str(tmp_path / "settings.toml"))
    assert settings.focus == ("candour", "trust")
    assert settings.cue == "the last ferry"
