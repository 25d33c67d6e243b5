"""`collab journal history`: what was done, and every version of a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collab.commands.options import NoPager
from collab.commands.pages.naming import page_named
from collab.commands.pages.screen import print_lines
from collab.commands.session import Session
from collab.domain.periods import said_day
from collab.domain.theme_ids import THEME_NAMES
from collab.errors import DeletedEntry, NoEntryOn, UnknownEntry
from collab.rendering.history_screen import Deed, Step, deeds, versions

if TYPE_CHECKING:
    from collab.domain.entries import Entry
    from collab.storage.changes import Done, Version
    from collab.storage.database import Connection

_SHOWN = {
    "entries": ("text", "outside", "tags", "people", "week", "day", "light", "starred"),
    "answers": ("text", "if", "then", "deeper_text", "outside", "starred"),
    "ratings": ("value", "fit", "deeper_text"),
    "plans": ("if", "then", "for", "outcome"),
}
"""For each table the columns whose changes are shown."""

_SAID = {
    "deeper_text": "going deeper",
    "outside": "in the words of",
    "starred": "star",
    "fit": "how it suited",
    "then": "then I will",
    "for": "its day",
    "outcome": "what became of it",
}
_THE_THING_ITSELF = ("text", "value")
_ON_OR_OFF = ("light", "starred")
_LISTS = ("tags", "people")


def history(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PAGE]",
            help="Its day, or the end of its id as list prints it.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
    ] = 20,
    no_pager: NoPager = False,
) -> None:
    """Show what was done last to the journal, or every version of one page; newest last."""
    session: Session = context.obj
    session.paging = not no_pager
    if name:
        _show_versions(session, name, limit)
    else:
        _show_deeds(session, limit)


def _show_deeds(session: Session, limit: int) -> None:
    from collab.rendering.lines import line
    from collab.storage.changes import history as done_last

    with session.reading() as connection:
        done = done_last(connection, limit=limit + 1)
        told = [_deed(session, connection, one) for one in reversed(done[:limit])]
    if not told:
        session.say("Nothing was done yet.")
        return
    lines = [line(_earlier(limit)), line()] if len(done) > limit else []
    print_lines(session, [*lines, *deeds(told, session.today)])


def _deed(session: Session, connection: Connection, done: Done) -> Deed:
    to = f"{done.pages} pages" if done.pages > 1 else done.person
    if done.pages == 1 and done.entry:
        to = _page_called(session, connection, done.entry)
    return Deed(done.at, done.command, to, done.undone)


def _page_called(session: Session, connection: Connection, entry: str) -> str:
    from collab.storage.ends import ends_of
    from collab.storage.entries import by_ids, removed_by_ids

    end = ends_of(connection, [entry])[entry]
    for page in (*by_ids(connection, [entry]), *removed_by_ids(connection, [entry])):
        return f"{page.kind} of {said_day(page.day, session.today)}, {end}"
    return end


def _show_versions(session: Session, name: Sequence[str], limit: int) -> None:
    from collab.rendering.entry_words import entry_heading
    from collab.rendering.lines import line
    from collab.rendering.palette import HEADING, LABEL
    from collab.storage.changes import versions as versions_of

    entry, end = _standing_or_removed(session, name)
    with session.reading() as connection:
        steps = [step for version in versions_of(connection, entry.id) for step in _steps(version)]
    day = said_day(entry.day, session.today)
    lines = [line((HEADING, f"{day}, {entry_heading(entry)}"), (LABEL, f"  {end}")), line()]
    if len(steps) > limit:
        lines += [line(_earlier(limit)), line()]
    print_lines(session, [*lines, *versions(steps[-limit:], session.today)])


def _standing_or_removed(session: Session, name: Sequence[str]) -> tuple[Entry, str]:
    try:
        return page_named(session, name)
    except (NoEntryOn, UnknownEntry, DeletedEntry):
        return page_named(session, name, removed=True)


def _earlier(limit: int) -> str:
    return f"Earlier ones: --limit {2 * limit}"


def _steps(version: Version) -> Iterator[Step]:
    """What a version changed, as the user knows it."""
    what = _what(version)
    before: dict[str, Any] = dict(version.before or {})
    after = dict(version.after)
    if bool(before.get("removed_at")) != bool(after.get("removed_at")):
        state = "put out of sight" if after.get("removed_at") else "brought back"
        yield Step(version.at, version.command, f"{what}: {state}", None, None)
        return
    for column in _SHOWN[version.table]:
        old, new = _value(column, before.get(column)), _value(column, after.get(column))
        if old != new and (before or column != "day"):
            said = what if column in _THE_THING_ITSELF else f"{what}: {_SAID.get(column, column)}"
            yield Step(version.at, version.command, said, old, new)


def _what(version: Version) -> str:
    row = version.after
    if version.table == "ratings":
        return THEME_NAMES[row["theme"]]
    return {"entries": "page", "plans": "plan"}.get(version.table) or row["question"] or "answer"


def _value(column: str, value: Any) -> str | None:
    if column in _LISTS and value is not None:
        return ", ".join(json.loads(value)) or None
    if column in _ON_OR_OFF:
        return "yes" if value else None
    return str(value) if value else None
