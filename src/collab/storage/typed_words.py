"""Which columns of the journal hold what somebody typed, and what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Literal

from collab.storage.changes import Row

Kind = Literal["text", "name", "who", "texts", "names"]

EACH_OF: Mapping[Kind, Kind] = {"texts": "text", "names": "name"}
"""For each kind of list what it is a list of."""

HOLDS: Mapping[str, Mapping[str, Kind]] = {
    "people": {"name": "text", "names": "texts"},
    "entries": {
        "tags": "texts",
        "people": "names",
        "outside": "who",
        "imported_from": "text",
        "text": "text",
    },
    "answers": {
        "question": "text",
        "text": "text",
        "if": "text",
        "then": "text",
        "deeper_question": "text",
        "deeper_text": "text",
        "outside": "who",
    },
    "ratings": {"deeper_question": "text", "deeper_text": "text"},
    "plans": {"question": "text", "if": "text", "then": "text"},
    "talks": {"who": "who", "about": "text", "reason": "text"},
    "promises": {"who": "who", "what": "text", "reason": "text"},
    "drafts": {"texts": "names"},
}
"""Every column that holds what somebody typed. Those of `people` are of others here: the
record of the person who is forgotten goes as a whole, with the real name.

A "text" is searched for mentions and plain words. A "name" may besides be one of the
names as a whole, without "@", and in a "who" each of several may ("Ines and Jonas").
"texts" and "names" are JSON lists; what was begun counts as names, because a name is asked
for without "@".
"""

IMAGES = ("before", "after")
"""The columns of the history that hold a whole row as JSON."""

HOLDS_NONE: Mapping[str, frozenset[str]] = {
    "people": frozenset({"id", "fingerprint", "removed_at", "removed_by", "role", "added"}),
    "entries": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "day", "kind", "written_at", "week"}
    ),
    "answers": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "entry", "prompt", "theme", "talk"}
        | {"step", "at"}
    ),
    "ratings": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "entry", "theme", "value", "fit"}
        | {"rated_at"}
    ),
    "plans": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "entry", "prompt", "for", "outcome"}
        | {"outcome_at"}
    ),
    "talks": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "added", "date", "held", "debriefed"}
        | {"follow_ups", "moved", "closed", "let_go", "alive_until"}
    ),
    "promises": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "side", "made", "due", "moved", "done"}
        | {"dropped", "entry", "alive_until"}
    ),
    "session_questions": frozenset(
        {"id", "fingerprint", "removed_at", "removed_by", "day", "kind", "key", "prompt", "theme"}
        | {"state", "state_at"}
    ),
    "drafts": frozenset({"day", "kind", "key", "begun_at"}),
    "changes": frozenset({"unit", "command", "at", "table", "record", "entry", "undoes"}),
    "search_places": frozenset({"kind", "record"}),
    "_sqlite_migrations": frozenset({"migration_set", "name", "applied_at"}),
}
"""The columns with text of the program's own: ids, days, instants, one word out of a few."""

REBUILT = frozenset({"mentions", "tags", "search"})
"""The tables that are made anew from the others."""


def texts_in(table: str, row: Row) -> Iterator[tuple[Kind, str]]:
    """Every single text that a row holds, with its kind."""
    for column, kind in HOLDS.get(table, {}).items():
        value = row.get(column)
        if value is None:
            continue
        if kind in EACH_OF:
            yield from ((EACH_OF[kind], one) for one in json.loads(value))
        else:
            yield kind, value


def texts_in_version(row: Row) -> Iterator[tuple[Kind, str]]:
    """The same of a row of the history, before and after."""
    for image in IMAGES:
        if row[image] is not None:
            yield from texts_in(row["table"], json.loads(row[image]))
