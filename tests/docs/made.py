"""The parts of the README that the program makes; `python -m tests.docs.made` renews them.

Each stands below a comment with its name. `tests/test_docs.py` holds them to be what is
made here. The screens are those of the journal that `collab demo` shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from collab.commands.app import app
from collab.commands.demo import DemoCommands
from collab.commands.session import Session
from collab.domain.periods import spoken_long
from collab.domain.typed_days import parse_day, parse_period
from collab.settings import SETTINGS, places, shown
from collab.storage.demo import fill_with_demo, write_demo_settings
from tests.journeys.person import ENTER, Person, collab

README = Path(__file__).parents[2] / "README.md"

THURSDAY = datetime.fromisoformat("2026-11-19T18:30:00+01:00")
SUNDAY = datetime.fromisoformat("2026-11-22T18:00:00+01:00")
MONDAY = datetime.fromisoformat("2026-11-23T18:30:00+01:00")
TYPED_DAYS = (
    "today",
    "yesterday",
    "-3",
    "2 weeks ago",
    "mon",
    "last friday",
    "5 nov",
    "2026-11-05",
)
TYPED_WEEKS = ("last week", "2026-W45")

_PART = re.compile(r"<!-- ([\w -]+) -->\n(```.*?\n```\n|(?:\|[^\n]*\n)+)", re.DOTALL)


def parts_of(text: str) -> dict[str, str]:
    """The parts that stand in a README, by name."""
    return dict(_PART.findall(text))


def renewed(text: str) -> str:
    """The README with every part as it is made now."""
    return _PART.sub(lambda part: f"<!-- {part[1]} -->\n{MADE[part[1]]()}", text)


def commands(command: Any = None, *path: str) -> Iterator[tuple[str, Any]]:
    """Every command that does something, by what is typed for it behind `collab`.

    Those of `collab demo` are the same once more.
    """
    command = command or root()
    if not isinstance(command, TyperGroup) or isinstance(command, DemoCommands):
        yield " ".join(path), command
        return
    context = typer.Context(command)
    for name in command.list_commands(context):
        yield from commands(command.get_command(context, name), *path, name)


def root() -> Any:
    """`collab` itself."""
    return get_command(app)


@cache
def screens() -> dict[str, str]:
    """The demo's last week on its Sunday, and the evening after it at 80 columns."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        own = places({"COLLAB_HOME": str(home)})
        write_demo_settings(own)
        fill_with_demo(own, SUNDAY.date(), SUNDAY)
        report = collab(home, "report", "--week", at=SUNDAY)
        brief = collab(home, "report", "--week", "--brief", at=SUNDAY)
        calendar = collab(home, "calendar", at=SUNDAY)
        pages = _evening(home)
    return pages | {
        "report": f"$ collab report --week --brief\n{brief}",
        "theme": _between(report, "Open dialogue", "\n\n"),
        "calendar": f"$ collab calendar\n\n{calendar}",
    }


def _evening(home: Path) -> dict[str, str]:
    with Person(home, "journal", "today", at=MONDAY, columns=80, lines=60) as leader:
        leader.sees("What became of your if-then plan")
        leader.presses("d")
        leader.sees("Enter skip")
        leader.types(
            "@olek said that I end the Monday meeting when I have run out of questions, not"
            " when they have. I asked what he would have asked."
        )
        leader.sees("Enter save")
        leader.presses(ENTER)
        leader.sees("Enter go on")
        leader.presses(ENTER)
        leader.sees("one key")
        rating = _between(leader.page(), "Shared decisions today", "\n\n  one key")
        for line, fit in (("3", "y"), ("5", "y"), ("3", "p")):
            leader.presses(line)
            leader.sees("n another way")
            leader.presses(fit)
            leader.sees("then I will" if fit == "p" else "one key")
        leader.types("the next Monday meeting seems to be over,")
        leader.sees("Enter next")
        leader.presses(ENTER)
        leader.types("ask for one more thing and count to ten.")
        leader.sees("Enter save")
        leader.presses(ENTER)
        leader.leaves(0)
        return {"evening": f"$ collab journal today\n\n{leader.page()}", "rating": rating}


def _between(text: str, first: str, last: str) -> str:
    begin = text.index(first)
    return text[begin : text.index(last, begin)]


def _help() -> str:
    return CliRunner().invoke(app, ["--help"], obj=Session(), terminal_width=80).stdout


def _commands_table() -> str:
    rows = ((f"`{path}`", command.get_short_help_str(200)) for path, command in commands())
    return _table(("collab …", "what it does"), rows)


def _settings_table() -> str:
    return _table(
        ("setting", "at first", "takes", "meaning"),
        (
            (
                f"`{one.name}`",
                shown(one.read(one.default)) or "none",
                one.takes,
                one.meaning,
            )
            for one in SETTINGS
        ),
    )


def _days_table() -> str:
    today: date = THURSDAY.date()
    days = ((f"`{typed}`", spoken_long(parse_day(typed, today))) for typed in TYPED_DAYS)
    weeks = ((typed, parse_period(typed, today)) for typed in TYPED_WEEKS)
    return _table(
        ("typed", f"read on {spoken_long(today)} as"),
        (*days, *((f"`{typed}`", f"{week.first} to {week.last}") for typed, week in weeks)),
    )


def _table(head: tuple[str, ...], rows: Any) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _fenced(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))
    return f"```text\n{lines}\n```\n"


MADE: dict[str, Callable[[], str]] = {
    "help": lambda: _fenced(_help()),
    "evening": lambda: _fenced(screens()["evening"]),
    "rating": lambda: _fenced(screens()["rating"]),
    "report": lambda: _fenced(screens()["report"]),
    "theme": lambda: _fenced(screens()["theme"]),
    "calendar": lambda: _fenced(screens()["calendar"]),
    "commands": _commands_table,
    "settings": _settings_table,
    "days": _days_table,
}
"""Every part with what makes it."""


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
