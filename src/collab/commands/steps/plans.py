"""If-then plans: what became of one, and the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from collab.commands.interview import Back, Given, Light, Pressed
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
    """Read the plan back and ask what became of it."""
    plans = [plan for plan in asking.sat.history.plans if plan.for_ == question.for_day]
    plans = [plan for plan in plans if plan.outcome is None] or plans
    today = question.for_day == asking.sat.day
    read_back: Page = [your_plan(one, plan_label(one) if today else "Yesterday") for one in plans]
    hint = f"{_HINT} · Enter keep" if asking.again else _HINT
    pressed = asking.key([*read_back, asked(question.text)], OUTCOMES, hint)
    if isinstance(pressed, Back | Light):
        return asking.left_for(pressed)
    if isinstance(pressed, Pressed):
        outcome = cast(Outcome, pressed.value)
        asking.keep.outcome(question, plans, outcome)
        what = beside_plan(f"{outcome} · {asking.saved(question.key)}")
        asking.remains(read_back, [what], compact=True)
    elif not asking.again:
        asking.keep.settled(question, "skipped")
        asking.remains(read_back, [beside_plan("skipped")], compact=True)
    return Way.ON


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
