"""The forms in which lists and pages can be printed, and what each is given of no journal."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from collab.errors import NoJournal

_Found = TypeVar("_Found")
_Nothing = TypeVar("_Nothing")


class ListFormat(StrEnum):
    """The faces of a list."""

    TEXT = "text"
    JSON = "json"


class PageFormat(StrEnum):
    """The faces of a page."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


ListFace = Annotated[ListFormat, typer.Option("--format", metavar="FORMAT", help="text or json.")]
PageFace = Annotated[
    PageFormat, typer.Option("--format", metavar="FORMAT", help="text, markdown or json.")
]


def found_for(
    face: ListFormat | PageFormat, find: Callable[[], _Found], nothing: _Nothing
) -> _Found | _Nothing:
    """What `find` gives; `nothing` as JSON where there is no journal.

    Raises `NoJournal` for the other faces, and what `find` raises.
    """
    try:
        return find()
    except NoJournal as none:
        if face == PageFormat.JSON:
            return nothing
        none.beside_result = face == PageFormat.MARKDOWN
        raise
