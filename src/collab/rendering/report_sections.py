"""What all readable faces of a report share: headings, what stands where, short phrases.

The sentences themselves are the report's own; here is only what frames them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from collab.domain.periods import month_of, quarter_of, spoken_week, week_of, year_of
from collab.domain.reports.report import (
    DayWords,
    Line,
    NextThing,
    PlanFigures,
    PromiseFigures,
    PromiseSide,
    Report,
    Says,
    TalkFigures,
    ThemeFigures,
)
from collab.domain.reports.words import LIGHT_EVENING, RATINGS_ONLY
from collab.rendering.plain import visible

WORDS = "In your words"
STARRED_WORDS = "In your words (starred)"
PLANS = "Plans"
TALKS = "Talks"
PROMISES = "Promises"
NEXT = "Next"
BALANCE = "Balance (your ratings)"
BY_LINE = "by line"
THEMES = "Themes"
BOTH_ENDS = "1 = on my own, 5 = together; neither end is better"
PEOPLE = "People in your notes (named with @)"
OUTSIDE = "Outside views"
THEN_AND_NOW = "Then and now"
LANGUAGE = "Language signal (a word count; not a measure of you)"
REVIEW = "Weekly review"
NEXT_WEEK = "Next week"
_NOT_YET, _WHEN = "Not yet", ", and when at the earliest"
PURPOSE = "Self-notes for development. Not for appraisal."
NOT_ANONYMOUS = "Redacted is not anonymous. In a small team people may be recognised."

_A_LINE_A_DAY = 31  # the longest period in days in which each written day has its line

_NOTHING_TO_SAY = "-"
_LONGER = {"month": month_of, "quarter": quarter_of, "year": year_of}
_MOVED_WITH = {"usual": "compared"}


def title(report: Report) -> str:
    """Such as "Week 2024-06-10 to 2024-06-16"; "Last week, ..." for one shown in the
    place of a running week without an entry. Any days of one for others are weeks."""
    period = report.period
    if report.redacted and period.kind == "days":
        first, last = spoken_week(period.first), spoken_week(period.last)
        return f"Days in the {first}" if first == last else f"Days from the {first} to the {last}"
    name = f"Last {period.kind}," if report.in_place_of else period.kind.capitalize()
    return f"{name} {period.first} to {period.last}"


def on_every_page(report: Report) -> tuple[str, ...]:
    """What stands at the end of each page that may be shared, one paragraph each."""
    return (PURPOSE, NOT_ANONYMOUS) if report.redacted else (PURPOSE,)


def is_of_a_week(report: Report) -> bool:
    """Whether it is the report of one week, and not of a longer period."""
    return report.period.kind == "week"


def has_a_line_a_day(report: Report) -> bool:
    """Whether a screen shows words of each written day, and not the starred ones alone."""
    return (report.period.last - report.period.first).days < _A_LINE_A_DAY


def nothing_starred(report: Report) -> str:
    """What stands in the place of starred words where there are none."""
    if report.redacted:
        return "nothing starred"
    days = f"--from {report.period.first} --to {report.as_of}"
    return f"nothing starred; all pages: collab journal list {days}"


def not_yet(report: Report) -> str:
    """The heading of the last block; only a rule of the week has an earliest date."""
    return _NOT_YET + (_WHEN if is_of_a_week(report) else "")


def nothing_written(report: Report) -> str:
    """The one sentence of a period without an entry, with the way to the last page."""
    if report.last_page is None:
        return "Nothing written."
    kind, page = report.period.kind, report.last_page
    if kind == "week":
        week = week_of(page, report.period.first.weekday())
        return f"Nothing written. The last week with a page: collab report --of {week.first}"
    if kind == "days":
        return f"Nothing written. The last day with a page: collab report --of {page}"
    first = _LONGER[kind](page).first
    return f"Nothing written. The last {kind} with a page: collab report --{kind} --of {first}"


def in_one_line(text: str, unicode: bool = True) -> str:
    """The user's text with every line break and run of spaces as one space, made safe.

    `unicode` says whether what becomes visible may be shown by signs beyond ASCII.
    """
    return visible(re.sub(r"[ \t\n]+", " ", text), unicode).strip(" ")


def said(says: Iterable[Line]) -> Says:
    """The lines that have something to say."""
    return tuple(line for line in says if line.text != _NOTHING_TO_SAY)


def moved_to_the_end(not_yet: Says) -> frozenset[str]:
    """The names of the lines and sections for which the last block speaks, such as
    "compared", "language" or, from "nothing recorded: talks, promises", "talks"."""
    names = {line.label for line in not_yet}
    for line in not_yet:
        if line.label == "nothing":
            names.update(line.text.removeprefix("recorded: ").split(", "))
    return frozenset(names)


def staying(says: Says, moved: frozenset[str]) -> Says:
    """The lines to show in their place: all that have something to say but each "not yet"
    for which the last block speaks."""
    return tuple(
        line
        for line in said(says)
        if not line.text.startswith("not yet")
        or _MOVED_WITH.get(line.label, line.label) not in moved
    )


def theme_lines(theme: ThemeFigures, moved: frozenset[str], *, full: bool = False) -> Says:
    """The lines of a theme; one alone if it has neither three ratings nor a usual."""
    lines = staying(theme.says, moved)
    return lines if full or theme.n >= 3 or theme.has_usual else lines[:1]


def is_in_own_words(words: DayWords) -> bool:
    """Whether the user's words stand for the day, and not a note such as "light evening"."""
    return words.starred or words.text not in (LIGHT_EVENING, RATINGS_ONLY)


def day_values(theme: ThemeFigures, days: Sequence[date]) -> tuple[str, ...]:
    """The theme's value for each day, "" for none; a rating given the day after is
    set in brackets. In a report for others none is told."""
    values = theme.days or [None for _ in days]
    return tuple(
        "" if value is None else f"({value})" if day in theme.late_days else str(value)
        for day, value in zip(days, values, strict=True)
    )


def next_thing(thing: NextThing) -> str:
    """Such as "from Cy, two hires" or "talk with Rui about the handovers"."""
    if thing.kind == "promise":
        to_or_from = "from" if thing.side == "theirs" else "to"
        return f"{to_or_from} {thing.who}, {thing.text}" if thing.who else thing.text
    occasion = "talk" if thing.kind == "talk" else "follow-up"
    if thing.held:
        occasion = "look back on the talk"
    return f"{occasion} with {thing.who}" + (f" about {thing.text}" if thing.text else "")


def has_plans(plans: PlanFigures) -> bool:
    """Whether any plan was for a day of the period."""
    return any((plans.done, plans.partly, plans.not_done, plans.no_occasion, plans.open))


def has_talks(talks: TalkFigures) -> bool:
    """Whether any talk is open or had to do with the period."""
    open_talks = talks.planned + talks.held + talks.debriefed + talks.follow_up_due
    return any((open_talks, talks.added, talks.closed, talks.let_go, talks.held_of_dated[1]))


def has_promises(promises: PromiseFigures) -> bool:
    """Whether any promise has to do with the period or is open from before."""
    return any(map(_has_any, (promises.mine, promises.theirs))) or any(promises.earlier)


def _has_any(side: PromiseSide) -> bool:
    return any((side.due, side.moved, side.not_yet_due))
