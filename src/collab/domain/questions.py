"""One question of a session: its words, and the key under which it is kept.

A session's questions are chosen when it starts and stored by their keys; a session that
goes on makes the same questions of them again with `recalled`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, cast

from collab.domain.entries import Step
from collab.domain.frozen import frozen, replace
from collab.domain.periods import WEEKDAYS
from collab.domain.prompts import Prompt

QuestionKind = Literal[
    "outcome",
    "open",
    "asked",
    "rating",
    "plan",
    "focus",
    "cue",
    "light",
    "due promise",
    # Those of the weekly review: the week's moment, where acting alone or together suited,
    # what somebody said, an open talk, an open promise, and whether the focus stays.
    "moment",
    "sides",
    "told",
    "talk",
    "promise",
    "stays",
    # A question about a talk, and whether one was held whose day is here.
    "about",
    "due talk",
]

ANSWER_KEYS = {
    "outcome": "dpnc",
    "promise": "kmxo",
    "late promise": "krmxo",
    "talk": "hsg",
    "words": "d*p",
    "rating": "123450w",
    "fit": "ypn",
    "promise in a review": "kmx",
    "late promise in a review": "krmx",
    "agreed": "an",
    "hardness": "12345",
    "ending": "cn",
    "stays": "kc",
}
"""The keys that answer a one-key question. "words" follows a text answer: deeper, star,
a line of it as a promise.

Neighbours in a session share no key, so that a doubled key cannot answer the next one.
"""

OF_THE_REVIEW: dict[str, QuestionKind] = {
    "W-1": "moment",
    "W-2": "sides",
    "W-3": "told",
    "W-4": "open",
    "W-5": "plan",
}
"""The bundled questions of the weekly review, which every review asks."""
NEXT_WEEKS_PLAN = "W-5"

CUE = "After which moment of the day will you write?"

_FIELDS = {"text": ("text",), "plan": ("if", "then")}
_TOMORROWS_PLAN = "E-04"


@frozen
class Question:
    """One step of a session.

    `key` names it within its session and stays the same for good. `text` is the wording,
    which is kept with the answer, and `prompt` the id of the prompt it comes from.
    `fields` are what is typed; without any it is answered by a key. `deeper` is asked
    after a text answer on request; that of a rating or a plan only by a form. `fit` is the
    one-key question that belongs to a rating and is kept with it. `for_day` is the day a
    plan is for, an outcome looks back at, or a caught-up page is about. `late` marks a
    rating given the day after. A question about a talk has its id in `talk`, the `step` it
    belongs to, and in `core` the prompts that end this step once all of them were asked.
    """

    key: str
    kind: QuestionKind
    text: str
    prompt: str | None = None
    theme: str = "any"
    fields: tuple[str, ...] = ()
    deeper: str = ""
    fit: str = ""
    for_day: date | None = None
    late: bool = False
    talk: str | None = None
    step: Step | None = None
    core: tuple[str, ...] = ()


def outcome_question(prompt: Prompt, for_day: date, day: date) -> Question:
    """What became of the plan for `for_day`, asked on `day`: that day, or the one after."""
    when = "for today" if for_day == day else "for yesterday"
    return Question(
        key=f"plan-outcome:{for_day}",
        kind="outcome",
        text=prompt.text.replace("for today", when),
        prompt=prompt.id,
        deeper=prompt.deeper,
        for_day=for_day,
    )


def open_question(prompt: Prompt, for_day: date | None = None) -> Question:
    """The one question of a session that is answered in words, or one of a review."""
    kind = OF_THE_REVIEW.get(prompt.id, "open")
    return Question(
        key=f"open:{prompt.id}",
        kind=kind,
        text=prompt.text,
        prompt=prompt.id,
        theme=prompt.theme,
        fields=("who", "words") if kind == "told" else _FIELDS[prompt.answer],
        deeper=prompt.deeper,
        for_day=for_day,
    )


def asked_question(prompt: Prompt, wanted: str) -> Question:
    """Who was asked and what they said; the answer is an outside view under `prompt`."""
    return Question(
        key=f"asked:{prompt.id}",
        kind="asked",
        text=f"You wanted to ask: {wanted}",
        prompt=prompt.id,
        theme=prompt.theme,
        fields=("who", "words"),
    )


def rating_question(prompt: Prompt, fit: str, *, late: bool = False) -> Question:
    """Which line of the theme's scale is true, and how that suited the situation."""
    return Question(
        key=f"rating:{prompt.theme}",
        kind="rating",
        text=prompt.text,
        prompt=prompt.id,
        theme=prompt.theme,
        deeper=prompt.deeper,
        fit=fit,
        late=late,
    )


def plan_question(prompt: Prompt, for_day: date, day: date) -> Question:
    """An if-then plan for `for_day`, made on `day`."""
    text = prompt.text
    if prompt.id == _TOMORROWS_PLAN and for_day != day + timedelta(days=1):
        text = text.replace("tomorrow", f"on {WEEKDAYS[for_day.weekday()]}")
    return Question(
        key=f"plan:{for_day}",
        kind="plan",
        text=text,
        prompt=prompt.id,
        fields=_FIELDS["plan"],
        deeper=prompt.deeper,
        for_day=for_day,
    )


def focus_question(prompt: Prompt) -> Question:
    """The offer of focus themes, with one optional line: what for?"""
    return Question(
        key="focus", kind="focus", text=prompt.text, prompt=prompt.id, fields=("themes", "text")
    )


def cue_question() -> Question:
    """After which moment of the day the user will write."""
    return Question(key="cue", kind="cue", text=CUE, fields=("text",))


def thing_question(prompt: Prompt, kind: Literal["talk", "promise"], id_: str) -> Question:
    """The next step of one open talk or promise; `id_` is that of its record."""
    return Question(key=f"{kind}:{id_}", kind=kind, text=prompt.text, prompt=prompt.id)


def talk_question(prompt: Prompt, talk: str, prompts: Iterable[Prompt]) -> Question:
    """A question about the talk of this id; its step is the moment of its `prompt`."""
    return Question(
        key=f"about:{talk}:{prompt.id}",
        kind="about",
        text=prompt.text,
        prompt=prompt.id,
        theme=prompt.theme,
        fields=_FIELDS[prompt.answer],
        deeper=prompt.deeper,
        talk=talk,
        step=cast("Step", prompt.moment),
        core=tuple(one.id for one in prompts if one.moment == prompt.moment and one.core),
    )


def due_talk_question(talk: str) -> Question:
    """Whether the talk of this id was held, whose day is here or went by."""
    return Question(key=f"talk:{talk}", kind="due talk", text="Was it held?", talk=talk)


def due_promise_question(id_: str) -> Question:
    """What became of a promise that is due; `id_` is that of its record."""
    return Question(key=f"promise:{id_}", kind="due promise", text="What became of the promise?")


def stays_question(prompt: Prompt) -> Question:
    """Whether the focus themes stay; `prompt` is the one that offers them."""
    return Question(
        key="stays", kind="stays", text=prompt.text, prompt=prompt.id, fields=("themes", "text")
    )


def light_question(prompt: Prompt) -> Question:
    """The one kind question of a light evening."""
    return Question(
        key=f"light:{prompt.id}",
        kind="light",
        text=prompt.text,
        prompt=prompt.id,
        fields=_FIELDS["text"],
    )


def recalled(
    key: str,
    prompt: str | None,
    day: date,
    prompts: Sequence[Prompt],
    *,
    wanted: str = "",
    late: bool = False,
) -> Question | None:
    """The question kept under `key` in the session of `day`; None if its prompt is gone.

    `prompt` is the id kept beside the key, `prompts` those of the packs, `wanted` what the
    writer wanted to ask. `late` says that the day was yesterday.
    """
    name, _, detail = key.partition(":")
    if name == "cue":
        return cue_question()
    if name == "talk":
        return due_talk_question(detail)
    if name == "promise":
        return due_promise_question(detail)
    known = {one.id: one for one in prompts}
    found = known.get(prompt or "")
    if found is None:
        return None
    match name:
        case "plan-outcome":
            return outcome_question(found, date.fromisoformat(detail), day)
        case "plan":
            return plan_question(found, date.fromisoformat(detail), day)
        case "rating":
            return rating_question(found, fit_text(known.values()), late=late)
        case "asked":
            return asked_question(found, wanted)
        case "focus":
            return focus_question(found)
        case "light":
            return light_question(found)
        case "about":
            return talk_question(found, detail.rpartition(":")[0], prompts)
    return open_question(found) if name == "open" else None


def about_that_day(question: Question) -> Question:
    """The question as it is put when its day is over: about that day, not today."""
    return replace(
        question,
        text=question.text.replace("today", "that day"),
        fit=question.fit.replace("today", "that day"),
    )


def fit_text(prompts: Iterable[Prompt]) -> str:
    """How the packs ask whether a rated act suited the situation."""
    return next(prompt.text for prompt in prompts if prompt.moment == "fit")
