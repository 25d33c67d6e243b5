"""Files written whole or not at all."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from collab.errors import UnfitTarget, UnwritableFile
from collab.exchange.files import make_folder, write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def small_files() -> Iterator[None]:
    """The system refuses to let a file grow beyond a thousand bytes, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("open_umask")
def test_a_file_holds_every_letter_and_only_the_user_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.md"

    write_whole(str(path), ["Grüße\r\n", "\x1b \u2028 🙂\n"])

    assert path.read_bytes() == "Grüße\r\n\x1b \u2028 🙂\n".encode()
    assert mode(path) == 0o600
    assert os.listdir(tmp_path) == ["pages.md"]


@pytest.mark.parametrize("name", ["x" * 255, "🙂" * 63], ids=["255 letters", "63 of four bytes"])
def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path, name: str) -> None:
    write_whole(str(tmp_path / name), ["words"])

    assert (tmp_path / name).read_text() == "words"


def test_a_file_is_replaced_and_its_mode_too(tmp_path: Path) -> None:
    path = tmp_path / "pages.md"
    path.write_text("old")
    path.chmod(0o444)

    write_whole(str(path), ["new"])

    assert (path.read_text(), mode(path)) == ("new", 0o600)


def test_words_are_on_the_disk_before_they_take_the_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def watched_sync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        done.append("folder on disk" if is_folder else f"{os.fstat(descriptor).st_size} bytes")
        sync(descriptor)

    def watched_replace(old: str, new: str) -> None:
        done.append("named")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(os, "replace", watched_replace)
    write_whole(str(tmp_path / "pages.md"), ["words"])
    make_folder(str(tmp_path / "2024"))

    assert done == ["5 bytes", "named", "folder on disk", "folder on disk"]


@pytest.mark.usefixtures("small_files")
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.md"
    path.write_text("old")

    with pytest.raises(UnwritableFile) as refused:
        write_whole(str(path), ["x" * 900, "y" * 900])

    assert refused.value.exit_code == 1
    assert str(path) in refused.value.sentence
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["pages.md"]


def test_words_that_stop_coming_leave_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.md"
    path.write_text("old")

    def stopped() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(str(path), stopped())

    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["pages.md"]


@pytest.mark.parametrize(
    ("make", "what"),
    [
        pytest.param(Path.mkdir, "it is a folder", id="folder"),
        pytest.param(lambda at: at.symlink_to("aim"), "it is a link", id="link"),
        pytest.param(lambda at: at.symlink_to("nowhere"), "it is a link", id="dangling link"),
        pytest.param(os.mkfifo, "it is neither a file nor a folder", id="pipe"),
    ],
)
def test_what_is_no_file_is_never_replaced(
    tmp_path: Path, make: Callable[[Path], object], what: str
) -> None:
    (tmp_path / "aim").write_text("old")
    make(tmp_path / "place")

    with pytest.raises(UnfitTarget) as refused:
        write_whole(str(tmp_path / "place"), ["new"])

    assert refused.value.exit_code == 2
    assert what in refused.value.sentence
    assert (tmp_path / "aim").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["aim", "place"]


@pytest.mark.parametrize("path", ["", "new/"], ids=repr)
def test_a_path_that_names_no_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UnfitTarget, match="names no file"):
        write_whole(path, ["words"])

    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_not_made_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="no such file or directory"):
        write_whole(str(tmp_path / "missing" / "pages.md"), ["words"])

    assert os.listdir(tmp_path) == []


@pytest.mark.usefixtures("open_umask")
def test_every_folder_that_is_made_is_for_the_user_alone(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(0o755)

    make_folder(str(tmp_path / "there" / "new" / "2024"))

    assert mode(tmp_path / "there") == 0o755
    assert mode(tmp_path / "there" / "new") == 0o700
    assert mode(tmp_path / "there" / "new" / "2024") == 0o700


@pytest.mark.parametrize("path", ["", "file", "link", "file/2024"], ids=repr)
def test_a_folder_takes_nothing_elses_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "aim").mkdir()
    (tmp_path / "link").symlink_to("aim")

    with pytest.raises(UnfitTarget):
        make_folder(path)

    assert sorted(os.listdir(tmp_path)) == ["aim", "file", "link"]


def test_a_folder_may_lie_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "aim").mkdir()
    (tmp_path / "link").symlink_to("aim")

    make_folder(str(tmp_path / "link" / "new"))

    assert (tmp_path / "aim" / "new").is_dir()
