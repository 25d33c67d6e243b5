"""What holds for every report of a longer period, tried on random journals.

The figures are worked out once more from the journal as it is written, in the plainest way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from collab.domain.periods import (
    Period,
    days_from_to,
    month_of,
    quarter_of,
    week_of,
    year_of,
)
from collab.domain.reports.make import report_on
from collab.domain.reports.report import Balance, Line, Report, Says, ThemeFigures
from collab.domain.trends import shown
from tests.domain.reports import rules
from tests.domain.reports.journals import Json, records_of, said
from tests.domain.reports.test_laws import sentences
from tests.examples import examples
from tests.never_said import NEVER_SAID

FIRST, LAST = date(2023, 11, 1), date(2024, 12, 31)
THEMES = ("decide", "candour", "trust")
WORDS_OF_CHANGE = re.compile(r"\b(?:higher|lower|rising|falling|nearer '[a-z ]+' than)\b")

patient = examples(40)
seeds = st.integers(0, 2**32)
periods = st.one_of(
    st.dates(date(2024, 1, 1), LAST).map(month_of),
    st.dates(date(2024, 1, 1), LAST).map(quarter_of),
    st.just(year_of(date(2024, 6, 1))),
    st.tuples(st.dates(date(2024, 1, 1), LAST), st.integers(0, 70)).map(
        lambda span: days_from_to(span[0], span[0] + timedelta(days=span[1]))
    ),
)


class Asked(NamedTuple):
    """For which journal and period a report is asked, on which day; the weekday weeks start on."""

    seed: int
    period: Period
    today: date
    starts: int

    @property
    def journal(self) -> Json:
        return long_journal(self.seed)


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    seed, period = draw(seeds), draw(periods)
    today = draw(st.dates(period.first, period.last) | st.just(date(2025, 3, 1)))
    return Asked(seed, period, today, draw(st.sampled_from((0, 0, 5, 6))))


@lru_cache(maxsize=16)
def long_journal(seed: int) -> Json:
    """Fourteen months of evenings: thin and full spells, and themes that wander."""
    random = Random(seed)
    around = dict.fromkeys(THEMES, 3.0)
    often, pages = 0.7, []
    for n in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=n)
        if n % 21 == 0:
            often = random.choice((0.0, 0.4, 0.7, 0.95))
            around = {
                theme: min(4.5, max(1.5, value + random.choice((-1.2, -0.5, 0, 0.5, 1.2))))
                for theme, value in around.items()
            }
        if random.random() < often:
            ratings = [
                _rating(random, theme, middle)
                for theme, middle in around.items()
                if random.random() < 0.85
            ]
            words = " ".join(random.choices(("we", "I", "@ana", "@bo", "day"), k=8))
            pages.append({"day": str(day), "kind": "evening", "text": words, "ratings": ratings})
    return {"entries": pages}


def _rating(random: Random, theme: str, around: float) -> Json:
    if random.random() < 0.1:
        return {"theme": theme, "value": random.choice((0, "W"))}
    value = min(5, max(1, round(random.gauss(around, 0.7))))
    return {"theme": theme, "value": value, "fit": random.choice(("well", "partly", "other", None))}


def report_of(journal: Json, period: Period, today: date, starts: int) -> Report:
    return report_on(
        records_of(journal, today=today, language="en", period=period, week_starts_on=starts)
    )


def days_counted(period: Period, today: date) -> list[date]:
    return [day for day in period.days() if day <= today]


def weeks_counted(period: Period, today: date, starts: int) -> list[list[date]]:
    """The days that count, week by week."""
    weeks: list[list[date]] = []
    for day in days_counted(period, today):
        if not weeks or day.weekday() == starts:
            weeks.append([])
        weeks[-1].append(day)
    return weeks


def whole_weeks(period: Period, today: date, starts: int) -> list[date]:
    return [week[0] for week in weeks_counted(period, today, starts) if len(week) == 7]


@patient
@given(asked())
def test_the_figures_of_a_theme_are_those_of_its_ratings(case: Asked) -> None:
    journal, (_, period, today, starts) = case.journal, case
    report = report_of(journal, period, today, starts)
    counted = days_counted(period, today)
    found = {theme.theme: theme for theme in report.themes}
    for theme in THEMES:
        values = {
            day: value for day, value in rules.numbers_of(journal, theme).items() if day in counted
        }
        if not values and theme not in found:
            continue
        figures = found[theme]
        assert figures.n == len(values) == sum(week.n for week in figures.weeks)
        if len(values) >= 3:
            assert figures.mean == float(rules.mean(list(values.values())))
            assert (figures.low, figures.high) == (min(values.values()), max(values.values()))
            so_far = " so far" if today < period.last else ""
            days = "1 day" if len(counted) == 1 else f"{len(counted)} days"
            assert str(said(figures.says, "in all")).startswith(
                f"mean {shown(rules.mean(list(values.values())))},"
                f" range {min(values.values())}-{max(values.values())},"
                f" n={len(values)} of {days}{so_far}"
            )
        else:
            assert (figures.mean, figures.low, figures.high) == (None, None, None)
        assert [(week.first, week.n, week.mean) for week in figures.weeks] == [
            _week_by_hand(week, values) for week in weeks_counted(period, today, starts)
        ]


def _week_by_hand(week: list[date], values: dict[date, int]) -> tuple[date, int, float | None]:
    of_week = [values[day] for day in week if day in values]
    mean = float(rules.mean(of_week)) if len(of_week) >= 3 else None
    return week[0], len(of_week), mean


@patient
@given(asked())
def test_the_words_of_the_weeks_are_those_of_the_rules(case: Asked) -> None:
    journal, (_, period, today, starts) = case.journal, case
    wholes = whole_weeks(period, today, starts)
    for theme in report_of(journal, period, today, starts).themes:
        values = rules.numbers_of(journal, theme.theme)
        weeks = [rules.eight_weeks(values, first) for first in wholes]
        for label, judged, counts in (
            (
                "compared",
                [rules.level(week) for week in weeks],
                "higher than your usual {n[higher]}, lower {n[lower]},"
                " no clear difference {n[unclear]}, too few ratings {n[None]}",
            ),
            (
                "8 weeks",
                [rules.direction(week) for week in weeks],
                "rising {n[rising]}, falling {n[falling]}, no clear direction {n[unclear]},"
                " too few rated weeks {n[None]}",
            ),
        ):
            n = Counter("None" if word is None else word or "unclear" for word in judged)
            weeks_said = f"{len(wholes)} whole week{'s' * (len(wholes) != 1)}"
            of_rule = said_of_rule(theme.says, label)
            said_of_all = f"{weeks_said}: {counts.format(n=n)}"
            if n["None"] == len(wholes):
                too_few = counts.rpartition(", ")[2].format(n=n)
                said_of_all = f"not yet ({weeks_said}: {too_few})"
            assert of_rule[0] == (said_of_all if wholes else "-")
            assert [line.split(" ")[0] for line in of_rule[1:]] == list(filter(None, judged))


def said_of_rule(says: Says, label: str) -> list[str]:
    """The line of a rule and those of the weeks that follow it."""
    labels = [line.label for line in says]
    place = labels.index(label)
    rest = iter(says[place + 1 :])
    return [says[place].text, *(line.text for line in _until_a_rule(rest))]


def _until_a_rule(lines: Iterator[Line]) -> Iterator[Line]:
    for line in lines:
        if not re.fullmatch(r"\d+ [A-Z][a-z]+(?: \d{4})?", line.label):
            return
        yield line


@patient
@given(asked())
def test_each_week_is_judged_as_its_own_report_judges_it(case: Asked) -> None:
    """And no word of change is said of anything but a week."""
    journal, (_, period, today, starts) = case.journal, case
    report = report_of(journal, period, today, starts)
    weekly = [
        weekly_report(journal, week_of(first, starts), today)
        for first in whole_weeks(period, today, starts)
    ]
    for theme in report.themes:
        for label in ("compared", "8 weeks"):
            assert said_of_rule(theme.says, label)[1:] == [
                text for week in weekly if (text := _word_of(week, theme, label))
            ]
    assert said_of_rule(report.balance.says, "compared")[1:] == [
        text
        for week in weekly
        if (text := str(said(week.balance.says, "compared"))).startswith("nearer")
    ]
    of_weeks = {text for week in weekly for text in _texts(week)}
    for text in _texts(report):
        if WORDS_OF_CHANGE.search(text):
            assert text in of_weeks or re.match(r"\d+ whole weeks?: ", text)


def weekly_report(journal: Json, week: Period, today: date) -> Report:
    """The report of a week, made from the pages of eight weeks and no others."""
    oldest, newest = str(week.first - timedelta(weeks=7)), str(week.last)
    pages = [page for page in journal["entries"] if oldest <= page["day"] <= newest]
    return report_on(records_of({"entries": pages}, today=today, period=week))


def _word_of(week: Report, theme: ThemeFigures, label: str) -> str | None:
    """The sentence of the weekly report, if it holds a word of change."""
    of_week = next((one for one in week.themes if one.theme == theme.theme), None)
    text = str(said(of_week.says, label)) if of_week else "-"
    return text if WORDS_OF_CHANGE.search(text) else None


def _texts(report: Report) -> set[str]:
    return {line.text for line in sentences(report)}


@patient
@given(asked())
def test_no_word_is_said_that_a_report_must_never_say(case: Asked) -> None:
    report = report_of(case.journal, *case[1:])
    everything = "\n".join(f"{line.label} {line.text}" for line in sentences(report))
    for word in ("this week", *NEVER_SAID):
        assert not re.search(rf"\b{word}\b", everything, re.IGNORECASE)


@patient
@given(asked())
def test_the_balance_is_that_of_the_days(case: Asked) -> None:
    journal, (_, period, today, starts) = case.journal, case
    balance = report_of(journal, period, today, starts).balance
    counted = set(days_counted(period, today))
    rated = [
        (page["day"], rating["value"], rating.get("fit"))
        for page in journal["entries"]
        if date.fromisoformat(page["day"]) in counted
        for rating in page["ratings"]
        if rating["value"] not in (0, "W")
    ]
    days = {day: [value for on, value, _ in rated if on == day] for day, _, _ in rated}
    assert (balance.ratings, balance.days) == (len(rated), len(days))
    if len(days) >= 3:
        position = rules.mean([rules.mean(values) - 3 for values in days.values()])
        assert balance.position == float(position)
        word = _band(position)
        assert said(balance.says, "position") == word
    check_fits(balance, Counter((value, fit) for _, value, fit in rated if fit))


def _band(position: Fraction) -> str:
    if 2 * position <= -1:
        return "nearer 'on my own'"
    return "nearer 'together'" if 2 * position >= 1 else "around the middle"


def check_fits(balance: Balance, fits: Counter[tuple[int, str]]) -> None:
    if sum(fits.values()) < 10:
        assert balance.fit_by_line is None
        assert said(balance.says, "by line") is None
        return
    assert balance.fit_by_line is not None
    assert [(line.value, line.well, line.partly, line.other) for line in balance.fit_by_line] == [
        (n, *(fits[n, fit] for fit in ("well", "partly", "other"))) for n in (1, 2, 3, 4, 5)
    ]
    ends = []
    for first, second in ((1, 2), (4, 5)):
        n = sum(count for (value, _), count in fits.items() if value in (first, second))
        well = fits[first, "well"] + fits[second, "well"]
        suited = "" if ends and "suited" in ends[0] else "suited well "
        ends.append(f"{first}-{second}: " + (f"{suited}{well} of {n}" if n else "no fit yet"))
    assert said(balance.says, "by line") == f"rated {ends[0]}; {ends[1]}"


@patient
@given(asked())
def test_the_written_days_are_spread_over_their_weeks_or_months(case: Asked) -> None:
    journal, (_, period, today, starts) = case.journal, case
    head = report_of(journal, period, today, starts).head
    counted = set(days_counted(period, today))
    written = {date.fromisoformat(page["day"]) for page in journal["entries"]} & counted
    weeks = weeks_counted(period, today, starts)
    assert head.days_written == len(written)
    if len(weeks) <= 14:
        assert said(head.says, "by week") == ", ".join(
            f"{week[0].day} {week[0]:%B}: {sum(day in written for day in week)}" for week in weeks
        )
    else:
        months = Counter(f"{day:%b}" for day in days_counted(period, today))
        assert said(head.says, "by month") == ", ".join(
            f"{month}: {sum(f'{day:%b}' == month for day in written)}" for month in months
        )


@patient
@given(asked(), seeds)
def test_the_order_in_which_things_were_read_does_not_matter(case: Asked, seed: int) -> None:
    journal, (_, period, today, starts) = case.journal, case
    mixed = dict(journal, entries=Random(seed).sample(journal["entries"], len(journal["entries"])))
    forth = report_of(journal, period, today, starts)
    assert list(sentences(report_of(mixed, period, today, starts))) == list(sentences(forth))


def test_the_journals_hold_every_word_and_every_count() -> None:
    """The guard of the tests above: there is something of each kind to be right about."""
    found = Counter(
        line.text.split(" ")[0]
        for seed in range(4)
        for theme in report_of(long_journal(seed), year_of(FIRST + timedelta(90)), LAST, 0).themes
        for line in theme.says
        if re.match(r"\d+ [A-Z]", line.label)
    )
    assert set(found) == {"higher", "lower", "rising", "falling"}
