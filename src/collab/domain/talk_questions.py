"""Which question about a talk comes next, and which one an evening or a morning asks.

The core questions of a step come in the packs' order; one counts as asked when it was
answered or skipped. Those of a follow-up begin anew with each look back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.due import WHETHER_AT_ALL, Due, due_on
from collab.domain.history import Asked, Talks
from collab.domain.questions import Question, open_question, talk_question
from collab.domain.rotation import OUTSIDE_VIEW

if TYPE_CHECKING:
    from collab.domain.entries import Answer
    from collab.domain.prompts import Prompt
    from collab.domain.talks import Talk

GATE = (
    "Is this about safety, harassment, discrimination, threats or a breach of law? Then a"
    " private talk may be the wrong way. Use your organisation's formal channel or outside"
    " advice first."
)
"""What is shown before the first preparing question of a new talk."""

ONCE_A_DAY = "D-07"
"""How one sees oneself: asked at most once a day, whatever the talk."""
FIRST_SENTENCE, IF_STUCK = "D-09", "D-14"
"""The answers that the morning of a talk shows."""

BESIDE: Mapping[str, str] = {
    "D-20": "D-02",
    "D-21": "D-03",
    "D-25": "D-08",
    "D-26": "D-14",
    "D-30": "D-25",
}
"""For a question what was answered earlier and is shown beside it: the facts beside what was
said and done, their story beside what one knows now, and so on."""

_IN_A_ROW = 3
"""Evenings on one talk, after which another question is offered."""


def core_of(step: str, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """The questions of a step that come unasked, in the packs' order."""
    return tuple(one for one in prompts if one.moment == step and one.core)


def core_left(talk: Talk, step: str, asked: Asked, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """Those of them that were not asked yet; of a follow-up, not since the last one."""
    since = talk.last_looked_at()
    return tuple(
        one
        for one in core_of(step, prompts)
        if one.id not in asked or (step == "follow-up" and asked[one.id] <= since)
    )


def rest_of(step: str, asked: Asked, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """The other questions of a step, which come on request, but for those asked already."""
    return tuple(
        one for one in prompts if one.moment == step and not one.core and one.id not in asked
    )


def due_talks(day: date, talks: Talks, prompts: Sequence[Prompt]) -> tuple[Due, ...]:
    """What is due about talks on `day`: their steps first, then those to prepare."""
    unprepared = {
        talk.id: _last_prepared(talks.asked_about(talk), prompts)
        for talk in talks.open
        if core_left(talk, "prepare", talks.asked_about(talk), prompts)
    }
    raised = {
        talk.id: talks.asked_about(talk)[WHETHER_AT_ALL]
        for talk in talks.open
        if WHETHER_AT_ALL in talks.asked_about(talk)
    }
    return due_on(day, talks.open, kinds=("talk", "prepare"), unprepared=unprepared, raised=raised)


def evening_question(
    day: date,
    due: Iterable[Due],
    talks: Talks,
    evenings: Sequence[date],
    prompts: Sequence[Prompt],
) -> Question | None:
    """The question about a talk that takes the open question's place; None if none is due.

    `evenings` are the days of the evenings before, the newest first. After three in a row
    on one talk another is offered: what speaks against holding it, or, where that was
    asked or the talk was held, whom else to ask.
    """
    for one in due:
        talk = _talk(one)
        asked = talks.asked_about(talk)
        if day in asked.values():
            continue
        prompt = _next_of(one, talk, asked, prompts)
        if prompt is None:
            continue
        row = evenings[:_IN_A_ROW]
        if len(row) == _IN_A_ROW and set(row) <= set(asked.values()):
            return _instead(talk, asked, prompts)
        return talk_question(prompt, talk.id, prompts)
    return None


def held_today(talk: Talk, asked: Asked, prompts: Sequence[Prompt]) -> Question | None:
    """The first question of the debrief that was not asked."""
    left = core_left(talk, "debrief", asked, prompts)
    return talk_question(left[0], talk.id, prompts) if left else None


def morning_question(
    day: date, due: Iterable[Due], talks: Talks, prompts: Sequence[Prompt]
) -> Question | None:
    """Of the questions for the day of a talk the one asked longest ago, about any talk.

    None if no talk is set for `day`, or it was asked that day.
    """
    newest: dict[str, date] = {}
    for asked in talks.asked.values():
        for prompt, on in asked.items():
            newest[prompt] = max(on, newest.get(prompt, on))
    for one in due:
        if one.kind != "talk" or one.step != "hold":
            continue
        talk = _talk(one)
        choice = [prompt for prompt in prompts if prompt.moment == "hold"]
        if not choice or any(talks.asked_about(talk).get(prompt.id) == day for prompt in choice):
            continue
        chosen = min(choice, key=lambda prompt: newest.get(prompt.id, date.min))
        return talk_question(chosen, talk.id, prompts)
    return None


def shown_beside(
    prompt: str | None, story: Iterable[tuple[date, Answer]]
) -> tuple[date, Answer] | None:
    """The newest answer that belongs beside the question `prompt`; None without one."""
    wanted = BESIDE.get(prompt or "")
    found = [one for one in story if one[1].prompt == wanted and one[1].words().strip()]
    return found[-1] if wanted and found else None


def _last_prepared(asked: Asked, prompts: Iterable[Prompt]) -> date | None:
    preparing = {prompt.id for prompt in prompts if prompt.moment == "prepare"}
    return max((on for prompt, on in asked.items() if prompt in preparing), default=None)


def _next_of(due: Due, talk: Talk, asked: Asked, prompts: Sequence[Prompt]) -> Prompt | None:
    """The question of a step that is due; being held is asked for by a key of its own."""
    if due.step == "waiting":
        return next((one for one in prompts if one.id == WHETHER_AT_ALL), None)
    if due.step == "passed":
        return next((one for one in prompts if one.moment == "passed"), None)
    left = core_left(talk, due.step, asked, prompts)
    return left[0] if left else None


def _instead(talk: Talk, asked: Asked, prompts: Sequence[Prompt]) -> Question | None:
    by_id = {prompt.id: prompt for prompt in prompts}
    if talk.held is None and WHETHER_AT_ALL not in asked and WHETHER_AT_ALL in by_id:
        return talk_question(by_id[WHETHER_AT_ALL], talk.id, prompts)
    asking = by_id.get(OUTSIDE_VIEW)
    return open_question(asking) if asking else None


def _talk(due: Due) -> Talk:
    talk: Talk = due.record  # type: ignore[assignment]
    return talk
