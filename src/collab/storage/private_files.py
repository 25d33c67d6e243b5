"""Small files of the user's own, written whole or not at all."""

from __future__ import annotations

import os


def write_private(path: str, text: str) -> None:
    """Write a file whole or not at all, readable by the user alone.

    A link stays one; the file it leads to is written.
    """
    path = os.path.realpath(path)
    beside = f"{path}.{os.urandom(6).hex()}.new"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
