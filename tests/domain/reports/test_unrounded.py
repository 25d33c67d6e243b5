"""Words are decided on exact figures: a figure that only rounds to its limit earns none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.domain.reports.journals import Json, evening, note, rated, report_of, said, section

FIVE_WEEKS = [date(2024, 5, 13) + timedelta(weeks=n) for n in range(5)]


def ratings_on(first: date, values: tuple[int, ...], theme: str = "decide") -> list[Json]:
    """One rating a day from `first` on."""
    return [
        page
        for n, value in enumerate(values)
        for page in rated(theme, str(first + timedelta(days=n)), value=value)
    ]


def compared(now: tuple[int, ...], *before: tuple[int, ...]) -> str:
    pages = [
        page
        for first, week in zip(FIVE_WEEKS, before, strict=False)
        for page in ratings_on(first, week)
    ]
    report = report_of({"entries": pages + ratings_on(FIVE_WEEKS[4], now)})
    return str(said(section(report, "decide"), "compared"))


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        pytest.param(
            (2, 3, 4, 4, 4, 4, 5),
            ((1, 1, 1, 2), (2, 2, 2, 3), (3, 3, 4, 5)),
            "no clear difference from your usual (difference +1.3, NAP 0.80)",
            id="67 of 84 pairs are less than 0.8",
        ),
        pytest.param(
            (1, 1, 2, 2, 3, 4),
            ((1, 2, 2, 3), (3, 4, 5, 5), (5, 5, 5, 5)),
            "no clear difference from your usual (difference -1.6, NAP 0.20)",
            id="29 of 144 pairs are more than 0.2",
        ),
        pytest.param(
            (3, 3, 3, 4),
            ((3, 3, 3, 3), (3, 3, 3, 3), (3, 3, 2, 2, 2)),
            "no clear difference from your usual (difference +0.5, NAP 0.71)",
            id="25 of 52 are less than a half",
        ),
    ],
)
def test_of_a_difference(
    now: tuple[int, ...], before: tuple[tuple[int, ...], ...], text: str
) -> None:
    assert compared(now, *before) == text


def test_of_a_direction() -> None:
    weeks = [(1, 4, 4), (1, 2, 3, 3, 4, 4, 5), (1, 2, 5, 5), (1, 2, 3, 3, 5, 5), (1, 3, 4, 4, 4, 5)]
    pages = [
        page
        for first, week in zip(FIVE_WEEKS, weeks, strict=True)
        for page in ratings_on(first, week)
    ]
    report = report_of({"entries": pages})
    assert said(section(report, "decide"), "8 weeks") == (
        "no clear direction (5 rated weeks, S=+8, change +0.5)"
    )


def test_of_a_position() -> None:
    """Five ratings on each of three days, seven of fifteen one below the middle."""
    themes = ("decide", "purpose", "empathy", "candour", "difficult")
    days = ((2, 2, 2, 3, 3), (2, 2, 3, 3, 3), (2, 2, 3, 3, 3))
    pages = [
        evening(
            f"2024-06-{10 + n}",
            ratings=[
                {"theme": theme, "value": value}
                for theme, value in zip(themes, values, strict=True)
            ],
        )
        for n, values in enumerate(days)
    ]
    says = report_of({"entries": pages}).balance.says
    assert str(said(says, "this week")).startswith("-0.5 on the line")
    assert said(says, "position") == "around the middle"


def test_of_two_ranges_that_seem_to_touch() -> None:
    """0.5313 lies above 0.5271 though both are printed as 53: the ranges do not overlap."""
    pages = [
        note("2024-06-10", " ".join(["we"] * 15 + ["I"] * 5 + ["day"] * 130)),
        note("2024-05-13", " ".join(["we"] * 32 + ["I"] * 45)),
    ]
    says = report_of({"entries": pages}, language="en").language.says
    assert said(says, "compared") == (
        "more we-words than your usual (95% ranges 53-89% and 31-53%)"
    )
