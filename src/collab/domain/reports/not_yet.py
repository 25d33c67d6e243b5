"""What cannot be said yet, and when at the earliest.

A "not yet" that holds for every theme shown, and every section with nothing in it, stands
here once more, so that a thin page need not say it section by section. A line goes when
its rule is met. A longer period, whose weeks have rules of their own, names only the
sections with nothing in them. Weeks are numbered from the report's own, which is week 0
and whose days to come may still be rated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collab.domain.days import days_from
from collab.domain.periods import MONTHS
from collab.domain.reports.language import PRONOUNS_NEEDED, TOO_LITTLE, WORDS_NEEDED
from collab.domain.reports.people import NOBODY
from collab.domain.reports.plans import NO_PLANS
from collab.domain.reports.promises import NONE_DUE
from collab.domain.reports.report import LanguageFigures, Line, Report, Says, ThemeFigures
from collab.domain.reports.talks import NONE_RECORDED
from collab.domain.reports.themes import MEAN_NEEDED
from collab.domain.reports.usual import COUNT_NEEDED, WEEKS_NEEDED, Thickness
from collab.domain.reports.verdicts import NOT_YET
from collab.domain.reports.window import USUAL_WEEKS, WEEK_DAYS, Window
from collab.domain.trends import FEWEST_WEEKS

NOTHING = "nothing"
"""The label that is the first word of its sentence: "nothing recorded: talks"."""


def not_yet_of(window: Window, report: Report, any_open_promise: bool) -> Says:
    """The lines of the last block of `report`, whose other sections are complete."""
    rules = _rules_to_come(window, report) if window.is_week() else _rules_without_a_week(report)
    empty = ", ".join(_empty_sections(report, any_open_promise))
    return (*rules, Line(NOTHING, f"recorded: {empty}")) if empty else tuple(rules)


def _rules_without_a_week(report: Report) -> Iterator[Line]:
    """The rules of which no whole week of a longer period had enough, and for what."""
    if not report.themes:
        return
    said = [("Balance", report.balance.says), *((one.name, one.says) for one in report.themes)]
    for label, why in (("compared", "too few ratings"), ("8 weeks", "too few rated weeks")):
        names = ", ".join(
            name
            for name, says in said
            if any(line.label == label and line.text.startswith(NOT_YET) for line in says)
        )
        if names:
            yield Line(label, f"in no whole week ({why}): {names}")


def _rules_to_come(window: Window, report: Report) -> Iterator[Line]:
    themes = report.themes
    to_come = len(window.period.days()) - window.day_count()
    if themes and not any(theme.has_usual for theme in themes):
        week = min(_first_compared(theme, to_come) for theme in themes)
        yield Line("compared", _compared(window, themes, week))
    if themes and all(_rated_weeks(theme, 0) < FEWEST_WEEKS for theme in themes):
        week = min(_first_directed(theme, to_come) for theme in themes)
        yield Line("8 weeks", _directed(window, themes, week))
    if any(line.text.startswith(TOO_LITTLE) for line in report.language.says):
        yield Line("language", _too_little(report.language))


def _empty_sections(report: Report, any_open_promise: bool) -> Iterator[str]:
    """The sections of which nothing is recorded, in their order on the page."""
    if _says_only(report.plans.says, NO_PLANS):
        yield "plans"
    if _says_only(report.talks.says, NONE_RECORDED):
        yield "talks"
    if _says_only(report.promises.says, NONE_DUE) and not any_open_promise:
        yield "promises"
    if not report.themes:
        yield "ratings"
    if _says_only(report.people.says, NOBODY):
        yield "people"
    if not report.outside.views:
        yield "outside views"


def _says_only(says: Says, text: str) -> bool:
    return [line.text for line in says] == [text]


def _compared(window: Window, themes: Sequence[ThemeFigures], week: int) -> str:
    so_far = ", ".join(f"{theme.name} {sum(_ratings_before(theme, week))}" for theme in themes)
    return (
        f"with your usual: {_spoken(window, week)},"
        f" after {COUNT_NEEDED} ratings in {WEEKS_NEEDED} weeks (so far {so_far})"
    )


def _directed(window: Window, themes: Sequence[ThemeFigures], week: int) -> str:
    so_far = ", ".join(str(_rated_weeks(theme, week)) for theme in themes)
    return (
        f"a direction: {_spoken(window, week)},"
        f" after {FEWEST_WEEKS} weeks of {MEAN_NEEDED} ratings or more (so far {so_far})"
    )


def _first_compared(theme: ThemeFigures, to_come: int) -> int:
    """The first week that can have a usual before it, if every day until then is rated."""
    return next(week for week in range(1, USUAL_WEEKS + 1) if _can_compare(theme, week, to_come))


def _can_compare(theme: ThemeFigures, week: int, to_come: int) -> bool:
    *past, this_week = _ratings_before(theme, week)
    possible = [*past, this_week + to_come, *[WEEK_DAYS] * (week - 1)]
    weeks = sum(n > 0 for n in possible)
    return Thickness(count=sum(possible), weeks=weeks).is_enough()


def _ratings_before(theme: ThemeFigures, week: int) -> list[int]:
    """The ratings given so far in each of the four weeks before `week` that has begun."""
    return [known.n for known in theme.weeks[week - USUAL_WEEKS - 1 :]]


def _first_directed(theme: ThemeFigures, to_come: int) -> int:
    """The first week that can end five rated weeks of eight, if every day until then is rated."""
    this_week = theme.weeks[-1].n + to_come >= MEAN_NEEDED
    return next(
        week
        for week in range(FEWEST_WEEKS + 1)
        if (week > 0 or this_week)
        and _rated_weeks(theme, week, until=-1) + this_week + week >= FEWEST_WEEKS
    )


def _rated_weeks(theme: ThemeFigures, week: int, until: int | None = None) -> int:
    """The weeks rated so far among the eight that end with `week`; `until` leaves some out."""
    return sum(known.mean is not None for known in theme.weeks[week:until])


def _too_little(language: LanguageFigures) -> str:
    needed = f"{WORDS_NEEDED} words and {PRONOUNS_NEEDED} pronouns in a week"
    return f"{needed} ({language.words} and {language.we + language.i})"


def _spoken(window: Window, week: int) -> str:
    first = days_from(window.weeks()[-1], week * WEEK_DAYS)
    return f"week of {first.day} {MONTHS[first.month - 1]}"
