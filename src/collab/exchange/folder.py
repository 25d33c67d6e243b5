"""A folder of pages that collab keeps up to date without touching anybody's edits.

A small manifest in the folder remembers what collab wrote. A page that still is what it
wrote is replaced when needed; one that somebody edited is left and named; one whose day
is gone is named and never deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from collab.errors import OtherExport, UnfitTarget, UnwritableFile
from collab.exchange.files import (
    make_folder,
    refuse_unless_folder,
    refuse_unless_ordinary,
    unwritable,
    write_whole,
)

MANIFEST = ".collab-export.json"
_FORMAT = "collab-export"


@dataclass(slots=True)
class Written:
    """What became of each page, by its path inside the folder.

    `left` are those that somebody edited, or where something stands that is no page.
    """

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    left: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def write_folder(
    folder: str,
    pages: Iterable[tuple[str, str]],
    *,
    of: str,
    covers: Callable[[str], bool],
    force: bool = False,
) -> Written:
    """Write `pages` (path inside the folder, text) into `folder`, made 0700 if need be.

    `of` says what the folder is an export of, such as "everything"; a folder that holds
    another selection is refused. `covers` says of a path in the manifest whether this
    run is about it, so that a run over one month calls no other month's page gone.
    `force` replaces edited pages too. Neither the folder nor what is in it may be a link.

    Raises `OtherExport`, `UnwritableFile` or `UnfitTarget`.
    """
    refuse_unless_folder(folder)
    held = _manifest(folder, of)
    known = dict(held)
    result = Written()
    seen: set[str] = set()
    try:
        for path, text in pages:
            seen.add(path)
            _write_page(folder, path, text, known, result, force)
        for path in sorted(path for path in held if path not in seen and covers(path)):
            if os.path.lexists(_inside(folder, path)):
                result.gone.append(path)
            else:
                del known[path]
    except BaseException:
        with suppress(UnwritableFile):
            _keep_manifest(folder, of, held, known)
        raise
    _keep_manifest(folder, of, held, known)
    return result


def _write_page(
    folder: str, path: str, text: str, known: dict[str, str], result: Written, force: bool
) -> None:
    target = _inside(folder, path)
    make_folder(os.path.dirname(target))
    try:
        new, present = _hash(text.encode()), _hash_of(target)
    except UnfitTarget:
        result.left.append(path)
        return
    if present == new:
        known[path] = new
        result.unchanged += 1
    elif present is None or force or known.get(path) == present:
        write_whole(target, [text])
        known[path] = new
        result.written.append(path)
    else:
        result.left.append(path)


def _manifest(folder: str, of: str) -> dict[str, str]:
    path = os.path.join(folder, MANIFEST)
    refuse_unless_ordinary(path)
    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        pages, held = dict(found["pages"]), str(found["of"])
    except (OSError, ValueError, KeyError, TypeError):
        # Without a manifest every page that differs counts as edited, which is safe.
        return {}
    if held != of:
        raise OtherExport(folder, held, of)
    return pages


def _keep_manifest(folder: str, of: str, held: dict[str, str], known: dict[str, str]) -> None:
    if known != held:
        document = {"format": _FORMAT, "version": 1, "of": of, "pages": dict(sorted(known.items()))}
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        write_whole(os.path.join(folder, MANIFEST), [text])


def _inside(folder: str, path: str) -> str:
    return os.path.join(folder, *path.split("/"))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_of(path: str) -> str | None:
    """The hash of the file at `path`; None without one. Raises what `write_whole` does."""
    if not refuse_unless_ordinary(path):
        return None
    try:
        with open(path, "rb") as file:
            return _hash(file.read())
    except OSError as fault:
        raise unwritable(path, fault) from fault
