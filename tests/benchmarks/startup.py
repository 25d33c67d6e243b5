"""What it costs to start: `python -m tests.benchmarks.startup`, from the checkout.

Installs the checkout with pip into an environment of its own, bytecode written, makes
journals of 100 and 100,000 entries, the large one with the people, talks and promises of ten
years, and prints for each command how many instructions it
takes, as a multiple of `python -c pass`, and how much more in the large journal than in
the small one; whatever is over its budget has a "!". Instructions, counted by valgrind,
come out the same on a busy machine. It takes some five minutes and asserts nothing;
`tests/test_startup.py` guards the modules.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.journals import TEN_YEARS, Around, make_journal

CHECKOUT = Path(__file__).parent.parent.parent
SMALL, LARGE = 100, 100_000
AROUND = {SMALL: Around(people=20, talks=6, promises=20), LARGE: TEN_YEARS}
YESTERDAY = date.today() - timedelta(days=1)
COMMANDS = {
    "--version": 2.0,
    "status": 2.0,
    "status --json": 2.0,
    "report --week": 12.0,
    "report --week --format json": 12.0,
    "calendar": 10.0,
    "journal list": 9.0,
    "journal list --theme decide": 9.0,
    "journal search supplier": 9.0,
    "journal show yesterday": 9.0,
    "promise list": 9.0,
    "talk list": 9.0,
    "talk show p1": 9.0,
    "people list": 9.0,
    "people show p3": 9.0,
    "prompts list": 9.0,
    "prompts show E-02": 9.0,
    "settings list": 9.0,
    "export json": 9.0,
    "--help": 9.0,
}
"""For each command the most it may cost, in bare Python starts."""

GROWING = {"export json"}
"""These give the whole journal out, so they are measured in the small one alone."""

MOST_GROWTH = 1.1
"""How many times as much a command may cost in the large journal as in the small one."""


def main() -> int:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("valgrind is not installed, so no instructions can be counted.", file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="collab-benchmark-") as folder:
        programs = install(Path(folder) / "environment")
        homes = {size: make_home(Path(folder) / str(size), size) for size in (SMALL, LARGE)}
        counted = Counter(valgrind, programs / "python")
        print(f"{'':<48}{'at most':>8}{SMALL:>10,}{LARGE:>10,}{'times':>8}")
        for command, most in COMMANDS.items():
            collab = [str(programs / "collab"), *command.split()]
            small = counted.in_bare_starts(homes[SMALL], collab)
            large = None if command in GROWING else counted.in_bare_starts(homes[LARGE], collab)
            print(f"{'collab ' + command:<48}{most:>8.1f}{line(small, large, most)}", flush=True)
    return 0


def line(small: float | None, large: float | None, most: float) -> str:
    """The figures of one command; "-" where it failed or was not measured."""
    growth = large / small if small and large else None
    return (
        f"{figure(small, most):>10}{figure(large, most):>10}{figure(growth, MOST_GROWTH):>8}"
    ).rstrip()


def figure(value: float | None, most: float) -> str:
    if value is None:
        return "-"
    return f"{'!' if round(value, 2) > most else ''}{value:.2f}"


def install(environment: Path) -> Path:
    """A fresh environment with collab in it, as a user has it; where its programs lie."""
    print("Installing …", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    programs = environment / "bin"
    pip = [programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", CHECKOUT], check=True, env=without("PYTHONDONTWRITEBYTECODE"))
    return programs


def make_home(folder: Path, pages: int) -> Path:
    """A home whose journal has so many pages, four a day up to yesterday."""
    folder.mkdir()
    evening = datetime.combine(YESTERDAY, time(18), UTC)
    make_journal(folder / "journal.db", pages, YESTERDAY, evening, AROUND[pages])
    return folder


class Counter:
    """Counts instructions, with what a Python that does nothing takes as the unit."""

    def __init__(self, valgrind: str, python: Path) -> None:
        self._valgrind = valgrind
        self._bare = self._instructions([str(python), "-c", "pass"], os.environ)

    def in_bare_starts(self, home: Path, command: list[str]) -> float | None:
        """The cost of a command in this home; None where the command fails."""
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
