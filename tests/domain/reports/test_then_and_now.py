"""Then and now: which two answers a report sets side by side."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.periods import month_of, week_of
from collab.domain.reports.report import Report, ThenAndNow
from tests.domain.reports.journals import MONDAY, SUNDAY, Json, evening, report_of

NOW = date(2024, 6, 12)


def asked(
    day: date | str, text: str | None = "words", *, prompt: str = "I-01", **more: Any
) -> Json:
    page = {key: more.pop(key) for key in ("kind", "light", "written_at") if key in more}
    answer = {"prompt": prompt, "question": "Who had a say?", "text": text, **more}
    return evening(str(day), **page, answers=[answer])


def before(days: int, text: str = "then", **more: Any) -> Json:
    return asked(NOW - timedelta(days=days), text, **more)


def pair(*entries: Json, **more: Any) -> ThenAndNow | None:
    return report_of({"entries": list(entries)}, **more).then_and_now


def test_the_same_question_has_both_answers_whole() -> None:
    assert pair(before(28, "Nobody.\n\nNot even Bo."), asked(NOW, "All six.")) == ThenAndNow(
        question="Who had a say?",
        then_day=date(2024, 5, 15),
        then_text="Nobody.\n\nNot even Bo.",
        now_day=NOW,
        now_text="All six.",
    )


@pytest.mark.parametrize(("days", "found"), [(27, False), (28, True), (84, True), (85, False)])
def test_they_lie_four_to_twelve_weeks_apart(days: int, found: bool) -> None:
    assert (pair(before(days), asked(NOW)) is not None) == found


def test_then_is_the_answer_farthest_back() -> None:
    found = pair(before(85, "too far"), before(60, "far"), before(30, "near"), asked(NOW))
    assert found is not None
    assert found.then_text == "far"


def test_now_is_the_latest_day_that_has_an_earlier_answer() -> None:
    entries = [
        before(40),
        asked(MONDAY, "early"),
        asked(NOW, "late"),
        asked(SUNDAY, "later", prompt="I-02"),
    ]
    found = pair(*entries)
    assert found is not None
    assert found.now_text == "late"


def test_of_several_questions_of_a_day_the_one_answered_first_counts() -> None:
    entries = [before(40), before(50, prompt="I-02")]
    for first, second in (("I-01", "I-02"), ("I-02", "I-01")):
        answers = [
            {"prompt": second, "question": "Who had a say?", "text": second,
             "at": "2024-06-12T19:00:00+02:00"},
            {"prompt": first, "question": "Who had a say?", "text": first,
             "at": "2024-06-12T18:00:00+02:00"},
        ]  # fmt: skip
        found = pair(*entries, evening(str(NOW), answers=answers))
        assert found is not None
        assert found.now_text == first


def test_an_answer_without_a_time_has_that_of_its_page() -> None:
    entries = [before(40), before(50, prompt="I-02")]
    morning = asked(NOW, "morning", kind="morning", written_at="2024-06-12T07:00:00+02:00")
    late = asked(NOW, "evening", prompt="I-02", written_at="2024-06-12T19:00:00+02:00")
    found = pair(*entries, late, morning)
    assert found is not None
    assert found.now_text == "morning"


ASIDE = [
    pytest.param({"light": True}, id="a light evening"),
    pytest.param({"outside": "bo"}, id="another person's words"),
    pytest.param({"talk": "t"}, id="about a talk"),
    pytest.param({"kind": "week"}, id="a weekly review"),
    pytest.param({"kind": "talk"}, id="a talk's page"),
    pytest.param({"text": None, "if": "a", "then": "b"}, id="a plan"),
    pytest.param({"question": "Who had any say?"}, id="another wording"),
    pytest.param({"question": None}, id="without its wording"),
    pytest.param({"prompt": "I-02"}, id="another question"),
]


@pytest.mark.parametrize("aside", ASIDE)
def test_what_is_never_set_beside_an_answer(aside: Json) -> None:
    assert pair(before(40), asked(NOW)) is not None
    assert pair(before(40, **aside), asked(NOW)) is None
    assert pair(before(40), asked(NOW, **aside)) is None


@pytest.mark.parametrize("aside", ASIDE[:6])
def test_nor_is_it_set_beside_its_own_kind(aside: Json) -> None:
    assert pair(before(40, **aside), asked(NOW, **aside)) is None


def test_questions_that_no_pack_asks_are_not_one_question() -> None:
    assert pair(before(40, prompt=None), asked(NOW, prompt=None)) is None


def test_a_longer_period_may_hold_both() -> None:
    period = month_of(date(2024, 5, 1))
    entries = [asked("2024-05-01", "first"), asked("2024-05-31", "last")]
    found = pair(*entries, period=period)
    assert found is not None
    assert (found.then_text, found.now_text) == ("first", "last")


def test_what_comes_after_the_as_of_day_is_not_there_yet() -> None:
    assert pair(before(40), asked(NOW), today=date(2024, 6, 11)) is None
    assert pair(before(40), asked(date(2024, 6, 17))) is None


@given(
    st.lists(
        st.tuples(st.integers(-90, 8), st.sampled_from("ab"), st.booleans()),
        max_size=25,
        unique_by=lambda one: one[:2],
    )
)
def test_the_pair_is_the_one_the_rule_names(given_: list[tuple[int, str, bool]]) -> None:
    answers = [(MONDAY + timedelta(days=n), prompt, light) for n, prompt, light in given_]
    entries = [
        asked(day, f"{prompt} {day}", prompt=prompt, light=light, kind=kind,
              written_at=f"{day}T{hour}:00:00+00:00")
        for day, prompt, light in answers
        for kind, hour in [("morning", "07") if prompt == "a" else ("evening", "19")]
    ]  # fmt: skip
    report: Report = report_of({"entries": entries}, period=week_of(MONDAY))
    expected = None
    for day, prompt in sorted((day, prompt) for day, prompt, light in answers if not light):
        earlier = [
            then
            for then, same, light in answers
            if same == prompt and not light and 28 <= (day - then).days <= 84
        ]
        if MONDAY <= day <= SUNDAY and earlier and (expected is None or day > expected[0]):
            expected = (day, prompt, min(earlier))
    found = report.then_and_now
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found.now_day, found.now_text[0], found.then_day) == expected
