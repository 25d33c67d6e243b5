"""From the blocks of a page to its days and entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from collab.domain.entries import Answer, Entry, Outcome, Plan
from collab.domain.frozen import frozen
from collab.domain.ratings import Rating
from collab.domain.themes import Theme
from collab.errors import UnreadablePage
from collab.exchange.markdown.blocks import Block, cut
from collab.exchange.markdown.bodies import answer_of, plan_body, question_of, rating_of
from collab.rendering.markdown.comments import CommentKind

_SAY_THE_DAY = (
    "Nothing was saved. Begin the page with a heading and, below it,"
    " <!-- collab day date=2024-06-10 --> with its day."
)
_Grouped = tuple[list[Block], list[tuple[Block, list[Block]]]]


@frozen
class Unanswered:
    """A question of a page with nothing filled in; `id` is that of the answer it had.

    `line` is that of its heading.
    """

    kind: CommentKind
    id: str
    prompt: str | None
    theme: str | None
    talk: str | None
    line: int


@frozen
class LookedBack:
    """What became of the plan for the day `for_`, which may stand on another page.

    `sentence` is the plan as the page shows it, so that one of two is meant.
    """

    for_: date
    prompt: str | None
    outcome: Outcome
    line: int
    sentence: str = ""


@frozen
class Section:
    """One entry of a page, read. `line` is that of its heading.

    Its ids are empty and its times absent where the page has none. The entry may hold
    nothing at all if the page is a form.
    """

    entry: Entry
    line: int
    looked_back: tuple[LookedBack, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDay:
    """A day of a page. `line` is that of its heading, or 1."""

    day: date
    line: int
    sections: tuple[Section, ...]

    def entries(self) -> tuple[Entry, ...]:
        """The entries that hold anything."""
        return tuple(section.entry for section in self.sections if section.entry.is_written())


def read(text: str, source: str, themes: Iterable[Theme]) -> tuple[PageDay, ...]:
    """The days of a page, or of a document of several, in its order.

    `source` names it in errors, `themes` are all whose scales a form may show. The day in
    a heading's comment wins over the one in the front matter. Raises `UnreadablePage`.
    """
    pieces = cut(text, source)
    by_id = {theme.id: theme for theme in themes}
    above, headed = _grouped(pieces.blocks, ("day",))
    days = [_day(head, pieces.front_day, below, by_id) for head, below in headed]
    if days and not above:
        return tuple(days)
    line = above[0].line if above else 1
    if pieces.front_day is None:
        raise UnreadablePage(source, line, "it is not said which day this is about.", _SAY_THE_DAY)
    return (PageDay(pieces.front_day, line, _sections(pieces.front_day, above, by_id)), *days)


def read_day(text: str, source: str, themes: Iterable[Theme]) -> PageDay:
    """The one day of a page. Raises `UnreadablePage`, also where a second day begins."""
    first, *others = read(text, source, themes)
    if others:
        raise UnreadablePage(
            source,
            others[0].line,
            "a second day begins here.",
            "Nothing was saved. Keep one day on a page, then read it again.",
        )
    return first


def _grouped(blocks: Iterable[Block], kinds: Sequence[CommentKind]) -> _Grouped:
    """The blocks above the first of `kinds`, and each of these with the blocks below it."""
    above: list[Block] = []
    groups: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if block.kind in kinds:
            groups.append((block, []))
        else:
            (groups[-1][1] if groups else above).append(block)
    return above, groups


def _day(
    head: Block, front_day: date | None, below: Sequence[Block], themes: Mapping[str, Theme]
) -> PageDay:
    day = head.comment.values.get("date") or front_day
    if day is None:
        raise head.fault("this day has no date in its comment.")
    head.refuse_words("these words belong to no entry; they need a heading of one above them.")
    return PageDay(day, head.line, _sections(day, below, themes))


def _sections(
    day: date, blocks: Sequence[Block], themes: Mapping[str, Theme]
) -> tuple[Section, ...]:
    above, entries = _grouped(blocks, ("entry",))
    if above:
        raise above[0].fault("this stands above the first entry of its day.")
    return tuple(_Reading(day, head, themes).section(below) for head, below in entries)


class _Reading:
    """Reads one entry."""

    def __init__(self, day: date, head: Block, themes: Mapping[str, Theme]) -> None:
        self.day = day
        self.head = head
        self.themes = themes
        self.answers: list[Answer] = []
        self.ratings: list[Rating] = []
        self.plan: Plan | None = None
        self.looked_back: list[LookedBack] = []
        self.unanswered: list[Unanswered] = []

    def section(self, blocks: Sequence[Block]) -> Section:
        above, parts = _grouped(blocks, ("answer", "rating", "plan"))
        if above:
            raise above[0].fault("this deeper question has no question above it.")
        for block, below in parts:
            self._part(block, below)
        entry = Entry(
            **{"id": ""} | self.head.comment.fields("quoted"),
            day=self.day,
            text=self.head.text(),
            answers=tuple(self.answers),
            ratings=tuple(self.ratings),
            plan=self.plan,
        )
        return Section(
            entry=entry,
            line=self.head.line,
            looked_back=tuple(self.looked_back),
            unanswered=tuple(self.unanswered),
        )

    def _part(self, block: Block, below: Sequence[Block]) -> None:
        if len(below) > 1:
            raise below[1].fault("this is a second deeper question to the same one.")
        deeper = below[0] if below else None
        match block.kind:
            case "answer":
                if answer := answer_of(block, deeper):
                    self.answers.append(answer)
                else:
                    self._leave(block)
            case "rating":
                if rating := rating_of(block, deeper, self._theme(block)):
                    self.ratings.append(rating)
                else:
                    self._leave(block)
            case "plan":
                self._plan(block, deeper)

    def _plan(self, block: Block, deeper: Block | None) -> None:
        if deeper:
            raise deeper.fault("a plan has no deeper question.")
        body = plan_body(block)
        fields: dict[str, Any] = {"id": "", "for_": self.day, **block.comment.fields()}
        if body.if_ or body.then:
            if self.plan:
                raise block.fault("this entry has a plan already.")
            fields["question"] = question_of(block)
            self.plan = Plan(**fields, if_=body.if_, then=body.then, outcome=body.outcome)
        elif body.outcome is None:
            self._leave(block)
        elif body.looks_back:
            self.looked_back.append(
                LookedBack(
                    for_=fields["for_"],
                    prompt=fields.get("prompt"),
                    outcome=body.outcome,
                    line=block.line,
                    sentence=body.quoted,
                )
            )
        else:
            raise block.fault("an outcome is filled in below a plan with neither half.")

    def _leave(self, block: Block) -> None:
        values = block.comment.values
        self.unanswered.append(
            Unanswered(
                kind=block.kind,
                id=values.get("id", ""),
                prompt=values.get("prompt"),
                theme=values.get("theme"),
                talk=values.get("talk"),
                line=block.line,
            )
        )

    def _theme(self, block: Block) -> Theme:
        theme = self.themes.get(block.comment.values.get("theme", ""))
        if theme is None:
            raise block.fault("the comment of this rating has to name its theme.")
        return theme
