"""`collab calendar`: the days written in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.faces import ListFace, ListFormat, found_for
from collab.commands.options import (
    Force,
    Of,
    Output,
    Year,
    hand_over,
    is_standard_output,
    past_period_meant,
)
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.session import Session
from collab.storage.calendar import last_day_before, pieces_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collab.domain.calendar import Calendar, Piece
    from collab.domain.periods import Period

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_ON_PAPER = 80


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
    face: ListFace = ListFormat.TEXT,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the days you wrote in a year, by how many words; this year unless you name one."""
    session: Session = context.obj
    period = past_period_meant(session, day, "YEAR", year=True, of=of)
    nothing = _calendar_of(session, period, ())
    made = found_for(face, lambda: _made(session, period), nothing)
    if face is ListFormat.JSON:
        from collab.rendering.calendar import as_json

        hand_over(session, output, [as_json(made)], force)
    else:
        _show(session, period, made, output, force)


def _made(session: Session, period: Period) -> Calendar:
    with session.reading() as connection:
        last = min(period.last, session.today)
        return _calendar_of(session, period, pieces_between(connection, period.first, last))


def _calendar_of(session: Session, period: Period, pieces: Iterable[Piece]) -> Calendar:
    from collab.domain.calendar import calendar_of

    return calendar_of(period, pieces, session.today, session.settings.week_starts_on)


def _show(
    session: Session, period: Period, made: Calendar, output: str | None, force: bool
) -> None:
    from collab.rendering.calendar import page
    from collab.rendering.glyphs import UNICODE
    from collab.rendering.printed import printed

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
        session.say_fitted(f"The last year with a page: collab calendar {before.year}")
