"""Reports made by hand: an ordinary week, a first week, and ways to change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from collab.domain.periods import month_of, week_of
from collab.domain.ratings import Value
from collab.domain.reports.report import (
    Balance,
    DayWords,
    Head,
    LanguageFigures,
    Line,
    LineFit,
    NamedPerson,
    NextThing,
    OutsideFigures,
    OutsideView,
    PeopleFigures,
    PlanFigures,
    PromiseFigures,
    PromiseSide,
    Report,
    ReviewAnswer,
    Says,
    TalkFigures,
    ThemeFigures,
    ThenAndNow,
    WeekMean,
)

FOOT = (
    "These are your own ratings of your own days. They are not a test and say nothing about "
    "other people. 1 = on my own, 5 = together; neither end is better. 'Higher', 'lower', "
    "'rising' and 'falling' follow fixed rules; in simulations of people who did not change, "
    "14 to 27 of 100 weeks with three themes held such a word all the same. Differences are of "
    "exact means, so they can differ by 0.1 from those printed. NAP: share of day pairs in "
    "which this week's value is higher (ties half). S: rises minus falls among all pairs of "
    "weeks; change: the middle slope over the weeks. 95% range: where the share may lie by "
    "chance."
)


def said(*lines: str) -> Says:
    """Lines written as "label: text"."""
    return tuple(Line(*line.split(": ", 1)) for line in lines)


def in_june(day: int) -> date:
    return date(2024, 6, day)


def words(day: date, text: str, *, starred: bool = False, light: bool = False) -> DayWords:
    return DayWords(
        day=day, text=text, question="Which moment?", entry="e1", starred=starred, light=light
    )


def theme(
    theme_id: str,
    name: str,
    days: tuple[Value | None, ...],
    *says: str,
    first: date = date(2024, 6, 10),
    has_usual: bool = False,
    late_days: tuple[date, ...] = (),
    earlier_means: tuple[tuple[int, float | None], ...] = ((0, None),) * 7,
) -> ThemeFigures:
    """A theme whose figures follow from `days`."""
    numbers = [value for value in days if isinstance(value, int) and value > 0]
    mean = sum(numbers) / len(numbers) if len(numbers) >= 3 else None
    means = (*earlier_means, (len(numbers), mean))
    return ThemeFigures(
        theme=theme_id,
        name=name,
        n=len(numbers),
        mean=mean,
        low=min(numbers, default=None),
        high=max(numbers, default=None),
        no_occasion=days.count(0),
        waited=days.count("W"),
        days=days,
        late_days=late_days,
        weeks=tuple(
            WeekMean(first=first + timedelta(weeks=number - 7), n=n, mean=mean)
            for number, (n, mean) in enumerate(means)
        ),
        has_usual=has_usual,
        says=said(*says),
    )


NO_PLANS = PlanFigures(
    done=0, partly=0, not_done=0, no_occasion=0, open=0, says=said("this week: no plans")
)
NO_TALKS = TalkFigures(
    planned=0,
    held=0,
    debriefed=0,
    follow_up_due=0,
    added=0,
    held_of_dated=(0, 0),
    debriefed_of_held=(0, 0),
    closed=0,
    let_go=0,
    says=said("now: none recorded"),
)
NONE_DUE = PromiseSide(due=0, kept=0, late=0, open=0, dropped=0, moved=0, not_yet_due=0)
NO_PROMISES = PromiseFigures(
    mine=NONE_DUE, theirs=NONE_DUE, earlier=(0, 0), says=said("this week: none due")
)
NO_BALANCE = Balance(
    position=None,
    ratings=0,
    days=0,
    waited_days=0,
    fit_well=0,
    fit_partly=0,
    fit_other=0,
    says=said("this week: no ratings", "compared: -"),
)
NO_LANGUAGE = LanguageFigures(words=0, i=0, we=0, says=())

ORDINARY_WEEK = Report(
    period=week_of(in_june(16)),
    as_of=in_june(16),
    in_place_of=None,
    head=Head(
        days_written=5,
        days=7,
        entries=7,
        light=1,
        day_marks=("written", "written", "written", "light", "written", "", ""),
        says=said("written: on 5 of 7 days; 1 light evening"),
    ),
    words=(
        words(
            in_june(10),
            "Told @Bo the supplier date had slipped before he could hear it from anybody else.",
        ),
        words(
            in_june(11),
            "Asked all six about the rota. It took the day, and four had no view.",
        ),
        words(
            in_june(12),
            "@Rui said the handovers slip when I change the list after noon. I had never\n"
            "put the two together. The list closes at noon, and that binds me first.",
        ),
        words(in_june(13), "light evening", light=True),
        words(in_june(14), "@Ana said I asked, and then I waited.", starred=True),
    ),
    plans=PlanFigures(
        done=2,
        partly=0,
        not_done=1,
        no_occasion=0,
        open=0,
        says=said("this week: done 2, partly 0, not done 1 (3 with an occasion; 0 without)"),
    ),
    talks=TalkFigures(
        planned=1,
        held=0,
        debriefed=1,
        follow_up_due=0,
        added=0,
        held_of_dated=(1, 1),
        debriefed_of_held=(1, 1),
        closed=0,
        let_go=0,
        says=said(
            "now: planned 1 > held 0 > debriefed 1 > follow-up due 0",
            "this week: added 0; held 1 of 1 that had a date; debriefed 1 of 1 held; closed 0;"
            " let go 0",
            "expected: Rui: 4, it was 2",
            "waiting: Cy: 20 days. Hold it, hand it over, or let it go?",
        ),
    ),
    promises=PromiseFigures(
        mine=PromiseSide(due=2, kept=1, late=1, open=0, dropped=0, moved=0, not_yet_due=0),
        theirs=PromiseSide(due=2, kept=1, late=0, open=1, dropped=0, moved=0, not_yet_due=0),
        earlier=(0, 0),
        says=said("mine: 2 due; kept 1, late 1, open 0", "to me: 2 due; kept 1, late 0, open 1"),
    ),
    balance=Balance(
        position=0.25,
        ratings=10,
        days=4,
        waited_days=1,
        fit_well=8,
        fit_partly=1,
        fit_other=1,
        says=said(
            "this week: +0.3 on the line -2 (on my own) to +2 (together); 10 ratings on 4 days",
            "position: around the middle",
            "fit: suited well 8, partly 1, would choose another way 1 (10 of 10 answered)",
            "waited: 1 day (waited or gave way)",
            "compared: no clear difference from your usual (difference +0.6, NAP 0.78)",
        ),
    ),
    themes=(
        theme(
            "decide",
            "Shared decisions",
            (2, 4, 3, None, 3, None, None),
            "this week: mean 3.0, range 2-4, n=4 of 7 days",
            "usual: mean 2.8, n=16 over 4 weeks",
            "compared: no clear difference from your usual (difference +0.2, NAP 0.57)",
            "8 weeks: no clear direction (7 rated weeks, S=+10, change +0.5)",
            has_usual=True,
            earlier_means=(
                (3, 7 / 3),
                (3, 8 / 3),
                (1, None),
                (4, 3.0),
                (4, 2.75),
                (4, 3.0),
                (4, 2.5),
            ),
        ),
        theme(
            "candour",
            "Open dialogue",
            (3, 4, 4, None, 4, None, None),
            "this week: mean 3.8, range 3-4, n=4 of 7 days",
            "usual: mean 2.8, n=16 over 4 weeks",
            "compared: higher than your usual (difference +1.0, NAP 0.88)",
            "8 weeks: rising (6 rated weeks, S=+14, change +1.5)",
            has_usual=True,
            earlier_means=(
                (2, None),
                (3, 7 / 3),
                (1, None),
                (4, 2.5),
                (4, 2.5),
                (4, 2.75),
                (4, 3.25),
            ),
        ),
        theme(
            "difficult",
            "Difficult conversations",
            (None,) * 7,
            "this week: no ratings",
            "usual: not yet (5 ratings in 3 weeks; 12 in 3 weeks needed)",
            "compared: -",
            "8 weeks: -",
        ),
        theme(
            "trust",
            "Trust and accountability",
            (2, "W", 3, None, 0, None, None),
            "this week: 2, 3 (n=2; 3 needed for a mean); no occasion: 1 day; waited or gave way:"
            " 1 day",
            "usual: not yet (4 ratings in 2 weeks; 12 in 3 weeks needed)",
            "compared: -",
            "8 weeks: -",
        ),
    ),
    people=PeopleFigures(
        days_written=5,
        named=(
            NamedPerson(name="Ana", role="report", days=4),
            NamedPerson(name="Bo", role="peer", days=3),
            NamedPerson(name="Dee", role="partner", days=2),
            NamedPerson(name="Rui", role="report", days=2),
            NamedPerson(name="Cy", role="boss", days=1),
        ),
        says=said(
            "named: Ana (report) 4, Bo (peer) 3, Dee (partner) 2, Rui (report) 2, Cy (boss) 1",
            "top two: 7 of 12 mentions; people named: 5",
            "not named: Eli for 28 days",
        ),
    ),
    outside=OutsideFigures(
        views=(
            OutsideView(
                day=in_june(14),
                from_="Ana",
                text="You asked, and then you waited. I had not seen that before.",
            ),
        ),
        says=said("this week: 1 outside view"),
    ),
    then_and_now=None,
    language=LanguageFigures(
        words=486,
        i=34,
        we=15,
        says=said(
            "this week: we-words 15, I-words 34 in 486 words; 31% we",
            "usual: 24% we (n=159)",
            "compared: no clear difference from your usual (95% ranges 20-45% and 18-31%)",
        ),
    ),
    review=(
        ReviewAnswer(
            question="Where did acting alone, and where did acting together, suit this week's"
            " situations?",
            text="Alone was right for the supplier call, there was an hour. Asking all six about"
            " the rota was a kindness nobody needed; two of them would have done.",
        ),
        ReviewAnswer(
            question="What is one thing you will try next week?",
            text="If I am about to ask the whole group, then I will name the two people it"
            " touches most and ask only them first.",
            plan=True,
        ),
    ),
    next=(
        NextThing(
            kind="promise", side="theirs", who="Cy", text="two hires", on=in_june(18), id="p1"
        ),
        NextThing(
            kind="promise", side="mine", who="Bo", text="vendor numbers", on=in_june(19), id="p2"
        ),
    ),
    not_yet=(),
    last_page=in_june(7),
    foot=FOOT,
)

FIRST_WEEK = Report(
    period=week_of(date(2024, 4, 28)),
    as_of=date(2024, 4, 28),
    in_place_of=None,
    head=Head(
        days_written=3,
        days=7,
        entries=3,
        light=0,
        day_marks=("written", "written", "", "written", "", "", ""),
        says=said("written: on 3 of 7 days"),
    ),
    words=(
        words(
            date(2024, 4, 22),
            "Told @Ana in front of everyone that the rota was settled. She said fine, and then"
            " nothing for the rest of the meeting.",
        ),
        words(date(2024, 4, 23), "Asked @Ana what she would change. Two things, and I took both."),
        words(date(2024, 4, 25), "@Bo wanted the numbers. I said later and did not say when."),
    ),
    plans=PlanFigures(
        done=1,
        partly=0,
        not_done=0,
        no_occasion=1,
        open=0,
        says=said("this week: done 1, partly 0, not done 0 (1 with an occasion; 1 without)"),
    ),
    talks=NO_TALKS,
    promises=NO_PROMISES,
    balance=Balance(
        position=-1.0,
        ratings=7,
        days=3,
        waited_days=0,
        fit_well=5,
        fit_partly=2,
        fit_other=0,
        says=said(
            "this week: -1.0 on the line -2 (on my own) to +2 (together); 7 ratings on 3 days",
            "position: nearer 'on my own'",
            "fit: suited well 5, partly 2, would choose another way 0 (7 of 7 answered)",
            "compared: not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)",
        ),
    ),
    themes=(
        theme(
            "decide",
            "Shared decisions",
            (2, 3, None, 2, None, None, None),
            "this week: mean 2.3, range 2-3, n=3 of 7 days",
            "usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)",
            "compared: -",
            "8 weeks: not yet (1 rated week; 5 needed)",
            first=date(2024, 4, 22),
        ),
        theme(
            "candour",
            "Open dialogue",
            (None, 2, None, 2, None, None, None),
            "this week: 2, 2 (n=2; 3 needed for a mean)",
            "usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)",
            "compared: -",
            "8 weeks: -",
            first=date(2024, 4, 22),
        ),
        theme(
            "difficult",
            "Difficult conversations",
            (None, 1, None, 2, None, None, None),
            "this week: 1, 2 (n=2; 3 needed for a mean)",
            "usual: not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)",
            "compared: -",
            "8 weeks: -",
            first=date(2024, 4, 22),
        ),
    ),
    people=PeopleFigures(
        days_written=3,
        named=(
            NamedPerson(name="Ana", role="report", days=2),
            NamedPerson(name="Bo", role="peer", days=1),
        ),
        says=said("named: Ana (report) 2, Bo (peer) 1"),
    ),
    outside=OutsideFigures(views=(), says=()),
    then_and_now=None,
    language=LanguageFigures(
        words=131,
        i=12,
        we=2,
        says=said(
            "this week: we-words 2, I-words 12 in 131 words",
            "compared: too little text (14 of 20 pronouns, 131 of 150 words)",
        ),
    ),
    review=(),
    next=(),
    not_yet=said(
        "compared: with your usual: week of 13 May, after 12 ratings in 3 weeks (so far Shared"
        " decisions 3, Open dialogue 2, Difficult conversations 2)",
        "8 weeks: a direction: week of 20 May, after 5 weeks of 3 ratings or more (so far 1, 0, 0)",
        "language: 150 words and 20 pronouns in a week (131 and 14)",
        "nothing: recorded: talks, promises, outside views",
    ),
    last_page=None,
    foot=FOOT,
)

_FITS = ((1, 4, 1, 0), (2, 5, 1, 0), (3, 3, 0, 1), (4, 4, 2, 3), (5, 2, 1, 2))

MONTH = replace(
    ORDINARY_WEEK,
    period=month_of(in_june(1)),
    as_of=in_june(30),
    head=replace(
        ORDINARY_WEEK.head,
        days=30,
        day_marks=("", "written", *[""] * 28),
        says=said("written: on 5 of 30 days", "by week: 1 June: 0, 3 June: 0, 10 June: 5"),
    ),
    balance=replace(
        ORDINARY_WEEK.balance,
        fit_by_line=tuple(
            LineFit(value=value, well=well, partly=partly, other=other)
            for value, well, partly, other in _FITS
        ),
        says=said(
            "in all: +0.3 on the line -2 (on my own) to +2 (together); 29 ratings on 14 days",
            "by line: rated 1-2: suited well 9 of 11; 4-5: 6 of 14",
            "compared: 2 whole weeks: nearer 'together' than your usual 0, nearer 'on my own'"
            " than your usual 0, no clear difference 1, too few ratings 1",
        ),
    ),
    themes=(
        replace(
            ORDINARY_WEEK.themes[0],
            days=(None, 2, "W", *[None] * 27),
            weeks=(
                WeekMean(first=in_june(1), n=2, mean=None),
                WeekMean(first=in_june(3), n=4, mean=2.75),
                WeekMean(first=in_june(10), n=3, mean=10 / 3),
            ),
            says=said(
                "in all: mean 2.9, range 2-4, n=9 of 30 days",
                "compared: 2 whole weeks: higher than your usual 1, lower 0, no clear"
                " difference 1, too few ratings 0",
                "10 June: higher than your usual (difference +1.0, NAP 0.88)",
                "8 weeks: -",
            ),
        ),
    ),
    then_and_now=ThenAndNow(
        question="Who had a say today?",
        then_day=date(2024, 4, 15),
        then_text="Nobody.",
        now_day=in_june(12),
        now_text="All six.",
    ),
    review=(
        ReviewAnswer(question="Where?", text="Alone was right.", week=in_june(3)),
        ReviewAnswer(question="What?", text="Ask two.", plan=True, week=in_june(3)),
        ReviewAnswer(question="Where?", text="Both.", week=in_june(10)),
    ),
)
"""A month, made by hand like the others."""

EMPTY_WEEK = Report(
    period=week_of(date(2024, 7, 1)),
    as_of=date(2024, 7, 7),
    in_place_of=None,
    head=Head(
        days_written=0,
        days=7,
        entries=0,
        light=0,
        day_marks=("",) * 7,
        says=said("written: on 0 of 7 days"),
    ),
    words=(),
    plans=NO_PLANS,
    talks=NO_TALKS,
    promises=NO_PROMISES,
    balance=NO_BALANCE,
    themes=(),
    people=PeopleFigures(days_written=0, named=(), says=said("named: nobody")),
    outside=OutsideFigures(views=(), says=()),
    then_and_now=None,
    language=NO_LANGUAGE,
    review=(),
    next=(),
    not_yet=(),
    last_page=date(2024, 6, 27),
    foot=FOOT,
)
