"""The facts of `collab status`, which reads rows and builds no domain object."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.due import NAMED, due_on
from collab.domain.entries import Answer
from collab.domain.promises import Promise, PromiseMove
from collab.domain.questions import Question
from collab.domain.talks import FollowUp, Talk, TalkMove
from collab.storage import pages, promises, sessions, talks
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.status import Status, status_on
from tests.storage.notes import DAY, NOW, keep_note

MONDAY = DAY - timedelta(days=4)


def day(count: int) -> date:
    """So many days after (or before) the day of the test."""
    return DAY + timedelta(days=count)


def status(journal: Journal, on: date = DAY) -> Status:
    with journal.read() as connection:
        return status_on(connection, on, on - timedelta(days=on.weekday()))


TALKS = [
    Talk(id="t-set", who="B.", added=day(-20), date=day(0)),
    Talk(id="t-passed", who="C.", added=day(-20), date=day(-3)),
    Talk(id="t-undated", who="D.", added=day(-15)),
    Talk(id="t-held", who="E.", added=day(-9), date=day(-5), held=day(-5)),
    Talk(
        id="t-looked-at-twice",
        who="F.",
        added=day(-30),
        date=day(-20),
        held=day(-20),
        debriefed=day(-19),
        follow_ups=(FollowUp(due=day(-10), done=day(-9)), FollowUp(due=day(2))),
    ),
    Talk(
        id="t-moved",
        who="G.",
        added=day(-9),
        date=day(3),
        moved=(TalkMove(on=day(-1), from_=day(-1), to=day(3)),),
    ),
    Talk(id="t-closed", who="H.", added=day(-9), date=day(-8), closed=day(-1)),
    Talk(id="t-let-go", who="I.", added=day(-9), date=day(-8), let_go=day(1)),
]
PROMISES = [
    Promise(id="p-today", side="mine", what="x", due=day(0)),
    Promise(id="p-late", side="theirs", what="x", made=day(-9), due=day(-6)),
    Promise(id="p-to-come", side="mine", what="x", due=day(4)),
    Promise(id="p-done", side="mine", what="x", due=day(-1), done=day(-1)),
    Promise(id="p-dropped", side="mine", what="x", due=day(-1), dropped=day(2), reason="no"),
    Promise(
        id="p-moved",
        side="mine",
        what="x",
        due=day(-4),
        moved=(
            PromiseMove(on=day(-5), from_=day(-4), to=day(-2), agreed=True),
            PromiseMove(on=day(-2), from_=day(-2), to=day(5), agreed=False),
        ),
    ),
]


def test_what_is_due_is_what_the_domain_says_is_due(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        for talk in TALKS:
            talks.put(deed, talk)
        for promise in PROMISES:
            promises.put(deed, promise)
    # What ended is not read again, so only days after the last end can agree.
    for count in range(2, 12):
        due = due_on(day(count), TALKS, PROMISES, kinds=NAMED)
        assert status(journal, day(count)).due == len(due), day(count)


def test_what_was_undone_is_not_due(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        promises.put(deed, PROMISES[0])
        talks.put(deed, TALKS[5])
    with unit(journal, "delete", NOW) as deed:
        deed.remove("promises", "p-today")
        deed.remove("talks", "t-moved")
    assert status(journal, day(9)).due == 0


def test_only_the_days_of_this_week_up_to_today_are_counted(journal: Journal) -> None:
    for count in (-5, -4, -2, -2, 0, 1):
        keep_note(journal, "words", day=day(count))
    assert day(-4) == MONDAY
    assert status(journal).days_written == 3


def test_a_removed_page_is_no_written_day(journal: Journal) -> None:
    page = keep_note(journal, "words")
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, page)
    assert status(journal).days_written == 0


@pytest.mark.parametrize(("texts", "unfinished"), [(["half a sen"], True), (["  "], False)])
def test_words_begun_are_unfinished(journal: Journal, texts: list[str], unfinished: bool) -> None:
    draft = sessions.Draft(
        day=DAY, kind="evening", key="open:E-02", texts=tuple(texts), begun_at=NOW
    )
    sessions.keep_draft(journal, draft)
    assert status(journal).unfinished is unfinished


@pytest.mark.parametrize("state", ["answered", "skipped"])
def test_a_talk_that_waits_is_due_until_that_was_raised(
    journal: Journal, state: sessions.State
) -> None:
    with unit(journal, "add", NOW) as deed:
        talks.put(deed, TALKS[2])
    assert status(journal).due == 1
    question = Question(key="about:t-undated:D-15", kind="about", text="?", prompt="D-15")
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, DAY, "evening", [question])
    assert status(journal).due == 1
    with unit(journal, "session", NOW) as deed:
        sessions.mark(deed, DAY, "evening", question.key, state)
    assert [status(journal, day(count)).due for count in (-1, 0, 12, 13, 20)] == [1, 0, 0, 1, 1]


def test_a_talk_was_raised_by_an_answer_too(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        talks.put(deed, TALKS[2])
        page = pages.page_of(deed, DAY, "evening")
        answer = Answer(id=deed.new_id(), prompt="D-15", talk="t-undated", text="Words.")
        pages.put_answer(deed, page, answer)
    assert status(journal).due == 0
