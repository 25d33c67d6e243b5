"""A folder that costs no time to write to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_IN_MEMORY = "/dev/shm"


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A folder in memory where the system has such a place, else on the disk.

    A journal waits for the disk at every write, which hundreds of them would feel.
    """
    place = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    with TemporaryDirectory(dir=place, prefix="collab-test-") as folder:
        yield Path(folder)
