"""Which modules each command may load, so that a slip shows as a named module.

What a start costs is measured by `python -m tests.benchmarks.startup`; this is what keeps
it there.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from collab.storage.database import Journal
from tests.exchange.documents import bring_in, document

HEAVY = {
    "rich",
    "pydantic",
    "sqlite_utils",
    "prompt_toolkit",
    "markdown_it",
    "ruamel",
    "tomlkit",
    "tomllib",
    "dateutil",
    "platformdirs",
    "html",
    "webbrowser",
}
"""Libraries that cost from one to twelve bare Python starts each."""

OWN_HEAVY = {
    "collab.commands.interview",
    "collab.domain.agenda",
    "collab.domain.packs",
    "collab.domain.typed_days",
    "collab.domain.reports",
    "collab.exchange",
    "collab.rendering.html",
    "collab.storage.changes",
    "collab.storage.migrations",
    "collab.storage.packs",
}
"""Parts of collab that load such a library, or are large themselves."""

STATUS = {
    "collab",
    "collab.__main__",
    "collab.commands",
    "collab.commands.quick_status",
    "collab.domain",
    "collab.domain.days",
    "collab.settings",
    "collab.storage",
    "collab.storage.database",
    "collab.storage.status",
}
DUE = {"collab.domain.due", "collab.storage.raised_talks"}
FOCUS = {"collab.domain.theme_ids"}

WRITING = {"sqlite_utils", "dateutil", "collab.storage.changes"}
REPORT = {"tomllib", "collab.storage.packs", "collab.domain.reports"}
DEMO = WRITING | {"tomllib", "collab.storage.packs", "collab.storage.migrations"}

MAY_LOAD: dict[str, set[str]] = {
    "--help": set(),
    "settings list": set(),
    "settings get cue": set(),
    "settings set cue tea": {"tomlkit"},
    "settings path": set(),
    "support": set(),
    "remind": {"collab.exchange"},
    "journal list": set(),
    "journal show today": {"collab.domain.typed_days"},
    "journal show today --format json": {"collab.domain.typed_days", "collab.exchange"},
    "journal search words": set(),
    "journal history": {"collab.storage.changes"},
    "note words": WRITING,
    "talk list": set(),
    "talk list --format json": {"collab.exchange"},
    "talk show b.": {"tomllib", "collab.storage.packs"},
    "talk show b. --format json": {"collab.exchange"},
    "talk add ana": WRITING,
    "talk held b.": WRITING,
    "promise list": set(),
    "promise list --format json": {"collab.exchange"},
    "promise add words --to ana --by fri": WRITING | {"collab.domain.typed_days"},
    "promise keep ana": WRITING,
    "undo": WRITING,
    "people list": set(),
    "people list --format json": {"collab.exchange"},
    "journal list --theme trust": set(),
    "people show bo": set(),
    "people show bo --format json": {"collab.exchange"},
    "people add cy --role peer": WRITING,
    "report --week": REPORT | {"rich"},
    "report --week --format json": REPORT,
    "report --week --format markdown": REPORT,
    "calendar": set(),
    "calendar --format json": set(),
    "report --week --format html": REPORT | {"collab.rendering.html", "html"},
    "report --week --format svg": REPORT | {"rich", "html"},
    "export json": {"collab.exchange"},
    "export markdown --output -": {"tomllib", "collab.storage.packs", "collab.exchange"},
    "import json empty.json": WRITING | {"pydantic", "collab.exchange"},
    "demo": set(),
    "demo journal list": DEMO,
    "demo report --week --format json": DEMO | REPORT,
    "prompts list": {"tomllib", "collab.storage.packs"},
    "prompts show E-02": {"tomllib", "collab.storage.packs"},
}
"""For each command what it may load of all that is felt. sqlite-utils itself loads dateutil."""


def loaded_by(*command: str) -> set[str]:
    """Every module a Python process imports on its way."""
    traced = subprocess.run(
        [sys.executable, "-X", "importtime", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    lines = (line for line in traced.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines} - {"imported package"}


@cache
def at_any_rate() -> frozenset[str]:
    """What Python itself and its sqlite3 load."""
    return frozenset(loaded_by("-c", "import runpy, sqlite3, __future__"))


@pytest.fixture
def full(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a page of today, something due, settings, and a document to import."""
    home.mkdir()
    today = date.today().isoformat()
    bring_in(
        Journal(str(home / "journal.db")),
        document(
            entries=[{"day": today, "text": "words @bo"}],
            promises=[{"side": "mine", "what": "call", "due": today}],
            talks=[{"who": "B.", "added": today, "date": today}],
        ),
    )
    (home / "settings.toml").write_text('week_starts_on = "sunday"\nfocus = ["trust"]\n')
    (home / "empty.json").write_bytes(document())
    monkeypatch.chdir(home)
    return home


def test_the_version_is_told_by_the_entry_alone() -> None:
    loaded = loaded_by("-m", "collab", "--version") - at_any_rate()
    assert loaded <= {"collab", "collab.__main__", "gc"}


@pytest.mark.parametrize("option", ["", "--short", "--json"])
@pytest.mark.usefixtures("full")
def test_status_loads_its_own_few_modules(option: str) -> None:
    command = ["-m", "collab", "status", *option.split()]
    assert loaded_by(*command) - at_any_rate() <= STATUS | DUE | FOCUS | {"gc"}


def test_status_loads_less_where_nothing_is_due_and_nothing_set(home: Path) -> None:
    home.mkdir()
    bring_in(
        Journal(str(home / "journal.db")), document(entries=[{"day": "2026-01-01", "text": "x"}])
    )
    assert loaded_by("-m", "collab", "status") - at_any_rate() <= STATUS | {"gc"}


@pytest.mark.parametrize("command", MAY_LOAD)
@pytest.mark.usefixtures("full")
def test_a_command_loads_nothing_it_has_no_use_for(command: str) -> None:
    loaded = loaded_by("-m", "collab", *command.split())
    assert "typer" in loaded
    assert (HEAVY | OWN_HEAVY) & loaded <= MAY_LOAD[command]


@pytest.mark.parametrize("command", ["people show bo", "people list", "journal list"])
@pytest.mark.usefixtures("full")
def test_a_screen_of_names_is_drawn_without_json(command: str) -> None:
    assert "json" not in loaded_by("-m", "collab", *command.split())


@pytest.mark.usefixtures("full")
def test_a_person_is_shown_without_whole_pages() -> None:
    loaded = loaded_by("-m", "collab", "people", "show", "bo")
    assert "collab.storage.person_story" in loaded
    assert not loaded & {
        "collab.domain.entries",
        "collab.domain.ratings",
        "collab.storage.entries",
        "collab.storage.sessions",
    }


@pytest.mark.parametrize(
    "line", ["", "talk ", "people rename b", "talk held ", "promise keep ", "journal show "]
)
@pytest.mark.usefixtures("full")
def test_what_tab_completes_is_found_without_anything_heavy(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_COLLAB_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"collab {line}")
    loaded = loaded_by("-m", "collab")
    assert "collab.commands.shells" in loaded
    assert (HEAVY | OWN_HEAVY) & loaded == set()


def test_a_slip_would_be_seen() -> None:
    """The guard of the tests above: what is imported is seen, by its name."""
    assert {"tomllib", "tomllib._parser"} <= loaded_by("-c", "import tomllib")
