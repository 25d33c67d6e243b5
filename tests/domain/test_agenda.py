"""Which questions an evening asks, and in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collab.domain.agenda import evening, plan_day
from collab.domain.entries import Plan
from collab.domain.history import History, Wanted, Wishes
from tests.domain.long_journal import PROMPTS
from tests.domain.sample_histories import TODAY, ago, keys, own, past, plan

THEMES = [prompt.theme for prompt in PROMPTS if prompt.moment == "rating"]


def this_evening(history: History, wishes: Wishes | None = None, day: date = TODAY) -> list[str]:
    return keys(evening(day, history, wishes or Wishes(), PROMPTS))


def test_an_ordinary_evening_asks_for_plan_words_ratings_and_plan() -> None:
    history = past(plans=(plan(TODAY),))
    assert this_evening(history, Wishes(focus=("candour", "trust"))) == [
        "plan-outcome:2024-06-12",
        "open:I-16",
        "rating:decide",
        "rating:candour",
        "rating:trust",
        "plan:2024-06-13",
    ]


def test_the_very_first_evening_is_short_and_ends_with_the_offer_of_a_focus() -> None:
    first = ["open:E-02", "rating:decide", "plan:2024-06-13"]
    assert this_evening(History()) == [*first, "focus"]
    assert this_evening(History(), Wishes(focus=("trust",))) == first


def test_the_first_evening_after_a_morning_with_a_plan_asks_what_became_of_it() -> None:
    history = History(last_page=TODAY, first_page=TODAY, plans=(plan(TODAY),))
    assert this_evening(history)[:2] == ["plan-outcome:2024-06-12", "open:E-02"]


def test_the_first_evening_is_whole_even_if_notes_from_long_ago_were_brought_along() -> None:
    history = History(first_page=ago(900), last_page=ago(300))
    assert this_evening(history) == ["open:E-02", "rating:decide", "plan:2024-06-13", "focus"]


@pytest.mark.parametrize(
    ("history", "wishes", "offered"),
    [
        pytest.param(past(evenings=1, set_up_offered=frozenset()), Wishes(), True, id="second"),
        pytest.param(
            past(evenings=1, set_up_offered=frozenset({"focus"})),
            Wishes(cue="the last call"),
            False,
            id="it is set already",
        ),
        pytest.param(
            past(evenings=2, set_up_offered=frozenset({"focus"})),
            Wishes(),
            True,
            id="third, the second had no place for it",
        ),
        pytest.param(past(), Wishes(), False, id="offered before"),
        pytest.param(
            past(set_up_offered=frozenset()), Wishes(), False, id="a journal that was imported"
        ),
        pytest.param(
            past(evenings=1, set_up_offered=frozenset({"focus"}), reviewed=True),
            Wishes(),
            False,
            id="a day with a review",
        ),
    ],
)
def test_the_second_evening_ends_with_the_cue(
    history: History, wishes: Wishes, offered: bool
) -> None:
    asked = this_evening(history, wishes)
    assert ("cue" in asked, asked[-1] == "cue") == (offered, offered)


@pytest.mark.parametrize(
    ("last_page", "is_gap"),
    [
        pytest.param(ago(0), False, id="a page today"),
        pytest.param(ago(1), False, id="no day without a page"),
        pytest.param(ago(3), False, id="two days without a page"),
        pytest.param(ago(4), True, id="three days without a page"),
        pytest.param(ago(40), True, id="weeks"),
    ],
)
def test_after_three_days_without_a_page_one_question_is_a_whole_evening(
    last_page: date, is_gap: bool
) -> None:
    history = past(last_page=last_page, plans=(plan(ago(1)), plan(TODAY)))
    assert (this_evening(history) == ["open:E-02"]) is is_gap


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        pytest.param((), [], id="none"),
        pytest.param((plan(TODAY),), ["2024-06-12"], id="today's"),
        pytest.param((plan(TODAY, "partly"),), [], id="today's, looked back at"),
        pytest.param((plan(ago(1)),), ["2024-06-11"], id="yesterday's"),
        pytest.param((plan(ago(1), "done"),), [], id="yesterday's, looked back at"),
        pytest.param((plan(ago(1)), plan(TODAY)), ["2024-06-12", "2024-06-11"], id="both"),
        pytest.param((plan(TODAY), plan(TODAY)), ["2024-06-12"], id="two for one day"),
        pytest.param((plan(ago(-1)),), [], id="tomorrow's"),
    ],
)
def test_todays_plan_is_read_back_and_yesterdays_if_nobody_looked_back_at_it(
    plans: tuple[Plan, ...], expected: list[str]
) -> None:
    asked = this_evening(past(plans=plans))
    assert [key for key in asked if "outcome" in key] == [f"plan-outcome:{day}" for day in expected]


def test_yesterdays_plan_is_called_yesterdays() -> None:
    first, second = evening(TODAY, past(plans=(plan(ago(1)), plan(TODAY))), Wishes(), PROMPTS)[:2]
    assert first.text == "What became of your if-then plan for today?"
    assert second.text == "What became of your if-then plan for yesterday?"


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        pytest.param({}, "open:I-01", id="the rotation"),
        pytest.param({"morning_answered": True}, "open:E-02", id="after a morning"),
        pytest.param(
            {"morning_answered": True, "asked": {"E-02": (ago(7),)}},
            "open:E-02",
            id="after a morning, asked a week ago",
        ),
        pytest.param(
            {"morning_answered": True, "asked": {"E-02": (ago(6),)}},
            "open:I-01",
            id="after a morning, asked within the week",
        ),
        pytest.param(
            {"wanted": Wanted(prompt="I-39", text="Bo", day=ago(1))},
            "asked:I-39",
            id="somebody was to be asked",
        ),
        pytest.param(
            {"wanted": Wanted(prompt="W-3", text="Bo", day=ago(7))},
            "asked:W-3",
            id="somebody was to be asked a week ago",
        ),
        pytest.param(
            {"wanted": Wanted(prompt="W-3", text="Bo", day=ago(8))},
            "open:I-01",
            id="somebody was to be asked longer ago",
        ),
        pytest.param(
            {
                "morning_answered": True,
                "wanted": Wanted(prompt="I-39", text="Bo", day=ago(1)),
            },
            "open:E-02",
            id="a morning goes before somebody to ask",
        ),
        pytest.param(
            {"wanted": Wanted(prompt="I-39", text="Bo", day=ago(1)), "outside_view": ago(30)},
            "asked:I-39",
            id="somebody to ask goes before asking for somebody",
        ),
        pytest.param({"reviewed": True}, None, id="a day with a review"),
        pytest.param({"asked": {"I-05": (TODAY,)}}, None, id="one was asked today already"),
    ],
)
def test_there_is_one_open_question_and_the_first_that_applies_is_it(
    history: dict[str, Any], expected: str | None
) -> None:
    asked = this_evening(past(**history))
    words = [key for key in asked if key.startswith(("open:", "asked:"))]
    assert words == ([expected] if expected else [])


def test_the_question_what_somebody_said_has_two_fields_and_recalls_who_it_was() -> None:
    wanted = Wanted(prompt="I-39", text="Bo: what was it like?", day=ago(1))
    question = evening(TODAY, past(wanted=wanted), Wishes(), PROMPTS)[0]
    assert question.text == "You wanted to ask: Bo: what was it like?"
    assert question.fields == ("who", "words")
    assert question.prompt == "I-39"


def test_on_a_day_with_a_review_plan_and_ratings_are_all_that_is_asked() -> None:
    history = past(reviewed=True, plans=(plan(TODAY),))
    assert this_evening(history, Wishes(focus=("trust",))) == [
        "plan-outcome:2024-06-12",
        "rating:decide",
        "rating:trust",
        "rating:purpose",
        "plan:2024-06-13",
    ]


@pytest.mark.parametrize(
    ("focus", "rated", "expected"),
    [
        pytest.param((), {}, ["decide", "purpose"], id="no focus: one more"),
        pytest.param(("trust",), {}, ["decide", "trust", "purpose"], id="one focus: one more"),
        pytest.param(("trust", "enable"), {}, ["decide", "trust", "enable"], id="two: no more"),
        pytest.param(("purpose",), {}, ["decide", "purpose", "empathy"], id="never one twice"),
        pytest.param(("decide",), {}, ["decide", "purpose"], id="the focus is the daily one"),
        pytest.param(("decide", "trust"), {}, ["decide", "trust"], id="it is one of two"),
        pytest.param(
            (),
            {theme: 20 - place for place, theme in enumerate(THEMES)} | {"difficult": 30},
            ["decide", "difficult"],
            id="the one asked longest ago",
        ),
        pytest.param(("trust",), {"decide": 0, "trust": 0}, ["purpose"], id="some rated today"),
        pytest.param(("trust",), {"enable": 0}, ["decide", "trust"], id="one more rated today"),
        pytest.param(
            ("trust", "enable"),
            {"purpose": 0, "candour": 0, "network": 0, "empathy": 0},
            [],
            id="enough rated today",
        ),
    ],
)
def test_decide_the_focus_and_with_fewer_than_two_one_more_are_rated(
    focus: tuple[str, ...], rated: dict[str, int], expected: list[str]
) -> None:
    history = past(rated={theme: ago(days) for theme, days in rated.items()})
    asked = this_evening(history, Wishes(focus=focus))
    assert [key[7:] for key in asked if key.startswith("rating:")] == expected


def test_a_rating_brings_its_fit_question_along() -> None:
    question = next(q for q in evening(TODAY, past(), Wishes(), PROMPTS) if q.kind == "rating")
    assert question.fit == "How did that suit the situation today?"
    assert question.fields == ()


@pytest.mark.parametrize(
    ("day", "writes_on_weekends", "expected"),
    [
        pytest.param(date(2024, 6, 12), False, date(2024, 6, 13), id="Wednesday"),
        pytest.param(date(2024, 6, 14), False, date(2024, 6, 17), id="Friday"),
        pytest.param(date(2024, 6, 14), True, date(2024, 6, 15), id="Friday, with weekends"),
        pytest.param(date(2024, 6, 15), False, date(2024, 6, 16), id="Saturday"),
        pytest.param(date(2024, 6, 16), False, date(2024, 6, 17), id="Sunday"),
        pytest.param(date(2024, 12, 31), False, date(2025, 1, 1), id="the last day of a year"),
    ],
)
def test_a_plan_is_for_the_next_day_the_user_usually_writes(
    day: date, writes_on_weekends: bool, expected: date
) -> None:
    assert plan_day(day, writes_on_weekends) == expected


@pytest.mark.parametrize(
    ("pages", "key", "words"),
    [
        pytest.param({date(2024, 6, 13)}, "plan:2024-06-17", "on Monday", id="weekdays alone"),
        pytest.param({date(2024, 6, 9)}, "plan:2024-06-15", "tomorrow", id="last Sunday"),
        pytest.param({date(2024, 6, 1)}, "plan:2024-06-15", "tomorrow", id="Saturday before last"),
    ],
)
def test_a_friday_plans_monday_unless_one_of_the_last_two_weekends_has_a_page(
    pages: set[date], key: str, words: str
) -> None:
    history = past(recent_pages=frozenset(pages), last_page=date(2024, 6, 13))
    question = evening(date(2024, 6, 14), history, Wishes(), PROMPTS)[-1]
    assert question.key == key
    assert question.text == (
        f"At which moment {words} will it matter how you act, alone or with others?"
    )


def test_no_plan_is_asked_for_a_day_that_has_one() -> None:
    assert "plan:2024-06-13" not in this_evening(past(plans=(plan(ago(-1)),)))
    assert this_evening(past(plans=(plan(ago(-2)),)))[-1] == "plan:2024-06-13"


def test_a_plan_prompt_of_ones_own_takes_its_turn_and_keeps_its_words() -> None:
    prompts = (*PROMPTS, own(moment="tomorrow", answer="plan", text="What will tomorrow need?"))
    friday = date(2024, 6, 14)
    history = past(last_page=TODAY, asked={"E-04": (TODAY,)})
    question = evening(friday, history, Wishes(), prompts)[-1]
    assert (question.prompt, question.text) == ("own", "What will tomorrow need?")
    assert question.key == "plan:2024-06-17"
