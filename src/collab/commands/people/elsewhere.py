"""Files beside the journal that may still hold the names of somebody who is forgotten.

They are looked for and named, and never changed: they are the user's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from collab.commands.editor_folder import any_text
from collab.commands.recovery import files_of_words
from collab.domain.names_in_texts import Names

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.forgetting import Traces

_BACKUPS = "backups"
_EXPORT = "collab-export"
_COPIES_END = (".db", ".sqlite", ".sqlite3", ".json", ".bak", ".zip", ".gz", ".bz2", ".xz", ".zst")
_JOURNALS_BEGIN = b"SQLite format 3\0"
_PACKED_BEGIN = (b"PK\3\4", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
"""How zip, gzip, bzip2, xz and zstd files begin."""
_LARGEST = 64 * 1024 * 1024
"""Bytes. A larger file is no text that collab wrote."""


def files_with(session: Session, traces: Traces) -> list[str]:
    """The paths of the files that hold one of these names, in order: words that could not be
    saved, settings and the lists beside them, copies of the journal beside it and in
    `backups/`, and an export where the user is. A file that cannot be read, or is packed, is
    named as well."""
    names = Names(traces.names, traces.real_names)
    return [path for path in dict.fromkeys(_candidates(session)) if _may_hold(path, names, traces)]


def _candidates(session: Session) -> Iterator[str]:
    places = session.places
    yield from files_of_words(session)
    yield from _files_below(places.recovery)
    yield from filter(os.path.isfile, (places.settings, places.support, places.redact))
    yield from _files_below(places.prompts)
    folder, own = os.path.split(os.path.abspath(places.journal))
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            if name != own and _is_copy(name, own) and os.path.isfile(os.path.join(folder, name)):
                yield os.path.join(folder, name)
    yield from _files_below(os.path.join(folder, _BACKUPS))
    with suppress(FileNotFoundError):  # the folder the user is in may be gone
        yield from _files_below(os.path.abspath(_EXPORT))


def _is_copy(name: str, own: str) -> bool:
    """Whether a file may be an earlier journal or an export; SQLite's own are none."""
    if name in (f"{own}-journal", f"{own}-wal", f"{own}-shm"):
        return False
    return name.startswith(own) or name.endswith(_COPIES_END)


def _files_below(folder: str) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(names))


def _may_hold(path: str, names: Names, traces: Traces) -> bool:
    try:
        if os.path.getsize(path) > _LARGEST:
            return True
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return True
    if data.startswith(_JOURNALS_BEGIN):
        from collab.storage.forgetting import may_hold

        return may_hold(path, traces)
    if data.startswith(_PACKED_BEGIN):
        return True
    text = any_text(data)
    return bool(names.mentions(text) or names.plain_words(text))
