"""A rating says which line of a theme's scale was true of the day's main occasion.

1 is "on my own", 5 is "together", and neither end is better; 0 means there was no
occasion and "W" that the writer waited for others or gave way. Neither of those two is
ever averaged.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from collab.domain.frozen import frozen

Value = Literal[0, 1, 2, 3, 4, 5, "W"]
VALUES: tuple[Value, ...] = (1, 2, 3, 4, 5, 0, "W")
Fit = Literal["well", "partly", "other"]
FITS: tuple[Fit, ...] = ("well", "partly", "other")
FIT_WORDS: dict[Fit, str] = {
    "well": "well",
    "partly": "partly",
    "other": "would choose another way",
}


@frozen
class Rating:
    """One line chosen on one theme's scale, and how it suited the situation.

    `fit` means something beside 1 to 5 only. `late` marks a rating given the day after.
    """

    id: str
    theme: str
    value: Value
    fit: Fit | None = None
    scale_version: int = 1
    late: bool = False
    deeper_question: str | None = None
    deeper_text: str | None = None
    rated_at: datetime | None = None

    def is_number(self) -> bool:
        """Whether the value lies on the scale (1 to 5) and so may be averaged."""
        return self.value != "W" and self.value != 0


def one_a_day(ratings: Iterable[tuple[date, Rating]]) -> dict[tuple[date, str], Rating]:
    """The rating that counts for each day and theme: the latest `rated_at`.

    Of equal instants the one given last in `ratings` counts. A rating without an
    instant counts as the earliest.
    """
    counting: dict[tuple[date, str], Rating] = {}
    for day, rating in ratings:
        key = (day, rating.theme)
        present = counting.get(key)
        if present is None or _instant(rating) >= _instant(present):
            counting[key] = rating
    return counting


def _instant(rating: Rating) -> float:
    return rating.rated_at.timestamp() if rating.rated_at else float("-inf")
