"""Asking on a terminal that cannot move its cursor."""

from __future__ import annotations

from collections.abc import Callable

from tests.commands.interview.asked import (
    BACKSPACE,
    CTRL_C,
    CTRL_L,
    CTRL_O,
    ENTER,
    FIT,
    PLAN,
    RATING,
    UP,
    WORDS,
    Asked,
)

Ask = Callable[..., Asked]


def test_the_hint_stands_once_above_the_field_and_nothing_moves_the_cursor(ask: Ask) -> None:
    person = ask([WORDS | {"left": 3}], TERM="dumb")
    person.sees("What happened?\r\n\r\n  Enter skip · ↑ back · Ctrl-C stop   3 left\r\n> ")
    person.types("Told Ana.")
    person.sees("Told Ana.")
    person.types(ENTER)
    assert person.outcomes() == [["Given", {"texts": ["Told Ana."]}]]
    assert "\x1b" not in person.output
    assert person.finds_the_terminal_as_it_was()


def test_options_are_a_list_and_the_key_is_typed_with_enter(ask: Ask) -> None:
    person = ask([FIT], TERM="dumb")
    person.sees("  How did that suit?\r\n  y  well\r\n  p  partly\r\n  n  another way\r\n")
    person.sees("  a key, then Enter\r\n> ")
    person.types(f"x{ENTER}")
    person.sees("One key. Nothing changed.")
    person.types(f"yes of course{ENTER}")
    person.sees("One key. Nothing changed.")
    person.types(f"P{ENTER}")
    assert person.outcomes() == [["Pressed", {"value": "partly"}]]


def test_enter_alone_skips_and_never_rates(ask: Ask) -> None:
    person = ask([RATING], TERM="dumb")
    person.sees("a key, then Enter · Enter skip · ↑ back · Ctrl-C stop")
    person.types(ENTER)
    assert person.outcomes() == [["Skipped", {}]]


def test_a_long_line_is_not_cut_and_several_lines_are_one_answer(ask: Ask) -> None:
    person = ask([WORDS, WORDS, WORDS], TERM="dumb")
    person.sees("> ")
    person.answers("x" * 6000 + ENTER)
    person.sees("> ")
    person.answers(f"one\rtwo\rthree{ENTER}")
    person.sees("> ")
    person.answers("a line from a shell inside an editor\n")
    assert [outcome["texts"] for _, outcome in person.outcomes()] == [
        ["x" * 6000],
        ["one\ntwo\nthree"],
        ["a line from a shell inside an editor"],
    ]


def test_characters_are_taken_back_whole(ask: Ask) -> None:
    person = ask([WORDS], TERM="dumb")
    person.sees("> ")
    person.types(f"café{BACKSPACE}e 你好{BACKSPACE} 👩‍👧{BACKSPACE}x y\x17z{ENTER}")
    assert person.outcomes() == [["Given", {"texts": ["cafe 你 x z"]}]]


def test_a_plan_is_asked_field_by_field_and_the_other_keys_work(ask: Ask) -> None:
    question = WORDS | {"editor": True, "light": True, "initial": ["begun"]}
    person = ask([PLAN, question, WORDS, WORDS | {"light": True}, PLAN], TERM="dumb")
    person.sees("> If           ")
    person.types(f"the rota{ENTER}")
    person.sees("> then I will  ")
    person.answers(f"ask Ana{ENTER}")
    person.sees("> begun")
    person.types(CTRL_O)
    person.sees("> begun\r\nfrom the editor")
    person.answers(ENTER)
    person.answers(f"I{UP}")
    person.answers(CTRL_L)
    person.sees("> If")
    person.types(CTRL_C)
    assert person.outcomes() == [
        ["Given", {"texts": ["the rota", "ask Ana"]}],
        ["Given", {"texts": ["begun\nfrom the editor"]}],
        ["Back", {"texts": ["I"]}],
        ["Light", {"texts": [""]}],
        ["Stop", {"texts": ["", ""], "signal": None}],
    ]
