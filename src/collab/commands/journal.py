"""`collab journal`: today's page, and the pages that were written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.lazy import LazyGroup
from collab.commands.options import past_day, refuse_together
from collab.commands.session import Session

if TYPE_CHECKING:
    from collab.commands.sitting import Sitting


class PageCommands(LazyGroup):
    """`today`, which stands here, and the commands about pages."""

    members = {  # noqa: RUF012 - read, and never changed
        "week": "week:week",
        "note": "note:note",
        "list": "pages.list:list_pages",
        "show": "pages.show:show",
        "search": "pages.search:search",
        "star": "pages.star:star",
        "edit": "pages.edit:edit",
        "delete": "pages.delete:delete",
        "restore": "pages.delete:restore",
        "history": "pages.history:history",
    }


app = typer.Typer(
    cls=PageCommands, rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


@app.callback()
def journal() -> None:
    """Write today's page, find and change pages."""


@app.command()
def today(
    context: typer.Context,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="A late page, for a day that was."),
    ] = None,
    morning: Annotated[bool, typer.Option("--morning", help="The morning's questions.")] = False,
    evening: Annotated[bool, typer.Option("--evening", help="The evening's questions.")] = False,
    light: Annotated[bool, typer.Option("--light", help="One kind question, no more.")] = False,
    between: Annotated[
        bool, typer.Option("--catch-up", help="A few words for each day of the newest gap.")
    ] = False,
    form: Annotated[bool, typer.Option("--form", help="Print the page to fill in.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Read a filled page; - is standard input."),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="The whole page, in your editor.")] = False,
) -> None:
    """Ask today's questions. Every answer is kept the moment it is given."""
    from collab.commands import filled_pages
    from collab.commands.editor_folder import leftovers
    from collab.commands.page_editing import edit_today
    from collab.commands.sitting import sitting
    from collab.commands.today import catch_up, hold
    from collab.domain.agenda import which

    session: Session = context.obj
    _refuse_contradictions(
        {"--morning": morning, "--evening": evening},
        {"--morning": morning, "--light": light},
        {"--morning": morning, "--date": day is not None},
        {"--light": light, "--date": day is not None},
        {"--form": form, "--from": source is not None, "--edit": edit, "--catch-up": between},
        {"--catch-up": between, "--date": day is not None},
        {"--catch-up": between, "--light": light},
    )
    leftovers(session)
    if source is not None:
        of = past_day(session, day) if day is not None else None
        session.say(filled_pages.take_in(session, source, of))
        return
    if between:
        catch_up(session)
        return
    when = past_day(session, day) if day is not None else session.today
    chosen = "morning" if morning else "evening" if evening or light or day is not None else None
    part = which(session.now.time(), session.settings.day_ends_at, chosen)  # type: ignore[arg-type]

    def sit() -> Sitting:
        return sitting(session, when, part, light=light)

    if form:
        sys.stdout.write(filled_pages.form(session, sit()))
    elif edit:
        edit_today(session, sit())
    else:
        hold(session, sit)


def _refuse_contradictions(*groups: dict[str, bool]) -> None:
    for group in groups:
        refuse_together(*(option for option, given in group.items() if given))
