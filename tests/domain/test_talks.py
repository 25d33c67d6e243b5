"""Talks as they change: a day set, held, let go."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.frozen import replace
from collab.domain.talks import FollowUp, Talk
from collab.errors import AlreadyEnded, DayIsOver, NotHeldYet, SameDay

JUNE = [date(2024, 6, 1), *(date(2024, 6, day) for day in range(1, 31))]
"""`JUNE[10]` is Monday 10 June 2024."""
TALK = Talk(id="t", who="Rui", added=JUNE[1], expected=4)


def test_the_first_date_is_no_move_and_each_later_one_is() -> None:
    once = TALK.set_for(JUNE[12], on=JUNE[10])
    twice = once.set_for(JUNE[14], on=JUNE[12])

    assert (once.date, once.moved) == (JUNE[12], ())
    assert twice.date == JUNE[14]
    assert [(move.on, move.from_, move.to) for move in twice.moved] == [
        (JUNE[12], JUNE[12], JUNE[14])
    ]


def test_a_talk_is_set_for_another_day_that_is_not_over() -> None:
    with pytest.raises(DayIsOver):
        TALK.set_for(JUNE[9], on=JUNE[10])
    with pytest.raises(SameDay):
        TALK.set_for(JUNE[12], on=JUNE[10]).set_for(JUNE[12], on=JUNE[11])
    assert TALK.set_for(JUNE[10], on=JUNE[10]).date == JUNE[10]


@pytest.mark.parametrize(
    ("planned", "held"),
    [
        pytest.param(None, 14, id="no date: today"),
        pytest.param(12, 12, id="its date, once that is here"),
        pytest.param(14, 14, id="its date, today"),
        pytest.param(20, 14, id="today, before its date"),
    ],
)
def test_a_talk_that_is_over_was_held_on_its_date_if_that_is_not_to_come(
    planned: int | None, held: int
) -> None:
    talk = replace(TALK, date=JUNE[planned]) if planned else TALK

    assert talk.likely_held(JUNE[14]) == JUNE[held]
    assert talk.held_on(JUNE[held]).with_hardness(2).was == 2


def test_what_was_held_is_not_planned_again_and_what_was_let_go_has_ended() -> None:
    held = TALK.held_on(JUNE[12])
    gone = held.let_go_on(JUNE[14], "handed over to Dee")

    assert held.is_open()
    assert not gone.is_open()
    assert (gone.let_go, gone.reason) == (JUNE[14], "handed over to Dee")
    for done in (held, gone, replace(held, closed=JUNE[13])):
        with pytest.raises(AlreadyEnded):
            done.held_on(JUNE[15])
        with pytest.raises(AlreadyEnded):
            done.set_for(JUNE[16], on=JUNE[15])
    for ended in (gone, replace(held, closed=JUNE[13])):
        with pytest.raises(AlreadyEnded):
            ended.let_go_on(JUNE[15])


STEPS = {
    "set": lambda talk: talk.set_for(JUNE[20], on=JUNE[14]),
    "held": lambda talk: talk.held_on(JUNE[14]),
    "debriefed": lambda talk: talk.debriefed_on(JUNE[14]),
    "follow-up": lambda talk: talk.to_follow_up(JUNE[20], on=JUNE[14]),
    "followed up": lambda talk: talk.followed_up_on(JUNE[14]),
    "closed": lambda talk: talk.closed_on(JUNE[14]),
    "let go": lambda talk: talk.let_go_on(JUNE[14]),
}
STATES = {
    "planned": TALK,
    "held": TALK.held_on(JUNE[12]),
    "closed": TALK.held_on(JUNE[12]).closed_on(JUNE[13]),
    "let go": TALK.let_go_on(JUNE[13]),
}
REFUSED = {
    "planned": {"debriefed", "follow-up", "followed up", "closed"},
    "held": {"set", "held"},
    "closed": {"set", "held", "follow-up", "followed up", "closed", "let go"},
    "let go": {"set", "held", "debriefed", "follow-up", "followed up", "closed", "let go"},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", STEPS)
def test_the_steps_of_a_talk_have_an_order(state: str, step: str) -> None:
    if step in REFUSED[state]:
        with pytest.raises((AlreadyEnded, NotHeldYet)):
            STEPS[step](STATES[state])
    else:
        assert STEPS[step](STATES[state]) != STATES[state]


def test_the_day_of_the_first_debrief_stays() -> None:
    once = STATES["held"].debriefed_on(JUNE[13])

    assert once.debriefed == JUNE[13]
    assert once.debriefed_on(JUNE[20]) == once


def test_one_follow_up_is_agreed_at_a_time_and_those_done_stay() -> None:
    talk = STATES["held"].to_follow_up(JUNE[20], on=JUNE[14])
    assert talk.follow_ups == (FollowUp(due=JUNE[20]),)
    assert talk.to_follow_up(JUNE[22], on=JUNE[15]).follow_ups == (FollowUp(due=JUNE[22]),)
    with pytest.raises(DayIsOver):
        talk.to_follow_up(JUNE[13], on=JUNE[14])

    again = talk.followed_up_on(JUNE[21]).to_follow_up(JUNE[28], on=JUNE[21])
    assert again.follow_ups == (
        FollowUp(due=JUNE[20], done=JUNE[21]),
        FollowUp(due=JUNE[28]),
    )


def test_looking_back_early_or_unasked_is_a_follow_up_too() -> None:
    held = STATES["held"]

    early = held.to_follow_up(JUNE[20], on=JUNE[14]).followed_up_on(JUNE[18])
    assert early.follow_ups == (FollowUp(due=JUNE[20], done=JUNE[18]),)
    assert held.followed_up_on(JUNE[18]).follow_ups == (FollowUp(due=JUNE[18], done=JUNE[18]),)


@pytest.mark.parametrize(
    ("step", "asked", "ended"),
    [
        pytest.param("debrief", {"a": 14, "b": 13}, {"debriefed": JUNE[14]}, id="the last day"),
        pytest.param("debrief", {"a": 14}, {}, id="one is left"),
        pytest.param("debrief", {"a": 9, "b": 8}, {"debriefed": JUNE[12]}, id="not before it"),
        pytest.param(
            "follow-up",
            {"a": 14, "b": 15},
            {"follow_ups": (FollowUp(due=JUNE[15], done=JUNE[15]),)},
            id="followed up",
        ),
        pytest.param("follow-up", {"b": 15}, {}, id="one is left to look at"),
        pytest.param("prepare", {"a": 14, "b": 14}, {}, id="another step"),
        pytest.param(None, {"a": 14, "b": 14}, {}, id="no step"),
    ],
)
def test_the_last_core_question_ends_a_step(
    step: str | None, asked: dict[str, int], ended: dict[str, object]
) -> None:
    held = TALK.held_on(JUNE[12])
    days = {prompt: JUNE[day] for prompt, day in asked.items()}

    assert held.once_asked(step, ("a", "b"), days) == replace(held, **ended)
    for other in (TALK, held.closed_on(JUNE[13]), held.let_go_on(JUNE[13])):
        assert other.once_asked(step, ("a", "b"), days) == other


def test_what_was_asked_before_the_last_look_back_counts_no_more() -> None:
    looked = TALK.held_on(JUNE[12]).followed_up_on(JUNE[15])
    asked = {"a": JUNE[16], "b": JUNE[15]}

    assert looked.once_asked("follow-up", ("a", "b"), asked) == looked
    again = looked.once_asked("follow-up", ("a", "b"), asked | {"b": JUNE[17]})
    assert [one.done for one in again.follow_ups] == [JUNE[15], JUNE[17]]
