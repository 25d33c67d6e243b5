"""The door for rewriting the whole file, so that nothing of what it held before is left.

What is deleted from a database lies on in its free pages, and in the dead parts of those
in use. So the journal is copied into memory, changed there and packed, and the result
takes the place of the file's pages in one write that SQLite rolls back if it is
interrupted: whoever opens the file next finds all of the change or nothing of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from collab.storage.database import FAULTS, Connection, Journal
from collab.storage.faults import as_error
from collab.storage.writing import Writing, make_ready

if TYPE_CHECKING:
    from sqlite_utils import Database


class Rewriting(Writing):
    """A context manager that gives the journal as it is, in memory, to be changed.

    Nobody else reads or writes the file meanwhile, so that no word given in another
    window is overwritten. An exception inside leaves the file as it was. `stands` is as
    in `Journal.write`.

    Raises `NoJournal` if there is none, and what `Journal.write` raises.
    """

    __slots__ = ("_copy",)

    def __init__(self, journal: Journal, stands: Callable[[Connection], bool]) -> None:
        super().__init__(journal, stands)
        self._copy: sqlite3.Connection | None = None

    def __enter__(self) -> Database:
        from sqlite_utils import Database

        path = self._journal.path
        if not self._journal.exists():
            from collab.errors import NoJournal

            raise NoJournal(path)
        try:
            self._connection = self._journal.connect("rw")
            try:
                make_ready(self._connection, path)
                self._close_to_others()
                self._copy = _in_memory(self._connection)
                return Database(self._copy, execute_plugins=False)
            except BaseException:
                self._release()
                raise
        except FAULTS as fault:
            raise as_error(fault, path, writing=True) from fault

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            super().__exit__(kind, fault, trace)
        finally:
            self._release()

    def _close_to_others(self) -> None:
        # In this mode the lock that the transaction takes outlives it. The backup below
        # needs a connection without a transaction, and a file nobody else touches.
        self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        # And in this mode the rollback journal, which holds the old pages, would stay
        # beside the file until the connection closes; it is emptied instead.
        self._connection.execute("PRAGMA journal_size_limit=0")
        self._connection.execute("BEGIN EXCLUSIVE")
        self._connection.execute("COMMIT")

    def _commit(self) -> BaseException | None:
        assert self._copy is not None
        try:
            self._copy.execute("COMMIT")
            _pack(self._copy)
            self._copy.backup(self._connection)
        except BaseException as ended:
            return ended
        finally:
            # The emptied rollback journal goes only where the mode is set back. It does no
            # harm where it stays, and what was written stands.
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA locking_mode=NORMAL")
                self._connection.execute("PRAGMA journal_mode=DELETE")
        return None

    def _release(self) -> None:
        if self._copy is not None:
            self._copy.close()
            self._copy = None
        self._connection.close()


def _in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.row_factory = sqlite3.Row
    # What SQLite sets aside while it packs is the whole journal; no disk is to have it.
    copy.execute("PRAGMA temp_store=MEMORY")
    connection.backup(copy)
    copy.execute("PRAGMA trusted_schema=OFF")
    copy.execute("PRAGMA foreign_keys=ON")
    copy.execute("BEGIN")
    return copy


def _pack(copy: sqlite3.Connection) -> None:
    """Leave nothing in the pages but what is in use, and not fewer pages than there were.

    SQLite cuts a file that became shorter only when the change stands already. Whoever
    interrupted it there would leave the old pages behind the end of the new file; so
    empty pages take their place.
    """
    (pages,) = copy.execute("PRAGMA page_count").fetchone()
    copy.execute("VACUUM")
    (packed,) = copy.execute("PRAGMA page_count").fetchone()
    (size,) = copy.execute("PRAGMA page_size").fetchone()
    if packed < pages:
        copy.execute("PRAGMA secure_delete=ON")
        copy.execute("CREATE TABLE filling (empty BLOB)")
        copy.execute("INSERT INTO filling VALUES (zeroblob(?))", [(pages - packed) * size])
        copy.execute("DROP TABLE filling")
