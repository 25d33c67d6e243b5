"""Files of the user's own, written whole or not at all, readable by the user alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress


def write_private(path: str, text: str) -> None:
    """Write a file whole or not at all, readable by the user alone.

    A link stays one; the file it leads to is written. Raises `OSError`.
    """
    put_in_place(os.path.realpath(path), [text])


def put_in_place(path: str, pieces: Iterable[str]) -> None:
    """Write a file, which takes the place of the present one at the last moment.

    When this returns, the file is on the disk under its name. When it does not, the old
    one stands untouched and nothing is left beside it. Raises `OSError`.
    """
    folder = os.path.dirname(path) or os.curdir
    # Not made from the file's own name, which may be as long as names can be; nor from
    # the process's number, which a process that was killed may have left behind.
    beside = os.path.join(folder, f".collab-{os.urandom(6).hex()}.new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    sync_folder(folder)


def sync_folder(folder: str) -> None:
    """Make sure that the names in `folder` are on the disk, not only the contents."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
