"""One pack file: its bytes, its TOML, and whether it is sound.

A pack of the user's own is checked when its content is new, and the verdict is kept beside
it in `.checked.json`, so that no other day pays for pydantic.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from codecs import BOM_UTF8
from contextlib import suppress
from typing import Any

import collab
from collab.domain.prompts import Pack, pack_in
from collab.errors import BrokenPack, UnreadableFile, reason
from collab.storage.private_files import write_private

MEMORY_FILE = ".checked.json"
LARGEST = 1024 * 1024
"""Bytes. A pack is a few pages of text; whatever is larger is something else."""


def is_pack_name(name: str) -> bool:
    """Whether a file of this name is read as a pack; hidden files are not."""
    return name.lower().endswith(".toml") and not name.startswith(".")


def bytes_of(path: str) -> bytes:
    """What the file at `path` holds. Raises `UnreadableFile`."""
    try:
        status = os.stat(path)
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(status.st_mode):
            folder = stat.S_ISDIR(status.st_mode)
            raise UnreadableFile(path, "it is a folder" if folder else "it is not a plain file")
        if status.st_size > LARGEST:
            raise UnreadableFile(path, "it is larger than 1 MiB, and a pack is a few pages")
        with open(path, "rb") as file:
            return file.read()
    except OSError as fault:
        raise UnreadableFile(path or "''", reason(fault)) from fault


def parsed(name: str, content: bytes) -> dict[str, Any]:
    """The TOML in `content`, UTF-8 with or without a byte order mark.

    Raises `BrokenPack` with the line of the first fault.
    """
    start = len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0
    try:
        return tomllib.loads(content[start:].decode())
    except UnicodeDecodeError as fault:
        offset = start + fault.start
        line = content.count(b"\n", 0, offset) + 1
        raise BrokenPack(
            f"{name}, line {line} (byte {offset + 1})",
            "This is not UTF-8 text; save the file as UTF-8.",
        ) from None
    except RecursionError:
        raise BrokenPack(name, "Its brackets are nested too deeply.") from None
    except ValueError as fault:
        raise _broken_toml(name, str(fault)) from None


def _broken_toml(name: str, message: str) -> BrokenPack:
    # tomllib tells the place of a fault in its message and nowhere else.
    at = re.search(r"\(at (line \d+, column \d+|end of document)\)", message)
    if re.search("overwrite|twice|duplicate", message, re.IGNORECASE):
        sentence = "A key or table of this name stands above already."
    else:
        sentence = "This is not TOML; look for a missing quote, bracket or equals sign."
    return BrokenPack(f"{name}, {at.group(1)}" if at else name, sentence)


def trusted(name: str, content: bytes) -> Pack:
    """The pack in a file that is known to be sound."""
    return pack_in(parsed(name, content), name)


def checked(name: str, content: bytes, *, bundled: bool = False) -> Pack:
    """The pack in a file that may hold anything. Imports pydantic; raises `BrokenPack`."""
    from collab.domain.packs import checked_pack

    return checked_pack(parsed(name, content), name, bundled=bundled)


class Memory:
    """The verdicts on the packs of one folder.

    A verdict holds for one content, known by its hash, and for one version of collab:
    sizes and times would let an edit within one tick of the clock, or a copy that keeps
    its time, pass as checked.
    """

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, MEMORY_FILE)
        self._before = _remembered(self._path)
        self._now: dict[str, Any] = {}

    def pack(self, name: str, content: bytes) -> Pack:
        """The pack in `content`, checked only if it is new. Raises `BrokenPack`."""
        import hashlib

        digest = hashlib.sha256(content).hexdigest()
        match self._before.get(name):
            case {"sha256": seen, "fault": (None | [str(), str()]) as fault} if seen == digest:
                pass
            case _:
                fault = _fault_in(name, content)
        self._now[name] = {"sha256": digest, "fault": fault}
        if fault:
            raise BrokenPack(*fault)
        return trusted(name, content)

    def keep(self) -> None:
        """Write the verdicts down; where that cannot be, they are reached anew each time."""
        if self._now != self._before:
            import json

            memory = {"collab": collab.__version__, "files": self._now}
            with suppress(OSError):
                write_private(self._path, json.dumps(memory))


def _remembered(path: str) -> dict[str, Any]:
    import json

    try:
        memory = json.loads(bytes_of(path))
    except (UnreadableFile, ValueError, RecursionError):
        return {}
    match memory:
        case {"collab": collab.__version__, "files": dict(files)}:
            return files
    return {}


def _fault_in(name: str, content: bytes) -> list[str] | None:
    try:
        checked(name, content)
    except BrokenPack as broken:
        return [broken.place, broken.fault]
    return None
