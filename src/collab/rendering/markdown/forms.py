"""The page to fill in: what `--form` prints and `--edit` opens.

It is a day's page with places left empty. What is on the page already keeps its id and
times; a question nobody answered has neither. There is no front matter, because nothing
typed there would be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.frozen import frozen
from collab.domain.questions import Question
from collab.domain.ratings import FIT_WORDS, Rating
from collab.domain.themes import Theme
from collab.rendering.markdown import labels
from collab.rendering.markdown.comments import STANDS_BELOW
from collab.rendering.markdown.pages import (
    answer_parts,
    asked,
    day_heading,
    deeper_parts,
    entry_head,
    headed,
    plan_parts,
    rating_head,
)
from collab.rendering.markdown.structure import quoted

_EMPTY = ""
"""A part that leaves a line to write on."""


@frozen
class Sheet:
    """One entry of a form: what it holds already, and the questions to show.

    For a session that has not begun, `entry` has no id and nothing in it. A question
    that `entry` answers already shows that answer; what no question asks stands after
    the questions. `plans` are those the outcome questions look back at, which may belong
    to other days. Questions about settings (focus, cue) have no place on a page.
    """

    entry: Entry
    questions: Sequence[Question] = ()
    plans: Sequence[Plan] = ()


def form(day: date, sheets: Iterable[Sheet], themes: Iterable[Theme]) -> str:
    """The day's page to fill in, one section for each sheet.

    Read back as it is, it gives the sheets' entries unchanged and leaves every other
    question unanswered.
    """
    known = {theme.id: theme for theme in themes}
    parts = [day_heading(day)]
    for sheet in sheets:
        parts.extend(_Section(sheet, known).parts())
    return "\n\n".join(parts) + "\n"


class _Section:
    """Writes one sheet. `left` is what of its entry no question has shown yet."""

    def __init__(self, sheet: Sheet, themes: Mapping[str, Theme]) -> None:
        self.sheet = sheet
        self.themes = themes
        self.left = sheet.entry

    def parts(self) -> Iterator[str]:
        yield from entry_head(self.sheet.entry)
        if not self.sheet.entry.text:
            yield _EMPTY
        for question in self.sheet.questions:
            match question.kind:
                case "open" | "light" | "asked" | "moment" | "sides" | "told" | "about":
                    yield from self._words(question)
                case "rating":
                    yield from self._rating(question)
                case "plan":
                    yield from self._plan(question)
                case "outcome":
                    yield from self._outcome(question)
        for answer in self.left.answers:
            yield from answer_parts(answer)
        for rating in self.left.ratings:
            yield from self._filled_rating(rating)
        if self.left.plan:
            yield from self._filled_plan(self.left.plan)

    def _words(self, question: Question) -> Iterator[str]:
        if answer := self._taken_answer(question):
            yield from answer_parts(answer, question.deeper)
            return
        values = {"prompt": question.prompt, "theme": question.theme}
        if question.talk:
            values |= {"talk": question.talk, "step": question.step}
        if question.kind in ("asked", "told"):
            values["outside"] = STANDS_BELOW
        yield asked(3, question.text, "answer", values)
        yield _PLACES.get(question.fields, _EMPTY)
        yield from _room_for_deeper(question)

    def _rating(self, question: Question) -> Iterator[str]:
        of_theme = [rating for rating in self.left.ratings if rating.theme == question.theme]
        if of_theme:
            shown = of_theme[-1]
            others = tuple(rating for rating in self.left.ratings if rating is not shown)
            self.left = replace(self.left, ratings=others)
            yield from self._filled_rating(shown, question.deeper)
            return
        theme = self.themes[question.theme]
        values = {
            "theme": theme.id,
            "scale_version": theme.scale_version,
            "late": question.late,
        }
        yield headed(3, question.text, "rating", values)
        yield f"{labels.CHOICE}\n{labels.FIT}"
        yield from _scale(theme)
        yield from _room_for_deeper(question)

    def _plan(self, question: Question) -> Iterator[str]:
        if self.left.plan:
            yield from self._filled_plan(self.left.plan)
            self.left = replace(self.left, plan=None)
        else:
            values = {"prompt": question.prompt, "for": question.for_day}
            yield asked(3, question.text, "plan", values)
            yield _PLACES["if", "then"]
        yield from self._deeper_of_plan(question)

    def _outcome(self, question: Question) -> Iterator[str]:
        values = {"prompt": question.prompt, "for": question.for_day}
        for plan in self.sheet.plans:
            if plan.for_ == question.for_day:
                yield headed(3, question.text, "plan", values)
                yield quoted(labels.one_line(plan.sentence()))
                yield from _outcome_place(plan)
        yield from self._deeper_of_plan(question)

    def _deeper_of_plan(self, question: Question) -> Iterator[str]:
        """Room for a plan's deeper question. Plans keep none, so it is an answer of its own."""
        if answer := self._taken_answer(question):
            yield from answer_parts(answer)
        elif question.deeper:
            values = {"prompt": question.prompt, "theme": question.theme}
            yield asked(4, question.deeper, "answer", values)
            yield _EMPTY

    def _filled_rating(self, rating: Rating, deeper: str = "") -> Iterator[str]:
        theme = self.themes.get(rating.theme)
        fit = FIT_WORDS[rating.fit] if rating.fit else None
        choice = labels.labelled(labels.CHOICE, str(rating.value))
        yield rating_head(rating, theme)
        yield f"{choice}\n{labels.labelled(labels.FIT, fit)}"
        if theme:
            yield from _scale(theme)
        yield from deeper_parts(rating, deeper)

    def _filled_plan(self, plan: Plan) -> Iterator[str]:
        yield from plan_parts(replace(plan, outcome=None))
        yield from _outcome_place(plan)

    def _taken_answer(self, question: Question) -> Answer | None:
        """The answer to this question, which is then no longer left."""
        for answer in self.left.answers:
            if answer.prompt == question.prompt and answer.talk == question.talk:
                others = tuple(other for other in self.left.answers if other is not answer)
                self.left = replace(self.left, answers=others)
                return answer
        return None


_PLACES: dict[tuple[str, ...], str] = {
    ("if", "then"): f"{labels.IF}\n{labels.THEN}",
    ("who", "words"): labels.WHO,
}
"""What stands below a question that is answered in named fields."""


def _outcome_place(plan: Plan) -> Iterator[str]:
    yield labels.labelled(labels.OUTCOME, plan.outcome)
    yield labels.OUTCOME_HINT


def _scale(theme: Theme) -> Iterator[str]:
    yield "\n".join(f"- {line}" for line in labels.scale_lines(theme))
    yield labels.FIT_HINT


def _room_for_deeper(question: Question) -> Iterator[str]:
    if question.deeper:
        yield asked(4, question.deeper, "deeper", {})
        yield _EMPTY
