"""Options that mean the same wherever they are used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from collab.commands.session import Session
from collab.domain.periods import Period

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
Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="DAY",
        help="A day in it: last friday, 2026-11-20, 2026-W47.",
        show_default=False,
    ),
]
Week = Annotated[bool, typer.Option("--week", help="The week.")]


def past_day(session: Session, typed: str) -> date:
    """A day up to today, as a person types it. Raises `UnknownDay` and its kin."""
    from collab.domain.typed_days import parse_day, refuse_future

    day = parse_day(typed, session.today)
    refuse_future(day, session.today)
    return day


def week_meant(session: Session, typed: str | None) -> Period:
    """The week that holds a typed day, or this week."""
    starts = session.settings.week_starts_on
    if typed is None:
        from collab.domain.periods import week_of

        return week_of(session.today, starts)
    from collab.domain.typed_days import parse_period

    return parse_period(typed, session.today, starts)


def hand_over(session: Session, output: str | None, pieces: Iterable[str], force: bool) -> None:
    """Give a document out: to standard output, or whole to the file that was named.

    Raises `FileInTheWay` if the file exists and `force` is not given, or `UnwritableFile`.
    """
    if output is None or output == "-":
        encoding = sys.stdout.encoding or "utf-8"
        for piece in pieces:
            sys.stdout.write(piece.encode(encoding, "replace").decode(encoding))
        return
    from collab.errors import FileInTheWay
    from collab.exchange.files import refuse_unless_ordinary, write_whole

    if refuse_unless_ordinary(output) and not force:
        raise FileInTheWay(output)
    write_whole(output, pieces)
    session.say(f"Written: {output}")
