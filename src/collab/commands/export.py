"""`collab export`: gives the words back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands import options
from collab.commands.lazy import LazyGroup
from collab.commands.options import (
    Force,
    From,
    Month,
    Of,
    OfPerson,
    OfTag,
    OfTheme,
    Output,
    Quarter,
    Redact,
    To,
    Week,
    Year,
    Yes,
)
from collab.commands.session import Session
from collab.errors import NoJournal, NotFullyDone
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.domain.selections import Selection
    from collab.exchange.folder import Written
    from collab.storage.database import Connection

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, add_completion=False, no_args_is_help=True)
_FOLDER = "collab-export"
_NOT_CARRIED = (
    "Not carried: the history of changes, what was removed, settings, packs, skipped"
    " questions and real names."
)


@app.callback()
def export() -> None:
    """Give your words back, as Markdown or JSON."""


@app.command("json")
def export_json(
    context: typer.Context,
    output: Output = None,
    force: Force = False,
    redact: Annotated[bool, typer.Option("--redact", hidden=True)] = False,
    _yes: Annotated[bool, typer.Option("--yes", hidden=True)] = False,
) -> None:
    """Export the whole journal as JSON, without loss.

    Not carried: the history of changes, what was removed, settings, packs, skipped
    questions and real names.
    """
    from collab.exchange.journal_json.writing import export_document, write_document

    session: Session = context.obj
    if redact:
        from collab.errors import NothingRedactedInJson

        raise NothingRedactedInJson
    to_file = not options.is_standard_output(output)
    try:
        _give(session, output, export_document, force)
    except NoJournal as none:
        if to_file:
            session.warn(visible(none.sentence))
        options.hand_over(session, output, write_document((), (), (), ()), force)
    if to_file:
        session.warn(_NOT_CARRIED)


@app.command()
def markdown(
    context: typer.Context,
    folder: Annotated[
        str | None,
        typer.Argument(
            help=f"The folder the pages go to; {_FOLDER} if none is named.",
            metavar="[FOLDER]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    week: Week = False,
    month: Month = False,
    quarter: Quarter = False,
    year: Year = False,
    of: Of = None,
    first: From = None,
    last: To = None,
    theme: OfTheme = None,
    person: OfPerson = None,
    tag: OfTag = None,
    flat: Annotated[bool, typer.Option("--flat", help="No folder for each year.")] = False,
    force: Force = False,
    redact: Redact = False,
    yes: Yes = False,
) -> None:
    """Export pages, one a day, into a folder; or all in one document with --output.

    A second run changes nothing. A page you edited is left as it is and named.

    Without a period every day is exported. A filter keeps whole entries, such as an
    evening or a note: each that holds anything that fits. Of several filters all must fit.
    Talks and promises go into the folder as well, as pages to read, where neither a period
    nor a filter is given. They are not read back; the JSON carries them without loss.

    With --redact the pages go into one document, to be given to others and never read back.
    People are called "report A" or "peer B", and days become weeks.
    """
    from collab.domain.selections import Selection
    from collab.exchange.markdown.writing import one_document

    session: Session = context.obj
    if redact:
        options.refuse_together("--redact", *["FOLDER"] * (folder is not None))
        options.refuse_together("--redact", *["--flat"] * flat)
    if output is not None:
        options.refuse_together("--output", *["FOLDER"] * (folder is not None))
        options.refuse_together("--output", *["--flat"] * flat)
    with options.missing_journal_is_said(beside_result=output == "-" or redact):
        selection = Selection(
            period=options.period_meant(
                session,
                week=week,
                month=month,
                quarter=quarter,
                year=year,
                of=of,
                first=first,
                last=last,
            ),
            theme=options.theme_meant(theme) if theme is not None else None,
            tag=options.tag_meant(tag) if tag is not None else None,
            person=options.person_meant(session, person) if person is not None else None,
        )
        if redact:
            _give_redacted(session, output, selection, force=force, yes=yes)
        elif output is None:
            _fill(session, _FOLDER if folder is None else folder, selection, flat=flat, force=force)
        elif not _give(session, output, lambda journal: one_document(journal, selection), force):
            say = session.warn if output == "-" else session.say
            say(_nothing(selection))


def _give(
    session: Session,
    output: str | None,
    pieces_of: Callable[[Connection], Iterable[str]],
    force: bool,
) -> bool:
    """Give a document out; False if there is not a piece of it."""
    if options.is_standard_output(output):
        # Whoever reads at the other end of a pipe may take an evening over it, and nothing
        # could be written into a journal that was held open for so long.
        with session.reading() as connection:
            whole = list(pieces_of(connection))
        options.hand_over(session, output, whole, force)
        return bool(whole)
    with session.reading() as connection:
        pieces = iter(pieces_of(connection))
        begin = next(pieces, None)
        if begin is not None:
            options.hand_over(session, output, chain([begin], pieces), force)
    return begin is not None


def _give_redacted(
    session: Session, output: str | None, selection: Selection, *, force: bool, yes: bool
) -> None:
    from collab.commands.redacting import redacted
    from collab.exchange.redaction import entries_meant, labels_for, outside_in, pages_for_others

    with session.reading() as connection:
        entries = entries_meant(connection, selection)
        labels = labels_for(connection, outside_in(entries))
    if not entries:
        session.warn(_nothing(selection))
        return
    text = redacted(session, labels, lambda redactor: pages_for_others(entries, redactor), yes=yes)
    if text is not None:
        options.hand_over(session, output, [text], force)


def _fill(session: Session, folder: str, selection: Selection, *, flat: bool, force: bool) -> None:
    from collab.exchange.folder import write_folder
    from collab.exchange.markdown.writing import covers, folder_pages

    # As above: a disk may take its time over thousands of files.
    with session.reading() as connection:
        pages = list(folder_pages(connection, selection, flat=flat))
    written = write_folder(
        folder.rstrip(os.sep) or folder,
        pages,
        of=selection.of() + ", flat" * flat,
        covers=lambda path: covers(selection, path),
        force=force,
    )
    if pages or written.gone:
        _tell(session, folder, written, force=force)
    else:
        session.say(_nothing(selection))


def _nothing(selection: Selection) -> str:
    return visible(f"Nothing to export: there is no page{selection.words()}.")


def _tell(session: Session, folder: str, written: Written, *, force: bool) -> None:
    count = len(written.written)
    pages = "page" if count == 1 else "pages"
    session.say(visible(f"{folder}: {count} {pages} written, {written.unchanged} unchanged"))
    for path in written.gone:
        session.say(visible(f"  {path}: the journal has no such page any more; it was left there"))
    for path in written.left:
        session.warn(visible(f"  {path}: it is not as collab wrote it; it was left as it is"))
    if written.left:
        raise NotFullyDone(
            f"{len(written.left)} left as you changed them.",
            "Take them away, then export again." if force else "--force replaces them too.",
        )
