"""What it costs to start: `python -m tests.benchmarks.startup`, from the checkout.

Installs the checkout with pip into an environment of its own, bytecode written, makes
journals of 100 and 100,000 entries and prints for each command how many instructions it
takes, as a multiple of `python -c pass`. Instructions, counted by valgrind, come out the
same on a busy machine. It asserts nothing; `tests/test_startup.py` guards the modules.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.journals import make_journal

CHECKOUT = Path(__file__).parent.parent.parent
SIZES = (100, 100_000)
COMMANDS = {
    "--version": 2.0,
    "status": 2.0,
    "status --json": 2.0,
    "journal list": 9.0,
    "journal search supplier": 9.0,
    "report --week": 12.0,
    "report --week --format json": 9.0,
    "settings list": 9.0,
    "--help": 9.0,
}
"""For each command the most it may cost, in bare Python starts."""


def main() -> int:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("valgrind is not installed, so no instructions can be counted.", file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="collab-benchmark-") as folder:
        programs = install(Path(folder) / "environment")
        homes = [make_home(Path(folder) / str(size), size) for size in SIZES]
        counted = Counter(valgrind, programs / "python")
        print(f"{'':<32}{'at most':>8}" + "".join(f"{size:>12,}" for size in SIZES))
        for command, most in COMMANDS.items():
            collab = [str(programs / "collab"), *command.split()]
            costs = [counted.in_bare_starts(home, collab) for home in homes]
            figures = "".join(f"{cost:>12.2f}" if cost else f"{'fails':>12}" for cost in costs)
            print(f"{'collab ' + command:<32}{most:>8.1f}{figures}", flush=True)
    return 0


def install(environment: Path) -> Path:
    """A fresh environment with collab in it, as a user has it; where its programs lie."""
    print("Installing …", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    programs = environment / "bin"
    pip = [programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", CHECKOUT], check=True, env=without("PYTHONDONTWRITEBYTECODE"))
    return programs


def make_home(folder: Path, pages: int) -> Path:
    """A home whose journal has so many pages, the last one written today."""
    folder.mkdir()
    now = datetime.now().astimezone()
    make_journal(folder / "journal.db", pages, now.date() - timedelta(days=1), now)
    return folder


class Counter:
    """Counts instructions, with what a Python that does nothing takes as the unit."""

    def __init__(self, valgrind: str, python: Path) -> None:
        self._valgrind = valgrind
        self._bare = self._instructions([str(python), "-c", "pass"], os.environ)

    def in_bare_starts(self, home: Path, command: list[str]) -> float | None:
        """The cost of a command in this home; None where it fails."""
        environ = without("PYTHONDONTWRITEBYTECODE") | {"COLLAB_HOME": str(home)}
        # Once before, so that all bytecode is written.
        first = subprocess.run(command, env=environ, capture_output=True, check=False)
        if first.returncode != 0:
            return None
        return self._instructions(command, environ) / self._bare

    def _instructions(self, command: list[str], environ: Mapping[str, str]) -> int:
        told = subprocess.run(
            [self._valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
            env=dict(environ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        found = re.search(r"Collected : (\d+)", told.stderr)
        if found is None:
            raise RuntimeError("valgrind said nothing of instructions")
        return int(found[1])


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != name}


if __name__ == "__main__":
    sys.exit(main())
