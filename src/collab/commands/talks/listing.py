"""`collab talk list` and `collab talk show`: the talks that are open, and one whole story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import NoPager, hand_over
from collab.commands.pages.faces import PageFormat
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.session import Session
from collab.commands.talks.naming import TalkName, is_open, talk_named
from collab.errors import NoJournal
from collab.storage import talks

if TYPE_CHECKING:
    from collab.domain.talks import Talk

FaceOption = Annotated[PageFormat, typer.Option("--format", help="text, markdown or json.")]


def list_talks(
    context: typer.Context,
    ended: Annotated[
        bool, typer.Option("--all", help="Those that were closed or let go, too.")
    ] = False,
    face: FaceOption = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """List the open talks: where each stands, the end of its id, whom it is with."""
    session: Session = context.obj
    session.paging = not no_pager
    try:
        found, ends = _found(session, ended=ended)
    except NoJournal as none:
        if face is not PageFormat.JSON:
            none.beside_result = face is PageFormat.MARKDOWN
            raise
        found, ends = (), {}
    if face is PageFormat.JSON:
        from collab.exchange.journal_json.listings import talks_document

        hand_over(session, None, [talks_document(found)], force=False)
    elif face is PageFormat.MARKDOWN:
        from collab.rendering.markdown.talks import talk_list

        hand_over(session, None, [talk_list(found, session.today)], force=False)
    elif not found:
        session.say("There are no talks." if ended else "There are no open talks.")
    else:
        from collab.rendering.talk_lines import listing

        rows = listing(found, ends, session.today, session.width, glyphs_of(session))
        session.say_page("\n".join(rows))


def show(
    context: typer.Context,
    name: TalkName,
    face: FaceOption = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """Show a talk's whole story on one page: before and after, side by side."""
    session: Session = context.obj
    session.paging = not no_pager
    try:
        talk = talk_named(session, name, is_open)
    except NoJournal as none:
        if face is not PageFormat.JSON:
            none.beside_result = face is PageFormat.MARKDOWN
            raise
        from collab.exchange.journal_json.listings import talks_document

        hand_over(session, None, [talks_document(())], force=False)
        return
    from collab.storage.entries import answers_about

    with session.reading() as connection:
        story = answers_about(connection, talk.id)
    if face is PageFormat.JSON:
        from collab.exchange.journal_json.listings import talks_document

        hand_over(session, None, [talks_document([talk], story)], force=False)
    elif face is PageFormat.MARKDOWN:
        from collab.rendering.markdown.talks import talk_page

        hand_over(session, None, [talk_page(talk, story)], force=False)
    else:
        from collab.rendering.talk_screen import talk_story
        from collab.storage.packs import load

        labels = {one.id: one.label for one in load(session.places.prompts).prompts}
        page = talk_story(talk, story, labels, session.width, glyphs_of(session))
        print_lines(session, page)


def _found(session: Session, *, ended: bool) -> tuple[tuple[Talk, ...], dict[str, str]]:
    from collab.storage.ends import ends_of

    with session.reading() as connection:
        every, still_open = talks.everyone, talks.open_on
        found = every(connection) if ended else still_open(connection, session.today)
        return found, ends_of(connection, [talk.id for talk in found], "talks")
