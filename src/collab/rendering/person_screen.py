"""People on a screen: the list of them, and all there is with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.periods import said_day
from collab.rendering.cells import length_of
from collab.rendering.glyphs import Glyphs
from collab.rendering.hits import around
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.domain.people import Person
    from collab.domain.person_story import Story

_GAP = 2
_LEAST_WORDS = 12
_WIDEST_NAME = 24
_CIRCLE = "your circle"


def listing(people: Sequence[Person], last_named: Mapping[str, date], today: date) -> list[Line]:
    """A line for each person: name, role, whether in the circle, when last named."""
    names = [visible(person.name) for person in people]
    name_room = min(max(map(length_of, names), default=0), _WIDEST_NAME) + _GAP
    role_room = max((len(person.role or "") for person in people), default=0) + _GAP
    circle_room = len(_CIRCLE) + _GAP if any(person.circle for person in people) else 0
    return [
        line(
            name + " " * max(name_room - length_of(name), _GAP),
            (person.role or "").ljust(role_room),
            (_CIRCLE if person.circle else "").ljust(circle_room),
            (LABEL, _last("last named", last_named.get(person.id), today)),
            hang=name_room,
        )
        for person, name in zip(people, names, strict=True)
    ]


def page(
    story: Story,
    ends: Mapping[str, str],
    real_name: str | None,
    today: date,
    width: int,
    glyphs: Glyphs,
) -> Iterator[Line]:
    """Who it is, then a line for each page, talk and promise. `ends` are those of the ids."""
    person = story.person
    about = ", ".join(filter(None, (person.role, f"in {_CIRCLE}" if person.circle else "")))
    yield line((HEADING, person.name), f"  {about}" if about else "")
    if others := [name for name in person.names if name != person.name]:
        yield line((LABEL, "  also       "), ", ".join(others), hang=13)
    if real_name:
        yield line((LABEL, "  real name  "), real_name, hang=13)
    yield line((LABEL, "  named      "), _last("last on", story.last_named, today), hang=13)
    if story.mentioned:
        yield line()
    days = [said_day(one.day, today) for one in story.mentioned]
    columns = (days, [one.kind for one in story.mentioned], [ends[o.id] for o in story.mentioned])
    rooms = [max(map(len, column), default=0) + _GAP for column in columns]
    for one, *cells in zip(story.mentioned, *columns, strict=True):
        front = "".join(map(str.ljust, cells, rooms))
        room = max(width - len(front), _LEAST_WORDS)
        places = [one.place] if one.place else []
        yield line(front, *around(one.text, places, room, glyphs, marked=False))


def _last(words: str, day: date | None, today: date) -> str:
    return f"{words} {said_day(day, today)}" if day else "on no page"
