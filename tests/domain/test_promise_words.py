"""Promises read out of a line in one's own words."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.promise_words import WHAT_THEY_HEAR, marked_lines, promise_in, who_should_hear

WEDNESDAY = date(2024, 6, 12)
FRIDAY = date(2024, 6, 14)


@pytest.mark.parametrize(
    ("line", "who", "what", "due"),
    [
        ("send @ana the numbers by fri", "ana", "send @ana the numbers", FRIDAY),
        ("By Friday: the rota to @Bo.", "Bo", "the rota to @Bo", FRIDAY),
        ("the list, 14 june", None, "the list", FRIDAY),
        (
            "write to @bo.b on friday about the list",
            "bo.b",
            "write to @bo.b about the list",
            FRIDAY,
        ),
        ("@ana sat with the figures", "ana", "@ana sat with the figures", None),
        ("ask @ana and @bo until +2, both", "ana", "ask @ana and @bo both", FRIDAY),
        ("tell them today", None, "tell them", WEDNESDAY),
        ("what was promised on 2024-06-11", None, "what was promised on 2024-06-11", None),
        ("by friday", None, "by friday", FRIDAY),
        ("call mail@ana.example", None, "call mail@ana.example", None),
    ],
)
def test_a_promise_has_a_person_and_a_day_where_the_line_has_them(
    line: str, who: str | None, what: str, due: date | None
) -> None:
    said = promise_in(line, WEDNESDAY)
    assert (said.who, said.what, said.due) == (who, what, due)


@pytest.mark.parametrize(
    ("line", "side", "who", "what", "due"),
    [
        ("from henk: a decision by fri", "theirs", "henk", "a decision", FRIDAY),
        ("From @Henk by fri: a decision", "theirs", "Henk", "a decision", FRIDAY),
        ("to nadia: the rota", "mine", "nadia", "the rota", None),
        ("to Ines and @jonas: tell them by fri", "mine", "Ines and jonas", "tell them", FRIDAY),
        ("from henk: by fri", "mine", None, "from henk", FRIDAY),
        ("note: call @bo", "mine", "bo", "note: call @bo", None),
        ("from: nobody", "mine", None, "from: nobody", None),
    ],
)
def test_a_promise_may_be_written_as_it_is_printed(
    line: str, side: str, who: str | None, what: str, due: date | None
) -> None:
    said = promise_in(line, WEDNESDAY)
    assert (said.side, said.who, said.what, said.due) == (side, who, what, due)


@pytest.mark.parametrize(
    ("line", "who", "what", "due"),
    [
        ("henk by fri: the new order", "henk", "the new order", FRIDAY),
        ("tell Ana: the new order by fri", "Ana", "the new order", FRIDAY),
        ("Ana: by friday", "Ana", WHAT_THEY_HEAR, FRIDAY),
    ],
)
def test_behind_a_name_and_a_colon_stands_what_they_should_hear(
    line: str, who: str, what: str, due: date
) -> None:
    said = who_should_hear(line, WEDNESDAY)
    assert (said.who, said.what, said.due) == (who, what, due)


@pytest.mark.parametrize(
    ("line", "who", "due"),
    [
        ("Ana, by Friday", "Ana", FRIDAY),
        ("@ana and the team by fri.", "ana and the team", FRIDAY),
        ("tell Bo tomorrow", "Bo", date(2024, 6, 13)),
        ("friday, everyone in the rota", "everyone in the rota", FRIDAY),
        ("Ana", "Ana", None),
        ("tomorrow", None, date(2024, 6, 13)),
    ],
)
def test_who_should_hear_is_what_stands_beside_the_day(
    line: str, who: str | None, due: date | None
) -> None:
    said = who_should_hear(line, WEDNESDAY)
    assert (said.who, said.what, said.due) == (who, WHAT_THEY_HEAR, due)


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        ("Ana, that the rota can change, by Friday", "Ana", "that the rota can change"),
        ("Tell @ana why it was urgent by fri", "ana", "why it was urgent"),
        ("by friday to Ana and Bo, what we lose", "Ana and Bo", "what we lose"),
    ],
)
def test_in_a_clause_stands_what_they_should_hear(line: str, who: str, what: str) -> None:
    said = who_should_hear(line, WEDNESDAY)
    assert (said.who, said.what, said.due) == (who, what, FRIDAY)


def test_a_clause_without_a_name_before_it_is_none() -> None:
    said = who_should_hear("tell what I know by fri", WEDNESDAY)
    assert (said.who, said.what) == ("what I know", WHAT_THEY_HEAR)


def test_a_line_too_long_for_a_name_is_what_is_promised() -> None:
    line = "@ana must hear from me why the rota changed, and why so late, by friday"
    said = who_should_hear(line, WEDNESDAY)
    assert (said.who, said.due) == ("ana", FRIDAY)
    assert said.what == "@ana must hear from me why the rota changed, and why so late"


def test_only_lines_that_begin_with_the_mark_may_be_promises() -> None:
    text = "Well!\n! send it to @bo\n  ! by monday \n!not this\n! \nNo ! either"
    assert marked_lines(text) == ("send it to @bo", "by monday")
