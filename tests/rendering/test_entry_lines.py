"""Entries one a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.ratings import Rating
from collab.rendering.cells import length_of
from collab.rendering.entry_lines import listing, of_one_day
from collab.rendering.entry_words import entry_heading, first_words
from collab.rendering.glyphs import ASCII, UNICODE

DAY = date(2026, 11, 20)
PLAN = Plan(id="p", if_="it rains", then="stay", for_=DAY)
NOTE = Entry(id="n", day=DAY, text="words")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(NOTE, "words", id="its text"),
        pytest.param(replace(NOTE, outside="bo"), "bo: words", id="somebody else's"),
        pytest.param(
            Entry(id="e", day=DAY, answers=(Answer(id="a", text="said"),), plan=PLAN),
            "said",
            id="an answer",
        ),
        pytest.param(
            Entry(id="e", day=DAY, plan=PLAN), "If it rains, then I will stay", id="a plan"
        ),
        pytest.param(
            Entry(
                id="e",
                day=DAY,
                ratings=(
                    Rating(id="r", theme="decide", value=0),
                    Rating(id="s", theme="trust", value="W"),
                ),
            ),
            "Shared decisions 0, Trust and accountability W",
            id="nothing but ratings",
        ),
    ],
)
def test_an_entry_is_known_by_its_first_words(entry: Entry, expected: str) -> None:
    assert first_words(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (NOTE, "Note"),
        (
            replace(NOTE, written_at=datetime.fromisoformat("2026-11-20T18:02:11+01:00")),
            "Note, 18:02",
        ),
        (replace(NOTE, kind="evening", light=True), "Light evening"),
        (replace(NOTE, kind="week", week="2026-W47"), "Weekly review of 2026-W47"),
    ],
    ids=["note", "with its time", "light", "review"],
)
def test_an_entry_is_called_by_kind_and_time(entry: Entry, expected: str) -> None:
    assert entry_heading(entry) == expected


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("text", ["word " * 40, "你好" * 60, "x" * 200, "one\ntwo\tthree\x1b[2J"])
def test_a_line_is_one_line_and_fits(text: str, width: int) -> None:
    starred = replace(NOTE, text=text, starred=True)
    for glyphs in (UNICODE, ASCII):
        (row,) = listing([starred], {"n": "ABCD"}, DAY, width, glyphs)
        assert row.startswith("Fri 20 November  note  ABCD  * ")
        assert length_of(row) <= width
        assert row.isprintable()


def test_columns_stand_below_each_other() -> None:
    entries = [replace(NOTE, id="long", day=date(2025, 9, 3)), replace(NOTE, kind="evening")]
    assert listing(entries, {"long": "LONGEND", "n": "ABCD"}, DAY, 80, UNICODE) == [
        "Wed 3 September 2025  note     LONGEND  words",
        "Fri 20 November       evening  ABCD     words",
    ]


def test_pages_of_one_day_show_their_time() -> None:
    at = datetime.fromisoformat("2026-11-20T18:02:11+01:00")
    entries = [NOTE, replace(NOTE, id="m", written_at=at)]
    assert of_one_day(entries, {"n": "ABCD", "m": "EFGH"}, 80, UNICODE) == [
        "       note  ABCD  words",
        "18:02  note  EFGH  words",
    ]
