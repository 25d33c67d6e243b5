"""A report as Markdown: it reads well, and no words of the user's become structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from collab.domain.reports.report import (
    NextThing,
    OutsideFigures,
    OutsideView,
    PeopleFigures,
    Report,
    ReviewAnswer,
    Says,
    ThenAndNow,
)
from collab.rendering.plain import visible
from collab.rendering.report_markdown import as_markdown
from tests.rendering.sample_reports import (
    EMPTY_WEEK,
    FIRST_WEEK,
    FOOT,
    MONTH,
    ORDINARY_WEEK,
    in_june,
    said,
    theme,
    words,
)

FIRST_WEEK_AS_MARKDOWN = f"""\
# Week 2024-04-22 to 2024-04-28

- written: on 3 of 7 days

## In your words

### Monday 22 April 2024

> Told @Ana in front of everyone that the rota was settled. She said fine, and then nothing \
for the rest of the meeting.

### Tuesday 23 April 2024

> Asked @Ana what she would change. Two things, and I took both.

### Thursday 25 April 2024

> @Bo wanted the numbers. I said later and did not say when.

## Plans

- this week: done 1, partly 0, not done 0 (1 with an occasion; 1 without)

## Talks

- now: none recorded

## Promises

- this week: none due

## Balance (your ratings)

- this week: -1.0 on the line -2 (on my own) to +2 (together); 7 ratings on 3 days
- position: nearer 'on my own'
- fit: suited well 5, partly 2, would choose another way 0 (7 of 7 answered)
- compared: not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)

## Themes

1 = on my own, 5 = together; neither end is better.

### Shared decisions

- days: Monday 2, Tuesday 3, Thursday 2
- this week: mean 2.3, range 2-3, n=3 of 7 days
- usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)
- 8 weeks: not yet (1 rated week; 5 needed)

### Open dialogue

- days: Tuesday 2, Thursday 2
- this week: 2, 2 (n=2; 3 needed for a mean)
- usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)

### Difficult conversations

- days: Tuesday 1, Thursday 2
- this week: 1, 2 (n=2; 3 needed for a mean)
- usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)

## People in your notes (named with @)

- named: Ana (report) 2, Bo (peer) 1

## Language signal (a word count; not a measure of you)

- this week: we-words 2, I-words 12 in 131 words
- compared: too little text (14 of 20 pronouns, 131 of 150 words)

## Not yet, and when at the earliest

- compared: with your usual: week of 13 May, after 12 ratings in 3 weeks (so far Shared \
decisions 3, Open dialogue 2, Difficult conversations 2)
- 8 weeks: a direction: week of 20 May, after 5 weeks of 3 ratings or more (so far 1, 0, 0)
- language: 150 words and 20 pronouns in a week (131 and 14)
- nothing recorded: talks, promises, outside views

---

{FOOT}

Self-notes for development. Not for appraisal.
"""


def test_a_first_week_reads_from_top_to_bottom() -> None:
    assert as_markdown(FIRST_WEEK) == FIRST_WEEK_AS_MARKDOWN


def section(report: Report, heading: str) -> str:
    """What stands between a second-level heading and the next one, or the foot."""
    after = as_markdown(report).split(f"\n## {heading}\n\n", 1)[1]
    return after.split("\n\n## ", 1)[0].split("\n\n---\n", 1)[0]


def test_a_starred_day_says_so_and_a_light_evening_is_no_quotation() -> None:
    text = section(ORDINARY_WEEK, "In your words")
    assert text.endswith(
        "### Thursday 13 June 2024\n\nlight evening\n\n"
        "### Friday 14 June 2024, starred\n\n> @Ana said I asked, and then I waited."
    )


def test_words_keep_their_lines_and_paragraphs() -> None:
    report = replace(ORDINARY_WEEK, words=(words(in_june(10), "one\ntwo\n \n\nthree"),))
    assert section(report, "In your words").endswith("\n\n> one  \n> two\n>\n> three")


def test_everything_that_comes_next_is_listed() -> None:
    promise = ORDINARY_WEEK.next[1]
    talk = replace(promise, kind="talk", side=None, who="Rui", text="the handovers")
    report = replace(ORDINARY_WEEK, next=(promise, promise, promise, talk))
    assert section(report, "Next").splitlines() == [
        *["- Wed 19 June: to Bo, vendor numbers"] * 3,
        "- Wed 19 June: talk with Rui about the handovers",
    ]


def test_a_day_of_another_year_that_is_open_has_its_year() -> None:
    promise = replace(ORDINARY_WEEK.next[1], on=date(2022, 6, 14))
    report = replace(ORDINARY_WEEK, next=(promise,))
    assert section(report, "Next") == "- since Tue 14 June 2022: to Bo, vendor numbers"


def test_a_rating_given_the_day_after_stands_in_brackets() -> None:
    late = theme("decide", "Shared decisions", (2, "W", 0, *[None] * 4), late_days=(in_june(11),))
    report = replace(ORDINARY_WEEK, themes=(late,))
    assert "- days: Monday 2, Tuesday (W), Wednesday 0" in section(report, "Themes").splitlines()


def test_outside_views_and_the_same_question_twice_name_their_days() -> None:
    pair = ThenAndNow(
        question="Who had a say today?",
        then_day=date(2024, 5, 15),
        then_text="Nobody.",
        now_day=in_june(12),
        now_text="All six.",
    )
    report = replace(ORDINARY_WEEK, then_and_now=pair)
    assert section(report, "Outside views") == (
        "- this week: 1 outside view\n\nFriday 14 June 2024, Ana:\n\n"
        "> You asked, and then you waited. I had not seen that before."
    )
    assert section(report, "Then and now") == (
        "Who had a say today?\n\nWednesday 15 May 2024:\n\n> Nobody.\n\n"
        "Wednesday 12 June 2024:\n\n> All six."
    )


def test_the_review_quotes_answers_below_their_questions_and_then_the_plan() -> None:
    answer, plan = ORDINARY_WEEK.review
    assert section(ORDINARY_WEEK, "Weekly review") == (
        f"{answer.question}\n\n> {answer.text}\n\nNext week:\n\n> {plan.text}"
    )


def test_an_empty_week_leads_to_the_last_page() -> None:
    assert as_markdown(EMPTY_WEEK).startswith(
        "# Week 2024-07-01 to 2024-07-07\n\n- written: on 0 of 7 days\n\n"
        "Nothing written. The last week with a page: collab report --of 2024-06-24\n\n"
    )


def test_a_month_has_its_weeks_as_a_table_under_each_theme() -> None:
    assert section(MONTH, "Themes").endswith(
        "### Shared decisions\n\n"
        "- in all: mean 2.9, range 2-4, n=9 of 30 days\n"
        "- compared: 2 whole weeks: higher than your usual 1, lower 0, no clear difference 1,"
        " too few ratings 0\n"
        "- 10 June: higher than your usual (difference +1.0, NAP 0.88)\n\n"
        "| week of | n | mean |\n"
        "| --- | ---: | ---: |\n"
        "| 1 June 2024 | 2 |  |\n"
        "| 3 June 2024 | 4 | 2.8 |\n"
        "| 10 June 2024 | 3 | 3.3 |"
    )


def test_a_month_has_the_fit_by_line_as_a_table() -> None:
    assert section(MONTH, "Balance (your ratings)").endswith(
        "too few ratings 1\n\n"
        "| line | well | partly | would choose another way |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| 1 on my own | 4 | 1 | 0 |\n"
        "| 2 | 5 | 1 | 0 |\n"
        "| 3 | 3 | 0 | 1 |\n"
        "| 4 | 4 | 2 | 3 |\n"
        "| 5 together | 2 | 1 | 2 |"
    )


def test_a_month_names_the_week_that_each_review_is_about() -> None:
    assert section(MONTH, "Weekly review") == (
        "### Week of Monday 3 June 2024\n\nWhere?\n\n> Alone was right.\n\n"
        "Next week:\n\n> Ask two.\n\n"
        "### Week of Monday 10 June 2024\n\nWhere?\n\n> Both."
    )


def test_the_tables_of_a_month_are_tables() -> None:
    tables = [token for token in PARSER.parse(as_markdown(MONTH)) if token.type == "table_open"]
    assert len(tables) == 2


def all_says(report: Report) -> Iterator[Says]:
    yield from (report.head.says, report.plans.says, report.talks.says, report.promises.says)
    yield from (report.balance.says, report.people.says, report.outside.says)
    yield from (report.language.says, report.not_yet, *(theme.says for theme in report.themes))


@pytest.mark.parametrize("report", [ORDINARY_WEEK, FIRST_WEEK, EMPTY_WEEK, MONTH])
def test_every_sentence_stands_word_for_word(report: Report) -> None:
    lines = as_markdown(report).splitlines()
    for says in all_says(report):
        for line in says:
            colon = "" if line.label == "nothing" else ":"
            assert (f"- {line.label}{colon} {line.text}" in lines) == (line.text != "-")


# With tables and strikethrough, which many readers of Markdown know besides.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMLESS_SIGNS = {"text", "softbreak", "hardbreak"}


def with_everywhere(text: str) -> Report:
    """A report with `text` wherever the user's words can stand."""
    return replace(
        FIRST_WEEK,
        words=(words(in_june(10), text), words(in_june(11), text, starred=True)),
        next=(NextThing(kind="promise", side="mine", who=text, text=text, on=in_june(18), id="p"),),
        people=PeopleFigures(days_written=1, named=(), says=said(f"named: {text} 1")),
        outside=OutsideFigures(
            views=(OutsideView(day=in_june(12), from_=text, text=text),),
            says=said("this week: 1 outside view"),
        ),
        then_and_now=ThenAndNow(
            question=text,
            then_day=in_june(1),
            then_text=text,
            now_day=in_june(12),
            now_text=text,
        ),
        review=(ReviewAnswer(question=text, text=text),),
    )


def structure(markdown: str) -> list[tuple[str, int, str]]:
    """Every block's kind and depth; the words of headings; paragraphs without number."""
    tokens = PARSER.parse(markdown)
    return [
        (token.type, token.level, tokens[place + 1].content if "heading" in token.type else "")
        for place, token in enumerate(tokens)
        if token.nesting >= 0 and token.type not in ("paragraph_open", "inline")
    ]


def words_of_quotes(markdown: str) -> list[str]:
    """Each block quote's words, read back as a reader sees them, without white space."""
    quotes: list[str] = []
    for token in PARSER.parse(markdown):
        if token.type == "blockquote_open":
            quotes.append("")
        elif token.type == "inline" and token.level == 2 and quotes:
            quotes[-1] += "".join(sign.content for sign in signs(token))
    return ["".join(quote.split()) for quote in quotes]


def signs(token: Token) -> list[Token]:
    return token.children or []


HOSTILE = [
    "# heading",
    "heading\n===",
    "heading\n---",
    "---",
    "> quote",
    "- item\n1. item\n2) item\n+ item",
    "    code",
    "```\nfence",
    "~~~\nfence",
    "<script>alert(1)</script>",
    "<!-- comment",
    "</blockquote>\n\n# out",
    "a <b>b</b> &amp; &#35;",
    "[x](javascript:1) ![i](u) [r]: u",
    "[r]: http://x\n\n[r]",
    "*a* **b** __c__ _d_ ~~e~~ `f`",
    "a | b\n--|--\n1 | 2",
    "a | b\n:-- | :--\n1 | 2",
    "ends with \\",
    "\\# \\* \\\\",
    "one\n\n\n# two",
    "\t# tab",
    "one\n\x0b\ntwo",
    "\x1b[31mred\r# x",
    "Ana (report) 4, 5* and snake_case_name",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    check_words_stay_words(text)


@given(
    st.text(
        alphabet=st.sampled_from("#>-+=*_~`<>!&;[](){}|\\:/ \t\n\r1.)ab\x1b\u2028é"), min_size=1
    )
)
def test_any_words_stay_words(text: str) -> None:
    check_words_stay_words(text)


def check_words_stay_words(text: str) -> None:
    if not visible(text).strip():
        return
    markdown = as_markdown(with_everywhere(text))
    assert structure(markdown) == structure(as_markdown(with_everywhere("plain")))
    tokens = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    assert {sign.type for token in tokens for sign in signs(token)} <= HARMLESS_SIGNS
    shown = "".join(visible(text).split())
    assert words_of_quotes(markdown) == [shown] * 6
