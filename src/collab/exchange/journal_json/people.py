"""The list of people, and one person's story, for programs. No real name is in either.

A list is `{"format": "collab-people", "version": 1, "people": […]}`: each person as in the
journal's own document, and `last_named`, the last day on which a page names them. A story
is `{"format": "collab-person", "version": 1, "person": {…}, "mentioned": […]}`, each of
these `{"kind", "id", "day", "text"}` with the kind of the page, "talk" or "promise".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.exchange.journal_json.writing import as_json

if TYPE_CHECKING:
    from collab.domain.people import Person
    from collab.domain.person_story import Story

PEOPLE, PERSON, VERSION = "collab-people", "collab-person", 1


def people_document(people: Iterable[Person], last_named: Mapping[str, date]) -> str:
    """The people as a document, in the order given; `last_named` by their ids."""
    listed = [_person(one, last_named.get(one.id)) for one in people]
    return _document({"format": PEOPLE, "version": VERSION, "people": listed})


def story_document(story: Story | None) -> str:
    """The story as a document, in its order; without one, `person` is null."""
    mentioned = [
        {"kind": one.kind, "id": one.id, "day": one.day.isoformat(), "text": one.text}
        for one in (story.mentioned if story else ())
    ]
    person = _person(story.person, story.last_named) if story else None
    return _document(
        {"format": PERSON, "version": VERSION, "person": person, "mentioned": mentioned}
    )


def _person(person: Person, last_named: date | None) -> dict[str, Any]:
    return as_json(person) | ({"last_named": last_named.isoformat()} if last_named else {})


def _document(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
