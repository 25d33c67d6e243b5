"""The whole session: which questions it asks, in which order, chosen when it starts.

The roles of new people have no questions here: who is new is known when all is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from typing import Literal

from collab.domain.due import due_on
from collab.domain.due_questions import due_questions
from collab.domain.history import History, Wishes
from collab.domain.prompts import AnswerForm, Moment, Prompt
from collab.domain.questions import (
    Question,
    about_that_day,
    asked_question,
    cue_question,
    fit_text,
    focus_question,
    light_question,
    open_question,
    outcome_question,
    plan_question,
    rating_question,
)
from collab.domain.rotation import (
    GENERAL,
    asked_longest_ago,
    general_question,
    has_rested,
    next_in_rotation,
    takes_part,
)
from collab.domain.talk_questions import (
    due_talks,
    evening_question,
    morning_question,
)

Part = Literal["morning", "evening"]
Agenda = tuple[Question, ...]

AFTERNOON = time(14)
MOST_RATINGS = 3
LIGHT_LINE_AT = 5

_ALWAYS_RATED = "decide"
_MOST_FOCUS = 2
_FRIDAY = 4
_WEEK = timedelta(days=7)


def which(now: time, day_ends_at: time, chosen: Part | None = None) -> Part:
    """Which session a local time of day belongs to, unless one was chosen.

    Before the day ends it is still the evening of the day before; from then to 13:59 the
    morning; from 14:00 on the evening.
    """
    return chosen or ("morning" if day_ends_at <= now < AFTERNOON else "evening")


def evening(day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]) -> Agenda:
    """The questions of the evening of `day`, in their order.

    What became of the plan and of what is due, one open question, up to three ratings, a
    plan for the next day, and on the first two evenings something to set up. A step of a
    talk that is due takes the open question's place. After a gap one open question is the
    whole evening; on a day with a review neither that nor what is due is asked. `prompts`
    are those of all packs in their order.
    """
    if history.has_evenings() and history.is_gap(day):
        return (open_question(_general(prompts)),)
    return (
        *_outcomes(day, history, prompts),
        *(() if history.reviewed else due_questions(history.due)),
        *_words(day, history, wishes, prompts),
        *_ratings(day, history, wishes, prompts),
        *_plan(day, history, wishes, prompts),
        *_set_up(history, wishes, prompts),
    )


def morning(day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]) -> Agenda:
    """The questions of the morning of `day`: its plan, or, if it has one, a few words.

    The words are asked for by M-01 and M-03 in turn, and by morning prompts of the user's
    packs. On the day of a talk a question about it takes their place.
    """
    talk = morning_question(day, due_talks(day, history.talks, prompts), history.talks, prompts)
    if not _has_plan(day, history):
        plan = _in_turn("morning", "plan", day, history, wishes, prompts)
        asked = [*([talk] if talk else []), *([plan_question(plan, day, day)] if plan else [])]
        return tuple(asked)
    if talk:
        return (talk,)
    words = _in_turn("morning", "text", day, history, wishes, prompts)
    return (open_question(words),) if words else ()


def light(day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]) -> Agenda:
    """The one question of a light evening: E-03, or a light prompt of the user's packs."""
    prompt = _in_turn("light", "text", day, history, wishes, prompts)
    return (light_question(prompt),) if prompt else ()


def late(
    day: date, today: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> Agenda:
    """The questions of a page written after its day: words, and for yesterday the ratings.

    `history` is that of `day`. The words are those about any moment of that day, so that
    looking back takes nobody's turn in the rotation.
    """
    words = () if _has_words(day, history, prompts) else (open_question(_general(prompts)),)
    return tuple(
        about_that_day(question)
        for question in (*words, *_ratings(day, history, wishes, prompts, late=True))
        if is_asked_late(question, day, today)
    )


def is_asked_late(question: Question, day: date, today: date) -> bool:
    """Whether a question chosen for `day` is asked on a later `today` all the same."""
    if question.kind == "rating":
        return (today - day).days == 1
    return question.kind in ("open", "asked", "light")


def days_between(day: date, pages: Iterable[date]) -> tuple[date, ...]:
    """The days of the newest gap before `day`, the newest first; none without a gap.

    `pages` are the days before `day` that have a page, the newest first. They are read
    only as far as the gap's other end. The days before the first page are no gap.
    """
    newest = day - timedelta(days=1)
    for page in pages:
        if page < newest:
            return tuple(newest - timedelta(days=n) for n in range((newest - page).days))
        newest = page - timedelta(days=1)
    return ()


def catch_up(days: Iterable[date], prompts: Sequence[Prompt]) -> Agenda:
    """One question in words for the page of each of `days`, in the order given."""
    return tuple(about_that_day(open_question(_general(prompts), for_day=day)) for day in days)


def plan_day(day: date, writes_on_weekends: bool) -> date:
    """The day that the plan made on the evening of `day` is for.

    The day after; on a Friday the Monday, unless the user writes on weekends. On a
    Saturday it is the Sunday: whoever is asked then is writing on a weekend.
    """
    days = 3 if day.weekday() == _FRIDAY and not writes_on_weekends else 1
    return day + timedelta(days=days)


def is_fifth_light(day: date, history: History, wishes: Wishes) -> bool:
    """Whether the light evening of `day` is the one that the line about support follows.

    That is the fifth within seven days. One for which the evening before it was the fifth
    or more already is not: the line is shown once.
    """
    before = sorted(one for one in history.light_evenings if one < day)
    evenings = [*before, day]
    if not wishes.light_line or _light_within_a_week(evenings, day) < LIGHT_LINE_AT:
        return False
    return _light_within_a_week(before, before[-1]) < LIGHT_LINE_AT


def _light_within_a_week(evenings: Iterable[date], last: date) -> int:
    return sum(0 <= (last - one).days < 7 for one in evenings)


def _outcomes(day: date, history: History, prompts: Sequence[Prompt]) -> Iterator[Question]:
    """Today's plan is read back before yesterday's; two plans for one day are one question."""
    prompt = next(prompt for prompt in prompts if prompt.moment == "outcome")
    if history.last_asked(prompt.id) == day:
        return
    due = {one.on for one in due_on(day, plans=history.plans, kinds=("plan",))}
    for for_day in sorted(due, reverse=True):
        yield outcome_question(prompt, for_day, day)


def _words(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> tuple[Question, ...]:
    """One question answered in words: about a talk, else an open one."""
    if history.reviewed or _has_words(day, history, prompts):
        return ()
    return words_without(None, day, history, wishes, prompts)


def words_without(
    talk: str | None, day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> tuple[Question, ...]:
    """The one question in words of an evening, which is not about the talk of this id."""
    due = (one for one in due_talks(day, history.talks, prompts) if one.record.id != talk)
    evenings = sorted(history.recent_pages, reverse=True)
    about = evening_question(day, due, history.talks, evenings, prompts)
    return (about,) if about else tuple(_open(day, history, wishes, prompts))


def _open(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> Iterator[Question]:
    if history.reviewed or _has_words(day, history, prompts):
        return
    if not history.has_evenings():
        yield open_question(_general(prompts))
    elif history.morning_answered and day - history.last_asked(GENERAL) >= _WEEK:
        yield open_question(general_question(day, history, wishes, prompts))
    elif history.wanted and timedelta() < day - history.wanted.day <= _WEEK:
        asked = next(prompt for prompt in prompts if prompt.id == history.wanted.prompt)
        yield asked_question(asked, history.wanted.text)
    else:
        yield open_question(next_in_rotation(day, history, wishes, prompts))


def _has_words(day: date, history: History, prompts: Iterable[Prompt]) -> bool:
    return any(
        prompt.moment == "evening" and history.last_asked(prompt.id) == day for prompt in prompts
    )


def _ratings(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt], *, late: bool = False
) -> Iterator[Question]:
    scales = {prompt.theme: prompt for prompt in prompts if prompt.moment == "rating"}
    for theme in _themes_to_rate(day, history, wishes, scales):
        yield rating_question(scales[theme], fit_text(prompts), late=late)


def _themes_to_rate(
    day: date, history: History, wishes: Wishes, themes: Iterable[str]
) -> list[str]:
    """`decide`, the focus themes and, with fewer than two of these, the one asked longest ago.

    What was asked on `day` already, by a form perhaps, is neither asked nor made up for.
    """
    chosen = [_ALWAYS_RATED]
    if history.has_evenings():
        chosen += [theme for theme in wishes.focus if theme not in chosen]
    others = [theme for theme in themes if theme not in chosen]
    asked = {theme for theme, last in history.rated.items() if last == day}
    if history.has_evenings() and len(wishes.focus) < _MOST_FOCUS and not asked & set(others):
        chosen.append(min(others, key=lambda theme: history.rated.get(theme, date.min)))
    due = [theme for theme in chosen if theme not in asked]
    return due[: max(MOST_RATINGS - len(asked), 0)]


def _plan(
    day: date, history: History, wishes: Wishes, prompts: Sequence[Prompt]
) -> Iterator[Question]:
    for_day = plan_day(day, history.writes_on_weekends())
    prompt = _in_turn("tomorrow", "plan", day, history, wishes, prompts)
    if prompt and not _has_plan(for_day, history):
        yield plan_question(prompt, for_day, day)


def _has_plan(day: date, history: History) -> bool:
    return any(plan.for_ == day for plan in history.plans)


def _set_up(history: History, wishes: Wishes, prompts: Iterable[Prompt]) -> Iterator[Question]:
    """The focus on the first evening, the cue on the second.

    Where that evening had no place for the cue, after a gap or on a day with a review, it
    comes with the next one. Somebody who imports a journal of years is offered neither.
    """
    if not history.has_evenings():
        if not wishes.focus:
            yield focus_question(next(prompt for prompt in prompts if prompt.moment == "setup"))
        return
    began_here = history.evenings == 1 or "focus" in history.set_up_offered
    has_cue = wishes.cue or "cue" in history.set_up_offered
    if began_here and not has_cue and not history.reviewed:
        yield cue_question()


def _general(prompts: Iterable[Prompt]) -> Prompt:
    return next(prompt for prompt in prompts if prompt.id == GENERAL)


def _in_turn(
    moment: Moment,
    form: AnswerForm,
    day: date,
    history: History,
    wishes: Wishes,
    prompts: Iterable[Prompt],
) -> Prompt | None:
    """Of the prompts of a moment the one asked longest ago; none when one was asked that day."""
    candidates = [
        prompt
        for prompt in prompts
        if prompt.moment == moment and prompt.answer == form and takes_part(prompt, wishes)
    ]
    if any(history.last_asked(prompt.id) == day for prompt in candidates):
        return None
    rested = [prompt for prompt in candidates if has_rested(prompt, day, history)]
    return asked_longest_ago(rested, history) if rested else None
