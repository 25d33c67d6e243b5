"""How much was written, and the words that stand for each day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collab.domain.reports.report import DayWords
from tests.domain.reports.journals import Json, evening, lines, note, rated, report_of

TUESDAY = "2024-06-11"


def answer(text: str, **more: Any) -> Json:
    return {"text": text, **more}


def test_the_head_counts_days_and_light_evenings() -> None:
    journal = {
        "entries": [
            evening("2024-06-10", light=True, answers=[answer("Soup.")]),
            note("2024-06-10", "A thought."),
            evening("2024-06-12", light=True, answers=[answer("Sleep.")]),
            evening("2024-06-14", text="Words."),
            note("2024-06-17", "Next week."),
        ]
    }
    head = report_of(journal).head
    assert lines(head.says) == [["written", "on 3 of 7 days; 2 light evenings"]]
    assert (head.days_written, head.days, head.entries, head.light) == (3, 7, 4, 2)
    assert head.day_marks == ("light", "", "light", "", "written", "", "")


def test_a_page_with_nothing_on_it_makes_no_day_written() -> None:
    head = report_of({"entries": [evening("2024-06-10", light=True)]}).head
    assert lines(head.says) == [["written", "on 0 of 7 days"]]


def test_days_to_come_have_no_mark() -> None:
    journal = {"entries": [note("2024-06-11", "A."), note("2024-06-13", "Not yet written.")]}
    report = report_of(journal, today=date(2024, 6, 12))
    assert lines(report.head.says) == [["written", "on 1 of 3 days so far"]]
    assert report.head.day_marks == ("", "written", "", None, None, None, None)
    assert [words.text for words in report.words] == ["A."]


def test_on_its_last_day_a_week_is_over() -> None:
    report = report_of({}, today=date(2024, 6, 16))
    assert lines(report.head.says) == [["written", "on 0 of 7 days"]]


def test_the_first_day_of_a_running_week() -> None:
    report = report_of({"entries": [note("2024-06-10", "A.")]}, today=date(2024, 6, 10))
    assert lines(report.head.says) == [["written", "on 1 of 1 day so far"]]


def words_of(*pages: Json) -> DayWords:
    (words,) = report_of({"entries": list(pages)}).words
    return words


EVENING = evening(TUESDAY, answers=[answer("The evening.", question="What?")])
LAST_NOTE = note(TUESDAY, "The last note.", written_at="2024-06-11T12:00:00+02:00")
MORNING = {"day": TUESDAY, "kind": "morning", "answers": [answer("The morning.")]}
PLANNED = evening(TUESDAY, plan={"if": "it rains.", "then": "stay", "for": "2024-06-12"})
TALKED = {"day": TUESDAY, "kind": "talk", "answers": [answer("The talk.", talk="t")]}
REVIEWED = {"day": TUESDAY, "kind": "week", "answers": [answer("The review.")]}
TOLD = note(TUESDAY, "Their words.", outside="ana")
RATED = rated("decide", TUESDAY)[0]

LADDER = [
    (EVENING, "The evening."),
    (LAST_NOTE, "The last note."),
    (MORNING, "The morning."),
    (PLANNED, "If it rains, then I will stay"),
    (REVIEWED, "The review."),
    (TOLD, "Their words."),
    (RATED, "ratings only"),
]


@pytest.mark.parametrize("rung", range(len(LADDER)), ids=[text for _, text in LADDER])
def test_the_first_rung_that_was_written_stands_for_the_day(rung: int) -> None:
    words = words_of(*[page for page, _ in reversed(LADDER[rung:])])
    assert words.text == LADDER[rung][1]
    assert (words.starred, words.light) == (False, False)


def test_an_answer_about_a_talk_outside_a_session_stands_where_a_review_does() -> None:
    assert words_of(TALKED, RATED, TOLD).text == "The talk."
    assert words_of(TALKED, PLANNED).text == "If it rains, then I will stay"


def test_the_last_note_is_the_one_written_last() -> None:
    early = note(TUESDAY, "Early.", written_at="2024-06-11T11:30:00+02:00")
    late = note(TUESDAY, "Late.", written_at="2024-06-11T10:00:00+00:00")
    assert words_of(late, early).text == "Late."


def test_of_notes_without_a_time_the_last_one_counts() -> None:
    assert words_of(note(TUESDAY, "One."), note(TUESDAY, "Two.")).text == "Two."


def test_a_talk_question_in_the_evenings_place_stands_before_the_plan() -> None:
    talked = evening(TUESDAY, answers=[answer("Rui spoke.", talk="t", step="debrief")])
    assert words_of({**talked, "plan": PLANNED["plan"]}).text == "Rui spoke."


def test_an_open_answer_stands_before_a_talk_answer_of_the_same_evening() -> None:
    talked = answer("Rui spoke.", talk="t", step="debrief")
    assert words_of(evening(TUESDAY, answers=[talked, answer("Open.")])).text == "Open."


def test_the_plan_for_the_day_stands_before_the_one_for_tomorrow() -> None:
    today = {"day": TUESDAY, "kind": "morning", "plan": {"then": "ask", "question": "When?"}}
    words = words_of(PLANNED, today)
    assert (words.text, words.question) == ("I will ask", "When?")


def test_another_persons_words_give_way_to_the_writers_own() -> None:
    asked = evening(TUESDAY, answers=[answer("You waited.", outside="ana")])
    assert words_of(asked).text == "You waited."
    assert words_of(asked, MORNING).text == "The morning."


def test_words_on_the_page_itself_are_not_called_ratings_only() -> None:
    assert words_of({**RATED, "text": "Before the first question."}).text == (
        "Before the first question."
    )


def test_the_question_and_the_page_come_with_the_words() -> None:
    words = words_of({**EVENING, "id": "page-1"})
    assert (words.question, words.entry) == ("What?", "page-1")


def test_a_light_evening_without_a_star_says_only_that() -> None:
    light = evening(TUESDAY, light=True, answers=[answer("Soup.")])
    words = words_of(light, LAST_NOTE, MORNING)
    assert (words.text, words.light, words.starred) == ("light evening", True, False)


def test_a_star_on_a_light_evening_brings_its_words() -> None:
    light = evening(TUESDAY, light=True, answers=[answer("Soup.", starred=True)])
    words = words_of(light)
    assert (words.text, words.light, words.starred) == ("Soup.", True, True)


def test_of_several_stars_the_latest_counts() -> None:
    early = answer("Early.", starred=True, at="2024-06-11T08:00:00+02:00")
    late = answer("Late.", starred=True, at="2024-06-11T19:00:00+02:00")
    unstarred = answer("Latest of all.", at="2024-06-11T21:00:00+02:00")
    words = words_of(
        evening(TUESDAY, answers=[late, unstarred]),
        {"day": TUESDAY, "kind": "morning", "answers": [early]},
    )
    assert (words.text, words.starred) == ("Late.", True)


def test_a_star_without_a_time_has_that_of_its_page() -> None:
    def starred(hour: int, text: str) -> Json:
        written = f"2024-06-11T{hour}:00:00+02:00"
        return evening(TUESDAY, written_at=written, answers=[answer(text, starred=True)])

    assert words_of(starred(21, "Late."), starred(18, "Early.")).text == "Late."


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(note(TUESDAY, "A whole\nnote."), "A whole\nnote.", id="note"),
        pytest.param(EVENING, "The evening.", id="evening"),
        pytest.param(PLANNED, "If it rains, then I will stay", id="plan"),
        pytest.param(TOLD, "Their words.", id="outside view"),
    ],
)
def test_a_starred_page_stands_for_its_day(page: Json, text: str) -> None:
    unstarred = evening(TUESDAY, answers=[answer("Something else.")])
    words = words_of(unstarred, {**page, "starred": True})
    assert (words.text, words.starred) == (text, True)


def test_a_star_on_a_page_of_ratings_changes_nothing() -> None:
    words = words_of({**RATED, "starred": True})
    assert (words.text, words.starred) == ("ratings only", False)


def test_each_written_day_has_its_words_in_order() -> None:
    report = report_of({"entries": [note("2024-06-12", "B."), note("2024-06-10", "A.")]})
    assert [(words.day.day, words.text) for words in report.words] == [(10, "A."), (12, "B.")]
