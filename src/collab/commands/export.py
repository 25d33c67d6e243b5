"""`collab export`: gives the words back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import Force, Of, Output, Week, hand_over, week_meant
from collab.commands.session import Session
from collab.errors import NoJournal, NotFullyDone

if TYPE_CHECKING:
    from collab.storage.database import Connection

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)
_FOLDER = "collab-export"


@app.callback()
def export() -> None:
    """Give your words back, as Markdown or JSON."""


@app.command("json")
def export_json(context: typer.Context, output: Output = None, force: Force = False) -> None:
    """Export the whole journal as JSON, without loss.

    Not carried: the history of changes, what was removed, settings, packs, skipped
    questions and real names.
    """
    from collab.exchange.journal_json.writing import export_document, write_document

    session: Session = context.obj
    try:
        with session.reading() as connection:
            hand_over(session, output, export_document(connection), force)
    except NoJournal:
        hand_over(session, output, write_document((), (), (), ()), force)


@app.command()
def markdown(
    context: typer.Context,
    folder: Annotated[
        str, typer.Argument(help="The folder the pages go to.", metavar="[FOLDER]")
    ] = _FOLDER,
    output: Output = None,
    week: Week = False,
    of: Of = None,
    flat: Annotated[bool, typer.Option("--flat", help="No folder for each year.")] = False,
    force: Force = False,
) -> None:
    """Export pages, one a day, into a folder; or all in one document with --output.

    A second run changes nothing. A page you edited is left as it is and named.
    """
    session: Session = context.obj
    period = week_meant(session, of) if week or of else None
    first, last = (period.first, period.last) if period else (None, None)
    with session.reading() as connection:
        if output is not None:
            hand_over(session, output, _document(connection, first, last), force)
        else:
            _to_folder(session, connection, folder, (first, last), flat=flat, force=force)


def _days(
    connection: Connection, first: date | None, last: date | None
) -> Iterator[tuple[date, list[object]]]:
    from collab.storage.entries import in_portions

    for day, entries in groupby(in_portions(connection, first, last), lambda entry: entry.day):
        yield day, list(entries)


def _document(connection: Connection, first: date | None, last: date | None) -> Iterator[str]:
    from collab.rendering.markdown import document
    from collab.storage.packs import themes

    return document(_days(connection, first, last), themes())  # type: ignore[arg-type]


def _to_folder(
    session: Session,
    connection: Connection,
    folder: str,
    span: tuple[date | None, date | None],
    *,
    flat: bool,
    force: bool,
) -> None:
    from collab.domain.people import Directory
    from collab.exchange.folder import write_folder
    from collab.rendering.markdown import page
    from collab.storage import people
    from collab.storage.packs import themes

    directory = Directory(people.everyone(connection))

    def name(day: date) -> str:
        return f"{day}.md" if flat else f"{day.year:04}/{day}.md"

    first, last = (span[0] or date.min).isoformat(), (span[1] or date.max).isoformat()
    result = write_folder(
        folder,
        (
            (name(day), page(day, entries, themes(), directory))  # type: ignore[arg-type]
            for day, entries in _days(connection, *span)
        ),
        of="everything",
        belongs=lambda path: first <= path[-13:-3] <= last,
        force=force,
    )
    session.say(f"{folder}: {len(result.written)} written, {result.unchanged} unchanged")
    for path in result.gone:
        session.say(f"  {path}: that day has no page any more; the file was left")
    if result.left:
        for path in result.left:
            session.warn(f"  {path}: you edited it; it was left as it is")
        raise NotFullyDone(
            f"{len(result.left)} left as you edited them.", "--force replaces them too."
        )
