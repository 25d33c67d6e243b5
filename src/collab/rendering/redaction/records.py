"""Entries and reports with every text of theirs redacted."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from collab.domain.entries import Entry
from collab.domain.frozen import replace
from collab.domain.reports.report import Line, Report
from collab.rendering.redaction.redactor import Redactor

_Record = TypeVar("_Record")
_NO_WORDS = frozenset(
    {
        "id",
        "entry",
        "kind",
        "prompt",
        "theme",
        "name",
        "talk",
        "step",
        "week",
        "fit",
        "value",
        "outcome",
        "side",
        "period",
        "in_place_of",
        "foot",
        "not_yet",
        "imported_from",
    }
)
"""Fields that hold no text of the user's."""
_QUESTIONS = frozenset({"question", "deeper_question"})


def redacted_entry(entry: Entry, redactor: Redactor) -> Entry:
    """The entry with its texts, names and tags redacted; its day is left to who draws it."""
    return _redacted(entry, redactor, entry.day)


def redacted_report(report: Report, redactor: Redactor) -> Report:
    """The report with its texts redacted, without its people and without single days.

    The days it names with a date are left to who draws it.
    """
    report = replace(
        report,
        people=replace(report.people, named=(), says=()),
        themes=tuple(
            replace(theme, days=tuple(None for _ in theme.days), late_days=())
            for theme in report.themes
        ),
    )
    return _redacted(report, redactor, report.as_of)


def _redacted(record: _Record, redactor: Redactor, near: date) -> _Record:
    changed = {}
    for field in fields(record):  # type: ignore[arg-type]
        if field.name not in _NO_WORDS:
            own = field.name not in _QUESTIONS
            changed[field.name] = _value(getattr(record, field.name), redactor, near, own)
    return replace(record, **changed)


def _value(value: Any, redactor: Redactor, near: date, own: bool) -> Any:
    if isinstance(value, str):
        return redactor.text(value, near, own_words=own)
    if isinstance(value, Line):
        return value._replace(text=redactor.text(value.text, near, own_words=False))
    if isinstance(value, tuple):
        return tuple(_value(one, redactor, near, own) for one in value)
    return _redacted(value, redactor, near) if is_dataclass(value) else value
