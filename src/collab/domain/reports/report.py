"""One `Report`, many faces: the figures of a period and the exact sentences about them.

No face (terminal, Markdown, HTML, JSON) computes or words anything; every section
carries its figures and `says`, the lines that all faces lay out.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from collab.domain.frozen import frozen
from collab.domain.periods import Period
from collab.domain.ratings import Value


class Line(NamedTuple):
    """One sentence of a section under its label, such as "this week"."""

    label: str
    text: str


Says = tuple[Line, ...]


@frozen
class Head:
    """`days` are those of the period up to `as_of`; `day_marks` has one of "written",
    "light", "" (nothing) or None (still to come) for each day of the period."""

    days_written: int
    days: int
    entries: int
    light: int
    day_marks: tuple[Literal["written", "light", ""] | None, ...]
    says: Says


@frozen
class DayWords:
    """The words chosen for one written day. `starred` words are whole and quoted."""

    day: date
    text: str
    question: str | None
    entry: str
    starred: bool
    light: bool


@frozen
class PlanFigures:
    done: int
    partly: int
    not_done: int
    no_occasion: int
    open: int
    says: Says


@frozen
class TalkFigures:
    planned: int
    held: int
    debriefed: int
    follow_up_due: int
    added: int
    held_of_dated: tuple[int, int]
    debriefed_of_held: tuple[int, int]
    closed: int
    let_go: int
    says: Says


@frozen
class PromiseSide:
    """`due` = kept + late + open + dropped; `moved` and `not_yet_due` stand apart."""

    due: int
    kept: int
    late: int
    open: int
    dropped: int
    moved: int
    not_yet_due: int


@frozen
class PromiseFigures:
    """`earlier` counts those still open from before the period: mine, then to me."""

    mine: PromiseSide
    theirs: PromiseSide
    earlier: tuple[int, int]
    says: Says


@frozen
class LineFit:
    """How often acting on one line of the scales, 1 to 5, suited the situation."""

    value: int
    well: int
    partly: int
    other: int


@frozen
class Balance:
    """`position` runs from -2 (on my own) to +2 (together), unrounded; None under 3 days.

    `fit_by_line` has all five lines, in periods longer than a week and from ten fits on.
    """

    position: float | None
    ratings: int
    days: int
    waited_days: int
    fit_well: int
    fit_partly: int
    fit_other: int
    fit_by_line: tuple[LineFit, ...] | None = None
    says: Says


@frozen
class WeekMean:
    """One week of a theme: `n` ratings and their mean, None under 3 ratings; unrounded."""

    first: date
    n: int
    mean: float | None


@frozen
class ThemeFigures:
    """`days` holds the value that counts for each day of the period, None for no rating.

    `late_days` are the days rated the day after. `weeks` has the eight weeks that end with
    the period, or in a longer period its own weeks so far, oldest first; there the days
    that count are those in the period, and `first` is the first of them.
    `has_usual` says whether the baseline is thick enough to be called usual, in a longer
    period whether that of any whole week is.
    """

    theme: str
    name: str
    n: int
    mean: float | None
    low: int | None
    high: int | None
    no_occasion: int
    waited: int
    days: tuple[Value | None, ...]
    late_days: tuple[date, ...]
    weeks: tuple[WeekMean, ...]
    has_usual: bool
    says: Says


@frozen
class NamedPerson:
    name: str
    role: str | None
    days: int


@frozen
class PeopleFigures:
    days_written: int
    named: tuple[NamedPerson, ...]
    says: Says


@frozen
class OutsideView:
    """`from_` is the alias of the person whose words these are."""

    day: date
    from_: str
    text: str


@frozen
class OutsideFigures:
    views: tuple[OutsideView, ...]
    says: Says


@frozen
class ThenAndNow:
    """The same question, answered twice, 28 to 84 days apart; `now` lies in the period."""

    question: str
    then_day: date
    then_text: str
    now_day: date
    now_text: str


@frozen
class LanguageFigures:
    words: int
    i: int
    we: int
    says: Says


@frozen
class ReviewAnswer:
    """An answer of the weekly review; a plan's text is its sentence.

    `week` is the first day of the week it is about, in periods longer than a week.
    """

    question: str
    text: str
    plan: bool = False
    week: date | None = None


@frozen
class NextThing:
    """`held`: a talk that took place on the day `on` and waits to be looked back on."""

    kind: Literal["promise", "talk", "follow-up"]
    side: Literal["mine", "theirs"] | None
    who: str
    text: str
    on: date
    id: str
    held: bool = False


@frozen
class Report:
    """Everything a report says. `in_place_of` is the label of the running week that had
    no entry and gave way to the one before.

    A `redacted` one is for others: it names nobody, and each day in it is the first of the
    week that is meant, but for those of a calendar's period. It has no ids, no marks of days
    and no ratings day by day.
    """

    period: Period
    as_of: date
    in_place_of: str | None
    head: Head
    words: tuple[DayWords, ...]
    plans: PlanFigures
    talks: TalkFigures
    promises: PromiseFigures
    balance: Balance
    themes: tuple[ThemeFigures, ...]
    people: PeopleFigures
    outside: OutsideFigures
    then_and_now: ThenAndNow | None
    language: LanguageFigures
    review: tuple[ReviewAnswer, ...]
    next: tuple[NextThing, ...]
    not_yet: Says
    last_page: date | None
    foot: str
    redacted: bool = False

    def is_empty(self) -> bool:
        """Whether nothing at all was written in the period."""
        return self.head.entries == 0
