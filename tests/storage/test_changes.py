"""The history, and taking things back."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.questions import Question
from collab.domain.ratings import Rating
from collab.errors import NothingToUndo
from collab.storage import pages, sessions
from collab.storage.changes import history, undo, unit, versions
from collab.storage.database import Journal
from tests.storage.notes import DAY, NOW, all_entries, keep_answer, keep_note, rows, texts_in

LATER = NOW + timedelta(minutes=5)


def commands(journal: Journal, entry: str | None = None) -> list[tuple[str, bool]]:
    with journal.read() as connection:
        return [(done.command, done.undone) for done in history(connection, entry)]


def keep_full_page(journal: Journal) -> str:
    """A page with two answers, a rating and a plan, kept in one go."""
    with unit(journal, "page", NOW) as deed:
        return pages.add_entry(
            deed,
            Entry(
                id=deed.new_id(),
                day=DAY,
                kind="evening",
                written_at=NOW,
                tags=("budget",),
                answers=(
                    Answer(id="a1", prompt="E-02", text="@bo knew", starred=True),
                    Answer(id="a2", prompt="I-01", text="alone", deeper_text="and @cy?"),
                ),
                ratings=(Rating(id="r1", theme="decide", value=3, fit="well", rated_at=NOW),),
                plan=Plan(id="p1", if_="the list comes", then="ask", for_=DAY),
            ),
        )


def test_with_nothing_done_there_is_nothing_to_undo(journal: Journal) -> None:
    with journal.write():
        pass
    with pytest.raises(NothingToUndo):
        undo(journal, NOW)


def test_undo_takes_back_one_thing_at_a_time(journal: Journal) -> None:
    for text in ("first", "second", "third"):
        keep_note(journal, text)
    assert [undo(journal, LATER).command for _ in range(2)] == ["note", "note"]
    assert texts_in(journal) == ["first"]
    undo(journal, LATER)
    assert texts_in(journal) == []
    with pytest.raises(NothingToUndo):
        undo(journal, LATER)


def test_undo_of_something_new_reaches_what_came_before_the_undone(journal: Journal) -> None:
    keep_note(journal, "first")
    keep_note(journal, "second")
    undo(journal, LATER)
    keep_note(journal, "third")
    undo(journal, LATER)
    assert texts_in(journal) == ["first"]
    undo(journal, LATER)
    assert texts_in(journal) == []


def test_undo_takes_back_a_page_with_all_that_is_on_it(journal: Journal) -> None:
    keep_full_page(journal)
    done = undo(journal, LATER)
    assert all_entries(journal) == []
    # The page, its two answers, the rating, the plan and the two people who were named.
    assert done.records == 7
    assert rows(journal, "SELECT 1 FROM people WHERE removed_at IS NULL") == []


def test_undo_gives_an_edited_text_back(journal: Journal) -> None:
    keep_answer(journal, "as it was first")
    keep_answer(journal, "as it was then", now=LATER)
    undo(journal, LATER)
    assert texts_in(journal) == ["as it was first"]
    (entry,) = all_entries(journal)
    assert entry.answers[0].at == NOW


def test_undo_gives_a_removed_page_back_as_it_was(journal: Journal) -> None:
    page = keep_full_page(journal)
    before = all_entries(journal)
    with unit(journal, "delete", LATER) as deed:
        pages.remove_entry(deed, page)
    assert all_entries(journal) == []
    undo(journal, LATER)
    assert all_entries(journal) == before


def test_undo_of_a_restored_page_removes_it_again(journal: Journal) -> None:
    page = keep_full_page(journal)
    for command, change in (("delete", pages.remove_entry), ("restore", pages.restore_entry)):
        with unit(journal, command, LATER) as deed:
            change(deed, page)
    assert len(all_entries(journal)) == 1
    undo(journal, LATER)
    assert all_entries(journal) == []
    undo(journal, LATER)
    assert len(all_entries(journal)) == 1


def test_undo_of_a_star(journal: Journal) -> None:
    keep_full_page(journal)
    with unit(journal, "star", LATER) as deed:
        pages.star(deed, "answers", "a2", True)
    undo(journal, LATER)
    (entry,) = all_entries(journal)
    assert [answer.starred for answer in entry.answers] == [True, False]


def test_undo_of_a_rating_with_its_fit_takes_both(journal: Journal) -> None:
    keep_answer(journal, "words first")
    with unit(journal, "rating", LATER) as deed:
        page = pages.page_of(deed, DAY, "evening")
        rating = pages.put_rating(deed, page, Rating(id="r1", theme="decide", value=4))
        pages.put_rating(deed, page, Rating(id=rating, theme="decide", value=4, fit="partly"))
    undo(journal, LATER)
    (entry,) = all_entries(journal)
    assert (entry.ratings, texts_in(journal)) == ((), ["words first"])


def test_undo_of_what_became_of_a_plan(journal: Journal) -> None:
    keep_full_page(journal)
    with unit(journal, "outcome", LATER) as deed:
        pages.set_outcome(deed, "p1", "partly", LATER)
    undo(journal, LATER)
    (entry,) = all_entries(journal)
    assert entry.plan is not None
    assert (entry.plan.outcome, entry.plan.outcome_at) == (None, None)


def test_undo_of_an_answer_asks_its_question_again(journal: Journal) -> None:
    question = Question(key="open:E-02", kind="open", text="Which moment?", prompt="E-02")
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, DAY, "evening", [question])
    with unit(journal, "answer", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        pages.put_answer(deed, page, Answer(id=deed.new_id(), prompt="E-02", text="words"))
        sessions.mark(deed, DAY, "evening", question.key, "answered")
    undo(journal, LATER)
    with journal.read() as connection:
        (stored,) = sessions.stored(connection, DAY, "evening")
    assert (stored.state, texts_in(journal)) == ("open", [])


def test_choosing_and_skipping_questions_is_nothing_to_undo(journal: Journal) -> None:
    keep_note(journal, "a note")
    question = Question(key="open:E-02", kind="open", text="Which moment?", prompt="E-02")
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, DAY, "evening", [question])
    with unit(journal, "session", NOW) as deed:
        sessions.mark(deed, DAY, "evening", question.key, "skipped")
    assert undo(journal, LATER).command == "note"
    assert texts_in(journal) == []


def test_undo_takes_back_more_than_is_read_at_once(journal: Journal) -> None:
    keep_note(journal, "before")
    with unit(journal, "import", NOW) as deed:
        for number in range(1203):
            pages.add_entry(deed, Entry(id=f"n{number}", day=DAY, text=f"note {number}"))
    assert undo(journal, LATER).records == 1203
    assert texts_in(journal) == ["before"]


def test_what_was_undone_is_still_in_the_history(journal: Journal) -> None:
    page = keep_note(journal, "words taken back")
    undo(journal, LATER)
    with journal.read() as connection:
        told = versions(connection, page)
    assert [version.command for version in told] == ["note", "undo"]
    assert told[0].after["text"] == "words taken back"
    assert commands(journal) == [("undo", False), ("note", True)]


def test_history_is_newest_first_and_as_long_as_asked(journal: Journal) -> None:
    for number in range(5):
        keep_note(journal, f"note {number}")
    keep_full_page(journal)
    with journal.read() as connection:
        told = history(connection, limit=3)
    assert [done.command for done in told] == ["page", "note", "note"]
    assert [done.records for done in told] == [7, 1, 1]


def test_history_of_one_page_leaves_the_others_out(journal: Journal) -> None:
    page = keep_answer(journal, "first")
    keep_note(journal, "another page")
    keep_answer(journal, "second", now=LATER)
    assert commands(journal, page) == [("answer", False), ("answer", False)]
    with journal.read() as connection:
        texts = [
            version.after["text"]
            for version in versions(connection, page)
            if version.table == "answers"
        ]
    assert texts == ["first", "second"]


def test_saving_the_same_thing_again_changes_nothing(journal: Journal) -> None:
    keep_answer(journal, "the same words")
    before = rows(journal, "SELECT count(*) FROM changes")[0][0]
    keep_answer(journal, "the same words")
    assert rows(journal, "SELECT count(*) FROM changes")[0][0] == before


def test_every_change_keeps_the_columns_before_and_after(journal: Journal) -> None:
    keep_full_page(journal)
    keep_answer(journal, "new words", prompt="I-01", now=LATER)
    last = rows(journal, "SELECT * FROM changes ORDER BY pk DESC LIMIT 1")[0]
    before, after = json.loads(last["before"]), json.loads(last["after"])
    assert (before["text"], after["text"]) == ("alone", "new words")
    assert (before["deeper_text"], after["deeper_text"]) == ("and @cy?", None)


def test_ids_made_within_one_second_are_in_order(journal: Journal) -> None:
    for part in (0, 1_000, 500_000, 999_000):
        keep_note(journal, f"after {part}", now=NOW.replace(microsecond=part))
    assert texts_in(journal) == ["after 0", "after 1000", "after 500000", "after 999000"]
    assert all_entries(journal)[3].written_at == NOW


def test_what_continues_a_unit_is_undone_with_it(journal: Journal) -> None:
    page = keep_full_page(journal)
    with unit(journal, "rating", NOW) as first:
        pages.star(first, "answers", "a2", True)
    with unit(journal, "rating", LATER, continuing=first.id) as second:
        second.update("ratings", "r1", {"fit": "partly"}, page)
    assert commands(journal)[0] == ("rating", False)

    undo(journal, LATER)

    (entry,) = all_entries(journal)
    assert [answer.starred for answer in entry.answers] == [True, False]
    assert entry.ratings[0].fit == "well"


def test_a_unit_is_its_own_when_something_else_was_done_in_between(journal: Journal) -> None:
    page = keep_full_page(journal)
    with unit(journal, "rating", NOW) as first:
        pages.star(first, "answers", "a2", True)
    keep_note(journal, "between")
    with unit(journal, "rating", LATER, continuing=first.id) as second:
        second.update("ratings", "r1", {"fit": "partly"}, page)

    undo(journal, LATER)

    entry = next(entry for entry in all_entries(journal) if entry.id == page)
    assert [answer.starred for answer in entry.answers] == [True, True]
    assert entry.ratings[0].fit == "well"
