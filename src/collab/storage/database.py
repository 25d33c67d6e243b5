"""Opens the journal file: the door for reading is here, the one for writing in writing.py.

The rules come from SQLite's own list of ways to corrupt a file and from measurements:
rollback journal with `synchronous=EXTRA` (loses nothing at a power cut), `BEGIN
IMMEDIATE` for writes, nobody but SQLite opens the file while it is connected, and no
connection stays open while a person thinks. Reading needs neither sqlite-utils nor a
disk that can be written; `collab status` comes through here, so imports stay light.
"""

from __future__ import annotations

import os
import sqlite3
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from collab.errors import CollabError
    from collab.storage.writing import Writing

# The classes of errors are imported where they are raised: making all of them costs
# two fifths of a bare Python start, and `collab status` seldom needs one.

Connection = sqlite3.Connection
"""What the reading door gives; named here for rooms that know no driver."""

APPLICATION_ID = 0x436F4C61
"""Marks the file as ours, so that a stranger's database is never written to."""

STEPS = ("m001_journal",)
"""The migrations this version knows, in order; a test holds it equal to migrations.py."""

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: of a damaged file even its message may not be text."""

BUSY_SECONDS = 5.0
"""How long to wait for another process that is just writing."""


class Journal:
    """A journal file. Opens on `read()` and `write()` only, and remembers which file it is.

    Once opened, a file that was put in its place by somebody else is refused with
    `ReplacedJournal`, so that nothing is written into a stranger.
    """

    __slots__ = ("_known_as", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._known_as: tuple[int, int] | None = None

    def exists(self) -> bool:
        """Whether there is a file. Raises `CollabError` if it cannot be a journal."""
        if not self.path.strip() or self.path == ":memory:" or "\0" in self.path:
            raise _misplaced(self.path.replace("\0", "?"), "that names no file")
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            if os.path.islink(self.path):
                raise _misplaced(self.path, "it is a link to nothing") from None
            self._check_same(None)
            return False
        except OSError as fault:
            from collab.storage.faults import unreachable

            raise unreachable(fault, self.path) from fault
        if not stat.S_ISREG(found.st_mode):
            folder = stat.S_ISDIR(found.st_mode)
            raise _misplaced(
                self.path, f"it is {'a folder, not a file' if folder else 'no ordinary file'}"
            )
        if found.st_size == 0:
            from collab.errors import EmptyJournalFile

            raise EmptyJournalFile(self.path)
        self._check_same((found.st_dev, found.st_ino))
        return True

    def _check_same(self, present: tuple[int, int] | None) -> None:
        if self._known_as is not None and present != self._known_as:
            from collab.errors import ReplacedJournal

            raise ReplacedJournal(self.path)
        self._known_as = present

    def read(self, patience: float = BUSY_SECONDS, *, mends: bool = True) -> Reading:
        """The reading door: a context manager that gives an `sqlite3.Connection`.

        `patience` is how many seconds to wait for another process that is writing. A
        journal that needs a writing first, after a crash, gets it only if `mends` says so.
        Raises `NoJournal` if there is none and `JournalUnusable` if it cannot be read.
        """
        return Reading(self, patience, mends)

    def write(self, stands: Callable[[Connection], bool] | None = None) -> Writing:
        """The writing door: a context manager that gives a `sqlite_utils.Database`.

        Everything inside is one transaction, committed at the end and rolled back by any
        exception. A journal that does not exist is created first. `stands` tells whether
        what was written is in the journal; it is asked if the commit ends with a fault,
        which may come when all is done.
        Raises `JournalUnusable` if it cannot be written and `SavedAllTheSame` if it was.
        """
        from collab.storage.writing import Writing

        return Writing(self, stands)

    def connect(self, mode: str, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
        """A plain connection; `mode` is "ro" or "rw". Raises `sqlite3.Error`."""
        # An address, because only there the file can be asked not to be created. Of the
        # bytes of a name, "?", "#" and "%" mean something in it, and so does a second "/"
        # at the beginning, which the empty host before the path takes away.
        # A whole path is taken as it is: the folder the user is in may be gone.
        path = self.path if os.path.isabs(self.path) else os.path.join(os.getcwd(), self.path)
        address = "".join(
            chr(byte) if 32 < byte < 127 and byte not in b"?#%" else f"%{byte:02x}"
            for byte in os.fsencode(path)
        )
        connection = sqlite3.connect(
            f"file://{address}?mode={mode}", uri=True, timeout=patience, isolation_level=None
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA trusted_schema=OFF")
        return connection


class Reading:
    """See `Journal.read`. All reads inside see the journal as of the same moment."""

    __slots__ = ("_connection", "_journal", "_mends", "_patience")

    def __init__(self, journal: Journal, patience: float, mends: bool) -> None:
        self._journal = journal
        self._patience = patience
        self._mends = mends

    def __enter__(self) -> sqlite3.Connection:
        if not self._journal.exists():
            from collab.errors import NoJournal

            raise NoJournal(self._journal.path)
        try:
            connection = self._open()
            if connection is None:
                if not self._mends:
                    from collab.errors import LockedJournal

                    raise LockedJournal(self._journal.path)
                with self._journal.write():
                    pass
                connection = self._open()
        except FAULTS as fault:
            raise _told(fault, self._journal.path) from fault
        assert connection is not None
        self._connection = connection
        return connection

    def _open(self) -> sqlite3.Connection | None:
        """The journal as of now; None if something must be written before it can be read.

        That is a step of the schema, or, after a crash, rolling the last write back.
        """
        connection = self._journal.connect("ro", self._patience)
        ready = False
        try:
            connection.execute("BEGIN")
            ready = is_up_to_date(connection, self._journal.path)
        except sqlite3.OperationalError as fault:
            if primary(fault) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
        finally:
            if not ready:
                connection.close()
        return connection if ready else None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        if isinstance(fault, FAULTS):
            raise _told(fault, self._journal.path) from fault


def is_up_to_date(connection: sqlite3.Connection, path: str) -> bool:
    """Whether this file has seen every migration.

    Raises `NotAJournal` if it is somebody else's database, `NewerJournal` if a newer
    collab has written it and `DamagedJournal` if it does not say.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        from collab.errors import NotAJournal

        raise NotAJournal(path)
    try:
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = 'collab' ORDER BY rowid"
        )
    except sqlite3.OperationalError as fault:
        if primary(fault) != sqlite3.SQLITE_ERROR:
            raise
        from collab.errors import DamagedJournal

        raise DamagedJournal(path) from fault
    names = tuple(row[0] for row in rows)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS) or any(name not in STEPS for name in names):
        from collab.errors import NewerJournal

        raise NewerJournal(path)
    return names == STEPS


def primary(fault: BaseException) -> int:
    """SQLite's primary result code of an error; 0 if it has none."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def _told(fault: BaseException, path: str) -> BaseException:
    from collab.storage.faults import as_error

    return as_error(fault, path)


def _misplaced(path: str, fault: str) -> CollabError:
    from collab.errors import BadJournalPath

    return BadJournalPath(path, fault)
