"""Walks through the questions of a sitting, one after the other, forwards and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from collab.commands.sitting import Chosen
from collab.commands.steps.asking import Asking, Way
from collab.commands.steps.due_promises import ask_due_promise
from collab.commands.steps.new_names import names_to_ask_about
from collab.commands.steps.open_things import ask_promise, ask_talk, reason_key
from collab.commands.steps.plans import ask_outcome, ask_plan
from collab.commands.steps.promising import heard_key
from collab.commands.steps.ratings import ask_rating
from collab.commands.steps.review import ask_moment, ask_sides, ask_told
from collab.commands.steps.setting_up import ask_cue, ask_focus, ask_stays, what_for
from collab.commands.steps.talks import ask_about, ask_due_talk
from collab.commands.steps.words import ask_words, deeper_key
from collab.domain import agenda
from collab.domain.questions import Question, QuestionKind

_STEPS: Mapping[QuestionKind, Callable[[Asking, Question], Way]] = {
    "outcome": ask_outcome,
    "open": ask_words,
    "asked": ask_words,
    "light": ask_words,
    "due promise": ask_due_promise,
    "rating": ask_rating,
    "plan": ask_plan,
    "focus": ask_focus,
    "cue": ask_cue,
    "moment": ask_moment,
    "sides": ask_sides,
    "told": ask_told,
    "talk": ask_talk,
    "promise": ask_promise,
    "stays": ask_stays,
    "about": ask_about,
    "due talk": ask_due_talk,
}


def walk(asking: Asking) -> bool:
    """Ask every open question of the sitting; whether it became a light evening.

    Going back leads to any question of the session, one that an earlier call answered
    too; from there it goes on with the first that is still open.
    """
    chosen = asking.sat.chosen
    light_allowed = asking.sat.part == "evening" and not (asking.sat.light or asking.sat.late)
    at = _first(asking)
    while at is not None:
        here = chosen[at]
        asking.can_go_back = at > 0
        asking.can_go_light = light_allowed and here.question.kind not in ("focus", "cue")
        asking.again = here.state == "answered"
        left = sum(one.state == "open" for one in chosen if one is not here)
        left += names_to_ask_about(asking)
        asking.left = left if at and left else None
        way = _STEPS[here.question.kind](asking, here.question)
        if way is Way.LIGHT:
            _ask_light(asking)
            return True
        if way is Way.BACK:
            at -= 1
            continue
        if here.state == "open":
            here.state = "answered"
        at = _next_open(chosen)
    return asking.sat.light


def _first(asking: Asking) -> int | None:
    """Where a session goes on: at words that were begun, else at what is still open."""
    begun = (at for at, one in enumerate(asking.sat.chosen) if _is_begun(asking, one.question))
    return next(begun, _next_open(asking.sat.chosen))


def is_complete(asking: Asking) -> bool:
    """Whether nothing of the sitting is left to ask or to go on with."""
    return _first(asking) is None


def _is_begun(asking: Asking, question: Question) -> bool:
    keys = [question.key, deeper_key(question), reason_key(question), heard_key(question)]
    if question.kind in ("focus", "stays"):
        keys.append(what_for(question).key)
    return any(map(asking.has_begun, keys))


def one_alone(asking: Asking, *, can_go_back: bool) -> int:
    """Ask the only question of a sitting, words and nothing beside them.

    Returns 1 if it was answered, -1 if the way leads back, 0 if it was passed over.
    """
    asking.can_go_back, asking.can_go_light, asking.left = can_go_back, False, None
    (question,) = asking.sat.questions
    if ask_words(asking, question, beside=False, skips=False) is Way.BACK:
        return -1
    return 1 if asking.page_so_far() else 0


def _next_open(chosen: tuple[Chosen, ...]) -> int | None:
    return next((at for at, one in enumerate(chosen) if one.state == "open"), None)


def _ask_light(asking: Asking) -> None:
    """The one question of a light evening, in place of all that is left."""
    sat = asking.sat
    asking.can_go_back = asking.can_go_light = False
    asking.left = None
    for question in agenda.light(sat.day, sat.history, sat.wishes, sat.prompts):
        asking.keep.start([question], light=True)
        ask_words(asking, question)
        return
    asking.keep.let_go()
