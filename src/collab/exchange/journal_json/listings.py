"""Lists of pages and of hits for programs.

A list of pages is `{"format": "collab-entries", "version": 1, "entries": […], "more": 0}`.
Its entries are those of the journal's own document, and `more` says how many pages were
left out by the limit. Pages of one tag have `"people": [{"name", "last_named", "entries"}]`
before that: everybody on them, the day they were last named there, and the ids of the
pages of this list that name them. A list of promises is the same with "collab-promises" and
"promises". Hits are `{"format": "collab-hits", "version": 1, "hits": […],
"more": false}`, each hit `{"kind", "id", "day", "text"}` with the kind "entry", "talk" or
"promise" and every text of the record, a line each.

Talks are `{"format": "collab-talks", "version": 1, "talks": […]}`, those of the journal's own
document. That of one talk has "answers", too: those about it with the "day" of each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from collab.exchange.journal_json.writing import as_json

if TYPE_CHECKING:
    from datetime import date

    from collab.domain.coalition import Coalition
    from collab.domain.entries import Answer, Entry
    from collab.domain.promises import Promise
    from collab.domain.talks import Talk
    from collab.storage.search import Hit

ENTRIES, HITS, PROMISES, VERSION = "collab-entries", "collab-hits", "collab-promises", 1
TALKS = "collab-talks"

_KINDS = {"entries": "entry", "talks": "talk", "promises": "promise"}


def entries_document(
    entries: Iterable[Entry], more: int = 0, around: Coalition | None = None
) -> str:
    """Pages as a document, in the order given, with the people `around` them, if asked for."""
    records = [as_json(entry) for entry in entries]
    return _document(
        ENTRIES, "entries", records, more, {"people": _people(around)} if around else {}
    )


def promises_document(promises: Iterable[Promise]) -> str:
    """Promises as a document, in the order given."""
    return _document(PROMISES, "promises", [as_json(one) for one in promises], 0)


def hits_document(hits: Iterable[Hit], more: bool = False) -> str:
    """Hits as a document, in the order given; `more` says whether there are others."""
    found = [
        {"kind": _KINDS[hit.kind], "id": hit.record, "day": hit.day.isoformat(), "text": hit.text}
        for hit in hits
    ]
    return _document(HITS, "hits", found, more)


def talks_document(
    talks: Iterable[Talk], story: Iterable[tuple[date, Answer]] | None = None
) -> str:
    """Talks as a document, in the order given; `story` holds the answers about the only one."""
    document: dict[str, object] = {"format": TALKS, "version": VERSION}
    document["talks"] = [as_json(talk) for talk in talks]
    if story is not None:
        document["answers"] = [{"day": day.isoformat(), **as_json(one)} for day, one in story]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _people(around: Coalition) -> list[Mapping[str, object]]:
    return [
        {
            "name": name,
            "last_named": day.isoformat(),
            "entries": [entry for entry, names in around.beside.items() if name in names],
        }
        for name, day in around.last_named
    ]


def _document(
    name: str,
    key: str,
    records: Sequence[Mapping[str, object]],
    more: int,
    beside: Mapping[str, object] = MappingProxyType({}),
) -> str:
    document = {"format": name, "version": VERSION, key: records, **beside, "more": more}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
