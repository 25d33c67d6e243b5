"""The language signal: which words are counted, and what is said of them."""

from __future__ import annotations

import pytest

from collab.domain.reports.language import WordCount, count_words
from tests.domain.reports.journals import Json, evening, lines, note, report_of, said


@pytest.mark.parametrize(
    ("text", "words", "i", "we"),
    [
        pytest.param("We us our ours ourselves", 5, 0, 5, id="we-words"),
        pytest.param("let's we're we've we'd we'll", 5, 0, 5, id="we-words cut short"),
        pytest.param("I me my mine myself", 5, 5, 0, id="I-words"),
        pytest.param("I'm I've I'd I'll", 4, 4, 0, id="I-words cut short"),
        pytest.param("We’re Iʼm let‘s WE", 4, 1, 3, id="other apostrophes, other case"),
        pytest.param("US staff told us. Us too.", 6, 0, 2, id="the country is a word"),
        pytest.param("weather island mines", 3, 0, 0, id="parts of words"),
        pytest.param("'we' said", 2, 0, 1, id="single quotes hide nothing"),
        pytest.param('He said "we can, I think" twice', 3, 0, 0, id="straight quotes"),
        pytest.param("“we” „we“ «we» x", 1, 0, 0, id="other quotes"),
        pytest.param('5" and we', 2, 0, 1, id="a straight quote left open"),
        pytest.param("“open we “shut” we", 3, 0, 2, id="a curly quote left open"),
        pytest.param('"we\nand we" x', 1, 0, 0, id="a quotation over two lines"),
        pytest.param("run `we --i` now", 2, 0, 0, id="back-ticks"),
        pytest.param("see https://we.example/i?me=us, we", 2, 0, 1, id="an address of the web"),
        pytest.param("see www.we.example we", 2, 0, 1, id="one without its scheme"),
        pytest.param("mail we.us@i.example now", 2, 0, 0, id="an e-mail address"),
        pytest.param("@us and @me-i met", 2, 0, 0, id="names"),
        pytest.param("late, i.e. today, I.e. now", 3, 0, 0, id="i.e."),
        pytest.param("well-known, 3rd, snake_case", 5, 0, 0, id="only letters make a word"),
        pytest.param("e\u0301te\u0301", 1, 0, 0, id="letters with marks of their own"),
        pytest.param("", 0, 0, 0, id="nothing"),
    ],
)
def test_counting(text: str, words: int, i: int, we: int) -> None:
    assert count_words(text) == WordCount(words=words, i=i, we=we)


def test_a_long_hostile_text_is_counted_in_a_moment() -> None:
    assert count_words("“" * 200_000 + "a" * 200_000).words == 1


def words_said(*entries: Json) -> str:
    report = report_of({"entries": list(entries)}, language="en")
    return str(said(report.language.says, "this week"))


COUNTED = [
    pytest.param(note("2024-06-10", "we"), id="a note"),
    pytest.param(evening("2024-06-10", text="we"), id="the head of a page"),
    pytest.param(evening("2024-06-10", answers=[{"text": "we"}]), id="an answer"),
    pytest.param(
        evening("2024-06-10", answers=[{"if": "we", "question": "we?"}]),
        id="half a plan-like answer",
    ),
    pytest.param(evening("2024-06-10", answers=[{"text": "1", "deeper_text": "we"}]), id="deeper"),
    pytest.param(
        evening("2024-06-10", ratings=[{"theme": "trust", "value": 3, "deeper_text": "we"}]),
        id="deeper under a rating",
    ),
    pytest.param(evening("2024-06-10", plan={"if": "we"}), id="the if of a plan"),
    pytest.param(evening("2024-06-10", plan={"then": "we"}), id="the then of a plan"),
    pytest.param(
        {"day": "2024-06-10", "kind": "week", "answers": [{"text": "we"}]}, id="a review answer"
    ),
]

NOT_COUNTED = [
    pytest.param(note("2024-06-10", "we", outside="bo"), id="an outside view"),
    pytest.param(
        evening("2024-06-10", answers=[{"text": "we", "outside": "bo"}]), id="and answered"
    ),
    pytest.param(evening("2024-06-10", answers=[{"text": "we", "talk": "t"}]), id="about a talk"),
    pytest.param(
        {"day": "2024-06-10", "kind": "talk", "answers": [{"text": "we"}]}, id="on a talk's page"
    ),
    pytest.param(note("2024-06-10", "we", imported_from="jrnl"), id="an imported journal"),
    pytest.param(note("2024-06-17", "we"), id="the next week"),
]


@pytest.mark.parametrize("page", COUNTED)
def test_the_writers_own_prose_is_counted(page: Json) -> None:
    assert words_said(page) == "we-words 1, I-words 0 in 1 word"


@pytest.mark.parametrize("page", NOT_COUNTED)
def test_other_words_are_not(page: Json) -> None:
    assert words_said(page) == "we-words 0, I-words 0 in 0 words"


def test_a_quotation_left_open_in_one_text_does_not_reach_the_next() -> None:
    plan = {"if": 'he says "no', "then": 'we say "yes'}
    assert words_said(evening("2024-06-10", plan=plan)) == "we-words 1, I-words 0 in 6 words"


def prose(day: str, we: int, i: int, others: int = 150) -> Json:
    return note(day, " ".join(["we"] * we + ["I"] * i + ["day"] * others))


@pytest.mark.parametrize(
    ("now", "usual", "says"),
    [
        pytest.param(
            (10, 9, 200),
            (30, 30),
            [
                ["this week", "we-words 10, I-words 9 in 219 words"],
                ["compared", "too little text (19 of 20 pronouns, 219 of 150 words)"],
            ],
            id="too few pronouns",
        ),
        pytest.param(
            (20, 20, 109),
            (30, 30),
            [
                ["this week", "we-words 20, I-words 20 in 149 words"],
                ["compared", "too little text (40 of 20 pronouns, 149 of 150 words)"],
            ],
            id="too few words",
        ),
        pytest.param(
            (10, 10, 130),
            (30, 29),
            [
                ["this week", "we-words 10, I-words 10 in 150 words; 50% we"],
                ["compared", "no usual yet (59 of 60 pronouns in the last 4 weeks)"],
            ],
            id="too little before",
        ),
        pytest.param(
            (1, 39, 150),
            (30, 30),
            [
                ["this week", "we-words 1, I-words 39 in 190 words; 3% we"],
                ["usual", "50% we (n=60)"],
                [
                    "compared",
                    "fewer we-words than your usual (95% ranges 0-13% and 38-62%)",
                ],
            ],
            id="fewer",
        ),
        pytest.param(
            (20, 20, 150),
            (30, 30),
            [
                ["this week", "we-words 20, I-words 20 in 190 words; 50% we"],
                ["usual", "50% we (n=60)"],
                [
                    "compared",
                    "no clear difference from your usual (95% ranges 35-65% and 38-62%)",
                ],
            ],
            id="the same",
        ),
    ],
)
def test_what_is_said(
    now: tuple[int, int, int], usual: tuple[int, int], says: list[list[str]]
) -> None:
    entries = [prose("2024-06-10", *now), prose("2024-05-13", *usual), prose("2024-05-12", 99, 0)]
    assert lines(report_of({"entries": entries}, language="en").language.says) == says


@pytest.mark.parametrize("language", ["off", "other"])
def test_nothing_is_counted_unless_switched_on(language: str) -> None:
    figures = report_of({"entries": [note("2024-06-10", "We met.")]}, language=language).language
    assert (figures.words, figures.i, figures.we) == (0, 0, 0)
