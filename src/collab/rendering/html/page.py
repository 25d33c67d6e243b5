"""The page itself: what stands on it, and in what order.

Nothing is collapsed and no words are cut. The page has no script, loads nothing, and says
so to the browser by a content security policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from collab.domain.reports.report import DayWords, NextThing, Report, ThemeFigures
from collab.rendering import report_days as days
from collab.rendering import report_sections as sections
from collab.rendering.html import balance, strips
from collab.rendering.html.said import (
    comparisons,
    counts,
    long_day,
    own_words,
    section,
    sentences,
    typed,
    unbroken,
)
from collab.rendering.html.style import STYLE, policy
from collab.rendering.html.weeks import weekly_means
from collab.rendering.markup import Markup, element, joined


def as_html(report: Report) -> str:
    """The whole report as one document that needs no other file."""
    return "<!DOCTYPE html>\n" + element("html", _head(report), _body(report), lang="en")


def _head(report: Report) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("title", sections.title(report)),
        element("style", Markup(STYLE)),
    )


def _body(report: Report) -> Markup:
    return element(
        "body",
        element(
            "header",
            element("h1", unbroken(sections.title(report))),
            strips.days_written(report),
            counts(report.head.says),
            element("p", sections.nothing_written(report)) if report.is_empty() else "",
        ),
        element("main", *_sections(report)),
        element(
            "footer",
            element("p", report.foot),
            *(element("p", line, class_="purpose") for line in sections.on_every_page(report)),
        ),
    )


def _sections(report: Report) -> Iterator[Markup]:
    yield section(sections.WORDS, *_words(report), kind="long words")
    yield section(sections.PLANS, sentences(report.plans.says))
    yield section(sections.TALKS, sentences(report.talks.says))
    yield section(sections.PROMISES, sentences(report.promises.says))
    yield section(sections.NEXT, _next(report))
    yield section(
        sections.BALANCE,
        balance.line(report.balance),
        comparisons(report.balance.says),
        balance.fit_by_line(report.balance),
    )
    yield _themes(report)
    yield section(sections.PEOPLE, sentences(report.people.says))
    yield section(
        sections.OUTSIDE, sentences(report.outside.says), *_outside_views(report), kind="long"
    )
    yield section(sections.THEN_AND_NOW, *_then_and_now(report))
    yield section(sections.LANGUAGE, comparisons(report.language.says))
    yield section(sections.REVIEW, *_review(report), kind="long")
    yield section(sections.not_yet(report), sentences(report.not_yet))


def _words(report: Report) -> Iterator[Markup]:
    for heading, below in groupby(report.words, lambda day: _heading_of(day, report)):
        yield heading
        for day in below:
            if sections.is_in_own_words(day):
                yield own_words(day.text)
            else:
                yield element("p", day.text, class_="quiet")


def _heading_of(words: DayWords, report: Report) -> Markup:
    starred = (", ", element("span", "starred", class_="starred")) if words.starred else ()
    return element("h3", long_day(words.day, report), *starred)


def _next(report: Report) -> Markup:
    if not report.next:
        return Markup()
    return element("ul", *(_next_thing(thing, report) for thing in report.next))


def _next_thing(thing: NextThing, report: Report) -> Markup:
    on = days.for_programs(thing.on, report)
    day = element("time", days.coming(thing, report), datetime=on, class_="due")
    return element("li", day, ": ", sections.in_one_line(sections.next_thing(thing)))


def _themes(report: Report) -> Markup:
    if not report.themes:
        return Markup()
    ends = element("p", f"{sections.BOTH_ENDS}.", class_="ends")
    themes = (_theme(theme, report) for theme in report.themes)
    return section(sections.THEMES, ends, *themes, kind="long")


def _theme(theme: ThemeFigures, report: Report) -> Markup:
    return joined(
        (
            element(
                "div",
                element("h3", theme.name),
                strips.days_rated(theme, report),
                comparisons(theme.says),
                class_="together",
            ),
            weekly_means(theme, is_week=sections.is_of_a_week(report)),
        )
    )


def _outside_views(report: Report) -> Iterator[Markup]:
    for view in report.outside.views:
        yield element(
            "p", long_day(view.day, report), f", {sections.in_one_line(view.from_)}:", class_="from"
        )
        yield own_words(view.text)


def _then_and_now(report: Report) -> Iterator[Markup]:
    pair = report.then_and_now
    if pair:
        yield typed(pair.question, "question")
        yield element(
            "div",
            element(
                "div", element("h3", long_day(pair.then_day, report)), own_words(pair.then_text)
            ),
            element("div", element("h3", long_day(pair.now_day, report)), own_words(pair.now_text)),
            class_="pair",
        )


def _review(report: Report) -> Iterator[Markup]:
    """Each answer below its question; in a longer period below the week it is about."""
    week = None
    for answer in report.review:
        if answer.week and answer.week != week:
            week = answer.week
            before = "" if report.redacted else "Week of "
            yield element("h3", before, long_day(week, report))
        if answer.plan:
            yield element("p", f"{sections.NEXT_WEEK}:", class_="question")
        elif answer.question:
            yield typed(answer.question, "question")
        yield own_words(answer.text)
