"""Finding pages by day, tag, person, theme and star."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from collab.domain.entries import Answer, Entry
from collab.domain.ratings import Rating
from collab.storage import pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.finding import Wanted, newest
from tests.storage.notes import DAY, NOW

BEFORE = DAY - timedelta(days=1)


def keep(journal: Journal, *kept: Entry, removed: tuple[str, ...] = ()) -> None:
    with unit(journal, "import", NOW) as deed:
        for entry in kept:
            pages.add_entry(deed, entry)
    with unit(journal, "delete", NOW) as deed:
        for name in removed:
            pages.remove_entry(deed, name)


def note(name: str, text: str = "words", day: date = DAY, at: datetime | None = None) -> Entry:
    return Entry(id=name, day=day, text=text, written_at=at)


def found(journal: Journal, wanted: Wanted, most: int = 10) -> list[str]:
    with journal.read() as connection:
        return newest(connection, wanted, most)


def test_the_newest_stand_first_by_day_then_instant_then_id(journal: Journal) -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    keep(
        journal,
        note("first-day", day=BEFORE, at=noon + timedelta(hours=9)),
        note("no-instant"),
        note("same-a", at=noon),
        note("same-b", at=noon),
        note("later", at=noon + timedelta(microseconds=1)),
    )
    assert found(journal, Wanted()) == ["later", "same-b", "same-a", "no-instant", "first-day"]
    assert found(journal, Wanted(), 2) == ["later", "same-b"]


def test_everything_that_is_wanted_must_fit(journal: Journal) -> None:
    answered = Answer(id="a", theme="trust", text="to @bo", starred=True)
    rated = Rating(id="r", theme="decide", value="W")
    keep(
        journal,
        note("tagged", "#rota"),
        note("named", "for @Bo and @robert"),
        note("both", "#Rota for @bo", BEFORE),
        Entry(id="answered", day=DAY, kind="evening", answers=(answered,)),
        Entry(id="rated", day=DAY, kind="morning", ratings=(rated,)),
        Entry(id="starred", day=BEFORE, text="words", starred=True),
    )
    bo = ("bo", "robert")
    assert found(journal, Wanted(tag="rota")) == ["tagged", "both"]
    assert set(found(journal, Wanted(names=bo))) == {"named", "both", "answered"}
    assert len(found(journal, Wanted(names=bo))) == 3
    assert found(journal, Wanted(tag="rota", names=bo)) == ["both"]
    assert found(journal, Wanted(theme="trust")) == ["answered"]
    assert found(journal, Wanted(theme="decide")) == ["rated"]
    assert found(journal, Wanted(starred=True)) == ["answered", "starred"]
    assert found(journal, Wanted(starred=True, last=BEFORE)) == ["starred"]
    assert found(journal, Wanted(tag="rota", first=DAY)) == ["tagged"]
    assert found(journal, Wanted(names=bo, theme="trust", starred=True)) == ["answered"]


def test_removed_pages_are_found_apart(journal: Journal) -> None:
    keep(journal, note("here"), note("gone", "#tag @bo"), removed=("gone",))
    assert found(journal, Wanted()) == ["here"]
    assert found(journal, Wanted(removed=True)) == ["gone"]
    assert found(journal, Wanted(tag="tag")) == []
    assert found(journal, Wanted(names=("bo",))) == []


def test_what_was_removed_alone_from_a_page_counts_no_more(journal: Journal) -> None:
    answers = (
        Answer(id="a", theme="trust", text="one", starred=True),
        Answer(id="b", theme="any", text="other"),
    )
    keep(journal, Entry(id="page", day=DAY, kind="evening", answers=answers))
    with unit(journal, "answer", NOW) as deed:
        pages.remove_part(deed, "answers", "a")
    assert found(journal, Wanted(theme="trust")) == []
    assert found(journal, Wanted(starred=True)) == []
    assert found(journal, Wanted(theme="any")) == ["page"]
