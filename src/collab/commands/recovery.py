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
    for place in (_recovery_folder, _temporary_folder):
        try:
            return _written(os.path.join(place(session), name), words)
        except (OSError, CollabError):
            continue
    session.warn("Your words could be kept nowhere. They are:")
    session.warn(visible(words))
    return None


def _recovery_folder(session: Session) -> str:
    session.places.make(session.places.recovery)
    return session.places.recovery


def _temporary_folder(session: Session) -> str:
    import tempfile

    return tempfile.gettempdir()


def _written(path: str, words: str) -> str:
    from collab.storage.private_files import write_private

    write_private(path, words + "\n")
    return path


def recovered(session: Session) -> list[tuple[str, str]]:
    """The files in the recovery folder with words that could not be saved: path and words.

    The oldest comes first. A file that cannot be read is left out.
    """
    found = []
    with suppress(OSError):
        for name in sorted(os.listdir(session.places.recovery)):
            path = os.path.join(session.places.recovery, name)
            with suppress(OSError, UnicodeDecodeError):
                if name.endswith(".txt") and os.path.isfile(path):
                    with open(path, encoding="utf-8", newline="") as file:
                        found.append((path, file.read().strip()))
    return [(path, words) for path, words in found if words]
