"""`collab journal week`: the weekly review."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.options import Of, refuse_together, week_meant
from collab.commands.session import Session
from collab.errors import OtherReview

if TYPE_CHECKING:
    from collab.commands.sitting import Sitting
    from collab.domain.periods import Period
    from collab.storage.database import Connection


def week(
    context: typer.Context,
    of: Of = None,
    form: Annotated[bool, typer.Option("--form", help="Print the page to fill in.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Read a filled page; - is standard input."),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="The whole page, in your editor.")] = False,
) -> None:
    """Look back at the week: five questions beside what you wrote, and what is open.

    From Monday to Wednesday it is last week, if that has no review yet.
    """
    session: Session = context.obj
    given = {"--form": form, "--from": source is not None, "--edit": edit}
    refuse_together(*(option for option, there in given.items() if there))
    refuse_together(*["--of"] * (of is not None), *["--from"] * (source is not None))
    from collab.commands import filled_pages
    from collab.commands.editor_folder import leftovers
    from collab.commands.page_editing import edit_today
    from collab.commands.today import hold

    leftovers(session)
    if source is not None:
        session.say(filled_pages.take_in(session, source))
    elif form:
        sys.stdout.write(filled_pages.form(session, review_sitting(session, of)))
    elif edit:
        edit_today(session, review_sitting(session, of))
    else:
        hold(session, lambda: review_sitting(session, of))


def review_sitting(session: Session, typed: str | None) -> Sitting:
    """The review of the week that was typed, or of the one whose turn it is.

    One that was begun on an earlier day goes on there. Raises `FuturePeriod`, what reading
    a day raises, and `OtherReview` if today has the review of another week.
    """
    from collab.commands.sitting import Chosen, Sitting, prompts_of, wishes_of
    from collab.domain.review import Facts, review

    blank = Sitting(
        day=session.today,
        part="week",
        prompts=prompts_of(session),
        wishes=wishes_of(session),
        week=week_meant(session, typed),
        facts=Facts(),
    )
    sat = session.read(lambda connection: _there(session, connection, typed, blank), None) or blank
    if sat.chosen or sat.stored:
        return sat
    assert sat.week
    assert sat.facts
    questions = review(sat.week, session.today, sat.facts, sat.wishes, sat.prompts)
    return replace(sat, chosen=tuple(map(Chosen, questions)))


def _there(session: Session, connection: Connection, typed: str | None, blank: Sitting) -> Sitting:
    """The review as the journal has it: its day, its facts, and the questions it asks.

    `stored` says that it was begun; one that was not has no questions yet.
    """
    from collab.commands.sitting import Chosen
    from collab.domain.review import recalled_in_review, review, unanswered
    from collab.storage import review as reviews
    from collab.storage.entries import page_on
    from collab.storage.histories import history_on
    from collab.storage.sessions import stored

    today, prompts = session.today, blank.prompts
    history = history_on(connection, today, ())
    week = _week_meant(session, connection, typed, history.first_page)
    page = reviews.page_about(connection, week)
    of_today = page_on(connection, today, reviews.KIND)
    if of_today and page is None:
        raise OtherReview(of_today.week or "another week", week.label)
    day = page.day if page else today
    begun = reviews.week_begun_on(connection, day) == week.label
    known = stored(connection, day, reviews.KIND) if begun else ()
    facts = reviews.facts_for(connection, week, today, prompts, session.settings.focus)
    if page and day == today and not begun:
        # A page that was filled in and handed in today: what it leaves open is asked.
        lacking = unanswered(review(week, today, facts, blank.wishes, prompts), page)
        chosen = tuple(map(Chosen, lacking))
        return replace(blank, week=week, history=history, facts=facts, stored=True, chosen=chosen)
    asked = ((one.key, one.prompt) for one in known)
    questions = recalled_in_review(asked, week, today, facts, prompts)
    return replace(
        blank,
        day=day,
        week=week,
        history=history,
        facts=facts,
        stored=begun or page is not None,
        late=day != today,
        chosen=tuple(
            Chosen(question, one.state)
            for question, one in zip(questions, known, strict=True)
            if question
        ),
    )


def _week_meant(
    session: Session, connection: Connection, typed: str | None, began: date | None
) -> Period:
    """The week meant; today's review, or one that was begun today and goes on, comes first."""
    from collab.domain.periods import week_of
    from collab.domain.review import week_to_review
    from collab.storage import review as reviews
    from collab.storage.entries import page_on

    if typed is not None:
        return week_meant(session, typed)
    today, starts = session.today, session.settings.week_starts_on
    page = page_on(connection, today, reviews.KIND)
    if page:
        return week_meant(session, page.week) if page.week else week_of(today, starts)
    begun = reviews.week_begun_on(connection, today)
    if begun and reviews.asks_still(connection, today):
        return week_meant(session, begun)
    return week_to_review(
        today, starts, began, lambda week: reviews.page_about(connection, week) is not None
    )
