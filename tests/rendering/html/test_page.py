"""A report as an HTML page: whole, in order, self-contained and open to everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from collab.domain.frozen import replace
from collab.domain.reports.report import Report
from collab.rendering.html.page import as_html
from collab.rendering.html.style import STYLE
from collab.rendering.report_sections import PURPOSE, said
from tests.rendering.html.pages import EVERY_REPORT, REPORTS, Reader, shown, without_spaces
from tests.rendering.sample_long_reports import A_QUARTER
from tests.rendering.sample_reports import EMPTY_WEEK, ORDINARY_WEEK
from tests.rendering.test_report_markdown import all_says


@EVERY_REPORT
def test_every_sentence_stands_word_for_word_after_its_label(report: Report) -> None:
    text = without_spaces(as_text(as_html(report)))
    for says in all_says(report):
        for line in said(says):
            assert without_spaces(f"{line.label}{line.text}") in text


def as_text(page: str) -> str:
    return "".join(text for _, text in Reader(page).texts)


def test_the_words_come_first_and_the_figures_later() -> None:
    headings = Reader(as_html(REPORTS["a week"])).words("h2")
    assert headings == [
        "In your words",
        "Plans",
        "Talks",
        "Promises",
        "Next",
        "Balance (your ratings)",
        "Themes",
        "People in your notes (named with @)",
        "Outside views",
        "Then and now",
        "Language signal (a word count; not a measure of you)",
        "Weekly review",
    ]


def test_the_users_words_are_whole_and_keep_their_lines() -> None:
    page = as_html(ORDINARY_WEEK)
    assert "I had never<br>put the two together." in page
    for day in ORDINARY_WEEK.words:
        assert " ".join(day.text.split()) in shown(page)


def test_what_is_open_from_another_year_has_its_year() -> None:
    promise = replace(ORDINARY_WEEK.next[1], on=date(2022, 6, 14))
    text = as_text(as_html(replace(ORDINARY_WEEK, next=(promise,))))
    assert "Tue 14 June 2022: to Bo, vendor numbers" in text


def test_the_language_of_the_page_is_english_and_that_of_the_words_is_not_known() -> None:
    tags = Reader(as_html(ORDINARY_WEEK)).tags
    assert ("html", (("lang", "en"),)) in tags
    assert all(
        dict(attributes).get("lang") == "" for tag, attributes in tags if tag == "blockquote"
    )


def test_an_empty_week_leads_to_the_last_page() -> None:
    assert "Nothing written. The last week with a page: collab report --of 2024-06-24" in shown(
        as_html(EMPTY_WEEK)
    )


@EVERY_REPORT
def test_every_page_says_at_its_foot_what_it_is_not_for(report: Report) -> None:
    footer = Reader(as_html(report)).words("footer")
    assert footer == [report.foot, PURPOSE]


@EVERY_REPORT
def test_headings_go_down_one_step_at_a_time_below_one_title(report: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(as_html(report)).tags if re.match(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@EVERY_REPORT
def test_nothing_is_run_and_nothing_is_loaded(report: Report) -> None:
    page = as_html(report)
    tags = Reader(page).tags
    assert not {"script", "link", "img", "iframe", "object", "a", "form"} & {tag for tag, _ in tags}
    names = {name for _, attributes in tags for name, _ in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "href", "style")}
    assert "//" not in page.replace("<!DOCTYPE html>", "")
    assert "url(" not in page
    assert "@import" not in page


def luminance(colour: str) -> float:
    """Relative luminance of "#rgb" or "#rrggbb" (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def schemes() -> Iterator[dict[str, str]]:
    """The colours by day, by night and on paper."""
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL):
        yield dict(re.findall(r"(--\w+): (#\w+)", block))


def test_text_and_marks_have_contrast_by_day_by_night_and_on_paper() -> None:
    """WCAG 2.2, AA: 4.5 for text, 3 for what a drawing cannot do without. axe does not look
    into drawings."""
    assert len(list(schemes())) == 3
    for colours in schemes():
        for text in ("--ink", "--quiet", "--accent"):
            assert contrast(colours[text], colours["--paper"]) >= 4.5, text
            assert contrast(colours[text], colours["--wash"]) >= 4.5, text
        for mark in ("--full", "--half", "--quiet", "--accent"):
            assert contrast(colours[mark], colours["--paper"]) >= 3, mark


def test_no_colour_judges() -> None:
    """Nothing is green, red or yellow: neutral hues, and one blue."""
    for colour in re.findall(r"#\w{6}\b", STYLE):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        neutral = max(red, green, blue) - min(red, green, blue) <= 0x18
        assert neutral or blue > green > red, colour


def test_no_count_of_days_is_parted_from_its_date() -> None:
    page = as_html(A_QUARTER)
    assert '<span class="whole">1 April: 5</span>, <span class="whole">8 April: 4</span>' in page
    assert re.search(r"\.whole\s*\{[^}]*white-space:\s*nowrap", STYLE)
