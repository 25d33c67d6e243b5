"""Words that could not be saved: they are kept in a file of their own, and its place is told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from collab.errors import CollabError, SavedAllTheSame
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.database import Connection

_MOMENT = "%Y-%m-%d-%H%M%S"
"""How the name of a file begins: when its words were given."""


@contextmanager
def words_in_hand(session: Session, texts: Sequence[str]) -> Iterator[None]:
    """While `texts` are being saved: whatever ends the saving, they are not lost.

    The error goes on its way with the place of the words in its next step. One that is
    none of ours (a fault, Ctrl-C) has no next step, so there the place is told at once.
    """
    given = session.clock()
    try:
        yield
    except SavedAllTheSame:
        raise
    except BaseException as fault:
        path = keep_words(session, texts, given=given)
        told = f"Your words are in {path}" if path else ""
        if isinstance(fault, CollabError):
            fault.next_step = ". ".join(part for part in (told, fault.next_step) if part)
        elif told:
            session.warn(visible(f"{told}."))
        raise


def keep_words(
    session: Session, texts: Sequence[str], suffix: str = ".txt", given: datetime | None = None
) -> str | None:
    """Keep `texts`, `given` at a moment (now), in a file that only the user can read; its path.

    Words that belong into a note end in ".txt" and are offered again (`unsaved`). Those
    that lie in such a file already are not kept twice.

    It lies in the recovery folder, or in the one for temporary files if that cannot be
    written. Where neither can be, the words are printed on standard error: None. So it is
    when there are no words.
    """
    # A file holds everything but halves of surrogate pairs; these are spelt out.
    words = "\n\n".join(text.encode(errors="backslashreplace").decode() for text in texts if text)
    if not words.strip():
        return None
    if suffix == ".txt" and (present := _lying_there(session, words)):
        return present
    name = f"{given or session.clock():{_MOMENT}}-{os.urandom(3).hex()}{suffix}"
    for place in (_in_the_recovery_folder, _in_the_temporary_folder):
        try:
            return _written(place(session) + name, words)
        except (OSError, CollabError):
            continue
    session.warn("Your words could be kept nowhere. They are:")
    session.warn(visible(words))
    return None


def _lying_there(session: Session, words: str) -> str | None:
    """The file that holds these words already, if there is one."""
    with suppress(OSError, CollabError):
        return next((path for path, kept in _recovered(session) if kept == words.strip()), None)
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

    try:
        write_private(path, words + "\n")
    except OSError:
        # The disk may have failed when the file had its name already.
        if not os.path.exists(path):
            raise
    return path


def unsaved(session: Session) -> list[tuple[str, str]]:
    """The files with words that could not be saved, to be offered again: path and words.

    The oldest of a place comes first. Words that stand in the journal, from the moment
    they were given, are no longer unsaved: they were saved all the same, or given once
    more. Their file goes.
    """
    found = _recovered(session)
    if not found:
        return []
    oldest = min(_given_at(session, path) for path, _ in found)
    known = session.read(lambda connection: _kept_since(connection, oldest), [])
    left = []
    for path, words in found:
        given = _given_at(session, path)
        if any(at >= given and _bare(words) == _bare(kept) for at, kept in known):
            with suppress(OSError):
                os.unlink(path)
        else:
            left.append((path, words))
    return left


def _kept_since(connection: Connection, moment: datetime) -> list[tuple[datetime, str]]:
    """What was written from `moment` on, with its instants: each text and those of a record."""
    from collab.storage.changes import texts_since
    from collab.storage.sessions import drafts

    begun = ((draft.begun_at, draft.texts) for draft in drafts(connection))
    return [
        (at, text)
        for at, texts in (*texts_since(connection, moment), *begun)
        for text in (*texts, " ".join(texts))
    ]


def _bare(text: str) -> list[str]:
    """The words alone; of a name the @ is not kept, and of an act not the line breaks."""
    return text.lstrip(" @").split()


def _given_at(session: Session, path: str) -> datetime:
    """When the words of a file were given, as its name says; never if it does not."""
    name = os.path.basename(path).removeprefix(os.path.basename(_in_the_temporary_folder(session)))
    try:
        given = datetime.strptime("-".join(name.split("-")[:4]), _MOMENT)
    except ValueError:
        given = datetime(9999, 12, 30)
    return given.replace(tzinfo=session.now.tzinfo)


def _recovered(session: Session) -> list[tuple[str, str]]:
    """The files with words of this home, whatever the journal holds: path and words.

    A file that cannot be read is left out.
    """
    found = [(path, _words_in(path)) for path in files_of_words(session)]
    return [(path, words) for path, words in found if words]


def files_of_words(session: Session) -> list[str]:
    """The paths of all files with words of this home that could not be saved."""
    beginnings = (os.path.join(session.places.recovery, ""), _in_the_temporary_folder(session))
    return [path for beginning in beginnings for path in _texts_there(beginning)]


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
