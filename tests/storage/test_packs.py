"""Packs of the user's own: found, checked, remembered, left out, added."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from collab.errors import (
    BrokenPack,
    CollabError,
    NoHome,
    PackInTheWay,
    UnreadableFile,
    UnwritablePack,
)
from collab.settings import Places, places
from collab.storage.packs import add, check, check_file, load

BUNDLED = 97


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The user's own packs."""
    path = tmp_path / "prompts"
    path.mkdir()
    return path


@pytest.fixture
def own_places(home: Path) -> Places:
    return places({"COLLAB_HOME": str(home)})


def pack(*ids: str, title: str = "Mine") -> str:
    prompts = "".join(
        f'\n[[prompt]]\nid = "{name}"\ntheme = "any"\nmoment = "evening"\n'
        f'text = "What happened today?"\n'
        for name in ids or ("X-1",)
    )
    return f'[pack]\nid = "mine"\ntitle = "{title}"\n{prompts}'


def left_out(folder: Path) -> list[str]:
    return [fault.sentence for fault in load(str(folder)).left_out]


def test_own_prompts_come_after_the_bundled_ones_by_file_name(folder: Path) -> None:
    (folder / "b.toml").write_text(pack("X-2", "X-1"))
    (folder / "a.toml").write_text(pack("X-3"))
    packs = load(str(folder))
    assert [prompt.id for prompt in packs.prompts[BUNDLED:]] == ["X-3", "X-2", "X-1"]
    assert [own.file for own in packs.own] == ["a.toml", "b.toml"]
    assert packs.left_out == ()


@pytest.mark.parametrize("missing", [None, "nowhere", "a file"])
def test_without_a_folder_there_are_the_bundled_packs(tmp_path: Path, missing: str | None) -> None:
    (tmp_path / "a file").write_text("")
    packs = load(missing and str(tmp_path / missing))
    assert len(packs.prompts) == BUNDLED
    assert [fault.sentence for fault in packs.left_out] == (
        [f"{tmp_path / 'a file'} cannot be read: not a directory."] if missing == "a file" else []
    )
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["notes.txt", "mine.toml~", ".hidden.toml", ".#mine.toml", "toml"])
def test_other_files_in_the_folder_are_let_be(folder: Path, name: str) -> None:
    (folder / name).write_text("no pack")
    packs = load(str(folder))
    assert (packs.own, packs.left_out) == ((), ())
    assert os.listdir(folder) == [name]


def test_a_pack_may_begin_with_a_byte_order_mark(folder: Path) -> None:
    (folder / "mine.toml").write_text("\ufeff" + pack(), encoding="utf-8")
    assert len(load(str(folder)).own) == 1


def test_a_pack_may_have_the_line_ends_of_windows(folder: Path) -> None:
    (folder / "mine.toml").write_bytes(pack().replace("\n", "\r\n").encode())
    assert load(str(folder)).own[0].prompts[0].text == "What happened today?"


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


UNUSABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "an empty file": (
        lambda path: path.write_text(""),
        "mine.toml, pack: It is missing; it must be one table, headed [pack].",
    ),
    "broken TOML": (
        lambda path: path.write_text(pack() + "every 7\n"),
        "mine.toml, line 10, column 7: "
        "This is not TOML; look for a missing quote, bracket or equals sign.",
    ),
    "TOML that ends too soon": (
        lambda path: path.write_text(pack() + 'deeper = "What'),
        "mine.toml, end of document: "
        "This is not TOML; look for a missing quote, bracket or equals sign.",
    ),
    "a key twice": (
        lambda path: path.write_text(pack() + 'text = "What today?"\n'),
        "mine.toml, line 10, column 21: A key or table of this name stands above already.",
    ),
    "a table twice": (
        lambda path: path.write_text(pack() + "[pack]\n"),
        "mine.toml, line 10, column 6: A key or table of this name stands above already.",
    ),
    "brackets without end": (
        lambda path: path.write_text("a = " + "[" * 100_000),
        "mine.toml: Its brackets are nested too deeply.",
    ),
    "Latin-1": (
        lambda path: path.write_bytes(pack(title="Caf\u00e9").encode("latin-1")),
        "mine.toml, line 3 (byte 32): This is not UTF-8 text; save the file as UTF-8.",
    ),
    "Latin-1 after a byte order mark": (
        lambda path: path.write_bytes(b"\xef\xbb\xbf# caf\xe9\n" + pack().encode()),
        "mine.toml, line 1 (byte 9): This is not UTF-8 text; save the file as UTF-8.",
    ),
    "UTF-16": (
        lambda path: path.write_text(pack(), encoding="utf-16"),
        "mine.toml, line 1 (byte 1): This is not UTF-8 text; save the file as UTF-8.",
    ),
    "a database": (
        lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(range(128))),
        "mine.toml, line 1, column 8: "
        "This is not TOML; look for a missing quote, bracket or equals sign.",
    ),
    "an unknown key": (
        lambda path: path.write_text(pack() + 'colour = "red"\n'),
        "mine.toml, prompt 1 (X-1), colour: There is no such key; the keys here are "
        "id, theme, moment, answer, every, core, optional, label, text, deeper, source.",
    ),
    "a rating": (
        lambda path: path.write_text(pack() + 'answer = "rating"\n'),
        "mine.toml, prompt 1 (X-1), answer: "
        "It must be text or plan; rating and choice belong to the bundled prompts.",
    ),
    "an id of a bundled prompt": (
        lambda path: path.write_text(pack("X-1", "D-14")),
        "mine.toml, prompt 2 (D-14), id: "
        "A prompt in talks.toml has this id already; choose another.",
    ),
    "a folder": (lambda path: path.mkdir(), "{path} cannot be read: it is a folder."),
    "a pipe": (os.mkfifo, "{path} cannot be read: it is not a plain file."),
    "a link to nothing": (
        lambda path: path.symlink_to("nowhere"),
        "{path} cannot be read: no such file or directory.",
    ),
    "a link to itself": (
        link_to_itself,
        "{path} cannot be read: too many levels of symbolic links.",
    ),
    "more than a megabyte": (
        lambda path: path.write_text(pack() + "#" * 1024 * 1024),
        "{path} cannot be read: it is larger than 1 MiB, and a pack is a few pages.",
    ),
}


@pytest.mark.parametrize(("make", "sentence"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_pack_that_cannot_be_used_is_left_out_and_named(
    folder: Path, make: Callable[[Path], object], sentence: str
) -> None:
    path = folder / "mine.toml"
    make(path)
    (folder / "sound.toml").write_text(pack("X-9"))
    for _ in ("at first", "from memory"):
        packs = load(str(folder))
        assert [fault.sentence for fault in packs.left_out] == [sentence.format(path=path)]
        assert [own.file for own in packs.own] == ["sound.toml"]
        assert len(packs.prompts) == BUNDLED + 1


@pytest.mark.parametrize(("make", "sentence"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_pack_that_cannot_be_used_is_not_added(
    tmp_path: Path, own_places: Places, make: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "mine.toml"
    make(path)
    with pytest.raises(CollabError) as caught:
        add(str(path), own_places)
    assert caught.value.sentence == sentence.format(path=path)
    assert caught.value.exit_code == 2
    assert not os.path.exists(own_places.prompts)


def test_of_two_own_packs_with_the_same_id_the_later_one_is_left_out(folder: Path) -> None:
    (folder / "a.toml").write_text(pack("X-1"))
    (folder / "b.toml").write_text(pack("X-2", "X-1"))
    (folder / "c.toml").write_text(pack("X-2"))
    assert left_out(folder) == [
        "b.toml, prompt 2 (X-1), id: A prompt in a.toml has this id already; choose another."
    ]
    assert [own.file for own in load(str(folder)).own] == ["a.toml", "c.toml"]


def uses_pydantic(folder: Path) -> bool:
    """Whether a fresh process needs pydantic to load the packs of `folder`."""
    script = (
        "import sys\n"
        "from collab.storage.packs import load\n"
        "load(sys.argv[1])\n"
        "print('pydantic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], check=True, capture_output=True, text=True
    )
    return done.stdout == "True\n"


@pytest.mark.parametrize("content", [pack(), pack() + 'answer = "rating"\n'], ids=["sound", "not"])
def test_a_pack_is_checked_when_it_is_new_and_not_again(folder: Path, content: str) -> None:
    (folder / "mine.toml").write_text(content)
    assert uses_pydantic(folder)
    assert not uses_pydantic(folder)
    (folder / "mine.toml").write_text(content + "# changed\n")
    assert uses_pydantic(folder)
    assert not uses_pydantic(folder)


def test_an_edit_that_keeps_size_and_time_is_noticed(folder: Path) -> None:
    path = folder / "mine.toml"
    path.write_text(pack())
    assert left_out(folder) == []
    before = path.stat()
    path.write_text(pack().replace('"any"', '"axx"'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert "mine.toml, prompt 1 (X-1), theme" in left_out(folder)[0]


def test_a_mended_pack_is_used_again(folder: Path) -> None:
    (folder / "mine.toml").write_text(pack() + "colour = 1\n")
    assert left_out(folder)
    (folder / "mine.toml").write_text(pack())
    assert left_out(folder) == []


def test_the_memory_is_private_and_forgets_packs_that_are_gone(folder: Path) -> None:
    (folder / "mine.toml").write_text(pack())
    (folder / "gone.toml").write_text(pack("X-2"))
    load(str(folder))
    (folder / "gone.toml").unlink()
    load(str(folder))
    memory = folder / ".checked.json"
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600
    assert list(json.loads(memory.read_text())["files"]) == ["mine.toml"]
    assert sorted(os.listdir(folder)) == [".checked.json", "mine.toml"]


def test_a_memory_that_says_what_is_known_is_not_written_again(folder: Path) -> None:
    (folder / "mine.toml").write_text(pack())
    load(str(folder))
    before = (folder / ".checked.json").stat()
    load(str(folder))
    assert (folder / ".checked.json").stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    "memory",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        "\ud800",
        '{"collab": "0.0.0", "files": {"mine.toml": {"sha256": "SHA", "fault": ["a", "b"]}}}',
        '{"collab": "VERSION", "files": ["mine.toml"]}',
        '{"collab": "VERSION", "files": {"mine.toml": ["SHA"]}}',
        '{"collab": "VERSION", "files": {"mine.toml": {"sha256": "SHA", "fault": "a"}}}',
        '{"collab": "VERSION", "files": {"mine.toml": {"sha256": "SHA", "fault": ["a"]}}}',
        '{"collab": "VERSION", "files": {"mine.toml": {"sha256": 7, "fault": ["a", "b"]}}}',
    ],
    ids=lambda memory: memory[:60],
)
def test_a_memory_that_makes_no_sense_counts_for_nothing(folder: Path, memory: str) -> None:
    (folder / "mine.toml").write_text(pack())
    load(str(folder))
    path = folder / ".checked.json"
    known = json.loads(path.read_text())
    memory = memory.replace("SHA", known["files"]["mine.toml"]["sha256"])
    path.write_text(memory.replace("VERSION", known["collab"]), errors="surrogatepass")
    assert left_out(folder) == []
    assert json.loads(path.read_text()) == known


def test_a_memory_that_cannot_be_written_stops_nobody(folder: Path) -> None:
    (folder / ".checked.json").mkdir()
    (folder / "mine.toml").write_text(pack())
    assert [own.file for own in load(str(folder)).own] == ["mine.toml"]
    assert sorted(os.listdir(folder)) == [".checked.json", "mine.toml"]


def test_a_check_asks_no_memory(folder: Path) -> None:
    (folder / "mine.toml").write_text(pack())
    load(str(folder))
    path = folder / ".checked.json"
    path.write_text(path.read_text().replace("null", '["mine.toml", "A lie."]'))
    assert left_out(folder) == ["mine.toml: A lie."]
    assert check(str(folder)).left_out == ()


def test_a_check_names_what_load_names(folder: Path) -> None:
    (folder / "a.toml").write_text(pack("X-1"))
    (folder / "b.toml").write_text(pack("X-1"))
    (folder / "c.toml").mkdir()
    assert [fault.sentence for fault in check(str(folder)).left_out] == left_out(folder)


def test_the_next_version_of_an_own_pack_can_be_checked(folder: Path, tmp_path: Path) -> None:
    (folder / "mine.toml").write_text(pack("X-1"))
    (folder / "other.toml").write_text(pack("X-2"))
    (tmp_path / "mine.toml").write_text(pack("X-1", "X-3"))
    assert len(check_file(str(tmp_path / "mine.toml"), str(folder)).prompts) == 2
    (tmp_path / "mine.toml").write_text(pack("X-2"))
    with pytest.raises(BrokenPack, match=r"A prompt in other\.toml has this id already"):
        check_file(str(tmp_path / "mine.toml"), str(folder))


def test_an_added_pack_is_copied_byte_by_byte_and_private(
    tmp_path: Path, own_places: Places
) -> None:
    source = tmp_path / "mine.toml"
    source.write_bytes(b"\xef\xbb\xbf# \xc3\xa9\r\n" + pack().encode())
    added = add(str(source), own_places)
    copy = Path(own_places.prompts, "mine.toml")
    assert (added.path, added.already) == (str(copy), False)
    assert copy.read_bytes() == source.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
    assert load(own_places.prompts).prompts[BUNDLED:] == added.pack.prompts


def test_adding_a_pack_twice_changes_nothing(tmp_path: Path, own_places: Places) -> None:
    source = tmp_path / "mine.toml"
    source.write_text(pack())
    add(str(source), own_places)
    assert add(str(source), own_places).already
    assert add(os.path.join(own_places.prompts, "mine.toml"), own_places).already


def test_another_pack_of_the_same_name_is_never_replaced(
    tmp_path: Path, own_places: Places
) -> None:
    source = tmp_path / "mine.toml"
    source.write_text(pack("X-1"))
    added = add(str(source), own_places)
    source.write_text(pack("X-2"))
    with pytest.raises(PackInTheWay):
        add(str(source), own_places)
    assert Path(added.path).read_text() == pack("X-1")


@pytest.mark.parametrize("name", ["mine.txt", ".mine.toml", "mine"])
def test_a_name_that_would_never_be_read_is_not_added(
    tmp_path: Path, own_places: Places, name: str
) -> None:
    (tmp_path / name).write_text(pack())
    with pytest.raises(UnreadableFile, match=r"ends in \.toml"):
        add(str(tmp_path / name), own_places)


def test_an_empty_path_is_no_pack(own_places: Places) -> None:
    with pytest.raises(UnreadableFile):
        add("", own_places)
    with pytest.raises(UnreadableFile, match="'' cannot be read"):
        check_file("", own_places.prompts)


def test_a_home_whose_parent_is_missing_is_not_created(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(pack())
    with pytest.raises(NoHome):
        add(
            str(tmp_path / "mine.toml"),
            places({"COLLAB_HOME": str(tmp_path / "missing" / "home")}),
        )


def test_a_copy_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "mine.toml"
    source.write_text(pack())

    def no_room(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(UnwritablePack) as caught:
        add(str(source), own_places)
    assert caught.value.exit_code == 1
    assert os.listdir(own_places.prompts) == []


def test_a_pack_with_the_longest_name_a_file_may_have_is_added(
    tmp_path: Path, own_places: Places
) -> None:
    source = tmp_path / f"{'x' * 250}.toml"
    source.write_text(pack())
    add(str(source), own_places)
    assert source.name in os.listdir(own_places.prompts)
