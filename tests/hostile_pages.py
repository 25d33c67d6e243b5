"""Entries whose every text tries to break the page it stands on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from collab.domain.entries import KINDS, OUTCOMES, STEPS, Answer, Entry, Plan
from collab.domain.ratings import FITS, VALUES, Rating
from collab.domain.themes import THEME_IDS
from tests.hostile_texts import HOSTILE_TEXTS

LINES = (
    "",
    "",
    " ",
    "\t",
    "plain words",
    "@ana said #budget",
    "# a heading",
    "## Evening, 18:02",
    "### Answer",
    "#### Going deeper",
    "###",
    "<!-- collab answer id=x -->",
    "<!-- collab day date=2024-06-10 -->",
    "  <!-- collab entry kind=note -->",
    "> <!-- collab plan -->",
    "<!-- collab",
    "<!--",
    "-->",
    "<!-- a comment --> and words",
    "<!DOCTYPE html>",
    "<?php",
    "<![CDATA[",
    "<div>",
    "</div>",
    "<script>",
    "<pre>",
    "a <b>bold</b> word",
    "a <!-- hidden",
    "<b>",
    "<https://example.org>",
    "2 < 3 and <- this",
    "```",
    "````",
    "``` python",
    "~~~",
    "    ```",
    "  ```",
    "    indented",
    "\tindented",
    "---",
    "===",
    "- - -",
    "***",
    "___",
    "...",
    "date: 2024-06-11",
    "- item",
    "  - deeper item",
    "    text of it",
    "-",
    "*",
    "+ plus",
    "1. one",
    "1)",
    "999999999. far",
    "-   ```",
    "-     code in a list",
    "- # heading in a list",
    "- <div>",
    "- <!-- collab answer -->",
    "> quote",
    ">",
    ">> > deep",
    "> ```",
    "> quoted=true",
    "[ref]: https://example.org 'title",
    "[ref]: <",
    "[a]:",
    "'title'",
    "[link](<a b> 'c')",
    "![x](y)",
    "| a | b |",
    "|---|---|",
    "If: this",
    "If:",
    "Then: that",
    "Then:",
    "Outcome: done",
    "Choice: 3",
    "Fit: well",
    "Who: bo",
    "3 - I asked",
    "- 1 - alone",
    "words with two spaces  ",
    "words with a backslash\\",
    "\\",
    "`code",
    "``",
    "*emphasis **strong",
    "&amp; &#0; &#x110000; &lt;",
    "$$",
    "%%",
    "[^1]: note",
    "==x==",
    "a\x85b",
    "a\u2028b",
    "\u2029",
    "a\x0bb\x0cc",
    "\x1c\x1d",
    "a\xa0b",
    "\xa0- item",
    "\u3000# wide",
    "\ufeff# marked",
    "\u200b```",
    "\u202eright to left",
    "e\u0301 é 日本語 😀 👩\u200d👩\u200d👧",
    "\x1b[31mred\x07",
    "\x7f",
    "W",
    "yes",
    "[2021-01-01 10:00] a log",
    "- [ ] a task",
    "#tag",
    "####### seven",
    "#\tx",
    "Setext",
    "=",
    "-\t- x",
    "* ~~~",
)

_NO_FILE_HOLDS = "\0\r"
_letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_NO_FILE_HOLDS))
_marks = st.text("#>`~-=*_+<!>[]():|\\ \t\nab1.")
_for_terminals = [
    text.replace("\r", "").replace("\0", "")
    for text in HOSTILE_TEXTS.values()
    if not any("\ud800" <= letter <= "\udfff" for letter in text)
]
_pieces = st.one_of(st.sampled_from(LINES), st.sampled_from(_for_terminals), _marks, _letters)

texts = st.lists(_pieces, min_size=1, max_size=6).map(lambda lines: "\n".join(lines).strip())
texts = texts.filter(bool)
"""Texts as the journal keeps them: of any lines, without white space at their ends."""

one_liners = texts.map(lambda text: " ".join(text.splitlines()))
"""Texts of one line."""

ids = st.text("aZ01._-", min_size=1, max_size=4).filter(
    lambda text: text[0].isalnum() and "--" not in text
)
days = st.dates(date(1000, 1, 2), date(9999, 12, 30))
instants = st.datetimes(
    datetime(1000, 1, 2),
    datetime(9999, 12, 30),
    timezones=st.sampled_from(
        [UTC, *(timezone(timedelta(minutes=n)) for n in (-840, -210, 1, 120, 345, 840))]
    ),
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_questions = maybe(one_liners | st.sampled_from(("Answer", "Plan", "Going deeper")))

answers = st.builds(
    Answer,
    id=ids,
    prompt=maybe(ids),
    theme=maybe(st.sampled_from((*THEME_IDS, "any"))),
    question=_questions,
    text=maybe(texts),
    if_=maybe(one_liners),
    then=maybe(one_liners),
    deeper_question=_questions,
    deeper_text=maybe(texts),
    starred=st.booleans(),
    outside=maybe(one_liners),
    talk=maybe(ids),
    step=maybe(st.sampled_from(STEPS)),
    at=maybe(instants),
).filter(lambda answer: answer.text or answer.if_ or answer.then)


ratings = st.builds(
    Rating,
    id=ids,
    theme=st.sampled_from(THEME_IDS),
    value=st.sampled_from(VALUES),
    fit=maybe(st.sampled_from(FITS)),
    scale_version=st.integers(1, 3),
    late=st.booleans(),
    deeper_question=_questions,
    deeper_text=maybe(texts),
    rated_at=maybe(instants),
)


plans = st.builds(
    Plan,
    id=ids,
    prompt=maybe(ids),
    question=_questions,
    if_=maybe(one_liners),
    then=maybe(one_liners),
    for_=days,
    outcome=maybe(st.sampled_from(OUTCOMES)),
    outcome_at=maybe(instants),
).filter(lambda plan: plan.if_ or plan.then)

entries = st.builds(
    Entry,
    id=ids,
    day=st.just(date(2024, 6, 10)),
    kind=st.sampled_from(KINDS),
    written_at=maybe(instants),
    light=st.booleans(),
    starred=st.booleans(),
    tags=st.lists(one_liners, max_size=3).map(tuple),
    people=st.lists(one_liners, max_size=3).map(tuple),
    week=maybe(st.sampled_from(("2024-W24", "2020-W53"))),
    outside=maybe(one_liners),
    imported_from=maybe(one_liners),
    text=maybe(texts),
    answers=st.lists(answers, max_size=3).map(tuple),
    ratings=st.lists(ratings, max_size=2).map(tuple),
    plan=maybe(plans),
).filter(Entry.is_written)


@st.composite
def written_days(draw: st.DrawFn) -> tuple[date, tuple[Entry, ...]]:
    """A day and its entries, two at most."""
    day = draw(days)
    drawn = draw(st.lists(entries, max_size=2))
    return day, tuple(replace(entry, day=day) for entry in drawn)
