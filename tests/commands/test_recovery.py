"""Words that could not be saved are not lost."""

from __future__ import annotations

import os
import stat
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from collab.commands.keeping import Keeper
from collab.commands.recovery import keep_words, unsaved, words_in_hand
from collab.commands.session import Session
from collab.domain.frozen import replace
from collab.domain.promises import Promise
from collab.domain.questions import Question
from collab.errors import LockedJournal, NotAJournal, SavedAllTheSame
from collab.storage import promises
from collab.storage.database import Journal
from tests.commands.conftest import NOW
from tests.storage.notes import keep_note


def session(home: Path) -> Session:
    return Session(lambda: NOW, {"COLLAB_HOME": str(home)})


def kept_in(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.iterdir())]


def test_words_lie_in_the_recovery_folder_for_the_user_alone(home: Path) -> None:
    path = keep_words(session(home), ["first text", "", "second\nof two lines"])
    assert path is not None
    assert Path(path).parent == home / "recovery"
    assert Path(path).name.startswith("2026-11-20-183000-")
    assert Path(path).read_text("utf-8") == "first text\n\nsecond\nof two lines\n"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(home / "recovery").st_mode) == 0o700


def test_two_of_the_same_second_are_two_files(home: Path) -> None:
    keep_words(session(home), ["one"])
    keep_words(session(home), ["other"])
    assert sorted(kept_in(home / "recovery")) == ["one\n", "other\n"]


def test_what_no_file_can_hold_is_spelt_out(home: Path) -> None:
    keep_words(session(home), ["half \ud83d of a pair"])
    assert kept_in(home / "recovery") == ["half \\ud83d of a pair\n"]


@pytest.mark.parametrize("texts", [[], [""], [" \n"]], ids=["none", "empty", "blank"])
def test_no_words_make_no_file(home: Path, texts: list[str]) -> None:
    assert keep_words(session(home), texts) is None
    assert not home.exists()


def test_where_the_folder_cannot_be_written_temporary_files_lie(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "recovery").write_text("a file in the way")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    path = keep_words(session(home), ["words"])
    assert path is not None
    assert kept_in(elsewhere) == ["words\n"]
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_where_no_file_can_be_written_the_words_are_printed(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home.write_text("a file in the way")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert keep_words(session(home), ["words\x1b[2J"]) is None
    assert capsys.readouterr().err == "Your words could be kept nowhere. They are:\nwords␛[2J\n"


def test_an_error_goes_on_with_the_place_of_the_words(home: Path) -> None:
    with pytest.raises(LockedJournal) as raised, words_in_hand(session(home), ["words"]):
        raise LockedJournal("journal.db")
    (path,) = (home / "recovery").iterdir()
    assert raised.value.next_step == (
        f"Your words are in {path}. Close the other program, then try again."
    )


@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError])
def test_whatever_ends_the_saving_the_words_are_kept(
    home: Path, capsys: pytest.CaptureFixture[str], fault: type[BaseException]
) -> None:
    with pytest.raises(fault), words_in_hand(session(home), ["words"]):
        raise fault
    (path,) = (home / "recovery").iterdir()
    assert capsys.readouterr().err == f"Your words are in {path}.\n"


def test_saved_words_leave_no_file(home: Path) -> None:
    with words_in_hand(session(home), ["words"]):
        pass
    assert not home.exists()


def offered(home: Path) -> list[str]:
    return [words for _, words in unsaved(session(home))]


def save(home: Path, words: str, at: datetime = NOW) -> None:
    home.mkdir(exist_ok=True)
    keep_note(Journal(str(home / "journal.db")), words, now=at)


def test_words_that_were_saved_all_the_same_are_not_offered(home: Path) -> None:
    keep_words(session(home), ["in hand"])
    keep_words(session(home), ["still in hand"])
    save(home, "in hand")
    assert offered(home) == ["still in hand"]
    assert kept_in(home / "recovery") == ["still in hand\n"]


def test_words_that_were_given_once_more_are_not_offered(home: Path) -> None:
    keep_words(session(home), ["in hand"])
    save(home, "in  hand", at=NOW + timedelta(days=3))
    assert offered(home) == []


def test_words_that_stood_there_before_do_not_stand_for_those_in_hand(home: Path) -> None:
    save(home, "in hand", at=NOW - timedelta(seconds=1))
    with pytest.raises(LockedJournal), words_in_hand(session(home), ["in hand"]):
        raise LockedJournal("journal.db")
    assert offered(home) == ["in hand"]


def test_a_file_of_the_users_own_is_offered_as_it_is(home: Path) -> None:
    save(home, "in hand")
    (home / "recovery").mkdir()
    (home / "recovery" / "mine.txt").write_text("in hand")
    assert offered(home) == ["in hand"]


def test_words_that_lie_there_already_lie_there_once(home: Path) -> None:
    assert keep_words(session(home), ["words"]) == keep_words(session(home), ["words"])
    assert kept_in(home / "recovery") == ["words\n"]


def test_words_that_are_saved_though_the_disk_failed_leave_no_file(home: Path) -> None:
    with pytest.raises(SavedAllTheSame), words_in_hand(session(home), ["words"]):
        raise SavedAllTheSame("journal.db", "disk I/O error")
    assert not home.exists()


def test_the_reasons_typed_in_a_session_are_not_lost(home: Path) -> None:
    save(home, "a page")
    (home / "journal.db").write_bytes(b"no journal any more")
    keep = Keeper(session(home), NOW.date(), "evening")
    gone = Promise(id="p1", side="mine", what="a list", due=NOW.date())
    question = Question(key="promise:p1", kind="promise", text="?")

    with pytest.raises(NotAJournal):
        keep.promise(replace(gone, what="the new one"), [gone.dropped_on(NOW.date(), "no time")])
    with pytest.raises(NotAJournal):
        keep.thing(question, promises, "p1", "promise dropped", lambda one: one, "", ["too late"])

    assert sorted(kept_in(home / "recovery")) == ["the new one\n\nno time\n", "too late\n"]
