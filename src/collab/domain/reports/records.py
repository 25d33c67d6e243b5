"""What a report is made from: the rows storage reads for a period and its baseline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from collab.domain.answered import Answered
from collab.domain.entries import Entry, Plan
from collab.domain.frozen import frozen
from collab.domain.people import Person
from collab.domain.periods import Period
from collab.domain.promises import Promise
from collab.domain.ratings import Rating
from collab.domain.talks import Talk


@frozen
class Records:
    """The material of one report.

    `entries`: every entry from the period's first day up to the as-of day, by day, and
    every other page of the weekly review that names the period or a week of it; for a week
    where `language` is "en", those of the 28 days before it as well. `ratings`: every
    rating with the day of its page, in the order of a journal, up to the as-of day: from
    the first day of the eight weeks that end with the period or of the 28 days before it,
    whichever is earlier; of a longer period, from the 56 days before its first week.
    `earlier_answers`: the questions of the period's answers as they were answered in the
    84 days before it. More of all these does no harm. `plans`: every
    plan for a day of the period. `talks` and `promises`: at least those with any date on
    or after the period's first day, and all that are still open; others do no harm.
    `any_talk`: whether a talk was ever added up to the as-of day. `expected_and_was`: how
    many talks added and held up to the as-of day have both numbers, and the sum of each.
    `last_named`: for the people of the circle, by person id, the last day up to the as-of
    day on which an entry names them; absent if never. `language` is the setting: "off",
    "en" or "other". `last_page`: the last written day before the period.
    """

    period: Period
    today: date
    entries: tuple[Entry, ...] = ()
    ratings: tuple[tuple[date, Rating], ...] = ()
    earlier_answers: tuple[Answered, ...] = ()
    plans: tuple[Plan, ...] = ()
    talks: tuple[Talk, ...] = ()
    promises: tuple[Promise, ...] = ()
    people: tuple[Person, ...] = ()
    any_talk: bool = False
    expected_and_was: tuple[int, int, int] = (0, 0, 0)
    last_named: Mapping[str, date] = MappingProxyType({})
    language: str = "off"
    in_place_of: str | None = None
    last_page: date | None = None
    week_starts_on: int = 0
