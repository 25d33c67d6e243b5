"""What people type for days and weeks, and what of it is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collab.domain.periods import spoken, spoken_long, week_of
from collab.domain.typed_days import Length, Looking, parse_day, parse_period, refuse_future
from collab.errors import (
    AmbiguousDay,
    BeyondCalendar,
    CollabError,
    FutureDay,
    ImpossibleDay,
    ImpossibleWeek,
    UnknownDay,
    UnknownPeriod,
    WrongWeekday,
)

WEDNESDAY = "2024-06-12"
MONDAY = "2024-06-10"
LEAP_DAY = "2024-02-29"  # a Thursday
NEW_YEAR = "2026-01-01"  # a Thursday
MONTH_END = "2024-05-31"  # a Friday

LOOKING_BACK = [
    (WEDNESDAY, "today", "2024-06-12"),
    (WEDNESDAY, "yesterday", "2024-06-11"),
    (WEDNESDAY, "tomorrow", "2024-06-13"),
    (NEW_YEAR, "yesterday", "2025-12-31"),
    (LEAP_DAY, "tomorrow", "2024-03-01"),
    (WEDNESDAY, "-3", "2024-06-09"),
    (WEDNESDAY, "+2", "2024-06-14"),
    (WEDNESDAY, "-0", "2024-06-12"),
    (WEDNESDAY, "−3", "2024-06-09"),
    (WEDNESDAY, "–3", "2024-06-09"),
    (NEW_YEAR, "-1", "2025-12-31"),
    (LEAP_DAY, "-366", "2023-02-28"),
    (WEDNESDAY, "3 days ago", "2024-06-09"),
    (WEDNESDAY, "1 day ago", "2024-06-11"),
    (WEDNESDAY, "a day ago", "2024-06-11"),
    (WEDNESDAY, "in 3 days", "2024-06-15"),
    (WEDNESDAY, "a week ago", "2024-06-05"),
    (WEDNESDAY, "in 2 weeks", "2024-06-26"),
    (MONTH_END, "a month ago", "2024-04-30"),
    (MONTH_END, "in 9 months", "2025-02-28"),
    (LEAP_DAY, "one year ago", "2023-02-28"),
    (LEAP_DAY, "in 4 years", "2028-02-29"),
    (WEDNESDAY, "mon", "2024-06-10"),
    (WEDNESDAY, "monday", "2024-06-10"),
    (WEDNESDAY, "wed", "2024-06-12"),
    (WEDNESDAY, "thu", "2024-06-06"),
    (WEDNESDAY, "sun", "2024-06-09"),
    (MONDAY, "mon", "2024-06-10"),
    (MONDAY, "tues", "2024-06-04"),
    (MONDAY, "last monday", "2024-06-03"),
    (NEW_YEAR, "fri", "2025-12-26"),
    (WEDNESDAY, "last friday", "2024-06-07"),
    (WEDNESDAY, "last wed", "2024-06-05"),
    (WEDNESDAY, "last tue", "2024-06-11"),
    (WEDNESDAY, "next tue", "2024-06-18"),
    (WEDNESDAY, "next wed", "2024-06-19"),
    (WEDNESDAY, "next thurs", "2024-06-13"),
    (WEDNESDAY, "2026-11-20", "2026-11-20"),
    (WEDNESDAY, "2026−11−20", "2026-11-20"),
    (WEDNESDAY, "0001-01-01", "0001-01-01"),
    (WEDNESDAY, "9999-12-31", "9999-12-31"),
    (WEDNESDAY, "12 june", "2024-06-12"),
    (WEDNESDAY, "13 june", "2023-06-13"),
    (WEDNESDAY, "20 nov", "2023-11-20"),
    (WEDNESDAY, "nov 20", "2023-11-20"),
    (WEDNESDAY, "1st may", "2024-05-01"),
    (WEDNESDAY, "2nd of june", "2024-06-02"),
    (WEDNESDAY, "sept 3", "2023-09-03"),
    (WEDNESDAY, "20 november 2026", "2026-11-20"),
    (WEDNESDAY, "november 20, 2026", "2026-11-20"),
    (WEDNESDAY, "wed 5 june", "2024-06-05"),
    (WEDNESDAY, "Monday, 10 June 2024", "2024-06-10"),
    (LEAP_DAY, "29 feb", "2024-02-29"),
    (WEDNESDAY, "29 feb", "2024-02-29"),
    (NEW_YEAR, "29 feb", "2024-02-29"),
    ("1903-05-05", "29 feb", "1896-02-29"),
    (NEW_YEAR, "31 dec", "2025-12-31"),
    (NEW_YEAR, "1 jan", "2026-01-01"),
    (WEDNESDAY, "  LAST   Friday ", "2024-06-07"),
    (WEDNESDAY, "20\tNOV\n2026", "2026-11-20"),
]

LOOKING_AHEAD = [
    (WEDNESDAY, "mon", "2024-06-17"),
    (WEDNESDAY, "wed", "2024-06-19"),
    (MONDAY, "monday", "2024-06-17"),
    (WEDNESDAY, "thu", "2024-06-13"),
    (NEW_YEAR, "wed", "2026-01-07"),
    (MONTH_END, "sat", "2024-06-01"),
    (WEDNESDAY, "last friday", "2024-06-07"),
    (WEDNESDAY, "next tue", "2024-06-18"),
    (WEDNESDAY, "12 june", "2024-06-12"),
    (WEDNESDAY, "11 june", "2025-06-11"),
    (WEDNESDAY, "20 nov", "2024-11-20"),
    (WEDNESDAY, "29 feb", "2028-02-29"),
    (LEAP_DAY, "29 feb", "2024-02-29"),
    ("1896-03-01", "29 feb", "1904-02-29"),
    (WEDNESDAY, "wed 19 june", "2024-06-19"),
    (WEDNESDAY, "-3", "2024-06-09"),
]


def _cases(table: list[tuple[str, str, str]]) -> list[object]:
    return [
        pytest.param(today, typed, day, id=f"{typed.strip()!r} on {today}")
        for today, typed, day in table
    ]


@pytest.mark.parametrize(("today", "typed", "day"), _cases(LOOKING_BACK))
def test_a_typed_day_looking_back_is(today: str, typed: str, day: str) -> None:
    assert parse_day(typed, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(("today", "typed", "day"), _cases(LOOKING_AHEAD))
def test_a_typed_day_looking_ahead_is(today: str, typed: str, day: str) -> None:
    assert parse_day(typed, date.fromisoformat(today), "ahead").isoformat() == day


@pytest.mark.parametrize(
    ("typed", "looking", "readings"),
    [
        ("03/04", "back", "2024-03-04 or 2024-04-03"),
        ("03/04", "ahead", "2025-03-04 or 2025-04-03"),
        ("3.4.", "back", "2024-03-04 or 2024-04-03"),
        ("03-04", "back", "2024-03-04 or 2024-04-03"),
        ("3/4/2026", "back", "2026-03-04 or 2026-04-03"),
        ("03.04.26", "back", "2026-03-04 or 2026-04-03"),
    ],
)
def test_figures_with_two_readings_are_refused_and_both_are_shown(
    typed: str, looking: Looking, readings: str
) -> None:
    with pytest.raises(AmbiguousDay) as refused:
        parse_day(typed, date(2024, 6, 12), looking)
    assert readings in refused.value.sentence
    assert readings in refused.value.next_step


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13/04", "2024-04-13"),
        ("04/13", "2024-04-13"),
        ("03/03", "2024-03-03"),
        ("20.11.2026", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("2026-1-5", "2026-01-05"),
    ],
)
def test_figures_with_one_reading_are_refused_and_the_iso_form_is_named(
    typed: str, meant: str
) -> None:
    with pytest.raises(UnknownDay) as refused:
        parse_day(typed, date(2024, 6, 12))
    assert refused.value.next_step == f"Type it as {meant}."


@pytest.mark.parametrize(
    "typed",
    [
        "31 feb",
        "feb 30",
        "31 june 2024",
        "29 feb 2023",
        "29 feb 2100",
        "0 may",
        "2026-02-31",
        "2026-13-01",
        "0000-01-01",
        "31/31",
        "30/02",
        "31.02.2024",
        "wed 31 april",
    ],
)
def test_a_day_no_calendar_has_is_named_as_impossible(typed: str) -> None:
    with pytest.raises(ImpossibleDay):
        parse_day(typed, date(2024, 6, 12))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "soon",
        "mo",
        "20261120",
        "20 nov 26",
        "20 novem",
        "friday last",
        "last 3 days",
        "last nov",
        "in 3 days ago",
        "3 days",
        "ago",
        "--3",
        "- 3",
        "+-3",
        "-3.5",
        "²",
        "-٣",
        "2026-W47",
        "2026-06",
        "last week",
        "1/2/3/4",
        "-12345678",
        "foo 20 nov",
        "\ud800",
        "a\x00b",
    ],
)
def test_anything_else_is_no_day(typed: str) -> None:
    with pytest.raises(UnknownDay) as refused:
        parse_day(typed, date(2024, 6, 12))
    assert "Try today" in refused.value.next_step


@pytest.mark.parametrize(("typed", "whole"), [("3", "3 dec"), ("last", "last fri")])
def test_the_first_word_of_a_day_alone_is_met_with_the_whole(typed: str, whole: str) -> None:
    with pytest.raises(UnknownDay) as refused:
        parse_day(typed, date(2024, 6, 12))
    assert refused.value.next_step == f'Type all of it, such as {whole}; in a command: "{whole}".'


def test_only_the_beginning_of_a_long_text_is_quoted() -> None:
    with pytest.raises(UnknownDay) as refused:
        parse_day("a whole answer typed in the wrong place " * 50, date(2024, 6, 12))
    assert len(refused.value.sentence) < 90


def test_a_weekday_that_does_not_fit_its_date_is_refused_with_the_right_one() -> None:
    with pytest.raises(WrongWeekday, match="it is Wednesday 5 June 2024"):
        parse_day("mon 5 june", date(2024, 6, 12))


@pytest.mark.parametrize(
    ("today", "typed"),
    [
        (date.min, "yesterday"),
        (date.max, "tomorrow"),
        (date.max, "+1"),
        (date.min, "last monday"),
        (date.max, "next sat"),
        (date(2024, 6, 12), "-999999"),
        (date(2024, 6, 12), "9999999 weeks ago"),
        (date(2024, 6, 12), "in 9999999 years"),
        (date(2024, 6, 12), "9999999 months ago"),
    ],
    ids=str,
)
def test_a_day_outside_the_calendar_is_refused(today: date, typed: str) -> None:
    with pytest.raises(BeyondCalendar):
        parse_day(typed, today)


@pytest.mark.parametrize(
    ("typed", "starts_on", "label", "first"),
    [
        ("2024-W24", 0, "2024-W24", "2024-06-10"),
        ("2024-w24", 0, "2024-W24", "2024-06-10"),
        ("2024-W4", 0, "2024-W04", "2024-01-22"),
        ("2024-W24", 6, "2024-W24", "2024-06-09"),
        ("2020-W53", 0, "2020-W53", "2020-12-28"),
        ("2025-W01", 0, "2025-W01", "2024-12-30"),
        ("2026−W47", 0, "2026-W47", "2026-11-16"),
        ("this week", 0, "2024-W24", "2024-06-10"),
        ("last week", 0, "2024-W23", "2024-06-03"),
        ("today", 0, "2024-W24", "2024-06-10"),
        ("sunday", 0, "2024-W23", "2024-06-03"),
        ("sunday", 6, "2024-W24", "2024-06-09"),
        ("2024-06-10", 0, "2024-W24", "2024-06-10"),
        ("3 weeks ago", 0, "2024-W21", "2024-05-20"),
    ],
)
def test_a_typed_period_is_the_week(typed: str, starts_on: int, label: str, first: str) -> None:
    week = parse_period(typed, date(2024, 6, 12), starts_on)
    assert (week.kind, week.label, week.first.isoformat()) == ("week", label, first)


@pytest.mark.parametrize(
    ("typed", "length", "label"),
    [
        ("today", "month", "2024-06"),
        ("2024-05-31", "month", "2024-05"),
        ("wed 20 dec", "quarter", "2023-Q4"),
        ("2025-W01", "month", "2025-01"),
        ("2024-W24", "quarter", "2024-Q2"),
        ("2020-W53", "year", "2020"),
        ("last week", "year", "2024"),
        ("2023", "year", "2023"),
    ],
)
def test_a_typed_period_can_be_longer_than_a_week(typed: str, length: Length, label: str) -> None:
    assert parse_period(typed, date(2024, 6, 12), length=length).label == label


@pytest.mark.parametrize(("typed", "length"), [("0000", "year"), ("2023", "week")])
def test_a_year_is_one_of_the_calendar_where_a_year_is_asked_for(
    typed: str, length: Length
) -> None:
    with pytest.raises(UnknownPeriod):
        parse_period(typed, date(2024, 6, 12), length=length)


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [("2025-W53", 52), ("2026-W54", 53), ("2024-W00", 52), ("9999-W53", 52)],
)
def test_a_week_its_year_does_not_have_is_refused(typed: str, weeks: int) -> None:
    with pytest.raises(ImpossibleWeek, match=f"{weeks} weeks"):
        parse_period(typed, date(2024, 6, 12))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("soon", UnknownPeriod),
        ("", UnknownPeriod),
        ("2024-W", UnknownPeriod),
        ("0000-W01", BeyondCalendar),
        ("9999-W52", BeyondCalendar),
        ("03/04", AmbiguousDay),
        ("13/04", UnknownDay),
        ("31 feb", ImpossibleDay),
    ],
)
def test_what_is_no_period_is_refused(typed: str, fault: type[CollabError]) -> None:
    with pytest.raises(fault):
        parse_period(typed, date(2024, 6, 12))


def test_only_a_day_after_today_is_refused_as_future() -> None:
    today = date(2024, 6, 12)
    refuse_future(today, today)
    refuse_future(today - timedelta(days=1), today)
    with pytest.raises(FutureDay, match="Thursday 13 June 2024 is still to come"):
        refuse_future(today + timedelta(days=1), today)


@given(st.dates(), st.dates())
def test_a_day_written_in_full_reads_back_on_any_day(day: date, today: date) -> None:
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(spoken_long(day), today, "ahead") == day


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(0, 364))
def test_a_day_said_without_its_year_reads_back_within_a_year(today: date, away: int) -> None:
    before, after = today - timedelta(days=away), today + timedelta(days=away)
    assert parse_day(spoken(before), today) == before
    assert parse_day(spoken(after), today, "ahead") == after


@given(
    st.dates(date.min + timedelta(days=7), date.max - timedelta(days=7)),
    st.dates(),
    st.integers(0, 6),
)
def test_the_label_of_a_week_reads_back_as_that_week(
    day: date, today: date, starts_on: int
) -> None:
    week = week_of(day, starts_on)
    assert parse_period(week.label, today, starts_on) == week


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.sampled_from(["mon", "thursday", "sun"]))
def test_a_weekday_is_never_more_than_a_week_away(today: date, typed: str) -> None:
    assert 0 <= (today - parse_day(typed, today)).days <= 6
    assert 1 <= (parse_day(typed, today, "ahead") - today).days <= 7


FRAGMENTS = """last next in ago a one day days weeks month years mon tue friday nov feb 20 30 0
2026 9999999 -3 +2 03/04 13/04 31.2. 2026-W47 2026-02-31 of w - / . , 1st"""
fragments = st.lists(st.sampled_from(FRAGMENTS.split()) | st.text(max_size=3), max_size=5)


@given(
    st.one_of(
        st.text(),
        fragments.map(" ".join),
        fragments.map("".join),
        st.text("0123456789-/.w ", max_size=12),
    ),
    st.dates(),
    st.sampled_from(["back", "ahead"]),
    st.integers(0, 6),
)
@example("\ud800", date.min, "back", 6)
@example("-" + "9" * 5000, date.max, "ahead", 0)
@example("in " + "9" * 5000 + " days", date.max, "ahead", 0)
def test_whatever_is_typed_gives_a_day_or_an_error_collab_knows(
    typed: str, today: date, looking: Looking, starts_on: int
) -> None:
    with suppress(CollabError):
        assert isinstance(parse_day(typed, today, looking), date)
    with suppress(CollabError):
        assert parse_period(typed, today, starts_on).kind == "week"
