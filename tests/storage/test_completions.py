"""What Tab may complete: the names and tags the journal holds."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.people import Person
from collab.storage import people
from collab.storage.changes import unit
from collab.storage.completions import MOST, completions
from collab.storage.database import Journal
from tests.storage.notes import NOW, keep_note


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


def test_a_person_is_offered_once_by_the_present_name(journal: Journal) -> None:
    keep_note(journal, "@ana", day=date(2026, 11, 1))
    keep_note(journal, "@bo", day=date(2026, 11, 2))
    keep_note(journal, "@anna", day=date(2026, 11, 3))
    with unit(journal, "people merged", NOW) as deed:
        ana, _, anna = people.everyone(deed.db.conn)
        people.join(deed, anna, ana)

    with journal.read() as connection:
        assert completions(connection, "@") == ("@ana", "@bo")
        assert completions(connection, "@ann") == ("@ana",)


def test_a_name_that_no_mention_can_hold_is_offered_by_another(journal: Journal) -> None:
    with unit(journal, "person added", NOW) as deed:
        names = ("Ana Maria", "am", "Ana M.")
        people.put(deed, Person(id=deed.new_id(), name=names[0], names=names))

    with journal.read() as connection:
        assert completions(connection, "@a") == ("@am",)
