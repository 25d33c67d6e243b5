"""The front matter of a page: flat properties for Obsidian, written and never read back."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from collab.domain.entries import Entry
from collab.domain.people import Directory, folded, mentions_in, tags_in
from collab.domain.ratings import one_a_day
from collab.domain.themes import THEME_IDS

if TYPE_CHECKING:
    from ruamel.yaml import YAML

# Anything else is put in quotes: readers of YAML 1.1 take "no" for a truth value and
# "1e3" for a number.
_BARE = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[A-Za-z][A-Za-z_-]*", re.IGNORECASE)


def front_matter(day: date, entries: Sequence[Entry], directory: Directory) -> str:
    """The block between the two "---" lines, these included, with a final newline.

    `people` and `tags` are those set apart and those in the texts, each once; a person
    goes by the name `directory` knows. A theme has a number only where the rating that
    counts is one; the others are listed by what was given in its place.
    """
    properties: dict[str, Any] = {"date": day}
    tags = _once(tag for entry in entries for tag in (*entry.tags, *tags_in(entry.texts())))
    people = _once(
        _called(name, directory)
        for entry in entries
        for name in (*entry.people, *mentions_in(entry.texts()))
    )
    if tags:
        properties["tags"] = _listed(tags)
    if people:
        properties["people"] = _listed(f"[[{name}]]" for name in people)
    properties.update(_ratings(day, entries))
    written = io.StringIO()
    _yaml().dump(properties, written)
    return f"---\n{written.getvalue()}---\n"


def _ratings(day: date, entries: Sequence[Entry]) -> dict[str, Any]:
    counting = one_a_day((day, rating) for entry in entries for rating in entry.ratings)
    given = {theme: counting[day, theme] for theme in THEME_IDS if (day, theme) in counting}
    properties: dict[str, Any] = {
        f"collab_{theme}": rating.value for theme, rating in given.items() if rating.is_number()
    }
    for key, value in (("collab_no_occasion", 0), ("collab_waited", "W")):
        themes = [theme for theme, rating in given.items() if rating.value == value]
        if themes:
            properties[key] = _listed(themes)
    return properties


def _called(name: str, directory: Directory) -> str:
    person = directory.find(name)
    return person.name if person else name


def _once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())


def _listed(words: Iterable[str]) -> Any:
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    listed = CommentedSeq(
        word if _BARE.fullmatch(word) else DoubleQuotedScalarString(word) for word in words
    )
    listed.fa.set_flow_style()
    return listed


@functools.cache
def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 1_000_000  # a property is one line, however long
    return yaml
