"""A prompt is one question a pack holds: its words, its moment and how often it may come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
AnswerForm = Literal["text", "plan", "rating", "choice"]


@dataclass(frozen=True, slots=True, kw_only=True)
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
