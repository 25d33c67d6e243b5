"""Reads a whole document; a record at fault is named by its path and left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from collab.domain.entries import Entry
from collab.domain.people import Person
from collab.domain.promises import Promise
from collab.domain.talks import Talk
from collab.domain.texts import UNKEEPABLE
from collab.errors import BrokenDocument
from collab.exchange.journal_json.models import (
    EntryDocument,
    PersonDocument,
    PromiseDocument,
    TalkDocument,
)
from collab.exchange.journal_json.values import ID
from collab.exchange.journal_json.writing import FORMAT, VERSION

_SHOWN = 40
"""So much of a name that stands in a document is shown in a fault; and so many digits
are read as a number."""

_DEEP = 100
_BRACKETS_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)


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
    document, spoiled = _parse(data, source)
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
            raise BrokenDocument(source, _path([name]), "there is no such field.")
    for name, (model, build, found) in parts.items():
        records = document.get(name)
        if records is not None and not isinstance(records, list):
            raise BrokenDocument(source, name, "must be a list.")
        for number, record in enumerate(records or []):
            place = f"{name}[{number}]"
            if place in spoiled:
                content.faults.append(spoiled[place])
                continue
            try:
                found.append((place, build(model.model_validate(record))))  # type: ignore[operator, attr-defined]
            except ValidationError as error:
                content.faults.extend(_faults(place, error))
    return content


@dataclass(frozen=True, slots=True)
class _Spoiled:
    """Stands where the document holds something that JSON must not."""

    sentence: str


def _parse(data: bytes, source: str) -> tuple[Any, dict[str, Fault]]:
    """The document, and for each record that holds something JSON must not, that fault."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BrokenDocument(source, f"byte {fault.start + 1}", "is not UTF-8 text.") from fault
    if not text.strip():
        raise BrokenDocument(source, "", "is empty.")
    strict = _Strict()
    try:
        document = json.loads(
            text,
            object_pairs_hook=strict.object,
            parse_constant=strict.constant,
            parse_int=strict.whole_number,
        )
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        raise BrokenDocument(source, place, f"is not JSON ({fault.msg}).") from fault
    except RecursionError as fault:
        raise BrokenDocument(source, _deep_place(text), "is nested too deeply.") from fault
    spoiled: dict[str, Fault] = {}
    for steps, one in _spoiled_in(document) if strict.spoiled else ():
        if len(steps) < 2 or not isinstance(steps[1], int):
            raise BrokenDocument(source, _path(steps), one.sentence)
        spoiled.setdefault(_path(steps[:2]), Fault(_path(steps), one.sentence))
    return document, spoiled


class _Strict:
    """Puts something `_Spoiled` in the place of what Python reads and JSON forbids."""

    def __init__(self) -> None:
        self.spoiled: list[_Spoiled] = []

    def _spoil(self, sentence: str) -> _Spoiled:
        self.spoiled.append(_Spoiled(sentence))
        return self.spoiled[-1]

    def object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Spoiled:
        found = dict(pairs)
        names = [name for name, _ in pairs]
        if len(found) < len(pairs):
            twin = next(name for name in names if names.count(name) > 1)
            return self._spoil(f"has the field {json.dumps(twin[:_SHOWN])} twice.")
        for name in names:
            if not name.isascii() and re.search(UNKEEPABLE, name):
                return self._spoil(f"has no field {json.dumps(name[:_SHOWN])}.")
        return found

    def constant(self, name: str) -> _Spoiled:
        return self._spoil(f"is {name}, which is no JSON number.")

    def whole_number(self, digits: str) -> int | _Spoiled:
        return int(digits) if len(digits) <= _SHOWN else self._spoil("has too many digits.")


def _spoiled_in(document: object) -> Iterator[tuple[list[str | int], _Spoiled]]:
    """Everything spoiled with the steps that lead to it, in the order of the document."""
    waiting: list[tuple[list[str | int], object]] = [([], document)]
    while waiting:
        steps, value = waiting.pop()
        members: list[tuple[str | int, object]] = []
        if isinstance(value, _Spoiled):
            yield steps, value
        elif isinstance(value, dict):
            members = list(value.items())
        elif isinstance(value, list):
            members = list(enumerate(value))
        waiting += (([*steps, step], member) for step, member in reversed(members))


def _deep_place(text: str) -> str:
    """Where the text goes deeper than any document of ours."""
    depth = 0
    for found in _BRACKETS_OUTSIDE_STRINGS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _DEEP:
            break
    line = text.count("\n", 0, found.start()) + 1
    return f"line {line}, column {found.start() - text.rfind(chr(10), 0, found.start())}"


def _faults(place: str, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False, include_input=False):
        yield Fault(place + "".join(map(_step, detail["loc"])), _sentence(detail))


def _path(steps: Sequence[str | int]) -> str:
    return "".join(map(_step, steps)).removeprefix(".")


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if ID.fullmatch(step) else f"[{json.dumps(step[:_SHOWN])}]"


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
    if kind.startswith("int"):
        return "must be a whole number."
    if kind == "greater_than_equal":
        return f"must be {context['ge']} or more."
    if kind == "less_than_equal":
        return f"must be {context['le']} or less."
    return "must be text." if kind.startswith("string") else "does not fit."
