"""`collab journal edit`: a page in the user's editor."""

from __future__ import annotations

import typer

from collab.commands.pages.naming import PageName, page_named
from collab.commands.session import Session


def edit(context: typer.Context, page: PageName) -> None:
    """Change a page in your editor; collab undo takes it back."""
    from collab.commands.editor_folder import leftovers
    from collab.commands.page_editing import edit_entry

    session: Session = context.obj
    session.expect_journal()
    leftovers(session)
    entry, _ = page_named(session, page)
    edit_entry(session, entry)
