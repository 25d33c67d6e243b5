"""Options that mean the same wherever they are used."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.completing import complete_person, complete_tag, complete_theme
from collab.commands.session import Session
from collab.domain.periods import Length, Period, period_around
from collab.errors import ConflictingOptions, DistantEnd, FuturePeriod, NoJournal

if TYPE_CHECKING:
    from collab.domain.people import Person

_LONGEST_AHEAD = 366
"""Days that a report may reach ahead: a running year always may."""

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write to a file; - is standard output.",
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.", show_default=False)]
Redact = Annotated[
    bool,
    typer.Option(
        "--redact",
        help="For others: without names, addresses and days; shows it all, then asks.",
        show_default=False,
    ),
]
NoPager = Annotated[
    bool, typer.Option("--no-pager", help="All at once, however long it is.", show_default=False)
]
Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="DAY",
        help="A day in it: last friday, 2026-11-20, 2026-W47.",
        show_default=False,
    ),
]
Week = Annotated[bool, typer.Option("--week", help="This week, or the one of --of.")]
Month = Annotated[bool, typer.Option("--month", help="The month.")]
Quarter = Annotated[bool, typer.Option("--quarter", help="The quarter.")]
Year = Annotated[bool, typer.Option("--year", help="The year.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DAY", help="From this day on, up to --to or today.", show_default=False
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help="Up to this day, itself included."),
]
OfTheme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help="Pages with an answer or a rating about it: trust, or its name.",
        autocompletion=complete_theme,
        show_default=False,
    ),
]
OfPerson = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="NAME",
        help="Pages that name this person, by any alias.",
        autocompletion=complete_person,
        show_default=False,
    ),
]
OfTag = Annotated[
    str | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Pages with this tag.",
        autocompletion=complete_tag,
        show_default=False,
    ),
]


def past_day(session: Session, typed: str) -> date:
    """A day up to today, as a person types it. Raises `UnknownDay` and its kin."""
    from collab.domain.typed_days import parse_day, refuse_future

    day = parse_day(typed, session.today)
    refuse_future(day, session.today)
    return day


def coming_day(today: date, typed: str) -> date:
    """Today or a day to come, as a person types it. Raises `UnknownDay` and its kin, and
    `DayIsOver`."""
    from collab.domain.periods import said_day
    from collab.domain.typed_days import parse_day
    from collab.errors import DayIsOver

    day = parse_day(typed, today, "ahead")
    if day < today:
        raise DayIsOver(said_day(day, today))
    return day


def week_meant(session: Session, typed: str | None) -> Period:
    """The week that holds a typed day, or this week. Raises `FuturePeriod` for one to come."""
    return _not_to_come(session, _period_around(session, typed, "week"))


def period_meant(
    session: Session,
    *,
    week: bool = False,
    month: bool = False,
    quarter: bool = False,
    year: bool = False,
    of: str | None = None,
    first: str | None = None,
    last: str | None = None,
) -> Period | None:
    """The period that the options name; None if there is none of them.

    A length is that of the period around `of`, or around today; `of` alone means a week.
    `first` alone reaches up to today, `last` alone back to the first of all days.

    Raises `ConflictingOptions`, `BackwardsPeriod`, and what reading a day raises.
    """
    switches: dict[Length, bool] = {
        "week": week,
        "month": month,
        "quarter": quarter,
        "year": year,
    }
    lengths = [length for length, given in switches.items() if given]
    ends = [name for name, typed in (("--from", first), ("--to", last)) if typed is not None]
    around = [f"--{length}" for length in lengths] or ["--of"] * (of is not None)
    refuse_together(*ends[:1], *around)
    if around:
        return _period_around(session, of, lengths[0] if lengths else "week")
    return _period_between(session, first, last) if ends else None


def past_period_meant(
    session: Session,
    day: list[str] | None,
    day_called: str = "DAY",
    *,
    week: bool = False,
    month: bool = False,
    quarter: bool = False,
    year: bool = False,
    of: str | None = None,
    first: str | None = None,
    last: str | None = None,
) -> Period:
    """The period that the options and a typed `day` name: a week, unless a length is given.

    A `day` typed behind the command means what `--of` does, and is `day_called` in its
    help. The rest is as in `period_meant`. Raises `FuturePeriod` for a period to come and
    `DistantEnd` for one that would end more than a year from today.
    """
    ends = [name for name, typed in (("--from", first), ("--to", last)) if typed is not None]
    refuse_together(*ends[:1], *["--of"] * (of is not None), *[day_called] * bool(day))
    period = period_meant(
        session,
        week=week,
        month=month,
        quarter=quarter,
        year=year,
        of=" ".join(day) if day else of,
        first=first,
        last=last,
    )
    period = _not_to_come(session, period or _period_around(session, None, "week"))
    if (period.last - session.today).days > _LONGEST_AHEAD:
        raise DistantEnd(period.last.isoformat())
    return period


def refuse_together(*given: str) -> None:
    """Raise `ConflictingOptions` if more than one of these was given."""
    if len(given) > 1:
        raise ConflictingOptions(given[0], given[1])


def theme_meant(typed: str) -> str:
    """The id of the theme of this id or name, whatever the case. Raises `UnknownTheme`."""
    from collab.domain.theme_ids import THEME_NAMES
    from collab.errors import UnknownTheme

    wanted = " ".join(typed.split()).casefold()
    for theme, name in THEME_NAMES.items():
        if wanted in (theme, name.casefold()):
            return theme
    raise UnknownTheme(typed, ", ".join(THEME_NAMES))


def person_meant(session: Session, typed: str) -> Person:
    """The person of this name, with or without its "@". Raises `UnknownPerson`."""
    from collab.commands.people.naming import person_called
    from collab.storage.people import everyone

    with session.reading() as connection:
        return person_called(everyone(connection), typed)


def tag_meant(typed: str) -> str:
    """The tag as tags are compared, without its "#"."""
    from collab.domain.people import folded

    return folded(typed.strip().removeprefix("#"))


def is_standard_output(output: str | None) -> bool:
    """Whether `--output` was left out or names standard output."""
    return output is None or output == "-"


@contextmanager
def missing_journal_is_said(*, beside_result: bool) -> Iterator[None]:
    """Say that there is no journal on standard error where a program reads the result."""
    try:
        yield
    except NoJournal as none:
        none.beside_result = beside_result
        raise


def hand_over(session: Session, output: str | None, pieces: Iterable[str], force: bool) -> None:
    """Give a document out: to standard output, or whole to the file that was named.

    Raises `FileInTheWay` if the file exists and `force` is not given, `UnfitTarget` or
    `UnwritableFile`.
    """
    if output is None or output == "-":
        _print(pieces)
        return
    from collab.errors import FileInTheWay, UnfitTarget
    from collab.exchange.files import refuse_unless_ordinary, write_whole
    from collab.rendering.plain import visible

    if refuse_unless_ordinary(output):
        with suppress(OSError):
            if os.path.samefile(output, session.places.journal):
                raise UnfitTarget(output, "it is your journal")
        if not force:
            raise FileInTheWay(output)
    write_whole(output, pieces)
    session.say(visible(f"Written: {output}"))


def _print(pieces: Iterable[str]) -> None:
    """A terminal is shown what it can show; a program is given every letter, as UTF-8."""
    from collab.rendering.plain import visible

    terminal = sys.stdout.isatty()
    encoding = sys.stdout.encoding or "utf-8"
    for piece in pieces:
        if terminal:
            sys.stdout.write(visible(piece).encode(encoding, "replace").decode(encoding))
        else:
            sys.stdout.buffer.write(piece.encode())


def _not_to_come(session: Session, period: Period) -> Period:
    if period.first > session.today:
        raise FuturePeriod(period.kind, period.first.isoformat(), period.last.isoformat())
    return period


def _period_around(session: Session, typed: str | None, length: Length) -> Period:
    starts = session.settings.week_starts_on
    if typed is None:
        return period_around(session.today, starts, length)
    from collab.domain.typed_days import parse_period

    return parse_period(typed, session.today, starts, length)


def _period_between(session: Session, first: str | None, last: str | None) -> Period:
    from collab.domain.periods import days_from_to
    from collab.domain.typed_days import parse_day

    begins = past_day(session, first) if first is not None else date.min
    ends = parse_day(last, session.today) if last is not None else session.today
    return days_from_to(begins, ends)
