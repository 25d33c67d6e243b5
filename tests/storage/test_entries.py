"""Reading entries back: whole, in order, and a portion at a time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from collab.domain.entries import Answer, Entry
from collab.storage import entries, pages
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.examples import examples
from tests.hostile_pages import entries as hostile_entries
from tests.storage.notes import DAY, NOW, all_entries

BEFORE_ALL, AFTER_ALL = date.min, date.max


def keep(journal: Journal, *kept: Entry) -> None:
    with unit(journal, "import", NOW) as deed:
        for entry in kept:
            pages.add_entry(deed, entry)


def note(name: str, day: date = DAY, at: datetime | None = None) -> Entry:
    return Entry(id=name, day=day, text=name, written_at=at)


def at(hour: int, offset: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, tzinfo=timezone(timedelta(hours=offset)))


def test_entries_stand_by_day_then_instant_then_id(journal: Journal) -> None:
    ordered = (
        note("9-first-day", DAY - timedelta(days=1), at(23)),
        note("7-no-instant"),
        note("8-no-instant"),
        note("6-nine-in-tokyo", at=at(9, 9)),
        note("5-half-past", at=at(0) + timedelta(microseconds=1)),
        note("3-same-instant", at=at(9)),
        note("4-same-instant", at=at(10, 1)),
        note("1-last-day", DAY + timedelta(days=1), at(1)),
    )
    keep(journal, *reversed(ordered))
    assert all_entries(journal) == list(ordered)


def test_instants_of_far_years_are_told_apart(journal: Journal) -> None:
    far = datetime(9000, 1, 1, tzinfo=UTC)
    keep(journal, note("a", at=far + timedelta(microseconds=1)), note("b", at=far))
    assert [entry.id for entry in all_entries(journal)] == ["b", "a"]


@pytest.mark.parametrize("day", [BEFORE_ALL, AFTER_ALL], ids=str)
def test_the_first_and_the_last_day_of_the_calendar_are_days(journal: Journal, day: date) -> None:
    keep(journal, note("edge", day), note("middle"))
    assert {entry.day for entry in all_entries(journal)} == {day, DAY}


@pytest.fixture
def long_journal(journal: Journal) -> list[Entry]:
    """A hundred days with two notes each, and some far away."""
    days = [DAY + timedelta(days=n) for n in range(100)] + [BEFORE_ALL, date(1000, 1, 1), AFTER_ALL]
    kept = [note(f"{day}-{n}", day) for day in sorted(days) for n in (1, 2)]
    keep(journal, *kept)
    return kept


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (DAY, None),
        (None, DAY),
        (DAY, DAY),
        (DAY + timedelta(days=13), DAY + timedelta(days=77)),
        (BEFORE_ALL, AFTER_ALL),
        (DAY - timedelta(days=9), DAY - timedelta(days=1)),
        (DAY, DAY - timedelta(days=1)),
    ],
)
def test_a_period_read_in_portions_is_the_period(
    journal: Journal, long_journal: list[Entry], first: date | None, last: date | None
) -> None:
    with journal.read() as connection:
        read = list(entries.in_portions(connection, first, last))
    assert read == [
        entry for entry in long_journal if (first or date.min) <= entry.day <= (last or date.max)
    ]


def test_a_removed_page_is_read_by_nothing(journal: Journal) -> None:
    keep(journal, note("gone"), note("here"))
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, "gone")
    with journal.read() as connection:
        read = (
            list(entries.in_portions(connection)),
            list(entries.between(connection, DAY, DAY)),
            list(entries.by_ids(connection, ["gone", "here"])),
        )
    assert read == ([note("here")],) * 3


def test_no_ids_find_no_entries(journal: Journal) -> None:
    keep(journal, note("here"))
    with journal.read() as connection:
        assert entries.by_ids(connection, []) == ()


def test_a_removed_page_is_read_with_what_went_with_it(journal: Journal) -> None:
    answers = tuple(Answer(id=name, text=name) for name in ("kept", "gone-before"))
    page = Entry(id="page", day=DAY, kind="evening", answers=answers)
    keep(journal, page, note("here"))
    with unit(journal, "answer", NOW) as deed:
        pages.remove_part(deed, "answers", "gone-before")
    with unit(journal, "delete", NOW + timedelta(minutes=1)) as deed:
        pages.remove_entry(deed, "page")
    with journal.read() as connection:
        read = entries.removed_by_ids(connection, ["page", "here"])
    assert read == (replace(page, answers=answers[:1]),)


class _Enough(Exception):
    """Leaves a unit so that nothing of it is kept."""


@examples(40)
@given(given_entry=hostile_entries)
def test_every_field_and_every_text_comes_back(
    given_entry: Entry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    entry = with_ids_of_their_own(given_entry)
    journal = Journal(str(tmp_path_factory.getbasetemp() / "hostile.db"))
    with suppress(_Enough), unit(journal, "import", NOW) as deed:
        pages.add_entry(deed, entry)
        assert entries.by_ids(deed.db.conn, [entry.id]) == (entry,)
        raise _Enough


def with_ids_of_their_own(entry: Entry) -> Entry:
    """The same page as storage may be given it: no id twice, no answer about an unknown
    talk, no question answered twice, every rating with its instant."""
    answers = {
        (answer.prompt or number): replace(answer, id=f"a{number}", talk=None)
        for number, answer in enumerate(entry.answers)
    }
    ratings = (
        replace(rating, id=f"r{number}", rated_at=rating.rated_at or NOW)
        for number, rating in enumerate(entry.ratings)
    )
    return replace(entry, answers=tuple(answers.values()), ratings=tuple(ratings))
