"""The calendar as a heat map of lengths."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collab.domain.calendar import Calendar, Piece, calendar_of
from collab.domain.periods import year_of
from collab.rendering.calendar import as_json, page
from collab.rendering.glyphs import ASCII, UNICODE, Glyphs
from collab.rendering.palette import HEADING, LABEL

SPRING = """\
2024 - 33 days written, 2 of them light (□) - words: ░ to 60  ▒ to 150  ▓ more

      Apr     May             Jun
      22  29  6   13  20  27  3   10
  Mo  ▒   ▒   ░   ░   ░   ▒   ░   ▒
  Tu  ▒   ▒   ·   ▒   ▒   ░   ·   ▒
  We  ·   ·   ·   ·   ▓   ▒   ▒   ▒
  Th  ░   ▒   □   ▓   ▓   ▒   ▒   □
  Fr  ·   ·   ·   ▒   ▒   ░   ▒   ▒
  Sa  ·   ·   ·   ·   ▒   ·   ·   ·
  Su  ·   ·   ·   ░   ·   ·   ·   ·
"""
"""As drawn, on Sunday 16 June."""

WORDS = {"░": 60, "▒": 150, "▓": 151, "□": 9}


def drawn_in(picture: str, first: date) -> list[Piece]:
    """The days of a picture with four columns a week, the first one beginning on `first`."""
    rows = picture.splitlines()[4:]
    return [
        Piece(first + timedelta(weeks=place // 4, days=number), sign == "□", "w " * WORDS[sign])
        for number, row in enumerate(rows)
        for place, sign in enumerate(row[6:])
        if sign in WORDS
    ]


def every_day(first: date, last: date, today: date, week_starts_on: int = 0) -> Calendar:
    days = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
    return calendar_of(
        year_of(first), (Piece(day, False, "a word") for day in days), today, week_starts_on
    )


def drawn(calendar: Calendar, width: int = 80, glyphs: Glyphs = UNICODE) -> str:
    lines = page(calendar, width, glyphs)
    return "".join("".join(text for _, text in line.pieces) + "\n" for line in lines)


def spring(today: date = date(2024, 6, 16)) -> Calendar:
    return calendar_of(year_of(today), drawn_in(SPRING, date(2024, 4, 22)), today)


def test_eight_weeks_as_drawn() -> None:
    assert drawn(spring()) == SPRING


def test_without_other_signs_than_ascii() -> None:
    signs = str.maketrans("░▒▓□·", ":+#o.")
    assert drawn(spring(), glyphs=ASCII) == SPRING.translate(signs)


def test_days_to_come_stay_blank() -> None:
    rows = drawn(spring(date(2024, 6, 14))).splitlines()
    assert [row[34:].rstrip() for row in rows[4:]] == ["▒", "▒", "▒", "□", "▒", "", ""]


def test_days_of_the_year_before_stay_blank() -> None:
    calendar = every_day(date(2025, 1, 1), date(2025, 1, 5), date(2025, 1, 5))
    assert [row.rstrip() for row in drawn(calendar).splitlines()[2:]] == [
        "      Jan",
        "      1",
        "  Mo",
        "  Tu",
        *(f"  {day}  ░" for day in ("We", "Th", "Fr", "Sa", "Su")),
    ]


def test_a_week_begins_on_the_users_own_day() -> None:
    rows = drawn(every_day(date(2024, 6, 9), date(2024, 6, 10), date(2024, 6, 10), 6)).splitlines()
    assert [row[:7].strip() for row in rows[3:]] == [
        *("9", "Su  ░", "Mo  ░", "Tu", "We", "Th", "Fr", "Sa"),
    ]


def test_fifteen_weeks_have_four_columns_each_and_sixteen_have_one() -> None:
    first = date(2024, 1, 1)
    few = drawn(every_day(first, first + timedelta(days=15 * 7 - 1), date(2025, 1, 1)))
    many = drawn(every_day(first, first + timedelta(days=15 * 7), date(2025, 1, 1)))

    assert few.splitlines()[4] == "  Mo  " + "   ".join("░" * 15)
    assert many.splitlines()[2:4] == ["      Jan  Feb Mar Apr", "  Mo  ░░░░░░░░░░░░░░░░"]


def test_a_whole_year_fits_60_columns() -> None:
    rows = drawn(every_day(date(2023, 1, 1), date(2023, 12, 31), date(2025, 1, 1)), 60).splitlines()

    assert rows[:3] == [
        "2023 - 365 days written - words: ░ to 60  ▒ to 150  ▓ more",
        "",
        "      Jan   Feb Mar Apr May  Jun Jul  Aug Sep Oct  Nov Dec",
    ]
    assert len(rows) == 10
    assert rows[9] == "  Su  " + "░" * 53


def test_at_40_columns_a_year_goes_on_below() -> None:
    rows = drawn(every_day(date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)), 40).splitlines()

    assert rows[3] == "      Jan  Feb Mar Apr  May Jun"
    assert rows[4] == "  Mo  " + "░" * 26
    assert rows[11:14] == ["", "      Jul  Aug Sep  Oct Nov Dec", "  Mo  " + "░" * 27]


def test_a_name_of_a_month_that_has_no_room_is_left_out() -> None:
    calendar = every_day(date(2024, 1, 31), date(2024, 12, 31), date(2025, 1, 1))
    assert drawn(calendar).splitlines()[2].startswith("       Feb Mar Apr")


@pytest.mark.parametrize("week_starts_on", [0, 5, 6])
@pytest.mark.parametrize("weeks", [1, 9, 15, 16, 35, 53])
def test_every_day_stands_in_the_map_and_no_line_is_too_long(
    week_starts_on: int, weeks: int
) -> None:
    first = date(2012, 1, 1)
    last = min(date(2012, 12, 31), first + timedelta(days=weeks * 7 - 1))
    calendar = every_day(first, last, date(2012, 12, 31), week_starts_on)
    for width in range(40, 141):
        heading, _, maps = drawn(calendar, width).partition("\n\n")
        assert maps.count("░") == (last - first).days + 1
        assert max(map(len, (*heading.splitlines(), *maps.splitlines()))) <= width
        assert heading.endswith("more")


def test_one_day_is_told_as_one() -> None:
    calendar = every_day(date(2024, 6, 10), date(2024, 6, 10), date(2024, 6, 10))
    assert drawn(calendar).startswith("2024 - 1 day written - words:")


def test_the_year_is_bold_and_labels_are_dim() -> None:
    lines = page(spring(), 80, UNICODE)
    assert lines[0].pieces[0] == (HEADING, "2024")
    assert [line.pieces[0][0] for line in lines[2:]] == [LABEL] * 9


def test_the_document_for_a_program() -> None:
    calendar = calendar_of(
        year_of(date(2024, 6, 1)),
        [Piece(date(2024, 6, 12), False, "three more words"), Piece(date(2024, 6, 13), True, "x")],
        date(2024, 6, 16),
    )
    assert as_json(calendar) == (
        '{\n  "format": "collab-calendar",\n  "version": 1,\n  "year": 2024,\n  "days": [\n'
        '    {\n      "day": "2024-06-12",\n      "words": 3,\n      "light": false\n    },\n'
        '    {\n      "day": "2024-06-13",\n      "words": 1,\n      "light": true\n    }\n  ]\n}\n'
    )
