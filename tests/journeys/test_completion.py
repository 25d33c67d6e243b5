"""Names complete in a real bash, zsh and fish, and the line they complete is understood.

The program that the shell runs writes down what it was given, so that a name with a space
or a quote in it is seen to arrive whole.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pexpect
import pytest

from collab.storage.database import Journal
from tests.exchange.documents import bring_in, document
from tests.tools import needs

_PATIENCE = 30  # seconds

_STARTED = {
    "bash": (
        ["--norc", "--noprofile"],
        "PS1='rea''dy> '; bind 'set bell-style none'",
        'eval "$(_COLLAB_COMPLETE=source_bash collab)"',
    ),
    "zsh": (
        ["-f"],
        "PROMPT='rea''dy> '; unsetopt beep promptsp; autoload -Uz compinit; compinit -D -u",
        'eval "$(_COLLAB_COMPLETE=source_zsh collab)"',
    ),
    "fish": (
        ["--no-config"],
        "set fish_autosuggestion_enabled 0; function fish_prompt; printf 'rea''dy> '; end",
        "env _COLLAB_COMPLETE=source_fish collab | source",
    ),
}
"""For each shell its options, what makes it quiet, and what installs the completion."""

_PROGRAM = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
if "_COLLAB_COMPLETE" not in os.environ:
    Path(os.environ["GIVEN"]).write_text(json.dumps(sys.argv[1:]))
    sys.exit()
sys.path[:0] = {sys.path!r}
from collab.__main__ import main
sys.exit(main())
"""

FEW = [
    ("people show @jo", ["people", "show", "@jose"]),
    ("journal list --person=@an", ["journal", "list", "--person=@anna Maria"]),
    ("people show o", ["people", "show", "o'Hara"]),
]
MANY = [
    ("people show jo", ["people", "show", "jose"]),
    ("people show ü", ["people", "show", "über"]),
    ("people show an", ["people", "show", "anna Maria"]),
    ('people show "an', ["people", "show", "anna Maria"]),
    ("people show 'an", ["people", "show", "anna Maria"]),
    ("people show Anna\\ ", ["people", "show", "Anna Maria"]),
    ("people show @Anna\\ m", ["people", "show", "@Anna maria"]),
    ("people show bo", ["people", "show", 'bo "the" $HOME \\ `x`']),
    ('people show "bo', ["people", "show", 'bo "the" $HOME \\ `x`']),
    ("people show 'bo", ["people", "show", 'bo "the" $HOME \\ `x`']),
    ("people show a:", ["people", "show", "a:b"]),
    ("promise add call --to=@a:", ["promise", "add", "call", "--to=@a:b"]),
    ("people merge jose @ü", ["people", "merge", "jose", "@über"]),
    ("promise add call --to @jo", ["promise", "add", "call", "--to", "@jose"]),
    ("promise add call --to=jo", ["promise", "add", "call", "--to=jose"]),
    ('promise add call --to="@an', ["promise", "add", "call", "--to=@anna Maria"]),
    ("note --from-person=@jo", ["note", "--from-person=@jose"]),
    ('note "told @jo', ["note", "told @jose"]),
    ("journal list --tag bu", ["journal", "list", "--tag", "budget"]),
    ("journal list --tag=bu", ["journal", "list", "--tag=budget"]),
    ('journal list --tag "#bu', ["journal", "list", "--tag", "#budget"]),
    ("talk held r", ["talk", "held", "rui"]),
    ("talk held anna m", ["talk", "held", "anna", "maria"]),
    ("talk show aaa", ["talk", "show", "aaaA"]),
    ("promise keep @jo", ["promise", "keep", "@jose"]),
    ("promise keep p11", ["promise", "keep", "p111"]),
    ("journal show x11", ["journal", "show", "x111"]),
]
"""What is typed before Tab and Enter, and what the program is given then."""


class Shell:
    """An interactive shell in which the completion was installed."""

    def __init__(self, name: str, home: Path, folder: Path) -> None:
        program = folder / "collab"
        program.write_text(_PROGRAM)
        program.chmod(0o700)
        self._given = folder / "given"
        environ = {
            "PATH": f"{folder}:{os.environ['PATH']}",
            "HOME": str(folder),
            "COLLAB_HOME": str(home),
            "GIVEN": str(self._given),
            "TERM": "dumb" if name == "bash" else "xterm",
            "LC_ALL": "C.UTF-8",
        }
        options, quiet, install = _STARTED[name]
        self._child = pexpect.spawn(
            needs(name),
            options,
            env=environ,
            cwd=folder,
            encoding="utf-8",
            timeout=_PATIENCE,
            dimensions=(24, 200),
        )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0
        self._child.sendline(quiet)
        self._child.expect_exact("ready> ")
        self._child.sendline(install)
        self._child.expect_exact("ready> ")

    def __enter__(self) -> Shell:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    def given(self, typed: str) -> list[str]:
        """What the program is given once `typed`, Tab and Enter were pressed."""
        self._given.unlink(missing_ok=True)
        self._child.send(f"collab {typed}\t\r")
        last_moment = time.monotonic() + _PATIENCE
        while not self._given.exists() or not self._given.read_text():
            assert time.monotonic() < last_moment, f"nothing was run behind {typed!r}"
            time.sleep(0.02)
        self._child.expect_exact("ready> ")
        return json.loads(self._given.read_text())

    def offers(self, typed: str, words: set[str]) -> None:
        """Wait until all of `words` are listed below `typed`; bash lists at the second Tab."""
        self._child.send(f"collab {typed}\t")
        listed = ""
        last_moment = time.monotonic() + _PATIENCE
        while not all(word in listed for word in words):
            assert time.monotonic() < last_moment, f"no {words} in:\n{listed}"
            with suppress(pexpect.TIMEOUT):
                listed += self._child.read_nonblocking(4096, timeout=0.5)
                continue
            self._child.send("\t")


@pytest.fixture
def shells(home: Path, tmp_path: Path) -> Iterator[Path]:
    """A home with people of difficult names, and a folder for the shell's files."""
    home.mkdir()
    added = "2026-11-01"
    names = ["jose", "Über", "Anna Maria", "O'Hara", 'Bo "the" $HOME \\ `x`', "a:b"]
    bring_in(
        Journal(str(home / "journal.db")),
        document(
            people=[{"name": name, "added": added} for name in names],
            entries=[{"id": "page-X111", "day": "2026-11-20", "text": "#Budget"}],
            talks=[
                {"id": "talk-AAAA", "who": "Rui", "added": added},
                {"id": "talk-BBBB", "who": "Anna Maria", "added": added},
            ],
            promises=[
                {"id": "vow-P111", "side": "mine", "who": "jose", "what": "it", "due": added}
            ],
        ),
    )
    folder = tmp_path / "shell"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", _STARTED)
def test_a_name_completes_to_what_the_program_understands(
    home: Path, shells: Path, name: str
) -> None:
    with Shell(name, home, shells) as shell:
        for typed, given in FEW:
            assert shell.given(typed) == given


@pytest.mark.slow
@pytest.mark.parametrize("name", _STARTED)
def test_every_kind_of_name_completes_in_every_kind_of_quote(
    home: Path, shells: Path, name: str
) -> None:
    with Shell(name, home, shells) as shell:
        for typed, given in MANY:
            assert shell.given(typed) == given, typed


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_a_tag_with_its_sign_is_no_comment(home: Path, shells: Path, name: str) -> None:
    """Fish completes nothing in a comment: there it takes a quote."""
    with Shell(name, home, shells) as shell:
        assert shell.given("journal list --tag #bu") == ["journal", "list", "--tag", "#budget"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("bash", {"@jose", "@Anna\\ Maria", "@Über"}),
        ("zsh", {"@jose", "@Anna Maria", "@Über"}),
        ("fish", {"@jose", "@Anna Maria", "@Über"}),
    ],
)
def test_a_sign_alone_offers_everybody(
    home: Path, shells: Path, name: str, listed: set[str]
) -> None:
    with Shell(name, home, shells) as shell:
        shell.offers("people show @", listed)
