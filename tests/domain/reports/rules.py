"""The rules of a report once more, in the plainest way: from values by day to words.

Nothing here comes from the code under test.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tests.domain.reports.journals import Json

Number = int | Fraction
Weeks = list[list[Number]]
"""Eight weeks of values, the oldest first."""


def numbers_of(journal: Json, theme: str) -> dict[date, int]:
    """The theme's ratings from 1 to 5 by day, where each day has one at most."""
    return {
        date.fromisoformat(page["day"]): rating["value"]
        for page in journal["entries"]
        for rating in page.get("ratings", [])
        if rating["theme"] == theme and rating["value"] not in (0, "W")
    }


def eight_weeks(values: Mapping[date, Number], first: date) -> Weeks:
    """The values of the week from `first` on and of the seven weeks before it."""
    return [
        [
            values[day]
            for n in range(7)
            if (day := first - timedelta(weeks=back) + timedelta(n)) in values
        ]
        for back in range(7, -1, -1)
    ]


def level(weeks: Weeks) -> str | None:
    """ "higher", "lower" or "" against the four weeks before; None where there is too little."""
    now, usual = weeks[7], [value for week in weeks[3:7] for value in week]
    if len(now) < 4 or len(usual) < 12 or sum(week != [] for week in weeks[3:7]) < 3:
        return None
    difference = mean(now) - mean(usual)
    pairs = [(old, new) for old in usual for new in now]
    points = sum(1.0 if new > old else 0.5 if new == old else 0 for old, new in pairs)
    if 2 * difference >= 1 and 10 * points >= 8 * len(pairs):
        return "higher"
    if 2 * difference <= -1 and 10 * points <= 2 * len(pairs):
        return "lower"
    return ""


def direction(weeks: Weeks) -> str | None:
    """ "rising", "falling" or "" over the eight weeks; None where there is too little."""
    rated = [(n, mean(week)) for n, week in enumerate(weeks) if len(week) >= 3]
    if len(weeks[7]) < 3 or len(rated) < 5:
        return None
    pairs = [(a, b) for i, a in enumerate(rated) for b in rated[i + 1 :]]
    rises = sum(b[1] > a[1] for a, b in pairs)
    falls = sum(b[1] < a[1] for a, b in pairs)
    slopes = sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs)
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    change = middle * (rated[-1][0] - rated[0][0])
    enough = {5: 8, 6: 11, 7: 13, 8: 16}[len(rated)]
    if rises - falls >= enough and 2 * change >= 1:
        return "rising"
    if falls - rises >= enough and 2 * change <= -1:
        return "falling"
    return ""


def mean(values: Sequence[Number]) -> Fraction:
    return sum(map(Fraction, values), Fraction()) / len(values)
