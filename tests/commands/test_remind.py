"""`collab remind`, with stand-ins for the system's own programs on the PATH."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.session import Session
from collab.domain.reminder import reminder_of
from collab.exchange.reminder.systemd import on_calendar
from tests.commands.conftest import NOW, Outcome
from tests.journeys.person import CTRL_C, ENTER, Person
from tests.tools import needs

pytestmark = pytest.mark.slow

_SYSTEMCTL = """#!/bin/sh
echo "$@" >> "$HOME/systemctl.log"
if [ ! -e "$HOME/manager" ]; then echo "Failed to connect to bus" >&2; exit 1; fi
if [ "$2" = enable ] && [ -e "$HOME/refuses" ]; then echo "Access denied." >&2; exit 1; fi
if [ "$2" = is-enabled ]; then grep -q enable "$HOME/systemctl.log"; fi
"""
_CRONTAB = """#!/bin/sh
if [ -e "$HOME/locked" ]; then echo "crontab: you may not" >&2; exit 1; fi
case "$1" in
  -l) cat "$HOME/tab" 2>/dev/null || { echo "no crontab for ana" >&2; exit 1; } ;;
  -r) rm "$HOME/tab" ;;
  -) cat > "$HOME/tab" ;;
esac
"""
_NOTIFY_SEND = """#!/bin/sh
printf '%s\\n' "$@" > "$HOME/shown"
"""


class Desk:
    """A computer of its own: a home with a space in its name, and programs in `bin`."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = folder / "ana b's 100% $HOME"
        self.bin = folder / "bin"
        self.home.mkdir(parents=True)
        self.bin.mkdir()
        self.journal_home = self.home / "my journal"
        self.units = self.home / ".config" / "systemd" / "user"
        self.tab = self.home / "tab"
        self._capsys = capsys
        for name, text in (
            ("systemctl", _SYSTEMCTL),
            ("crontab", _CRONTAB),
            ("notify-send", _NOTIFY_SEND),
        ):
            self.installs(name, text)

    @property
    def environ(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "COLLAB_HOME": str(self.journal_home),
        }

    def installs(self, name: str, text: str) -> None:
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def has_systemd(self) -> None:
        (self.home / "manager").touch()

    def remind(self, *words: str, environ: Mapping[str, str] | None = None) -> Outcome:
        code = run(["remind", *words], Session(lambda: NOW, environ or self.environ))
        return Outcome(code, *self._capsys.readouterr())

    def asked_of_systemctl(self) -> list[str]:
        log = self.home / "systemctl.log"
        asked = log.read_text().splitlines() if log.exists() else []
        return [line for line in asked if "show" not in line and "is-enabled" not in line]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "desk", capsys)


SET = ("set", "18:15", "--days", "mon-fri", "--yes")
TIMER = """\
[Unit]
Description=Reminder of collab; collab remind off takes it away

[Timer]
OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 18:15:00

[Install]
WantedBy=timers.target
"""


def service(desk: Desk) -> str:
    home = str(desk.journal_home).replace("'", "'\\\"'\\\"'")
    home = home.replace("%", "%%").replace("$", "$$")
    return f"""\
[Unit]
Description=Reminder of collab; collab remind off takes it away

[Service]
Type=oneshot
ExecStart=/bin/sh -c "due=$$(COLLAB_HOME='{home}' {sys.executable} -P -m collab status --short \
2>/dev/null); if command -v notify-send >/dev/null 2>&1; then notify-send --app-name=collab \
'collab journal today' \\"$$due\\"; fi"
"""


class TestSystemd:
    def test_a_timer_and_a_service_are_written_and_switched_on(self, desk: Desk) -> None:
        desk.has_systemd()

        outcome = desk.remind(*SET)

        assert (outcome.code, outcome.err) == (0, "")
        assert (desk.units / "collab-remind.timer").read_text() == TIMER
        assert (desk.units / "collab-remind.service").read_text() == service(desk)
        assert desk.asked_of_systemctl() == [
            "--user daemon-reload",
            "--user enable collab-remind.timer",
            "--user restart collab-remind.timer",
        ]
        assert not desk.tab.exists()

    def test_all_that_will_be_written_is_shown_first(self, desk: Desk) -> None:
        desk.has_systemd()

        outcome = desk.remind(*SET)

        shown, _, _ = outcome.out.partition("Set: at 18:15, Mon Tue Wed Thu Fri.")
        assert TIMER in shown
        assert service(desk) in shown
        assert str(desk.units / "collab-remind.timer") in shown

    def test_what_systemd_reads_is_what_was_meant(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        tool = needs("systemd-analyze")

        told = subprocess.run(
            [tool, "verify", "--user", desk.units / "collab-remind.service"],
            env={**os.environ, **desk.environ, "XDG_RUNTIME_DIR": str(desk.home)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

        assert told.returncode == 0
        assert "collab-remind" not in told.stderr

    @pytest.mark.parametrize("days", [None, "mon-fri", "sun", "sat-mon"])
    def test_systemd_takes_the_time_as_it_stands(self, days: str | None) -> None:
        tool = needs("systemd-analyze")
        when = on_calendar(reminder_of("07:05", days))

        told = subprocess.run(
            [tool, "calendar", when], capture_output=True, encoding="utf-8", check=True
        )

        assert "Next elapse" in told.stdout
        assert "07:05:00" in told.stdout

    def test_setting_the_same_again_changes_nothing(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        before = desk.asked_of_systemctl()

        outcome = desk.remind(*SET[:-1])

        assert outcome.out == "It is set so already: at 18:15, Mon Tue Wed Thu Fri.\n"
        assert desk.asked_of_systemctl() == before

    def test_another_time_takes_the_place_of_the_first(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        desk.remind("set", "7:05", "--yes")

        assert desk.remind().out == "Set: at 07:05, every day (systemd).\n"

    def test_off_removes_just_that(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.units.mkdir(parents=True)
        (desk.units / "other.timer").write_text("mine")
        desk.remind(*SET)

        outcome = desk.remind("off")

        assert outcome.out.splitlines() == [
            f"Removed: {desk.units}/collab-remind.timer",
            f"Removed: {desk.units}/collab-remind.service",
        ]
        assert os.listdir(desk.units) == ["other.timer"]
        assert "--user disable --now collab-remind.timer" in desk.asked_of_systemctl()
        assert desk.remind("off").out == "No reminder is set.\n"

    def test_a_systemd_that_cannot_be_told_may_remind_once_more(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        (desk.home / "manager").unlink()

        outcome = desk.remind("off")

        assert outcome.code == 1
        assert outcome.out.splitlines() == [
            f"Removed: {desk.units}/collab-remind.timer",
            f"Removed: {desk.units}/collab-remind.service",
        ]
        assert outcome.err.splitlines() == [
            "systemd could not be told: Failed to connect to bus.",
            "It may remind you until you log in anew. To end that: "
            "systemctl --user stop collab-remind.timer",
        ]
        assert os.listdir(desk.units) == []

    def test_a_line_of_cron_in_its_place_says_so_too(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        (desk.home / "manager").unlink()

        outcome = desk.remind(*SET)

        assert outcome.code == 1
        assert "Set: at 18:15, Mon Tue Wed Thu Fri." in outcome.out
        assert outcome.err.startswith("systemd could not be told: Failed to connect to bus.\n")
        assert desk.remind().out == "Set: at 18:15, Mon Tue Wed Thu Fri (crontab).\n"

    def test_a_systemd_that_refuses_is_told(self, desk: Desk) -> None:
        desk.has_systemd()
        (desk.home / "refuses").touch()

        outcome = desk.remind(*SET)

        assert outcome.code == 1
        assert outcome.err.splitlines()[0] == "systemd did not do it: Access denied."
        assert desk.remind().out.startswith("No reminder is set.")
        assert os.listdir(desk.units) == []

    def test_a_systemd_that_refuses_another_time_keeps_the_first(self, desk: Desk) -> None:
        desk.has_systemd()
        desk.remind(*SET)
        (desk.home / "refuses").touch()

        assert desk.remind("set", "7:05", "--yes").code == 1

        assert desk.remind().out == "Set: at 18:15, Mon Tue Wed Thu Fri (systemd).\n"

    def test_a_line_of_cron_gives_way_to_a_systemd_that_came_later(self, desk: Desk) -> None:
        desk.remind(*SET)
        desk.has_systemd()
        desk.remind(*SET)

        assert not desk.tab.exists()
        assert desk.remind().out == "Set: at 18:15, Mon Tue Wed Thu Fri (systemd).\n"

    def test_the_units_lie_where_the_settings_of_others_do(self, desk: Desk) -> None:
        desk.has_systemd()
        other = desk.home / "config"

        desk.remind(*SET, environ={**desk.environ, "XDG_CONFIG_HOME": str(other)})

        assert (other / "systemd" / "user" / "collab-remind.timer").exists()


class TestCrontab:
    def test_a_marked_line_is_added_and_the_rest_left_byte_for_byte(self, desk: Desk) -> None:
        others = b'# caf\xe9\n\nMAILTO=""\n0 5 * * * tar  cf  a\\%b\n'
        desk.tab.write_bytes(others)

        outcome = desk.remind(*SET)

        assert (outcome.code, outcome.err) == (0, "")
        after = desk.tab.read_bytes()
        assert after.startswith(others)
        ours = after.removeprefix(others).decode()
        assert ours.startswith("15 18 * * 1,2,3,4,5 export DBUS_SESSION_BUS_ADDRESS=")
        assert ours.endswith(" # collab remind off removes this line\n")
        assert ours.count("\n") == 1
        assert "100\\% $HOME" in ours
        assert ours in outcome.out

        assert desk.remind("off").out == "Removed: the line in your crontab\n"
        assert desk.tab.read_bytes() == others

    def test_where_there_was_no_crontab_there_is_none_again(self, desk: Desk) -> None:
        desk.remind(*SET)
        assert desk.remind().out == "Set: at 18:15, Mon Tue Wed Thu Fri (crontab).\n"
        desk.remind("off")
        assert not desk.tab.exists()

    def test_setting_again_leaves_one_line(self, desk: Desk) -> None:
        desk.remind(*SET)
        desk.remind("set", "6:00", "--yes")
        desk.remind("set", "6:00", "--yes")

        assert desk.tab.read_text().count("\n") == 1
        assert desk.remind().out == "Set: at 06:00, every day (crontab).\n"

    def test_a_crontab_that_cannot_be_read_is_not_written_over(self, desk: Desk) -> None:
        desk.tab.write_text("0 5 * * * backup\n")
        (desk.home / "locked").touch()

        outcome = desk.remind(*SET)

        assert outcome.code == 1
        assert outcome.err.startswith("crontab did not do it: crontab: you may not.")
        assert desk.tab.read_text() == "0 5 * * * backup\n"

    def test_without_systemd_and_cron_nothing_is_promised(self, desk: Desk) -> None:
        (desk.bin / "crontab").unlink()
        outcome = desk.remind(*SET, environ={**desk.environ, "PATH": str(desk.bin)})
        assert outcome.code == 1
        assert outcome.err.startswith("Nothing here can keep a reminder")


class TestWhatRuns:
    """The line that is written, run by a real shell as systemd and cron would run it."""

    @pytest.fixture
    def line(self, desk: Desk) -> str:
        desk.remind(*SET)
        whole = desk.tab.read_text().split(" ", 5)[5]
        return whole.replace("\\%", "%")

    def shown(self, desk: Desk, line: str) -> list[str]:
        bare = {"HOME": str(desk.home), "PATH": f"{desk.bin}:/usr/bin:/bin"}
        done = subprocess.run(
            ["/bin/sh", "-c", line], env=bare, cwd="/", capture_output=True, check=True
        )
        assert (done.stdout, done.stderr) == (b"", b"")
        shown = desk.home / "shown"
        return shown.read_text().splitlines() if shown.exists() else []

    def test_it_shows_what_is_due_in_the_journal_of_this_home(self, desk: Desk, line: str) -> None:
        from collab.storage.database import Journal
        from tests.exchange.documents import bring_in, document

        desk.journal_home.mkdir()
        bring_in(
            Journal(str(desk.journal_home / "journal.db")),
            document(promises=[{"side": "mine", "who": "ana", "what": "x", "due": "2020-01-01"}]),
        )
        assert self.shown(desk, line) == ["--app-name=collab", "collab journal today", "1 due"]

    def test_it_reminds_also_where_nothing_is_due_or_readable(self, desk: Desk, line: str) -> None:
        assert self.shown(desk, line) == ["--app-name=collab", "collab journal today", ""]
        desk.journal_home.mkdir()
        (desk.journal_home / "journal.db").write_text("no journal")
        assert self.shown(desk, line) == ["--app-name=collab", "collab journal today", ""]

    def test_without_notify_send_it_says_nothing(self, desk: Desk, line: str) -> None:
        if shutil.which("notify-send", path="/usr/bin:/bin"):
            pytest.skip("a notify-send is installed here")
        (desk.bin / "notify-send").unlink()
        assert self.shown(desk, line) == []
        warned = desk.remind("set", "9:00", "--yes")
        assert "There is no notify-send here" in warned.err

    def test_another_journal_is_carried_along(self, desk: Desk) -> None:
        other = desk.home / "other one.db"
        desk.remind(*SET, "--journal", str(other))
        assert "--journal" in desk.tab.read_text()
        assert "other one.db" in desk.tab.read_text()


class TestOnMacos:
    @pytest.fixture(autouse=True)
    def macos(self, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setenv("HOME", str(desk.home))

    def test_the_file_is_printed_with_where_it_goes(self, desk: Desk) -> None:
        outcome = desk.remind("set", "18:15", "--days", "sun,mon")

        made = plistlib.loads(outcome.out.encode())
        assert made["Label"] == "collab.remind"
        assert made["StartCalendarInterval"] == [
            {"Weekday": 1, "Hour": 18, "Minute": 15},
            {"Weekday": 0, "Hour": 18, "Minute": 15},
        ]
        assert made["ProgramArguments"][:2] == ["/bin/sh", "-c"]
        assert "my journal" in made["ProgramArguments"][2]
        assert "Library/LaunchAgents/collab.remind.plist" in outcome.err
        assert outcome.code == 0
        assert os.listdir(desk.home) == []

    def test_every_day_is_one_time(self, desk: Desk) -> None:
        made = plistlib.loads(desk.remind("set", "6:00").out.encode())
        assert made["StartCalendarInterval"] == {"Hour": 6, "Minute": 0}

    def test_off_says_what_to_type(self, desk: Desk) -> None:
        assert "launchctl bootout gui/$(id -u)/collab.remind" in desk.remind("off").out


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (
            ["set", "25:00"],
            "'25:00' is not a time of the day.\nType hours and minutes, such as 18:15.\n",
        ),
        (
            ["set", "18:15", "--days", "mon,foo"],
            "'mon,foo' names no days of the week.\nTry mon-fri, or mon,wed,fri.\n",
        ),
        (
            ["set", "18:15", "--days", ""],
            "'' names no days of the week.\nTry mon-fri, or mon,wed,fri.\n",
        ),
    ],
)
def test_what_does_not_fit_is_refused(desk: Desk, words: list[str], err: str) -> None:
    assert desk.remind(*words, "--yes") == Outcome(2, "", err)
    assert desk.asked_of_systemctl() == []
    assert not desk.tab.exists()


def test_without_a_terminal_it_needs_yes(desk: Desk) -> None:
    outcome = desk.remind(*SET[:-1])
    assert outcome.code == 2
    assert "15 18 * * 1,2,3,4,5" in outcome.out
    assert outcome.err.endswith("Read what stands above, then add --yes.\n")
    assert not desk.tab.exists()


@pytest.mark.parametrize(
    ("key", "said", "code"),
    [
        ("y", "Set: at", 0),
        ("n", "Nothing was written.", 0),
        (ENTER, "Nothing was written.", 0),
        (CTRL_C, "Stopped. Nothing was written.", 130),
    ],
)
def test_at_a_terminal_it_asks(desk: Desk, key: str, said: str, code: int) -> None:
    environ = {name: value for name, value in desk.environ.items() if name != "COLLAB_HOME"}
    with Person(
        desk.journal_home, "remind", "set", "18:15", at=NOW, columns=100, **environ
    ) as leader:
        leader.sees("Write this? y yes · n no · Ctrl-C stop")
        leader.presses(key)
        leader.sees(said)
        leader.leaves(code)
    assert desk.tab.exists() is (key == "y")


def test_nothing_is_set_at_first(desk: Desk) -> None:
    assert desk.remind().out == (
        "No reminder is set. Set one with: collab remind set 18:15 --days mon-fri\n"
    )


def test_the_demo_sets_no_reminder(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["demo", "remind", *SET], Session(lambda: NOW, desk.environ))
    assert code == 2
    assert "The demo sets no reminder." in capsys.readouterr().err
    assert not desk.tab.exists()
