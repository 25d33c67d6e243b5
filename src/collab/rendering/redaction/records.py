"""Entries and reports as they are told to others, before any face draws them.

What is drawn from them can tell no more than they hold: no name, no day and no id. So every
field is redacted unless it stands below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from collab.domain.entries import Entry
from collab.domain.frozen import replace
from collab.domain.periods import MONTHS, label_of_week, spoken_week
from collab.domain.reports.report import Line, Report, TalkFigures
from collab.domain.reports.words import LIGHT_EVENING, RATINGS_ONLY
from collab.rendering.redaction.redactor import Redactor

_Record = TypeVar("_Record")

_OURS = frozenset(
    {
        "kind",
        "label",
        "prompt",
        "theme",
        "name",
        "step",
        "week",
        "fit",
        "outcome",
        "side",
        "in_place_of",
        "foot",
    }
)
"""Texts that are never the user's. A person's own name is in none of them."""
_IDS = frozenset({"id", "entry", "talk"})
"""What could be looked up in the journal, and may hold the time it was made."""
_NAMES = frozenset({"who", "from_", "outside"})
_QUESTIONS = frozenset({"question", "deeper_question"})


def redacted_entry(entry: Entry, redactor: Redactor) -> Entry:
    """The entry for others; its day is the first of its week."""
    return _redacted(entry, redactor, entry.day)


def redacted_report(report: Report, redactor: Redactor) -> Report:
    """The report for others: without its people and single days, every figure as it was.

    Each day in it is the first of its week. Only weeks, months, quarters and years, which are
    the calendar's and not the user's, still begin and end where they do.
    """
    told = replace(
        report,
        head=replace(report.head, day_marks=()),
        talks=_talks(report.talks, redactor),
        people=replace(report.people, named=(), says=()),
        themes=tuple(replace(theme, days=(), late_days=()) for theme in report.themes),
        last_page=None,
        redacted=True,
    )
    redacted = _redacted(told, redactor, report.as_of)
    if report.period.kind == "days":
        return _within_weeks(redacted, report.period.first)
    themes = zip(redacted.themes, report.themes, strict=True)
    return replace(
        redacted,
        period=report.period,
        themes=tuple(replace(theme, weeks=as_it_was.weeks) for theme, as_it_was in themes),
    )


def _within_weeks(report: Report, began: date) -> Report:
    """A report on any days, whose first was `began`, named by the weeks they lie in."""
    period = report.period
    weeks = [label_of_week(day, day.weekday()) for day in (period.first, period.last)]
    label = " to ".join(dict.fromkeys(weeks))
    says = tuple(
        line._replace(text=f"{_begin(period.first)}{line.text.removeprefix(_begin(began))}")
        if line.text.startswith(_begin(began))
        else line
        for line in report.head.says
    )
    return replace(
        report, period=replace(period, label=label), head=replace(report.head, says=says)
    )


def _begin(day: date) -> str:
    """How the list of a period's weeks begins whose first day it is."""
    return f"{day.day} {MONTHS[day.month - 1]}: "


def _redacted(record: _Record, redactor: Redactor, near: date) -> _Record:
    values = {field.name: getattr(record, field.name) for field in fields(record)}  # type: ignore[arg-type]
    near = next(_days(values.values()), near)
    return replace(
        record,
        **{field: _value(value, field, redactor, near) for field, value in values.items()},
    )


def _days(values: Iterable[Any]) -> Iterator[date]:
    """The days among the values of a record; it was written around the first of them."""
    return (one for one in values if isinstance(one, date) and not isinstance(one, datetime))


def _value(value: Any, field: str, redactor: Redactor, near: date) -> Any:
    if isinstance(value, str):
        return _text(value, field, redactor, near)
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return redactor.week(value)
    if isinstance(value, Line):
        return value  # sentences of ours, which names stand in of talks alone
    if isinstance(value, tuple):
        return tuple(_value(one, field, redactor, near) for one in value)
    return _redacted(value, redactor, near) if is_dataclass(value) else value


def _text(text: str, field: str, redactor: Redactor, near: date) -> str:
    if field in _OURS or text in (LIGHT_EVENING, RATINGS_ONLY):
        return text
    if field in _IDS:
        return ""
    if field in _NAMES:
        return redactor.name(text)
    return redactor.text(text, near, own_words=field not in _QUESTIONS)


def _talks(talks: TalkFigures, redactor: Redactor) -> TalkFigures:
    return replace(talks, says=tuple(_of_a_talk(line, redactor) for line in talks.says))


def _of_a_talk(line: Line, redactor: Redactor) -> Line:
    """The line with whom it names, before its last colon, and the day at its end, if any."""
    who, colon, rest = line.text.rpartition(": ")
    if not colon or line == Line("expected", f"in all: {rest}"):
        return line
    day = _day_at_the_end(rest)
    if day:
        rest = f"{rest[:-10]}in the {spoken_week(redactor.week(day))}"
    return line._replace(text=f"{redactor.name(who)}: {rest}")


def _day_at_the_end(text: str) -> date | None:
    try:
        return date.fromisoformat(text[-10:])
    except ValueError:
        return None
