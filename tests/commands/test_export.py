"""`collab export`: the words given back, as pages and as JSON."""

from __future__ import annotations

import io
import json
import os
import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from collab.commands.app import run
from collab.commands.session import Session
from collab.storage.database import Journal
from tests.commands.conftest import NOW, Collab, Outcome
from tests.exchange.documents import bring_in, document

SECRET = "Bo nearly left the company"
ENTRIES: list[dict[str, Any]] = [
    {
        "id": "e1",
        "day": "2025-12-30",
        "kind": "evening",
        "people": ["Ana"],
        "answers": [{"id": "a1", "prompt": "I-05", "theme": "trust", "text": SECRET}],
        "ratings": [{"id": "r1", "theme": "decide", "value": 3}],
    },
    {"id": "e2", "day": "2026-11-18", "text": "With @anna.k about #Budget."},
    {"id": "e3", "day": "2026-11-18", "text": "Alone."},
    {"id": "e4", "day": "2026-11-20", "text": "Today, #budget and @bo."},
]
PEOPLE = [{"name": "ana", "names": ["ana", "anna.k"], "role": "peer"}]
TALKS = [{"id": "t1", "who": "Cy", "added": "2026-11-02"}]
PROMISES = [{"side": "mine", "who": "ana", "what": "the list", "due": "2026-11-27"}]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the command runs in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def journal(collab: Collab) -> None:
    """Four entries on three days, and nothing else."""
    data = document(entries=ENTRIES, people=PEOPLE)
    assert collab("import", "json", "-", stdin=data).code == 0


@pytest.fixture
def talks(journal: None, collab: Collab) -> None:
    """A talk and a promise beside the entries."""
    data = document(talks=TALKS, promises=PROMISES)
    assert collab("import", "json", "-", stdin=data).code == 0


def files(folder: Path) -> list[str]:
    """Every file below a folder but the manifest, by its path inside."""
    paths = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if path != ".collab-export.json")


def refused(outcome: Outcome, code: int = 2) -> str:
    """What an error says; that it is a sentence and a next step, and nothing else."""
    assert (outcome.code, outcome.out) == (code, "")
    sentence, _next_step = outcome.err.splitlines()
    return sentence


def entries_in(text: str) -> list[str]:
    return re.findall(r"<!-- collab entry id=(\w+)", text)


@pytest.mark.usefixtures("talks")
class TestAFolder:
    def test_holds_a_page_a_day_and_the_talks_and_promises(
        self, collab: Collab, here: Path
    ) -> None:
        assert collab("export", "markdown") == Outcome(
            0, "collab-export: 5 pages written, 0 unchanged\n", ""
        )
        assert files(here / "collab-export") == [
            "2025/2025-12-30.md",
            "2026/2026-11-18.md",
            "2026/2026-11-20.md",
            "promises.md",
            "talks/2026-11-02-Cy.md",
        ]

    def test_is_for_the_user_alone(self, collab: Collab, here: Path) -> None:
        before = os.umask(0)
        collab("export", "markdown", "new/pages")
        os.umask(before)

        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in here.rglob("*")}
        assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
        assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}

    def test_is_left_as_it_is_by_a_second_run(self, collab: Collab, here: Path) -> None:
        collab("export", "markdown", "pages/")
        before = {path: path.stat().st_mtime_ns for path in here.rglob("*")}

        second = collab("export", "markdown", "pages")

        assert second == Outcome(0, "pages: 0 pages written, 5 unchanged\n", "")
        assert {path: path.stat().st_mtime_ns for path in here.rglob("*")} == before

    def test_can_be_flat(self, collab: Collab, here: Path) -> None:
        collab("export", "markdown", "pages", "--flat")

        assert files(here / "pages") == [
            "2025-12-30.md",
            "2026-11-18.md",
            "2026-11-20.md",
            "promises.md",
            "talks/2026-11-02-Cy.md",
        ]

    def test_names_a_page_whose_day_is_gone_and_leaves_it(self, collab: Collab, here: Path) -> None:
        collab("journal", "note", "another", now=NOW.replace(day=19))
        collab("export", "markdown")
        collab("undo")

        outcome = collab("export", "markdown")

        assert outcome.code == 0
        assert "  2026/2026-11-19.md: the journal has no such page" in outcome.out
        assert (here / "collab-export/2026/2026-11-19.md").exists()
        of_the_day = collab("export", "markdown", "--from", "-1", "--to", "-1")
        assert of_the_day.out.startswith("collab-export: 0 pages written, 0 unchanged\n  2026/")

    def test_leaves_an_edited_page_and_names_it_until_forced(
        self, collab: Collab, here: Path
    ) -> None:
        collab("export", "markdown")
        page = here / "collab-export/2026/2026-11-18.md"
        page.write_text("edited")

        left = collab("export", "markdown")

        assert left.code == 1
        assert left.out == "collab-export: 0 pages written, 4 unchanged\n"
        named, _sentence, next_step = left.err.splitlines()
        assert named.startswith("  2026/2026-11-18.md: ")
        assert "--force" in next_step
        assert page.read_text() == "edited"
        assert collab("export", "markdown", "--force").out == (
            "collab-export: 1 page written, 4 unchanged\n"
        )
        assert entries_in(page.read_text()) == ["e2", "e3"]

    def test_stays_an_export_of_everything_when_only_a_period_is_renewed(
        self, collab: Collab, here: Path
    ) -> None:
        collab("export", "markdown")
        collab("journal", "note", "another")

        assert collab("export", "markdown", "--week").out == (
            "collab-export: 1 page written, 1 unchanged\n"
        )
        assert collab("export", "markdown", "--year", "--of", "2024-01-01").out == (
            "Nothing to export: there is no page from 2024-01-01 to 2024-12-31.\n"
        )
        assert collab("export", "markdown").out == "collab-export: 0 pages written, 5 unchanged\n"

    @pytest.mark.parametrize(
        "options", [["--flat"], ["--tag", "budget"], ["--theme", "trust"], ["--person", "ana"]]
    )
    def test_takes_no_export_of_other_pages(
        self, collab: Collab, here: Path, options: list[str]
    ) -> None:
        collab("export", "markdown")
        before = files(here)

        assert "holds an export of everything" in refused(collab("export", "markdown", *options))
        assert files(here) == before

    def test_of_one_selection_is_renewed_by_the_same_one_typed_another_way(
        self, collab: Collab
    ) -> None:
        collab("export", "markdown", "pages", "--tag", "#Budget", "--person", "@ana")

        again = collab("export", "markdown", "pages", "--tag", "budget", "--person", "Anna.K")

        assert again == Outcome(0, "pages: 0 pages written, 1 unchanged\n", "")

    def test_says_nothing_of_a_page_it_cannot_replace_but_its_name(
        self, collab: Collab, here: Path
    ) -> None:
        (here / "pages/2025").mkdir(parents=True)
        (here / "pages/2025/2025-12-30.md").symlink_to("elsewhere")

        outcome = collab("export", "markdown", "pages", "--force")

        assert outcome.code == 1
        assert outcome.err.splitlines()[-1] == "Take them away, then export again."
        assert not (here / "pages/2025/elsewhere").exists()


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        pytest.param([], ["e1", "e2", "e3", "e4"], id="everything"),
        pytest.param(["--week"], ["e2", "e3", "e4"], id="this week"),
        pytest.param(["--month", "--of", "2025-12-01"], ["e1"], id="a month"),
        pytest.param(["--quarter", "--of", "-3"], ["e2", "e3", "e4"], id="a quarter"),
        pytest.param(["--from", "2025-12-01", "--to", "-1"], ["e1", "e2", "e3"], id="from, to"),
        pytest.param(["--from", "today"], ["e4"], id="from today"),
        pytest.param(["--theme", "trust"], ["e1"], id="a theme"),
        pytest.param(["--person", "ANA"], ["e1", "e2"], id="a person, by any alias"),
        pytest.param(["--person", "@bo"], ["e4"], id="a person nobody added"),
        pytest.param(["--tag", "#BUDGET"], ["e2", "e4"], id="a tag"),
        pytest.param(["--tag", "budget", "--person", "anna.k"], ["e2"], id="two filters"),
        pytest.param(["--tag", "budget", "--from", "fri"], ["e4"], id="a filter and a period"),
    ],
)
def test_a_document_holds_the_entries_that_are_meant_whole(
    collab: Collab, options: list[str], found: list[str]
) -> None:
    outcome = collab("export", "markdown", "--output", "-", *options)

    assert (outcome.code, outcome.err) == (0, "")
    assert entries_in(outcome.out) == found
    assert ("collab rating" in outcome.out) == ("e1" in found)


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize("options", [["--year"], ["--tag", "budget"]], ids=str)
def test_talks_and_promises_come_with_everything_only(
    collab: Collab, here: Path, options: list[str]
) -> None:
    collab("export", "markdown", "pages", *options)

    assert files(here / "pages") == ["2026/2026-11-18.md", "2026/2026-11-20.md"]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--tag", "#Nowhere"], " tagged #nowhere"),
        (
            ["--theme", "candour", "--week"],
            " about Open dialogue from 2026-11-16 to 2026-11-22",
        ),
        (["--year", "--of", "2020-01-01"], " from 2020-01-01 to 2020-12-31"),
    ],
    ids=["tag", "theme", "period"],
)
def test_nothing_found_is_said_and_nothing_made(
    collab: Collab, here: Path, options: list[str], what: str
) -> None:
    said = f"Nothing to export: there is no page{what}.\n"

    assert collab("export", "markdown", *options) == Outcome(0, said, "")
    assert collab("export", "markdown", "--output", "x.md", *options) == Outcome(0, said, "")
    assert collab("export", "markdown", "--output", "-", *options) == Outcome(0, "", said)
    assert files(here) == []


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param(["--theme", "truth"], "There is no theme 'truth'.", id="theme"),
        pytest.param(["--person", "zed"], "Nobody in your journal is called 'zed'.", id="person"),
        pytest.param(["--person", ""], "Nobody in your journal is called ''.", id="no name"),
        pytest.param(["--week", "--year"], "--week and --year do not go together.", id="lengths"),
        pytest.param(["--from", "mon", "--week"], "--from and --week do not", id="from, week"),
        pytest.param(["--from", "tue", "--to", "mon"], "would end before it begins", id="ends"),
        pytest.param(["--from", "31 feb"], "no such day as '31 feb'", id="impossible day"),
        pytest.param(["x", "--output", "-"], "--output and FOLDER do not go", id="two places"),
        pytest.param(["--flat", "--output", "-"], "--output and --flat do not go", id="flat"),
        pytest.param([""], "Nothing can be written to ''", id="empty folder"),
        pytest.param(["--output", ""], "Nothing can be written to ''", id="empty file"),
        pytest.param(["file"], "to 'file': it is a file.", id="file for a folder"),
        pytest.param(["link"], "to 'link': it is a link.", id="link for a folder"),
        pytest.param(["link/"], "to 'link': it is a link.", id="link with a slash"),
        pytest.param(["--output", "aim"], "to 'aim': it is a folder.", id="folder for a file"),
        pytest.param(["--output", "link"], "to 'link': it is a link.", id="link for a file"),
        pytest.param(["--output", "file"], "file was left as it is", id="file that is there"),
        pytest.param(
            ["--output", "link", "--force"], "to 'link': it is a link.", id="a link, forced"
        ),
    ],
)
def test_a_wrong_call_is_refused_and_writes_nothing(
    collab: Collab, here: Path, options: list[str], says: str
) -> None:
    (here / "file").write_text("mine")
    (here / "aim").mkdir()
    (here / "link").symlink_to("aim")

    assert says in refused(collab("export", "markdown", *options))
    assert files(here) == ["file"]
    assert (here / "file").read_text() == "mine"


@pytest.mark.usefixtures("journal")
class TestOneFile:
    def test_is_written_whole_for_the_user_alone(self, collab: Collab, here: Path) -> None:
        assert collab("export", "markdown", "--output", "all.md") == Outcome(
            0, "Written: all.md\n", ""
        )
        printed = collab("export", "markdown", "--output", "-").out
        assert (here / "all.md").read_text() == printed
        assert stat.S_IMODE((here / "all.md").stat().st_mode) == 0o600
        assert files(here) == ["all.md"]

    @pytest.mark.parametrize("kind", ["markdown", "json"])
    def test_replaces_another_only_by_force(self, collab: Collab, here: Path, kind: str) -> None:
        (here / "all").write_text("mine")

        assert "all was left as it is" in refused(collab("export", kind, "--output", "all"))
        assert (here / "all").read_text() == "mine"
        assert collab("export", kind, "--output", "all", "--force").code == 0
        assert SECRET in (here / "all").read_text()

    @pytest.mark.parametrize("kind", ["markdown", "json"])
    def test_never_takes_the_journals_place(self, collab: Collab, home: Path, kind: str) -> None:
        journal = home / "journal.db"
        before = journal.read_bytes()

        outcome = collab("export", kind, "--output", str(journal), "--force")

        assert "it is your journal" in refused(outcome)
        assert journal.read_bytes() == before

    @pytest.mark.parametrize("kind", ["markdown", "json"])
    def test_where_nothing_can_be_written_is_named(self, collab: Collab, kind: str) -> None:
        outcome = collab("export", kind, "--output", "missing/all")

        assert refused(outcome, 1) == ("missing/all cannot be written: no such file or directory.")


@pytest.mark.usefixtures("talks")
class TestJson:
    def test_goes_to_standard_output_and_says_nothing_else(self, collab: Collab) -> None:
        outcome = collab("export", "json")

        assert (outcome.code, outcome.err) == (0, "")
        assert [entry["id"] for entry in json.loads(outcome.out)["entries"]] == [
            "e1",
            "e2",
            "e3",
            "e4",
        ]
        assert collab("export", "json", "--output", "-") == outcome

    def test_says_beside_a_file_what_is_not_in_it(self, collab: Collab, here: Path) -> None:
        outcome = collab("export", "json", "--output", "all.json")

        assert (outcome.code, outcome.out) == (0, "Written: all.json\n")
        assert outcome.err.startswith("Not carried: the history of changes, what was removed,")
        assert (here / "all.json").read_text() == collab("export", "json").out


class TestWithoutAJournal:
    @pytest.mark.parametrize("options", [[], ["--output", "x.md"], ["--person", "ana"]], ids=str)
    def test_pages_are_not_made_and_one_sentence_says_so(
        self, collab: Collab, here: Path, home: Path, options: list[str]
    ) -> None:
        outcome = collab("export", "markdown", *options)

        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out.startswith("There is no journal yet at")
        assert not home.exists()
        assert files(here) == []

    def test_json_is_the_empty_document(self, collab: Collab, home: Path) -> None:
        outcome = collab("export", "json")

        assert (outcome.code, outcome.err) == (0, "")
        assert json.loads(outcome.out)["entries"] == []
        assert not home.exists()

    def test_a_file_of_json_is_empty_and_that_is_said(self, collab: Collab, here: Path) -> None:
        outcome = collab("export", "json", "--output", "all.json")

        assert outcome.code == 0
        assert outcome.err.startswith("There is no journal yet at")
        assert json.loads((here / "all.json").read_text())["entries"] == []


class Pager(io.BytesIO):
    """Reads what is printed, and meanwhile the user writes a note in another terminal."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal

    def write(self, data: Any) -> int:
        bring_in(self._journal, document(entries=[{"day": "2026-11-20", "text": "meanwhile"}]))
        return super().write(data)


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("kind", [["json"], ["markdown", "--output", "-"]], ids=str)
def test_the_journal_can_be_written_while_somebody_pages_through_an_export(
    collab: Collab, home: Path, monkeypatch: pytest.MonkeyPatch, kind: list[str]
) -> None:
    pager = Pager(Journal(str(home / "journal.db")))
    stdout = io.TextIOWrapper(pager, encoding="utf-8")
    with monkeypatch.context() as another:
        another.setattr(sys, "stdout", stdout)
        code = run(["export", *kind], Session(lambda: NOW, {"COLLAB_HOME": str(home)}))

    assert code == 0
    assert SECRET in pager.getvalue().decode()
    assert "meanwhile" in collab("export", "json").out
