"""The private folder in which a text lies while it is in an editor.

It is in memory where the system has such a place, so that no disk ever holds the text.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from collab.commands.recovery import keep_words
from collab.errors import EditorFailed, reason
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.commands.session import Session

_LOCK = ".lock"
_SHARED_MEMORY = "/dev/shm"


class EditorFolder:
    """A folder for one file; a context manager that removes it with all that is in it.

    `locks` are the descriptors by which other runs see that the folder is in use.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._path = ""
        self.locks: tuple[int, ...] = ()

    def __enter__(self) -> EditorFolder:
        self._path, lock = _made_and_locked(self._session)
        self.locks = (lock,)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)
        for lock in self.locks:
            os.close(lock)

    def put(self, text: str, suffix: str) -> str:
        """Write `text` to a file whose name ends in `suffix`; its path.

        The last line is ended, as every editor expects it.
        """
        path = os.path.join(self._path, f"words{suffix}")
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="utf-8", newline="") as file:
                file.write(text if not text or text.endswith("\n") else text + "\n")
        except OSError as fault:
            raise _no_room(fault) from fault
        return path


def any_text(data: bytes) -> str:
    """What a file holds, whatever its encoding: every byte becomes some character."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def leftovers(session: Session) -> None:
    """Move what crashes left in editors' folders to the recovery folder, and say so."""
    for place in _places(session):
        try:
            folders = [one.path for one in os.scandir(place) if one.name.startswith(_mark(session))]
        except OSError:
            continue
        for folder in folders:
            _clear(session, folder)


def _clear(session: Session, folder: str) -> None:
    if not _is_mine(folder) or _is_in_use(folder):
        return
    texts = [text for _, text in sorted(_texts_in(folder))]
    # One that holds nothing may be about to be used.
    if path := keep_words(session, texts):
        session.warn(visible(f"Words that an editor did not give back lie in {path}"))
        shutil.rmtree(folder, ignore_errors=True)


def _texts_in(folder: str) -> Iterator[tuple[str, str]]:
    """The files of a folder that hold anything, by name."""
    for one in os.scandir(folder):
        if one.name != _LOCK and one.is_file(follow_symlinks=False):
            with open(one.path, "rb") as file:
                text = any_text(file.read())
            if text.strip():
                yield one.name, text


def _is_mine(folder: str) -> bool:
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


def _is_in_use(folder: str) -> bool:
    try:
        lock = os.open(os.path.join(folder, _LOCK), os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False


def _made_and_locked(session: Session) -> tuple[str, int]:
    """A new folder in the best place that takes one, and the descriptor of its lock."""
    for place in _places(session):
        if place == session.places.recovery:
            session.places.make(place)
        try:
            path = tempfile.mkdtemp(prefix=_mark(session), dir=place)
            lock = os.open(os.path.join(path, _LOCK), os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError as fault:
            reason = fault
        else:
            return path, lock
    raise _no_room(reason) from reason


def _no_room(fault: OSError) -> EditorFailed:
    why = reason(fault)
    return EditorFailed(f"The file for the editor cannot be written ({why})")


def _places(session: Session) -> Iterator[str]:
    """Where such a folder may stand, the best place first."""
    yield from places_in_memory(session)
    yield session.places.recovery


def places_in_memory(session: Session) -> Iterator[str]:
    """Folders that no disk holds and in which the user may make private ones."""
    runtime = session.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(runtime) and is_private(runtime):
        yield runtime
    if os.path.isdir(_SHARED_MEMORY) and os.stat(_SHARED_MEMORY).st_mode & stat.S_ISVTX:
        yield _SHARED_MEMORY


def is_private(folder: str) -> bool:
    """Whether `folder` is one of the user's own that nobody else can look into."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    return _is_mine(folder) and not found.st_mode & 0o077


def _mark(session: Session) -> str:
    """How the names of these folders begin; those of other homes begin otherwise."""
    home = hashlib.sha256(os.fsencode(session.places.recovery)).hexdigest()
    return f"collab-{home[:12]}-"
