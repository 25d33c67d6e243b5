"""Difficult conversations: where each stands, and what happened to them in the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from collab.domain.frozen import replace
from collab.domain.reports.phrases import a_to_z, of_period
from collab.domain.reports.report import Line, TalkFigures
from collab.domain.reports.window import Window
from collab.domain.talks import Talk
from collab.domain.trends import shown

WAITING_DAYS = 14
PAIRS_FOR_A_MEAN = 5
NONE_RECORDED = "none recorded"


def talks_of(
    window: Window, talks: tuple[Talk, ...], any_talk: bool, in_all: tuple[int, int, int]
) -> TalkFigures:
    """What there is to say about `talks`, each as it stood on the as-of day.

    `any_talk`: whether one was ever added up to then. `in_all`: how many held up to then
    have both numbers, how hard they were expected to be and were, added up.
    """
    figures = _figures(window, talks)
    is_open = figures.planned + figures.held + figures.debriefed + figures.follow_up_due
    if is_open or figures.closed or figures.let_go:
        says = (
            *_pipeline(figures, of_period(window)),
            *_expected(window, talks, in_all),
            *_follow_ups(window, talks),
            *_waiting(window, talks),
        )
    else:
        says = (Line("now", "none open" if any_talk or talks else NONE_RECORDED),)
    return replace(figures, says=says)


def _figures(window: Window, talks: tuple[Talk, ...]) -> TalkFigures:
    now = Counter(talk.state(window.as_of) for talk in talks)
    dated = [talk for talk in talks if _had_a_date(window, talk)]
    held = [talk for talk in talks if _is_now(window, talk.held)]
    return TalkFigures(
        planned=now["planned"],
        held=now["held"],
        debriefed=now["debriefed"],
        follow_up_due=now["follow-up due"],
        added=sum(_is_now(window, talk.added) for talk in talks),
        held_of_dated=(sum(talk.held is not None for talk in dated), len(dated)),
        debriefed_of_held=(sum(talk.debriefed is not None for talk in held), len(held)),
        closed=sum(_is_now(window, talk.closed) for talk in talks),
        let_go=sum(_is_now(window, talk.let_go) for talk in talks),
        says=(),
    )


def _is_now(window: Window, day: date | None) -> bool:
    return day is not None and window.is_now(day)


def _had_a_date(window: Window, talk: Talk) -> bool:
    """Whether the talk was to take place on a day of the period.

    Not if it was moved on or before that day, let go before it, or held before the period.
    """
    if talk.held and talk.held < window.period.first:
        return False
    dates: list[tuple[date | None, date | None]] = [(move.from_, move.on) for move in talk.moved]
    dates.append((talk.date, None))
    return any(
        day is not None
        and window.is_now(day)
        and not (moved_on and moved_on <= day)
        and not (talk.let_go and talk.let_go < day)
        for day, moved_on in dates
    )


def _pipeline(figures: TalkFigures, period: str) -> Iterator[Line]:
    yield Line(
        "now",
        f"planned {figures.planned} > held {figures.held} > debriefed {figures.debriefed}"
        f" > follow-up due {figures.follow_up_due}",
    )
    held, dated = figures.held_of_dated
    debriefed, of_held = figures.debriefed_of_held
    yield Line(
        period,
        f"added {figures.added}; held {held} of {dated} that had a date;"
        f" debriefed {debriefed} of {of_held} held;"
        f" closed {figures.closed}; let go {figures.let_go}",
    )


def _expected(
    window: Window, talks: tuple[Talk, ...], in_all: tuple[int, int, int]
) -> Iterator[Line]:
    held = [talk for talk in talks if _is_now(window, talk.held)]
    for talk in sorted(held, key=lambda talk: (a_to_z(talk.who), talk.held, talk.id)):
        if talk.expected is not None and talk.was is not None:
            yield Line("expected", f"{talk.who}: {talk.expected}, it was {talk.was}")
    count, expected, was = in_all
    if count >= PAIRS_FOR_A_MEAN:
        means = f"{shown(Fraction(expected, count))}, it was {shown(Fraction(was, count))}"
        yield Line("expected", f"in all: {means} (n={count} talks)")


def _follow_ups(window: Window, talks: tuple[Talk, ...]) -> Iterator[Line]:
    due = [
        (one.due, a_to_z(talk.who), talk.who)
        for talk in talks
        if talk.state(window.as_of) == "follow-up due"
        for one in talk.due_follow_ups(window.as_of)
    ]
    for day, _, who in sorted(due):
        yield Line("follow-up", f"{who}: due {day}")


def _waiting(window: Window, talks: tuple[Talk, ...]) -> Iterator[Line]:
    planned = [talk for talk in talks if talk.state(window.as_of) == "planned"]
    for talk in sorted(planned, key=lambda talk: (talk.added, a_to_z(talk.who))):
        days = (window.as_of - talk.added).days
        if days >= WAITING_DAYS:
            yield Line("waiting", f"{talk.who}: {days} days. Hold it, hand it over, or let it go?")
