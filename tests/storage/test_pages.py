"""Writing onto pages: added to, changed, removed and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from collab.domain.entries import Answer, Plan
from collab.domain.people import Person
from collab.domain.ratings import Rating
from collab.domain.talks import Talk
from collab.errors import PageInTheWay
from collab.storage import pages, people, talks
from collab.storage.changes import Unit, unit
from collab.storage.database import Journal
from tests.storage.notes import DAY, NOW, all_entries, keep_answer, keep_note, rows, texts_in

LATER = NOW + timedelta(minutes=5)


def answered(deed: Unit, page: str, text: str, prompt: str | None = "E-02", **own: str) -> str:
    return pages.put_answer(deed, page, Answer(id=deed.new_id(), prompt=prompt, text=text, **own))


def test_a_day_has_one_page_of_a_kind_that_is_gone_on_with(journal: Journal) -> None:
    with unit(journal, "answer", NOW) as deed:
        first = pages.page_of(deed, DAY, "evening")
        answered(deed, first, "the first words")
    with unit(journal, "answer", LATER) as deed:
        assert pages.page_of(deed, DAY, "evening") == first
        assert pages.page_of(deed, DAY, "morning") != first
        answered(deed, first, "more words", "I-01")
        answered(deed, pages.page_of(deed, DAY, "morning"), "in the morning")
    morning_and_evening = [entry.kind for entry in all_entries(journal)]
    assert morning_and_evening == ["evening", "morning"]


def test_notes_of_a_day_are_pages_of_their_own(journal: Journal) -> None:
    for text in ("one", "two"):
        with unit(journal, "note", NOW) as deed:
            answered(deed, pages.page_of(deed, DAY, "note"), text)
    assert len(all_entries(journal)) == 2


def test_a_page_that_is_begun_takes_its_own_fields_and_its_moment(journal: Journal) -> None:
    with unit(journal, "review", NOW) as deed:
        answered(deed, pages.page_of(deed, DAY, "week", week="2026-W47"), "W-1")
    (entry,) = all_entries(journal)
    assert (entry.week, entry.written_at) == ("2026-W47", NOW)


def test_the_same_question_answered_again_is_changed_and_not_doubled(journal: Journal) -> None:
    keep_answer(journal, "first")
    keep_answer(journal, "second", now=LATER)
    (entry,) = all_entries(journal)
    assert [(answer.text, answer.at) for answer in entry.answers] == [("second", LATER)]


def test_a_question_about_two_talks_has_two_answers(journal: Journal) -> None:
    with unit(journal, "talk", NOW) as deed:
        for talk in ("t1", "t2"):
            talks.put(deed, Talk(id=talk, who="B.", added=DAY))
        page = pages.page_of(deed, DAY, "talk")
        for talk in ("t1", "t2", "t1"):
            answered(deed, page, f"about {talk}", "D-01", talk=talk)
    (entry,) = all_entries(journal)
    assert [answer.talk for answer in entry.answers] == ["t1", "t2"]


def test_answers_without_a_question_are_several(journal: Journal) -> None:
    with unit(journal, "page", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        for _ in range(2):
            answered(deed, page, "the same words", None)
    assert texts_in(journal) == ["the same words"] * 2


def test_answers_and_ratings_keep_the_order_they_were_asked_in(journal: Journal) -> None:
    with unit(journal, "page", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        for prompt in ("I-09", "E-02", "I-01"):
            answered(deed, page, prompt, prompt)
        for theme in ("trust", "decide", "candour"):
            pages.put_rating(deed, page, Rating(id=deed.new_id(), theme=theme, value=3))
        answered(deed, page, "E-02 again")
    (entry,) = all_entries(journal)
    assert [answer.text for answer in entry.answers] == ["I-09", "E-02 again", "I-01"]
    assert [rating.theme for rating in entry.ratings] == ["trust", "decide", "candour"]


def test_a_theme_rated_again_on_its_page_is_changed(journal: Journal) -> None:
    with unit(journal, "rating", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        pages.put_rating(deed, page, Rating(id="r1", theme="decide", value=2, fit="well"))
        pages.put_rating(deed, page, Rating(id="r2", theme="decide", value="W"))
    (entry,) = all_entries(journal)
    assert [(one.id, one.value, one.fit) for one in entry.ratings] == [("r1", "W", None)]
    assert entry.ratings[0].rated_at == NOW


def test_a_page_has_one_plan_that_is_changed(journal: Journal) -> None:
    plan = Plan(id="p1", if_="the list comes", then="ask", for_=DAY + timedelta(days=1))
    with unit(journal, "plan", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        pages.put_plan(deed, page, plan)
        pages.put_plan(deed, page, replace(plan, id="p2", then="wait"))
        pages.set_outcome(deed, "p1", "no occasion", LATER)
    (entry,) = all_entries(journal)
    assert entry.plan == replace(plan, then="wait", outcome="no occasion", outcome_at=LATER)


def page_with_two_answers(journal: Journal) -> tuple[str, str, str]:
    with unit(journal, "page", NOW) as deed:
        page = pages.page_of(deed, DAY, "evening")
        return page, answered(deed, page, "keep me"), answered(deed, page, "take me", "I-01")


def remove(journal: Journal, answer: str) -> None:
    with unit(journal, "delete", LATER) as deed:
        pages.remove_part(deed, "answers", answer)


def test_a_removed_answer_leaves_the_rest(journal: Journal) -> None:
    _, _, second = page_with_two_answers(journal)
    remove(journal, second)
    assert texts_in(journal) == ["keep me"]


def test_with_its_last_answer_a_page_goes(journal: Journal) -> None:
    _, first, second = page_with_two_answers(journal)
    remove(journal, second)
    remove(journal, first)
    assert all_entries(journal) == []


def test_a_page_with_words_of_its_own_stays_without_answers(journal: Journal) -> None:
    page = keep_note(journal, "its own words")
    with unit(journal, "answer", NOW) as deed:
        answer = answered(deed, page, "an answer")
    remove(journal, answer)
    assert texts_in(journal) == ["its own words"]


def delete_page(journal: Journal, page: str) -> None:
    with unit(journal, "delete", LATER) as deed:
        pages.remove_entry(deed, page)


def restore_page(journal: Journal, page: str) -> None:
    with unit(journal, "restore", LATER) as deed:
        pages.restore_entry(deed, page)


def test_nothing_is_destroyed_by_removing_a_page(journal: Journal) -> None:
    page, _, _ = page_with_two_answers(journal)
    delete_page(journal, page)
    kept = rows(journal, "SELECT text FROM answers WHERE removed_by = 'user'")
    assert [row["text"] for row in kept] == ["keep me", "take me"]


def test_a_restored_page_has_what_went_with_it_and_nothing_else(journal: Journal) -> None:
    """Even where both were removed within the same second."""
    page, _, second = page_with_two_answers(journal)
    remove(journal, second)
    delete_page(journal, page)
    restore_page(journal, page)
    assert texts_in(journal) == ["keep me"]


def test_a_page_that_went_with_its_last_answer_comes_back_with_it(journal: Journal) -> None:
    page, first, second = page_with_two_answers(journal)
    remove(journal, second)
    remove(journal, first)
    restore_page(journal, page)
    assert texts_in(journal) == ["keep me"]


def test_restoring_a_page_that_is_there_changes_nothing(journal: Journal) -> None:
    page, _, second = page_with_two_answers(journal)
    remove(journal, second)
    restore_page(journal, page)
    assert texts_in(journal) == ["keep me"]


def test_a_page_is_not_restored_over_another(journal: Journal) -> None:
    page, _, _ = page_with_two_answers(journal)
    delete_page(journal, page)
    keep_answer(journal, "the new page", now=NOW)
    with pytest.raises(PageInTheWay):
        restore_page(journal, page)
    assert texts_in(journal) == ["the new page"]


def test_a_removed_note_comes_back_beside_others(journal: Journal) -> None:
    first = keep_note(journal, "first")
    keep_note(journal, "second", now=LATER)
    delete_page(journal, first)
    restore_page(journal, first)
    assert texts_in(journal) == ["first", "second"]


def test_whoever_is_named_becomes_a_person_once(journal: Journal) -> None:
    keep_note(journal, "@Ana and @bo and @ANA")
    keep_note(journal, "@ana again, and mail to x@example.org")
    people = rows(journal, "SELECT name, role, added FROM people ORDER BY pk")
    assert [tuple(row) for row in people] == [("ana", None, None), ("bo", None, None)]


def test_whoever_was_added_is_known_in_any_case(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        deed.insert("people", people.to_row(Person(id="p1", name="Ana", names=("Ana", "AN"))))
    keep_note(journal, "@ana, @ANA and @an")
    assert len(rows(journal, "SELECT 1 FROM people")) == 1


def test_mentions_and_tags_follow_the_text(journal: Journal) -> None:
    keep_answer(journal, "@bo #budget")
    keep_answer(journal, "@cy #Budget #time", now=LATER)
    assert [row["name"] for row in rows(journal, "SELECT name FROM mentions")] == ["cy"]
    tags = rows(journal, "SELECT tag, typed FROM tags ORDER BY tag")
    assert [tuple(row) for row in tags] == [("budget", "Budget"), ("time", "time")]
