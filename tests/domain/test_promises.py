"""Promises as they change: kept, moved, dropped, and which date counts then."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.frozen import replace
from collab.domain.promises import MOST_OPEN, Promise, one_too_many
from collab.errors import AlreadyEnded, BeforeItBegan, DayIsOver, SameDay, StillToCome

JUNE = [date(2024, 6, 1), *(date(2024, 6, day) for day in range(1, 31))]
"""`JUNE[10]` is Monday 10 June 2024."""


def promised(due: int) -> Promise:
    return Promise(id="p", side="mine", what="the figures", due=JUNE[due])


@pytest.mark.parametrize(
    ("agreed", "on", "counts"),
    [
        pytest.param(True, 9, 17, id="agreed in time"),
        pytest.param(True, 10, 17, id="agreed on the day itself"),
        pytest.param(True, 11, 10, id="agreed too late"),
        pytest.param(False, 9, 10, id="not agreed"),
    ],
)
def test_a_move_is_kept_and_counts_only_if_it_was_agreed_in_time(
    agreed: bool, on: int, counts: int
) -> None:
    moved = promised(10).moved_to(JUNE[17], on=JUNE[on], agreed=agreed)

    (move,) = moved.moved
    assert (move.on, move.from_, move.to, move.agreed) == (JUNE[on], JUNE[10], JUNE[17], agreed)
    assert moved.newest_date() == JUNE[17]
    assert moved.counting_date() == JUNE[counts]


def test_a_second_move_leaves_the_date_the_first_one_led_to() -> None:
    first = promised(10).moved_to(JUNE[17], on=JUNE[9], agreed=True)
    second = first.moved_to(JUNE[12], on=JUNE[11], agreed=True)

    assert [(move.from_, move.to) for move in second.moved] == [
        (JUNE[10], JUNE[17]),
        (JUNE[17], JUNE[12]),
    ]
    assert second.counting_date() == JUNE[12]


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        pytest.param(10, 20, id="while the date that counts is not over"),
        pytest.param(11, 10, id="when it is over"),
    ],
)
def test_a_move_agreed_after_one_that_was_not_counts_if_it_was_in_time(
    on: int, counts: int
) -> None:
    first = promised(10).moved_to(JUNE[14], on=JUNE[9], agreed=False)
    second = first.moved_to(JUNE[20], on=JUNE[on], agreed=True)

    assert second.counting_date() == JUNE[counts]


def test_a_promise_is_late_from_the_day_after_its_newest_date_until_it_ends() -> None:
    promise = promised(10).moved_to(JUNE[12], on=JUNE[9], agreed=False)

    assert not promise.is_late(JUNE[12])
    assert promise.is_late(JUNE[13])
    assert not promise.kept_on(JUNE[13]).is_late(JUNE[14])


def test_what_was_kept_or_dropped_has_ended() -> None:
    kept, dropped = promised(10).kept_on(JUNE[9]), promised(10).dropped_on(JUNE[9], "not needed")

    assert (kept.done, dropped.dropped, dropped.reason) == (JUNE[9], JUNE[9], "not needed")
    for ended in (kept, dropped):
        with pytest.raises(AlreadyEnded):
            ended.kept_on(JUNE[10])
        with pytest.raises(AlreadyEnded):
            ended.moved_to(JUNE[17], on=JUNE[10], agreed=True)
        with pytest.raises(AlreadyEnded):
            ended.dropped_on(JUNE[10])


def test_a_promise_moves_to_another_day_that_is_not_over() -> None:
    with pytest.raises(DayIsOver):
        promised(10).moved_to(JUNE[8], on=JUNE[9], agreed=True)
    with pytest.raises(SameDay):
        promised(10).moved_to(JUNE[10], on=JUNE[9], agreed=True)
    assert promised(10).moved_to(JUNE[9], on=JUNE[9], agreed=True).newest_date() == JUNE[9]


def test_a_promise_is_kept_between_the_day_it_was_made_and_today() -> None:
    promise = replace(promised(10), made=JUNE[5])

    assert promise.kept_on(JUNE[5], today=JUNE[9]).done == JUNE[5]
    assert promise.kept_on(JUNE[9], today=JUNE[9]).done == JUNE[9]
    with pytest.raises(BeforeItBegan, match=r"Tue 4 June is too early: .* made on Wed 5 June"):
        promise.kept_on(JUNE[4], today=JUNE[9])
    with pytest.raises(StillToCome, match="Mon 10 June is still to come"):
        promise.kept_on(JUNE[10], today=JUNE[9])


def test_a_refusal_names_the_year_where_it_may_be_another_one() -> None:
    old = replace(promised(10), made=JUNE[5])

    with pytest.raises(AlreadyEnded, match=r"was dropped on Mon 10 June 2024\."):
        old.dropped_on(JUNE[10]).moved_to(date(2026, 6, 9), on=date(2026, 6, 8), agreed=True)
    with pytest.raises(BeforeItBegan, match=r"Tue 4 June 2024 is too early: .* Wed 5 June 2024"):
        old.kept_on(JUNE[4], today=date(2026, 6, 9))
    with pytest.raises(DayIsOver, match=r"Sun 8 June 2025 is over"):
        old.moved_to(date(2025, 6, 8), on=date(2026, 6, 8), agreed=True)


@pytest.mark.parametrize(
    ("today", "made", "expected"),
    [
        pytest.param(12, 5, 10, id="its date went by"),
        pytest.param(8, 5, 8, id="its date is to come"),
        pytest.param(12, 11, 11, id="made after its date"),
    ],
)
def test_a_day_in_time_is_one_on_which_it_can_have_been_kept(
    today: int, made: int, expected: int
) -> None:
    promise = replace(promised(10), made=JUNE[made])
    assert promise.in_time(JUNE[today]) == JUNE[expected]
    assert promise.kept_on(promise.in_time(JUNE[today])).done == JUNE[expected]


def test_with_five_open_ones_of_mine_one_more_is_too_many() -> None:
    mine = [replace(promised(10), id=str(number)) for number in range(MOST_OPEN)]
    others = [replace(promised(10), id="theirs", side="theirs"), promised(10).kept_on(JUNE[9])]

    assert one_too_many([*mine, *others], "mine") == tuple(mine)
    assert one_too_many([*mine, *others], "theirs") == ()
    assert one_too_many([*mine[1:], *others], "mine") == ()
