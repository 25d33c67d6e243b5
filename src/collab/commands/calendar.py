"""`collab calendar`: the days written in a year."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import (
    Force,
    Of,
    Output,
    Year,
    hand_over,
    is_standard_output,
    period_meant,
    refuse_together,
)
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.session import Session
from collab.errors import FuturePeriod, NoJournal
from collab.storage.calendar import last_day_before, pieces_between

if TYPE_CHECKING:
    from collab.domain.calendar import Calendar
    from collab.domain.periods import Period

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_ON_PAPER = 80


class Format(StrEnum):
    """The faces of a calendar."""

    TEXT = "text"
    JSON = "json"


@app.command()
def calendar(
    context: typer.Context,
    day: Annotated[
        list[str] | None,
        typer.Argument(
            help="The year, such as 2026, or a day of it.",
            metavar="[YEAR or DAY]",
            show_default=False,
        ),
    ] = None,
    year: Year = False,
    of: Of = None,
    face: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the days you wrote in a year, by how many words; this year unless you name one."""
    session: Session = context.obj
    refuse_together(*["--of"] * (of is not None), *["YEAR"] * bool(day))
    typed = of if of is not None else " ".join(day) if day else None
    period = period_meant(session, year=True, of=typed)
    assert period
    if period.first > session.today:
        raise FuturePeriod("year", str(period.first), str(period.last))
    if face is Format.JSON:
        from collab.rendering.calendar import as_json

        hand_over(session, output, [as_json(_made(session, period))], force)
    else:
        _show(session, period, output, force)


def _made(session: Session, period: Period) -> Calendar:
    """The calendar; without a journal an empty one."""
    from collab.domain.calendar import calendar_of

    starts, today = session.settings.week_starts_on, session.today
    last = min(period.last, today)
    return session.read(
        lambda connection: calendar_of(
            period, pieces_between(connection, period.first, last), today, starts
        ),
        without=calendar_of(period, (), today, starts),
    )


def _show(session: Session, period: Period, output: str | None, force: bool) -> None:
    from collab.rendering.calendar import page
    from collab.rendering.glyphs import UNICODE
    from collab.rendering.printed import printed

    if not session.journal.exists():
        raise NoJournal(session.places.journal)
    made = _made(session, period)
    if not made.days:
        _say_nothing_is_there(session, period)
    elif is_standard_output(output):
        print_lines(session, page(made, session.width, glyphs_of(session)))
    else:
        hand_over(session, output, [printed(page(made, _ON_PAPER, UNICODE), _ON_PAPER)], force)


def _say_nothing_is_there(session: Session, period: Period) -> None:
    with session.reading() as connection:
        before = last_day_before(connection, period.first)
    session.say(f"Nothing written in {period.label}.")
    if before:
        session.say(f"The last year with a page: collab calendar {before.year}")
