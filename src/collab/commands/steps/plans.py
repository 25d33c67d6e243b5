"""If-then plans: what became of one, and the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from collab.commands.interview import Back, Given, Light, Pressed, Skipped
from collab.commands.steps.asking import Asking, Way, Words
from collab.commands.steps.words import ELSEWHERE, take_off
from collab.domain.entries import Outcome, Plan
from collab.domain.periods import WEEKDAYS
from collab.domain.questions import Question
from collab.domain.texts import one_line
from collab.rendering.lines import Line
from collab.rendering.session_page import (
    IF,
    THEN,
    Page,
    as_written,
    asked,
    beside_plan,
    note,
    plan_label,
    your_plan,
)

OUTCOMES = {"d": "done", "p": "partly", "n": "not done", "c": "no occasion"}
_HINT = "d done · p partly · n not done · c no occasion"


def ask_outcome(asking: Asking, question: Question) -> Way:
    """Read each plan for the day back and ask what became of it, one after the other."""
    plans = [plan for plan in asking.sat.history.plans if plan.for_ == question.for_day]
    if not asking.again:
        plans = [plan for plan in plans if plan.outcome is None] or plans
    given: dict[str, Outcome] = {}
    at = 0
    while at < len(plans):
        plan, last = plans[at], at == len(plans) - 1
        pressed = _what_became_of(asking, question, plan, plan.id in given, at > 0)
        if isinstance(pressed, Back) and at > 0:
            at -= 1
            continue
        if isinstance(pressed, Back | Light):
            if given:
                asking.keep.settled(question, "answered")
            return asking.left_for(pressed)
        if isinstance(pressed, Pressed):
            given[plan.id] = cast(Outcome, pressed.value)
            asking.keep.outcome(question, plan, given[plan.id], settles=last)
            key = f"{question.key}:{plan.id}" if at else question.key
            became = f"{given[plan.id]} · {asking.saved(key)}"
            asking.remains(_read_back(asking, plan), [beside_plan(became)], compact=True)
        elif not asking.again and plan.id not in given:
            asking.remains(_read_back(asking, plan), [beside_plan("skipped")], compact=True)
            if last:
                asking.keep.settled(question, "answered" if given else "skipped")
        at += 1
    return Way.ON


def _what_became_of(
    asking: Asking, question: Question, plan: Plan, is_given: bool, can_go_back: bool
) -> Pressed | Skipped | Back | Light:
    """Ask for the one key; `is_given` is whether it was pressed a moment ago."""
    return asking.key(
        [*_read_back(asking, plan), asked(question.text)],
        OUTCOMES,
        f"{_HINT} · Enter keep" if asking.again or is_given else _HINT,
        back=can_go_back or None,
    )


def _read_back(asking: Asking, plan: Plan) -> Page:
    today = plan.for_ == asking.sat.day
    return [your_plan(plan, plan_label(plan) if today else "Yesterday")]


def ask_plan(asking: Asking, question: Question) -> Way:
    """Ask for an if-then plan."""
    page = asking.page_so_far()
    there = page.plan if page and page.plan and page.plan.for_ == question.for_day else None
    outcome = _fields(asking, question.key, question.text, there, _for_that_day(asking, question))
    if isinstance(outcome, Back | Light):
        return asking.left_for(outcome)
    if not isinstance(outcome, Given):
        return take_off(asking, question, "plans", there.id if there else None)
    if outcome.texts != _texts(there):
        if_, then = outcome.texts
        kept = asking.keep.plan(question, if_, then, there.id if there else "")
        saved = asking.saved(question.key) if kept else f"{ELSEWHERE} · {asking.saved()}"
        _remain(asking, question.text, outcome.texts, saved)
    return Way.ON


def change_plan(asking: Asking, plan: Plan) -> Plan:
    """Let a plan be written anew where it stands; the plan as it is then."""
    text = _asked_in_the_morning(asking, plan)
    key = f"plan-change:{plan.for_}"
    outcome = _fields(asking, key, text, plan)
    if not isinstance(outcome, Given) or outcome.texts == _texts(plan):
        return plan
    asking.keep.change_plan(plan, key, *outcome.texts)
    _remain(asking, text, outcome.texts, asking.saved(key))
    return replace(plan, if_=one_line(outcome.texts[0]), then=one_line(outcome.texts[1]))


def _asked_in_the_morning(asking: Asking, plan: Plan) -> str:
    """The question about a plan for today, though the plan was made the evening before."""
    morning = (one for one in asking.sat.prompts if (one.moment, one.answer) == ("morning", "plan"))
    return next((one.text for one in morning), plan.question or "")


def _fields(
    asking: Asking, key: str, text: str, there: Plan | None, facts: Sequence[str | Line] = ()
) -> Words:
    return asking.words(key, [asked(text), *facts, ""], (IF, THEN), _texts(there))


def _for_that_day(asking: Asking, question: Question) -> Page:
    """In a review: the plan its day has already, made on an evening."""
    facts = asking.sat.facts
    plans = [plan for plan in (facts.plans if facts else ()) if plan.for_ == question.for_day]
    day = WEEKDAYS[question.for_day.weekday()] if question.for_day else ""
    return [your_plan(plan, day) for plan in plans if plan.prompt != question.prompt]


def _remain(asking: Asking, text: str, texts: tuple[str, ...], saved: str) -> None:
    asking.remains([asked(text), "", *as_written((IF, THEN), texts)], [note(saved)])


def _texts(plan: Plan | None) -> tuple[str, ...]:
    return (plan.if_ or "", plan.then or "") if plan else ()
