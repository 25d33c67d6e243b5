"""What holds for every report, tried on random journals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from collab.domain.reports.report import Line, Report
from tests.domain.reports import rules
from tests.domain.reports.journals import MONDAY, SUNDAY, Json, report_of
from tests.domain.reports.random_journals import THEMES, random_journal, with_what_came_later
from tests.examples import examples

seeds = st.integers(0, 2**32)
days_of_the_week = st.dates(MONDAY, SUNDAY)
patient = examples(50)


def sentences(report: Report) -> Iterator[Line]:
    yield from report.head.says
    yield from report.plans.says
    yield from report.talks.says
    yield from report.promises.says
    yield from report.balance.says
    for theme in report.themes:
        yield from theme.says
    yield from report.people.says
    yield from report.outside.says
    yield from report.language.says
    yield from report.not_yet


@patient
@given(seed=seeds, today=days_of_the_week)
def test_no_count_of_days_exceeds_the_days(seed: int, today: date) -> None:
    report = report_of(random_journal(seed, today), today=today, language="en")
    so_far = (today - MONDAY).days + 1
    assert report.head.days_written <= report.head.days == so_far
    assert report.balance.days <= so_far
    assert report.balance.waited_days <= so_far
    for theme in report.themes:
        assert theme.n + theme.no_occasion + theme.waited <= so_far
    for person in report.people.named:
        assert person.days <= report.people.days_written
    for line in sentences(report):
        for n, of in re.findall(r"(\d+) of (\d+) days?\b(?! needed)", line.text):
            assert int(n) <= int(of) == so_far


@patient
@given(seed=seeds)
def test_every_share_lies_within_its_denominator(seed: int) -> None:
    report = report_of(random_journal(seed), language="en")
    for part, whole in (report.talks.held_of_dated, report.talks.debriefed_of_held):
        assert part <= whole
    for side in (report.promises.mine, report.promises.theirs):
        assert side.due == side.kept + side.late + side.open + side.dropped
    answered = report.balance.fit_well + report.balance.fit_partly + report.balance.fit_other
    assert answered <= report.balance.ratings


@examples(150)
@given(seed=seeds)
def test_a_word_of_change_is_said_exactly_when_its_rule_is_met(seed: int) -> None:
    journal = random_journal(seed)
    report = report_of(journal)
    for theme in report.themes:
        said = {
            word
            for line in theme.says
            for word in ("higher", "lower", "rising", "falling")
            if re.search(rf"\b{word}\b", line.text)
        }
        assert said == _words_by_the_rules(journal, theme.theme)


@patient
@given(seed=seeds, later=seeds)
def test_what_came_later_never_changes_the_report_of_a_week(seed: int, later: int) -> None:
    journal = random_journal(seed)
    before = report_of(journal, language="en")
    assert report_of(with_what_came_later(journal, later), language="en") == before


@patient
@given(seed=seeds)
@example(seed=22)  # two talks with the same person
def test_the_order_in_which_things_were_read_does_not_matter(seed: int) -> None:
    journal = random_journal(seed)
    turned = {name: records[::-1] for name, records in journal.items()}
    forth, back = report_of(journal, language="en"), report_of(turned, language="en")
    assert list(sentences(forth)) == list(sentences(back))


def _words_by_the_rules(journal: Json, theme: str) -> set[str]:
    """The words the rules allow, worked out from the journal as it is written."""
    weeks = rules.eight_weeks(rules.numbers_of(journal, theme), MONDAY)
    return set(filter(None, (rules.level(weeks), rules.direction(weeks))))


def test_the_random_journals_hold_every_word_of_change() -> None:
    found = {
        word
        for seed in range(60)
        for theme in THEMES
        for word in _words_by_the_rules(random_journal(seed), theme)
    }
    assert found == {"higher", "lower", "rising", "falling"}
