"""The made-up journal: that it is lifelike, and that it lies on the right days."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from collab.domain.demo import WEEKS, Demo, demo_of, last_sunday
from collab.domain.entries import Entry
from collab.domain.people import Directory, mentions_in, tags_in
from collab.storage.demo import demo_texts
from collab.storage.packs import load

SUNDAY = date(2026, 11, 22)
FIRST = date(2026, 5, 25)
PROMPTS = {prompt.id: prompt for prompt in load(None).prompts}
DEMO = demo_of(*demo_texts(), PROMPTS, SUNDAY, UTC)
EVENINGS = [entry for entry in DEMO.entries if entry.kind == "evening"]
WITHOUT_LIGHT = {entry.day for entry in EVENINGS if not entry.light}

# The demo is placed wherever it is looked at, so that no season may stand in it.
SEASONS = re.compile(
    r"\b(january|february|march|april|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|easter|christmas|snow|ice)\b",
    re.IGNORECASE,
)


def texts_of(demo: Demo) -> list[str]:
    texts = [text for entry in demo.entries for text in entry.texts()]
    texts += [text for one in demo.talks for text in (one.about, one.reason) if text]
    return texts + [text for one in demo.promises for text in (one.what, one.reason) if text]


def week_number(day: date) -> int:
    return (day - FIRST).days // 7 + 1


@pytest.mark.parametrize("days", range(-1, 6))
def test_its_last_week_runs_at_a_weekend_and_is_over_in_the_next(days: int) -> None:
    today = SUNDAY + timedelta(days=days)
    assert last_sunday(today) == SUNDAY
    assert demo_of(*demo_texts(), PROMPTS, today, UTC) == DEMO


def test_a_week_later_everything_lies_a_week_later_and_is_called_the_same() -> None:
    later = demo_of(*demo_texts(), PROMPTS, SUNDAY + timedelta(days=7), UTC)

    assert [one.id for one in later.entries] == [one.id for one in DEMO.entries]
    assert [one.day - timedelta(days=7) for one in later.entries] == [
        one.day for one in DEMO.entries
    ]
    assert texts_of(later) == texts_of(DEMO)


def test_nothing_lies_ahead_when_the_last_saturday_begins() -> None:
    begun = datetime(2026, 11, 21, 4, tzinfo=UTC)
    assert all(entry.written_at and entry.written_at < begun for entry in DEMO.entries)
    outcomes = [entry.plan.outcome_at for entry in DEMO.entries if entry.plan]
    assert all(outcome < begun for outcome in outcomes if outcome)
    talks = [(one.added, one.held, one.debriefed, one.closed, one.let_go) for one in DEMO.talks]
    promises = [(one.made, one.done, one.dropped) for one in DEMO.promises]
    moves = [(move.on,) for one in (*DEMO.talks, *DEMO.promises) for move in one.moved]
    assert max(day for days in (*talks, *promises, *moves) for day in days if day) < begun.date()


def test_it_covers_26_weeks_with_a_holiday_of_two_and_some_that_are_thin() -> None:
    days = Counter(week_number(day) for day in {entry.day for entry in EVENINGS})

    assert WEEKS == 26
    assert [week for week in range(1, 27) if week not in days] == [14, 15]
    assert sorted(week for week, count in days.items() if count < 4) == [6, 18]
    assert 110 <= len(EVENINGS) <= 120
    assert sum(entry.light for entry in EVENINGS) == 7


def test_everything_the_journal_can_hold_happens_in_it() -> None:
    kinds = Counter(entry.kind for entry in DEMO.entries)
    assert kinds["morning"] >= 5
    assert kinds["week"] >= 8
    assert kinds["note"] >= 3

    plans = Counter(entry.plan.outcome for entry in DEMO.entries if entry.plan)
    assert {"done", "partly", "not done", "no occasion"} <= set(plans)
    ratings = [rating for entry in DEMO.entries for rating in entry.ratings]
    assert {rating.value for rating in ratings} == {0, 1, 2, 3, 4, 5, "W"}
    assert {rating.fit for rating in ratings} == {"well", "partly", "other", None}
    assert any(rating.late for rating in ratings)
    assert len({rating.theme for rating in ratings}) == 9
    answers = [answer for entry in DEMO.entries for answer in entry.answers]
    assert any(answer.deeper_text for answer in answers)
    assert any(answer.starred for answer in answers)
    assert any(answer.outside for answer in answers)
    assert any(entry.outside for entry in DEMO.entries)
    assert tags_in(texts_of(DEMO))


def test_talks_and_promises_end_in_every_way() -> None:
    assert any(talk.closed for talk in DEMO.talks)
    assert any(talk.let_go and talk.reason for talk in DEMO.talks)
    assert any(talk.moved for talk in DEMO.talks)
    assert any(not talk.date for talk in DEMO.talks)
    steps = {(answer.talk, answer.step) for entry in DEMO.entries for answer in entry.answers}
    (first, *_) = DEMO.talks
    assert {step for talk, step in steps if talk == first.id} == {
        "prepare",
        "hold",
        "debrief",
        "follow-up",
    }
    for side in ("mine", "theirs"):
        promises = [one for one in DEMO.promises if one.side == side]
        assert any(one.done and one.done <= one.counting_date() for one in promises)
        assert any(one.done and one.done > one.counting_date() for one in promises)
        assert any(one.moved for one in promises)
        assert any(one.is_open() for one in promises)
    assert any(one.dropped and one.reason for one in DEMO.promises)


def test_everything_stands_on_the_page_it_belongs_to() -> None:
    held = {talk.id: talk.held for talk in DEMO.talks}
    for entry in DEMO.entries:
        for answer in entry.answers:
            if answer.step == "debrief":
                assert entry.day >= held[answer.talk], entry.day
            elif answer.step == "hold":
                assert entry.day == held[answer.talk]
        for rating in entry.ratings:
            assert (rating.fit is not None) == (rating.value not in (0, "W"))


def test_what_became_of_a_plan_was_said_on_an_evening_of_its_day() -> None:
    plans = [entry.plan for entry in DEMO.entries if entry.plan]

    assert max(Counter(plan.for_ for plan in plans).values()) == 1
    for plan in plans:
        if plan.outcome:
            assert plan.for_ in WITHOUT_LIGHT, plan.for_


def test_whoever_is_named_is_known() -> None:
    directory = Directory(DEMO.people)
    assert [name for name in mentions_in(texts_of(DEMO)) if directory.find(name) is None] == []
    assert all(person.role for person in DEMO.people)
    assert any(person.circle for person in DEMO.people)


def test_no_question_is_asked_of_the_same_page_twice() -> None:
    def questions(entry: Entry) -> list[tuple[str | None, str | None]]:
        return [(answer.prompt, answer.talk) for answer in entry.answers]

    assert all(len(questions(one)) == len(set(questions(one))) for one in DEMO.entries)
    ids = [one.id for one in (*DEMO.entries, *DEMO.talks, *DEMO.promises, *DEMO.people)]
    assert len(ids) == len(set(ids))


def test_it_reads_at_any_time_of_the_year_and_calmly() -> None:
    for text in texts_of(DEMO):
        assert not SEASONS.search(text), text
        assert "!" not in text
        assert not re.search(r"\bMay\b", text), text
