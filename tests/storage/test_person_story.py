"""The texts read for a person's story are those of the whole pages, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.entries import KINDS, Answer, Entry, Plan
from collab.domain.person_story import PageText
from collab.domain.ratings import VALUES, Rating
from collab.storage import entries, pages
from collab.storage.changes import Unit, unit
from collab.storage.database import Connection, Journal
from collab.storage.person_story import page_texts
from tests.benchmarks.journals import TEN_YEARS, make_journal
from tests.examples import examples
from tests.hostile_pages import texts
from tests.storage.notes import DAY, NOW

typed = st.none() | st.just("") | texts
answers = st.builds(
    Answer, id=st.just(""), text=typed, if_=typed, then=typed, deeper_text=typed, outside=typed
)
ratings = st.builds(
    Rating,
    id=st.just(""),
    theme=st.just("decide"),
    value=st.sampled_from(VALUES),
    deeper_text=typed,
    rated_at=st.just(NOW),
)
plans = st.builds(Plan, id=st.just(""), if_=typed, then=typed, for_=st.just(DAY))
any_pages = st.builds(
    Entry,
    id=st.just(""),
    day=st.just(DAY),
    kind=st.sampled_from(KINDS),
    text=typed,
    outside=typed,
    answers=st.lists(answers, max_size=3),
    ratings=st.lists(ratings, max_size=3),
    plan=st.none() | plans,
)


def read(connection: Connection, ids: Sequence[str]) -> dict[str, PageText]:
    return {page.id: page for page in page_texts(connection, ids)}


def of_whole_pages(connection: Connection, ids: Sequence[str]) -> dict[str, PageText]:
    return {
        page.id: PageText(id=page.id, kind=page.kind, day=page.day, texts=tuple(page.texts()))
        for page in entries.by_ids(connection, ids)
    }


def numbered(number: int, page: Entry) -> Entry:
    """The page with ids and a day of its own."""
    return replace(
        page,
        id=f"e{number}",
        day=DAY + timedelta(days=number),
        answers=tuple(replace(one, id=f"a{number}-{n}") for n, one in enumerate(page.answers)),
        ratings=tuple(replace(one, id=f"r{number}-{n}") for n, one in enumerate(page.ratings)),
        plan=replace(page.plan, id=f"p{number}") if page.plan else None,
    )


def move_and_remove(deed: Unit, page: Entry, data: st.DataObject) -> None:
    """Have parts of the page stand at other places, also at the same, and some removed."""
    for table, parts in (("answers", page.answers), ("ratings", page.ratings)):
        for part in parts:
            deed.update(table, part.id, {"position": data.draw(st.integers(1, 3))}, page.id)
            if data.draw(st.booleans()):
                pages.remove_part(deed, table, part.id)
    if page.plan and data.draw(st.booleans()):
        pages.remove_part(deed, "plans", page.plan.id)


class _Enough(Exception):
    """Leaves a unit so that nothing of it is kept."""


@examples(100)
@given(drawn=st.lists(any_pages, min_size=1, max_size=3), data=st.data())
def test_every_text_of_a_page_is_read_in_the_order_of_the_page(
    drawn: list[Entry], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    journal = Journal(str(tmp_path_factory.getbasetemp() / "stories.db"))
    kept = [numbered(number, page) for number, page in enumerate(drawn)]
    ids = [page.id for page in kept]
    with suppress(_Enough), unit(journal, "import", NOW) as deed:
        for page in kept:
            pages.add_entry(deed, page)
            move_and_remove(deed, page, data)
        assert read(deed.db.conn, ids) == of_whole_pages(deed.db.conn, ids)
        raise _Enough


def test_texts_stand_by_place_then_by_age_and_what_was_removed_does_not(journal: Journal) -> None:
    given_answers = tuple(
        Answer(id=name, text=name, if_="", deeper_text=f"more of {name}")
        for name in ("last", "gone", "first", "second")
    )
    rated = (Rating(id="r", theme="decide", value=3, rated_at=NOW, deeper_text="the list"),)
    page = Entry(
        id="page", day=DAY, kind="evening", text="head", answers=given_answers, ratings=rated
    )
    with unit(journal, "import", NOW) as deed:
        pages.add_entry(deed, page)
        pages.add_entry(deed, Entry(id="away", day=DAY, text="away"))
        pages.remove_entry(deed, "away")
        pages.remove_part(deed, "answers", "gone")
        for answer, place in (("last", 9), ("first", 2), ("second", 2)):
            deed.update("answers", answer, {"position": place}, "page")
    with journal.read() as connection:
        (found,) = page_texts(connection, ["away", "page", "unknown"])
    assert (found.id, found.kind, found.day) == ("page", "evening", DAY)
    assert "\n".join(found.texts).split("\n") == [
        *("head", "first", "more of first", "second", "more of second", "last", "more of last"),
        "the list",
    ]


def test_more_pages_than_one_statement_can_ask_for_are_all_read(tmp_path: Path) -> None:
    make_journal(tmp_path / "journal.db", 1300, DAY, NOW, TEN_YEARS)
    with Journal(str(tmp_path / "journal.db")).read() as connection:
        ids = [row["id"] for row in connection.execute("SELECT id FROM entries")]
        assert read(connection, ids) == of_whole_pages(connection, ids)
        assert len(ids) == 1300
        assert list(page_texts(connection, [])) == []
