"""Processes that write into a journal and may be killed at any instant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from collab.commands.session import Session
from collab.domain.entries import Entry
from collab.exchange.journal_json.merge import merge
from collab.exchange.journal_json.reading import read_document
from collab.storage import pages
from collab.storage.changes import Unit
from tests.exchange.documents import document
from tests.tools import needs

NOW = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
NOTES_IN_A_DOCUMENT = 25
_CHECKOUT = Path(__file__).parent.parent.parent

Deed = Callable[[Session, str], None]


def write_note(session: Session, text: str) -> None:
    """Keep one note with this text."""
    with session.unit("note") as unit:
        pages.add_entry(unit, Entry(id=unit.new_id(), day=NOW.date(), text=f"{text} for @bo"))


def import_notes(session: Session, text: str) -> None:
    """Import a document of so many notes that begin with this text."""
    day = NOW.date().isoformat()
    notes = [{"day": day, "text": f"{text} ({n}) #tag"} for n in range(NOTES_IN_A_DOCUMENT)]
    with session.unit("import") as unit:
        _merge(unit, document(entries=notes))


def _merge(unit: Unit, data: bytes) -> None:
    assert merge(unit, read_document(data, "a document")).faults == []


def session_in(home: Path) -> Session:
    return Session(lambda: NOW, {"COLLAB_HOME": str(home)})


def collab(
    home: Path, *arguments: str, injected: str = "", stdin: bytes = b"", log: str = os.devnull
) -> subprocess.CompletedProcess[bytes]:
    """A real command line, with faults injected into its system calls; `log` gets those."""
    faults = [injected] if injected else []
    command = [sys.executable, "-m", "collab", *arguments]
    return under_strace(command, home, faults, stdin=stdin, log=log)


def under_strace(
    command: list[str],
    home: Path,
    faults: Sequence[str],
    *,
    log: str = os.devnull,
    stdin: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run a command with these faults; `log` gets the calls of their kinds.

    A fault is such as "fsync:error=EIO:when=2"; one without a "when" hits every call.
    """
    if faults:
        calls = ",".join(fault.partition(":")[0] for fault in faults)
        strace = [needs("strace"), "-qqq", "-o", log, "-e", f"trace={calls}"]
        if not any(":signal=" in fault for fault in faults):
            # Three times as fast, but signals are not injected this way.
            strace += ["-f", "--seccomp-bpf"]
        for fault in faults:
            strace += ["-e", f"inject={fault}"] if ":" in fault else []
        command = [*strace, *command]
    environ = {
        **os.environ,
        "COLLAB_HOME": str(home),
        # Python tries out its folder for temporary files, and leaves that file behind where
        # files cannot be removed.
        "TMPDIR": str(home),
        "PYTHONPATH": str(_CHECKOUT),
    }
    return subprocess.run(
        command, cwd=home, input=stdin, env=environ, capture_output=True, check=False
    )


class Child:
    """A process of its own that does something and can be killed."""

    def __init__(self, do: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            _end_with(do, lambda line: os.write(writing, f"{line}\n".encode()))
        os.close(writing)
        self._reading = reading
        self._heard = b""

    def kill_after(self, acknowledged: int, seconds: float) -> list[str]:
        """Kill it so long after it acknowledged so much; all it had acknowledged by then."""
        while self._heard.count(b"\n") < acknowledged:
            self._heard += os.read(self._reading, 1000)
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()[0]

    def wait(self) -> tuple[list[str], int]:
        """What it acknowledged, and its exit code (negative: the signal that ended it)."""
        while more := os.read(self._reading, 1000):
            self._heard += more
        os.close(self._reading)
        _, status = os.waitpid(self.pid, 0)
        return self._heard.decode().splitlines(), os.waitstatus_to_exitcode(status)


def _end_with(do: Callable[[Callable[[str], None]], None], acknowledge: object) -> None:
    """Run `do` as all there is to do for this process."""
    code = 1
    try:
        do(acknowledge)  # type: ignore[arg-type]
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def endlessly(home: Path, deed: Deed, name: str) -> Callable[[Callable[[str], None]], None]:
    """Do the deed again and again, each time with another text that is then acknowledged."""

    def do(acknowledge: Callable[[str], None]) -> None:
        session = session_in(home)
        for number in range(sys.maxsize):
            text = f"{name}-{number}"
            deed(session, text)
            acknowledge(text)

    return do
