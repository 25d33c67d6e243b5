"""What a report's screen does with running weeks, long words, hostile words and few lines."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from collab.domain.reports.report import (
    DayWords,
    Line,
    NextThing,
    OutsideFigures,
    OutsideView,
    PeopleFigures,
    Report,
    ReviewAnswer,
    ThenAndNow,
)
from collab.rendering.glyphs import ASCII, UNICODE, Glyphs
from collab.rendering.report_layout import Look
from collab.rendering.report_screen import first_screen, page, plain_page
from tests.rendering.sample_periods import A_MONTH, A_QUARTER, A_YEAR
from tests.rendering.sample_reports import (
    EMPTY_WEEK,
    FIRST_WEEK,
    MONTH,
    NO_BALANCE,
    NO_PLANS,
    NONE_DUE,
    ORDINARY_WEEK,
    in_june,
    said,
    theme,
    words,
)


def lines_of(report: Report, width: int = 80, *, full: bool = False) -> list[str]:
    return plain_page(report, Look(width=width, full=full)).splitlines()


def after(heading: str, report: Report, width: int = 80, *, full: bool = False) -> list[str]:
    """The lines from a heading to the next blank line."""
    lines = lines_of(report, width, full=full)
    start = next(n for n, line in enumerate(lines) if line.startswith(heading))
    return lines[start : lines.index("", start)]


def with_words(*days: DayWords) -> Report:
    return replace(ORDINARY_WEEK, words=days)


def with_next(*things: NextThing) -> Report:
    return replace(ORDINARY_WEEK, next=things)


def promise(on: date, text: str = "vendor numbers", who: str = "Bo") -> NextThing:
    return NextThing(kind="promise", side="mine", who=who, text=text, on=on, id="p")


RUNNING_WEEK = replace(
    ORDINARY_WEEK,
    as_of=in_june(13),
    head=replace(
        ORDINARY_WEEK.head,
        day_marks=("written", "", "written", "light", None, None, None),
        says=said("written: on 3 of 4 days so far; 1 light evening"),
    ),
    themes=(
        theme(
            "decide",
            "Shared decisions",
            (2, None, 4, 3, None, None, None),
            "this week: mean 3.0, range 2-4, n=3 of 4 days so far",
            late_days=(in_june(12),),
        ),
    ),
)


class TestDaysToCome:
    def test_are_blank_in_the_head_and_in_strips(self) -> None:
        lines = lines_of(RUNNING_WEEK)
        assert lines[0] == (
            "Week 2024-06-10 to 2024-06-16           Mo ■  Tu ·  We ■  Th □  Fr    Sa    Su"
        )
        assert "Shared decisions           Mo 2   Tu ·   We (4) Th 3   Fr     Sa     Su" in lines

    def test_are_blank_on_strips_of_their_own(self) -> None:
        lines = lines_of(RUNNING_WEEK, 60)
        assert lines[1] == "  Mo ■  Tu ·  We ■  Th □  Fr    Sa    Su"
        assert "  days       Mo 2  Tu ·  We (4)  Th 3  Fr    Sa    Su" in lines

    def test_are_left_out_of_lists(self) -> None:
        lines = lines_of(RUNNING_WEEK, 50)
        assert lines[1] == "  Mo ■, We ■, Th □"
        assert "  days       Mo 2, We (4), Th 3" in lines


def test_a_week_shown_in_place_of_the_running_one_says_so() -> None:
    report = replace(ORDINARY_WEEK, in_place_of="2024-W25")
    assert lines_of(report)[0] == (
        "Last week, 2024-06-10 to 2024-06-16     Mo ■  Tu ■  We ■  Th □  Fr ■  Sa ·  Su ·"
    )


def test_a_week_that_starts_on_sunday_names_its_days_from_sunday() -> None:
    period = replace(ORDINARY_WEEK.period, first=in_june(9), last=in_june(15))
    assert lines_of(replace(ORDINARY_WEEK, period=period))[0] == (
        "Week 2024-06-09 to 2024-06-15           Su ■  Mo ■  Tu ■  We □  Th ■  Fr ·  Sa ·"
    )


class TestAnEmptyWeek:
    def test_without_an_earlier_page_names_none(self) -> None:
        assert lines_of(replace(EMPTY_WEEK, last_page=None))[2:] == ["Nothing written."]

    def test_keeps_every_sentence_in_full(self) -> None:
        holiday = replace(
            EMPTY_WEEK,
            themes=(
                theme(
                    "decide",
                    "Shared decisions",
                    (None,) * 7,
                    "this week: no ratings",
                    "usual: mean 3.0, n=20 over 4 weeks",
                    has_usual=True,
                ),
            ),
        )
        assert lines_of(holiday) == lines_of(EMPTY_WEEK)
        assert lines_of(holiday, full=True)[2:18] == [
            "Nothing written. The last week with a page: collab report --of 2024-06-24",
            "",
            "Plans        no plans",
            "",
            "Talks        none recorded",
            "",
            "Promises     none due",
            "",
            "Balance (your ratings)     no ratings",
            "",
            "Themes       1 = on my own, 5 = together; neither end is better",
            "",
            "Shared decisions           Mo ·   Tu ·   We ·   Th ·   Fr ·   Sa ·   Su ·",
            "  this week  no ratings",
            "  usual      mean 3.0, n=20 over 4 weeks",
            "",
        ]

    def test_still_shows_the_plans_and_talks_it_had(self) -> None:
        plans = replace(NO_PLANS, open=1, says=said("this week: 1 not looked back at"))
        talks = replace(EMPTY_WEEK.talks, planned=1, says=said("now: planned 1"))
        assert lines_of(replace(EMPTY_WEEK, plans=plans, talks=talks))[3:] == [
            "",
            "Plans        1 not looked back at",
            "",
            "Talks        planned 1",
        ]

    def test_still_shows_the_promises_that_are_open(self) -> None:
        promises = replace(
            EMPTY_WEEK.promises,
            theirs=replace(NONE_DUE, due=1, open=1),
            says=said("to me: 1 due; kept 0, late 0, open 1"),
        )
        thing = replace(promise(date(2024, 7, 4), "two hires", "Cy"), side="theirs")
        report = replace(EMPTY_WEEK, promises=promises, next=(thing,))
        assert lines_of(report)[3:] == [
            "",
            "Promises",
            "  to me      1 due; kept 0, late 0, open 1",
            "Next         since Thu 4 July: from Cy, two hires",
        ]


class TestOwnWords:
    def test_that_are_starred_are_quoted_and_wrapped_but_never_cut(self) -> None:
        text = "@Ana said I asked, and then I waited; and she had not seen that before this week."
        assert after("In your words", with_words(words(in_june(14), text, starred=True))) == [
            "In your words",
            '  Fri        "@Ana said I asked, and then I waited; and she had not seen that',
            '             before this week."',
        ]

    def test_that_are_starred_keep_their_lines(self) -> None:
        starred = words(in_june(14), "One thing.\n\nAnd another.", starred=True)
        assert after("In your words", with_words(starred))[1:] == [
            '  Fri        "One thing.',
            '             And another."',
        ]

    def test_of_several_lines_become_one_that_is_cut(self) -> None:
        note = words(in_june(14), "One thing.\n\n\tAnd " + "another " * 20)
        assert after("In your words", with_words(note))[1:] == [
            "  Fri        One thing. And another another another another another another …"
        ]

    def test_are_whole_in_full(self) -> None:
        note = words(in_june(14), "One thing.\nAnd " + "another " * 10)
        assert after("In your words", with_words(note), full=True)[1:] == [
            "  Fri        One thing.",
            "             And another another another another another another another another",
            "             another another",
        ]

    def test_of_wide_characters_end_within_the_line(self) -> None:
        line = after("In your words", with_words(words(in_june(14), "会議で予算を決めた。" * 9)))[1]
        assert line == "  Fri        " + "会議で予算を決めた。" * 3 + "会議 …"
        assert cell_len(line) == 79

    def test_of_a_starred_day_wrap_between_wide_characters(self) -> None:
        starred = words(in_june(14), "会議で予算を決めた。" * 4, starred=True)
        assert after("In your words", with_words(starred))[1:] == [
            '  Fri        "' + "会議で予算を決めた。" * 3 + "会議で",
            '             予算を決めた。"',
        ]


@pytest.mark.parametrize("look", [Look(), Look(full=True)], ids=["cut", "in full"])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("[/x] [bold]no[/bold]", "[/x] [bold]no[/bold]", id="markup"),
        pytest.param("well :smile: 3:100:4", "well :smile: 3:100:4", id="emoji codes"),
        pytest.param("C:\\ and \\[x]", "C:\\ and \\[x]", id="backslashes"),
        pytest.param("\x1b]0;title\x07 after", "␛]0;title␇ after", id="a title set by escape"),
        pytest.param("one\rtwo", "one␍two", id="a carriage return"),
        pytest.param("abc\u202edef", "abc<U+202E>def", id="text turned round"),
    ],
)
def test_hostile_words_are_shown_and_do_nothing(text: str, shown: str, look: Look) -> None:
    report = replace(
        ORDINARY_WEEK,
        words=(words(in_june(10), text), words(in_june(11), text, starred=True)),
        next=(promise(in_june(18), text, "B"),),
        people=PeopleFigures(days_written=1, named=(), says=said(f"named: {text} 1")),
        outside=OutsideFigures(
            views=(OutsideView(day=in_june(12), from_=text, text=text),),
            says=said("this week: 1 outside view"),
        ),
        then_and_now=ThenAndNow(
            question=text,
            then_day=date(2024, 5, 15),
            then_text=text,
            now_day=in_june(12),
            now_text=text,
        ),
        review=(
            ReviewAnswer(question=text, text=text),
            ReviewAnswer(question="Next?", text=text, plan=True),
        ),
    )
    screen = plain_page(report, look)
    for line in (
        f"  Mon        {shown}",
        f'  Tue        "{shown}"',
        f"Next         Tue 18: to B, {shown}",
        f"  named      {shown} 1",
        f'  Wed        "{shown}" ({shown})',
        f"  {shown}\n  15 May{' ' * 33}12 June\n  {shown:<39}{shown}",
        f"  {shown}\n             {shown}\n  Next week  {shown}",
    ):
        assert f"\n{line}\n" in screen


def test_words_without_utf8_show_controls_in_ascii() -> None:
    report = with_words(words(in_june(10), "\x1b[2J"))
    assert "  Mon        ^[[2J\n" in plain_page(report, Look(glyphs=ASCII))


class TestNext:
    def test_shows_three_things_and_begins_a_line_when_one_is_full(self) -> None:
        report = with_next(
            promise(in_june(18), "the introduction to the board"),
            promise(in_june(19)),
            replace(promise(in_june(20), "the handovers", "Rui"), kind="talk", side=None),
            promise(in_june(21)),
        )
        assert after("Next", report) == [
            "Next         Tue 18: to Bo, the introduction to the board",
            "             Wed 19: to Bo, vendor numbers",
            "             Thu 20: talk with Rui about the handovers",
        ]

    def test_says_since_when_what_is_over_has_been_due(self) -> None:
        report = with_next(
            replace(promise(in_june(11), "", "Rui"), kind="follow-up", side=None),
            promise(in_june(16), "numbers", ""),
        )
        assert after("Next", report) == [
            "Next         since Tue 11 June: follow-up with Rui · Sun 16: numbers"
        ]

    def test_does_not_announce_a_talk_that_was_held(self) -> None:
        held = replace(promise(in_june(12), "", "Rui"), kind="talk", side=None, held=True)
        assert after("Next", with_next(held)) == [
            "Next         since Wed 12 June: look back on the talk with Rui"
        ]

    def test_names_the_year_of_a_day_in_another_one(self) -> None:
        report = with_next(promise(date(2022, 6, 14), "numbers", ""))
        assert after("Next", report) == ["Next         since Tue 14 June 2022: numbers"]

    def test_cuts_what_is_longer_than_a_line(self) -> None:
        assert after("Next", with_next(promise(in_june(18), "numbers " * 12))) == [
            "Next         Tue 18: to Bo, numbers numbers numbers numbers numbers numbers …"
        ]


class TestOneSentence:
    def test_stands_beside_its_heading(self) -> None:
        report = replace(ORDINARY_WEEK, plans=NO_PLANS, balance=NO_BALANCE)
        assert after("Plans", report) == ["Plans        no plans"]
        assert after("Balance", report) == ["Balance (your ratings)     no ratings"]

    def test_stands_below_its_heading_where_there_is_no_room_beside_it(self) -> None:
        few = said("this week: 1 rating on 1 day; 3 days needed for a balance")
        report = replace(ORDINARY_WEEK, balance=replace(NO_BALANCE, says=few))
        assert after("Balance", report, 60) == [
            "Balance (your ratings)",
            "  this week  1 rating on 1 day; 3 days needed for a balance",
        ]

    def test_keeps_a_label_that_says_more_than_the_heading(self) -> None:
        promises = replace(ORDINARY_WEEK.promises, says=said("mine: 2 due; kept 2"))
        assert after("Promises", replace(ORDINARY_WEEK, promises=promises, next=())) == [
            "Promises",
            "  mine       2 due; kept 2",
        ]

    def test_of_a_theme_stands_under_its_strip(self) -> None:
        report = replace(FIRST_WEEK, themes=FIRST_WEEK.themes[:1])
        assert after("Themes", report)[1:] == [
            "Shared decisions           Mo 2   Tu 3   We ·   Th 2   Fr ·   Sa ·   Su ·",
            "             mean 2.3, range 2-3, n=3 of 7 days",
        ]


class TestTheLastBlock:
    def test_takes_over_only_what_it_names(self) -> None:
        report = replace(
            FIRST_WEEK, not_yet=said("8 weeks: a direction", "nothing: recorded: talks")
        )
        screen = plain_page(report, Look())
        assert "  compared   not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)" in screen
        assert "  usual      not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)" in screen
        assert "not yet (1 rated week; 5 needed)" not in screen
        assert "\nPromises     none due\n" in screen
        assert "\nTalks" not in screen

    def test_of_a_week_without_ratings_takes_over_the_balance(self) -> None:
        report = replace(
            ORDINARY_WEEK,
            balance=NO_BALANCE,
            themes=(),
            not_yet=said("nothing: recorded: ratings, people"),
        )
        screen = plain_page(report, Look())
        assert "Balance" not in screen
        assert "Themes" not in screen
        assert "People" not in screen


class TestTheFirstScreen:
    def test_of_too_many_lines_gives_up_days_without_a_star(self) -> None:
        look = Look(first_rows=21)
        assert first_screen(ORDINARY_WEEK, look).plain.count("\n") == 20
        lines = first_screen(ORDINARY_WEEK, look).plain.splitlines()
        assert [line[2:5] for line in lines[4:7]] == ["Tue", "Wed", "Fri"]

    def test_never_gives_up_a_starred_day(self) -> None:
        lines = first_screen(ORDINARY_WEEK, Look(first_rows=5)).plain.splitlines()
        assert lines[3:6] == [
            "In your words",
            '  Fri        "@Ana said I asked, and then I waited."',
            "",
        ]

    def test_drops_the_heading_with_the_last_day(self) -> None:
        report = with_words(words(in_june(10), "Told @Bo."))
        assert "In your words" not in first_screen(report, Look(first_rows=5)).plain

    def test_stands_unchanged_at_the_top_of_the_page(self) -> None:
        look = Look(first_rows=21)
        assert page(ORDINARY_WEEK, look).plain.startswith(
            first_screen(ORDINARY_WEEK, look).plain + "\n\nBalance"
        )


_TEXTS = st.text(max_size=120) | st.text("会議é👩‍👧️ \u0301\u200d\t@#-.", max_size=60)


@given(
    _TEXTS,
    st.integers(40, 140),
    st.booleans(),
    st.sampled_from([UNICODE, ASCII]),
    st.sampled_from([ORDINARY_WEEK, A_MONTH, A_QUARTER, A_YEAR]),
)
def test_no_line_is_wider_than_the_screen(
    text: str, width: int, full: bool, glyphs: Glyphs, report: Report
) -> None:
    report = replace(
        report,
        words=(words(in_june(10), text), words(in_june(11), text, starred=True)),
        next=(promise(in_june(18), text, text),),
        people=replace(report.people, says=said(f"named: {text} (peer) 4, {text} (boss) 1")),
        talks=replace(report.talks, says=said(f"expected: {text}: 4, it was 2")),
        review=(
            ReviewAnswer(question=text, text=text, week=in_june(3)),
            ReviewAnswer(question=text, text=text, plan=True),
        ),
        outside=OutsideFigures(
            views=(OutsideView(day=in_june(12), from_=text, text=text),),
            says=said("this week: 1 outside view"),
        ),
        then_and_now=ThenAndNow(
            question=text,
            then_day=date(2023, 9, 15),
            then_text=text,
            now_day=in_june(12),
            now_text=f"{text}\n{text}",
        ),
    )
    screen = plain_page(report, Look(width=width, full=full, glyphs=glyphs))
    assert all(cell_len(line) <= width for line in screen.split("\n"))
    assert not any(unicodedata.category(sign) == "Cc" for sign in screen.replace("\n", ""))


@pytest.mark.parametrize("report", [ORDINARY_WEEK, A_MONTH, A_QUARTER, A_YEAR])
def test_the_pictures_fit_every_width(report: Report) -> None:
    for width in (*range(40, 141, 9), 59, 60, 61, 69, 75, 76, 79, 80, 119, 120, 125, 140):
        lines = plain_page(report, Look(width=width)).split("\n")
        assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("label", ["10 June", "30 September", "30 September 2024"])
def test_a_longer_period_has_no_strips_of_days(width: int, label: str) -> None:
    (theme,) = MONTH.themes
    says = (*theme.says[:2], Line(label, theme.says[2].text))
    report = replace(MONTH, themes=(replace(theme, says=says),))
    screen = plain_page(report, Look(width=width))
    assert all(cell_len(line) <= width for line in screen.split("\n"))
    assert screen.startswith("Month 2024-06-01 to 2024-06-30\n  written    on 5 of 30 days\n")
    assert "\nShared decisions\n  in all     mean 2.9" in screen
    shown = label.replace("June", "Jun").replace("tember", "")
    assert f"  {shown} " in screen or f"  {shown}\n             higher" in screen


@pytest.mark.parametrize(("asked", "given_width"), [(10, 40), (300, 140)])
def test_a_width_no_report_can_use_is_brought_to_the_nearest(asked: int, given_width: int) -> None:
    assert plain_page(ORDINARY_WEEK, Look(width=asked)) == plain_page(
        ORDINARY_WEEK, Look(width=given_width)
    )
