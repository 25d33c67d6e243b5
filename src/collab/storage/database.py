"""Opens the journal file: one door for reading, one for writing.

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

from collab.errors import (
    BadJournalPath,
    CollabError,
    DamagedJournal,
    EmptyJournalFile,
    FullDisk,
    LockedJournal,
    NewerJournal,
    NoJournal,
    NotAJournal,
    ReplacedJournal,
    UnreachableJournal,
    UnwritableJournal,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database

APPLICATION_ID = 0x436F4C61
"""Marks the file as ours, so that a stranger's database is never written to."""

STEPS = ("m001_journal",)
"""The migrations this version knows, in order; a test holds it equal to migrations.py."""

BUSY_SECONDS = 5.0


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
            raise BadJournalPath(self.path.replace("\0", "?"), "that names no file")
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            if os.path.islink(self.path):
                raise BadJournalPath(self.path, "it is a link to nothing") from None
            self._check_same(None)
            return False
        except OSError as fault:
            raise BadJournalPath(self.path, _reason(fault)) from fault
        if stat.S_ISDIR(found.st_mode):
            raise BadJournalPath(self.path, "it is a folder, not a file")
        if not stat.S_ISREG(found.st_mode):
            raise BadJournalPath(self.path, "it is not an ordinary file")
        if found.st_size == 0:
            raise EmptyJournalFile(self.path)
        self._check_same((found.st_dev, found.st_ino))
        return True

    def _check_same(self, present: tuple[int, int] | None) -> None:
        if self._known_as is not None and present != self._known_as:
            raise ReplacedJournal(self.path)
        self._known_as = present

    def read(self) -> Reading:
        """The reading door: a context manager that gives an `sqlite3.Connection`.

        Raises `NoJournal` if there is none and `JournalUnusable` if it cannot be read.
        """
        return Reading(self)

    def write(self) -> Writing:
        """The writing door: a context manager that gives a `sqlite_utils.Database`.

        Everything inside is one transaction, committed at the end and rolled back by any
        exception. A journal that does not exist is created first.
        Raises `JournalUnusable` if it cannot be written.
        """
        return Writing(self)

    def connect(self, mode: str) -> sqlite3.Connection:
        """A plain connection; `mode` is "ro" or "rw". Raises `sqlite3.Error`."""
        escaped = self.path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        # Without an absolute path a name such as "//x" would be read as a host.
        address = "file://" + (escaped if escaped.startswith("/") else os.path.abspath(escaped))
        connection = sqlite3.connect(
            f"{address}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA trusted_schema=OFF")
        return connection


class Reading:
    """See `Journal.read`. All reads inside see the journal as of the same moment."""

    __slots__ = ("_connection", "_journal")

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __enter__(self) -> sqlite3.Connection:
        if not self._journal.exists():
            raise NoJournal(self._journal.path)
        try:
            self._connection = self._open()
            self._connection.execute("BEGIN")
        except sqlite3.Error as fault:
            raise as_error(fault, self._journal.path) from fault
        return self._connection

    def _open(self) -> sqlite3.Connection:
        connection = self._journal.connect("ro")
        ready = False
        try:
            ready = applied_steps(connection, self._journal.path) == STEPS
        except sqlite3.OperationalError as fault:
            # After a crash a read-only connection may not roll the last write back.
            if primary(fault) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
        finally:
            if not ready:
                connection.close()
        if ready:
            return connection
        with self._journal.write():
            pass
        return self._journal.connect("ro")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        if isinstance(fault, sqlite3.Error):
            raise as_error(fault, self._journal.path) from fault


class Writing:
    """See `Journal.write`."""

    __slots__ = ("_connection", "_journal")

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __enter__(self) -> Database:
        from sqlite_utils import Database

        path = self._journal.path
        try:
            if not self._journal.exists():
                _create(path)
                self._journal.exists()
            self._connection = self._journal.connect("rw")
            try:
                _make_ready(self._connection, path)
                self._connection.execute("BEGIN IMMEDIATE")
            except BaseException:
                self._connection.close()
                raise
        except sqlite3.Error as fault:
            raise as_error(fault, path) from fault
        except OSError as fault:
            raise _as_error_of_file(fault, path) from fault
        # Plugins of sqlite-utils would be handed the connection of a private journal.
        return Database(self._connection, execute_plugins=False)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if fault is None:
                self._connection.execute("COMMIT")
            elif self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error as late:
            raise as_error(late, self._journal.path) from late
        finally:
            self._connection.close()
        if isinstance(fault, sqlite3.Error):
            raise as_error(fault, self._journal.path) from fault


def applied_steps(connection: sqlite3.Connection, path: str) -> tuple[str, ...]:
    """The migrations this file has seen.

    Raises `NotAJournal` if it is somebody else's database and `NewerJournal` if a newer
    collab has written it.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAJournal(path)
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'collab' ORDER BY rowid"
    )
    names = tuple(row[0] for row in rows)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS) or any(name not in STEPS for name in names):
        raise NewerJournal(path)
    return names


def _make_ready(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    if applied_steps(connection, path) != STEPS:
        _migrate(connection)
    # Only now: changing a table under live foreign keys could empty another one.
    connection.execute("PRAGMA foreign_keys=ON")


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    from collab.storage.migrations import MIGRATIONS

    connection.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _create(path: str) -> None:
    """Make a whole new journal beside `path`, then give it that name.

    No other process ever sees it empty; if one was faster, its journal stands.
    """
    if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise BadJournalPath(path, "its folder does not exist")
    beside = f"{path}.{os.getpid()}.new"
    os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = Journal(beside).connect("rw")
        try:
            connection.execute("PRAGMA synchronous=EXTRA")
            _migrate(connection)
        finally:
            connection.close()
        try:
            os.link(beside, path)
        except FileExistsError:
            pass
        except OSError:
            # A file system without hard links.
            os.rename(beside, path)
        _sync_folder(os.path.dirname(os.path.abspath(path)))
    finally:
        if os.path.exists(beside):
            os.unlink(beside)


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def primary(fault: sqlite3.Error) -> int:
    """SQLite's primary result code of an error; 0 if it has none."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def as_error(fault: sqlite3.Error, path: str) -> Exception:
    """What the user is told of a driver's error. A mistake of ours stays what it is."""
    code = primary(fault)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedJournal(path)
    if code == sqlite3.SQLITE_FULL:
        return FullDisk(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return UnwritableJournal(path)
    if code == sqlite3.SQLITE_NOTADB:
        return NotAJournal(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return DamagedJournal(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return UnreachableJournal(path, str(fault))
    return fault


def _as_error_of_file(fault: OSError, path: str) -> CollabError:
    import errno

    if fault.errno == errno.ENOSPC:
        return FullDisk(path)
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UnwritableJournal(path)
    return UnreachableJournal(path, _reason(fault))


def _reason(fault: OSError) -> str:
    return fault.strerror or "it cannot be opened"
