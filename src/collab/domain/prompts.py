"""A prompt is one question: its words, its moment and how often it may come.

A pack is one file of prompts, bundled with collab or the user's own.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from collab.domain.frozen import frozen

Moment = Literal[
    "setup",
    "morning",
    "outcome",
    "evening",
    "light",
    "tomorrow",
    "rating",
    "fit",
    "prepare",
    "hold",
    "passed",
    "debrief",
    "follow-up",
    "week",
]
MOMENTS: tuple[Moment, ...] = get_args(Moment)
AnswerForm = Literal["text", "plan", "rating", "choice"]


@frozen
class Prompt:
    """One question of a pack.

    `theme` is one of the nine or "any". `every` is the least number of days between two
    times it is asked (0: whenever its moment comes). `core` questions of a talk come
    unasked. `optional` ones only when switched on. `label` (24 characters at most) stands
    on the page of a talk. `pack` is the id of the pack it came from.
    """

    id: str
    theme: str
    moment: Moment
    answer: AnswerForm = "text"
    every: int = 0
    core: bool = False
    optional: bool = False
    label: str = ""
    text: str
    deeper: str = ""
    source: tuple[str, ...] = ()
    pack: str = "collab"


@frozen
class Pack:
    """The prompts of one file, in its order. `language` is a tag such as "en" or "pt-BR"."""

    id: str
    title: str
    language: str = "en"
    version: int = 1
    file: str
    prompts: tuple[Prompt, ...]


def pack_in(document: dict[str, Any], file: str) -> Pack:
    """The pack in a parsed file that is known to be sound; white space at the ends of texts goes.

    `collab.domain.packs` is what makes sure that a file is sound. That costs far more than
    this reading does, so it is done only when a pack has changed.
    """
    head = _trimmed(document["pack"])
    prompts = tuple(_prompt_in(table, head["id"]) for table in document["prompt"])
    return Pack(**head, file=file, prompts=prompts)


def _prompt_in(table: dict[str, Any], pack: str) -> Prompt:
    values = _trimmed(table)
    values["source"] = tuple(values.get("source", ()))
    return Prompt(**values, pack=pack)


def _trimmed(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value.strip() if isinstance(value, str) else value for key, value in table.items()}
