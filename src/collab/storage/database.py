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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sqlite_utils import Database

    from collab.errors import CollabError

# The classes of errors are imported where they are raised: making all of them costs
# two fifths of a bare Python start, and `collab status` seldom needs one.

Connection = sqlite3.Connection
"""What the reading door gives; named here for rooms that know no driver."""

APPLICATION_ID = 0x436F4C61
"""Marks the file as ours, so that a stranger's database is never written to."""

STEPS = ("m001_journal",)
"""The migrations this version knows, in order; a test holds it equal to migrations.py."""

_FAULTS = (sqlite3.Error, UnicodeDecodeError)
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
            raise _unreachable(fault, self.path) from fault
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
        return Writing(self, stands)

    def connect(self, mode: str, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
        """A plain connection; `mode` is "ro" or "rw". Raises `sqlite3.Error`."""
        # An address, because only there the file can be asked not to be created. Of the
        # bytes of a name, "?", "#" and "%" mean something in it, and so does a second "/"
        # at the beginning, which the empty host before the path takes away.
        address = "".join(
            chr(byte) if 32 < byte < 127 and byte not in b"?#%" else f"%{byte:02x}"
            for byte in os.fsencode(os.path.join(os.getcwd(), self.path))
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
        except _FAULTS as fault:
            raise as_error(fault, self._journal.path) from fault
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
            ready = applied_steps(connection, self._journal.path) == STEPS
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
        if isinstance(fault, _FAULTS):
            raise as_error(fault, self._journal.path) from fault


class Writing:
    """See `Journal.write`."""

    __slots__ = ("_connection", "_journal", "_stands")

    def __init__(self, journal: Journal, stands: Callable[[Connection], bool] | None) -> None:
        self._journal = journal
        self._stands = stands

    def __enter__(self) -> Database:
        from sqlite_utils import Database

        path = self._journal.path
        try:
            if not self._journal.exists():
                _create(path)
                self._journal.exists()
            self._connection = self._journal.connect("rw")
            try:
                make_ready(self._connection, path)
                self._connection.execute("BEGIN IMMEDIATE")
                # Plugins of sqlite-utils would be handed the connection of a private journal.
                return Database(self._connection, execute_plugins=False)
            except BaseException:
                give_up(self._connection)
                raise
        except _FAULTS as fault:
            raise as_error(fault, path, writing=True) from fault
        except OSError as fault:
            raise _unreachable(fault, path, writing=True) from fault

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        ended: BaseException | None = None
        try:
            if fault is None:
                # A file moved away in the meantime would take the words with it.
                self._journal.exists()
                ended = self._commit()
        finally:
            give_up(self._connection)
        if ended is not None:
            raise self._outcome(ended) from ended
        if isinstance(fault, _FAULTS):
            raise as_error(fault, self._journal.path, writing=True) from fault

    def _commit(self) -> BaseException | None:
        """What ended the commit before its time, be it Ctrl-C."""
        try:
            self._connection.execute("COMMIT")
        except BaseException as ended:
            return ended
        return None

    def _outcome(self, ended: BaseException) -> BaseException:
        """What is raised when the commit ended so.

        The disk may have failed at the last step, when the change stood already, and what
        stands must not be taken for lost. The file itself is asked, by a connection that
        had no part in it; where it cannot be, the change counts as not kept.
        """
        from collab import errors

        error = as_error(ended, self._journal.path, writing=True)
        stands = False
        if self._stands is not None:
            try:
                with self._journal.read() as connection:
                    stands = self._stands(connection)
            except (errors.CollabError, sqlite3.Error):
                pass
        if not stands:
            return error
        if isinstance(ended, Exception):
            return errors.SavedAllTheSame(self._journal.path, str(ended))
        return errors.StoppedOnceSaved()


def give_up(connection: sqlite3.Connection) -> None:
    """Close, and let go of whatever was not committed.

    Closing alone would hold the file locked for as long as a cursor is alive somewhere.
    """
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        # Whoever opens the file next rolls back from the journal beside it.
        pass
    finally:
        connection.close()


def applied_steps(connection: sqlite3.Connection, path: str) -> tuple[str, ...]:
    """The migrations this file has seen.

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
    return names


def make_ready(connection: sqlite3.Connection, path: str) -> None:
    """Set a connection to the file up for writing. Raises what `applied_steps` raises."""
    # First of all: whatever is not ours, or newer, is left as it is.
    steps = applied_steps(connection, path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    if steps != STEPS:
        _migrate(connection)
    # Only now: changing a table under live foreign keys could empty another one.
    connection.execute("PRAGMA foreign_keys=ON")


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    from collab.storage.migrations import MIGRATIONS

    connection.execute("BEGIN IMMEDIATE")
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
    connection.execute("COMMIT")


def _create(path: str) -> None:
    """Make a whole new journal beside `path`, then give it that name.

    No other process ever sees it empty; if one was faster, its journal stands.
    """
    from collab.storage.private_files import sync_folder

    folder = _folder(path)
    if not os.path.isdir(folder):
        raise _misplaced(path, "its folder does not exist")
    beside = f"{path}.{os.urandom(6).hex()}.new"
    os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = Journal(beside).connect("rw")
        try:
            connection.execute("PRAGMA synchronous=EXTRA")
            _migrate(connection)
        finally:
            connection.close()
        _give_name(beside, path)
        sync_folder(folder)
    finally:
        for left in (beside, f"{beside}-journal"):
            if os.path.exists(left):
                os.unlink(left)


def _give_name(beside: str, path: str) -> None:
    """Let the file be known as `path`, unless there is one of this name by now."""
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    except OSError:
        # A file system without hard links. There the name is taken first, since renaming
        # alone would put this empty journal in the place of one that is just being filled.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        os.replace(beside, path)


def primary(fault: BaseException) -> int:
    """SQLite's primary result code of an error; 0 if it has none."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def as_error(fault: BaseException, path: str, *, writing: bool = False) -> BaseException:
    """What the user is told of a driver's error. A mistake of ours stays what it is."""
    from collab import errors

    code = primary(fault)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return errors.LockedJournal(path)
    if code == sqlite3.SQLITE_FULL:
        return errors.FullDisk(path)
    if getattr(fault, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return errors.ReplacedJournal(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return errors.UnwritableJournal(path)
    if code == sqlite3.SQLITE_NOTADB:
        return errors.NotAJournal(path)
    undecodable = isinstance(fault, UnicodeDecodeError) or "Could not decode" in str(fault)
    if code == sqlite3.SQLITE_CORRUPT or undecodable:
        return errors.DamagedJournal(path)
    if code == sqlite3.SQLITE_CANTOPEN and writing and not os.access(_folder(path), os.W_OK):
        return errors.UnwritableJournal(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return errors.UnreachableJournal(path, str(fault))
    return fault


def _folder(path: str) -> str:
    return os.path.dirname(path) or os.curdir


def _misplaced(path: str, fault: str) -> CollabError:
    from collab.errors import BadJournalPath

    return BadJournalPath(path, fault)


def _unreachable(fault: OSError, path: str, *, writing: bool = False) -> CollabError:
    """What the user is told when a file or folder cannot be used."""
    import errno

    from collab import errors

    reason = errors.reason(fault)
    if fault.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return _misplaced(path, reason)
    if fault.errno == errno.ENOSPC:
        return errors.FullDisk(path)
    if writing and fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return errors.UnwritableJournal(path)
    return errors.UnreachableJournal(path, reason)
