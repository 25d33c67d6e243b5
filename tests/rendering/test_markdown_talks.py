"""Talks and promises as pages to read."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from collab.domain.entries import Answer
from collab.domain.people import folded
from collab.domain.promises import Promise, PromiseMove
from collab.domain.talks import FollowUp, Talk, TalkMove
from collab.errors import UnreadablePage
from collab.exchange.markdown import read
from collab.rendering.markdown.promises import promises_page
from collab.rendering.markdown.talks import talk_page, talk_paths
from tests import hostile_pages
from tests.sample_pages import THEMES

ADDED, HELD, LATER = date(2024, 5, 31), date(2024, 6, 12), date(2024, 6, 28)


def test_a_talk_is_one_page_with_all_its_dates_and_every_answer_in_full() -> None:
    talk = Talk(
        id="t1",
        who="Rui",
        about="the handovers that slip",
        added=ADDED,
        date=HELD,
        held=HELD,
        debriefed=date(2024, 6, 14),
        follow_ups=(
            FollowUp(due=date(2024, 6, 20), done=LATER),
            FollowUp(due=date(2024, 7, 10)),
        ),
        moved=(TalkMove(on=date(2024, 6, 9), from_=date(2024, 6, 10), to=HELD),),
        closed=LATER,
        expected=4,
        was=2,
    )
    answers = (
        (ADDED, Answer(id="a1", step="prepare", question="Facts?", text="Four.\n\nI wrote.")),
        (
            date(2024, 6, 3),
            Answer(id="a2", step="prepare", question="If stuck?", if_="heated", then="ask"),
        ),
        (
            HELD,
            Answer(
                id="a3",
                step="debrief",
                question="Told how?",
                text="He said: # 1",
                deeper_question="And then?",
                deeper_text="- noon\n<b>",
            ),
        ),
        (LATER, Answer(id="a4", step="follow-up", text="One late.", outside="bo")),
    )

    assert (
        talk_page(talk, answers)
        == """\
# Rui, about the handovers that slip

Closed.

How hard, from 1 easy to 5 very hard: expected 4, was 2.

- Friday 31 May 2024: added
- Sunday 9 June 2024: moved from Monday 10 June 2024 to Wednesday 12 June 2024
- Wednesday 12 June 2024: held
- Friday 14 June 2024: debriefed
- Thursday 20 June 2024: follow-up due, looked at on Friday 28 June 2024
- Friday 28 June 2024: closed
- Wednesday 10 July 2024: follow-up due

## Before

### Facts?

Friday 31 May 2024

Four.

I wrote.

### If stuck?

Monday 3 June 2024

If heated, then I will ask

## After

### Told how?

Wednesday 12 June 2024

He said: # 1

#### And then?

> - noon
> <b>

## Follow-up

### Answer

Friday 28 June 2024, in the words of bo

One late.
"""
    )


def test_a_talk_that_was_only_added_is_a_short_page() -> None:
    talk = Talk(id="t1", who="B.", added=ADDED, date=HELD)

    assert talk_page(talk, ()) == (
        "# B.\n\nOpen.\n\n- Friday 31 May 2024: added\n- Wednesday 12 June 2024: set for this day\n"
    )


def test_a_talk_that_was_let_go_says_why() -> None:
    page = talk_page(Talk(id="t1", who="B.", added=ADDED, let_go=HELD, reason="Cy\nholds it"), ())

    assert "\nLet go: Cy holds it\n" in page
    assert "- Wednesday 12 June 2024: let go\n" in page


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("ana", "ana"),
        ("B.", "B"),
        ("Zoë Müller", "Zoë-Müller"),
        ("Zoe\u0308", "Zoë"),
        ("李 明", "李-明"),
        ("आना", "आना"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "somebody"),
        ("C:\\CON", "C-CON"),
        ("a\0b\x1b[2J", "a-b-2J"),
        ("-rf", "rf"),
        ("\u202eana", "ana"),
        ("🙂\ufe0f", "somebody"),
        ("x" * 300, "x" * 60),
        ("é" * 31, "é" * 30),
        ("x" * 59 + "é", "x" * 59),
    ],
    ids=ascii,
)
def test_a_name_becomes_a_files_name_on_any_system(who: str, name: str) -> None:
    ((path, _),) = talk_paths([Talk(id="t1", who=who, added=ADDED)])

    assert path == f"talks/2024-05-31-{name}.md"


def test_talks_of_one_day_and_name_have_a_page_each() -> None:
    names = ["ana", "Ana", "ana-2", "ANA", "an\u0301a", "ána"]
    talks = [Talk(id=f"t{n}", who=who, added=ADDED) for n, who in enumerate(names)]

    assert [path.removeprefix("talks/2024-05-31-") for path, _ in talk_paths(talks)] == [
        "ana.md",
        "Ana-2.md",
        "ana-2-2.md",
        "ANA-3.md",
        "ańa.md",
        "ána.md",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=90) | st.sampled_from(["a", "A", "a-2"]), max_size=5))
def test_any_names_make_paths_that_are_short_apart_and_stay_inside(names: list[str]) -> None:
    talks = [Talk(id=f"t{n}", who=who, added=ADDED) for n, who in enumerate(names)]

    paths = [path for path, _ in talk_paths(talks)]

    assert len({folded(path) for path in paths}) == len(talks)
    for path in paths:
        folder, name = path.split("/")
        assert folder == "talks"
        assert len(name.encode()) <= 80
        assert name.isprintable()


def test_promises_are_listed_the_open_ones_first_and_mine_before_those_to_me() -> None:
    moves = (
        PromiseMove(on=date(2024, 6, 9), from_=date(2024, 6, 10), to=HELD, agreed=True),
        PromiseMove(on=LATER, from_=HELD, to=date(2024, 7, 1), agreed=False),
    )
    due = date(2024, 6, 10)
    promises = (
        Promise(id="1", side="theirs", who="cy", what="two hires", due=due, done=HELD),
        Promise(id="2", side="theirs", who="bo", what="the list", due=due),
        Promise(
            id="3", side="mine", who="ana", what="numbers", due=due, dropped=HELD, reason="no need"
        ),
        Promise(id="4", side="mine", what="- call", made=ADDED, due=due, moved=moves),
    )

    assert (
        promises_page(promises)
        == """\
# Promises

## Mine, open

### - call

- Made on Friday 31 May 2024
- Due on Monday 10 June 2024
- Moved on Sunday 9 June 2024 from Monday 10 June 2024 to Wednesday 12 June 2024, agreed
- Moved on Friday 28 June 2024 from Wednesday 12 June 2024 to Monday 1 July 2024, not agreed

## To me, open

### the list

- From bo
- Due on Monday 10 June 2024

## Mine, ended

### numbers

- To ana
- Due on Monday 10 June 2024
- Dropped on Wednesday 12 June 2024
- Reason: no need

## To me, ended

### two hires

- From cy
- Due on Monday 10 June 2024
- Done on Wednesday 12 June 2024
"""
    )


def outline(page: str) -> list[tuple[str, str]]:
    """The headings of a page as a reader of Markdown shows them; fails if one lies deeper."""
    tokens = MarkdownIt("commonmark").parse(page)
    assert not [token for token in tokens if token.type == "html_block" and token.level == 0]
    headings = [
        (token, words)
        for token, words in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0
    ]
    shown = []
    for token, words in headings:
        assert {child.type for child in words.children or ()} <= {"text", "text_special"}
        shown.append((token.tag, "".join(child.content for child in words.children or ())))
    return shown


lines = hostile_pages.texts.map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=150, deadline=None)
@given(lines, lines, hostile_pages.texts, hostile_pages.texts)
def test_no_text_breaks_out_of_its_place_on_a_talks_page(
    who: str, question: str, words: str, deeper: str
) -> None:
    answer = Answer(
        id="a1", question=question, text=words, deeper_question=question, deeper_text=deeper
    )
    talk = Talk(id="t1", who=who, about=who, added=ADDED, closed=HELD, reason=who)

    page = talk_page(talk, [(ADDED, answer), (HELD, Answer(id="a2", question="Last?", text="x"))])

    assert outline(page) == [
        ("h1", f"{who}, about {who}"),
        ("h2", "Before"),
        ("h3", question),
        ("h4", question),
        ("h3", "Last?"),
    ]
    with pytest.raises(UnreadablePage):
        read(page, "talk.md", THEMES)


@settings(max_examples=100, deadline=None)
@given(lines)
def test_no_text_breaks_out_of_its_place_among_the_promises(words: str) -> None:
    promise = Promise(id="1", side="mine", who=words, what=words, due=ADDED, reason=words)
    last = Promise(id="2", side="theirs", what="Last", due=ADDED)

    page = promises_page([promise, last])

    assert outline(page) == [
        ("h1", "Promises"),
        ("h2", "Mine, open"),
        ("h3", words),
        ("h2", "To me, open"),
        ("h3", "Last"),
    ]
    with pytest.raises(UnreadablePage):
        read(page, "promises.md", THEMES)
