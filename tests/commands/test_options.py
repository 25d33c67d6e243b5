"""Options that several commands share: periods, themes, people, and where output goes."""

from __future__ import annotations

import io
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from collab.commands.options import hand_over, period_meant, tag_meant, theme_meant
from collab.commands.session import Session
from collab.errors import (
    AmbiguousDay,
    BackwardsPeriod,
    CollabError,
    ConflictingOptions,
    FutureDay,
    ImpossibleDay,
    UnknownDay,
    UnknownPeriod,
    UnknownTheme,
)
from tests.hostile_texts import HOSTILE_TEXTS

FRIDAY = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


@pytest.fixture
def session(home: Path) -> Session:
    return Session(lambda: FRIDAY, {"COLLAB_HOME": str(home)})


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        pytest.param({"week": True}, "2026-11-16", "2026-11-22", id="this week"),
        pytest.param({"month": True}, "2026-11-01", "2026-11-30", id="this month"),
        pytest.param({"quarter": True}, "2026-10-01", "2026-12-31", id="this quarter"),
        pytest.param({"year": True}, "2026-01-01", "2026-12-31", id="this year"),
        pytest.param({"of": "last friday"}, "2026-11-09", "2026-11-15", id="of alone: its week"),
        pytest.param({"of": "2026-W01"}, "2025-12-29", "2026-01-04", id="of a named week"),
        pytest.param({"month": True, "of": "29 feb"}, "2024-02-01", "2024-02-29", id="a month of"),
        pytest.param({"year": True, "of": "2024-06-10"}, "2024-01-01", "2024-12-31", id="a year"),
        pytest.param({"first": "mon", "last": "wed"}, "2026-11-16", "2026-11-18", id="from, to"),
        pytest.param({"first": "mon"}, "2026-11-16", "2026-11-20", id="from alone: up to today"),
        pytest.param({"last": "mon"}, "0001-01-01", "2026-11-16", id="to alone: from the first"),
        pytest.param({"first": "fri", "last": "fri"}, "2026-11-20", "2026-11-20", id="one day"),
        pytest.param(
            {"first": "1 nov", "last": "2026-11-30"},
            "2026-11-01",
            "2026-11-30",
            id="to a day to come",
        ),
    ],
)
def test_a_period_is_what_the_options_say(
    session: Session, given: dict[str, str | bool], first: str, last: str
) -> None:
    period = period_meant(session, **given)  # type: ignore[arg-type]

    assert period is not None
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))


def test_without_an_option_no_period_is_meant(session: Session) -> None:
    assert period_meant(session) is None


def test_a_week_begins_on_the_day_of_the_settings(session: Session, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('week_starts_on = "sunday"\n')

    period = period_meant(session, week=True)

    assert period is not None
    assert period.first == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("given", "fault", "says"),
    [
        ({"week": True, "month": True}, ConflictingOptions, "--week and --month"),
        ({"quarter": True, "year": True, "of": "mon"}, ConflictingOptions, "--quarter and --year"),
        ({"first": "mon", "week": True}, ConflictingOptions, "--from and --week"),
        ({"last": "mon", "year": True}, ConflictingOptions, "--to and --year"),
        ({"first": "mon", "last": "tue", "of": "wed"}, ConflictingOptions, "--from and --of"),
        ({"first": "tue", "last": "mon"}, BackwardsPeriod, "2026-11-17 to 2026-11-16"),
        ({"first": "tomorrow"}, FutureDay, "Saturday 21 November 2026"),
        ({"first": "31 feb"}, ImpossibleDay, "31 feb"),
        ({"last": "03/04"}, AmbiguousDay, "two ways"),
        ({"last": ""}, UnknownDay, "''"),
        ({"of": "soon"}, UnknownPeriod, "soon"),
    ],
    ids=str,
)
def test_what_cannot_be_a_period_is_refused(
    session: Session, given: dict[str, str | bool], fault: type[CollabError], says: str
) -> None:
    with pytest.raises(fault) as refused:
        period_meant(session, **given)  # type: ignore[arg-type]

    assert refused.value.exit_code == 2
    assert says in refused.value.sentence
    assert refused.value.next_step


@pytest.mark.parametrize(
    "typed", ["trust", "TRUST", "Trust and accountability", " trust  AND accountability"]
)
def test_a_theme_is_known_by_its_id_and_by_its_name(typed: str) -> None:
    assert theme_meant(typed) == "trust"


def test_an_unknown_theme_is_refused_with_the_nine_there_are() -> None:
    with pytest.raises(UnknownTheme) as refused:
        theme_meant("truth")

    assert refused.value.next_step == (
        "The themes are: decide, purpose, empathy, candour, difficult, network, trust,"
        " negotiate, enable."
    )


@pytest.mark.parametrize("typed", ["budget", "#budget", "#BUDGET", " #Budget "])
def test_a_tag_is_known_with_and_without_its_mark(typed: str) -> None:
    assert tag_meant(typed) == "budget"


class Stream(io.TextIOWrapper):
    """Standard output of some encoding, to a terminal or not."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def printed(session: Session, monkeypatch: pytest.MonkeyPatch, stream: Stream, text: str) -> bytes:
    monkeypatch.setattr(sys, "stdout", stream)
    hand_over(session, None, [text], force=False)
    stream.flush()
    return stream.bytes.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "cp1252"])
def test_a_program_is_given_every_letter_whatever_the_locale(
    session: Session, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    text = "Zoë 🙂 \x1b[31m\t\u202e\n"

    given = printed(session, monkeypatch, Stream(encoding, terminal=False), text)

    assert given.decode() == text


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_a_terminal_is_given_nothing_to_obey(
    session: Session, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    given = printed(session, monkeypatch, Stream("utf-8", terminal=True), f"{text}\n").decode()

    assert not any(sign in given for sign in "\x1b\x07\x9b\x9d\u202e\r")


def test_a_terminal_that_lacks_a_letter_is_given_another(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = printed(session, monkeypatch, Stream("ascii", terminal=True), "Zoë\n")

    assert given == b"Zo?\n"
