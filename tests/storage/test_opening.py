"""How the journal file is found, opened and refused."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sqlite3
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from collab.errors import (
    BadJournalPath,
    CollabError,
    DamagedJournal,
    EmptyJournalFile,
    FullDisk,
    JournalUnusable,
    LockedJournal,
    NewerJournal,
    NoJournal,
    NotAJournal,
    ReplacedJournal,
    UnwritableJournal,
)
from collab.storage import database
from collab.storage.database import Journal
from tests.soundness import faults_in
from tests.storage.notes import keep_note, texts_in

as_nobody = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become somebody else")


def try_both_doors(journal: Journal) -> CollabError:
    """Open the journal for writing, then for reading; the error both give."""
    with pytest.raises(CollabError) as writing:
        keep_note(journal, "never kept")
    with pytest.raises(type(writing.value)), Journal(journal.path).read():
        pass
    return writing.value


@pytest.mark.parametrize("path", ["", "  ", ":memory:", "a\0b"], ids=repr)
def test_a_path_that_names_no_file_is_refused(path: str) -> None:
    error = try_both_doors(Journal(path))
    assert isinstance(error, BadJournalPath)
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(Path.mkdir, "it is a folder, not a file", id="folder"),
        pytest.param(os.mkfifo, "it is no ordinary file", id="pipe"),
        pytest.param(lambda at: at.symlink_to("nowhere"), "a link to nothing", id="dangling link"),
        pytest.param(lambda at: at.symlink_to("/dev/null"), "no ordinary file", id="device"),
        pytest.param(lambda at: at.symlink_to(at.name), "symbolic links", id="link to itself"),
    ],
)
def test_what_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "place"
    make(path)
    error = try_both_doors(Journal(str(path)))
    assert isinstance(error, BadJournalPath)
    assert says in error.sentence
    assert os.listdir(tmp_path) == ["place"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    error = try_both_doors(Journal(str(tmp_path / "file" / "journal.db")))
    assert isinstance(error, BadJournalPath)


def test_a_missing_folder_is_not_created(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "missing" / "journal.db"))
    with pytest.raises(BadJournalPath, match="its folder does not exist"):
        keep_note(journal, "never kept")
    with pytest.raises(NoJournal) as nothing, journal.read():
        pass
    assert nothing.value.exit_code == 0
    assert os.listdir(tmp_path) == []


def test_reading_without_a_journal_creates_nothing(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(NoJournal), journal.read():
        pass
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        "what?mode=memory",
        "a#b.db",
        "100%.db",
        "%2e%2e.db",
        "two words.db",
        "two\nlines.db",
        "café ☕.db",
        os.fsdecode(b"caf\xe9.db"),
        "file:x.db",
        ":memory: ",
    ],
    ids=ascii,
)
def test_any_name_is_a_name(tmp_path: Path, name: str) -> None:
    keep_note(Journal(str(tmp_path / name)), "kept here")
    assert os.listdir(tmp_path) == [name]
    assert texts_in(Journal(str(tmp_path / name))) == ["kept here"]


def test_a_relative_path_is_followed_as_the_system_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "near").symlink_to(tmp_path / "far" / "away")
    monkeypatch.chdir(tmp_path)
    keep_note(Journal("near/../journal.db"), "beside away")
    assert texts_in(Journal(str(tmp_path / "far" / "journal.db"))) == ["beside away"]
    assert not (tmp_path / "journal.db").exists()


def test_a_link_leads_to_the_same_journal(journal: Journal, tmp_path: Path) -> None:
    keep_note(journal, "by its own name")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.db"
    link.symlink_to(journal.path)
    keep_note(Journal(str(link)), "by the link")
    assert sorted(texts_in(journal)) == ["by its own name", "by the link"]


def test_file_and_folder_belong_to_the_user_alone_from_the_first_byte(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        journal = Journal(str(tmp_path / "journal.db"))
        with journal.write() as db:
            db.execute("DELETE FROM drafts")
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
            db.execute("INSERT INTO drafts VALUES (1, '', '', '', '', '', 0, 0)")
            modes |= {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"journal.db": 0o600, "journal.db-journal": 0o600}


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """A journal with a note in it, as a later run of the program finds it."""
    keep_note(journal, "an earlier note")
    return Journal(journal.path)


def bytes_of(journal: Journal) -> str:
    return sha256(Path(journal.path).read_bytes()).hexdigest()


def change_by_hand(journal: Journal, statement: str) -> None:
    connection = sqlite3.connect(journal.path, isolation_level=None)
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("PRAGMA user_version = 9999", id="version"),
        pytest.param(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('collab', 'm002_later', '')",
            id="step",
        ),
    ],
)
def test_a_newer_journal_is_left_byte_for_byte(kept: Journal, statement: str) -> None:
    change_by_hand(kept, statement)
    before = bytes_of(kept)
    error = try_both_doors(kept)
    assert isinstance(error, NewerJournal)
    assert error.exit_code == 3
    assert bytes_of(kept) == before


def a_database(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=WAL",
        "CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT)",
        "INSERT INTO _sqlite_migrations VALUES ('collab', 'm001_journal')",
        "PRAGMA user_version=1",
    ):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(a_database, id="a database of somebody else"),
        pytest.param(lambda path: path.write_bytes(b"\0" * 8192), id="zeroes"),
        pytest.param(lambda path: path.write_bytes(b"x"), id="one byte"),
        pytest.param(lambda path: path.write_text("Dear diary\n" * 500), id="text"),
        pytest.param(
            lambda path: path.write_bytes(random.Random(7).randbytes(20_000)), id="random bytes"
        ),
    ],
)
def test_a_file_that_is_no_journal_is_left_byte_for_byte(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    journal = Journal(str(tmp_path / "theirs.db"))
    make(tmp_path / "theirs.db")
    before = bytes_of(journal)
    assert isinstance(try_both_doors(journal), NotAJournal)
    assert bytes_of(journal) == before


def test_an_empty_file_is_no_first_run(tmp_path: Path) -> None:
    (tmp_path / "journal.db").touch()
    error = try_both_doors(Journal(str(tmp_path / "journal.db")))
    assert isinstance(error, EmptyJournalFile)
    assert (tmp_path / "journal.db").stat().st_size == 0


@pytest.mark.parametrize("rest", [100, 4096, 50_000], ids="first {} bytes".format)
def test_a_journal_cut_short_is_called_damaged(tmp_path: Path, rest: int) -> None:
    path = tmp_path / "journal.db"
    keep_note(Journal(str(path)), "an earlier note")
    os.truncate(path, rest)
    before = bytes_of(Journal(str(path)))
    error = try_both_doors(Journal(str(path)))
    assert isinstance(error, DamagedJournal)
    assert bytes_of(Journal(str(path))) == before


def test_a_journal_without_its_list_of_steps_is_called_damaged(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "journal.db"))
    keep_note(journal, "an earlier note")
    change_by_hand(journal, "DROP TABLE _sqlite_migrations")
    assert isinstance(try_both_doors(Journal(journal.path)), DamagedJournal)


def test_a_text_that_was_damaged_is_called_damage(tmp_path: Path) -> None:
    """A flipped bit that leaves a text readable goes unseen here."""
    path = tmp_path / "journal.db"
    keep_note(Journal(str(path)), "a word or two")
    content = path.read_bytes()
    path.write_bytes(content.replace(b"a word or two", b"a word \xef\xf2 two"))
    with pytest.raises(DamagedJournal):
        texts_in(Journal(str(path)))


def test_random_damage_is_told_or_goes_unseen_but_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    for number in range(20):
        keep_note(Journal(str(path)), f"Note {number} for @bo with #budget " * 20)
    sound, told = path.read_bytes(), 0
    for number in range(200):
        damaged = bytearray(sound)
        damaged[random.Random(number).randrange(len(damaged))] ^= 0x80
        path.write_bytes(damaged)
        try:
            with Journal(str(path)).read() as connection:
                connection.execute("SELECT count(text), count(written_at) FROM entries").fetchall()
        except JournalUnusable:
            told += 1
    assert told


@as_nobody
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)]
)
def test_without_the_right_to_write_reading_works(folder_mode: int, file_mode: int) -> None:
    folder = Path("/tmp") / f"collab-test-{os.getpid()}"
    folder.mkdir(0o700)
    try:
        path = folder / "journal.db"
        keep_note(Journal(str(path)), "an earlier note")
        os.chown(path, 65534, 65534)
        os.chown(folder, 65534, 65534)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        read, refused = _as_somebody_else(str(path))
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)
    assert read == ["an earlier note"]
    assert refused is UnwritableJournal


def _as_somebody_else(path: str) -> tuple[list[str], type[Exception] | None]:
    with multiprocessing.get_context("fork").Pool(1) as one:
        return one.apply(_read_then_write, (path,))


def _read_then_write(path: str) -> tuple[list[str], type[Exception] | None]:
    os.setegid(65534)
    os.seteuid(65534)
    texts = texts_in(Journal(path))
    try:
        keep_note(Journal(path), "never kept")
    except CollabError as error:
        return texts, type(error)
    return texts, None


def leave_a_hot_journal(journal: Journal, to: Path) -> None:
    """Copy the file as a crash in the middle of a write would have left it."""
    connection = sqlite3.connect(journal.path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE entries SET text = 'half written'")
    connection.execute(
        "INSERT INTO drafts WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 2000) SELECT i, i, '', '', 'x', '', 0, 0 FROM n"
    )
    for suffix in ("", "-journal"):
        shutil.copy(journal.path + suffix, str(to) + suffix)
    connection.execute("ROLLBACK")
    connection.close()


def test_after_a_crash_reading_needs_no_repair(kept: Journal, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.db"
    leave_a_hot_journal(kept, crashed)
    assert b"half written" in crashed.read_bytes()
    assert texts_in(Journal(str(crashed))) == ["an earlier note"]
    assert faults_in(crashed) == []


def test_after_a_crash_writing_needs_no_repair(kept: Journal, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.db"
    leave_a_hot_journal(kept, crashed)
    keep_note(Journal(str(crashed)), "the next note")
    assert sorted(texts_in(Journal(str(crashed)))) == ["an earlier note", "the next note"]
    assert faults_in(crashed) == []


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database.Journal.connect, "__defaults__", (0.1,))
    monkeypatch.setattr(database.Journal.read, "__defaults__", (0.1,))


@pytest.mark.usefixtures("impatient")
def test_a_held_journal_is_named_after_the_wait(kept: Journal) -> None:
    holder = sqlite3.connect(kept.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    error = try_both_doors(kept)
    holder.close()
    assert isinstance(error, LockedJournal)
    assert error.exit_code == 3
    assert kept.path in error.sentence


@pytest.mark.usefixtures("impatient")
def test_while_another_writes_reading_goes_on(kept: Journal) -> None:
    with kept.write() as db:
        db.execute("UPDATE entries SET text = 'not yet committed'")
        assert texts_in(Journal(kept.path)) == ["an earlier note"]
        db.execute("UPDATE entries SET text = 'an earlier note'")


def test_reading_sees_one_moment(kept: Journal) -> None:
    with kept.read() as connection:
        connection.execute("SELECT count(*) FROM entries").fetchone()
        writer = sqlite3.connect(kept.path, isolation_level=None, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.execute("UPDATE entries SET text = ''")
        writer.close()


def overwrite(journal: Journal, then: Callable[[Database], object]) -> None:
    """Change a text, then do something else before the change is committed."""
    with journal.write() as db:
        db.execute("UPDATE entries SET text = 'never kept'")
        then(db)


def replace_by_another(path: Path) -> None:
    other = path.with_name("other.db")
    keep_note(Journal(str(other)), "a note of the other journal")
    os.replace(other, path)


@pytest.mark.parametrize(
    "move",
    [
        pytest.param(replace_by_another, id="replaced"),
        pytest.param(lambda path: path.rename(path.with_name("moved.db")), id="moved"),
        pytest.param(Path.unlink, id="removed"),
    ],
)
class TestAFileThatWasMoved:
    def test_between_two_writes_takes_nothing(
        self, journal: Journal, move: Callable[[Path], object]
    ) -> None:
        keep_note(journal, "before")
        move(Path(journal.path))
        with pytest.raises(ReplacedJournal) as moved:
            keep_note(journal, "never kept")
        assert moved.value.exit_code == 3
        with pytest.raises(ReplacedJournal), journal.read():
            pass

    def test_during_a_write_takes_nothing(
        self, journal: Journal, move: Callable[[Path], object]
    ) -> None:
        keep_note(journal, "before")
        with pytest.raises(ReplacedJournal):
            overwrite(journal, lambda _: move(Path(journal.path)))
        left = Path(journal.path)
        assert not left.exists() or b"never kept" not in left.read_bytes()
        for other in left.parent.glob("*.db-journal"):
            other.unlink()


def fill_the_disk(db: Database) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    db.execute("UPDATE entries SET text = ?", ["long" * 100_000])


def test_a_full_disk_keeps_what_was_there(kept: Journal) -> None:
    with pytest.raises(FullDisk) as full:
        overwrite(kept, fill_the_disk)
    assert full.value.exit_code == 3
    assert texts_in(kept) == ["an earlier note"]
    keep_note(kept, "space again")
    assert len(texts_in(kept)) == 2


def test_any_error_inside_takes_everything_back(kept: Journal) -> None:
    with pytest.raises(ZeroDivisionError):
        overwrite(kept, lambda _: 1 / 0)
    assert texts_in(kept) == ["an earlier note"]


def test_a_cursor_left_alive_does_not_hold_up_the_next_write(kept: Journal) -> None:
    """Closing alone would leave the write unfinished as long as there is a cursor."""
    alive = []

    def look_then_fail(db: Database) -> None:
        alive.append(db.execute("SELECT * FROM entries"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        overwrite(kept, look_then_fail)
    other = sqlite3.connect(kept.path, timeout=0, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert other.execute("SELECT text FROM entries").fetchall() == [("an earlier note",)]
    other.close()


def test_writing_is_as_safe_as_sqlite_can_make_it(kept: Journal) -> None:
    with kept.write() as db:
        pragmas = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
        assert db.conn.in_transaction
    extra = 3
    assert pragmas == {
        "journal_mode": "delete",
        "synchronous": extra,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_what_does_not_refer_to_anything_is_refused(kept: Journal) -> None:
    with pytest.raises(sqlite3.IntegrityError), kept.write() as db:
        db.execute("INSERT INTO mentions VALUES ('nowhere', 'bo', '2026-11-20')")


def test_reading_cannot_write(kept: Journal) -> None:
    with pytest.raises(UnwritableJournal), kept.read() as connection:
        connection.execute("UPDATE entries SET text = 'never kept'")


def test_a_journal_in_another_mode_comes_back_to_ours(kept: Journal) -> None:
    change_by_hand(kept, "PRAGMA journal_mode=WAL")
    assert texts_in(kept) == ["an earlier note"]
    keep_note(kept, "the next note")
    assert len(texts_in(kept)) == 2
    assert faults_in(Path(kept.path)) == []


def test_plugins_of_sqlite_utils_never_see_a_journal(kept: Journal) -> None:
    from sqlite_utils import hookimpl
    from sqlite_utils.plugins import pm

    class Spy:
        seen = False

        @hookimpl
        def prepare_connection(self, conn: object) -> None:
            Spy.seen = True

    pm.register(Spy(), "spy")
    try:
        keep_note(kept, "unseen")
    finally:
        pm.unregister(name="spy")
    assert not Spy.seen
