"""The door for writing: one transaction, in a journal that is whole or not there.

It is the only one that needs sqlite-utils, and a disk that can be written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from collab import errors
from collab.storage.database import FAULTS, Connection, Journal, is_up_to_date
from collab.storage.faults import as_error, unreachable

if TYPE_CHECKING:
    from sqlite_utils import Database


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
        except FAULTS as fault:
            raise as_error(fault, path, writing=True) from fault
        except OSError as fault:
            raise unreachable(fault, path, writing=True) from fault

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
        if isinstance(fault, FAULTS):
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


def make_ready(connection: sqlite3.Connection, path: str) -> None:
    """Set a connection to the file up for writing. Raises what `is_up_to_date` raises."""
    # First of all: whatever is not ours, or newer, is left as it is.
    up_to_date = is_up_to_date(connection, path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    if not up_to_date:
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

    folder = os.path.dirname(path) or os.curdir
    if not os.path.isdir(folder):
        raise errors.BadJournalPath(path, "its folder does not exist")
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
