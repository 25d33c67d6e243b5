"""Words that keep to one row, on each of the two ways onto a screen."""

from __future__ import annotations

import pytest

from collab.commands.interview.drawing import page
from collab.rendering.session_page import due_list, note, ticked_off
from collab.rendering.unbroken import breakable, spaced, unbroken, with_unbroken_commands

NOTE = note(
    "Three more about this talk wait for tomorrow, or: " + unbroken("collab talk debrief rui")
)


def rows(lines: list, columns: int) -> list[str]:
    """The rows that a session prints for `lines`."""
    return ["".join(text for _, text in row).rstrip() for row in page(lines, columns)]


def test_a_command_has_a_row_of_its_own_where_the_sentence_and_it_do_not_fit_one() -> None:
    assert rows([NOTE], 80) == [
        "  Three more about this talk wait for tomorrow, or: collab talk debrief rui"
    ]
    assert rows([NOTE], 60) == [
        "  Three more about this talk wait for tomorrow, or:",
        "  collab talk debrief rui",
    ]


def test_a_time_stays_with_its_saved() -> None:
    became = "kept · " + unbroken("saved 18:31")
    assert rows([ticked_off("To Ana", "comments on the hiring plan", became)], 60) == [
        "  To Ana     comments on the hiring plan: kept ·",
        "             saved 18:31",
    ]


def test_behind_a_label_a_command_begins_where_the_text_does() -> None:
    command = unbroken("collab talk follow-up rui")
    waits = f"talk with Rui about the handovers that slip: {command}"
    assert rows([*due_list("Waiting", [waits])], 60) == [
        "  Waiting    talk with Rui about the handovers that slip:",
        "             collab talk follow-up rui",
    ]


def test_what_is_wider_than_a_row_is_broken_between_its_words() -> None:
    command = unbroken("collab talk debrief 'Maria Fernanda of the second floor'")
    assert rows([note(f"Look back: {command}")], 40) == [
        "  Look back: collab talk debrief 'Maria",
        "  Fernanda of the second floor'",
    ]


def test_what_is_printed_can_be_typed() -> None:
    (row,) = rows([NOTE], 80)
    assert row.isascii()


@pytest.mark.parametrize(
    ("sentence", "together"),
    [
        pytest.param(
            "See those that ended: collab promise list --all",
            ["collab promise list --all"],
            id="behind a colon",
        ),
        pytest.param(
            "Set one with: collab remind set 18:15 --days mon-fri",
            ["collab remind set 18:15 --days mon-fri"],
            id="a colon in it",
        ),
        pytest.param(
            "Use: collab export markdown --redact, or collab report --redact.",
            ["collab export markdown --redact,", "collab report --redact."],
            id="two of them",
        ),
        pytest.param("That is what collab is for.", [], id="no command"),
    ],
)
def test_commands_in_a_message_are_found_behind_a_colon(sentence: str, together: list[str]) -> None:
    found = with_unbroken_commands(sentence)
    assert spaced(found) == sentence
    assert [spaced(word) for word in found.split(" ") if word != spaced(word)] == together


def test_room_is_measured_in_columns() -> None:
    wide = unbroken("你好 你好")
    assert breakable(wide, 9) == wide
    assert breakable(wide, 8) == "你好 你好"
