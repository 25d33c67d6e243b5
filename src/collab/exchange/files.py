"""Files are written whole or not at all, and only the user may read them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable

from collab.errors import UnfitTarget, UnwritableFile, reason
from collab.storage.private_files import put_in_place, sync_folder


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Write a file, replacing the present one at the last moment.

    When this returns, the file is on the disk under its name. When it does not, the old
    file stands untouched and nothing is left beside it. A link is never followed.

    Raises `UnwritableFile`, or `UnfitTarget` if `path` cannot be the name of a file.
    """
    refuse_unless_ordinary(path)
    try:
        put_in_place(path, pieces)
    except OSError as fault:
        raise unwritable(path, fault) from fault


def make_folder(path: str) -> None:
    """Make a folder, and those it lies in; each is for the user alone.

    One that is there stays as it is. A link is not followed, but it may lead to the
    folder that `path` lies in.

    Raises `UnwritableFile`, or `UnfitTarget` if `path` cannot be the name of a folder.
    """
    if refuse_unless_folder(path):
        return
    above = os.path.dirname(path) or os.curdir
    if not os.path.isdir(above):
        make_folder(above)
    try:
        os.mkdir(path, 0o700)
        sync_folder(above)
    except OSError as fault:
        raise unwritable(path, fault) from fault


def refuse_unless_ordinary(path: str) -> bool:
    """Whether there is a file at `path`. Raises `UnfitTarget` for anything but a file."""
    if not os.path.basename(path):
        raise UnfitTarget(path, "that names no file")
    return _is(path, stat.S_ISREG)


def refuse_unless_folder(path: str) -> bool:
    """Whether there is a folder at `path`. Raises `UnfitTarget` for anything but a folder."""
    if not path:
        raise UnfitTarget(path, "that names no folder")
    return _is(path, stat.S_ISDIR)


def unwritable(path: str, fault: OSError) -> UnwritableFile:
    """What the user is told when the system refuses to write."""
    return UnwritableFile(path, reason(fault))


def _is(path: str, wanted: Callable[[int], bool]) -> bool:
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    if not wanted(mode):
        raise UnfitTarget(path, f"it is {_kind(mode)}")
    return True


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISREG, "a file"), (stat.S_ISDIR, "a folder"), (stat.S_ISLNK, "a link"))
    return next((name for is_kind, name in kinds if is_kind(mode)), "neither a file nor a folder")
