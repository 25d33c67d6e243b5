"""Talks as they change: a day set, held, let go."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.frozen import replace
from collab.domain.talks import Talk
from collab.errors import AlreadyEnded, DayIsOver, SameDay

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
