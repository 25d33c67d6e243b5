"""Writing an answer on a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.interview.asked import (
    BACKSPACE,
    CTRL_D,
    CTRL_J,
    CTRL_L,
    CTRL_O,
    DELETE,
    DOWN,
    END,
    ENTER,
    ESC,
    HOME,
    LEFT,
    PLAN,
    RIGHT,
    TAB,
    UP,
    WORDS,
    Asked,
)

Ask = Callable[..., Asked]


def given(*texts: str) -> list[object]:
    return ["Given", {"texts": list(texts)}]


def test_enter_saves_what_was_typed(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("What happened?")
    person.types("Told Ana.")
    person.sees("Enter save")
    person.types(ENTER)
    assert person.outcomes() == [given("Told Ana.")]
    assert person.exit_code() == 0


EDITING = {
    "Ctrl-J": (f"one{CTRL_J}two", "one\ntwo"),
    "Alt-Enter": (f"one{ESC}{ENTER}two", "one\ntwo"),
    "left": (f"helo{LEFT}l", "hello"),
    "Home and End": (f"bc{HOME}a{END}d", "abcd"),
    "right": (f"ac{LEFT}{LEFT}{RIGHT}b", "abc"),
    "up and down": (f"one{CTRL_J}two{UP}!{DOWN}?", "one!\ntwo?"),
    "Alt-B": (f"one two{ESC}bnot ", "one not two"),
    "Alt-F": (f"one two{HOME}{ESC}f!", "one! two"),
    "Ctrl-left": ("müsste möchte\x1b[1;5Dnicht ", "müsste nicht möchte"),
    "Alt-B over an accent": (f"a cafe\u0301s{ESC}bb ", "a b cafe\u0301s"),
    "Ctrl-W": ("one two\x17three", "one three"),
    "Ctrl-U": (f"one{CTRL_J}two\x15three", "one\nthree"),
    "Ctrl-K": (f"one two{HOME}{ESC}f\x0b", "one"),
    "Ctrl-Y brings back": ("one two\x15\x19!", "one two!"),
    "Delete": (f"xone{HOME}{DELETE}", "one"),
    "Ctrl-D in a text": (f"xone{HOME}{CTRL_D}", "one"),
    "backspace over a combining é": (f"cafe\u0301{BACKSPACE}é", "café"),
    "backspace over 好": (f"你好{BACKSPACE}们", "你们"),
    "backspace over a family": (f"a👩‍👧{BACKSPACE}b", "ab"),
    "backspace over a flag": (f"a🇩🇪🇫🇷{BACKSPACE}", "a🇩🇪"),
    "backspace over a skin tone": (f"a👍🏽{BACKSPACE}b", "ab"),
    "function keys": (f"{ESC}OPx\x1b[15~y\x1b[24;5~z", "xyz"),
    "a cursor report": ("a\x1b[12;40Rb", "ab"),
    "keys of newer terminals": ("a\x1b[97;5ub\x1b[Ic", "abc"),
    "Alt with a letter": (f"a{ESC}xb", "ab"),
    "keys left alone": ("a\x02\x0e\x10\x11\x13\x12\x00b", "ab"),
    "a character that is no UTF-8": ("a\udcffb", "a\ufffdb"),
}


def test_keys_edit_and_are_never_stored(ask: Ask) -> None:
    person = ask([WORDS] * len(EDITING))
    for keys, _ in EDITING.values():
        person.sees("Enter skip")
        person.answers(keys + ENTER)
    texts = [outcome["texts"][0] for _, outcome in person.outcomes()]
    assert dict(zip(EDITING, texts, strict=True)) == {
        name: text for name, (_, text) in EDITING.items()
    }


def test_up_at_the_very_start_goes_one_question_back_and_keeps_what_stands_there(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types("a word " * 30)
    person.sees("Enter save")
    person.types(UP * 4)
    assert person.outcomes() == [["Back", {"texts": ["a word " * 30]}]]


def test_up_does_nothing_where_there_is_no_question_to_go_back_to(ask: Ask) -> None:
    person = ask([WORDS | {"back": False}])
    person.sees("Enter skip")
    person.answers(f"{UP}one{ENTER}")
    assert person.outcomes() == [given("one")]


@pytest.mark.parametrize("blanks", ["", "   ", CTRL_J * 3], ids=["nothing", "spaces", "lines"])
def test_enter_without_words_skips(ask: Ask, blanks: str) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types(blanks + ENTER)
    assert person.outcomes() == [["Skipped", {}]]


def test_tab_completes_a_name_and_goes_through_several(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types(f"@a{TAB}")
    person.sees("@Ana · @Anders")
    person.types(TAB)
    person.sees("> @Ana")
    person.types(TAB)
    person.sees("> @Anders")
    person.types(f" and #r{TAB}")
    person.sees("and #rota")
    person.types(f" again{TAB}")
    person.sees("again")
    person.types(ENTER)
    assert person.outcomes() == [given("@Anders and #rota again")]


def test_the_editor_gets_the_text_and_its_text_waits_for_enter(ask: Ask) -> None:
    person = ask([WORDS | {"editor": True}])
    person.sees("Ctrl-O editor")
    person.types(f"begun{CTRL_O}")
    person.sees("editing with echo")
    person.sees("from the editor")
    person.types(", and typed")
    person.sees("editor, and typed")
    person.types("\x18\x05")
    person.sees("editing with echo")
    person.sees("typed")
    person.types(ENTER)
    assert person.outcomes() == [
        given("begun\nfrom the editor, and typed\nfrom the editor"),
    ]
    assert person.finds_the_terminal_as_it_was()


def test_an_editor_that_cannot_start_loses_no_word(ask: Ask) -> None:
    person = ask([WORDS | {"editor": True}])
    person.sees("Enter skip")
    person.types(f"refuse{CTRL_O}")
    person.sees("There is no editor 'nosuch'. Set EDITOR.")
    person.types(f" it{ENTER}")
    assert person.outcomes() == [given("refuse it")]


def test_ctrl_l_asks_for_a_light_evening_where_that_is_offered(ask: Ask) -> None:
    person = ask([WORDS, WORDS | {"light": True}])
    person.sees("Enter skip")
    person.answers(f"{CTRL_L}one{ENTER}")
    person.sees("Ctrl-L light")
    person.types(f"two{CTRL_L}")
    assert person.outcomes() == [given("one"), ["Light", {"texts": ["two"]}]]


def test_what_stood_there_comes_back_into_the_field_with_its_origin(ask: Ask) -> None:
    person = ask([WORDS | {"initial": ["I had"], "note": "your words from 18:33", "left": 4}])
    person.sees("> I had")
    person.sees("your words from 18:33 · Enter save · Ctrl-J new line · Ctrl-C stop   4 left")
    person.types(f" to go{ENTER}")
    assert person.outcomes() == [given("I had to go")]


def test_a_plan_has_two_fields_and_enter_leads_from_the_first_to_the_second(ask: Ask) -> None:
    person = ask([PLAN])
    person.sees("then I will")
    person.types("the rota comes up")
    person.sees("Enter next")
    person.types(ENTER)
    person.sees("Enter save")
    person.types("ask Ana")
    person.sees("ask Ana")
    person.types(f"{UP}{UP}{HOME}Dee: {DOWN}{DOWN}{END} first{ENTER}")
    assert person.outcomes() == [given("Dee: the rota comes up", "ask Ana first")]


def test_enter_on_an_empty_plan_skips_it(ask: Ask) -> None:
    person = ask([PLAN])
    person.sees("then I will")
    person.types(ENTER)
    assert person.outcomes() == [["Skipped", {}]]
