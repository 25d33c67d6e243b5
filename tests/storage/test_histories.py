"""What a session is told of the days before it, read from a real journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from collab.domain.entries import Answer, Entry, Kind, Plan
from collab.domain.history import History, Wanted
from collab.domain.questions import Question
from collab.domain.ratings import Rating
from collab.domain.talks import Talk
from collab.storage import pages, sessions, talks
from collab.storage.changes import undo, unit
from collab.storage.database import Journal
from collab.storage.histories import history_on, pages_before
from collab.storage.packs import load
from tests.storage.notes import DAY, NOW, keep_note

PROMPTS = load(None).prompts


def day(count: int) -> date:
    """So many days after the day of the session; before it, if less than 0."""
    return DAY + timedelta(days=count)


def history(journal: Journal) -> History:
    with journal.read() as connection:
        return history_on(connection, DAY, PROMPTS)


def page(
    journal: Journal,
    count: int,
    kind: Kind = "evening",
    answers: Iterable[Answer] = (),
    themes: Iterable[str] = (),
    plan: Plan | None = None,
    **own: Any,
) -> str:
    """A page with these answers, a rating of each theme and a plan; with a text if bare."""
    answers, themes = tuple(answers), tuple(themes)
    text = own.pop("text", None if answers or themes or plan else "words")
    with unit(journal, "page", NOW) as deed:
        ratings = tuple(Rating(id=deed.new_id(), theme=theme, value=3) for theme in themes)
        entry = Entry(
            id=deed.new_id(),
            day=day(count),
            kind=kind,
            text=text,
            answers=answers,
            ratings=ratings,
            plan=plan,
            **own,
        )
        return pages.add_entry(deed, entry)


def answer(prompt: str | None, count: int, **own: Any) -> Answer:
    return Answer(**{"id": f"{prompt}{count}", "prompt": prompt, "text": "words"} | own)


def answered(journal: Journal, prompt: str, *counts: int, **own: Any) -> None:
    for count in counts:
        page(journal, count, answers=[answer(prompt, count, **own)])


def in_a_session(
    journal: Journal,
    count: int,
    state: sessions.State,
    key: str,
    prompt: str | None = None,
    kind: str = "evening",
) -> None:
    """A session chose this question, and this became of it."""
    question = Question(key=key, kind="open", text="?", prompt=prompt)
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, day(count), kind, [question])
        if state != "open":
            sessions.mark(deed, day(count), kind, key, state)


def removed(journal: Journal, entry: str) -> None:
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, entry)


def test_a_journal_without_a_page_has_no_history(journal: Journal) -> None:
    removed(journal, page(journal, -1, answers=[answer("E-02", -1)], themes=["trust"]))
    assert history(journal) == History()


class TestPages:
    @pytest.mark.parametrize(
        ("evenings", "counted"), [((), 0), ((-1,), 1), ((-300, -1), 2), ((0, 1), 0)], ids=str
    )
    def test_evenings_before_the_day_count(
        self, journal: Journal, evenings: tuple[int, ...], counted: int
    ) -> None:
        keep_note(journal, "a note is no evening", day=day(-2))
        page(journal, -3, "morning")
        page(journal, -4, light=True)
        for count in evenings:
            page(journal, count)
        assert history(journal).evenings == counted

    def test_of_many_evenings_at_least_three_are_counted(self, journal: Journal) -> None:
        for count in range(-5, 0):
            page(journal, count)
        assert history(journal).evenings >= 3

    @pytest.mark.parametrize(
        ("counts", "first", "last"),
        [
            pytest.param((-400, -9, -1), -400, -1, id="before the day"),
            pytest.param((0,), 0, 0, id="the day itself"),
            pytest.param((-2, 1), -2, -2, id="not what came later"),
            pytest.param((1,), None, None, id="nothing but what came later"),
        ],
    )
    def test_the_first_and_the_newest(
        self, journal: Journal, counts: tuple[int, ...], first: int | None, last: int | None
    ) -> None:
        for count in counts:
            keep_note(journal, "words", day=day(count))
        removed(journal, keep_note(journal, "removed", day=day(-500)))
        removed(journal, keep_note(journal, "removed", day=DAY))
        found = history(journal)
        assert found.first_page == (None if first is None else day(first))
        assert found.last_page == (None if last is None else day(last))

    def test_recent_pages_are_those_of_the_fourteen_days_before(self, journal: Journal) -> None:
        for count in (-15, -14, -3, -3, -1, 0, 1):
            keep_note(journal, "words", day=day(count))
        assert history(journal).recent_pages == {day(-14), day(-3), day(-1)}

    def test_light_evenings_are_those_of_the_fourteen_days_before(self, journal: Journal) -> None:
        for count in (-15, -14, -1, 0):
            page(journal, count, light=True)
        page(journal, -2)
        assert history(journal).light_evenings == {day(-14), day(-1)}

    def test_the_days_with_a_page_are_listed_newest_first(self, journal: Journal) -> None:
        for count in (-9, -2, -2, 0):
            keep_note(journal, "words", day=day(count))
        with journal.read() as connection:
            assert list(pages_before(connection, DAY)) == [day(-2), day(-9)]


class TestWhenAPromptWasAsked:
    @pytest.mark.parametrize(
        ("state", "asked"), [("answered", True), ("skipped", True), ("open", False)]
    )
    def test_by_a_session_that_reached_it(
        self, journal: Journal, state: sessions.State, asked: bool
    ) -> None:
        in_a_session(journal, -1, state, "open:I-01", "I-01")
        assert history(journal).asked == ({"I-01": (day(-1),)} if asked else {})

    def test_by_an_answer_that_no_session_knows_of(self, journal: Journal) -> None:
        answered(journal, "E-02", -30, -2)
        assert history(journal).asked == {"E-02": (day(-2), day(-30))}

    def test_by_a_plan(self, journal: Journal) -> None:
        plan = Plan(id="p", prompt="E-04", then="ask", for_=day(0))
        page(journal, -1, plan=plan)
        assert history(journal).asked == {"E-04": (day(-1),)}

    def test_once_a_day_and_not_later_than_the_day(self, journal: Journal) -> None:
        in_a_session(journal, 0, "answered", "open:I-01", "I-01")
        answered(journal, "I-01", 0, 1)
        in_a_session(journal, 2, "skipped", "open:I-01", "I-01")
        assert history(journal).asked == {"I-01": (DAY,)}

    def test_the_five_newest_days(self, journal: Journal) -> None:
        answered(journal, "I-01", *range(-7, 0))
        assert history(journal).asked["I-01"] == tuple(day(-n) for n in range(1, 6))

    def test_an_outside_view_under_it_is_not_a_time(self, journal: Journal) -> None:
        answered(journal, "I-39", -2, outside="bo")
        in_a_session(journal, -1, "answered", "asked:I-39", "I-39")
        assert history(journal).asked == {}

    def test_an_answer_taken_back_is_not_a_time(self, journal: Journal) -> None:
        answered(journal, "I-01", -2)
        undo(journal, NOW)
        assert history(journal).asked == {}

    @pytest.mark.parametrize("prompt", ["D-01", "W-1", "R-01", "F-01"])
    def test_other_moments_are_left_out(self, journal: Journal, prompt: str) -> None:
        answered(journal, prompt, -1)
        assert history(journal).asked == {}


class TestRotation:
    def test_the_themes_of_the_last_evenings_the_newest_last(self, journal: Journal) -> None:
        in_a_session(journal, -3, "skipped", "open:I-01", "I-01")
        answered(journal, "I-12", -2)
        in_a_session(journal, -1, "answered", "open:I-08", "I-08")
        assert history(journal).rotation == ("decide", "empathy", "purpose")

    def test_sixteen_at_most(self, journal: Journal) -> None:
        answered(journal, "I-01", *range(-20, -16))
        answered(journal, "I-08", *range(-16, 0))
        assert history(journal).rotation == ("purpose",) * 16

    @pytest.mark.parametrize(
        ("count", "prompt", "own"),
        [
            pytest.param(-1, "E-02", {}, id="a question about no theme"),
            pytest.param(-1, "I-39", {"outside": "bo"}, id="what somebody said"),
            pytest.param(0, "I-01", {}, id="the day itself"),
            pytest.param(-1, "gone-1", {}, id="a prompt that is gone"),
        ],
    )
    def test_left_out(self, journal: Journal, count: int, prompt: str, own: dict[str, Any]) -> None:
        answered(journal, prompt, count, **own)
        assert history(journal).rotation == ()

    def test_a_question_that_was_not_reached_is_left_out(self, journal: Journal) -> None:
        in_a_session(journal, -1, "open", "open:I-01", "I-01")
        in_a_session(journal, -2, "answered", "asked:I-39", "I-39")
        assert history(journal).rotation == ()

    def test_only_evenings_count(self, journal: Journal) -> None:
        page(journal, -1, "note", answers=[answer("I-01", -1)])
        in_a_session(journal, -1, "answered", "open:I-01", "I-01", kind="morning")
        assert history(journal).rotation == ()


class TestRatings:
    def test_a_theme_was_rated_or_its_rating_skipped(self, journal: Journal) -> None:
        page(journal, -9, themes=["trust", "decide"])
        page(journal, -2, themes=["trust"])
        page(journal, 1, themes=["trust"])
        in_a_session(journal, -1, "skipped", "rating:decide", "R-01")
        in_a_session(journal, -1, "open", "rating:trust", "R-07")
        assert history(journal).rated == {"trust": day(-2), "decide": day(-1)}


class TestPlans:
    def test_those_for_the_day_before_the_day_and_later(self, journal: Journal) -> None:
        for count in (-2, -1, 0, 4):
            plan = Plan(id=f"for {count}", then="ask", for_=day(count))
            page(journal, count - 1, plan=plan)
        assert [plan.id for plan in history(journal).plans] == ["for -1", "for 0", "for 4"]

    def test_one_taken_back_is_none(self, journal: Journal) -> None:
        page(journal, -1, plan=Plan(id="p", then="ask", for_=DAY))
        undo(journal, NOW)
        assert history(journal).plans == ()


class TestOthers:
    @pytest.mark.parametrize("kind", ["evening", "note"])
    def test_the_newest_outside_view_stands_in_an_answer_or_a_note(
        self, journal: Journal, kind: Kind
    ) -> None:
        answered(journal, "I-39", -30, outside="bo")
        if kind == "note":
            page(journal, -3, "note", outside="bo")
            page(journal, 1, "note", outside="bo")
        else:
            answered(journal, "I-39", -3, 1, outside="bo")
        assert history(journal).outside_view == day(-3)

    @pytest.mark.parametrize(
        ("kind", "prompt"), [("evening", "I-39"), ("evening", "W-3"), ("week", "W-3")]
    )
    def test_somebody_was_to_be_asked(self, journal: Journal, kind: Kind, prompt: str) -> None:
        page(journal, -3, kind, answers=[answer(prompt, -3, text="Bo, about the rota")])
        page(journal, -2, light=True)
        page(journal, -1, "morning")
        keep_note(journal, "words", day=day(-1))
        wanted = Wanted(prompt=prompt, text="Bo, about the rota", day=day(-3))
        assert history(journal).wanted == wanted

    def test_the_review_of_the_same_day_counts_as_well_as_the_evening(
        self, journal: Journal
    ) -> None:
        page(journal, -1, "week", answers=[answer("W-3", -1)])
        page(journal, -1, answers=[answer("E-02", -1)])
        found = history(journal).wanted
        assert found
        assert found.prompt == "W-3"

    @pytest.mark.parametrize(
        ("count", "prompt", "own"),
        [
            pytest.param(-1, "W-3", {"outside": "bo"}, id="they were asked already"),
            pytest.param(-1, "E-02", {}, id="another question"),
            pytest.param(0, "I-39", {}, id="on the day itself"),
        ],
    )
    def test_nobody_was(
        self, journal: Journal, count: int, prompt: str, own: dict[str, Any]
    ) -> None:
        answered(journal, prompt, count, **own)
        assert history(journal).wanted is None

    def test_nobody_if_a_later_evening_says_nothing_of_it(self, journal: Journal) -> None:
        answered(journal, "I-39", -2)
        answered(journal, "E-02", -1)
        assert history(journal).wanted is None

    @pytest.mark.parametrize(
        ("state", "wanted"), [("answered", False), ("skipped", False), ("open", True)]
    )
    def test_nobody_once_the_session_has_asked_about_it(
        self, journal: Journal, state: sessions.State, wanted: bool
    ) -> None:
        answered(journal, "I-39", -1)
        in_a_session(journal, 0, state, "asked:I-39", "I-39")
        assert (history(journal).wanted is not None) == wanted


class TestTheDayItself:
    @pytest.mark.parametrize(("count", "reviewed"), [(0, True), (-1, False)])
    def test_a_review_was_written(self, journal: Journal, count: int, reviewed: bool) -> None:
        page(journal, count, "week", answers=[answer("W-1", count)])
        assert history(journal).reviewed is reviewed

    @pytest.mark.parametrize(
        ("count", "kind", "own", "words"),
        [
            pytest.param(0, "morning", {}, True, id="words"),
            pytest.param(0, "morning", {"talk": "t"}, False, id="words about a talk"),
            pytest.param(-1, "morning", {}, False, id="another day"),
            pytest.param(0, "evening", {}, False, id="the evening"),
        ],
    )
    def test_the_morning_was_answered(
        self, journal: Journal, count: int, kind: Kind, own: dict[str, Any], words: bool
    ) -> None:
        with unit(journal, "talk", NOW) as deed:
            talks.put(deed, Talk(id="t", who="B.", added=day(-9)))
        page(journal, count, kind, answers=[answer("M-01", count, **own)])
        assert history(journal).morning_answered is words

    def test_a_morning_with_a_plan_alone_was_not(self, journal: Journal) -> None:
        page(journal, 0, "morning", plan=Plan(id="p", then="ask", for_=DAY))
        assert history(journal).morning_answered is False

    def test_setting_up_was_offered_before(self, journal: Journal) -> None:
        in_a_session(journal, -2, "open", "focus")
        in_a_session(journal, 0, "skipped", "cue")
        assert history(journal).set_up_offered == {"focus"}


@pytest.mark.parametrize("edge", [date.min, date.max], ids=str)
def test_the_first_and_the_last_day_of_the_calendar_have_a_history(
    journal: Journal, edge: date
) -> None:
    keep_note(journal, "far away", day=edge)
    with journal.read() as connection:
        assert history_on(connection, edge, PROMPTS).last_page == edge
