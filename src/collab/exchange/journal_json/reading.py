"""Reads a whole document; a record at fault is named by its path and left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from collab.domain.entries import Entry
from collab.domain.people import Person
from collab.domain.promises import Promise
from collab.domain.talks import Talk
from collab.errors import BrokenDocument
from collab.exchange.journal_json.models import (
    EntryDocument,
    PersonDocument,
    PromiseDocument,
    TalkDocument,
)
from collab.exchange.journal_json.values import ID
from collab.exchange.journal_json.writing import FORMAT, VERSION


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `place` is a path such as "entries[3].answers[0].text"."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a document holds, as domain objects. An id the document left out is empty.

    Each record stands beside its place in the document.
    """

    people: list[tuple[str, Person]] = field(default_factory=list)
    entries: list[tuple[str, Entry]] = field(default_factory=list)
    talks: list[tuple[str, Talk]] = field(default_factory=list)
    promises: list[tuple[str, Promise]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_document(data: bytes, source: str) -> Content:
    """Everything a document holds. A record at fault is named in `faults` and left out.

    Raises `BrokenDocument` if it is no journal document at all.
    """
    document = _parse(data, source)
    if not isinstance(document, dict):
        raise BrokenDocument(source, "", "holds no JSON object.")
    if document.get("format") != FORMAT:
        raise BrokenDocument(source, "format", f'must be "{FORMAT}".')
    if type(document.get("version")) is not int or document["version"] != VERSION:
        raise BrokenDocument(source, "version", f"must be {VERSION}; a newer collab may read it.")
    content = Content()
    parts = {
        "people": (PersonDocument, PersonDocument.person, content.people),
        "entries": (EntryDocument, EntryDocument.entry, content.entries),
        "talks": (TalkDocument, TalkDocument.talk, content.talks),
        "promises": (PromiseDocument, PromiseDocument.promise, content.promises),
    }
    for name in document:
        if name not in ("format", "version", *parts):
            raise BrokenDocument(source, _step(name), "there is no such field.")
    for name, (model, build, found) in parts.items():
        records = document.get(name)
        if records is not None and not isinstance(records, list):
            raise BrokenDocument(source, name, "must be a list.")
        for number, record in enumerate(records or []):
            place = f"{name}[{number}]"
            try:
                found.append((place, build(model.model_validate(record))))  # type: ignore[operator, attr-defined]
            except ValidationError as error:
                content.faults.extend(_faults(place, error))
    return content


def _parse(data: bytes, source: str) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BrokenDocument(source, f"byte {fault.start + 1}", "is not UTF-8 text.") from fault
    try:
        return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        raise BrokenDocument(source, place, f"is not JSON ({fault.msg}).") from fault
    except RecursionError as fault:
        raise BrokenDocument(source, "", "is nested too deeply.") from fault
    except ValueError as fault:
        raise BrokenDocument(source, "", f"is not JSON ({fault}).") from fault


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {json.dumps(twin[:40])} stands twice in one object")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _faults(place: str, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False, include_input=False):
        yield Fault(place + "".join(map(_step, detail["loc"])), _sentence(detail))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if ID.fullmatch(step) else f"[{json.dumps(step[:40])}]"


def _sentence(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "is missing."
    if kind == "extra_forbidden":
        return "there is no such field."
    if kind == "value_error":
        return f"{context['error']}."
    if kind == "literal_error":
        return f"must be one of {context['expected']}."
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "must be an object."
    if kind == "list_type":
        return "must be a list."
    if kind.startswith("bool"):
        return "must be true or false."
    if kind.startswith("int") or kind in ("greater_than_equal", "less_than_equal"):
        low, high = context.get("ge"), context.get("le")
        return (
            f"must be a whole number{f' from {low}' if low else ''}{f' to {high}' if high else ''}."
        )
    return "must be text." if kind.startswith("string") else "does not fit."
