"""A folder of pages, kept up to date beside whatever the user does in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from collab.errors import OtherExport, UnfitTarget, UnwritableFile
from collab.exchange.folder import MANIFEST, Written, write_folder

JUNE, JULY, TALK = "2024/2024-06-10.md", "2024/2024-07-01.md", "talks/2024-06-05-ana.md"
PAGES = {JUNE: "june\n", JULY: "july\n", TALK: "talk\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pages"


def write(folder: Path, pages: dict[str, str] = PAGES, *, force: bool = False) -> Written:
    return write_folder(
        str(folder), pages.items(), of="everything", covers=lambda _: True, force=force
    )


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder with what it holds and when it was written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
    }


def test_every_page_is_written_where_its_path_says(folder: Path) -> None:
    assert write(folder) == Written(written=[JUNE, JULY, TALK])
    assert {path: (folder / path).read_text() for path in PAGES} == PAGES
    assert sorted(state(folder)) == sorted([MANIFEST, *PAGES])


def test_a_second_run_touches_no_file(folder: Path) -> None:
    write(folder)
    before = state(folder)

    assert write(folder) == Written(unchanged=3)
    assert state(folder) == before


def test_a_page_that_the_journal_changed_is_replaced_alone(folder: Path) -> None:
    write(folder)
    before = state(folder)

    assert write(folder, {**PAGES, JUNE: "june, and more\n"}).written == [JUNE]
    after = state(folder)
    assert after[JUNE][0] == b"june, and more\n"
    assert {path for path in after if after[path] != before[path]} == {JUNE, MANIFEST}


class TestAPageThatSomebodyEdited:
    @pytest.fixture(autouse=True)
    def edited(self, folder: Path) -> None:
        write(folder)
        (folder / JUNE).write_text("june, edited\n")

    def test_is_left_and_named_again_and_again(self, folder: Path) -> None:
        for _ in range(2):
            assert write(folder) == Written(unchanged=2, left=[JUNE])
        assert (folder / JUNE).read_text() == "june, edited\n"

    def test_is_left_when_the_journal_changes_too(self, folder: Path) -> None:
        assert write(folder, {**PAGES, JUNE: "june, and more\n"}).left == [JUNE]
        assert (folder / JUNE).read_text() == "june, edited\n"

    def test_is_replaced_by_force(self, folder: Path) -> None:
        assert write(folder, force=True) == Written(written=[JUNE], unchanged=2)
        assert (folder / JUNE).read_text() == "june\n"

    def test_is_collabs_again_once_the_edit_is_taken_back(self, folder: Path) -> None:
        (folder / JUNE).write_text("june\n")

        assert write(folder, {**PAGES, JUNE: "june, and more\n"}).written == [JUNE]

    def test_is_collabs_again_once_the_journal_says_the_same(self, folder: Path) -> None:
        assert write(folder, {**PAGES, JUNE: "june, edited\n"}) == Written(unchanged=3)
        assert write(folder).written == [JUNE]


def test_a_page_of_the_users_own_is_never_taken_over(folder: Path) -> None:
    (folder / "2024").mkdir(parents=True)
    (folder / JUNE).write_text("my own daily note\n")

    assert write(folder) == Written(written=[JULY, TALK], left=[JUNE])
    assert (folder / JUNE).read_text() == "my own daily note\n"


def test_a_link_in_a_pages_place_is_left_even_by_force(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("elsewhere")
    (folder / "2024").mkdir(parents=True)
    (folder / JUNE).symlink_to(tmp_path / "elsewhere.md")

    assert write(folder, force=True) == Written(written=[JULY, TALK], left=[JUNE])
    assert (tmp_path / "elsewhere.md").read_text() == "elsewhere"


WITHOUT_JUNE = {path: text for path, text in PAGES.items() if path != JUNE}


class TestAPageWhoseDayIsGone:
    def test_is_named_and_left_as_long_as_it_is_there(self, folder: Path) -> None:
        write(folder)
        for _ in range(2):
            assert write(folder, WITHOUT_JUNE) == Written(unchanged=2, gone=[JUNE])
        assert (folder / JUNE).exists()

        (folder / JUNE).unlink()
        assert write(folder, WITHOUT_JUNE) == Written(unchanged=2)
        assert JUNE not in (folder / MANIFEST).read_text()

    def test_is_not_named_by_a_run_that_is_not_about_it(self, folder: Path) -> None:
        write(folder)

        only_july = write_folder(
            str(folder), [(JULY, "july\n")], of="everything", covers=lambda path: path == JULY
        )

        assert only_july == Written(unchanged=1)
        assert write(folder) == Written(unchanged=3)


def test_an_export_of_something_else_is_refused(folder: Path) -> None:
    write(folder)
    before = state(folder)

    with pytest.raises(OtherExport) as refused:
        write_folder(str(folder), PAGES.items(), of="pages tagged #x", covers=lambda _: True)

    assert refused.value.exit_code == 2
    assert "everything" in refused.value.sentence
    assert "pages tagged #x" in refused.value.sentence
    assert state(folder) == before


@pytest.mark.parametrize("manifest", ["", "{", "[]", "{}", '{"of": "everything", "pages": 3}'])
def test_with_a_broken_manifest_no_page_is_taken_for_collabs(folder: Path, manifest: str) -> None:
    write(folder)
    (folder / MANIFEST).write_text(manifest)

    assert write(folder, {**PAGES, JUNE: "june, and more\n"}) == Written(unchanged=2, left=[JUNE])
    assert write(folder) == Written(unchanged=3)


def test_without_a_page_not_even_the_folder_is_made(folder: Path) -> None:
    assert write(folder, {}) == Written()
    assert not folder.exists()


@pytest.mark.parametrize("linked", ["pages", "pages/2024", f"pages/{MANIFEST}"])
def test_nothing_is_written_through_a_link(tmp_path: Path, linked: str) -> None:
    (tmp_path / "aim").mkdir()
    (tmp_path / linked).parent.mkdir(exist_ok=True)
    (tmp_path / linked).symlink_to(tmp_path / "aim")

    with pytest.raises(UnfitTarget, match="it is a link"):
        write(tmp_path / "pages")

    assert os.listdir(tmp_path / "aim") == []
    assert not list((tmp_path / "pages").rglob("*.md"))


def test_a_run_that_was_stopped_takes_its_own_pages_for_its_own(folder: Path) -> None:
    def stopped() -> Iterator[tuple[str, str]]:
        yield JUNE, "june, half the day\n"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(str(folder), stopped(), of="everything", covers=lambda _: True)

    assert write(folder) == Written(written=[JUNE, JULY, TALK])


def test_a_folder_that_may_not_be_written_is_named() -> None:
    # Not below TMPDIR or pytest's own folder, which others may be barred from entering.
    above = Path(tempfile.mkdtemp(prefix="collab-", dir="/tmp"))
    above.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        with pytest.raises(UnwritableFile) as refused:
            write(above / "pages")
    finally:
        os.seteuid(user)
        above.chmod(0o755)
        found = os.listdir(above)
        shutil.rmtree(above)
    assert refused.value.exit_code == 1
    assert refused.value.sentence == f"{above}/pages cannot be written: permission denied."
    assert found == []
