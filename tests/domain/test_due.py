"""What is due on a day."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from collab.domain.due import ASKED, NAMED, Due, due_on
from collab.domain.entries import Plan
from collab.domain.promises import Promise, PromiseMove
from collab.domain.talks import FollowUp, Talk, TalkMove

TODAY = date(2024, 6, 12)


def june(number: int) -> date:
    return date(2024, 6, 1) + timedelta(days=number - 1)


def promise(due: int, **other: Any) -> Promise:
    return Promise(id="p", side="mine", what="comments", due=june(due), **other)


def talk(**other: Any) -> Talk:
    return Talk(**{"id": "t", "who": "rui", "added": june(5), **other})


def plan(for_: int, **other: Any) -> Plan:
    return Plan(id="i", then="ask first", for_=june(for_), **other)


def promise_move(on: int, left: int, to: int, agreed: bool = True) -> PromiseMove:
    return PromiseMove(on=june(on), from_=june(left), to=june(to), agreed=agreed)


def talk_move(on: int, left: int, to: int) -> TalkMove:
    return TalkMove(on=june(on), from_=june(left), to=june(to))


def steps(found: tuple[Due, ...]) -> list[tuple[str, int]]:
    """Each step, or kind where there is none, with its day of June."""
    return [(due.step or due.kind, (due.on - june(1)).days + 1) for due in found]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        pytest.param(promise(11), [("promise", 11)], id="its day went by"),
        pytest.param(promise(12), [("promise", 12)], id="its day is here"),
        pytest.param(promise(13), [], id="its day is to come"),
        pytest.param(promise(10, done=june(11)), [], id="kept"),
        pytest.param(promise(10, dropped=june(12)), [], id="dropped today"),
        pytest.param(promise(10, done=june(13)), [("promise", 10)], id="kept a day later"),
        pytest.param(promise(12, made=june(13)), [], id="made a day later"),
        pytest.param(promise(10, moved=(promise_move(9, 10, 14),)), [], id="moved on"),
        pytest.param(
            promise(10, moved=(promise_move(11, 10, 14, agreed=False),)),
            [],
            id="moved on without agreement: a reminder follows all the same",
        ),
        pytest.param(
            promise(20, moved=(promise_move(9, 20, 12),)), [("promise", 12)], id="moved forward"
        ),
        pytest.param(
            promise(12, moved=(promise_move(13, 12, 20),)),
            [("promise", 12)],
            id="moved on a day later",
        ),
    ],
)
def test_a_promise_is_due_from_its_newest_date_until_it_is_kept_or_dropped(
    which: Promise, expected: list[tuple[str, int]]
) -> None:
    assert steps(due_on(TODAY, promises=[which])) == expected


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        pytest.param(talk(date=june(12)), [("hold", 12)], id="its day is here"),
        pytest.param(talk(date=june(13)), [], id="its day is to come"),
        pytest.param(talk(date=june(11)), [("passed", 11)], id="its day went by"),
        pytest.param(
            talk(date=june(14), moved=(talk_move(10, 12, 14),)), [], id="it was moved away"
        ),
        pytest.param(
            talk(date=june(14), moved=(talk_move(13, 12, 14),)),
            [("hold", 12)],
            id="it was moved away a day later",
        ),
        pytest.param(talk(date=june(11), held=june(11)), [("debrief", 11)], id="held"),
        pytest.param(talk(date=june(12), held=june(13)), [("hold", 12)], id="held a day later"),
        pytest.param(talk(held=june(11), debriefed=june(12)), [], id="debriefed"),
        pytest.param(
            talk(held=june(8), debriefed=june(9), follow_ups=(FollowUp(due=june(12)),)),
            [("follow-up", 12)],
            id="to be followed up",
        ),
        pytest.param(
            talk(held=june(8), debriefed=june(9), follow_ups=(FollowUp(due=june(13)),)),
            [],
            id="to be followed up later",
        ),
        pytest.param(
            talk(
                held=june(8),
                debriefed=june(9),
                follow_ups=(FollowUp(due=june(10), done=june(11)), FollowUp(due=june(20))),
            ),
            [],
            id="followed up",
        ),
        pytest.param(talk(date=june(11), closed=june(12)), [], id="closed"),
        pytest.param(talk(date=june(11), let_go=june(12)), [], id="let go"),
        pytest.param(talk(added=june(13), date=june(12)), [], id="added a day later"),
    ],
)
def test_a_talk_is_due_at_each_of_its_steps(which: Talk, expected: list[tuple[str, int]]) -> None:
    assert steps(due_on(TODAY, talks=[which])) == expected


@pytest.mark.parametrize(
    ("days", "raised", "expected"),
    [
        pytest.param(13, None, [], id="thirteen days"),
        pytest.param(14, None, [("waiting", 15)], id="fourteen days"),
        pytest.param(17, None, [("waiting", 15)], id="the first session after it"),
        pytest.param(17, 15, [], id="raised in that session"),
        pytest.param(17, 17, [], id="raised later, today"),
        pytest.param(27, 17, [], id="the next fortnight is not over"),
        pytest.param(28, 17, [("waiting", 29)], id="the next fortnight is over"),
        pytest.param(45, 17, [("waiting", 43)], id="only the latest fortnight counts"),
    ],
)
def test_a_talk_without_a_date_is_raised_once_in_each_fortnight(
    days: int, raised: int | None, expected: list[tuple[str, int]]
) -> None:
    waiting = talk(added=june(1))
    raised_on = {} if raised is None else {"t": june(raised)}
    found = due_on(june(1) + timedelta(days=days), [waiting], raised=raised_on)
    assert steps(found) == expected


def test_a_talk_with_a_date_to_come_is_not_raised() -> None:
    assert due_on(TODAY, [talk(added=date(2024, 1, 1), date=june(20))]) == ()


@pytest.mark.parametrize(
    ("which", "asked", "is_due"),
    [
        pytest.param(talk(), None, True, id="nothing asked so far"),
        pytest.param(talk(), 12, False, id="asked today"),
        pytest.param(talk(), 11, False, id="asked yesterday"),
        pytest.param(talk(), 10, True, id="asked two days ago"),
        pytest.param(talk(held=june(12), debriefed=june(12)), None, False, id="held"),
        pytest.param(talk(let_go=june(12)), None, False, id="let go"),
    ],
)
def test_a_talk_is_prepared_on_every_second_evening_at_most(
    which: Talk, asked: int | None, is_due: bool
) -> None:
    unprepared = {"t": june(asked) if asked else None}
    found = due_on(TODAY, [which], kinds=("prepare",), unprepared=unprepared)
    assert bool(found) is is_due


def test_the_talk_whose_day_comes_first_is_prepared_first_then_the_one_asked_longest_ago() -> None:
    talks = [
        talk(id="asked on the 9th", added=june(1)),
        talk(id="never asked", added=june(8)),
        talk(id="its day went by", added=june(2), date=june(11)),
        talk(id="on the 20th", added=june(9), date=june(20)),
        talk(id="tomorrow", added=june(10), date=june(13)),
    ]
    asked = {"asked on the 9th": june(9), "its day went by": june(10)}
    unprepared = {one.id: asked.get(one.id) for one in talks}
    found = due_on(TODAY, talks, kinds=("prepare",), unprepared=unprepared)
    assert [one.record.id for one in found] == [
        "tomorrow",
        "on the 20th",
        "never asked",
        "asked on the 9th",
        "its day went by",
    ]


def test_a_talk_that_is_fully_prepared_is_not_prepared_again() -> None:
    assert due_on(TODAY, [talk()], unprepared={"another": None}) == ()


@pytest.mark.parametrize(
    ("which", "is_due"),
    [
        pytest.param(plan(12), True, id="for today"),
        pytest.param(plan(11), True, id="for yesterday"),
        pytest.param(plan(10), False, id="for the day before yesterday"),
        pytest.param(plan(13), False, id="for tomorrow"),
        pytest.param(plan(12, outcome="no occasion"), False, id="looked back at"),
    ],
)
def test_a_plan_without_an_outcome_is_due_on_its_day_and_the_next(
    which: Plan, is_due: bool
) -> None:
    assert bool(due_on(TODAY, plans=[which])) is is_due


def test_the_kinds_come_in_the_order_of_a_session_and_in_each_the_longest_due_first() -> None:
    found = due_on(
        TODAY,
        [talk(id="a", date=june(12)), talk(id="b", held=june(9))],
        [promise(12), promise(10)],
        [plan(12)],
        kinds=ASKED,
        unprepared={"a": None},
    )
    assert steps(found) == [
        ("plan", 12),
        ("promise", 10),
        ("promise", 12),
        ("debrief", 9),
        ("hold", 12),
        ("prepare", 5),
    ]
    assert [due.record.id for due in found] == ["i", "p", "p", "b", "a", "a"]


def test_status_and_next_name_neither_plans_nor_preparing() -> None:
    found = due_on(
        TODAY, [talk(date=june(12))], [promise(12)], [plan(12)], kinds=NAMED, unprepared={"t": None}
    )
    assert steps(found) == [("promise", 12), ("hold", 12)]


@pytest.mark.parametrize(
    ("talks", "promises", "expected"),
    [
        pytest.param([], [promise(19)], [("promise", 19)], id="a promise within the week"),
        pytest.param([], [promise(20)], [], id="a promise beyond it"),
        pytest.param([talk(date=june(18))], [], [("hold", 18)], id="a talk within the week"),
        pytest.param([talk(date=june(20))], [], [], id="a talk beyond it"),
        pytest.param(
            [talk(held=june(8), debriefed=june(8), follow_ups=(FollowUp(due=june(19)),))],
            [],
            [("follow-up", 19)],
            id="a follow-up within the week",
        ),
        pytest.param(
            [talk(held=june(8), debriefed=june(13), follow_ups=(FollowUp(due=june(19)),))],
            [],
            [("debrief", 8)],
            id="a follow-up agreed after the day",
        ),
        pytest.param(
            [
                talk(
                    held=june(8),
                    debriefed=june(8),
                    follow_ups=(FollowUp(due=june(10), done=june(13)), FollowUp(due=june(19))),
                )
            ],
            [],
            [("follow-up", 10)],
            id="the next follow-up agreed after the day",
        ),
        pytest.param([talk(added=june(5))], [], [("waiting", 19)], id="a fortnight of waiting"),
        pytest.param(
            [], [promise(16, done=june(14))], [("promise", 16)], id="kept later in the week"
        ),
    ],
)
def test_looking_ahead_finds_what_falls_due_and_takes_nothing_of_the_future_as_done(
    talks: list[Talk], promises: list[Promise], expected: list[tuple[str, int]]
) -> None:
    assert steps(due_on(TODAY, talks, promises, kinds=NAMED, ahead=7)) == expected


def test_asking_what_is_due_loads_nothing_heavy() -> None:
    # `collab status` comes through here on every prompt of a shell.
    listed = "import sys, collab.domain.due; print(*sorted(sys.modules))"
    plain = "import sys, datetime; print(*sorted(sys.modules))"
    loaded, bare = (
        set(
            subprocess.run(
                [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
            ).stdout.split()
        )
        for script in (listed, plain)
    )
    assert loaded - bare <= {"collab", "collab.domain", "collab.domain.due", "__future__"}
