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
from dataclasses import dataclass, field

from collab.errors import OtherExport, UnwritableFile
from collab.exchange.files import refuse_unless_ordinary, write_whole

MANIFEST = ".collab-export.json"
_FORMAT = "collab-export"


@dataclass(slots=True)
class Written:
    """What became of each page, by its path inside the folder."""

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    left: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def write_folder(
    folder: str,
    pages: Iterable[tuple[str, str]],
    *,
    of: str,
    belongs: Callable[[str], bool],
    force: bool = False,
) -> Written:
    """Write `pages` (path inside the folder, text) into `folder`, made 0700 if need be.

    `of` says what the folder is an export of, such as "everything"; a folder that holds
    another selection is refused. `belongs` says of a path in the manifest whether this
    run covers it, so that a run over one month calls no other month's page gone. `force`
    replaces edited pages too.

    Raises `OtherExport`, `UnwritableFile` or `FileInTheWay`.
    """
    known = _manifest(folder, of)
    result = Written()
    seen: set[str] = set()
    try:
        for path, text in pages:
            seen.add(path)
            _write_page(folder, path, text, known, result, force)
    finally:
        if known or result.written:
            _keep_manifest(folder, of, known)
    result.gone = sorted(path for path in known if path not in seen and belongs(path))
    return result


def _write_page(
    folder: str, path: str, text: str, known: dict[str, str], result: Written, force: bool
) -> None:
    target = os.path.join(folder, *path.split("/"))
    _make_folder(os.path.dirname(target))
    new, present = _hash(text.encode()), _hash_of(target)
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
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            found = json.load(file)
        pages, held = dict(found["pages"]), str(found["of"])
    except (OSError, ValueError, KeyError, TypeError):
        # Without a manifest every page that differs counts as edited, which is safe.
        return {}
    if held != of:
        raise OtherExport(folder, held)
    return pages


def _keep_manifest(folder: str, of: str, known: dict[str, str]) -> None:
    document = {"format": _FORMAT, "version": 1, "of": of, "pages": dict(sorted(known.items()))}
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    path = os.path.join(folder, MANIFEST)
    if _hash_of(path) != _hash(text.encode()):
        write_whole(path, [text])


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
    except OSError as fault:
        raise UnwritableFile(folder, fault.strerror or "no reason was given") from fault


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_of(path: str) -> str | None:
    if not refuse_unless_ordinary(path):
        return None
    with open(path, "rb") as file:
        return _hash(file.read())
