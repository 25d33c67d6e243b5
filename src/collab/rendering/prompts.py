"""Prompts and packs as plain text: a list, one prompt, what a check found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from collab.domain.prompts import MOMENTS, AnswerForm, Pack, Prompt
from collab.domain.themes import Theme
from collab.rendering.plain import visible
from collab.rendering.wrapping import line_starts

_NARROWEST = 40
_LONGEST_ID_IN_COLUMN = 8
_ANSWERED: dict[AnswerForm, str] = {
    "text": "in words",
    "plan": "as a plan, in two fields: if, then",
    "rating": "with a line of the scale, by one key",
    "choice": "by one key",
}
_OFTEN = {0: "", 1: ", at most once a day", 7: ", at most once a week"}


def listing(prompts: Sequence[Prompt], own: Iterable[Pack], width: int) -> str:
    """Each prompt with its id, theme and text, under the moment at which it is asked.

    `own` are the user's packs; their prompts are marked. No line is wider than `width`
    cells, which counts as 40 if it is less.
    """
    yours = {prompt.id for pack in own for prompt in pack.prompts}
    fitting = [len(prompt.id) for prompt in prompts if len(prompt.id) <= _LONGEST_ID_IN_COLUMN]
    ids = max(fitting, default=0)
    themes = max((len(prompt.theme) for prompt in prompts), default=0)
    sections = []
    for moment in MOMENTS:
        there = [prompt for prompt in prompts if prompt.moment == moment]
        lines: list[str] = [moment]
        for prompt in there:
            head = f"  {prompt.id:<{ids}}  {prompt.theme:<{themes}}  "
            text = prompt.text + _marks(prompt, prompt.id in yours)
            lines += _beside(head, text, width, ids + themes + 6)
        if there:
            sections.append("\n".join(lines))
    return "\n\n".join(sections)


def page(prompt: Prompt, pack: Pack, theme: Theme | None, *, own: bool, width: int) -> str:
    """One prompt with all that is known of it; `theme` is None for "any"."""
    facts = [
        ("Deeper", prompt.deeper),
        ("Theme", f"{theme.name} ({theme.id})" if theme else "any"),
        ("Asked", _when(prompt)),
        ("Answer", _ANSWERED[prompt.answer]),
        ("Label", prompt.label),
        ("Pack", f"{pack.title} ({pack.file}, {'yours' if own else 'bundled'})"),
        ("Source", ", ".join(prompt.source)),
    ]
    lines = [prompt.id, "", *_beside("", prompt.text, width, 0), ""]
    for name, value in facts:
        if value:
            lines += _beside(f"{name:<8}", value, width, 8)
    if theme and prompt.answer == "rating":
        lines += ["", *_scale(theme, width)]
    return "\n".join(lines)


def found(pack: Pack, warnings: Sequence[tuple[Prompt, str]], width: int) -> str:
    """What a check of one pack found: how many prompts, and each warning beside its prompt."""
    mend = _counted(len(warnings), "warning") if warnings else "nothing to mend"
    lines = [f"{visible(pack.file)}: {_counted(len(pack.prompts), 'prompt')}, {mend}"]
    for prompt, sentence in warnings:
        lines += _beside(f"  {prompt.id}  ", sentence, width, len(prompt.id) + 4)
    return "\n".join(lines)


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _beside(head: str, text: str, width: int, column: int) -> list[str]:
    """`text` wrapped from `column` on, with `head` in front, or above where it is too long."""
    width = max(width, _NARROWEST)
    text = visible(text)
    ends = [0, *line_starts(text, width - column), len(text)]
    rows = [text[start:end].rstrip(" ") for start, end in pairwise(ends)]
    if len(head) > column:
        rows.insert(0, "")
    return [
        f"{head if number == 0 else '':<{column}}{row}".rstrip() for number, row in enumerate(rows)
    ]


def _scale(theme: Theme, width: int) -> list[str]:
    values = (*range(1, 6), 0, "W")
    return [
        line for value in values for line in _beside(f"  {value}  ", theme.line(value), width, 5)
    ]


def _marks(prompt: Prompt, own: bool) -> str:
    marks = (["yours"] if own else []) + (["when switched on"] if prompt.optional else [])
    return f" ({', '.join(marks)})" if marks else ""


def _when(prompt: Prompt) -> str:
    often = _OFTEN.get(prompt.every, f", at most once in {prompt.every} days")
    core = ", without being requested" if prompt.core else ""
    optional = ", when switched on in the setting optional_prompts" if prompt.optional else ""
    return prompt.moment + often + core + optional
