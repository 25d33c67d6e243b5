"""What Tab may complete: the names and tags the journal holds."""

from __future__ import annotations

from datetime import date

import pytest

from collab.storage.completions import MOST, completions
from collab.storage.database import Journal
from tests.storage.notes import keep_note


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        pytest.param("@", ("@bo", "@anna", "@ana"), id="all names, the one used last first"),
        pytest.param("@AN", ("@anna", "@ana"), id="without case"),
        pytest.param("@x", (), id="nobody"),
        pytest.param("#b", ("#Budget",), id="a tag as it was typed last"),
        pytest.param("#", ("#rota", "#Budget"), id="all tags"),
    ],
)
def test_names_and_tags_complete_by_how_they_begin(
    journal: Journal, begun: str, found: tuple[str, ...]
) -> None:
    keep_note(journal, "@Ana #Budget", day=date(2026, 11, 1))
    keep_note(journal, "@anna #rota", day=date(2026, 11, 3))
    keep_note(journal, "@Bo", day=date(2026, 11, 5))

    with journal.read() as connection:
        assert completions(connection, begun) == found


def test_no_more_names_are_offered_than_a_line_holds(journal: Journal) -> None:
    keep_note(journal, " ".join(f"@name{number}" for number in range(20)))

    with journal.read() as connection:
        assert len(completions(connection, "@na")) == MOST
