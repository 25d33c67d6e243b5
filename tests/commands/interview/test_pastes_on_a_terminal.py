"""What arrives in one burst: pastes, marked by the terminal or not, and keys in advance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.interview.asked import (
    ENTER,
    FIT,
    PASTE_BEGINS,
    PASTE_ENDS,
    RATING,
    UP,
    WORDS,
    Asked,
)

Ask = Callable[..., Asked]


def given(*texts: str) -> list[object]:
    return ["Given", {"texts": list(texts)}]


PASTES = {
    "plain, as terminals send it": "one\rtwo\r\rfour",
    "plain, from Windows": "one\r\ntwo\r\n\r\nfour",
    "plain, with line feeds": "one\ntwo\n\nfour",
    "marked": f"{PASTE_BEGINS}one\ntwo\n\nfour{PASTE_ENDS}",
    "marked, from Windows": f"{PASTE_BEGINS}one\r\ntwo\r\n\r\nfour{PASTE_ENDS}",
}


def test_several_pasted_lines_are_one_answer_and_submit_nothing(ask: Ask) -> None:
    person = ask([WORDS] * len(PASTES))
    for paste in PASTES.values():
        person.sees("Enter skip")
        person.types(paste)
        person.sees("  four")
        person.answers(ENTER)
    outcomes = dict(zip(PASTES, person.outcomes(), strict=True))
    assert outcomes == dict.fromkeys(PASTES, given("one\ntwo\n\nfour"))


def test_a_line_end_that_closes_a_plain_paste_submits(ask: Ask) -> None:
    person = ask([WORDS, WORDS])
    for end in ("\r", "\r\n"):
        person.sees("Enter skip")
        person.answers("one\rtwo" + end)
    assert person.outcomes() == [given("one\ntwo")] * 2


def test_a_carriage_return_where_a_read_buffer_ends_is_a_new_line(ask: Ask) -> None:
    in_front = ["x" * (byte - 1) for byte in (1024, 2048, 4095, 4096, 8192)]
    person = ask([WORDS] * len(in_front))
    for text in in_front:
        person.sees("Enter skip")
        person.types(f"{text}\rand the rest")
        person.sees("and the rest")
        person.answers(ENTER)
    assert person.outcomes() == [given(f"{text}\nand the rest") for text in in_front]


def test_control_characters_of_a_paste_are_dropped_and_tabs_kept(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types(f"{PASTE_BEGINS}a\0b\x07\tc\x1b[31md\x9be{PASTE_ENDS}")
    person.sees("Enter save")
    person.types(ENTER)
    assert person.outcomes() == [given("ab\tc[31mde")]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("a word and another " * 320, False, id="6,000 characters on a line"),
        pytest.param("wörter und mehr davon " * 45_000, True, id="1 MB on a line, marked"),
        pytest.param("a line of some words\n" * 50_000 + "end", False, id="1 MB of lines, plain"),
    ],
)
def test_a_long_paste_is_stored_whole(ask: Ask, text: str, marked: bool) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types(f"{PASTE_BEGINS}{text}{PASTE_ENDS}" if marked else text.replace("\n", "\r"))
    person.sees("Enter save")
    person.types(ENTER)
    assert person.outcomes() == [given(text)]


def test_a_paste_into_a_one_key_question_is_dropped_whole(ask: Ask) -> None:
    pastes = ("2 people", "2\r", "2" * 5000 + "x", f"{PASTE_BEGINS}2{PASTE_ENDS}")
    person = ask([RATING] * len(pastes))
    for paste in pastes:
        person.sees("one key")
        person.types(paste)
        person.sees("One key. Nothing changed.")
        person.answers("4")
    assert person.outcomes() == [["Pressed", {"value": "rated 4"}]] * len(pastes)


def test_keys_typed_while_an_answer_is_saved_each_find_their_question(ask: Ask) -> None:
    person = ask([RATING, 0.5, FIT, 0, RATING, 0, WORDS, WORDS])
    person.sees("one key")
    person.answers("2")
    person.types(f"p3one{ENTER}two{ENTER}")
    assert person.outcomes() == [
        ["Pressed", {"value": "rated 2"}],
        ["Pressed", {"value": "partly"}],
        ["Pressed", {"value": "rated 3"}],
        given("one"),
        given("two"),
    ]
    assert "p3one" not in person.output


def test_a_paste_that_is_not_over_when_a_question_closes_stays_a_paste(ask: Ask) -> None:
    person = ask([RATING, 0.5, WORDS])
    person.sees("one key")
    person.answers("2")
    person.types(f"{PASTE_BEGINS}one\rtwo")
    person.sees("Enter skip")
    person.types(f"\rthree{PASTE_ENDS}")
    person.sees("three")
    person.types(ENTER)
    assert person.outcomes()[1] == given("one\ntwo\nthree")
    assert person.output.count("\x1b[?2004l") == 1


@pytest.mark.parametrize(
    ("first", "key", "second"),
    [
        pytest.param(RATING, "2", RATING, id="a rating's key at a rating"),
        pytest.param(RATING, "2", WORDS, id="a rating's key in a field"),
        pytest.param(WORDS, ENTER, RATING, id="Enter at a rating"),
        pytest.param(WORDS, ENTER, WORDS, id="Enter in a field"),
    ],
)
def test_for_a_moment_after_an_answer_its_key_is_ignored(
    ask: Ask, first: object, key: str, second: object
) -> None:
    person = ask([first, second])
    person.sees("?")
    person.types(key)
    person.sees("kept")
    person.sees("?")
    person.lets_pass(0.29)
    person.types(key)
    person.pauses()
    person.types(UP)
    assert [name for name, _ in person.outcomes()][1:] == ["Back"]


def test_after_that_moment_the_same_key_counts_again(ask: Ask) -> None:
    person = ask([RATING, RATING])
    person.sees("one key")
    person.types("2")
    person.sees("kept")
    person.sees("one key")
    person.lets_pass(0.31)
    person.types("2")
    assert person.outcomes() == [["Pressed", {"value": "rated 2"}]] * 2


@pytest.mark.parametrize(
    ("second", "between", "seen", "outcome"),
    [
        pytest.param(WORDS, "one", "> one", given("one"), id="words"),
        pytest.param(RATING, "x", "\x1b[0;1m  one key", ["Skipped", {}], id="no answer's key"),
    ],
)
def test_with_another_key_in_between_the_same_key_counts_at_once(
    ask: Ask, second: object, between: str, seen: str, outcome: object
) -> None:
    person = ask([WORDS, second])
    person.sees("Enter skip")
    person.types(ENTER)
    person.sees("Enter skip")
    person.types(between)
    person.sees(seen)
    person.types(ENTER)
    assert person.outcomes()[1:] == [outcome]


@pytest.mark.parametrize("doubled", ["22", "2222"], ids=["twice", "four times"])
def test_a_doubled_key_answers_one_question(ask: Ask, doubled: str) -> None:
    person = ask([RATING, RATING])
    person.sees("one key")
    person.types(doubled)
    person.sees("kept")
    person.sees("one key")
    person.types("3")
    assert [outcome["value"] for _, outcome in person.outcomes()] == ["rated 2", "rated 3"]


def test_a_key_doubled_while_its_answer_is_saved_is_ignored_however_long_that_takes(
    ask: Ask,
) -> None:
    person = ask([RATING, 0.4, RATING])
    person.sees("one key")
    person.answers("2")
    person.types("2")
    person.sees("one key")
    person.types("4")
    assert [outcome["value"] for _, outcome in person.outcomes()] == ["rated 2", "rated 4"]
