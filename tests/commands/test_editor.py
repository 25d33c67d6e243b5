"""A text in the user's editor: it comes back, or it is kept, and no copy stays behind."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from collab.commands.editor import edit_text, in_editor
from collab.commands.editor_folder import leftovers
from collab.errors import EditorFailed, NoEditor, UnchangedInEditor
from tests.commands.editors import Writer
from tests.tools import needs


@pytest.fixture
def writer(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Writer:
    return Writer(tmp_path, home, capsys)


@pytest.mark.parametrize(
    ("script", "given"),
    [
        pytest.param('echo "and Bo" >> "$1"', "Ana\nand Bo\n", id="written in place"),
        pytest.param(
            'cp "$1" "$1.new"; echo "and Bo" >> "$1.new"; mv "$1.new" "$1"',
            "Ana\nand Bo\n",
            id="replaced by another file",
        ),
        pytest.param(r'printf "Ana\r\nBo\r\n" > "$1"', "Ana\nBo\n", id="CR LF"),
        pytest.param(r'printf "\357\273\277Ana" > "$1"', "Ana", id="byte order mark"),
        pytest.param('cp "$1" "$1~"; echo Bo > "$1"', "Bo\n", id="with a backup beside it"),
    ],
)
def test_what_the_editor_wrote_comes_back_and_nothing_stays_behind(
    writer: Writer, script: str, given: str
) -> None:
    writer.has_editor(script)
    assert edit_text(writer.session(), "Ana\n") == given
    assert writer.left_in_memory() == []
    assert writer.rescued() == []


def test_only_the_user_can_read_the_text_while_it_is_edited(writer: Writer, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    writer.has_editor(f'stat -c %a "$1" "$(dirname "$1")" > "{seen}"; echo "$1" >> "{seen}"')
    edit_text(writer.session(), "Ana")
    file, folder, path = seen.read_text().splitlines()
    assert (file, folder) == ("600", "700")
    assert path.startswith(str(writer.runtime))
    assert path.endswith(".md")


def test_a_runtime_folder_that_others_can_read_is_not_used(writer: Writer, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    writer.runtime.chmod(0o755)
    writer.has_editor(f'echo "$1" > "{seen}"')
    edit_text(writer.session(), "Ana")
    assert not seen.read_text().startswith(str(writer.runtime))


@pytest.mark.parametrize(
    ("script", "what", "rescued"),
    [
        pytest.param('echo Bo > "$1"; exit 3', "ended with code 3", ["Bo"], id="an error"),
        pytest.param("exit 1", "ended with code 1", [], id="an error, nothing written"),
        pytest.param('echo Bo > "$1"; kill -9 $$', "by SIGKILL", ["Bo"], id="killed"),
        pytest.param('rm "$1"', "left no file behind", [], id="vanished"),
        pytest.param(': > "$1"', "gave back nothing", [], id="emptied"),
        pytest.param(r'printf "B\366\n" > "$1"', "not UTF-8 text", ["Bö"], id="Latin-1"),
        pytest.param(r'printf "B\000o\n" > "$1"', "no text", ["B\0o"], id="NUL"),
    ],
)
def test_what_cannot_be_used_is_kept_and_its_place_is_told(
    writer: Writer, script: str, what: str, rescued: list[str]
) -> None:
    writer.has_editor(script)
    with pytest.raises(EditorFailed, match=what) as failed:
        edit_text(writer.session(), "Ana")
    assert [text.strip() for text in writer.rescued()] == rescued
    assert (str(writer.recovery) in failed.value.next_step) == bool(rescued)
    assert "Bo" not in failed.value.sentence
    assert writer.left_in_memory() == []


def test_the_setting_comes_before_visual_and_that_before_editor(writer: Writer) -> None:
    writer.has_editor('echo "by EDITOR" > "$1"')
    assert edit_text(writer.session(), "Ana") == "by EDITOR\n"
    writer.environ["VISUAL"] = """sh -c 'echo "by VISUAL" > "$1"' -"""
    assert edit_text(writer.session(), "Ana") == "by VISUAL\n"
    writer.runs("settings", "set", "editor", """sh -c 'echo "by setting" > "$1"' -""")
    assert edit_text(writer.session(), "Ana") == "by setting\n"


def test_a_path_with_spaces_is_found_without_quotes(writer: Writer) -> None:
    writer.environ["EDITOR"] = writer.has_editor('echo Bo > "$1"')
    assert edit_text(writer.session(), "Ana") == "Bo\n"


@pytest.mark.parametrize(
    ("editor", "why"),
    [
        pytest.param("no-such-editor -w", "no editor 'no-such-editor'", id="unknown"),
        pytest.param("vi 'half", "quote", id="an open quote"),
        pytest.param("", "no editor here", id="none anywhere"),
    ],
)
def test_without_an_editor_the_next_step_is_named(writer: Writer, editor: str, why: str) -> None:
    writer.environ |= {"EDITOR": editor, "PATH": str(writer.runtime)}
    with pytest.raises(NoEditor, match=why) as none:
        edit_text(writer.session(), "Ana")
    assert "collab settings set editor" in none.value.next_step
    assert writer.left_in_memory() == []


@pytest.mark.parametrize(
    ("name", "typed", "arguments"),
    [
        pytest.param("vim", "vim -y", ["-n", "-i", "NONE", "-y"], id="vim"),
        pytest.param("nvim", "nvim", ["-n", "-i", "NONE", "shada="], id="nvim"),
        pytest.param("code", "code", ["--wait"], id="a window"),
        pytest.param("code", "code --wait", ["--wait"], id="a window that waits"),
        pytest.param("nano", "nano -w", ["-w"], id="another"),
    ],
)
def test_known_editors_are_told_to_leave_no_copy_and_to_wait(
    writer: Writer, tmp_path: Path, name: str, typed: str, arguments: list[str]
) -> None:
    seen = tmp_path / "seen"
    named = writer.runtime.parent / name
    Path(writer.has_editor(f'printf "%s\\n" "$@" > "{seen}"')).rename(named)
    writer.environ |= {"EDITOR": typed, "PATH": f"{tmp_path}:{writer.environ['PATH']}"}
    edit_text(writer.session(), "Ana")
    *given, _ = seen.read_text().splitlines()
    words = " ".join(given).split()
    assert set(arguments) <= set(words)
    assert words.count("--wait") <= 1
    assert ("noswapfile" in words) == name.endswith("vim")


def test_an_unchanged_text_is_said_to_be_so(writer: Writer) -> None:
    writer.has_editor("true")
    with pytest.raises(UnchangedInEditor):
        in_editor(writer.session())("Ana")


def test_a_text_that_finds_no_room_is_not_edited(writer: Writer) -> None:
    writer.has_editor("true")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, hard))
    try:
        with pytest.raises(EditorFailed, match="cannot be written"):
            edit_text(writer.session(), "Ana")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert writer.left_in_memory() == []


def test_leftovers_of_a_crash_are_moved_and_named_once(
    writer: Writer, capsys: pytest.CaptureFixture[str]
) -> None:
    # The editor kills collab, and goes on to write.
    writer.has_editor('kill -9 $PPID; echo Bo >> "$1"')
    program = (
        "from collab.commands.session import Session\n"
        "from collab.commands.editor import edit_text\n"
        "edit_text(Session(), 'Ana\\n')"
    )
    killed = subprocess.run([sys.executable, "-c", program], env=writer.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    while writer.left_in_memory():  # as long as the editor lives, its text is no leftover
        leftovers(writer.session())
    leftovers(writer.session())
    (text,) = writer.rescued()
    (told,) = capsys.readouterr().err.splitlines()
    assert text.split() == ["Ana", "Bo"]
    assert str(writer.recovery) in told
    assert writer.left_in_memory() == []


def test_a_text_that_is_being_edited_is_no_leftover(writer: Writer, tmp_path: Path) -> None:
    program = (
        "from collab.commands.session import Session\n"
        "from collab.commands.editor_folder import leftovers\n"
        "leftovers(Session())"
    )
    script = tmp_path / "look.py"
    script.write_text(program)
    writer.has_editor(f"'{sys.executable}' '{script}'; echo Bo >> \"$1\"")
    assert edit_text(writer.session(), "Ana\n") == "Ana\nBo\n"
    assert writer.rescued() == []


def test_leftovers_of_another_home_are_left_alone(writer: Writer, tmp_path: Path) -> None:
    other = writer.runtime / "collab-0123456789ab-x"
    other.mkdir(mode=0o700)
    (other / "words.md").write_text("Ana")
    leftovers(writer.session())
    assert (other / "words.md").exists()


def test_a_signal_that_ends_collab_ends_the_editor_and_keeps_the_words(writer: Writer) -> None:
    writer.has_editor('trap "echo Bo >> \\"$1\\"; exit 0" TERM; kill $PPID; sleep 5 & wait')
    program = (
        "from collab.commands.session import Session\n"
        "from collab.commands.editor import edit_text\n"
        "edit_text(Session(), 'Ana\\n')"
    )
    ended = subprocess.run([sys.executable, "-c", program], env=writer.environ, check=False)
    assert ended.returncode == -signal.SIGTERM
    assert [text.split() for text in writer.rescued()] == [["Ana", "Bo"]]
    assert writer.left_in_memory() == []


def test_ctrl_c_belongs_to_the_editor(writer: Writer) -> None:
    before = signal.getsignal(signal.SIGINT)
    writer.has_editor('kill -INT $PPID; echo Bo > "$1"')
    assert edit_text(writer.session(), "Ana") == "Bo\n"
    assert signal.getsignal(signal.SIGINT) is before


def test_vim_leaves_nothing_anywhere(writer: Writer, tmp_path: Path) -> None:
    home = tmp_path / "vim home"
    home.mkdir()
    keeps = "set swapfile backup writebackup undofile undodir=~ directory=~ backupdir=~"
    (home / ".vimrc").write_text(f"{keeps}\nset viminfo='100,n~/.viminfo\n")
    writer.environ |= {"HOME": str(home), "TERM": "xterm", "EDITOR": needs("vim")}
    program = (
        "from collab.commands.session import Session\n"
        "from collab.commands.editor import edit_text\n"
        "print('given', edit_text(Session(), 'Ana\\n').split())"
    )
    child = pexpect.spawn(
        sys.executable, ["-c", program], env=writer.environ, encoding="utf-8", timeout=20
    )
    child.expect("words.md")
    child.send("oBo was there\x1b")
    child.send(":w\r")
    child.expect("written")
    beside = {path.name for path in writer.left_in_memory() if path.is_file()}
    child.send(":q\r")
    child.expect_exact("given ['Ana', 'Bo', 'was', 'there']")
    child.expect(pexpect.EOF)
    assert beside == {".lock", "words.md"}
    assert {path.name for path in home.iterdir()} == {".vimrc"}
    assert writer.left_in_memory() == []


def test_ctrl_o_brings_the_text_back_into_the_field(writer: Writer) -> None:
    writer.has_editor('echo "and Bo" >> "$1"')
    program = (
        "from collab.commands.session import Session\n"
        "from collab.commands.editor import in_editor\n"
        "from collab.commands.interview import Interview\n"
        "with Interview() as interview:\n"
        "    given = interview.ask_text(['Who?', ''], edit=in_editor(Session()))\n"
        "print('given', given)"
    )
    child = pexpect.spawn(
        sys.executable,
        ["-c", program],
        env={**writer.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Enter skip")
    child.send("Ana")
    child.expect("Enter save")
    child.send("\x0f")
    child.expect("and Bo")
    child.send("\r")
    child.expect_exact(r"given Given(texts=('Ana\nand Bo',))")
    child.expect(pexpect.EOF)
    assert writer.left_in_memory() == []
