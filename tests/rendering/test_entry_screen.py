"""A page on a terminal: whole screens at 80 and 60 columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.ratings import Rating
from collab.rendering.entry_screen import day_page
from collab.rendering.printed import printed
from tests.sample_pages import DAY, EVENING, STUCK, THEMES

NOTE = Entry(id="01JN", day=DAY, text="Told @Ana.\nTwo lines.", outside="bo", starred=True)
TALKS = {"t-cy": "talk with Cy about the budget cut"}


def shown(*entries: Entry, width: int = 80) -> str:
    ends = {entry.id: entry.id[-4:] for entry in entries}
    return printed(day_page(entries, ends, THEMES, TALKS), width)


def below_its_heading(entry: Entry) -> str:
    return shown(entry).split("\n", 3)[3]


def test_a_day_at_80_columns() -> None:
    assert shown(EVENING, NOTE) == (
        "Monday 10 June 2024\n"
        "\n"
        "Evening, 18:02  01JE\n"
        "  #budget @ana\n"
        "\n"
        "* Which moment do you want to remember?\n"
        "  Bo knew the supplier. I nearly found out a week too late.\n"
        "  What does it suggest for tomorrow?\n"
        "    Ask @bo first.\n"
        "\n"
        "Shared decisions\n"
        "  3  I asked one.\n"
        "     Fit: well\n"
        "\n"
        "Plan for Tue 11 June\n"
        "  If the list comes up again, then I will ask before I answer\n"
        "  Outcome: done\n"
        "\n"
        "* Note, in the words of bo  01JN\n"
        "  Told @Ana.\n"
        "  Two lines.\n"
    )


def test_a_day_at_60_columns() -> None:
    long = "word " * 14 + "end\n\nA second paragraph."
    answer = Answer(
        id="a", question="A question that is longer than one line of sixty columns?", text=long
    )
    page = Entry(id="01JE", day=DAY, kind="morning", answers=(replace(answer, starred=True),))
    assert shown(page, width=60) == (
        "Monday 10 June 2024\n"
        "\n"
        "Morning  01JE\n"
        "\n"
        "* A question that is longer than one line of sixty columns?\n"
        "  word word word word word word word word word word word\n"
        "  word word word end\n"
        "\n"
        "  A second paragraph.\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    words = Answer(id="a", question="why " * 40, text="word " * 60 + "x" * 200)
    page = replace(EVENING, answers=(words,), tags=tuple("tag" * 9 for _ in range(9)))
    assert max(map(len, shown(page, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"value": "W"}, "  W  I waited for others to decide.\n", id="waited"),
        pytest.param({"value": 0}, "  0  No occasion today.\n", id="no occasion"),
        pytest.param(
            {"fit": "other"}, "  3  I asked one.\n     Fit: would choose another way\n", id="fit"
        ),
        pytest.param({"scale_version": 2}, "  3\n", id="another scale"),
        pytest.param(
            {"deeper_question": "Why?", "deeper_text": "Because."},
            "  3  I asked one.\n  Why?\n    Because.\n",
            id="deeper",
        ),
    ],
)
def test_a_rating_shows_its_line(changes: dict[str, object], expected: str) -> None:
    rating = replace(Rating(id="r", theme="decide", value=3), **changes)
    page = Entry(id="e", day=DAY, kind="evening", ratings=(rating,))
    assert below_its_heading(page) == f"\nShared decisions\n{expected}"


def test_a_late_rating_and_one_of_no_known_theme_are_shown() -> None:
    ratings = (
        Rating(id="r", theme="decide", value=3, late=True),
        Rating(id="s", theme="courage", value=2),
    )
    below = below_its_heading(Entry(id="e", day=DAY, kind="evening", ratings=ratings))
    assert "Shared decisions  (given the day after)\n" in below
    assert "courage\n  2\n" in below


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(Answer(id="a", text="words"), "Answer\n  words\n", id="no question"),
        pytest.param(
            Answer(id="a", question="Whom?", text="words", outside="bo"),
            "Whom?\n  In the words of bo:\n  words\n",
            id="outside view",
        ),
        pytest.param(
            Answer(id="a", question=STUCK.text, if_="it sticks,", then="ask"),
            "If it gets stuck?\n  If it sticks, then I will ask\n",
            id="if and then",
        ),
    ],
)
def test_an_answer_stands_below_its_question(answer: Answer, expected: str) -> None:
    page = Entry(id="e", day=DAY, kind="evening", answers=(answer,))
    assert below_its_heading(page) == f"\n{expected}"


def test_a_plan_that_is_open_has_no_outcome() -> None:
    page = Entry(id="e", day=DAY, plan=Plan(id="p", then="ask", for_=date(2024, 6, 11)))
    assert below_its_heading(page) == "\nPlan for Tue 11 June\n  I will ask\n"


def test_a_question_about_a_talk_says_which_it_is() -> None:
    first = Answer(id="a", question="What happened?", text="It slipped.", talk="t-cy")
    second = replace(first, id="b", question="What do you want?", text="One list.")
    removed = replace(first, id="c", question="And now?", text="Nothing.", talk="t-gone")
    page = Entry(id="01JE", day=DAY, kind="talk", answers=(first, second, removed))
    assert below_its_heading(page) == (
        "\n"
        "What happened?\n"
        "  talk with Cy about the budget cut\n"
        "  It slipped.\n"
        "\n"
        "What do you want?\n"
        "  One list.\n"
        "\n"
        "And now?\n"
        "  Nothing.\n"
    )
