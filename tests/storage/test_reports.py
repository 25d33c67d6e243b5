"""What is read for a report: the period and its baseline, as of its day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.entries import Answer, Plan
from collab.domain.people import Person
from collab.domain.periods import Period, days_from_to, month_of, week_of
from collab.domain.promises import Promise
from collab.domain.ratings import Rating
from collab.domain.reports.make import report_on
from collab.domain.reports.records import Records
from collab.domain.talks import Talk
from collab.storage import pages, people, promises, talks
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.reports import first_page, is_written, last_page, records_for
from tests.storage.notes import DAY, NOW, keep_note

WEEK = week_of(DAY)


def day(count: int) -> date:
    return DAY + timedelta(days=count)


def records(journal: Journal, today: date = DAY, period: Period = WEEK) -> Records:
    with journal.read() as connection:
        return records_for(connection, period, today, "off", 0)


def test_pages_are_those_of_the_period_and_not_beyond_today(journal: Journal) -> None:
    for on in (WEEK.first - timedelta(days=1), WEEK.first, DAY, day(1)):
        keep_note(journal, str(on), day=on)
    assert [entry.day for entry in records(journal).entries] == [WEEK.first, DAY]
    assert [entry.day for entry in records(journal, day(9)).entries][-1] == day(1)


def test_pages_of_the_28_days_before_are_read_where_words_are_compared(journal: Journal) -> None:
    for before in (29, 28, 1):
        keep_note(journal, str(before), day=WEEK.first - timedelta(days=before))
    with journal.read() as connection:
        read = {
            language: records_for(connection, WEEK, DAY, language, 0)
            for language in ("en", "other", "off")
        }
    assert [page.text for page in read["en"].entries] == ["28", "1"]
    assert read["other"].entries == read["off"].entries == ()


def test_ratings_reach_back_eight_weeks_and_not_beyond_today(journal: Journal) -> None:
    eight_weeks = WEEK.first - timedelta(weeks=7)
    for on in (eight_weeks - timedelta(days=1), eight_weeks, DAY, day(1)):
        rate(journal, on)
    assert [on for on, _ in records(journal).ratings] == [eight_weeks, DAY]
    assert [on for on, _ in records(journal, day(9)).ratings][-1] == day(1)


def test_ratings_come_in_the_order_of_a_journal_without_those_removed(journal: Journal) -> None:
    evening = rate(journal, DAY, value=4)
    with unit(journal, "add", NOW - timedelta(hours=10)) as deed:
        morning = pages.page_of(deed, DAY, "morning")
        pages.add_rating(deed, morning, Rating(id="early", theme="trust", value=2))
        gone = Rating(id="gone", theme="trust", value=1)
        pages.add_rating(deed, evening, gone)
        pages.remove_part(deed, "ratings", "gone")
    assert [rating.value for _, rating in records(journal).ratings] == [2, 4]


def rate(journal: Journal, on: date, value: int = 3) -> str:
    """Rate a theme on the evening page of a day; the page's id."""
    with unit(journal, "rating", NOW) as deed:
        page = pages.page_of(deed, on, "evening")
        rating = Rating(id=deed.new_id(), theme="trust", value=value)  # type: ignore[arg-type]
        pages.add_rating(deed, page, rating)
        return page


def test_ratings_of_a_longer_period_reach_eight_weeks_before_its_first_week(
    journal: Journal,
) -> None:
    month = month_of(DAY)
    eight_weeks = month.first - timedelta(days=month.first.weekday() + 56)
    with unit(journal, "rate", NOW) as deed:
        for on in (eight_weeks - timedelta(days=7), eight_weeks, month.first, month.last):
            page = pages.page_of(deed, on, "evening")
            pages.put_rating(deed, page, Rating(id=f"{on}", theme="trust", value=3, rated_at=NOW))
    found = records(journal, month.last, month)
    assert [on for on, _ in found.ratings] == [eight_weeks, month.first, month.last]
    assert [entry.day for entry in found.entries] == [month.first, month.last]


@pytest.mark.parametrize(
    ("count", "kind", "prompt", "read"),
    [
        pytest.param(-84, "evening", "I-01", True, id="twelve weeks before the first day"),
        pytest.param(-85, "evening", "I-01", False, id="a day more"),
        pytest.param(-26, "evening", "I-01", True, id="four weeks before the as-of day"),
        pytest.param(-25, "evening", "I-01", False, id="a day less"),
        pytest.param(-40, "morning", "I-01", True, id="on another kind of page"),
        pytest.param(-40, "evening", "I-02", False, id="another question"),
    ],
)
def test_the_questions_of_a_week_come_with_what_was_said_before(
    journal: Journal, count: int, kind: str, prompt: str, read: bool
) -> None:
    monday, wednesday = WEEK.first, WEEK.first + timedelta(days=2)
    with unit(journal, "answer", NOW) as deed:
        for on, page_kind, asked in (
            (monday + timedelta(days=count), kind, prompt),
            (monday, "evening", "I-01"),
        ):
            page = pages.page_of(deed, on, page_kind)
            answer = Answer(id=f"{on}", prompt=asked, question="Who?", text="Words.")
            pages.put_answer(deed, page, answer)
    found = records(journal, wednesday).earlier_answers
    assert [(one.answer.id, one.kind) for one in found] == [
        (str(monday + timedelta(days=count)), kind)
    ] * read


def test_a_removed_answer_is_not_said_any_more(journal: Journal) -> None:
    with unit(journal, "answer", NOW) as deed:
        for on in (day(-60), day(-50), DAY):
            page = pages.page_of(deed, on, "evening")
            answer = Answer(id=f"{on}", prompt="I-01", question="Who?", text="Words.")
            pages.put_answer(deed, page, answer)
            if on == day(-60):
                pages.remove_entry(deed, page)
    found = records(journal)
    assert [one.day for one in found.earlier_answers] == [day(-50)]
    pair = report_on(found).then_and_now
    assert pair is not None
    assert (pair.then_day, pair.now_day) == (day(-50), DAY)


def test_plans_are_those_for_a_day_of_the_period(journal: Journal) -> None:
    with unit(journal, "plan", NOW) as deed:
        for number, count in enumerate((-5, -4, 2, 3)):
            page = pages.page_of(deed, day(count - 1), "evening")
            plan = Plan(id=f"p{number}", if_="x", then="y", for_=day(count))
            pages.put_plan(deed, page, plan)
    assert [plan.for_ for plan in records(journal).plans] == [day(-4), day(2)]


@pytest.mark.parametrize(
    ("name", "own", "read"),
    [
        pytest.param("open", {}, True, id="open, added long ago"),
        pytest.param("closed", {"closed": day(-5)}, False, id="closed before the period"),
        pytest.param("now", {"closed": WEEK.first}, True, id="closed on its first day"),
        pytest.param("gone", {"let_go": day(-5)}, False, id="let go before the period"),
        pytest.param("ahead", {"let_go": day(-5), "date": DAY}, True, id="a date in the period"),
    ],
)
def test_talks_that_touch_the_period_or_are_open(
    journal: Journal, name: str, own: dict[str, date], read: bool
) -> None:
    with unit(journal, "add", NOW) as deed:
        talks.put(deed, Talk(id=name, who="B.", added=day(-300), **own))
    assert [talk.id for talk in records(journal).talks] == [name] * read
    assert records(journal).any_talk


def test_promises_that_touch_the_period_or_are_open(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        for name, own in (
            ("open", {}),
            ("kept now", {"done": DAY}),
            ("kept before", {"done": day(-5)}),
            ("dropped before", {"dropped": day(-6)}),
        ):
            promises.put(deed, Promise(id=name, side="mine", what="x", due=day(-9), **own))
    assert [promise.id for promise in records(journal).promises] == ["kept now", "open"]


def test_talks_with_both_numbers_up_to_the_day(journal: Journal) -> None:
    with unit(journal, "add", NOW) as deed:
        for name, held, expected, was in (
            ("both", day(-400), 4, 2),
            ("both again", day(0), 5, 1),
            ("only expected", day(-9), 3, None),
            ("to come", day(1), 5, 5),
        ):
            talk = Talk(id=name, who="B.", added=held, held=held, expected=expected, was=was)
            talks.put(deed, talk)
        # One may be added when it was held already; on this day nobody knew of it.
        later = Talk(id="later", who="B.", added=day(1), held=day(-1), expected=3, was=3)
        talks.put(deed, later)
    assert records(journal).expected_and_was == (2, 9, 3)


def test_the_circle_is_looked_for_under_every_name(journal: Journal) -> None:
    circle = Person(id="ana", name="Ana", names=("Ana", "anna"), circle=True)
    other = Person(id="bo", name="bo", names=("bo",))
    with unit(journal, "add", NOW) as deed:
        for person in (circle, other):
            deed.insert("people", people.to_row(person))
    keep_note(journal, "@ana and @bo", day=day(-90))
    keep_note(journal, "@Anna", day=day(-70))
    keep_note(journal, "@ana", day=day(1))
    assert records(journal).last_named == {"ana": day(-70)}
    assert records(journal, day(3)).last_named == {"ana": day(1)}


def test_the_last_page_before_the_period(journal: Journal) -> None:
    assert records(journal_with(journal, -9, -8, 0)).last_page == day(-8)


@pytest.mark.parametrize(
    ("on", "kind", "week", "read"),
    [
        pytest.param(3, "week", "2026-W47", True, id="the review, on the next Monday"),
        pytest.param(90, "week", "2026-W47", True, id="the review, three months later"),
        pytest.param(-1, "week", "2026-W47", True, id="the review, in its week"),
        pytest.param(3, "week", "2026-W48", False, id="the review of another week"),
        pytest.param(3, "week", None, False, id="a later review that names none"),
        pytest.param(3, "talk", "2026-W47", False, id="another page that names the week"),
    ],
)
def test_a_review_belongs_to_its_week_whenever_it_was_written(
    journal: Journal, on: int, kind: str, week: str | None, read: bool
) -> None:
    with unit(journal, "review", NOW) as deed:
        page = pages.page_of(deed, day(on), kind, week=week)
        pages.put_answer(deed, page, Answer(id="a", prompt="W-1", text="the rota"))
    found = records(journal, day(100))
    assert [entry.id for entry in found.entries] == [page] * read
    assert [given.text for given in report_on(found).review] == ["the rota"] * read


def test_a_longer_period_has_the_reviews_of_its_weeks(journal: Journal) -> None:
    """Also of its first and last weeks, which begin or end outside it, whenever written."""
    november = month_of(DAY)  # from a Sunday, in week 44, to a Monday, in week 49
    with unit(journal, "review", NOW) as deed:
        for number, week in enumerate(("2026-W43", "2026-W44", "2026-W47", "2026-W49", "2026-W50")):
            page = pages.page_of(
                deed, november.last + timedelta(days=number + 1), "week", week=week
            )
            pages.put_answer(deed, page, Answer(id=week, prompt="W-1", text=week))
        before = pages.page_of(deed, november.first - timedelta(days=1), "week", week="2026-W44")
        pages.put_answer(deed, before, Answer(id="early", prompt="W-2", text="early"))
    found = report_on(records(journal, day(100), november))
    texts = [given.text for given in found.review]
    assert texts == ["early", "2026-W44", "2026-W47", "2026-W49"]


@pytest.mark.parametrize("edge", [date.min, date.max], ids=str)
def test_a_report_on_the_first_and_last_days_of_the_calendar(journal: Journal, edge: date) -> None:
    keep_note(journal, "far away", day=edge)
    period = days_from_to(edge, edge)
    with journal.read() as connection:
        read = records_for(connection, period, edge, "off", 0)
    assert [entry.day for entry in read.entries] == [edge]


def journal_with(journal: Journal, *counts: int) -> Journal:
    for count in counts:
        keep_note(journal, "words", day=day(count))
    return journal


def test_the_first_page_of_all(journal: Journal) -> None:
    with journal_with(journal, -9, -80, 0).read() as connection:
        assert first_page(connection) == day(-80)


def test_removed_pages_are_nowhere(journal: Journal) -> None:
    page = keep_note(journal, "words")
    with unit(journal, "delete", NOW) as deed:
        pages.remove_entry(deed, page)
    with journal.read() as connection:
        assert last_page(connection, day(1)) is None
        assert first_page(connection) is None
        assert not is_written(connection, DAY, DAY)
    assert records(journal).entries == ()
