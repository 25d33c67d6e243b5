"""Which open question an evening asks when nothing else lays claim to it.

Focus themes and the others take turns. Within a side the theme, then the prompt, asked
longest ago is next; what was never asked goes first, ties go by the packs' order. A
prompt waits until its `every` days have passed, and while it was asked five times within
eight weeks. A side with nothing ready gives way to the other, and both to the general
question. When no outside view came for fourteen days, asking for one is next.

Above all this stands one promise: while the focus stays, any sixteen rotation evenings
hold each theme. It is kept by looking ahead: as long as every theme can still have an
evening of its own in time, tonight's goes by preference if that leaves it so, else to the
theme that has waited longest, which leaves it so in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from collab.domain.history import ROUND, History, Wishes
from collab.domain.prompts import Prompt

GENERAL = "E-02"
"""The prompt about any moment with others that day."""
OUTSIDE_VIEW = "I-39"
"""The prompt that leads to an outside view."""

_VIEW_AFTER = 14


def next_in_rotation(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> Prompt:
    """The open question of the evening of `day`, by the rules above.

    `prompts` are those of all packs in their order, E-02 among them.
    """
    taking_part = [prompt for prompt in evening_prompts(prompts, wishes) if prompt.theme != "any"]
    ready = _ready_by_theme(day, history, taking_part)
    if not ready:
        return general_question(day, history, wishes, prompts)
    preferred = _wanted_view(day, history, taking_part) or _next_by_turns(ready, history, wishes)
    waited = {prompt.theme: _waited(prompt.theme, history.rotation) for prompt in taking_part}
    longest = max(ready, key=lambda theme: waited[theme])
    if preferred.theme == longest or _leaves_time(preferred.theme, waited):
        return preferred
    return ready[longest]


def general_question(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> Prompt:
    """E-02, taking turns with the evening prompts of theme "any" in the user's packs."""
    general = next(prompt for prompt in prompts if prompt.id == GENERAL)
    own = [
        prompt
        for prompt in evening_prompts(prompts, wishes)
        if prompt.theme == "any" and prompt.id != GENERAL
    ]
    ready = [prompt for prompt in own if _is_ready(prompt, day, history)]
    asked_own = max((history.last_asked(prompt.id) for prompt in own), default=date.min)
    if not ready or history.last_asked(GENERAL) <= asked_own:
        return general
    return asked_longest_ago(ready, history)


def evening_prompts(prompts: Iterable[Prompt], wishes: Wishes) -> list[Prompt]:
    """The prompts for an evening, the optional ones only if they were switched on."""
    return [
        prompt for prompt in prompts if prompt.moment == "evening" and takes_part(prompt, wishes)
    ]


def takes_part(prompt: Prompt, wishes: Wishes) -> bool:
    """Whether `prompt` is not optional, or was switched on."""
    return not prompt.optional or prompt.id in wishes.optional_prompts


def has_rested(prompt: Prompt, day: date, history: History) -> bool:
    """Whether the `every` days of `prompt` have passed by `day`. Twice a day is too soon."""
    return (day - history.last_asked(prompt.id)).days >= max(prompt.every, 1)


def asked_longest_ago(prompts: Sequence[Prompt], history: History) -> Prompt:
    """The one of `prompts` asked longest ago; never asked goes first, ties by their order."""
    return min(prompts, key=lambda prompt: history.last_asked(prompt.id))


def _is_ready(prompt: Prompt, day: date, history: History) -> bool:
    return has_rested(prompt, day, history) and not history.was_asked_often(prompt.id, day)


def _ready_by_theme(
    day: date, history: History, taking_part: Sequence[Prompt]
) -> dict[str, Prompt]:
    """Each theme's next prompt, the theme asked longest ago first; none without one."""
    by_theme: dict[str, list[Prompt]] = {}
    for prompt in taking_part:
        by_theme.setdefault(prompt.theme, []).append(prompt)
    newest = {
        theme: max(history.last_asked(prompt.id) for prompt in group)
        for theme, group in by_theme.items()
    }
    ready = {
        theme: [prompt for prompt in by_theme[theme] if _is_ready(prompt, day, history)]
        for theme in sorted(by_theme, key=lambda theme: newest[theme])
    }
    return {theme: asked_longest_ago(group, history) for theme, group in ready.items() if group}


def _wanted_view(day: date, history: History, taking_part: Iterable[Prompt]) -> Prompt | None:
    since = history.outside_view or history.first_page
    if since is None or (day - since).days < _VIEW_AFTER:
        return None
    return next(
        (
            prompt
            for prompt in taking_part
            if prompt.id == OUTSIDE_VIEW and _is_ready(prompt, day, history)
        ),
        None,
    )


def _next_by_turns(ready: Mapping[str, Prompt], history: History, wishes: Wishes) -> Prompt:
    focus = [theme for theme in ready if theme in wishes.focus]
    others = [theme for theme in ready if theme not in wishes.focus]
    focus_was_last = bool(history.rotation) and history.rotation[-1] in wishes.focus
    side = (others or focus) if focus_was_last else (focus or others)
    return ready[side[0]]


def _waited(theme: str, rotation: Sequence[str]) -> int:
    """How many rotation evenings in a row, up to now, did without `theme`."""
    newest_first = rotation[::-1]
    return newest_first.index(theme) if theme in newest_first else len(newest_first)


def _leaves_time(theme: str, waited: Mapping[str, int]) -> bool:
    """Whether after `theme` each other one can still have its evening in time.

    A theme that waited for w evenings must come within the ROUND - w that begin tonight.
    In order of haste, the first must find one evening left after tonight, the second
    two, and so on.
    """
    left = sorted(ROUND - 1 - waited[other] for other in waited if other != theme)
    return all(evenings >= place for place, evenings in enumerate(left, start=1))
