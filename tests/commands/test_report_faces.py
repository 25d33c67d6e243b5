"""The faces of a report at the command line."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from collab.storage.database import Journal
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
