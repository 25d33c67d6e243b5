"""`collab journal search`: finds words, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.faces import ListFace, ListFormat, found_for
from collab.commands.options import NoPager, hand_over
from collab.commands.pages.screen import glyphs_of, print_lines, shows_styles
from collab.commands.session import Session
from collab.errors import UsageFault

if TYPE_CHECKING:
    from collab.rendering.lines import Line
    from collab.storage.search import Hit

_NAMED = {"entries": "", "talks": "talk: ", "promises": "promise: "}
_LEAST_WORDS = 12


def search(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words to look for.", show_default=False),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
    ] = 20,
    face: ListFace = ListFormat.TEXT,
    no_pager: NoPager = False,
) -> None:
    """Find every text that holds all the words, the newest first.

    Beginnings of words count, case and accents do not; "words in quotes" are found as
    they stand together.
    """
    from collab.storage.search import is_empty

    session: Session = context.obj
    session.paging = not no_pager
    typed = " ".join(text or ())
    if is_empty(typed):
        raise UsageFault(
            "There is nothing to look for.", "Type some words after: collab journal search"
        )
    hits, ends = found_for(face, lambda: _found(session, typed, limit + 1), ([], {}))
    shown, more = hits[:limit], len(hits) > limit
    if face is ListFormat.JSON:
        from collab.exchange.journal_json.listings import hits_document

        hand_over(session, None, [hits_document(shown, more)], force=False)
        return
    if not shown:
        session.say("Nothing found.")
        return
    further = f"\nThere is more; see it with --limit {2 * limit}" if more else ""
    print_lines(session, _lines(session, shown, ends), after=further)


def _found(session: Session, typed: str, limit: int) -> tuple[list[Hit], Mapping[str, str]]:
    from collab.storage.ends import ends_of
    from collab.storage.search import find

    with session.reading() as connection:
        hits = find(connection, typed, limit)
        ends: dict[str, str] = {}
        for kind in _NAMED:
            ends |= ends_of(connection, [hit.record for hit in hits if hit.kind == kind], kind)
    return hits, ends


def _lines(session: Session, hits: Sequence[Hit], ends: Mapping[str, str]) -> Iterator[Line]:
    from collab.domain.periods import said_day
    from collab.rendering.hits import around
    from collab.rendering.lines import line

    days = [said_day(hit.day, session.today) for hit in hits]
    day_room = max(map(len, days))
    end_room = max(len(ends[hit.record]) for hit in hits)
    room = max(session.width - day_room - end_room - 4, _LEAST_WORDS)
    for hit, day in zip(hits, days, strict=True):
        kind = _NAMED[hit.kind]
        words = around(
            hit.text,
            hit.places,
            room - len(kind),
            glyphs_of(session),
            marked=not shows_styles(session),
        )
        yield line(f"{day:<{day_room}}  {ends[hit.record]:<{end_room}}  {kind}", *words)
