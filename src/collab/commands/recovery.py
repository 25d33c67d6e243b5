"""Words that could not be saved: they are kept in a file of their own, and its place is told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from collab.errors import CollabError
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.commands.session import Session


@contextmanager
def words_in_hand(session: Session, texts: Sequence[str]) -> Iterator[None]:
    """While `texts` are being saved: whatever ends the saving, they are not lost.

    The error goes on its way with the place of the words in its next step. One that is
    none of ours (a fault, Ctrl-C) has no next step, so there the place is told at once.
    """
    try:
        yield
    except BaseException as fault:
        path = keep_words(session, texts)
        told = f"Your words are in {path}" if path else ""
        if isinstance(fault, CollabError):
            fault.next_step = ". ".join(part for part in (told, fault.next_step) if part)
        elif told:
            session.warn(visible(f"{told}."))
        raise


def keep_words(session: Session, texts: Sequence[str], suffix: str = ".txt") -> str | None:
    """Keep `texts` in a new file that only the user can read; its path.

    Words that belong into a note end in ".txt" and are offered again (`recovered`).

    It lies in the recovery folder, or in the one for temporary files if that cannot be
    written. Where neither can be, the words are printed on standard error: None. So it is
    when there are no words.
    """
    # A file holds everything but halves of surrogate pairs; these are spelt out.
    words = "\n\n".join(text.encode(errors="backslashreplace").decode() for text in texts if text)
    if not words.strip():
        return None
    name = f"{session.clock():%Y-%m-%d-%H%M%S}-{os.urandom(3).hex()}{suffix}"
    for place in (_in_the_recovery_folder, _in_the_temporary_folder):
        try:
            return _written(place(session) + name, words)
        except (OSError, CollabError):
            continue
    session.warn("Your words could be kept nowhere. They are:")
    session.warn(visible(words))
    return None


def _in_the_recovery_folder(session: Session) -> str:
    """What the path of a file there begins with."""
    session.places.make(session.places.recovery)
    return os.path.join(session.places.recovery, "")


def _in_the_temporary_folder(session: Session) -> str:
    """The same for temporary files, where those of other homes lie too."""
    import tempfile
    from hashlib import sha256

    home = sha256(os.path.abspath(session.places.recovery).encode()).hexdigest()[:8]
    return os.path.join(tempfile.gettempdir(), f"collab-{home}-")


def _written(path: str, words: str) -> str:
    from collab.storage.private_files import write_private

    write_private(path, words + "\n")
    return path


def recovered(session: Session) -> list[tuple[str, str]]:
    """The files with words that could not be saved and belong to this home: path and words.

    The oldest of a place comes first. A file that cannot be read is left out.
    """
    beginnings = (os.path.join(session.places.recovery, ""), _in_the_temporary_folder(session))
    found = [
        (path, _words_in(path)) for beginning in beginnings for path in _texts_there(beginning)
    ]
    return [(path, words) for path, words in found if words]


def _texts_there(beginning: str) -> list[str]:
    """The user's own text files whose paths begin so."""
    folder, start = os.path.split(beginning)
    paths: list[str] = []
    with suppress(OSError):
        for entry in os.scandir(folder):
            named = entry.name.startswith(start) and entry.name.endswith(".txt")
            if named and entry.is_file(follow_symlinks=False):
                paths += [entry.path] * (entry.stat().st_uid == os.getuid())
    return sorted(paths)


def _words_in(path: str) -> str:
    with suppress(OSError, UnicodeDecodeError), open(path, encoding="utf-8", newline="") as file:
        return file.read().strip()
    return ""
