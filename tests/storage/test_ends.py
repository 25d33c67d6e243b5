"""Naming a page by the end of its id."""

from __future__ import annotations

import pytest

from collab.domain.entries import Entry
from collab.storage import pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.ends import ends_of, ends_with
from tests.storage.notes import DAY, NOW


def keep(journal: Journal, *names: str, removed: str = "") -> None:
    with unit(journal, "import", NOW) as deed:
        for name in names:
            pages.add_entry(deed, Entry(id=name, day=DAY, text="words"))
    with unit(journal, "delete", NOW) as deed:
        if removed:
            pages.remove_entry(deed, removed)


def called(journal: Journal, end: str, *, removed: bool = False) -> list[str]:
    with journal.read() as connection:
        return ends_with(connection, end, removed=removed)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("XY01", ["AXY01", "BXY01"], id="several"),
        pytest.param("axy01", ["AXY01"], id="without case"),
        pytest.param("Y01", [], id="too short"),
        pytest.param("%Y01", [], id="a sign of SQL"),
        pytest.param("B_Y01", [], id="another sign of SQL"),
        pytest.param("nowhere", [], id="none"),
        pytest.param("", [], id="empty"),
        pytest.param("n1", ["n1"], id="a short id"),
        pytest.param("same", ["same"], id="a whole id that is the end of another"),
        pytest.param("SAME", ["same"], id="the same without case"),
        pytest.param("Case", ["Case"], id="ids that differ in case, as they stand"),
        pytest.param("CASE", ["case", "Case"], id="ids that differ in case"),
    ],
)
def test_a_page_is_found_by_the_end_of_its_id(
    journal: Journal, end: str, expected: list[str]
) -> None:
    names = ("AXY01", "BXY01", "CXY02", "n1", "same", "notsame", "case", "Case")
    keep(journal, *names)
    assert called(journal, end) == expected


def test_removed_pages_are_called_apart(journal: Journal) -> None:
    keep(journal, "AXY01", "BXY01", removed="BXY01")
    assert called(journal, "xy01") == ["AXY01"]
    assert called(journal, "xy01", removed=True) == ["BXY01"]


def test_an_end_names_one_page_and_no_removed_one(journal: Journal) -> None:
    keep(journal, "A1XY01", "B1XY01", "B2XY01", removed="B1XY01")
    with journal.read() as connection:
        assert ends_of(connection, ["A1XY01", "B2XY01"]) == {
            "A1XY01": "A1XY01",
            "B2XY01": "2XY01",
        }
    assert called(journal, "2xy01") == ["B2XY01"]


def test_no_end_looks_like_an_option(journal: Journal) -> None:
    keep(journal, "A-XY01", "B-XY1", "C-XY1")
    with journal.read() as connection:
        assert ends_of(connection, ["A-XY01", "B-XY1", "C-XY1"]) == {
            "A-XY01": "XY01",
            "B-XY1": "B-XY1",
            "C-XY1": "C-XY1",
        }
