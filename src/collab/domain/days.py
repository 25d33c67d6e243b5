"""When a day ends and a week begins: the one place that says so.

`collab status` passes through here, so nothing is imported but `datetime`.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def day_of(now: datetime, day_ends_at: time) -> date:
    """The day that `now` (local wall-clock time) belongs to.

    Before `day_ends_at` it is still the day before.
    """
    return days_from(now.date(), -1) if now.time() < day_ends_at else now.date()


def first_of_week(day: date, week_starts_on: int = 0) -> date:
    """The first day of the week that holds `day`; weeks start on 0 Monday to 6 Sunday.

    Raises `BeyondCalendar` where that leaves the years 1 to 9999.
    """
    return days_from(day, -((day.weekday() - week_starts_on) % 7))


def days_from(day: date, count: int) -> date:
    """The day `count` days after `day`, before it if negative.

    Raises `BeyondCalendar` where that leaves the years 1 to 9999.
    """
    try:
        return day + timedelta(days=count)
    except OverflowError:
        # Here and not above: every class of error costs two fifths of a bare start.
        from collab.errors import BeyondCalendar

        raise BeyondCalendar from None


def every_day(first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last`, both included, in order."""
    return tuple(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))
