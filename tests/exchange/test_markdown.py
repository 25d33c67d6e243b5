"""Pages in Markdown, read: as they were written, filled in, edited or damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.people import Directory
from collab.domain.questions import Question, open_question
from collab.domain.ratings import Rating
from collab.exchange.markdown import LookedBack, PageDay, Unanswered, read, read_day
from collab.rendering.markdown import Sheet, document, form, page
from tests import hostile_pages
from tests.examples import examples
from tests.sample_pages import (
    BLANK_EVENING,
    DAY,
    EVENING,
    NEXT_DAY,
    PLAN_FOR_TODAY,
    QUESTIONS,
    STUCK,
    THEMES,
)


def page_of(*entries: Entry) -> str:
    return page(DAY, entries, THEMES, Directory(()))


def form_of(entry: Entry = BLANK_EVENING, questions: tuple[Question, ...] = QUESTIONS) -> str:
    return form(DAY, [Sheet(entry=entry, questions=questions, plans=(PLAN_FOR_TODAY,))], THEMES)


def read_page(text: str) -> PageDay:
    return read_day(text, "page.md", THEMES)


def filled(text: str, *places: tuple[str, str]) -> str:
    """The page with words put in after each given place, as somebody would type them."""
    for place, words in places:
        assert text.count(place) == 1, place
        text = text.replace(place, f"{place}{words}")
    return text


def instants(entries: Iterable[Entry]) -> Iterator[str]:
    """Every time with its offset, which comparing the entries leaves out."""
    for entry in entries:
        times = [entry.written_at, *(answer.at for answer in entry.answers)]
        times += [rating.rated_at for rating in entry.ratings]
        times += [entry.plan.outcome_at] if entry.plan else []
        yield from (time.isoformat() for time in times if time)


# What was written comes back


@examples(200)
@given(hostile_pages.texts, hostile_pages.texts, hostile_pages.texts)
@example("```", "<!-- collab answer -->", "---\n# x")
@example("If: a\nThen: b", "Who: bo", "Choice: 3")
def test_any_answers_text_comes_back_unchanged(head: str, words: str, deeper: str) -> None:
    answers = (
        Answer(id="a1", question="First?", text=words, deeper_text=deeper),
        Answer(id="a2", question="Second?", text=deeper),
    )
    rating = Rating(id="r1", theme="trust", value=2, deeper_text=words)
    entry = Entry(id="e1", day=DAY, text=head, answers=answers, ratings=(rating,))

    assert read_page(page_of(entry)).entries() == (entry,)


@examples(50)
@given(hostile_pages.written_days())
def test_a_page_that_is_read_gives_the_same_entries_and_the_same_page(
    written: tuple[date, tuple[Entry, ...]],
) -> None:
    day, entries = written
    text = page(day, entries, THEMES, Directory(()))

    (found,) = read(text, "page.md", THEMES)

    assert found.day == day
    assert found.entries() == entries
    assert list(instants(found.entries())) == list(instants(entries))
    assert page(day, found.entries(), THEMES, Directory(())) == text


@examples(15)
@given(st.lists(hostile_pages.written_days(), min_size=1, max_size=3))
def test_a_document_of_several_days_gives_the_same_days(
    written: list[tuple[date, tuple[Entry, ...]]],
) -> None:
    found = read("".join(document(written, THEMES)), "all.md", THEMES)

    assert [(day.day, day.entries()) for day in found] == written


@examples(40)
@given(hostile_pages.entries)
def test_a_form_that_nobody_touched_changes_nothing(entry: Entry) -> None:
    (section,) = read_page(form_of(entry)).sections

    asked_last = sorted(entry.answers, key=lambda answer: answer.prompt or "")
    found = section.entry
    assert sorted(found.answers, key=lambda answer: answer.prompt or "") == asked_last
    assert set(found.ratings) == set(entry.ratings)
    assert replace(found, answers=(), ratings=()) == replace(entry, answers=(), ratings=())
    assert not section.looked_back
    assert not any(left.id for left in section.unanswered)


def test_a_blank_form_gives_an_entry_with_nothing_in_it() -> None:
    found = read_page(form_of())

    assert found.entries() == ()
    assert found.sections[0].entry == BLANK_EVENING
    assert [(left.kind, left.prompt or left.theme) for left in found.sections[0].unanswered] == [
        ("plan", "E-01"),
        ("answer", "E-01"),
        ("answer", "E-02"),
        ("answer", "I-39"),
        ("rating", "decide"),
        ("plan", "E-04"),
        ("answer", "E-04"),
    ]


# A form that was filled in


def test_a_filled_form_gives_what_was_typed_without_ids_and_times() -> None:
    text = filled(
        form_of(),
        ("kind=evening -->\n\n", "A long day. @ana"),
        ("\nOutcome:", " partly"),
        ("prompt=E-01 theme=any -->\n\n", "Keep it short."),
        ("prompt=E-02 theme=any -->\n\n", "Bo knew.\n\n- one\n- two"),
        ("What does it suggest for tomorrow?\n<!-- collab deeper -->\n\n", "Ask first."),
        ("\nWho:", " bo\nYou asked, and then you waited."),
        ("\nChoice:", " 2"),
        ("\nFit:", " Would choose another way"),
        ("\nIf:", " the list comes up"),
        ("\nThen:", " I will ask"),
        ("prompt=E-04 theme=any -->\n\n", "Time."),
    )

    (section,) = read_page(text).sections

    def answer(prompt: str, question: str, words: str, theme: str = "any") -> Answer:
        return Answer(id="", prompt=prompt, theme=theme, question=question, text=words)

    remembered = answer("E-02", "Which moment do you want to remember?", "Bo knew.\n\n- one\n- two")
    view = answer(
        "I-39", "You wanted to ask: Ana, about the rota", "You asked, and then you waited."
    )
    assert section.entry == replace(
        BLANK_EVENING,
        text="A long day. @ana",
        answers=(
            answer("E-01", "What will you keep?", "Keep it short."),
            replace(
                remembered,
                deeper_question="What does it suggest for tomorrow?",
                deeper_text="Ask first.",
            ),
            replace(view, theme="candour", outside="bo"),
            answer("E-04", "What could get in the way?", "Time."),
        ),
        ratings=(Rating(id="", theme="decide", value=2, fit="other"),),
        plan=Plan(
            id="",
            prompt="E-04",
            question="At which moment tomorrow will it matter how you act?",
            if_="the list comes up",
            then="I will ask",
            for_=NEXT_DAY,
        ),
    )
    sentence = "If the call turns, then I will ask Bo to speak first"
    assert section.looked_back == (
        LookedBack(for_=DAY, prompt="E-01", outcome="partly", line=9, sentence=sentence),
    )
    assert section.unanswered == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (" 1", 1),
        ("5", 5),
        (" 0 ", 0),
        (" W", "W"),
        (" w", "W"),
        (" 3 - I asked one.", 3),
    ],
    ids=repr,
)
def test_a_choice_is_one_of_the_scale(typed: str, value: int | str) -> None:
    (entry,) = read_page(filled(form_of(), ("\nChoice:", typed))).entries()

    assert entry.ratings == (Rating(id="", theme="decide", value=value),)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", ["\nFit:", "\n(Fit: well, partly, would choose another way)"])
def test_words_below_a_rating_are_its_deeper_text(place: str) -> None:
    text = filled(form_of(), ("\nChoice:", " 4"), (place, "\n\nBo asked.\n- 3 - times"))

    (entry,) = read_page(text).entries()

    assert entry.ratings[0].deeper_text == "Bo asked.\n- 3 - times"
    assert entry.ratings[0].deeper_question is None


def test_words_below_a_rating_and_below_its_deeper_question_are_both_kept() -> None:
    text = filled(
        form_of(),
        ("\nChoice:", " 4"),
        ("\nFit:", "\n\nBo asked."),
        ("What made you choose this line?\n<!-- collab deeper -->\n\n", "The list."),
    )

    (entry,) = read_page(text).entries()

    assert entry.ratings[0].deeper_text == "Bo asked.\n\nThe list."
    assert entry.ratings[0].deeper_question == "What made you choose this line?"


def test_an_if_typed_over_several_lines_becomes_one_line() -> None:
    text = filled(form_of(), ("\nIf:", " the list\n  comes up"), ("\nThen:", "\nask"))

    (entry,) = read_page(text).entries()

    assert entry.plan
    assert (entry.plan.if_, entry.plan.then) == ("the list comes up", "ask")


def test_a_question_for_an_if_and_a_then_is_answered_with_both() -> None:
    text = filled(
        form_of(questions=(open_question(STUCK),)), ("\nIf:", " it does"), ("\nThen:", " breathe")
    )

    (entry,) = read_page(text).entries()

    assert (entry.answers[0].if_, entry.answers[0].then) == ("it does", "breathe")
    assert entry.answers[0].text is None


def test_an_answer_that_was_emptied_is_named_by_its_id() -> None:
    text = form_of(EVENING).replace("Bo knew the supplier. I nearly found out a week too late.", "")
    text = text.replace("Ask @bo first.", "")
    text = text.replace("Choice: 3\nFit: well", "Choice:\nFit:")

    (section,) = read_page(text).sections

    assert section.entry.answers == ()
    assert section.entry.ratings == ()
    assert [left for left in section.unanswered if left.id] == [
        Unanswered(kind="answer", id="01JA", prompt="E-02", theme="any", talk=None, line=23),
        Unanswered(kind="rating", id="01JR", prompt=None, theme="decide", talk=None, line=38),
    ]


def test_an_answer_that_was_quoted_can_be_added_to_without_the_mark() -> None:
    entry = Entry(id="n1", day=DAY, text="# Not a heading\n\nand more")
    text = filled(page_of(entry), ("> and more\n", "added\n  apart\n>no space\n"))

    (found,) = read_page(text).entries()

    assert found.text == "# Not a heading\n\nand more\nadded\n  apart\nno space"


# What editors do to a file


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CR LF"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="CR"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: "\ufeff" + text.replace("\n", "\r\n"), id="mark and CR LF"),
        pytest.param(lambda text: text.rstrip("\n"), id="no final newline"),
        pytest.param(lambda text: text + "\n\n \n", id="blank lines at the end"),
        pytest.param(
            lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
            id="white space at line ends removed",
        ),
        pytest.param(
            lambda text: "\n".join(
                f"{line} " if line[:1] in "#<-" or line.endswith(":") else line
                for line in text.split("\n")
            ),
            id="white space at line ends added",
        ),
        pytest.param(
            lambda text: text.replace("\n<!-- collab", "\n\n<!-- collab"),
            id="a blank line below each heading",
        ),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n"), id="blank lines doubled"),
        pytest.param(
            lambda text: text.replace("-->\n\n", "-->\n"), id="no blank line below comments"
        ),
        pytest.param(lambda text: text.replace("\n- ", "\n* "), id="other bullets"),
        pytest.param(lambda text: text.replace(" -->", "-->"), id="comments closed tightly"),
        pytest.param(
            lambda text: text.replace("## ", "### ").replace("#### ", "##### "),
            id="headings one level down",
        ),
        pytest.param(
            lambda text: text.replace("---\n", "---\naliases: [x]\n", 1), id="a property added"
        ),
    ],
)
def test_a_page_reads_the_same_after_what_editors_do(edited: Callable[[str], str]) -> None:
    quoted = Entry(id="n1", day=DAY, text="# Words\n\n  and > more\n```\ncode")

    assert read_page(edited(page_of(EVENING, quoted))).entries() == (EVENING, quoted)
    assert read_page(edited(form_of(EVENING))).entries() == (EVENING,)


@pytest.mark.parametrize(
    "front", ["date: 2024-06-10", "date: '2024-06-10'", 'x: 1\ndate: "2024-06-10T00:00:00"']
)
def test_the_front_matter_says_the_day_where_no_heading_does(front: str) -> None:
    entry = "## Note\n<!-- collab entry -->\n\nWords.\n"

    found = read_page(f"---\n{front}\n---\n{entry}")

    assert found.day == DAY
    assert found.entries() == (Entry(id="", day=DAY, text="Words."),)


def test_the_day_in_the_comment_wins_over_the_front_matter() -> None:
    text = page_of(EVENING).replace("\ndate: 2024-06-10", "\ndate: 2023-01-01")

    assert read_page(text).day == DAY


def test_all_else_in_the_front_matter_is_left_alone() -> None:
    text = page_of(EVENING).replace("collab_decide: 3", "collab_decide: 5\ntags: [!!python/x {")

    assert read_page(text).entries() == (EVENING,)


def test_texts_that_look_like_another_journal_are_not_torn_apart() -> None:
    log = "[2021-01-01 10:00] Told Bo.\n\n[1] a footnote\n2021-01-02 11:00 Cy: and then?"
    at = datetime.fromisoformat("2024-06-10T10:00:00+00:00")
    entry = Entry(id="n1", day=DAY, written_at=at, text=log, imported_from="jrnl")

    assert read_page(page_of(entry)).entries() == (entry,)
