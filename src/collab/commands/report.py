"""`collab report`: a week, or a longer period."""

from __future__ import annotations

import os
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import (
    Force,
    From,
    Month,
    NoPager,
    Of,
    Output,
    Quarter,
    Redact,
    To,
    Week,
    Year,
    Yes,
    hand_over,
    past_period_meant,
    refuse_together,
)
from collab.commands.session import Session
from collab.errors import NoJournal

if TYPE_CHECKING:
    from collab.domain.periods import Period
    from collab.domain.reports.report import Report
    from collab.storage.database import Connection

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_FIRST_SCREEN = 23


class Format(StrEnum):
    """The faces of a report."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    SVG = "svg"


_FACES_BY_ENDING = {
    ".html": Format.HTML,
    ".svg": Format.SVG,
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
}
"""What a file is written as whose form was not said."""


@app.command()
def report(
    context: typer.Context,
    day: Annotated[
        list[str] | None,
        typer.Argument(
            help="A day in it, or a week: as --of.",
            metavar="[DAY or WEEK]",
            show_default=False,
        ),
    ] = None,
    week: Week = False,
    month: Month = False,
    quarter: Quarter = False,
    year: Year = False,
    of: Of = None,
    first: From = None,
    last: To = None,
    face: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, json, markdown, html or svg.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    open_: Annotated[
        bool,
        typer.Option("--open", help="Show the HTML page in your browser."),
    ] = False,
    brief: Annotated[bool, typer.Option("--brief", help="The first screen alone.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Every section, also where there is nothing yet.")
    ] = False,
    no_pager: NoPager = False,
    redact: Redact = False,
    yes: Yes = False,
) -> None:
    """Show the week: your words first, then plans, talks and promises, then your ratings.

    A running week without a page gives way to the week before, unless you name a day.
    A month, a quarter, a year or any days are told week by week, by the rules of a week.
    With --redact it is for others, in whichever form: people are called "report A", their
    section is left out, and days become weeks.
    """
    session: Session = context.obj
    session.paging = not no_pager
    refuse_together(*["--brief"] * brief, *["--full"] * full)
    if open_:
        face = _face_for_browser(face, output)
    if face is None and output is not None:
        face = _FACES_BY_ENDING.get(os.path.splitext(output)[1].lower())
    period = past_period_meant(
        session,
        day,
        week=week,
        month=month,
        quarter=quarter,
        year=year,
        of=of,
        first=first,
        last=last,
    )
    try:
        made = _report(session, period, may_yield=not (day or of is not None))
    except NoJournal as none:
        if face is not Format.JSON:
            is_to_keep = face is not None and face is not Format.TEXT
            none.beside_result = output == "-" or (output is None and is_to_keep)
            raise
        made = _report_on_nothing(session, period)
    if redact:
        for_screen = open_ or (face is None and output is None)
        redacted = _redacted(session, made, yes=yes, for_screen=for_screen)
        if redacted is None:
            return
        made = redacted
    if face is None and output is None:
        _show(session, made, brief=brief, full=full)
        return
    text = _text(made, face or Format.TEXT, brief=brief, full=full)
    if not open_:
        hand_over(session, output, [text], force)
        return
    from collab.commands.browser import kept_for_browser, open_in_browser

    if output is not None:
        hand_over(session, output, [text], force)
    open_in_browser(session, output or kept_for_browser(session, text))


def _redacted(session: Session, made: Report, *, yes: bool, for_screen: bool) -> Report | None:
    """The report for others, which every face then draws; None if the user does not agree."""
    from collab.commands.redacting import redacted
    from collab.exchange.redaction import labels_for
    from collab.rendering.redaction.labels import Labels
    from collab.rendering.redaction.records import redacted_report

    views = [view.from_ for view in made.outside.views]
    labels = session.read(
        lambda connection: labels_for(connection, views), without=Labels((), (), list.reverse)
    )
    return redacted(
        session,
        labels,
        lambda redactor: redacted_report(made, redactor),
        yes=yes,
        for_screen=for_screen,
    )


def _face_for_browser(face: Format | None, output: str | None) -> Format:
    """The one face a browser is given. Raises `ConflictingOptions` for any other."""
    other = face not in (None, Format.HTML)
    refuse_together("--open", *[f"--format {face}"] * other, *["--output -"] * (output == "-"))
    return Format.HTML


def _report(session: Session, period: Period, *, may_yield: bool) -> Report:
    from collab.domain.reports.make import report_on
    from collab.storage.reports import records_for

    settings = session.settings
    with session.reading() as connection:
        period, in_place_of = _shown(connection, period, settings.week_starts_on, may_yield)
        records = records_for(
            connection,
            period,
            session.today,
            settings.language,
            settings.week_starts_on,
            in_place_of,
        )
    return report_on(records)


def _shown(
    connection: Connection, period: Period, week_starts_on: int, may_yield: bool
) -> tuple[Period, str | None]:
    """The period to show, and the label of the running week it stands in the place of.

    A period from the first of all days on begins with the first page.
    """
    from collab.domain.periods import days_from_to, week_of
    from collab.storage.reports import first_page, is_written

    if period.kind == "days" and period.first == date.min:
        first = first_page(connection) or period.last
        return days_from_to(min(first, period.last), period.last), None
    if period.kind != "week" or not may_yield:
        return period, None
    if not is_written(connection, period.first, period.last):
        before = week_of(period.first - timedelta(days=1), week_starts_on)
        if is_written(connection, before.first, before.last):
            return before, period.label
    return period, None


def _report_on_nothing(session: Session, period: Period) -> Report:
    from collab.domain.periods import days_from_to
    from collab.domain.reports.make import report_on
    from collab.domain.reports.records import Records

    if period.first == date.min:
        period = days_from_to(period.last, period.last)
    return report_on(
        Records(
            period=period,
            today=session.today,
            language=session.settings.language,
            week_starts_on=session.settings.week_starts_on,
        )
    )


def _show(session: Session, made: Report, *, brief: bool, full: bool) -> None:
    """On the terminal, where what is longer than a screen goes through a pager."""
    from collab.rendering.glyphs import ASCII, UNICODE
    from collab.rendering.report_layout import Look
    from collab.rendering.report_screen import first_screen, screen

    rows = session.rows or (_FIRST_SCREEN if brief else None)
    look = Look(
        width=session.console.width,
        glyphs=UNICODE if session.unicode else ASCII,
        full=full,
        first_rows=None if full else rows,
    )
    whole = screen(made, look, brief=brief)
    if session.rows is not None and whole.plain.count("\n") >= session.rows:
        from collab.commands.pager import pager_of, through

        pager = pager_of(session)
        is_first_screen_whole = first_screen(made, look).plain.count("\n") < session.rows
        with session.console.capture() as caught:
            session.show(screen(made, look, brief=brief, rows=session.rows))
        then = "the numbers" if is_first_screen_whole else "more"
        if pager and through(session, pager, caught.get(), then):
            return
    session.show(whole)


def _text(made: Report, face: Format, *, brief: bool, full: bool) -> str:
    if face is Format.JSON:
        from collab.rendering.report_json import as_json

        return as_json(made)
    if face is Format.MARKDOWN:
        from collab.rendering.report_markdown import as_markdown

        return as_markdown(made)
    if face is Format.HTML:
        from collab.rendering.html.page import as_html

        return as_html(made)
    if face is Format.SVG:
        from collab.rendering.report_picture import as_svg

        return as_svg(made, full=full, first_rows=_FIRST_SCREEN if brief else None)
    from collab.rendering.report_layout import Look
    from collab.rendering.report_screen import file_page

    look = Look(full=full, first_rows=_FIRST_SCREEN if brief else None)
    return file_page(made, look, brief=brief)
