"""What it takes to forget a person: where the names stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from collab.domain.frozen import frozen
from collab.domain.names_in_texts import Span

SOMEONE = "someone"
"""What stands in place of a name that was forgotten."""

Place = Literal["page", "talk", "promise", "name", "begun words", "history"]


@frozen
class PlainWord:
    """Where one of the names stands in a text as a plain word.

    `place` says what kind of record the text is of: "name" is the name of somebody else,
    "history" what stands only in what was changed or removed since. `day` is that of its
    page, talk or promise.
    """

    place: Place
    day: date | None
    text: str
    span: Span


@frozen
class Traces:
    """Where a person's names stand: how many records of each table hold one for certain,
    how many earlier versions do, and each plain word that may be one.

    `names` are all of them, also those of earlier days, the present one first;
    `real_names` those behind them, which are for nobody's eyes.
    """

    names: tuple[str, ...]
    real_names: tuple[str, ...]
    records: Mapping[str, int]
    versions: int
    words: tuple[PlainWord, ...]
