"""How a session begins: its day, what was kept before, and what the user should know."""

from __future__ import annotations

from collab.commands.due_things import due_things, in_full
from collab.commands.privacy import BEGIN, privacy_page
from collab.commands.steps.asking import Asking
from collab.domain.periods import MONTHS, WEEKDAYS, said_day
from collab.domain.talk_questions import FIRST_SENTENCE, IF_STUCK
from collab.rendering.lines import Line
from collab.rendering.review_page import week_heading
from collab.rendering.session_page import (
    counted,
    due_list,
    heading,
    note,
    plan_label,
    your_plan,
)
from collab.rendering.talk_lines import day_of_talk
from collab.storage import promises, sessions, talks
from collab.storage.entries import answers_about


def introduce(asking: Asking) -> None:
    """Before the very first page: what must be read before a colleague is named.

    Raises `Leaving` if it is not now.
    """
    if asking.session.read(sessions.any_held, False):
        return
    asking.show(*privacy_page(asking.session))
    asking.key([], {}, BEGIN, back=False, close=True)


def show_opening(asking: Asking) -> None:
    """Print the head of the session's page."""
    sat = asking.sat
    if sat.week:
        head = week_heading(sat.week, ", continued" if sat.stored else "")
        asking.show(*([] if asking.has_printed else [""]), head)
        return
    what = "written later" if sat.late else "light evening" if sat.light else sat.part
    before = _saved_before(asking)
    lines: list[str | Line] = [heading(sat.day, f"{what}, continued" if sat.stored else what)]
    if before:
        lines.append(note(f"Saved before: {before}."))
    asking.show(*([] if asking.has_printed else [""]), *lines)
    if sat.is_after_a_gap and sat.history.last_page:
        last = sat.history.last_page
        day = f"{WEEKDAYS[last.weekday()]} {last.day} {MONTHS[last.month - 1]}"
        asking.show(f"Your last page is from {day}. One question is enough tonight.")
    if sat.part == "morning" and not sat.late:
        _morning(asking)


def _morning(asking: Asking) -> None:
    """What is due today and the plan there is, that of a review first; named, not asked."""
    sat = asking.sat
    things = due_things(asking.session, sat.day)
    promised = [one for one in things if one.kind == "promise"]
    late = [one for one in promised if one.on < sat.day]
    lines = due_list("Due", [f"{in_full(one)}, since {said_day(one.on, sat.day)}" for one in late])
    lines += due_list("Due today", map(in_full, promised[len(late) :]))
    plans = [plan for plan in sat.history.plans if plan.for_ == sat.day]
    lines += [your_plan(plan, plan_label(plan)) for plan in reversed(plans)]
    talks = [one for one in things if one.kind == "talk" and one.step == "hold"]
    for at, one in enumerate(talks):
        lines += due_list("" if at else "Today", [in_full(one)])
        lines += _prepared(asking, one.record.id)
    if lines:
        asking.show(*lines)


def _prepared(asking: Asking, talk: str) -> list[Line]:
    """The first sentence and the if-then of a talk, word for word, as they were written last."""
    story = asking.session.read(lambda journal: answers_about(journal, talk), ())
    words = {answer.prompt: answer.words() for _, answer in story}
    return day_of_talk(words.get(FIRST_SENTENCE, ""), words.get(IF_STUCK, ""))


def _saved_before(asking: Asking) -> str:
    """What an earlier call of this session kept, in a few words."""
    done = [one.question.kind for one in asking.sat.chosen if one.state == "answered"]
    ratings = done.count("rating")
    return ", ".join(
        [
            *(["the plan"] if "outcome" in done else []),
            *_promises_before(asking),
            *(["the talk held" if _was_held(asking) else "the talk"] if "due talk" in done else []),
            *(["your answer"] if {"open", "asked", "light", "about"} & set(done) else []),
            *([counted(ratings, "rating")] if ratings else []),
            *(["the next plan"] if "plan" in done else []),
            *(["what you set up"] if {"focus", "cue"} & set(done) else []),
        ]
    )


def _was_held(asking: Asking) -> bool:
    """Whether a talk that this evening asked for took place."""
    asked = {one.question.talk for one in asking.sat.chosen if one.question.kind == "due talk"}
    known = asking.session.read(talks.everyone, ())
    return any(talk.held for talk in known if talk.id in asked)


def _promises_before(asking: Asking) -> list[str]:
    """ "the promise to Ana", or how many there are."""
    chosen = asking.sat.chosen
    done = [
        one.question.key.partition(":")[2]
        for one in chosen
        if one.question.kind == "due promise" and one.state == "answered"
    ]
    if len(done) != 1:
        return [counted(len(done), "promise")] if done else []
    promise = asking.session.read(lambda journal: promises.with_id(journal, done[0]), None)
    if promise is None or not promise.who:
        return ["the promise"]
    return [f"the promise {'to' if promise.side == 'mine' else 'from'} {promise.who}"]
