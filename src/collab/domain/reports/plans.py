"""If-then plans, by the day they are for."""

from __future__ import annotations

from collections import Counter
from datetime import date

from collab.domain.entries import Outcome, Plan
from collab.domain.reports.phrases import of_period
from collab.domain.reports.report import Line, PlanFigures
from collab.domain.reports.window import Window

NO_PLANS = "no plans"


def plans_of(window: Window, plans: tuple[Plan, ...], today: date) -> PlanFigures:
    """What became of the `plans` for the days of the period.

    A plan without an answer is counted only once its day is over.
    """
    planned = [plan for plan in plans if plan.for_ in window.period]
    became = Counter(plan.outcome for plan in planned if plan.for_ <= window.as_of)
    unanswered = sum(plan.outcome is None and plan.for_ < today for plan in planned)
    text = _sentence(became, unanswered) if planned else NO_PLANS
    return PlanFigures(
        done=became["done"],
        partly=became["partly"],
        not_done=became["not done"],
        no_occasion=became["no occasion"],
        open=unanswered,
        says=(Line(of_period(window), text),),
    )


def _sentence(became: Counter[Outcome | None], unanswered: int) -> str:
    done, partly, not_done = (became[outcome] for outcome in ("done", "partly", "not done"))
    text = (
        f"done {done}, partly {partly}, not done {not_done}"
        f" ({done + partly + not_done} with an occasion; {became['no occasion']} without)"
    )
    return f"{text}; {unanswered} not looked back at" if unanswered else text
