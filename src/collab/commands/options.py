"""Options that mean the same wherever they are used."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from collab.commands.session import Session
from collab.domain.periods import Period, days_from_to, month_of, quarter_of, year_of

Output = Annotated[
    str | None,
    typer.Option("--output", metavar="FILE", help="Write to a file; - is standard output."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
Of = Annotated[
    str | None,
    typer.Option("--of", metavar="DAY", help="A day in it: last friday, 2026-11-20, 2026-W47."),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The first day.", show_default=False)
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="The last day.", show_default=False)
]
Week = Annotated[bool, typer.Option("--week", help="The week.")]
Month = Annotated[bool, typer.Option("--month", help="The month.")]
Quarter = Annotated[bool, typer.Option("--quarter", help="The quarter.")]
Year = Annotated[bool, typer.Option("--year", help="The year.")]


def past_day(session: Session, typed: str) -> date:
    """A day up to today, as a person types it. Raises `UnknownDay` and its kin."""
    from collab.domain.typed_days import parse_day, refuse_future

    day = parse_day(typed, session.today)
    refuse_future(day, session.today)
    return day


def week_meant(session: Session, typed: str | None) -> Period:
    """The week that holds a typed day, or this week."""
    from collab.domain.periods import week_of
    from collab.domain.typed_days import parse_period

    starts = session.settings.week_starts_on
    if typed is None:
        return week_of(session.today, starts)
    return parse_period(typed, session.today, starts)


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
    """The period that a command's options name; None if they name none.

    Raises `ConflictingOptions` if they name two.
    """
    from collab.domain.typed_days import parse_day
    from collab.errors import ConflictingOptions

    named = [
        name
        for name, given in (
            ("--week", week),
            ("--month", month),
            ("--quarter", quarter),
            ("--year", year),
            ("--from/--to", first is not None or last is not None),
        )
        if given
    ]
    if len(named) > 1:
        raise ConflictingOptions(named[0], named[1])
    if first is not None or last is not None:
        start = parse_day(first, session.today) if first else date.min
        end = parse_day(last, session.today) if last else session.today
        return days_from_to(start, end)
    if not named and of is None:
        return None
    within = week_meant(session, of)
    if week or not named:
        return within
    # A week asked for by name lies in the month that holds most of it, its middle day.
    day = parse_day(of, session.today) if of and "w" not in of.lower() else within.days()[3]
    day = day if of else session.today
    return (month_of if month else quarter_of if quarter else year_of)(day)
