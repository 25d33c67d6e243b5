"""No report praises, blames, grades or counts days in a row: every face, every period.

The user's own words may say whatever they like, so they are kept out before the report is
made and not taken out of it afterwards: the journals here hold "zzz" in the place of each
word and question, and what is left is all ours. The demo's own words hold none of the
words in question, and that is asserted too.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from collab.commands.report import Format
from collab.domain.periods import (
    Period,
    PeriodKind,
    days_from_to,
    month_of,
    quarter_of,
    week_of,
    year_of,
)
from collab.domain.reports.language import I_WORDS, WE_WORDS
from collab.domain.reports.make import report_on
from collab.domain.reports.report import Line, Report
from collab.rendering.glyphs import ASCII, UNICODE
from collab.rendering.html.page import as_html
from collab.rendering.report_json import as_json
from collab.rendering.report_layout import Look
from collab.rendering.report_markdown import as_markdown
from collab.rendering.report_picture import as_svg
from collab.rendering.report_screen import first_screen, page, plain_page
from tests.commands.conftest import Collab
from tests.docs.made import root
from tests.domain.reports.journals import MONDAY, SUNDAY, WORKED_EXAMPLES, Json, records_of
from tests.domain.reports.random_journals import random_journal, with_what_came_later
from tests.domain.test_demo import DEMO, texts_of
from tests.examples import examples
from tests.never_said import (
    COUNTS_OF_DAYS_IN_A_ROW,
    NEVER_SAID,
    forbidden_in,
    judging_colours_in,
    judging_colours_of,
)

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Face:
    """One form of a report. `read` says what of it a reader is given as words; `colours`
    finds those that judge, None where there are none to find."""

    format: Format
    made: Callable[[Report], str]
    read: Callable[[str], str] = str
    colours: Callable[[str], list[str]] | None = None


def on_a_terminal(look: Look, brief: bool = False) -> Callable[[Report], str]:
    def made(report: Report) -> str:
        printed = io.StringIO()
        console = Console(
            file=printed, width=look.width, force_terminal=True, color_system="truecolor"
        )
        console.print(first_screen(report, look) if brief else page(report, look))
        return printed.getvalue()

    return made


def without_codes(printed: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", printed)


class Shown(HTMLParser):
    """What markup gives a reader: its texts and what is read aloud, but not its styles."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_styles = False
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_styles = tag == "style"
        self.texts += [text for name, text in attrs if name in ("aria-label", "alt") and text]

    def handle_endtag(self, tag: str) -> None:
        self._in_styles = False

    def handle_data(self, data: str) -> None:
        if not self._in_styles:
            self.texts.append(data)


def read_aloud(markup: str) -> str:
    return " ".join(Shown(markup).texts)


def terminal(look: Look, brief: bool = False) -> Face:
    return Face(Format.TEXT, on_a_terminal(look, brief), without_codes, judging_colours_in)


FACES: dict[str, Face] = {
    "the first screen": terminal(Look(first_rows=23), brief=True),
    "40 columns": terminal(Look(width=40)),
    "60 columns, ASCII": terminal(Look(width=60, glyphs=ASCII)),
    "80 columns": terminal(Look(width=80, glyphs=UNICODE)),
    "120 columns, in full": terminal(Look(width=120, full=True)),
    "a text file": Face(Format.TEXT, lambda report: plain_page(report, Look())),
    "JSON": Face(Format.JSON, as_json),
    "Markdown": Face(Format.MARKDOWN, as_markdown),
    "HTML": Face(Format.HTML, as_html, read_aloud, judging_colours_of),
    "SVG": Face(Format.SVG, as_svg, read_aloud, judging_colours_of),
}
"""Every face; a new one is added here, one of markup with `judging_colours_of`."""

PERIODS: dict[str, Callable[[date], Period]] = {
    "--week": week_of,
    "--month": month_of,
    "--quarter": quarter_of,
    "--year": year_of,
    "--from": lambda day: days_from_to(day - timedelta(days=40), day + timedelta(days=3)),
}
"""For each option every period there is; a new one is added here."""

OPTIONS = {option for param in root().get_command(None, "report").params for option in param.opts}


def test_every_format_and_period_there_is_takes_part() -> None:
    assert {face.format for face in FACES.values()} == set(Format)
    assert {period(MONDAY).kind for period in PERIODS.values()} == set(get_args(PeriodKind))


def faults_in(report: Report) -> list[str]:
    """What of a report, in any face, is never to be said or shown."""
    found = []
    for name, face in FACES.items():
        made = face.made(report)
        found += [f"{name}: {word}" for word in forbidden_in(face.read(made))]
        found += [f"{name}: colour {one}" for one in (face.colours(made) if face.colours else ())]
        if "!" in face.read(made):
            found.append(f"{name}: !")
    return found


_WORD = re.compile(r"@?[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUESTIONS = ("question", "deeper_question")
_WORDS = ("text", "deeper_text", "if", "then", "what", "about", "reason", *_QUESTIONS)


def without_own_words(journal: Any) -> Any:
    """The journal with "zzz" for each word but those that are counted or name somebody."""
    if isinstance(journal, list):
        return [without_own_words(one) for one in journal]
    if not isinstance(journal, dict):
        return journal
    return {
        name: _WORD.sub(_counted_or_zzz, value)
        if name in _WORDS and isinstance(value, str)
        else without_own_words(value)
        for name, value in journal.items()
    }


def _counted_or_zzz(word: re.Match[str]) -> str:
    kept = word[0].startswith("@") or word[0].casefold() in I_WORDS | WE_WORDS
    return word[0] if kept else "zzz"


def report_of(journal: Json, period: Period, today: date, language: str) -> Report:
    return report_on(records_of(journal, period=period, today=today, language=language))


@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
@pytest.mark.parametrize("example", WORKED_EXAMPLES, ids=lambda one: one["id"])
def test_over_the_worked_examples(example: Json, period: Callable[[date], Period]) -> None:
    journal = without_own_words(example["journal"])
    today = date.fromisoformat(example.get("today") or "2024-07-31")
    for language in ("en", "off"):
        assert faults_in(report_of(journal, period(MONDAY), today, language)) == []


@examples(16)
@given(
    seed=st.integers(0, 2**32),
    period=st.sampled_from(list(PERIODS)),
    today=st.dates(MONDAY, SUNDAY + timedelta(days=14)),
)
def test_over_journals_in_which_anything_happens(seed: int, period: str, today: date) -> None:
    journal = random_journal(seed, min(today, SUNDAY))
    if today > SUNDAY:
        journal = with_what_came_later(journal, seed)
    journal = without_own_words(journal)
    assert faults_in(report_of(journal, PERIODS[period](MONDAY), today, "en")) == []


def test_the_demos_own_words_and_questions_hold_none_of_it() -> None:
    questions = [
        question
        for entry in DEMO.entries
        for asked in (*entry.answers, *entry.ratings, entry.plan)
        if asked
        for question in (getattr(asked, "question", None), getattr(asked, "deeper_question", None))
        if question
    ]
    assert forbidden_in("\n".join((*texts_of(DEMO), *questions))) == []


@pytest.mark.parametrize("option", sorted(OPTIONS & set(PERIODS)))
def test_over_the_demo(collab: Collab, option: str) -> None:
    period = {"--from": ["--from", "2026-10-01"]}.get(option, [option])
    for face in Format:
        printed = collab("demo", "report", *period, "--format", face)
        assert (printed.code, forbidden_in(printed.out)) == (0, [])


def test_the_calendar_and_the_status_say_none_of_it_either(collab: Collab) -> None:
    for command in (["calendar"], ["calendar", "--format", "json"], ["status"]):
        assert forbidden_in(collab("demo", *command).out) == []


# The guards of the tests above: each of them can fail.


@pytest.fixture(scope="module")
def week() -> Report:
    return report_of(
        without_own_words(WORKED_EXAMPLES[5]["journal"]), week_of(MONDAY), SUNDAY, "en"
    )


def saying(report: Report, words: str) -> Report:
    """The report with these words among the sentences that every face shows."""
    return replace(report, head=replace(report.head, says=(Line("written", words),)))


@pytest.mark.parametrize("word", [*NEVER_SAID, *COUNTS_OF_DAYS_IN_A_ROW])
def test_a_word_of_the_list_would_be_seen_in_every_face(week: Report, word: str) -> None:
    found = faults_in(saying(week, f"on 5 of 7 days, {word.upper()} as it is"))
    assert found == [f"{name}: {word.upper()}" for name in FACES]


def test_a_word_that_only_holds_one_of_the_list_is_none() -> None:
    assert forbidden_in("A greater leveller upgraded the unmissed scoreboard.") == []


def test_words_in_two_lines_are_seen() -> None:
    assert forbidden_in("this was done because\n             of the rain") == ["because of"]


def test_an_exclamation_mark_would_be_seen(week: Report) -> None:
    assert len(faults_in(saying(week, "on 5 of 7 days!"))) == len(FACES)


def test_what_the_user_wrote_is_not_looked_at() -> None:
    journal = {"entries": [{"day": "2024-06-10", "text": "A great score, @bo! We failed."}]}
    assert without_own_words(journal)["entries"][0]["text"] == "zzz zzz zzz, @bo! We zzz."


@pytest.mark.parametrize("style", ["red", "bold green", "on yellow", "bright_red", "#00aa00"])
def test_a_colour_that_judges_would_be_seen_on_a_terminal(style: str) -> None:
    printed = io.StringIO()
    Console(file=printed, force_terminal=True, color_system="truecolor").print("x", style=style)
    assert judging_colours_in(printed.getvalue())


def test_bold_dim_and_cyan_do_not_judge() -> None:
    assert judging_colours_in("\x1b[1mx\x1b[0m \x1b[2mx\x1b[0m \x1b[36mx\x1b[0m") == []


@pytest.mark.parametrize("colour", ["#c00", "#2e7d32", "#ffd600", "green", "Crimson"])
def test_a_colour_that_judges_would_be_seen_in_markup(colour: str) -> None:
    assert judging_colours_of(f"<style>b {{ color: {colour} }}</style>") == [colour]


@pytest.mark.parametrize("colour", ["#222", "#f7f6f3", "#00695f", "#0b6e99", "teal"])
def test_other_colours_do_not_judge(colour: str) -> None:
    assert judging_colours_of(f"<style>b {{ color: {colour} }}</style>") == []
