"""Which line of a theme's scale was true, and how that suited the situation."""

from __future__ import annotations

from typing import cast

from collab.commands.interview import Back, Light, Pressed
from collab.commands.steps.asking import Asking, Leaving, Way
from collab.commands.steps.promising import ask_who_should_hear, heard_key
from collab.domain.frozen import replace
from collab.domain.questions import Question
from collab.domain.ratings import Fit, Value
from collab.domain.themes import Theme
from collab.rendering.session_page import (
    ABOUT_THE_SCALE,
    Page,
    asked,
    beside_rating,
    rated,
    scale,
    unrated,
)

KEYS = {**{key: key for key in "123450"}, "w": "W"}
FITS = {"y": "well", "p": "partly", "n": "other"}

_EVENINGS_WITH_HELP = 3
_NOBODY_HEARD = ("decide", 1)
"""The rating after which it is asked who should hear of the decision."""


def ask_rating(asking: Asking, question: Question) -> Way:
    """Ask for a rating and then for its fit. The rating is kept before the fit is asked."""
    if (page := asking.page_so_far()) and asking.has_begun(heard_key(question)):
        return ask_who_should_hear(asking, question, page.id)
    rated_now = False
    while True:
        present = _value_there(asking, question)
        keep = [f"Enter keep {str(present).lower()}"] if present is not None else ["Enter skip"]
        back = ["↑ back"] if asking.can_go_back else []
        hint = " · ".join(["one key", *keep, *back, "Ctrl-C stop"])
        outcome = None
        try:
            outcome = asking.key(_above(asking, question), KEYS, hint)
        finally:
            # One came back from the fit, so that the rating stands nowhere on the page yet.
            if rated_now and present is not None and not isinstance(outcome, Pressed):
                row = rated(
                    _theme(asking, question), present, asking.interview.columns, asking.glyphs
                )
                asking.remains([row], [beside_rating(None, "saved")], compact=True)
        if isinstance(outcome, Back | Light):
            return asking.left_for(outcome)
        if not isinstance(outcome, Pressed):
            return _skipped(asking, question) if present is None else Way.ON
        value = cast(Value, outcome.value if outcome.value == "W" else int(outcome.value))
        way = _keep(asking, question, value)
        if way is not Way.BACK:
            return way
        rated_now = True


def _keep(asking: Asking, question: Question, value: Value) -> Way:
    theme = _theme(asking, question)
    kept = asking.keep.rating(question, value, theme.scale_version)
    saved = asking.saved(question.key)
    row = rated(theme, value, asking.interview.columns, asking.glyphs)
    if value in ("W", 0):
        asking.remains([row], [beside_rating(None, saved)], compact=True)
        return Way.ON
    try:
        outcome = asking.key(
            [row],
            FITS,
            "y well · p partly · n another way",
            lead=question.fit,
            back=True,
            beside=True,
        )
    except Leaving:
        asking.remains([row], [beside_rating(None, saved)], compact=True)
        raise
    if isinstance(outcome, Back):
        return Way.BACK
    fit = None
    if isinstance(outcome, Pressed):
        given = cast(Fit, outcome.value)
        fit = given if asking.keep.fit(kept, value, given) else None
    asking.remains([row], [beside_rating(fit, saved)], compact=True)
    if isinstance(outcome, Light):
        return Way.LIGHT
    if (theme.id, value) == _NOBODY_HEARD and not (question.late or asking.asked_who_hears):
        asking.asked_who_hears = True
        return ask_who_should_hear(asking, question, kept.page)
    return Way.ON


def _above(asking: Asking, question: Question) -> Page:
    help_: Page = []
    first = next(one for one in asking.sat.chosen if one.question.kind == "rating")
    if asking.sat.history.evenings < _EVENINGS_WITH_HELP and question == first.question:
        help_ = [ABOUT_THE_SCALE]
    return [asked(question.text), *help_, "", *scale(_theme(asking, question)), ""]


def _theme(asking: Asking, question: Question) -> Theme:
    """The theme as its lines are put for the day that the question is about."""
    theme = asking.themes[question.theme]
    if not question.late:
        return theme
    return replace(theme, no_occasion=theme.no_occasion.replace("today", "that day"))


def _skipped(asking: Asking, question: Question) -> Way:
    asking.keep.settled(question, "skipped")
    asking.remains([unrated(asking.themes[question.theme])], [], compact=True)
    return Way.ON


def _value_there(asking: Asking, question: Question) -> Value | None:
    """The rating the page has for this theme, when one comes back to it."""
    page = asking.page_so_far()
    values = [one.value for one in (page.ratings if page else ()) if one.theme == question.theme]
    return values[-1] if values else None
