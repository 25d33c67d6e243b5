"""The weekly review: which week it is about, and what it asks.

It asks the prompts of the moment "week" in the packs' order, each beside the week's facts;
in place of W-4 one key for each talk and promise that is open. A plan for the next week is
the last of them, and every fourth review asks whether the focus stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from collab.domain.days import days_from
from collab.domain.frozen import frozen, replace
from collab.domain.history import History, Wishes
from collab.domain.periods import Period, week_of
from collab.domain.questions import (
    OF_THE_REVIEW,
    Question,
    open_question,
    plan_question,
    stays_question,
    thing_question,
)
from collab.domain.rotation import has_rested, takes_part

if TYPE_CHECKING:
    from collab.domain.entries import Entry, Plan
    from collab.domain.promises import Promise
    from collab.domain.prompts import Prompt
    from collab.domain.ratings import Rating
    from collab.domain.reports.words import Moment
    from collab.domain.talks import Talk

OPEN_THINGS = "W-4"
ASKED_EVERY = 4
"""Reviews from one question about the focus to the next."""

_WEDNESDAY = 2
_FIRST_DAYS = 3


@frozen
class Facts:
    """What the review of a week shows beside its questions.

    `moments`: the words of each day that has any. `ratings`: the one that counts for each
    day and theme, by day. `talks` and `promises`: those open now, the longest due first;
    a talk that was held is named and not asked about. `plans`: those for tomorrow or later.
    `asked`: for each prompt of the moment "week" the days it was asked, the newest first.
    `reviews`: how many other reviews were written since the focus was last asked about.
    `focus_since`: that day, or, if it never was, the first day of these reviews' weeks; the
    first evening with the present themes, where they were changed in the settings since.
    `focus_line`: what was written when it was chosen, with its day.
    """

    moments: tuple[Moment, ...] = ()
    ratings: tuple[tuple[date, Rating], ...] = ()
    talks: tuple[Talk, ...] = ()
    promises: tuple[Promise, ...] = ()
    plans: tuple[Plan, ...] = ()
    asked: Mapping[str, tuple[date, ...]] = {}
    reviews: int = 0
    focus_since: date | None = None
    focus_line: tuple[date, str] | None = None


def week_to_review(
    today: date, week_starts_on: int, began: date | None, is_reviewed: Callable[[Period], bool]
) -> Period:
    """The week that is reviewed on `today` when none was named.

    From Monday to Wednesday, and on the first three days of a week that starts on another
    day, it is last week if that has no review; otherwise this week. `began` is the day of
    the journal's first page: before it there was no week to look back at.
    """
    this = week_of(today, week_starts_on)
    early = today.weekday() <= _WEDNESDAY or (today - this.first).days < _FIRST_DAYS
    if early and began is not None and began < this.first:
        last = week_of(days_from(this.first, -1), week_starts_on)
        if not is_reviewed(last):
            return last
    return this


def review(
    week: Period, today: date, facts: Facts, wishes: Wishes, prompts: Sequence[Prompt]
) -> tuple[Question, ...]:
    """The questions of the review of `week`, written on `today`, in their order.

    The user's own questions of the moment "week" take part like the bundled ones; each
    comes at most once in its `every` days.
    """
    history = History(asked=facts.asked)
    taking_part = [
        prompt
        for prompt in prompts
        if prompt.moment == "week"
        and takes_part(prompt, wishes)
        and (prompt.id in OF_THE_REVIEW or has_rested(prompt, today, history))
    ]
    return (
        *_written(week, today, facts, taking_part),
        *_tried(week, today, facts, taking_part),
        *_focus(facts, wishes, prompts),
    )


def recalled_in_review(
    stored: Iterable[tuple[str, str | None]],
    week: Period,
    today: date,
    facts: Facts,
    prompts: Sequence[Prompt],
) -> tuple[Question | None, ...]:
    """The questions kept under (key, prompt) when the review started, asked on `today`.

    None for one whose prompt, talk or promise is not there or not open any more. A plan
    whose day went by meanwhile is for the day it would be for now.
    """
    of_week = [prompt for prompt in prompts if prompt.moment == "week"]
    setup = [prompt for prompt in prompts if prompt.moment == "setup"]
    plans = {prompt.id: _try(prompt, week, today) for prompt in of_week if prompt.answer == "plan"}
    others = {one.key: one for one in _written(week, today, facts, of_week)}
    others |= {one.key: one for one in map(stays_question, setup)}

    def question(key: str, prompt: str | None) -> Question | None:
        if not key.startswith("plan:"):
            return others.get(key)
        found = plans.get(prompt or "")
        if found is None:
            return None
        planned = date.fromisoformat(key.partition(":")[2])
        return replace(found, key=key, for_day=planned if planned > today else found.for_day)

    return tuple(question(key, prompt) for key, prompt in stored)


def unanswered(questions: Iterable[Question], page: Entry) -> tuple[Question, ...]:
    """Those of a review's `questions` that its `page` does not answer."""
    answered = {answer.prompt for answer in page.answers}
    return tuple(
        question
        for question in questions
        if (page.plan is None if question.kind == "plan" else question.prompt not in answered)
    )


def day_to_try(week: Period, today: date) -> date:
    """The day that the plan of a review is for: the Monday after the week, or tomorrow if
    that Monday is not to come."""
    after = days_from(week.last, 1)
    monday = days_from(after, -after.weekday() % 7)
    return monday if monday > today else days_from(today, 1)


def said_of(text: str, week: Period, today: date) -> str:
    """A question about "this week" as it is put on `today` about `week`."""
    if today in week:
        return text
    name = "last week" if (today - week.last).days <= len(week.days()) else "that week"
    return text.replace("this week", name)


def weeks_on(since: date, today: date) -> int:
    """For how many weeks, rounded, something has been looked at; at least one."""
    return max(round((today - since) / timedelta(days=7)), 1)


def _written(
    week: Period, today: date, facts: Facts, prompts: Iterable[Prompt]
) -> Iterator[Question]:
    for prompt in prompts:
        if prompt.answer != "text":
            continue
        if prompt.id == OPEN_THINGS:
            # What is open is open now, whichever week is looked back at.
            planned = (talk for talk in facts.talks if talk.held is None)
            yield from (thing_question(prompt, "talk", talk.id) for talk in planned)
            yield from (thing_question(prompt, "promise", one.id) for one in facts.promises)
        else:
            yield replace(open_question(prompt), text=said_of(prompt.text, week, today))


def _tried(
    week: Period, today: date, facts: Facts, prompts: Iterable[Prompt]
) -> Iterator[Question]:
    """A review has one plan: by the prompt asked longest ago, of equals the first."""
    plans = [prompt for prompt in prompts if prompt.answer == "plan"]
    if plans:
        chosen = min(plans, key=lambda one: max(facts.asked.get(one.id, ()), default=date.min))
        yield _try(chosen, week, today)


def _try(prompt: Prompt, week: Period, today: date) -> Question:
    asked = plan_question(prompt, day_to_try(week, today), today)
    assert asked.for_day is not None
    next_week = asked.for_day not in week_of(today, week.first.weekday())
    return asked if next_week else replace(asked, text=asked.text.replace("next week", "this week"))


def _focus(facts: Facts, wishes: Wishes, prompts: Iterable[Prompt]) -> Iterator[Question]:
    if wishes.focus and (facts.reviews + 1) % ASKED_EVERY == 0:
        yield stays_question(next(prompt for prompt in prompts if prompt.moment == "setup"))
