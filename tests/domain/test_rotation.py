"""Which open question an evening asks when nothing else lays claim to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from collab.domain.history import History, Wishes
from collab.domain.prompts import Prompt
from collab.domain.questions import open_question
from collab.domain.rotation import general_question, next_in_rotation
from tests.domain.long_journal import (
    FIRST_DAY,
    PROMPTS,
    Habits,
    LongJournal,
    every_focus,
)

pytestmark = pytest.mark.slow

TODAY = date(2024, 6, 12)
ROTATED = [p for p in PROMPTS if p.moment == "evening" and p.theme != "any" and not p.optional]
IN_PACK_ORDER = list(dict.fromkeys(prompt.theme for prompt in ROTATED))
FIRST_OF_THEME = [next(p.id for p in ROTATED if p.theme == theme) for theme in IN_PACK_ORDER]

Focuses = tuple[tuple[str, ...], ...]
ByForm = Callable[[Focuses, Focuses], Focuses]
AskedDays = dict[str, tuple[date, ...]]


def ago(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=one) for one in days)


def all_of(*themes: str, asked: int) -> AskedDays:
    """Every evening prompt of the themes, asked so many days ago."""
    return {prompt.id: ago(asked) for prompt in ROTATED if prompt.theme in themes}


def own(number: int, theme: str, every: int = 1, **other: Any) -> Prompt:
    text = "What did you hear today?"
    return Prompt(
        id=f"own-{number}", theme=theme, moment="evening", every=every, text=text, **other
    )


OWN = tuple(
    own(number, theme, every)
    for number, (theme, every) in enumerate(
        [("decide", 0), ("trust", 60), ("candour", 1), ("candour", 1), ("difficult", 0), ("any", 3)]
    )
)


def chosen(
    *focus: str,
    prompts: tuple[Prompt, ...] = PROMPTS,
    switched_on: str = "",
    **history: Any,
) -> str:
    wishes = Wishes(focus=focus, optional_prompts=frozenset({switched_on}))
    past = History(**{"evenings": 2, "first_page": TODAY - timedelta(days=10), **history})
    return next_in_rotation(TODAY, past, wishes, prompts).id


def test_the_first_turn_is_that_of_the_focus() -> None:
    assert chosen("trust", "purpose") == "I-08"


@pytest.mark.parametrize(
    ("rotation", "expected"),
    [
        pytest.param(("decide", "trust"), "I-08", id="after the focus the others"),
        pytest.param(("trust", "decide"), "I-26", id="after the others the focus"),
        pytest.param(("decide", "difficult"), "I-26", id="after a focus that was given up"),
    ],
)
def test_the_focus_and_the_others_take_turns(rotation: tuple[str, ...], expected: str) -> None:
    asked = {"I-01": ago(2), "I-25": ago(1), "D-33": ago(1)}
    assert chosen("trust", rotation=rotation, asked=asked) == expected


def test_within_a_side_the_theme_that_was_never_asked_is_next_in_the_order_of_the_packs() -> None:
    assert chosen() == FIRST_OF_THEME[0]
    assert chosen(asked={"I-01": ago(1)}) == FIRST_OF_THEME[1]
    assert chosen(asked={"I-01": ago(30), "I-08": ago(30), "I-12": ago(30)}) == FIRST_OF_THEME[3]


def test_within_a_side_the_theme_asked_longest_ago_is_next() -> None:
    asked = dict(zip(FIRST_OF_THEME, [(day,) for day in ago(*range(30, 21, -1))], strict=True))
    assert chosen(asked=asked) == "I-02"
    assert chosen(asked={**asked, "I-02": ago(1)}) == "I-09"
    assert chosen("trust", asked=asked) == "I-26"


def test_within_a_theme_the_prompt_asked_longest_ago_is_next() -> None:
    asked = all_of("purpose", asked=40) | {"I-10": ago(41)}
    assert chosen("purpose", asked=asked) == "I-10"


@pytest.mark.parametrize(
    ("prompt", "days", "expected"),
    [
        pytest.param("I-08", 6, "I-01", id="six of seven days"),
        pytest.param("I-08", 7, "I-08", id="seven of seven days"),
        pytest.param("I-09", 13, "I-01", id="thirteen of fourteen days"),
        pytest.param("I-09", 14, "I-09", id="fourteen of fourteen days"),
    ],
)
def test_a_prompt_waits_until_its_days_have_passed(prompt: str, days: int, expected: str) -> None:
    asked = all_of("purpose", asked=1) | {prompt: ago(days)}
    assert chosen("purpose", asked=asked) == expected


def test_a_prompt_that_may_come_at_any_time_comes_once_a_day() -> None:
    prompts = (*PROMPTS, own(1, "trust", every=0))
    asked = all_of("trust", asked=1)
    assert chosen("trust", prompts=prompts, asked={**asked, "own-1": ago(1)}) == "own-1"
    assert chosen("trust", prompts=prompts, asked={**asked, "own-1": ago(0)}) == "I-01"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((8, 16, 24, 32, 55), "I-01", id="five times in eight weeks"),
        pytest.param((8, 16, 24, 32, 56), "I-08", id="four times in eight weeks"),
        pytest.param((8, 16, 24, 32), "I-08", id="four times ever"),
    ],
)
def test_a_prompt_asked_five_times_in_eight_weeks_yields(
    days: tuple[int, ...], expected: str
) -> None:
    asked = all_of("purpose", asked=1) | {"I-08": ago(*days)}
    assert chosen("purpose", asked=asked) == expected


def test_a_prompt_that_yields_does_not_keep_its_theme_from_being_asked() -> None:
    asked = all_of("purpose", asked=1) | {"I-08": ago(10, 18, 26, 34, 42), "I-11": ago(9)}
    assert chosen("purpose", asked=asked) == "I-11"


def test_a_focus_with_nothing_left_gives_way_to_the_others() -> None:
    assert chosen("purpose", asked=all_of("purpose", asked=1)) == "I-01"


def test_the_others_with_nothing_left_give_way_to_the_focus() -> None:
    others = all_of(*set(IN_PACK_ORDER) - {"trust"}, asked=1)
    assert chosen("trust", asked=others, rotation=("trust",)) == "I-25"


def test_when_nothing_is_left_the_general_question_is_asked() -> None:
    assert chosen("trust", asked=all_of(*IN_PACK_ORDER, asked=1)) == "E-02"


def test_an_optional_prompt_takes_part_when_it_is_switched_on() -> None:
    asked = all_of("empathy", asked=20)
    assert chosen("empathy", asked=asked) == "I-12"
    assert chosen("empathy", asked=asked, switched_on="I-38") == "I-38"


def test_own_prompts_take_part_like_the_bundled_ones() -> None:
    prompts = (*PROMPTS, own(1, "purpose"))
    assert chosen("purpose", prompts=prompts, asked=all_of("purpose", asked=20)) == "own-1"


@pytest.mark.parametrize(
    ("general", "first", "second", "expected"),
    [
        pytest.param((), (), (), "E-02", id="nothing asked so far"),
        pytest.param((1,), (), (), "own-1", id="after the general question an own one"),
        pytest.param((2,), (1,), (), "E-02", id="after an own one the general question"),
        pytest.param((1,), (2,), (), "own-2", id="the own ones in their order"),
        pytest.param((1,), (2,), (4,), "own-2", id="the own one asked longest ago"),
        pytest.param((1,), (9,), (2,), "own-1", id="whichever that is"),
        pytest.param((1,), (3,), (2,), "E-02", id="no own one has rested"),
    ],
)
def test_own_prompts_of_no_theme_take_turns_with_the_general_question(
    general: tuple[int, ...], first: tuple[int, ...], second: tuple[int, ...], expected: str
) -> None:
    asked = {"E-02": ago(*general), "own-1": ago(*first), "own-2": ago(*second)}
    prompts = (*PROMPTS, own(1, "any", every=4), own(2, "any", every=4))
    past = History(asked=asked)
    assert general_question(TODAY, past, Wishes(), prompts).id == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        pytest.param({"first_page": ago(13)[0]}, "I-25", id="the journal is younger"),
        pytest.param({"first_page": ago(14)[0]}, "I-39", id="none ever"),
        pytest.param({"outside_view": ago(13)[0]}, "I-25", id="one within fourteen days"),
        pytest.param({"outside_view": ago(14)[0]}, "I-39", id="none for fourteen days"),
        pytest.param({"asked": {"I-39": ago(6)}}, "I-25", id="asked for too lately"),
        pytest.param({"asked": {"I-39": ago(7)}}, "I-39", id="asked for a week ago"),
        pytest.param({"asked": {"I-39": ago(7, 14, 21, 28, 35)}}, "I-25", id="too often"),
    ],
)
def test_without_an_outside_view_for_fourteen_days_asking_for_one_is_next(
    history: dict[str, Any], expected: str
) -> None:
    assert chosen("trust", **{"first_page": ago(90)[0], **history}) == expected


@pytest.mark.parametrize(
    ("missing", "expected"),
    [pytest.param(14, "I-39", id="one more evening"), pytest.param(15, "D-33", id="no more")],
)
def test_a_theme_whose_time_is_up_goes_before_everything_else(missing: int, expected: str) -> None:
    others = [theme for theme in IN_PACK_ORDER if theme != "difficult"]
    rotation = ("difficult", *(others * 2)[-missing:])
    assert chosen("trust", rotation=rotation, first_page=ago(90)[0]) == expected


HABITS = {
    "every evening": Habits(answer=0.9, outside_note=0.02),
    "everything skipped, a note a day": Habits(answer=0.0, note=1.0),
    "some evenings": Habits(
        evening=0.7, light=0.1, morning=0.3, note=0.3, review=0.05, answer=0.6, stop=0.05
    ),
    "now and then, a note a day": Habits(evening=0.2, note=1.0, answer=0.4),
}
FOCUSES = tuple(every_focus())


def _a_quarter_for(habits: Habits) -> Focuses:
    """Other focuses for other habits, so that all of them come up somewhere."""
    return FOCUSES[list(HABITS.values()).index(habits) % 4 :: 4]


@cache
def lived(focus: tuple[str, ...], habits: Habits) -> LongJournal:
    """Some 75 evenings with one focus. By its place it has own prompts, or a life before."""
    place = FOCUSES.index(focus)
    rng = Random(repr((focus, habits)))
    journal = LongJournal(prompts=(*PROMPTS, *OWN) if place % 2 else PROMPTS)
    journal.live(FIRST_DAY, 1, Habits(), rng)
    start = FIRST_DAY + timedelta(days=1)
    if place // 2 % 2:
        journal.wishes = Wishes(focus=rng.choice(FOCUSES))
        journal.live(start, 30, rng.choice(list(HABITS.values())), rng)
        start += timedelta(days=30)
    journal.wishes = Wishes(focus=focus)
    return journal.live(start, int(75 / habits.evening), habits, rng)


@pytest.mark.long
@pytest.mark.parametrize("habits", HABITS.values(), ids=HABITS)
def test_any_sixteen_rotation_evenings_hold_each_theme(habits: Habits, by_form: ByForm) -> None:
    counted = 0
    focuses = by_form(_a_quarter_for(habits), FOCUSES)
    for focus in focuses:
        themes = [one.question.theme for one in lived(focus, habits).rotation]
        for first in range(len(themes) - 15):
            assert set(themes[first : first + 16]) == set(IN_PACK_ORDER), (focus, first)
            counted += 1
    assert counted > 25 * len(focuses)


def test_any_sixteen_rotation_evenings_hold_each_theme_whatever_the_journal_held_before() -> None:
    for focus in FOCUSES:
        journal = LongJournal(wishes=Wishes(focus=focus))
        rng = Random(repr(focus))
        _pretend(journal, rng)
        held = len(journal.rotation)
        journal.live(FIRST_DAY, 60, Habits(evening=0.9), rng)
        themes = [one.question.theme for one in journal.rotation][held:]
        for first in range(len(themes) - 15):
            assert set(themes[first : first + 16]) == set(IN_PACK_ORDER), (focus, first)


def test_the_focus_has_every_second_evening_while_it_has_questions() -> None:
    for focus in (focus for focus in FOCUSES if len(focus) == 2):
        journal = LongJournal(wishes=Wishes(focus=focus))
        journal.live(FIRST_DAY, 15, Habits(outside_note=1.0), Random(1))
        sides = [one.question.theme in focus for one in journal.rotation]
        assert len(sides) > 11
        assert sides == [place % 2 == 0 for place in range(len(sides))], focus


@pytest.mark.long
@pytest.mark.parametrize("habits", HABITS.values(), ids=HABITS)
def test_no_prompt_comes_too_soon_or_too_often(habits: Habits, by_form: ByForm) -> None:
    rest = {prompt.id: max(prompt.every, 1) for prompt in (*PROMPTS, *OWN)}
    for focus in by_form(_a_quarter_for(habits), FOCUSES):
        days: dict[str, list[date]] = {}
        for one in lived(focus, habits).rotation:
            days.setdefault(one.question.prompt or "", []).append(one.day)
        for prompt, asked in days.items():
            for earlier, later in pairwise(asked):
                assert (later - earlier).days >= rest[prompt], prompt
            for earlier, later in zip(asked, asked[5:], strict=False):
                assert (later - earlier).days >= 56, prompt


def _pretend(journal: LongJournal, rng: Random) -> None:
    """Forty evenings that asked about four themes only, in no order at all."""
    themes = rng.sample(IN_PACK_ORDER, 4)
    prompts = [prompt for prompt in ROTATED if prompt.theme in themes]
    for day in (FIRST_DAY - timedelta(days=n) for n in range(40, 0, -1)):
        journal.reach(day, "evening", open_question(rng.choice(prompts)), answered=True)
