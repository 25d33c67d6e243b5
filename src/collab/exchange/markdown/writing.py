"""The journal as pages in Markdown: which there are, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from collab.domain.entries import Entry
from collab.domain.people import Directory
from collab.domain.selections import Selection
from collab.rendering.markdown import document, page
from collab.rendering.markdown.promises import promises_page
from collab.rendering.markdown.talks import talk_page, talk_paths
from collab.storage import entries, people, promises, talks
from collab.storage.packs import themes

if TYPE_CHECKING:
    from collab.storage.database import Connection

PROMISES = "promises.md"


def one_document(connection: Connection, selection: Selection) -> Iterator[str]:
    """The days that are meant in one document, piece by piece; nothing without such a day."""
    return document(_days(connection, selection), themes())


def folder_pages(
    connection: Connection, selection: Selection, *, flat: bool
) -> Iterator[tuple[str, str]]:
    """The path and the text of every page that is meant, one a day, in order.

    A folder for each year, unless `flat`. With everything come the talks and promises, as
    pages to read: they belong to no one day, so that no period and no filter meets them.
    """
    directory = Directory(people.everyone(connection))
    for day, written in _days(connection, selection):
        name = f"{day}.md" if flat else f"{day.year:04}/{day}.md"
        yield name, page(day, written, themes(), directory)
    if selection.is_everything():
        for path, talk in talk_paths(talks.everyone(connection)):
            yield path, talk_page(talk, entries.answers_about(connection, talk.id))
        if given := promises.everyone(connection):
            yield PROMISES, promises_page(given)


def covers(selection: Selection, path: str) -> bool:
    """Whether an export of `selection` would write the page at `path`, if there were one."""
    if selection.period is None:
        return True
    try:
        return date.fromisoformat(path.rpartition("/")[2].removesuffix(".md")) in selection.period
    except ValueError:
        return False


def _days(connection: Connection, selection: Selection) -> Iterator[tuple[date, list[Entry]]]:
    period = selection.period
    span = (period.first, period.last) if period else (None, None)
    meant = filter(selection.holds, entries.in_portions(connection, *span))
    for day, written in groupby(meant, lambda entry: entry.day):
        yield day, list(written)
