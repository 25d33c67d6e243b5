"""Bringing a document into a journal that holds something already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collab.domain.entries import Answer
from collab.exchange.journal_json.merge import Merged
from collab.storage import pages
from collab.storage.changes import undo, unit
from collab.storage.database import Journal
from tests.exchange.documents import NOW, bring_in, document, export, exported
from tests.soundness import faults_in

DAY = "2024-06-10"
OTHER = "has another content in the journal; the journal's stays."


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    path = tmp_path / "journal.db"
    yield Journal(str(path))
    assert faults_in(path) == []


def evening(**own: Any) -> dict[str, Any]:
    return {"day": DAY, "kind": "evening", **own}


def answer(text: str, prompt: str | None = "E-02", **own: Any) -> dict[str, Any]:
    return {"text": text, "prompt": prompt, **own}


def faults(merged: Merged) -> dict[str, str]:
    return {fault.place: fault.sentence for fault in merged.faults}


def remove(journal: Journal, entry: str) -> None:
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, entry)


class TestWithoutIds:
    def test_equal_records_stay_several(self, journal: Journal) -> None:
        promise = {"side": "mine", "what": "call Bo", "due": "2024-06-14"}
        note = {"day": DAY, "text": "the same words"}
        data = document(entries=[note, note], promises=[promise, promise, promise])
        merged = bring_in(journal, data)
        assert merged.added == {"entries": 2, "promises": 3}
        again = bring_in(journal, data)
        assert (again.added, again.known) == ({}, 5)

    def test_one_more_of_the_same_is_one_more(self, journal: Journal) -> None:
        promise = {"side": "mine", "what": "call Bo", "due": "2024-06-14"}
        bring_in(journal, document(promises=[promise] * 2))
        assert bring_in(journal, document(promises=[promise] * 3)).added == {"promises": 1}

    def test_five_new_entries_in_a_longer_file_are_five(self, journal: Journal) -> None:
        notes = [{"day": DAY, "text": f"note {n}"} for n in range(12)]
        bring_in(journal, document(entries=notes[:7]))
        assert bring_in(journal, document(entries=notes)).added == {"entries": 5}

    def test_the_same_answer_on_two_days_is_two(self, journal: Journal) -> None:
        entries = [evening(day=day, answers=[answer("words")]) for day in (DAY, "2024-06-11")]
        assert bring_in(journal, document(entries=entries)).added["answers"] == 2

    def test_answers_without_a_question_are_equal_only_by_id(self, journal: Journal) -> None:
        twice = [answer("words", None), answer("words", None)]
        data = document(entries=[evening(answers=twice)])
        assert bring_in(journal, data).added["answers"] == 2
        assert bring_in(journal, data).added == {}


class TestThePageThatIsThere:
    @pytest.fixture(autouse=True)
    def page(self, journal: Journal) -> None:
        bring_in(
            journal,
            document(
                entries=[
                    evening(
                        id="e1",
                        written_at=f"{DAY}T18:00:00Z",
                        tags=["budget"],
                        answers=[answer("the journal's words", id="a1")],
                    )
                ]
            ),
        )

    def test_what_another_document_holds_of_it_is_added(self, journal: Journal) -> None:
        more = evening(
            answers=[answer("more", "I-01")],
            ratings=[{"theme": "decide", "value": 3}],
            plan={"then": "ask"},
            text="its own words",
        )
        merged = bring_in(journal, document(entries=[more]))
        assert merged.faults == []
        assert merged.added == {"answers": 1, "ratings": 1, "plans": 1}
        (entry,) = exported(journal)["entries"]
        assert (entry["id"], entry["text"]) == ("e1", "its own words")
        assert [one["text"] for one in entry["answers"]] == ["the journal's words", "more"]

    @pytest.mark.parametrize(
        ("own", "place"),
        [
            ({"written_at": f"{DAY}T19:00:00Z"}, "written_at"),
            ({"tags": ["other"]}, "tags"),
            ({"people": ["ana"]}, "people"),
            ({"week": "2024-W24"}, "week"),
            ({"outside": "bo"}, "outside"),
            ({"imported_from": "a diary"}, "imported_from"),
            ({"light": True}, "light"),
            ({"starred": True}, "starred"),
            ({"id": "e1", "day": "2024-06-11"}, "day"),
            ({"id": "e1", "kind": "morning"}, "kind"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_its_own_other_fields_must_agree(
        self, journal: Journal, own: dict[str, Any], place: str
    ) -> None:
        before = export(journal)
        merged = bring_in(journal, document(entries=[evening(text="x") | own]))
        assert faults(merged) == {f"entries[0].{place}": OTHER}
        assert export(journal) == before

    def test_an_instant_written_in_another_zone_agrees(self, journal: Journal) -> None:
        same = evening(written_at=f"{DAY}T18:00:00+00:00", answers=[answer("more", "I-01")])
        assert bring_in(journal, document(entries=[same])).added == {"answers": 1}

    def test_its_words_are_not_changed(self, journal: Journal) -> None:
        bring_in(journal, document(entries=[evening(text="the first words")]))
        merged = bring_in(journal, document(entries=[evening(text="other words")]))
        assert faults(merged) == {"entries[0].text": OTHER}

    @pytest.mark.parametrize("own", [{}, {"id": "a9"}, {"id": "a1"}], ids=str)
    def test_the_answer_to_a_question_is_not_changed(
        self, journal: Journal, own: dict[str, Any]
    ) -> None:
        other = answer("the document's words", **own)
        merged = bring_in(journal, document(entries=[evening(answers=[other])]))
        assert faults(merged) == {"entries[0].answers[0]": OTHER}
        assert exported(journal)["entries"][0]["answers"][0]["text"] == "the journal's words"

    @pytest.mark.parametrize("own", [{}, {"id": "a9"}, {"id": "a1"}], ids=str)
    def test_the_same_answer_is_known_under_any_id(
        self, journal: Journal, own: dict[str, Any]
    ) -> None:
        same = answer("the journal's words", **own)
        merged = bring_in(journal, document(entries=[evening(answers=[same])]))
        assert (merged.added, merged.known, merged.faults) == ({}, 2, [])

    def test_a_second_plan_is_a_contradiction(self, journal: Journal) -> None:
        bring_in(journal, document(entries=[evening(plan={"then": "ask"})]))
        merged = bring_in(journal, document(entries=[evening(plan={"then": "wait"})]))
        assert faults(merged) == {"entries[0].plan": OTHER}

    def test_two_entries_of_one_document_are_one_page(self, journal: Journal) -> None:
        two = [evening(answers=[answer("more", prompt)]) for prompt in ("I-01", "I-02")]
        assert bring_in(journal, document(entries=two)).added == {"answers": 2}
        assert len(exported(journal)["entries"]) == 1


@pytest.mark.parametrize(
    ("part", "record", "other"),
    [
        ("entries", {"id": "x", "day": DAY, "text": "a"}, {"text": "b"}),
        ("talks", {"id": "x", "who": "B.", "added": DAY}, {"about": "b"}),
        ("promises", {"id": "x", "side": "mine", "what": "a", "due": DAY}, {"done": DAY}),
        ("people", {"id": "x", "name": "ana", "added": DAY}, {"role": "boss"}),
        ("people", {"id": "x", "name": "ana", "added": DAY}, {"name": "bo"}),
    ],
)
def test_a_known_id_with_other_content_is_a_fault(
    journal: Journal, part: str, record: dict[str, Any], other: dict[str, Any]
) -> None:
    bring_in(journal, document(**{part: [record]}))
    before = export(journal)
    merged = bring_in(journal, document(**{part: [record | other]}))
    assert list(faults(merged).values()) == [OTHER]
    assert next(iter(faults(merged))).startswith(f"{part}[0]")
    assert export(journal) == before


def test_an_answer_of_another_page_is_a_fault(journal: Journal) -> None:
    first = evening(answers=[answer("words", id="a1")])
    bring_in(journal, document(entries=[first]))
    merged = bring_in(journal, document(entries=[first | {"day": "2024-06-11"}]))
    assert faults(merged) == {"entries[0].answers[0]": OTHER}
    assert len(exported(journal)["entries"]) == 1


class TestRatings:
    def instants(self, journal: Journal) -> list[str]:
        (entry,) = exported(journal)["entries"]
        return [rating["rated_at"] for rating in entry["ratings"]]

    def test_without_an_instant_they_follow_the_page_by_a_second(self, journal: Journal) -> None:
        three = [{"theme": "decide", "value": value} for value in (1, 1, "W")]
        at = f"{DAY}T18:00:00+02:00"
        bring_in(journal, document(entries=[evening(written_at=at, ratings=three)]))
        assert self.instants(journal) == [f"{DAY}T18:00:0{n}+02:00" for n in range(3)]

    def test_without_any_instant_it_is_noon_in_greenwich(self, journal: Journal) -> None:
        two = [{"theme": "decide", "value": 1}, {"theme": "trust", "value": 1}]
        bring_in(journal, document(entries=[evening(ratings=two)]))
        assert self.instants(journal) == [f"{DAY}T12:00:00+00:00", f"{DAY}T12:00:01+00:00"]

    def test_a_known_one_may_come_without_its_instant(self, journal: Journal) -> None:
        rating = {"id": "r1", "theme": "decide", "value": 1}
        given = rating | {"rated_at": f"{DAY}T20:00:00+00:00"}
        bring_in(journal, document(entries=[evening(ratings=[given])]))
        merged = bring_in(journal, document(entries=[evening(ratings=[rating])]))
        assert (merged.added, merged.faults) == ({}, [])

    def test_at_the_end_of_the_calendar_the_instant_must_be_given(self, journal: Journal) -> None:
        last = {"day": "9999-12-31", "written_at": "9999-12-31T23:59:59Z"}
        two = [{"theme": "decide", "value": 1}, {"theme": "trust", "value": 1}]
        merged = bring_in(journal, document(entries=[last | {"ratings": two}]))
        assert list(faults(merged)) == ["entries[0].ratings[1].rated_at"]


class TestPeople:
    def test_a_name_nobody_added_becomes_a_person(self, journal: Journal) -> None:
        bring_in(journal, document(entries=[{"day": DAY, "text": "@Ana", "people": ["Bo"]}]))
        people = exported(journal)["people"]
        assert sorted((one["name"], tuple(one["names"])) for one in people) == [
            ("ana", ("ana",)),
            ("bo", ("bo",)),
        ]
        assert all(one.keys() == {"id", "name", "names"} for one in people)

    def test_a_person_who_was_only_named_may_be_added_later(self, journal: Journal) -> None:
        bring_in(journal, document(entries=[{"day": DAY, "text": "@ana"}]))
        ana = {"id": "p1", "name": "Ana", "names": ["Ana", "anna"], "role": "report"}
        assert bring_in(journal, document(people=[ana])).added == {"people": 1}
        assert exported(journal)["people"] == [ana]
        assert bring_in(journal, document(people=[ana])).added == {}

    def test_two_journals_that_name_the_same_person_can_be_joined(
        self, journal: Journal, tmp_path: Path
    ) -> None:
        other = Journal(str(tmp_path / "other.db"))
        for one in (journal, other):
            bring_in(one, document(entries=[{"day": DAY, "text": f"@ana {one.path}"}]))
        assert bring_in(journal, export(other)).faults == []
        assert len(exported(journal)["people"]) == 1

    def test_a_mere_name_says_nothing_new_of_a_person(self, journal: Journal) -> None:
        ana = {"id": "p1", "name": "Ana", "names": ["Ana", "anna"], "role": "report"}
        bring_in(journal, document(people=[ana]))
        merged = bring_in(journal, document(people=[{"id": "p9", "name": "anna"}]))
        assert (merged.added, merged.known, merged.faults) == ({}, 1, [])
        assert exported(journal)["people"] == [ana]

    def test_one_name_of_two_people_is_a_fault(self, journal: Journal) -> None:
        ana = {"name": "ana", "names": ["ana", "Anna"], "role": "report"}
        merged = bring_in(journal, document(people=[ana, {"name": "anna", "role": "peer"}]))
        sentence = "one of these names belongs to another person."
        assert faults(merged) == {"people[1].names": sentence}
        merged = bring_in(journal, document(people=[{"name": "ANNA", "role": "boss"}]))
        assert faults(merged) == {"people[0].names": sentence}

    def test_the_same_name_twice_in_one_document_is_a_fault(self, journal: Journal) -> None:
        merged = bring_in(journal, document(people=[{"name": "ana"}, {"name": "Ana"}]))
        assert list(faults(merged)) == ["people[1].names"]


class TestReferences:
    def test_a_talk_may_stand_after_the_answer_about_it(self, journal: Journal) -> None:
        about = answer("words", "D-01", talk="t1", step="prepare")
        talk = {"id": "t1", "who": "B.", "added": DAY}
        data = document(entries=[evening(answers=[about])], talks=[talk])
        assert bring_in(journal, data).faults == []

    def test_a_talk_may_be_in_the_journal_alone(self, journal: Journal) -> None:
        bring_in(journal, document(talks=[{"id": "t1", "who": "B.", "added": DAY}]))
        about = answer("words", "D-01", talk="t1")
        assert bring_in(journal, document(entries=[evening(answers=[about])])).faults == []

    def test_a_talk_that_is_nowhere_is_a_fault(self, journal: Journal) -> None:
        entry = evening(answers=[answer("kept"), answer("left out", "D-01", talk="t1")])
        merged = bring_in(journal, document(entries=[entry]))
        assert faults(merged) == {
            "entries[0].answers[1].talk": "names a talk that is nowhere to be found."
        }
        (kept,) = exported(journal)["entries"]
        assert [one["text"] for one in kept["answers"]] == ["kept"]

    def test_a_page_whose_every_part_was_left_out_is_no_page(self, journal: Journal) -> None:
        bad = evening(answers=[answer("left out", "D-01", talk="t1")])
        merged = bring_in(journal, document(entries=[bad]))
        assert merged.added.total() == 0
        assert exported(journal)["entries"] == []
        talk = {"id": "t1", "who": "B.", "added": DAY}
        mended = bring_in(journal, document(entries=[bad], talks=[talk]))
        assert mended.added == {"entries": 1, "answers": 1, "talks": 1}

    def test_a_talk_that_was_taken_back_is_nowhere(self, journal: Journal) -> None:
        """An export of such an answer would name a talk that is not in it."""
        bring_in(journal, document(talks=[{"id": "t1", "who": "B.", "added": DAY}]))
        undo(journal, NOW)
        about = evening(answers=[answer("left out", "D-01", talk="t1")])
        assert faults(bring_in(journal, document(entries=[about]))) == {
            "entries[0].answers[0].talk": "names a talk that is nowhere to be found."
        }

    def test_a_page_that_is_nowhere_is_a_fault(self, journal: Journal) -> None:
        promise = {"side": "mine", "what": "x", "due": DAY, "entry": "e9"}
        merged = bring_in(journal, document(promises=[promise]))
        assert faults(merged) == {
            "promises[0].entry": "names an entry that is nowhere to be found."
        }

    def test_a_promise_whose_page_was_removed_may_name_it(self, journal: Journal) -> None:
        promise = {"id": "m1", "side": "mine", "what": "x", "due": DAY, "entry": "e1"}
        data = document(entries=[{"id": "e1", "day": DAY, "text": "x"}], promises=[promise])
        bring_in(journal, data)
        remove(journal, "e1")
        assert bring_in(journal, data).faults == []


class TestWhatWasRemoved:
    DATA = document(
        entries=[evening(id="e1", answers=[answer("words", id="a1"), answer("x", "I-01", id="a2")])]
    )

    def test_a_page_stays_removed_and_is_counted(self, journal: Journal) -> None:
        bring_in(journal, self.DATA)
        remove(journal, "e1")
        merged = bring_in(journal, self.DATA)
        assert (merged.added, merged.removed) == ({}, 1)
        assert exported(journal)["entries"] == []

    def test_a_page_without_id_stays_removed_too(self, journal: Journal) -> None:
        data = document(entries=[evening(answers=[answer("words")])])
        bring_in(journal, data)
        remove(journal, exported(journal)["entries"][0]["id"])
        merged = bring_in(journal, data)
        assert (merged.added, merged.removed) == ({}, 1)

    def test_an_answer_stays_removed_and_is_counted(self, journal: Journal) -> None:
        bring_in(journal, self.DATA)
        with unit(journal, "delete", NOW) as deed:
            pages.remove_part(deed, "answers", "a2")
        merged = bring_in(journal, self.DATA)
        assert (merged.added, merged.removed, merged.known) == ({}, 1, 2)

    def test_even_if_the_question_was_answered_anew(self, journal: Journal) -> None:
        bring_in(journal, self.DATA)
        with unit(journal, "delete", NOW) as deed:
            pages.remove_part(deed, "answers", "a2")
            pages.put_answer(deed, "e1", Answer(id="a3", prompt="I-01", text="new words"))
        merged = bring_in(journal, self.DATA)
        assert (merged.added, merged.removed, merged.faults) == ({}, 1, [])

    def test_what_an_undo_took_back_comes_again(self, journal: Journal) -> None:
        bring_in(journal, self.DATA)
        before = export(journal)
        undo(journal, NOW)
        assert exported(journal)["entries"] == []
        merged = bring_in(journal, self.DATA)
        assert merged.added == {"entries": 1, "answers": 2}
        assert export(journal) == before

    def test_but_not_over_a_page_begun_since(self, journal: Journal) -> None:
        bring_in(journal, self.DATA)
        undo(journal, NOW)
        bring_in(journal, document(entries=[evening(id="e2", answers=[answer("new words")])]))
        merged = bring_in(journal, self.DATA)
        assert faults(merged) == {"entries[0].answers[0]": OTHER}
        assert merged.added == {"answers": 1}
        (entry,) = exported(journal)["entries"]
        assert (entry["id"], [one["text"] for one in entry["answers"]]) == (
            "e2",
            ["new words", "x"],
        )


def test_an_import_is_undone_in_one_go(journal: Journal) -> None:
    bring_in(journal, document(entries=[{"day": DAY, "text": "before"}]))
    before = export(journal)
    bring_in(
        journal,
        document(
            entries=[
                evening(answers=[answer("@cy #time")], ratings=[{"theme": "trust", "value": 2}])
            ],
            talks=[{"who": "B.", "added": DAY}],
            promises=[{"side": "mine", "what": "x", "due": DAY}],
            people=[{"name": "ana", "role": "peer"}],
        ),
    )
    assert undo(journal, NOW).command == "import"
    assert export(journal) == before


def test_an_import_touches_nothing_that_is_there(journal: Journal) -> None:
    bring_in(journal, document(entries=[evening(answers=[answer("words")])]))
    with journal.read() as connection:
        before = [tuple(row) for row in connection.execute("SELECT * FROM answers")]
    notes = [{"day": DAY, "text": f"note {n}"} for n in range(20)]
    bring_in(journal, document(entries=[*notes, evening(answers=[answer("more", "I-01")])]))
    with journal.read() as connection:
        after = [tuple(row) for row in connection.execute("SELECT * FROM answers")]
    assert after[:1] == before
