"""What is kept of a session: its questions, what became of them, and words begun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from collab.domain.questions import Question
from collab.errors import NothingToUndo
from collab.storage import sessions
from collab.storage.changes import undo, unit
from collab.storage.database import Journal
from tests.storage.notes import DAY, NOW

OPEN = Question(key="open:I-01", kind="open", text="?", prompt="I-01", theme="decide")
RATING = Question(key="rating:decide", kind="rating", text="?", prompt="R-01", theme="decide")
CUE = Question(key="cue", kind="cue", text="?")


def choose(journal: Journal, *questions: Question, day: date = DAY, kind: str = "evening") -> None:
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, day, kind, questions)


def mark(journal: Journal, key: str, state: sessions.State, kind: str = "evening") -> None:
    with unit(journal, "session", NOW) as deed:
        sessions.mark(deed, DAY, kind, key, state)


def states(journal: Journal, day: date = DAY, kind: str = "evening") -> dict[str, str]:
    with journal.read() as connection:
        return {one.key: one.state for one in sessions.stored(connection, day, kind)}


def begin(
    journal: Journal, *texts: str, key: str = OPEN.key, day: date = DAY, kind: str = "evening"
) -> None:
    draft = sessions.Draft(day=day, kind=kind, key=key, texts=texts, begun_at=NOW)
    sessions.keep_draft(journal, draft)


def begun(journal: Journal) -> Sequence[tuple[str, tuple[str, ...]]]:
    with journal.read() as connection:
        return [(draft.key, draft.texts) for draft in sessions.drafts(connection)]


class TestTheQuestionsOfASession:
    def test_come_back_in_their_order_and_not_yet_asked(self, journal: Journal) -> None:
        choose(journal, RATING, CUE, OPEN)
        with journal.read() as connection:
            found = sessions.stored(connection, DAY, "evening")
        assert [(one.key, one.prompt, one.state) for one in found] == [
            (RATING.key, "R-01", "open"),
            (CUE.key, None, "open"),
            (OPEN.key, "I-01", "open"),
        ]

    def test_belong_to_their_day_and_part_of_it(self, journal: Journal) -> None:
        choose(journal, OPEN)
        choose(journal, CUE, kind="morning")
        assert states(journal) == {OPEN.key: "open"}
        assert states(journal, kind="morning") == {CUE.key: "open"}
        assert states(journal, DAY + timedelta(days=1)) == {}

    def test_stay_when_they_are_chosen_again_and_new_ones_come_last(self, journal: Journal) -> None:
        choose(journal, OPEN, RATING)
        mark(journal, OPEN.key, "answered")
        choose(journal, CUE, OPEN, OPEN)
        assert list(states(journal).items()) == [
            (OPEN.key, "answered"),
            (RATING.key, "open"),
            (CUE.key, "open"),
        ]

    @pytest.mark.parametrize("state", ["answered", "skipped"])
    def test_are_marked_one_by_one(self, journal: Journal, state: sessions.State) -> None:
        choose(journal, OPEN, RATING)
        choose(journal, OPEN, kind="morning")
        mark(journal, OPEN.key, state)
        assert states(journal) == {OPEN.key: state, RATING.key: "open"}
        assert states(journal, kind="morning") == {OPEN.key: "open"}

    def test_a_skipped_one_may_be_answered_after_all(self, journal: Journal) -> None:
        choose(journal, OPEN)
        mark(journal, OPEN.key, "skipped")
        mark(journal, OPEN.key, "answered")
        assert states(journal) == {OPEN.key: "answered"}

    def test_those_not_reached_are_let_go_and_may_be_chosen_again(self, journal: Journal) -> None:
        choose(journal, OPEN, RATING, CUE)
        mark(journal, OPEN.key, "answered")
        mark(journal, RATING.key, "skipped")
        with unit(journal, "session", NOW) as deed:
            sessions.let_go(deed, DAY, "evening")
        assert states(journal) == {OPEN.key: "answered", RATING.key: "skipped"}
        choose(journal, CUE)
        assert states(journal)[CUE.key] == "open"

    def test_are_nothing_a_person_would_undo(self, journal: Journal) -> None:
        choose(journal, OPEN)
        mark(journal, OPEN.key, "skipped")
        with pytest.raises(NothingToUndo):
            undo(journal, NOW)


class TestWordsBegun:
    def test_are_kept_for_their_question_field_by_field(self, journal: Journal) -> None:
        begin(journal, "the list\ncomes up", "", key="plan")
        with journal.read() as connection:
            (draft,) = sessions.drafts(connection)
        assert draft == sessions.Draft(
            day=DAY, kind="evening", key="plan", texts=("the list\ncomes up", ""), begun_at=NOW
        )

    def test_give_way_to_newer_ones_for_the_same_question(self, journal: Journal) -> None:
        begin(journal, "I had")
        begin(journal, "else", key="other")
        begin(journal, "I had to go")
        assert begun(journal) == [("other", ("else",)), (OPEN.key, ("I had to go",))]

    @pytest.mark.parametrize("texts", [(), ("",), ("  ", "\n")], ids=str)
    def test_are_let_go_when_nothing_is_left_of_them(
        self, journal: Journal, texts: tuple[str, ...]
    ) -> None:
        begin(journal, "I had")
        begin(journal, *texts)
        assert begun(journal) == []

    def test_of_other_days_and_parts_are_others(self, journal: Journal) -> None:
        begin(journal, "today")
        begin(journal, "this morning", kind="morning")
        begin(journal, "yesterday", day=DAY - timedelta(days=1))
        assert [texts for _, texts in begun(journal)] == [
            ("today",),
            ("this morning",),
            ("yesterday",),
        ]

    @pytest.mark.parametrize("state", ["answered", "skipped"])
    def test_are_let_go_when_their_question_is_done(
        self, journal: Journal, state: sessions.State
    ) -> None:
        choose(journal, OPEN)
        begin(journal, "I had")
        begin(journal, "this morning", kind="morning")
        mark(journal, OPEN.key, state)
        assert begun(journal) == [(OPEN.key, ("this morning",))]

    def test_can_be_discarded_alone(self, journal: Journal) -> None:
        begin(journal, "I had")
        begin(journal, "else", key="other")
        with journal.write() as db:
            sessions.drop_draft(db, DAY, "evening", OPEN.key)
        assert begun(journal) == [("other", ("else",))]
