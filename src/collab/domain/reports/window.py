"""The part of a journal one report looks at, as it stood on the as-of day.

The as-of day is the period's last day, or today while the period runs. What came later
is not there yet, so that a report of an old week says the same whenever it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from collab.domain.entries import Entry
from collab.domain.frozen import frozen
from collab.domain.periods import Period
from collab.domain.ratings import Rating, one_a_day
from collab.domain.reports.records import Records

WEEK_DAYS = 7
USUAL_WEEKS = 4
WEEKS_SHOWN = 8


@frozen
class Window:
    """`entries` are the written pages of the period, `usual_entries` those of the 28 days
    before it, where the records hold them. `ratings` has the one that counts for each day
    and theme."""

    period: Period
    as_of: date
    entries: tuple[Entry, ...]
    usual_entries: tuple[Entry, ...]
    ratings: Mapping[tuple[date, str], Rating]

    @property
    def running(self) -> bool:
        """Whether days of the period are still to come."""
        return self.as_of < self.period.last

    def is_week(self) -> bool:
        """Whether the period is a week and not a longer one, nor any days from and to."""
        return self.period.kind == "week"

    def day_count(self) -> int:
        """How many days the period has up to the as-of day."""
        return max(0, (self.as_of - self.period.first).days + 1)

    def written_days(self) -> tuple[date, ...]:
        """The days of the period with a written page, in order."""
        return tuple(sorted({entry.day for entry in self.entries}))

    def is_usual(self, day: date) -> bool:
        """Whether `day` lies in the 28 days before the period, the writer's "usual"."""
        return 0 < (self.period.first - day).days <= USUAL_WEEKS * WEEK_DAYS

    def is_now(self, day: date) -> bool:
        """Whether `day` lies in the period, not after the as-of day."""
        return self.period.first <= day <= self.as_of

    def weeks(self) -> tuple[date, ...]:
        """The first days of the eight weeks that end with the period, oldest first.

        Those that begin before the year 1 are left out.
        """
        newest = self.period.last.toordinal() + 1 - WEEK_DAYS
        firsts = range(newest - (WEEKS_SHOWN - 1) * WEEK_DAYS, newest + 1, WEEK_DAYS)
        return tuple(date.fromordinal(first) for first in firsts if first > 0)

    def rated(self, theme: str) -> dict[date, Rating]:
        """The theme's ratings that may be compared, by day.

        Those given on the version of the scale that the latest of them was given on.
        """
        given = {day: rating for (day, of), rating in self.ratings.items() if of == theme}
        if not given:
            return {}
        version = given[max(given)].scale_version
        return {
            day: rating for day, rating in sorted(given.items()) if rating.scale_version == version
        }

    def numbers(self, theme: str) -> dict[date, int]:
        """Of the theme's comparable ratings those that lie on the scale, 1 to 5, by day."""
        return {
            day: int(rating.value)
            for day, rating in self.rated(theme).items()
            if rating.is_number()
        }


def window_on(records: Records) -> Window:
    """What `records` hold up to the as-of day."""
    period = records.period
    as_of = min(period.last, records.today)
    known = [entry for entry in records.entries if entry.day <= as_of and entry.is_written()]
    usual = date.fromordinal(max(1, period.first.toordinal() - USUAL_WEEKS * WEEK_DAYS))
    return Window(
        period=period,
        as_of=as_of,
        entries=tuple(entry for entry in known if entry.day >= period.first),
        usual_entries=tuple(entry for entry in known if usual <= entry.day < period.first),
        ratings=one_a_day((day, rating) for day, rating in records.ratings if day <= as_of),
    )
