"""A text in the user's own editor and back, without ever losing what was typed there."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from collab.commands.editor_folder import EditorFolder, any_text
from collab.commands.recovery import keep_words
from collab.errors import EditorFailed, NoEditor, UnchangedInEditor, reason

if TYPE_CHECKING:
    from types import FrameType

    from collab.commands.session import Session

_USUAL = ("editor", "nano", "vi")
_VIMS = ("vim", "nvim", "gvim", "mvim", "rvim")
_WINDOWS = {
    "code": "--wait",
    "code-insiders": "--wait",
    "codium": "--wait",
    "subl": "--wait",
    "zed": "--wait",
    "gvim": "-f",
    "mvim": "-f",
}
"""Editors with a window of their own, and what keeps them from coming back at once."""


def edit_text(session: Session, text: str, *, suffix: str = ".md") -> str:
    """Let the user edit `text`; what the editor made of it, with LF as line ends.

    The file lies in a folder of its own that only the user can read and that is gone
    afterwards, whatever happens. Raises `NoEditor`, or `EditorFailed` if the editor fails
    or gives back nothing that is text; what was typed there lies in the recovery folder.
    """
    command = _command(session.settings.editor, session.environ)
    with _Signals() as signals, EditorFolder(session) as folder:
        path = folder.put(text, suffix)
        ended = _run([*command, path], folder, session.environ, signals)
        given = _read(path)
        fault = _fault(ended, given, text) or signals.fault()
        if given is None or fault:
            raise EditorFailed(fault, _kept(session, given or b"", text))
        return _with_line_feeds(any_text(given))


def in_editor(session: Session) -> Callable[[str], str]:
    """What Ctrl-O does with the text of a field.

    It raises what `edit_text` raises, and `UnchangedInEditor`.
    """

    def edit(text: str) -> str:
        edited = edit_text(session, text)
        if is_same(edited, text):
            raise UnchangedInEditor
        return edited

    return edit


def is_same(edited: str, text: str) -> bool:
    """Whether nothing was changed; many editors end the last line where it was open."""
    return edited.rstrip("\n") == text.rstrip("\n")


def _command(chosen: str, environ: Mapping[str, str]) -> list[str]:
    """The editor with its arguments: the setting, VISUAL, EDITOR, or what is usual here."""
    for typed in (chosen, environ.get("VISUAL", ""), environ.get("EDITOR", "")):
        if typed.strip():
            return _as_typed(typed.strip(), environ)
    for usual in _USUAL:
        if program := _found(usual, environ):
            return [program, *_own_arguments(program, environ)]
    raise NoEditor


def _as_typed(typed: str, environ: Mapping[str, str]) -> list[str]:
    # A path with spaces that nobody quoted is still one program.
    if program := _found(typed, environ):
        return [program, *_own_arguments(program, environ)]
    try:
        name, *arguments = shlex.split(typed)
    except ValueError:
        raise NoEditor(f"The editor '{typed}' has a quote that is not closed.") from None
    program = _found(name, environ)
    if program is None:
        raise NoEditor(f"There is no editor '{name}'.")
    own = _own_arguments(program, environ)
    return [program, *(one for one in own if one not in arguments), *arguments]


def _found(name: str, environ: Mapping[str, str]) -> str | None:
    return shutil.which(os.path.expanduser(name), path=environ.get("PATH", os.defpath))


def _own_arguments(program: str, environ: Mapping[str, str]) -> list[str]:
    """What makes an editor leave no copy of the text behind, and wait for its window."""
    name = os.path.basename(program)
    waiting = [_WINDOWS[name]] if name in _WINDOWS else []
    return [*waiting, *(_vim_arguments(program) if _is_vim(program, environ) else [])]


def _vim_arguments(program: str) -> list[str]:
    history = "shada" if "nvim" in os.path.realpath(program) else "viminfo"
    traceless = f"silent! set noswapfile nobackup nowritebackup noundofile {history}="
    # Once before the text is read, and once after the user's own settings.
    return ["-n", "-i", "NONE", "--cmd", traceless, "-c", traceless]


def _is_vim(program: str, environ: Mapping[str, str]) -> bool:
    name = os.path.basename(os.path.realpath(program))
    if name != "vi":
        return name.partition(".")[0] in _VIMS
    # `vi` is a small vim on some systems, and a vi without these options on others.
    told = subprocess.run(
        [program, "--version"],
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return told.stdout.startswith(b"VIM")


def _run(
    command: list[str], folder: EditorFolder, environ: Mapping[str, str], signals: _Signals
) -> int:
    """Run the editor; what it ended with, as `Popen.returncode`."""
    try:
        # The editor holds the lock as well: if collab dies, the text is no leftover yet.
        child = subprocess.Popen(command, env=dict(environ), pass_fds=folder.locks)
    except OSError as fault:
        why = reason(fault)
        raise NoEditor(f"The editor '{command[0]}' cannot be started: {why}.") from fault
    signals.pass_to(child)
    return child.wait()


def _read(path: str) -> bytes | None:
    """What the editor left under the name it was given, whatever file that is now."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _fault(ended: int, given: bytes | None, text: str) -> str:
    """Why what came back cannot be used; empty if it can."""
    if ended < 0:
        return f"The editor was ended by {signal.Signals(-ended).name}"
    if ended > 0:
        return f"The editor ended with code {ended}"
    if given is None:
        return "The editor left no file behind"
    if not given.strip() and text.strip():
        return "The editor gave back nothing"
    if b"\0" in given:
        return "What the editor gave back holds characters that are no text"
    try:
        given.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "What the editor gave back is not UTF-8 text"
    return ""


def _kept(session: Session, given: bytes, text: str) -> str | None:
    """Keep what the editor's file holds, if that is anything new; where it lies."""
    words = _with_line_feeds(any_text(given))
    return None if is_same(words, text) else keep_words(session, [words])


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Signals:
    """Signals while an editor has the terminal; a context manager.

    Ctrl-C and its kin are meant for the editor. One that ends collab is passed on to the
    editor first, and comes to collab once the folder is gone.
    """

    _THE_EDITORS = (signal.SIGINT, signal.SIGQUIT)
    _ENDING = (signal.SIGTERM, signal.SIGHUP)

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._held: list[int] = []
        self._handlers: dict[signal.Signals, Any] = {}

    def pass_to(self, child: subprocess.Popen[bytes]) -> None:
        """Pass on to `child` what ends collab, and what came while it was starting."""
        self._child = child
        for number in self._held:
            child.send_signal(number)

    def fault(self) -> str:
        """That a signal came, as the beginning of a sentence; empty if none did."""
        return f"{signal.Signals(self._held[0]).name} came while you wrote" if self._held else ""

    def __enter__(self) -> _Signals:
        # Not SIG_IGN, which the editor would inherit.
        for number in self._THE_EDITORS:
            self._handlers[number] = signal.signal(number, lambda *_: None)
        for number in self._ENDING:
            if signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
                self._handlers[number] = signal.signal(number, self._hold)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        for held in self._held:
            os.kill(os.getpid(), held)

    def _hold(self, number: int, _frame: FrameType | None) -> None:
        self._held.append(number)
        if self._child:
            self._child.send_signal(number)
