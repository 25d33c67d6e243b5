"""What the user is told where the driver or the system would not do something."""

from __future__ import annotations

import errno
import os
import sqlite3

from collab import errors
from collab.storage.database import primary


def as_error(fault: BaseException, path: str, *, writing: bool = False) -> BaseException:
    """What the user is told of a driver's error. A mistake of ours stays what it is."""
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
    folder = os.path.dirname(path) or os.curdir
    if code == sqlite3.SQLITE_CANTOPEN and writing and not os.access(folder, os.W_OK):
        return errors.UnwritableJournal(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return errors.UnreachableJournal(path, str(fault))
    return fault


def unreachable(fault: OSError, path: str, *, writing: bool = False) -> errors.CollabError:
    """What the user is told when a file or folder cannot be used."""
    reason = errors.reason(fault)
    if fault.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return errors.BadJournalPath(path, reason)
    if fault.errno == errno.ENOSPC:
        return errors.FullDisk(path)
    if writing and fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return errors.UnwritableJournal(path)
    return errors.UnreachableJournal(path, reason)
