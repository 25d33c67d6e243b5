"""Turns the records of a period into its report. Pure: the same records, the same report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collab.domain.frozen import replace
from collab.domain.reports.as_of import promises_as_of, talks_as_of
from collab.domain.reports.balance import balance_of
from collab.domain.reports.foot import FOOT
from collab.domain.reports.head import head_of
from collab.domain.reports.language import language_of
from collab.domain.reports.next import next_of
from collab.domain.reports.not_yet import not_yet_of
from collab.domain.reports.outside import outside_of
from collab.domain.reports.people import people_of
from collab.domain.reports.plans import plans_of
from collab.domain.reports.promises import promises_of
from collab.domain.reports.records import Records
from collab.domain.reports.report import Report
from collab.domain.reports.review import review_of
from collab.domain.reports.talks import talks_of
from collab.domain.reports.themes import themes_of
from collab.domain.reports.then_and_now import then_and_now_of
from collab.domain.reports.window import window_on
from collab.domain.reports.words import words_of

if TYPE_CHECKING:
    from collab.domain.reports.weeks import WeekOfPeriod


def report_on(records: Records) -> Report:
    """What the period of `records` adds up to, as of its last day or of today."""
    window = window_on(records)
    weeks: tuple[WeekOfPeriod, ...] = ()
    if not window.is_week():
        from collab.domain.reports.weeks import weeks_of

        weeks = weeks_of(window, records.week_starts_on)
    talks = talks_as_of(records.talks, window.as_of)
    promises = promises_as_of(records.promises, window.as_of)
    report = Report(
        period=records.period,
        as_of=window.as_of,
        in_place_of=records.in_place_of,
        head=head_of(window, weeks),
        words=words_of(window),
        plans=plans_of(window, records.plans, records.today),
        talks=talks_of(window, talks, records.any_talk, records.expected_and_was),
        promises=promises_of(window, promises),
        balance=balance_of(window, weeks),
        themes=themes_of(window, weeks),
        people=people_of(window, records.people, records.last_named),
        outside=outside_of(window),
        then_and_now=then_and_now_of(window, records.earlier_answers),
        language=language_of(window, records.language),
        review=review_of(records.period, weeks, records.entries),
        next=next_of(window.as_of, records.talks, records.promises),
        not_yet=(),
        last_page=records.last_page,
        foot=FOOT,
    )
    any_promise = any(promise.is_open() for promise in promises)
    return replace(report, not_yet=not_yet_of(window, report, any_promise))
