"""The page of one talk: its whole story, before and after side by side."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.commands.conftest import Collab
from tests.commands.talks.conftest import RUI, STORY, Talking, at
from tests.journeys.person import collab as in_a_pipe

JULY = at("2024-07-01")

AT_80 = """\
Rui, about the handovers that slip                         closed 28 June 2024
  31 May first written · 12 June held, 12 days later · 14 June debriefed ·
  28 June followed up, closed
  expected 4, was 2

Before                                   After
Facts only                  31 May       As an observer saw it      12 June
Four handovers in May came after         @Rui said the handovers slip when I
17:00. I wrote to him twice. We          change the list after noon. I had
never spoke about it.                    never put the two together. The list
                                         closes at noon, and that binds me
Their story                 31 May       first.
That I do not trust him with the
evening shift.                           What we settled            14 June
                                         The list closes at noon. He calls me
If it gets stuck             3 June      if it cannot. We look on 28 June.
If it gets heated, then I will put
the pen down and ask what I have not     Again, or another way      14 June
understood.                              Again: asking first. Another way:
                                         not waiting twelve days.

Follow-up                   28 June
One late handover in two weeks, and he called at three. Nothing more is needed."""

AT_60 = """\
Rui, about the handovers that slip     closed 28 June 2024
  31 May first written · 12 June held, 12 days later ·
  14 June debriefed · 28 June followed up, closed
  expected 4, was 2

Before
Facts only                                      31 May
Four handovers in May came after 17:00. I wrote to him
twice. We never spoke about it.

Their story                                     31 May
That I do not trust him with the evening shift.

If it gets stuck                                 3 June
If it gets heated, then I will put the pen down and ask what
I have not understood.

After
As an observer saw it                           12 June
@Rui said the handovers slip when I change the list after
noon. I had never put the two together. The list closes at
noon, and that binds me first.

What we settled                                 14 June
The list closes at noon. He calls me if it cannot. We look
on 28 June.

Again, or another way                           14 June
Again: asking first. Another way: not waiting twelve days.

Follow-up                                       28 June
One late handover in two weeks, and he called at three.
Nothing more is needed."""


@pytest.mark.parametrize(("columns", "page"), [(80, AT_80), (60, AT_60)])
def test_the_whole_story_is_one_page(
    talking: Talking, import_journal: Callable[..., None], columns: int, page: str
) -> None:
    import_journal(talks=[RUI], entries=STORY)

    ana = talking(JULY, "show", "rui", columns=columns)
    ana.leaves(0)

    assert ana.page() == page


def test_side_by_side_begins_at_76_columns(
    talking: Talking, import_journal: Callable[..., None]
) -> None:
    import_journal(talks=[RUI], entries=STORY)

    for columns, beside in ((75, False), (76, True)):
        ana = talking(JULY, "show", "@RUI", columns=columns)
        ana.leaves(0)
        rows = ana.page().splitlines()
        assert any(row.startswith("Before") and row.endswith("After") for row in rows) is beside
        assert all(len(row) <= columns for row in rows)


def test_nothing_of_a_long_or_strange_story_is_cut(
    home, talking: Talking, import_journal: Callable[..., None]
) -> None:
    word = "Handover" * 9
    answers = [
        {
            "prompt": "X-99",
            "question": "What did nobody ask about in all of these long weeks before the talk?",
            "text": f"{word} 引き継ぎ\x1b[2J",
            "deeper_question": "And what else?",
            "deeper_text": "More of it.",
            "talk": RUI["id"],
        },
        {"prompt": "D-20", "text": "引き継ぎ " * 12, "talk": RUI["id"], "step": "debrief"},
    ]
    import_journal(
        talks=[{**RUI, "added": "2023-12-30"}],
        entries=[{"day": "2023-12-31", "kind": "talk", "answers": answers}],
    )

    ana = talking(JULY, "show", "rui")
    ana.leaves(0)

    page = ana.page()
    assert "30 Dec 2023 first written" in page
    assert "What did nobody ask about in all of" in page
    assert page.count("Handover") >= 8
    assert "And what else?" in page
    assert "More of it." in page
    shown = in_a_pipe(home, "talk", "show", "rui", at=JULY)
    assert shown.count("引き継ぎ") == 13
    assert "\x1b" not in shown


def test_a_talk_can_be_read_by_programs_and_as_markdown(
    home, collab: Collab, import_journal: Callable[..., None]
) -> None:
    import_journal(talks=[RUI], entries=STORY)

    document = json.loads(collab("talk", "show", "rui", "--format", "json").out)
    assert document["talks"] == [RUI]
    assert [(one["day"], one["prompt"]) for one in document["answers"]][::6] == [
        ("2024-05-31", "D-02"),
        ("2024-06-28", "D-30"),
    ]
    markdown = collab("talk", "show", "rui", "--format", "markdown").out
    assert markdown.startswith("# Rui, about the handovers that slip\n\nClosed.")
    assert "### The question D-25?" in markdown
