"""A report as JSON: the document other programs rely on, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from collab.domain.reports.report import Report, ThenAndNow
from collab.rendering.report_json import as_json
from tests.rendering.sample_reports import (
    EMPTY_WEEK,
    FIRST_WEEK,
    MONTH,
    ORDINARY_WEEK,
    in_june,
    words,
)

Document = dict[str, object]


def document(report: Report) -> Document:
    loaded = json.loads(as_json(report))
    assert isinstance(loaded, dict)
    return loaded


def lines(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in pairs]


NO_SIDE = dict.fromkeys(("due", "kept", "late", "open", "dropped", "moved", "not_yet_due"), 0)

KEYS = {
    "format": "collab-report",
    "version": 1,
    "period": {
        "kind": "week",
        "label": "2024-W24",
        "first": "2024-06-10",
        "last": "2024-06-16",
        "as_of": "2024-06-16",
        "in_place_of": None,
    },
    "head": {
        "days_written": 5,
        "days": 7,
        "entries": 7,
        "light": 1,
        "says": lines(("written", "on 5 of 7 days; 1 light evening")),
    },
    "plans": {
        "done": 2,
        "partly": 0,
        "not_done": 1,
        "no_occasion": 0,
        "open": 0,
        "says": lines(
            ("this week", "done 2, partly 0, not done 1 (3 with an occasion; 0 without)")
        ),
    },
    "talks": {
        "planned": 1,
        "held": 0,
        "debriefed": 1,
        "follow_up_due": 0,
        "added": 0,
        "held_of_dated": [1, 1],
        "debriefed_of_held": [1, 1],
        "closed": 0,
        "let_go": 0,
        "says": lines(
            ("now", "planned 1 > held 0 > debriefed 1 > follow-up due 0"),
            (
                "this week",
                "added 0; held 1 of 1 that had a date; debriefed 1 of 1 held; closed 0; let go 0",
            ),
            ("expected", "Rui: 4, it was 2"),
            ("waiting", "Cy: 20 days. Hold it, hand it over, or let it go?"),
        ),
    },
    "promises": {
        "mine": NO_SIDE | {"due": 2, "kept": 1, "late": 1},
        "theirs": NO_SIDE | {"due": 2, "kept": 1, "open": 1},
        "earlier": {"mine": 0, "theirs": 0},
        "says": lines(
            ("mine", "2 due; kept 1, late 1, open 0"), ("to me", "2 due; kept 1, late 0, open 1")
        ),
    },
    "balance": {
        "position": 0.3,
        "ratings": 10,
        "days": 4,
        "waited_days": 1,
        "fit": {"well": 8, "partly": 1, "other": 1},
        "fit_by_line": None,
        "says": lines(
            (
                "this week",
                "+0.3 on the line -2 (on my own) to +2 (together); 10 ratings on 4 days",
            ),
            ("position", "around the middle"),
            ("fit", "suited well 8, partly 1, would choose another way 1 (10 of 10 answered)"),
            ("waited", "1 day (waited or gave way)"),
            ("compared", "no clear difference from your usual (difference +0.6, NAP 0.78)"),
        ),
    },
    "people": {
        "days_written": 5,
        "named": [
            {"name": "Ana", "role": "report", "days": 4},
            {"name": "Bo", "role": "peer", "days": 3},
            {"name": "Dee", "role": "partner", "days": 2},
            {"name": "Rui", "role": "report", "days": 2},
            {"name": "Cy", "role": "boss", "days": 1},
        ],
        "says": lines(
            (
                "named",
                "Ana (report) 4, Bo (peer) 3, Dee (partner) 2, Rui (report) 2, Cy (boss) 1",
            ),
            ("top two", "7 of 12 mentions; people named: 5"),
            ("not named", "Eli for 28 days"),
        ),
    },
    "outside": {
        "views": [
            {
                "day": "2024-06-14",
                "from": "Ana",
                "text": "You asked, and then you waited. I had not seen that before.",
            }
        ],
        "says": lines(("this week", "1 outside view")),
    },
    "then_and_now": None,
    "language": {
        "words": 486,
        "i": 34,
        "we": 15,
        "says": lines(
            ("this week", "we-words 15, I-words 34 in 486 words; 31% we"),
            ("usual", "24% we (n=159)"),
            (
                "compared",
                "no clear difference from your usual (95% ranges 20-45% and 18-31%)",
            ),
        ),
    },
    "review": [
        {
            "question": "Where did acting alone, and where did acting together, suit this week's"
            " situations?",
            "text": "Alone was right for the supplier call, there was an hour. Asking all six"
            " about the rota was a kindness nobody needed; two of them would have done.",
        },
        {
            "question": "What is one thing you will try next week?",
            "text": "If I am about to ask the whole group, then I will name the two people it"
            " touches most and ask only them first.",
        },
    ],
    "next": [
        {
            "kind": "promise",
            "side": "theirs",
            "who": "Cy",
            "text": "two hires",
            "on": "2024-06-18",
            "id": "p1",
        },
        {
            "kind": "promise",
            "side": "mine",
            "who": "Bo",
            "text": "vendor numbers",
            "on": "2024-06-19",
            "id": "p2",
        },
    ],
    "not_yet": {"says": []},
}


@pytest.mark.parametrize("key", KEYS)
def test_each_section_has_its_keys_and_values(key: str) -> None:
    assert document(ORDINARY_WEEK)[key] == KEYS[key]


@pytest.mark.parametrize("report", [ORDINARY_WEEK, FIRST_WEEK, EMPTY_WEEK, MONTH])
def test_all_keys_are_present_in_their_order(report: Report) -> None:
    assert list(document(report)) == [
        *("format", "version", "period", "head", "words", "plans", "talks", "promises"),
        *("balance", "themes", "people", "outside", "then_and_now", "language", "review"),
        *("next", "not_yet", "foot"),
    ]


def test_words_have_their_question_and_entry() -> None:
    found = document(ORDINARY_WEEK)["words"]
    assert isinstance(found, list)
    assert len(found) == 5
    assert found[4] == {
        "day": "2024-06-14",
        "text": "@Ana said I asked, and then I waited.",
        "question": "Which moment?",
        "entry": "e1",
        "starred": True,
        "light": False,
    }


def test_a_theme_has_its_days_and_eight_weeks_rounded_to_one_decimal() -> None:
    decide = replace(ORDINARY_WEEK.themes[0], late_days=(in_june(11),))
    themes = document(replace(ORDINARY_WEEK, themes=(decide,)))["themes"]
    weeks = [(3, 2.3), (3, 2.7), (1, None), (4, 3.0), (4, 2.8), (4, 3.0), (4, 2.5), (4, 3.0)]
    firsts = ["04-22", "04-29", "05-06", "05-13", "05-20", "05-27", "06-03", "06-10"]
    assert themes == [
        {
            "theme": "decide",
            "name": "Shared decisions",
            "n": 4,
            "mean": 3.0,
            "low": 2,
            "high": 4,
            "no_occasion": 0,
            "waited": 0,
            "days": [2, 4, 3, None, 3, None, None],
            "late_days": ["2024-06-11"],
            "weeks": [
                {"first": f"2024-{first}", "n": n, "mean": mean}
                for first, (n, mean) in zip(firsts, weeks, strict=True)
            ],
            "says": lines(
                ("this week", "mean 3.0, range 2-4, n=4 of 7 days"),
                ("usual", "mean 2.8, n=16 over 4 weeks"),
                ("compared", "no clear difference from your usual (difference +0.2, NAP 0.57)"),
                ("8 weeks", "no clear direction (7 rated weeks, S=+10, change +0.5)"),
            ),
        }
    ]


MONTH_KEYS = {
    "period": {
        "kind": "month",
        "label": "2024-06",
        "first": "2024-06-01",
        "last": "2024-06-30",
        "as_of": "2024-06-30",
        "in_place_of": None,
    },
    "head": {
        "days_written": 5,
        "days": 30,
        "entries": 7,
        "light": 1,
        "says": lines(
            ("written", "on 5 of 30 days"), ("by week", "1 June: 0, 3 June: 0, 10 June: 5")
        ),
    },
    "balance": {
        "position": 0.3,
        "ratings": 10,
        "days": 4,
        "waited_days": 1,
        "fit": {"well": 8, "partly": 1, "other": 1},
        "fit_by_line": [
            {"value": 1, "well": 4, "partly": 1, "other": 0},
            {"value": 2, "well": 5, "partly": 1, "other": 0},
            {"value": 3, "well": 3, "partly": 0, "other": 1},
            {"value": 4, "well": 4, "partly": 2, "other": 3},
            {"value": 5, "well": 2, "partly": 1, "other": 2},
        ],
        "says": lines(
            ("in all", "+0.3 on the line -2 (on my own) to +2 (together); 29 ratings on 14 days"),
            ("by line", "rated 1-2: suited well 9 of 11; 4-5: 6 of 14"),
            (
                "compared",
                "2 whole weeks: nearer 'together' than your usual 0, nearer 'on my own' than your"
                " usual 0, no clear difference 1, too few ratings 1",
            ),
        ),
    },
    "themes": [
        {
            "theme": "decide",
            "name": "Shared decisions",
            "n": 4,
            "mean": 3.0,
            "low": 2,
            "high": 4,
            "no_occasion": 0,
            "waited": 0,
            "days": [None, 2, "W", *[None] * 27],
            "late_days": [],
            "weeks": [
                {"first": "2024-06-01", "n": 2, "mean": None},
                {"first": "2024-06-03", "n": 4, "mean": 2.8},
                {"first": "2024-06-10", "n": 3, "mean": 3.3},
            ],
            "says": lines(
                ("in all", "mean 2.9, range 2-4, n=9 of 30 days"),
                (
                    "compared",
                    "2 whole weeks: higher than your usual 1, lower 0, no clear difference 1,"
                    " too few ratings 0",
                ),
                ("10 June", "higher than your usual (difference +1.0, NAP 0.88)"),
                ("8 weeks", "-"),
            ),
        }
    ],
    "then_and_now": {
        "question": "Who had a say today?",
        "then": {"day": "2024-04-15", "text": "Nobody."},
        "now": {"day": "2024-06-12", "text": "All six."},
    },
    "review": [
        {"question": "Where?", "text": "Alone was right."},
        {"question": "What?", "text": "Ask two."},
        {"question": "Where?", "text": "Both."},
    ],
}


@pytest.mark.parametrize("key", document(MONTH))
def test_each_section_of_a_month_has_its_keys_and_values(key: str) -> None:
    """What a month has in common with a week stands as it does there."""
    expected = MONTH_KEYS.get(key, document(ORDINARY_WEEK)[key])
    assert document(MONTH)[key] == expected


def test_waiting_no_occasion_and_lines_without_a_text_stay() -> None:
    themes = document(ORDINARY_WEEK)["themes"]
    assert isinstance(themes, list)
    assert themes[3]["days"] == [2, "W", 3, None, 0, None, None]
    assert themes[3]["mean"] is None
    assert themes[3]["says"][2:] == lines(("compared", "-"), ("8 weeks", "-"))


@pytest.mark.parametrize(
    ("position", "shown"),
    [
        pytest.param(0.25, 0.3, id="half away from zero"),
        pytest.param(-0.25, -0.3, id="half away from zero below it"),
        pytest.param(47 / 20, 2.4, id="half, though no float is exactly that"),
        pytest.param(-0.04, 0.0, id="zero without a sign"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_the_position_is_rounded_to_one_decimal(
    position: float | None, shown: float | None
) -> None:
    report = replace(ORDINARY_WEEK, balance=replace(ORDINARY_WEEK.balance, position=position))
    balance = document(report)["balance"]
    assert isinstance(balance, dict)
    assert json.dumps(balance["position"]) == json.dumps(shown)


def test_the_same_question_twice_has_both_days() -> None:
    pair = ThenAndNow(
        question="Who had a say today?",
        then_day=date(2024, 5, 15),
        then_text="Nobody.",
        now_day=in_june(12),
        now_text="All six.",
    )
    assert document(replace(ORDINARY_WEEK, then_and_now=pair))["then_and_now"] == {
        "question": "Who had a say today?",
        "then": {"day": "2024-05-15", "text": "Nobody."},
        "now": {"day": "2024-06-12", "text": "All six."},
    }


def test_the_document_is_indented_keeps_letters_as_they_are_and_ends_its_line() -> None:
    text = as_json(replace(ORDINARY_WEEK, words=(words(in_june(10), "Zoë und 会議"),)))
    assert text.startswith('{\n  "format": "collab-report",\n  "version": 1,\n  "period": {\n    "')
    assert '"text": "Zoë und 会議",' in text
    assert text.endswith('"\n}\n')


def test_hostile_words_come_back_unchanged_and_reach_no_terminal() -> None:
    hostile = '\x1b]0;x\x07 \x9b2J \u202e \u2028 \x7f \\u202e " [/x]'
    report = replace(ORDINARY_WEEK, words=(words(in_june(10), hostile),))
    text = as_json(report)
    assert not {"\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2028"} & set(text)
    assert json.loads(text)["words"][0]["text"] == hostile
