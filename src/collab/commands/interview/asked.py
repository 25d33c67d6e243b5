"""What is asked: everything about a question that does not change while it is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collab.rendering.lines import Line


@dataclass(frozen=True, slots=True)
class Offers:
    """What a question lets the user do besides answering it."""

    back: bool = True
    light: bool = False
    editor: bool = False
    skip: str = "skip"  # what Enter does on an empty field
    down: str = ""  # what the second field is for, where the first may stay empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`above` is what stands above the field or the hint, `left` how many questions are
    to come (None: not shown)."""

    above: Sequence[str | Line]
    offers: Offers
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAsked(Asked):
    """One field for each of `labels`, with `initial` in it; `note` says where that is from.

    `lead` is the question itself where it stands on the line of a single field.
    """

    labels: Sequence[str]
    initial: Sequence[str]
    note: str
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAsked(Asked):
    """`answers` maps keys in lower case to values, `hint` is the line that names them.

    `lead` is the question itself where it stands on the line of the hint. `skip` says
    whether Enter may leave the question unanswered; it never answers it.
    """

    answers: Mapping[str, str]
    hint: str
    lead: str
    skip: bool
