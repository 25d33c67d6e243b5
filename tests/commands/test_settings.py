"""`collab settings` and `collab support`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from collab.settings import SETTINGS
from tests.commands.conftest import Collab, Outcome


def test_every_setting_is_listed_with_value_meaning_and_range(collab: Collab) -> None:
    outcome = collab("settings", "list")
    assert outcome.code == 0
    names = re.findall(r"^(\w+) = ", outcome.out, re.MULTILINE)
    assert names == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        meaning = r"\s+".join(map(re.escape, setting.meaning.split()))
        assert re.search(meaning, outcome.out)
    assert "day_ends_at = 04:00  (default)" in outcome.out


def test_what_was_chosen_is_not_called_a_default(collab: Collab) -> None:
    assert collab("settings", "set", "cue", "after", "supper").out == "cue is now after supper.\n"
    assert "cue = after supper\n" in collab("settings", "list").out
    assert collab("settings", "get", "cue").out == "after supper\n"


def test_setting_nothing_gives_the_default_back(collab: Collab) -> None:
    collab("settings", "set", "day_ends_at", "3:00")
    assert collab("settings", "set", "day_ends_at").out == "day_ends_at is now 04:00.\n"
    assert "day_ends_at = 04:00  (default)" in collab("settings", "list").out


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        (
            ["get", "colour"],
            "There is no setting 'colour'.\nSee every setting with: collab settings list\n",
        ),
        (
            ["set", "colour", "red"],
            "There is no setting 'colour'.\nSee every setting with: collab settings list\n",
        ),
        (
            ["set", "language", "de"],
            "'de' does not fit language.\nIt takes off, en or other.\n",
        ),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(
    collab: Collab, home: Path, arguments: list[str], err: str
) -> None:
    assert collab("settings", *arguments) == Outcome(2, "", err)
    assert not home.exists()


@pytest.mark.parametrize("command", [["settings", "list"], ["status"], ["settings", "set", "cue"]])
def test_a_broken_file_stops_every_command_with_its_place(
    collab: Collab, home: Path, command: list[str]
) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("cue = tea\n")
    outcome = collab(*command)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        f"{home}/settings.toml: Invalid value (at line 1, column 7).",
        "Mend that place; without the file the defaults hold.",
    ]


def test_every_place_is_named(collab: Collab, home: Path) -> None:
    outcome = collab("settings", "path")
    assert outcome.out.splitlines() == [
        f"journal   {home}/journal.db",
        f"settings  {home}/settings.toml",
        f"prompts   {home}/prompts",
        f"support   {home}/support.txt",
        f"redact    {home}/redact.txt",
        f"recovery  {home}/recovery",
    ]
    assert not home.exists()


def test_a_value_is_shown_and_not_obeyed(collab: Collab, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('cue = "\\u001b]0;taken over\\u0007"\n')
    for command in (["list"], ["get", "cue"]):
        assert "\x1b" not in collab("settings", *command).out


def test_support_says_whom_to_turn_to_and_where_to_put_more(collab: Collab, home: Path) -> None:
    outcome = collab("support")
    assert outcome.code == 0
    assert "talk to someone now" in " ".join(outcome.out.split())
    assert f"Your own numbers and names can stand in {home}/support.txt" in outcome.out


def test_support_prints_the_users_own_text(collab: Collab, home: Path) -> None:
    home.mkdir()
    (home / "support.txt").write_bytes(b"Dr \xc5\x81: 555\n\x1b[2Jcaf\xe9\n")
    lines = collab("support").out.splitlines()
    assert lines[-2] == "Dr Ł: 555"
    assert "\x1b" not in lines[-1]
