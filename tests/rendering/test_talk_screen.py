"""The page of one talk in every width, with every sign, and however far the talk came."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.entries import Answer
from collab.domain.frozen import replace
from collab.domain.talks import FollowUp, Talk
from collab.rendering.cells import length_of
from collab.rendering.glyphs import UNICODE
from collab.rendering.printed import printed
from collab.rendering.talk_screen import talk_story

JUNE = [date(2024, 6, 1), *(date(2024, 6, day) for day in range(1, 31))]
PLANNED = Talk(id="t", who="Rui", about="the handovers", added=JUNE[1], date=JUNE[12], expected=4)
HELD = PLANNED.held_on(JUNE[12]).with_hardness(2)
LABELS = {"D-02": "Facts only", "D-20": "As an observer saw it", "D-30": "Since then"}
LABELS |= {"D-32": "What it needs now"}
BEFORE = (JUNE[2], Answer(id="b", prompt="D-02", step="prepare", text="Four in May."))
AFTER = (JUNE[12], Answer(id="a", prompt="D-20", step="debrief", text="The list."))

JAPANESE = (
    "五月の引き継ぎは四回とも十七時を過ぎていた。二回メールを書いたが、話したことは一度もない。"
)
STRANGE = {
    "Japanese": JAPANESE,
    "emoji": "❤️ 👍🏽 👩‍👩‍👧 ✅ all of it " * 6,
    "a long word": "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 3,
    "an address": "see https://example.org/" + "a" * 120,
    "right to left": "שלום עולם וזה ארוך מאוד " * 6,
    "many lines": "one\n\ntwo\n" * 4,
}


def page(talk: Talk, *story: tuple[date, Answer], width: int = 80) -> str:
    lines = talk_story(talk, story, LABELS, width, UNICODE)
    return printed(lines, width).rstrip("\n")


@pytest.mark.parametrize("width", [40, 60, 75, 76, 77, 80, 100, 140])
@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_no_row_is_wider_than_the_terminal_and_nothing_is_lost(width: int, text: str) -> None:
    talk = replace(HELD, who=text[:40].replace("\n", " "), about=text.replace("\n", " "))
    sides = [(day, replace_text(answer, text)) for day, answer in (BEFORE, AFTER)]
    again = Answer(id="f", prompt="D-30", step="follow-up", text=text)
    shown = page(talk, *sides, (JUNE[28], again), width=width)

    assert max(map(length_of, shown.splitlines())) <= width
    # Rows of the two sides alternate, so of each letter there must be as many.
    for letter in set(text) - {" ", "\n"}:
        assert shown.count(letter) >= 4 * text.count(letter)


def replace_text(answer: Answer, text: str) -> Answer:
    return Answer(id=answer.id, prompt=answer.prompt, step=answer.step, text=text)


@pytest.mark.parametrize("width", [76, 80, 100])
def test_the_right_side_begins_in_one_column_beside_wide_letters(width: int) -> None:
    left = (BEFORE[0], replace_text(BEFORE[1], JAPANESE * 2))
    right = (AFTER[0], replace_text(AFTER[1], "word " * 40))
    rows = page(HELD, left, right, width=width).splitlines()

    beside = [row for row in rows if row.endswith("word") and row[:1] in JAPANESE]
    assert len(beside) >= 3
    assert {length_of(row[: row.index("word")]) for row in beside} == {width // 2 + 1}


@pytest.mark.parametrize("width", [80, 60])
def test_a_side_that_is_empty_leaves_the_page_to_the_other(width: int) -> None:
    only_before, only_after = page(PLANNED, BEFORE, width=width), page(HELD, AFTER, width=width)

    assert "\nBefore\nFacts only" in only_before
    assert "After" not in only_before
    assert "\nAfter\nAs an observer saw it" in only_after
    assert "Before" not in only_after


def test_a_talk_without_a_word_says_so() -> None:
    assert page(Talk(id="t", who="Rui", added=JUNE[1])) == (
        f"Rui{'first written 1 June 2024':>75}\n"
        "  1 June first written\n"
        "\n"
        "Nothing was written about this talk."
    )


LOOKED_AT = HELD.debriefed_on(JUNE[14]).to_follow_up(JUNE[20], on=JUNE[14])


@pytest.mark.parametrize(
    ("talk", "state", "dates"),
    [
        (PLANNED, "set for 12 June 2024", "1 June first written · 12 June its day"),
        (HELD, "held 12 June 2024", "1 June first written · 12 June held, 11 days later"),
        (HELD.debriefed_on(JUNE[14]), "debriefed 14 June 2024", "14 June debriefed"),
        (LOOKED_AT, "debriefed 14 June 2024", "20 June follow-up due"),
        (LOOKED_AT.followed_up_on(JUNE[21]), "followed up 21 June 2024", "21 June followed up"),
        (
            LOOKED_AT.followed_up_on(JUNE[21]).closed_on(JUNE[21]),
            "closed 21 June 2024",
            "21 June followed up, closed",
        ),
        (
            PLANNED.let_go_on(JUNE[10], "Dee takes it over."),
            "let go 10 June 2024",
            "1 June first written · 10 June let go, 2 days before its day",
        ),
        (PLANNED.let_go_on(JUNE[14]), "let go 14 June 2024", "12 June its day · 14 June let go"),
        (HELD.let_go_on(JUNE[14]), "let go 14 June 2024", "14 June let go"),
    ],
)
def test_the_head_says_how_far_the_talk_came_and_when(talk: Talk, state: str, dates: str) -> None:
    shown = page(talk, BEFORE)
    head, *rest = shown.splitlines()

    assert head.endswith(f"  {state}")
    assert dates in " ".join(" ".join(rest).split())
    assert (talk.reason or "") in shown


def test_several_looks_back_stand_below_one_heading_in_their_order() -> None:
    twice = replace(
        HELD,
        follow_ups=(
            FollowUp(due=JUNE[20], done=JUNE[21]),
            FollowUp(due=JUNE[28], done=JUNE[28]),
            FollowUp(due=date(2024, 7, 20)),
        ),
    )
    later = [
        (JUNE[21], Answer(id="1", prompt="D-30", step="follow-up", text="Two late ones.")),
        (JUNE[21], Answer(id="2", prompt="D-32", step="follow-up", text="A check.")),
        (JUNE[28], Answer(id="3", prompt="D-30", step="follow-up", text="One.")),
    ]
    shown = page(twice, BEFORE, AFTER, *later, width=60)

    assert "  21 June followed up · 28 June followed up ·\n  20 July follow-up due\n" in shown
    assert shown.endswith(
        f"""
Follow-up
Since then{"21 June":>45}
Two late ones.

What it needs now{"21 June":>38}
A check.

Since then{"28 June":>45}
One."""
    )
