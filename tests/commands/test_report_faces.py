"""The faces of a report at the command line, and the page in a browser."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from collab.storage.database import Journal
from tests.commands.conftest import Collab
from tests.exchange.documents import bring_in, document

WORDS = "Asked <b>all six</b> & waited."


@pytest.fixture
def journal(home: Path) -> Path:
    """A journal with one note of Monday 10 June 2024."""
    home.mkdir()
    bring_in(
        Journal(str(home / "journal.db")),
        document(entries=[{"day": "2024-06-10", "text": WORDS}]),
    )
    return home


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder in memory, as systems with sessions have it."""
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down which address it was given; the file it writes to."""
    visited = tmp_path / "visited"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" >> "{visited}"\n')
    script.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(script))
    return visited


def report(*options: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "collab", "report", "--of", "2024-06-10", *options],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.usefixtures("journal")
class TestTheFaces:
    def test_html_is_a_page(self) -> None:
        page = report("--format", "html").stdout
        assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
        assert "Asked &lt;b&gt;all six&lt;/b&gt; &amp; waited." in page

    def test_svg_is_a_picture(self) -> None:
        picture = ElementTree.fromstring(report("--format", "svg").stdout)
        assert WORDS in [one.text for one in picture.iter()]

    def test_svg_of_the_first_screen_has_no_ratings(self) -> None:
        assert "Balance" in report("--format", "svg", "--full").stdout
        assert "Balance" not in report("--format", "svg", "--brief").stdout

    @pytest.mark.parametrize("face", ["html", "svg"])
    def test_a_file_is_for_the_user_alone(self, face: str, tmp_path: Path) -> None:
        target = tmp_path / "page"
        report("--format", face, "--output", str(target))
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert target.read_text("utf-8") == report("--format", face).stdout


@pytest.mark.usefixtures("journal", "memory")
class TestInTheBrowser:
    def test_the_page_is_shown_from_a_private_file_in_memory(
        self, browser: Path, memory: Path
    ) -> None:
        said = report("--open").stdout
        page = next(memory.rglob("*.html"))
        assert said == f"Opened: {page}\n"
        assert browser.read_text() == page.as_uri()
        assert page.read_text("utf-8") == report("--format", "html").stdout
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700

    def test_the_next_page_takes_its_place(self, browser: Path, memory: Path) -> None:
        report("--open")
        report("--open", "--of", "2024-06-03")
        pages = list(memory.rglob("*"))
        assert [one.name for one in pages if one.is_file()] == ["report.html"]
        assert "2024-06-03" in next(memory.rglob("*.html")).read_text("utf-8")
        assert browser.read_text().count("file://") == 2

    def test_with_a_file_named_it_is_that_file(self, browser: Path, tmp_path: Path) -> None:
        target = tmp_path / "my week?.html"
        said = report("--open", "--output", str(target)).stdout
        assert said == f"Written: {target}\nOpened: {target}\n"
        assert browser.read_text() == target.as_uri()

    def test_a_folder_others_may_look_into_is_not_used(self, browser: Path, memory: Path) -> None:
        for folder in (memory / f"collab-report-{os.getuid()}",):
            folder.mkdir()
            folder.chmod(0o755)
        report("--open")
        assert list(memory.rglob("*.html")) == []
        elsewhere = Path(browser.read_text().removeprefix("file://"))
        assert stat.S_IMODE(elsewhere.parent.stat().st_mode) == 0o700
        elsewhere.unlink()

    @pytest.mark.usefixtures("browser")
    @pytest.mark.parametrize(
        "options", [("--format", "svg"), ("--format", "text"), ("--output", "-")], ids=" ".join
    )
    def test_another_face_and_standard_output_are_refused(
        self, options: tuple[str, ...], memory: Path
    ) -> None:
        said = report("--open", *options, code=2).stderr
        assert said.startswith(f"--open and {' '.join(options)} do not go together.")
        assert list(memory.rglob("*")) == []

    def test_without_a_browser_it_says_where_the_page_lies(
        self, memory: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BROWSER", "/nowhere/browser")
        monkeypatch.setenv("PATH", "/nowhere")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        said = report("--open", code=1).stderr
        page = next(memory.rglob("*.html"))
        assert re.match(f"No browser could be opened; the page lies at {page}\\.\n", said)


@pytest.mark.usefixtures("memory")
def test_without_a_journal_nothing_is_opened(browser: Path, memory: Path) -> None:
    said = report("--open")
    assert "There is no journal yet" in said.stdout + said.stderr
    assert not browser.exists()
    assert list(memory.rglob("*")) == []


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("week.html", "<!DOCTYPE html>"),
        ("week.SVG", "<?xml"),
        ("week.md", "# Week"),
        ("week.json", "{"),
        ("week.txt", "Week"),
    ],
)
def test_a_file_is_written_as_what_its_name_ends_in(
    collab: Collab, journal: Path, tmp_path: Path, name: str, begins: str
) -> None:
    path = tmp_path / name
    assert collab("report", "--of", "2024-06-10", "--output", str(path)).code == 0
    assert path.read_text().startswith(begins)
