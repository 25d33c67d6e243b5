"""Days as pages in Markdown: the export and the form, whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.people import Directory, Person
from collab.domain.questions import open_question, rating_question
from collab.domain.ratings import Rating
from collab.rendering.markdown import Sheet, document, form, page
from collab.rendering.markdown.structure import leaves_structure_whole, stands_as_it_is
from tests import hostile_pages
from tests.sample_pages import (
    BLANK_EVENING,
    DAY,
    EVENING,
    NEXT_DAY,
    PLAN_FOR_TODAY,
    QUESTIONS,
    RATED,
    STUCK,
    THEMES,
)

NOBODY = Directory(())


def page_of(*entries: Entry, directory: Directory = NOBODY) -> str:
    return page(DAY, entries, THEMES, directory)


def note(**fields: Any) -> Entry:
    return Entry(**{"id": "n1", "day": DAY, "text": "Words.", **fields})


def test_a_day_is_one_page_with_front_matter_headings_and_comments() -> None:
    waited = Rating(id="01JW", theme="trust", value="W", late=True)
    entry = replace(EVENING, ratings=(*EVENING.ratings, waited))

    assert page_of(entry) == (
        "---\n"
        "date: 2024-06-10\n"
        "tags: [budget]\n"
        'people: ["[[ana]]", "[[bo]]"]\n'
        "collab_decide: 3\n"
        "collab_waited: [trust]\n"
        "---\n"
        "\n"
        "# Monday, 10 June 2024\n"
        "<!-- collab day date=2024-06-10 -->\n"
        "\n"
        "## Evening, 18:02\n"
        "<!-- collab entry id=01JE kind=evening written_at=2024-06-10T18:02:11+02:00"
        " tags=budget people=ana -->\n"
        "\n"
        "### Which moment do you want to remember?\n"
        "<!-- collab answer id=01JA prompt=E-02 theme=any starred=true"
        " at=2024-06-10T18:03:00+02:00 -->\n"
        "\n"
        "Bo knew the supplier. I nearly found out a week too late.\n"
        "\n"
        "#### What does it suggest for tomorrow?\n"
        "<!-- collab deeper -->\n"
        "\n"
        "Ask @bo first.\n"
        "\n"
        "### Shared decisions today: which is the highest line that is true?\n"
        "<!-- collab rating id=01JR theme=decide scale_version=1"
        " rated_at=2024-06-10T18:04:00+02:00 -->\n"
        "\n"
        "3 - I asked one.\n"
        "Fit: well\n"
        "\n"
        "### Trust today: which is the highest line that is true?\n"
        "<!-- collab rating id=01JW theme=trust scale_version=1 late=true -->\n"
        "\n"
        "W - I waited for others to decide.\n"
        "\n"
        "### At which moment tomorrow will it matter how you act?\n"
        "<!-- collab plan id=01JP prompt=E-04 for=2024-06-11 -->\n"
        "\n"
        "If: the list comes up again\n"
        "Then: I will ask before I answer\n"
        "Outcome: done\n"
    )


def test_what_a_page_cannot_show_in_words_stands_in_its_comments() -> None:
    at = datetime.fromisoformat("2024-06-10T21:15:00.25-03:30")
    entry = note(
        kind="week",
        written_at=at,
        light=True,
        starred=True,
        tags=("a b", "x,y"),
        people=("Zoë", "a--b"),
        week="2024-W23",
        outside="bo",
        imported_from="jrnl export",
        text="# Not a heading",
        answers=(
            Answer(
                id="a1",
                talk="t1",
                step="prepare",
                outside="cy",
                if_="it gets heated",
                deeper_question="And then?",
            ),
            Answer(id="a2", question="Answer", text="If: so\nThen: no", if_="i", then="t"),
        ),
        plan=Plan(id="p1", then="listen", for_=NEXT_DAY, outcome="not done", outcome_at=at),
    )

    assert page_of(entry).partition("# Monday")[2] == (
        ", 10 June 2024\n"
        "<!-- collab day date=2024-06-10 -->\n"
        "\n"
        "## Weekly review of 2024-W23, 21:15\n"
        "<!-- collab entry id=n1 kind=week written_at=2024-06-10T21:15:00.250000-03:30"
        " light=true starred=true tags=a%20b,x%2Cy people=Zo%C3%AB,a%2D%2Db week=2024-W23"
        " outside=bo imported_from=jrnl%20export quoted=true -->\n"
        "\n"
        "> # Not a heading\n"
        "\n"
        "### Answer\n"
        "<!-- collab answer id=a1 talk=t1 step=prepare outside=cy"
        " deeper_question=And%20then%3F -->\n"
        "\n"
        "If: it gets heated\n"
        "Then:\n"
        "\n"
        "### Answer\n"
        "<!-- collab answer id=a2 question=Answer if=i then=t quoted=true -->\n"
        "\n"
        "> If: so\n"
        "> Then: no\n"
        "\n"
        "### Plan\n"
        "<!-- collab plan id=p1 for=2024-06-11 outcome_at=2024-06-10T21:15:00.250000-03:30 -->\n"
        "\n"
        "If:\n"
        "Then: listen\n"
        "Outcome: not done\n"
    )


def test_several_days_make_one_document_without_front_matter() -> None:
    second = note(id="n2", day=NEXT_DAY, text="More words.")

    assert "".join(document([(DAY, [note()]), (NEXT_DAY, [second])], THEMES)) == (
        "# Monday, 10 June 2024\n"
        "<!-- collab day date=2024-06-10 -->\n"
        "\n"
        "## Note\n"
        "<!-- collab entry id=n1 kind=note -->\n"
        "\n"
        "Words.\n"
        "\n"
        "# Tuesday, 11 June 2024\n"
        "<!-- collab day date=2024-06-11 -->\n"
        "\n"
        "## Note\n"
        "<!-- collab entry id=n2 kind=note -->\n"
        "\n"
        "More words.\n"
    )


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"kind": "morning"}, "## Morning"),
        ({"kind": "evening"}, "## Evening"),
        ({"kind": "evening", "light": True}, "## Light evening"),
        ({"kind": "week"}, "## Weekly review"),
        ({"kind": "week", "week": "2024-W23"}, "## Weekly review of 2024-W23"),
        ({"kind": "talk"}, "## Talk"),
        ({"kind": "note"}, "## Note"),
    ],
    ids=str,
)
def test_an_entrys_heading_says_what_it_is_and_when(fields: dict[str, Any], heading: str) -> None:
    at = datetime.fromisoformat("2024-06-10T08:05:00+02:00")

    assert f"\n{heading}\n" in page_of(note(**fields))
    assert f"\n{heading}, 08:05\n" in page_of(note(**fields, written_at=at))


def test_a_rating_on_an_older_scale_shows_its_value_without_todays_words() -> None:
    older = Rating(id="r", theme="decide", value=3, scale_version=2, fit="other")

    assert "-->\n\n3\nFit: would choose another way\n" in page_of(note(ratings=(older,)))


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "Two lines\nof one paragraph.\n\nAnd another.",
        "@ana and #budget",
        "#budget first",
        "3 people came. 2 < 3, and <- is an arrow.",
        "- one\n- two\n  - three",
        "1. one\n2. two",
        "```\n# code\n<div>\n```",
        "- a list\n\n  ```\n  closed\n  ```",
        "<https://example.org> and [a link](https://example.org)",
        "| a | b |",
        "*emphasis* and `code <b>`",
    ],
)
def test_a_text_of_paragraphs_lists_and_closed_fences_stands_as_it_is(text: str) -> None:
    assert f"<!-- collab entry id=n1 kind=note -->\n\n{text}\n" in page_of(note(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "# A heading",
        "A heading\n===",
        "A heading\n---",
        "before\n\n---\n\nafter",
        "> a quote",
        "words\n\n    indented code",
        "```\nnever closed",
        "~~~\n```",
        "- a list\n\n  ```\n  never closed",
        "<!-- a comment",
        "<!-- a comment --> and words",
        "<div>\nwords",
        "words with <b>HTML</b>",
        "words\n<script>",
        "[ref]: https://example.org",
        "words\n<!-- collab answer id=x -->",
        "```\n<!-- collab answer id=x -->\n```",
        "- a list\n  <!-- collab answer id=x -->",
        "### A question\n<!-- collab answer -->",
    ],
)
def test_any_other_text_becomes_a_block_quote(text: str) -> None:
    quoted = "".join(f"> {line}\n" for line in text.split("\n"))

    assert f"<!-- collab entry id=n1 kind=note quoted=true -->\n\n{quoted}" in page_of(
        note(text=text)
    )


@given(hostile_pages.texts)
def test_the_short_cut_for_plain_texts_agrees_with_the_parser(text: str) -> None:
    assert stands_as_it_is(text) == leaves_structure_whole(text)


@pytest.mark.parametrize("version", [(1, 1), (1, 2)], ids=["YAML 1.1", "YAML 1.2"])
def test_front_matter_holds_exactly_the_tags_and_names_whatever_they_are(
    version: tuple[int, int],
) -> None:
    nasty = (
        'x"\ntags: [evil]',
        *("yes", "No", "on", "y", "null", "~", "true", "1e3", "0x10", "1_000", "12:30", "=", "<<"),
        *("2024-06-10", "!!python/object:os.system", "&a", "*a", "@ana", "`x`", "%x", "|", ">"),
        *("a: b", "a #b", "- a", "? a", "[a]", "{a: b}", ",", "a, b", "'", '"', "\\", "\\n"),
        *("a\x85b", "a\u2028b", "\ufeffa", "\u202ea", "é 日本語 😀", "x" * 500, "a " * 100 + "a"),
        *("---", "...", "\x1b[31m", "\x7f", "budget"),
    )
    text = page_of(note(text=None, tags=nasty, people=nasty, answers=EVENING.answers))
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version  # type: ignore[assignment]

    front = yaml.load(text.split("---\n")[1])

    assert set(front) == {"date", "tags", "people"}
    assert front["date"] == DAY
    assert front["tags"] == list(nasty)
    assert front["people"] == [f"[[{name}]]" for name in (*nasty, "bo")]


def test_front_matter_names_each_person_and_tag_once_by_the_present_name() -> None:
    anna = Person(id="p", name="Anna", names=("Anna", "ana"))
    entries = (
        note(text="@ANA and @anna and @bo", tags=("Budget",), people=("ana",)),
        note(id="n2", text="#budget #rota @Bo"),
    )

    front = page_of(*entries, directory=Directory([anna])).partition("# ")[0]

    assert "tags: [Budget, rota]\n" in front
    assert 'people: ["[[Anna]]", "[[bo]]"]\n' in front


def test_front_matter_has_numbers_only_and_the_rating_that_counts() -> None:
    def rated(id_: str, theme: str, value: Any, minute: int) -> Rating:
        at = datetime(2024, 6, 10, 18, minute, tzinfo=UTC)
        return Rating(id=id_, theme=theme, value=value, rated_at=at)

    morning = note(ratings=(rated("r1", "trust", 4, 9), rated("r2", "decide", 0, 5)))
    evening = note(id="n2", ratings=(rated("r3", "trust", 2, 3), rated("r4", "enable", "W", 1)))

    assert page_of(morning, evening).startswith(
        "---\n"
        "date: 2024-06-10\n"
        "collab_trust: 4\n"
        "collab_no_occasion: [decide]\n"
        "collab_waited: [enable]\n"
        "---\n"
    )


def test_a_form_has_a_place_for_every_question() -> None:
    sheet = Sheet(entry=BLANK_EVENING, questions=QUESTIONS, plans=(PLAN_FOR_TODAY,))

    assert form(DAY, [sheet], THEMES) == (
        "# Monday, 10 June 2024\n"
        "<!-- collab day date=2024-06-10 -->\n"
        "\n"
        "## Evening\n"
        "<!-- collab entry kind=evening -->\n"
        "\n\n\n"
        "### What became of your plan for today?\n"
        "<!-- collab plan prompt=E-01 for=2024-06-10 -->\n"
        "\n"
        "> If the call turns, then I will ask Bo to speak first\n"
        "\n"
        "Outcome:\n"
        "\n"
        "(Outcome: done, partly, not done, no occasion)\n"
        "\n"
        "#### What will you keep?\n"
        "<!-- collab answer prompt=E-01 theme=any -->\n"
        "\n\n\n"
        "### Which moment do you want to remember?\n"
        "<!-- collab answer prompt=E-02 theme=any -->\n"
        "\n\n\n"
        "#### What does it suggest for tomorrow?\n"
        "<!-- collab deeper -->\n"
        "\n\n\n"
        "### You wanted to ask: Ana, about the rota\n"
        "<!-- collab answer prompt=I-39 theme=candour outside= -->\n"
        "\n"
        "Who:\n"
        "\n"
        "### Shared decisions today: which is the highest line that is true?\n"
        "<!-- collab rating theme=decide scale_version=1 -->\n"
        "\n"
        "Choice:\n"
        "Fit:\n"
        "\n"
        "- 1 - I decided.\n"
        "- 2 - I told them.\n"
        "- 3 - I asked one.\n"
        "- 4 - They changed it.\n"
        "- 5 - We decided.\n"
        "- 0 - No occasion today.\n"
        "- W - I waited for others to decide.\n"
        "\n"
        "(Fit: well, partly, would choose another way)\n"
        "\n"
        "#### What made you choose this line?\n"
        "<!-- collab deeper -->\n"
        "\n\n\n"
        "### At which moment tomorrow will it matter how you act?\n"
        "<!-- collab plan prompt=E-04 for=2024-06-11 -->\n"
        "\n"
        "If:\n"
        "Then:\n"
        "\n"
        "#### What could get in the way?\n"
        "<!-- collab answer prompt=E-04 theme=any -->\n"
        "\n\n"
    )


def test_a_form_shows_what_is_answered_already_in_the_place_of_its_question() -> None:
    extra = Answer(id="01JX", prompt="I-09", question="And besides?", text="Nothing.")
    entry = replace(EVENING, answers=(extra, *EVENING.answers))
    sheet = Sheet(entry=entry, questions=(QUESTIONS[1], *QUESTIONS[3:]))

    text = form(DAY, [sheet], THEMES)

    assert "at=2024-06-10T18:03:00+02:00 -->\n\nBo knew the supplier." in text
    assert "\nAsk @bo first.\n" in text
    assert "id=01JR theme=decide" in text
    assert "\nChoice: 3\nFit: well\n\n- 1 - I decided.\n" in text
    assert "\nIf: the list comes up again\nThen: I will ask before I answer\n" in text
    assert "\nOutcome: done\n\n(Outcome: done, partly, not done, no occasion)\n" in text
    assert text.endswith(
        "### And besides?\n<!-- collab answer id=01JX prompt=I-09 -->\n\nNothing.\n"
    )
    assert text.count("<!-- collab rating") == text.count("<!-- collab plan") == 1


def test_a_form_asks_for_an_if_and_a_then_and_marks_a_rating_that_is_late() -> None:
    questions = (open_question(STUCK), rating_question(RATED, "", late=True))

    text = form(DAY, [Sheet(entry=BLANK_EVENING, questions=questions)], THEMES)

    assert "<!-- collab answer prompt=D-14 theme=difficult -->\n\nIf:\nThen:\n" in text
    assert "<!-- collab rating theme=decide scale_version=1 late=true -->" in text


def test_a_form_keeps_an_answer_about_a_talk_apart_from_the_question_of_the_evening() -> None:
    about_talk = Answer(id="01JT", prompt="E-02", talk="t1", question="Of the talk?", text="Yes.")
    entry = replace(BLANK_EVENING, answers=(about_talk,))

    text = form(DAY, [Sheet(entry=entry, questions=QUESTIONS[1:2])], THEMES)

    assert "### Which moment do you want to remember?\n<!-- collab answer prompt=E-02" in text
    assert "### Of the talk?\n<!-- collab answer id=01JT prompt=E-02 talk=t1 -->" in text


def test_a_form_asks_about_the_last_rating_of_a_theme_and_shows_the_others_below() -> None:
    first = Rating(id="01J1", theme="decide", value=1)
    entry = replace(BLANK_EVENING, ratings=(first, *EVENING.ratings))

    text = form(DAY, [Sheet(entry=entry, questions=QUESTIONS[3:])], THEMES)

    places = [text.index(place) for place in ("id=01JR", "What made you choose", "id=01J1")]
    assert places == sorted(places)
