"""`collab talk list` and `collab talk show`: the talks that are open, and one whole story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.faces import PageFace, PageFormat, found_for
from collab.commands.options import NoPager, hand_over
from collab.commands.pages.screen import glyphs_of, print_lines
from collab.commands.session import Session
from collab.commands.talks.naming import TalkName, is_open, talk_named
from collab.storage import talks

if TYPE_CHECKING:
    from collab.domain.talks import Talk


def list_talks(
    context: typer.Context,
    ended: Annotated[
        bool, typer.Option("--all", help="Those that were closed or let go, too.")
    ] = False,
    face: PageFace = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """List the open talks: where each stands, the end of its id, whom it is with."""
    session: Session = context.obj
    session.paging = not no_pager
    found, ends = found_for(face, lambda: _found(session, ended=ended), ((), {}))
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
    face: PageFace = PageFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """Show a talk's whole story on one page: before and after, side by side."""
    session: Session = context.obj
    session.paging = not no_pager
    talk = found_for(face, lambda: talk_named(session, name, is_open), None)
    if talk is None:
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
        from collab.storage.packs import labels

        asked = {answer.prompt for _, answer in story if answer.prompt}
        called = labels(asked, session.places.prompts)
        page = talk_story(talk, story, called, session.width, glyphs_of(session))
        print_lines(session, page)


def _found(session: Session, *, ended: bool) -> tuple[tuple[Talk, ...], dict[str, str]]:
    from collab.storage.ends import ends_of

    with session.reading() as connection:
        every, still_open = talks.everyone, talks.open_on
        found = every(connection) if ended else still_open(connection, session.today)
        return found, ends_of(connection, [talk.id for talk in found], "talks")
