"""Journal documents, written short in tests and made up by Hypothesis."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from collab.commands.session import Session
from collab.domain.entries import KINDS, OUTCOMES, STEPS
from collab.domain.people import ROLES
from collab.domain.promises import SIDES
from collab.domain.ratings import FITS, VALUES
from collab.domain.themes import THEME_IDS
from collab.exchange.journal_json.merge import Merged, merge
from collab.exchange.journal_json.reading import Content, read_document
from collab.exchange.journal_json.writing import export_document
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.hostile_texts import HOSTILE_TEXTS

NOW = datetime(2026, 11, 20, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def document(**parts: list[Any]) -> bytes:
    """A document with these people, entries, talks and promises."""
    return json.dumps({"format": "collab-journal", "version": 1, **parts}).encode()


def bring_in(journal: Journal, data: bytes) -> Merged:
    """Import a document the way the command does with `--skip-bad`."""
    with unit(journal, "import", NOW) as deed:
        return merge(deed, read_document(data, "a document"))


def content_of(data: bytes) -> Content:
    return read_document(data, "a document")


def export(journal: Journal, first: date | None = None, last: date | None = None) -> bytes:
    with journal.read() as connection:
        return "".join(export_document(connection, first, last)).encode()


def exported(journal: Journal) -> dict[str, Any]:
    return json.loads(export(journal))


def fresh_session(folder: str) -> Session:
    return Session(lambda: NOW, {"COLLAB_HOME": folder})


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_KEPT = [
    text
    for text in HOSTILE_TEXTS.values()
    if "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
]
_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.one_of(
    st.sampled_from(_KEPT),
    st.text(_letters, max_size=8),
    st.text("@#.-_ anaİßǅ\n\r\t\u2028", max_size=12),
)
days = st.dates().map(date.isoformat) | st.dates(date(2026, 11, 1), date(2026, 11, 5)).map(
    date.isoformat
)
_offsets = [UTC, *(timezone(timedelta(minutes=n)) for n in (-840, -210, 1, 120, 345, 840))]
instants = st.datetimes(
    datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.sampled_from(_offsets)
).map(datetime.isoformat)
themes = st.sampled_from(THEME_IDS)
prompts = st.sampled_from(["E-02", "I-01", "D-20", "my.own_prompt-1"])


def record(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """An object with all of `required` and some of `optional`, null now and then."""
    return st.fixed_dictionaries(
        required, optional={name: maybe(values) for name, values in optional.items()}
    )


def has_words(*names: str) -> Any:
    """Whether one of these fields is more than white space."""
    return lambda record: any((record.get(name) or "").strip() for name in names)


_plan = record(
    {},
    prompt=prompts,
    question=texts,
    **{"if": texts, "then": texts, "for": days},
    outcome=st.sampled_from(OUTCOMES),
    outcome_at=instants,
).filter(has_words("if", "then"))

_answer = record(
    {},
    prompt=prompts,
    theme=st.sampled_from([*THEME_IDS, "any"]),
    question=texts,
    text=texts,
    **{"if": texts, "then": texts},
    deeper_question=texts,
    deeper_text=texts,
    starred=st.booleans(),
    outside=texts,
    talk=st.just("t0"),
    step=st.sampled_from(STEPS),
    at=instants,
).filter(has_words("text", "if", "then"))

_rating = record(
    {"theme": themes, "value": st.sampled_from(VALUES)},
    fit=st.sampled_from(FITS),
    scale_version=st.integers(1, 3),
    late=st.booleans(),
    deeper_question=texts,
    deeper_text=texts,
    rated_at=instants,
)

_entry = record(
    {"day": days},
    kind=st.sampled_from(KINDS),
    written_at=instants,
    light=st.booleans(),
    starred=st.booleans(),
    tags=st.lists(texts, max_size=2),
    people=st.lists(texts, max_size=2),
    week=st.sampled_from(["2024-W24", "2020-W53"]),
    outside=texts,
    imported_from=texts,
    text=texts,
    answers=st.lists(_answer, max_size=2),
    ratings=st.lists(_rating, max_size=2),
    plan=_plan,
)

_move = st.fixed_dictionaries({"on": days, "from": days, "to": days})
_talk = record(
    {"who": texts.filter(str.strip), "added": days},
    about=texts,
    date=days,
    held=days,
    debriefed=days,
    follow_ups=st.lists(record({"due": days}, done=days), max_size=2),
    moved=st.lists(_move, max_size=2),
    closed=days,
    let_go=days,
    reason=texts,
    expected=st.integers(1, 5),
    was=st.integers(1, 5),
)

_agreed_move = st.fixed_dictionaries(
    {"on": days, "from": days, "to": days}, optional={"agreed": st.booleans()}
)
_promise = record(
    {"side": st.sampled_from(SIDES), "what": texts.filter(str.strip), "due": days},
    who=texts,
    made=days,
    moved=st.lists(_agreed_move, max_size=2),
    done=days,
    dropped=days,
    reason=texts,
    entry=st.just("e0"),
)

_person = record(
    {"name": texts.filter(str.strip)},
    names=st.lists(texts, max_size=2),
    role=st.sampled_from(ROLES),
    circle=st.booleans(),
    added=days,
)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A document of any fields and texts; some records have ids of their own.

    What contradicts itself in it is left out by an import with `--skip-bad`.
    """
    parts = {
        "people": draw(st.lists(_person, max_size=2)),
        "entries": draw(st.lists(_entry, max_size=3)),
        "talks": draw(st.lists(_talk, max_size=2)),
        "promises": draw(st.lists(_promise, max_size=2)),
    }
    for name, records in parts.items():
        for number, one in enumerate(records):
            if draw(st.booleans()):
                one["id"] = f"{name[0]}{number}"
    return document(**parts)
