"""A report as the JSON document that other programs read.

All keys are always present. Figures are rounded to one decimal, half away from zero; texts
are as they are stored, with every character a terminal would obey escaped. A report for
others has weeks ("2024-W24") in the place of days, null for every id, and two keys more.
"""

from __future__ import annotations

import json
import re
from datetime import date

from collab.domain.reports.report import (
    Balance,
    DayWords,
    Head,
    LanguageFigures,
    LineFit,
    NextThing,
    PeopleFigures,
    PlanFigures,
    PromiseFigures,
    PromiseSide,
    Report,
    Says,
    TalkFigures,
    ThemeFigures,
    ThenAndNow,
)
from collab.domain.trends import rounded
from collab.rendering import report_sections as sections
from collab.rendering.report_days import for_programs

FORMAT = "collab-report"
VERSION = 1

Document = dict[str, object]

# JSON itself escapes the controls below U+0020. These stand inside strings only, too.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(report: Report) -> str:
    """The document as text, indented by two spaces, with a line break at its end."""
    text = json.dumps(document(report), indent=2, ensure_ascii=False)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def document(report: Report) -> Document:
    """The document as plain dictionaries and lists."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "period": _period(report),
        "head": _head(report.head),
        "words": [_words(day, report) for day in report.words],
        "plans": _plans(report.plans),
        "talks": _talks(report.talks),
        "promises": _promises(report.promises),
        "balance": _balance(report.balance),
        "themes": [_theme(theme, report) for theme in report.themes],
        "people": _people(report.people),
        "outside": _outside(report),
        "then_and_now": _then_and_now(report.then_and_now, report) if report.then_and_now else None,
        "language": _language(report.language),
        "review": [{"question": found.question, "text": found.text} for found in report.review],
        "next": [_next(thing, report) for thing in report.next],
        "not_yet": {"says": _says(report.not_yet)},
        "foot": report.foot,
        **_for_others(report),
    }


def _for_others(report: Report) -> Document:
    """What a document for others says more, which every page says that is shared."""
    if not report.redacted:
        return {}
    return {"purpose": sections.PURPOSE, "redacted": sections.NOT_ANONYMOUS}


def _period(report: Report) -> Document:
    period = report.period
    return {
        "kind": period.kind,
        "label": period.label,
        "first": _end(period.first, report),
        "last": _end(period.last, report),
        "as_of": for_programs(report.as_of, report),
        "in_place_of": report.in_place_of,
    }


def _end(day: date, report: Report) -> str:
    """The first or last day of the period, which only any days hide for others."""
    return for_programs(day, report) if report.period.kind == "days" else day.isoformat()


def _head(head: Head) -> Document:
    return {
        "days_written": head.days_written,
        "days": head.days,
        "entries": head.entries,
        "light": head.light,
        "says": _says(head.says),
    }


def _words(words: DayWords, report: Report) -> Document:
    return {
        "day": for_programs(words.day, report),
        "text": words.text,
        "question": words.question,
        "entry": words.entry or None,
        "starred": words.starred,
        "light": words.light,
    }


def _plans(plans: PlanFigures) -> Document:
    return {
        "done": plans.done,
        "partly": plans.partly,
        "not_done": plans.not_done,
        "no_occasion": plans.no_occasion,
        "open": plans.open,
        "says": _says(plans.says),
    }


def _talks(talks: TalkFigures) -> Document:
    return {
        "planned": talks.planned,
        "held": talks.held,
        "debriefed": talks.debriefed,
        "follow_up_due": talks.follow_up_due,
        "added": talks.added,
        "held_of_dated": list(talks.held_of_dated),
        "debriefed_of_held": list(talks.debriefed_of_held),
        "closed": talks.closed,
        "let_go": talks.let_go,
        "says": _says(talks.says),
    }


def _promises(promises: PromiseFigures) -> Document:
    mine, theirs = promises.earlier
    return {
        "mine": _promise_side(promises.mine),
        "theirs": _promise_side(promises.theirs),
        "earlier": {"mine": mine, "theirs": theirs},
        "says": _says(promises.says),
    }


def _promise_side(side: PromiseSide) -> Document:
    return {
        "due": side.due,
        "kept": side.kept,
        "late": side.late,
        "open": side.open,
        "dropped": side.dropped,
        "moved": side.moved,
        "not_yet_due": side.not_yet_due,
    }


def _balance(balance: Balance) -> Document:
    return {
        "position": _figure(balance.position),
        "ratings": balance.ratings,
        "days": balance.days,
        "waited_days": balance.waited_days,
        "fit": {
            "well": balance.fit_well,
            "partly": balance.fit_partly,
            "other": balance.fit_other,
        },
        "fit_by_line": [_line_fit(line) for line in balance.fit_by_line]
        if balance.fit_by_line
        else None,
        "says": _says(balance.says),
    }


def _line_fit(line: LineFit) -> Document:
    return {"value": line.value, "well": line.well, "partly": line.partly, "other": line.other}


def _theme(theme: ThemeFigures, report: Report) -> Document:
    return {
        "theme": theme.theme,
        "name": theme.name,
        "n": theme.n,
        "mean": _figure(theme.mean),
        "low": theme.low,
        "high": theme.high,
        "no_occasion": theme.no_occasion,
        "waited": theme.waited,
        "days": list(theme.days),
        "late_days": [day.isoformat() for day in theme.late_days],
        "weeks": [
            {"first": _end(week.first, report), "n": week.n, "mean": _figure(week.mean)}
            for week in theme.weeks
        ],
        "says": _says(theme.says),
    }


def _people(people: PeopleFigures) -> Document:
    return {
        "days_written": people.days_written,
        "named": [
            {"name": person.name, "role": person.role, "days": person.days}
            for person in people.named
        ],
        "says": _says(people.says),
    }


def _outside(report: Report) -> Document:
    return {
        "views": [
            {"day": for_programs(view.day, report), "from": view.from_, "text": view.text}
            for view in report.outside.views
        ],
        "says": _says(report.outside.says),
    }


def _then_and_now(pair: ThenAndNow, report: Report) -> Document:
    return {
        "question": pair.question,
        "then": {"day": for_programs(pair.then_day, report), "text": pair.then_text},
        "now": {"day": for_programs(pair.now_day, report), "text": pair.now_text},
    }


def _language(language: LanguageFigures) -> Document:
    return {
        "words": language.words,
        "i": language.i,
        "we": language.we,
        "says": _says(language.says),
    }


def _next(thing: NextThing, report: Report) -> Document:
    return {
        "kind": thing.kind,
        "side": thing.side,
        "who": thing.who,
        "text": thing.text,
        "on": for_programs(thing.on, report),
        "id": thing.id or None,
    }


def _says(says: Says) -> list[Document]:
    return [{"label": line.label, "text": line.text} for line in says]


def _figure(value: float | None) -> float | None:
    return None if value is None else rounded(value)
