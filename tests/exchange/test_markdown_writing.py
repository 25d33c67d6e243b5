"""A whole journal as pages, and the pages read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings

from collab.domain.periods import month_of
from collab.domain.selections import Selection
from collab.errors import UnreadablePage
from collab.exchange.markdown import read
from collab.exchange.markdown.writing import covers, folder_pages, one_document
from collab.storage import entries, pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.packs import themes
from tests.exchange.documents import NOW, bring_in, document, documents

EVERYTHING = Selection()
JUNE = Selection(period=month_of(date(2024, 6, 1)))


@settings(max_examples=60, deadline=None)
@given(data=documents())
def test_every_entry_of_any_journal_comes_back_from_its_pages(
    new_journal: Callable[[], Journal], data: bytes
) -> None:
    journal = new_journal()
    bring_in(journal, data)
    with journal.read() as connection:
        kept = list(entries.in_portions(connection))
        written = dict(folder_pages(connection, EVERYTHING, flat=False))
        whole = "".join(one_document(connection, EVERYTHING))

    days = {path: text for path, text in written.items() if path[0].isdigit()}
    found = [entry for path in sorted(days) for entry in entries_of(days[path], path)]
    assert found == kept
    assert (entries_of(whole, "all.md") if whole else []) == kept
    for path in written.keys() - days.keys():
        with pytest.raises(UnreadablePage):
            read(written[path], path, themes())


def entries_of(text: str, source: str) -> list[object]:
    return [entry for day in read(text, source, themes()) for entry in day.entries()]


def test_a_talks_page_has_its_answers_of_every_day_in_order(
    new_journal: Callable[[], Journal],
) -> None:
    journal = new_journal()
    about = {"talk": "t1", "step": "prepare"}
    bring_in(
        journal,
        document(
            talks=[
                {"id": "t1", "who": "Ana", "added": "2024-06-01"},
                {"id": "t2", "who": "Ana", "added": "2024-06-01"},
            ],
            entries=[
                {"day": "2024-06-12", "kind": "talk", "answers": [{**about, "text": "second"}]},
                {
                    "day": "2024-06-03",
                    "kind": "evening",
                    "answers": [{**about, "text": "first"}, {"text": "about no talk"}],
                },
            ],
        ),
    )
    with journal.read() as connection:
        written = dict(folder_pages(connection, EVERYTHING, flat=True))

    first, second = (written[f"talks/2024-06-01-Ana{end}.md"] for end in ("", "-2"))
    assert [line for line in first.split("\n") if line in ("first", "second", "about no talk")] == [
        "first",
        "second",
    ]
    assert "first" not in second


def test_a_talks_page_forgets_the_answers_of_a_removed_page(
    new_journal: Callable[[], Journal],
) -> None:
    journal = new_journal()
    answers = [{"talk": "t1", "text": "taken back"}]
    bring_in(
        journal,
        document(
            talks=[{"id": "t1", "who": "Ana", "added": "2024-06-01"}],
            entries=[{"id": "e1", "day": "2024-06-12", "answers": answers}],
        ),
    )
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, "e1")
    with journal.read() as connection:
        ((_, page),) = folder_pages(connection, EVERYTHING, flat=False)

    assert page.startswith("# Ana\n")
    assert "taken back" not in page


@pytest.mark.parametrize(
    ("path", "in_june"),
    [
        ("2024/2024-06-30.md", True),
        ("2024-06-01.md", True),
        ("2024/2024-07-01.md", False),
        ("talks/2024-06-05-ana.md", False),
        ("promises.md", False),
    ],
)
def test_a_period_covers_its_own_days_and_everything_covers_all(path: str, in_june: bool) -> None:
    assert covers(JUNE, path) is in_june
    assert covers(EVERYTHING, path)
