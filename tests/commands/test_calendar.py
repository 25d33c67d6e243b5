"""`collab calendar`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from collab.storage.database import Journal
from tests.commands.conftest import Collab, Outcome
from tests.exchange.documents import bring_in, document

EVENING: dict[str, Any] = {
    "day": "2026-11-17",
    "kind": "evening",
    "answers": [
        {"prompt": "E-02", "text": "one two three", "deeper_text": "four five"},
        {"prompt": "I-39", "text": "not mine", "outside": "bo", "deeper_text": "but this is"},
        {"prompt": "D-14", "if": "six", "then": "seven"},
    ],
    "ratings": [{"theme": "decide", "value": 3, "deeper_text": "eight"}],
    "plan": {"if": "nine", "then": "ten"},
}
OTHERS: list[dict[str, Any]] = [
    {"day": "2026-11-17", "text": "a note"},
    {"day": "2026-11-18", "text": "Not my words at all.", "outside": "bo"},
    {"day": "2026-11-19", "kind": "evening", "light": True, "answers": [{"text": "Soup."}]},
    {"day": "2024-03-01", "text": "long ago"},
]


@pytest.fixture
def written(collab: Collab, home: Path) -> Collab:
    home.mkdir()
    bring_in(Journal(str(home / "journal.db")), document(entries=[EVENING, *OTHERS]))
    return collab


def days_of(outcome: Outcome) -> dict[str, int]:
    return {day["day"]: day["words"] for day in json.loads(outcome.out)["days"]}


def test_the_running_year_is_shown(written: Collab) -> None:
    shown = written("calendar")

    assert shown.out == (
        "2026 - 3 days written, 1 of them light (□) - words: ░ to 60  ▒ to 150  ▓ more\n\n"
        "      Nov\n      16\n"
        "  Mo  ·\n  Tu  ░\n  We  ░\n  Th  □\n  Fr  ·\n  Sa\n  Su\n"
    )
    assert (shown.code, shown.err) == (0, "")


def test_the_users_own_words_are_counted_and_no_others(written: Collab) -> None:
    days = days_of(written("calendar", "--format", "json"))
    assert days == {"2026-11-17": 15, "2026-11-18": 0, "2026-11-19": 1}


def test_what_was_removed_does_not_count(written: Collab) -> None:
    written("journal", "delete", "2026-11-18")
    assert "2026-11-18" not in days_of(written("calendar", "--format", "json"))


@pytest.mark.parametrize(
    "named",
    [
        ["2024"],
        ["1", "march", "2024"],
        ["2024-W09"],
        ["--of", "2024-12-24"],
        ["--year", "--of", "2024"],
    ],
)
def test_another_year_is_named_by_itself_or_by_a_day_of_it(
    written: Collab, named: list[str]
) -> None:
    assert written("calendar", *named).out.startswith("2024 - 1 day written - ")


def test_a_past_year_ends_with_its_last_written_week(written: Collab) -> None:
    assert written("calendar", "2024").out.splitlines()[2:4] == ["      Feb", "      26"]


def test_a_year_without_a_page_names_the_last_one_with_a_page(written: Collab) -> None:
    assert written("calendar", "2025").out == (
        "Nothing written in 2025.\nThe last year with a page: collab calendar 2024\n"
    )
    assert written("calendar", "2023").out == "Nothing written in 2023.\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["2027"], "The year 2027-01-01 to 2027-12-31 is still to come."),
        (["0000"], "'0000' is neither a day nor a week collab can read."),
        (["2024", "--of", "2025"], "--of and YEAR cannot be used together."),
    ],
)
def test_what_is_no_year_of_the_past_is_refused(
    written: Collab, typed: list[str], said: str
) -> None:
    refused = written("calendar", *typed)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(said.split(" cannot")[0])


def test_without_a_journal_it_says_so_and_a_program_gets_an_empty_year(collab: Collab) -> None:
    said = collab("calendar")
    assert said.code == 0
    assert said.out.startswith("There is no journal yet")
    empty = collab("calendar", "--format", "json")
    assert json.loads(empty.out) == {
        "format": "collab-calendar",
        "version": 1,
        "year": 2026,
        "days": [],
    }


def test_it_is_written_to_a_file_once(written: Collab, tmp_path: Path) -> None:
    file = tmp_path / "year.txt"

    assert written("calendar", "--output", str(file)).out == f"Written: {file}\n"
    assert file.read_text("utf-8") == written("calendar").out
    assert written("calendar", "--output", str(file)).code == 2


def test_the_week_begins_on_the_day_of_the_settings(written: Collab) -> None:
    written("settings", "set", "week_starts_on", "sunday")
    assert written("calendar").out.splitlines()[3:5] == ["      15", "  Su  ·"]
