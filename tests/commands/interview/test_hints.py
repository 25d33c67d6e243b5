"""The hint lines, as they are drawn for each width."""

from __future__ import annotations

import pytest

from collab.commands.interview.asked import Offers
from collab.commands.interview.hints import Look, empty_field, one_key, written_field

ALL = Offers(back=True, light=True, editor=True)


@pytest.mark.parametrize(
    ("columns", "left", "hint"),
    [
        (80, None, "  Enter skip · Ctrl-O editor · ↑ back · Ctrl-L light · Ctrl-C stop"),
        (78, 12, "  Enter skip · Ctrl-O editor · ↑ back · Ctrl-L light · Ctrl-C stop   12 left"),
        (77, None, "  Enter skip · ^O editor · ↑ back · ^L light · ^C stop"),
        (60, None, "  Enter skip · ^O editor · ↑ back · ^L light · ^C stop"),
        (60, 3, "  Enter skip · ↑ back · ^L light · ^C stop   3 left"),
        (40, 3, "  Enter skip · ↑ back · ^C stop   3 left"),
        (20, 3, "  Enter skip"),
    ],
)
def test_an_empty_field(columns: int, left: int | None, hint: str) -> None:
    assert empty_field(Look(columns), ALL, left) == hint


@pytest.mark.parametrize(
    ("columns", "left", "note", "hint"),
    [
        (80, None, "", "  Enter save · Ctrl-J new line · Ctrl-O editor · Ctrl-C stop"),
        (60, 3, "", "  Enter save · ^J line · ^O editor · ^C stop   3 left"),
        (
            80,
            4,
            "your words from 18:33",
            "  your words from 18:33 · Enter save · Ctrl-J new line · Ctrl-C stop   4 left",
        ),
        (60, 4, "your words from 18:33", "  your words from 18:33 · Enter save · ^C stop   4 left"),
    ],
)
def test_a_written_field(columns: int, left: int | None, note: str, hint: str) -> None:
    assert written_field(Look(columns), ALL, left, note) == hint


def test_only_what_is_offered_is_named() -> None:
    none = Offers(back=False, light=False, editor=False)
    assert empty_field(Look(80), none, None) == "  Enter skip · Ctrl-C stop"
    assert written_field(Look(80), none, None) == "  Enter save · Ctrl-J new line · Ctrl-C stop"


def test_without_unicode_the_signs_are_ascii() -> None:
    look = Look(80, unicode=False)
    hint = "  Enter skip . Ctrl-O editor . Up back . Ctrl-L light . Ctrl-C stop"
    assert empty_field(look, ALL, None) == hint
    assert one_key(look, "d done · p partly", 2) == ["  d done . p partly   2 left"]


def test_the_keys_of_a_question_break_between_two_of_them() -> None:
    hint = "d done · p partly · n not done · c no occasion"
    assert one_key(Look(60), hint, None) == [f"  {hint}"]
    assert one_key(Look(40), hint, 3) == [
        "  d done · p partly · n not done",
        "  c no occasion   3 left",
    ]
