"""`collab journal delete` and `restore`: put a page out of sight, and bring it back."""

from __future__ import annotations

import typer

from collab.commands.pages.naming import PageName, page_named
from collab.commands.session import Session
from collab.domain.entries import Entry
from collab.domain.periods import said_day


def delete(context: typer.Context, name: PageName) -> None:
    """Put a page out of sight with everything on it. Nothing is destroyed."""
    from collab.storage.pages import remove_entry

    session: Session = context.obj
    session.expect_journal()
    entry, end = page_named(session, name)
    with session.unit("delete") as unit:
        remove_entry(unit, entry.id)
    session.say(f"Deleted: {_said(session, entry)}.")
    session.say(f"Bring it back with: collab journal restore {end}")


def restore(context: typer.Context, name: PageName) -> None:
    """Bring a deleted page back with what was deleted along with it."""
    from collab.storage.pages import restore_entry

    session: Session = context.obj
    session.expect_journal()
    entry, end = page_named(session, name, removed=True)
    with session.unit("restore") as unit:
        restore_entry(unit, entry.id)
    session.say(f"Restored: {_said(session, entry)}.")
    session.say(f"See it with: collab journal show {end}")


def _said(session: Session, entry: Entry) -> str:
    return f"{entry.kind} of {said_day(entry.day, session.today)}"
