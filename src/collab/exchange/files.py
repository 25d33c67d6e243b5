"""Files are written whole or not at all, and only the user may read them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from collab.errors import FileInTheWay, UnwritableFile


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Write a file, replacing the present one at the last moment.

    When this returns, the file is on the disk under its name. When it does not, the old
    file stands untouched and nothing is left beside it. A link is never followed.

    Raises `UnwritableFile`, or `FileInTheWay` if a folder or a link has that name.
    """
    refuse_unless_ordinary(path)
    folder = os.path.dirname(os.path.abspath(path))
    beside = os.path.join(folder, f".{os.path.basename(path)[:80]}.{os.getpid()}.new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(descriptor, "w", encoding="utf-8", newline="") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except BaseException:
            os.unlink(beside)
            raise
        sync_folder(folder)
    except OSError as fault:
        raise UnwritableFile(path, fault.strerror or "no reason was given") from fault


def refuse_unless_ordinary(path: str) -> bool:
    """Whether there is a file at `path`. Raises `FileInTheWay` for anything but a file."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a link" if stat.S_ISLNK(mode) else "no file"
        raise FileInTheWay(path, f"it is {kind}")
    return True


def sync_folder(folder: str) -> None:
    """Make sure that the names in `folder` are on the disk, not only the contents."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
