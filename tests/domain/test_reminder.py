"""When a reminder comes, as people type it."""

from __future__ import annotations

import pytest

from collab.domain.reminder import reminder_of
from collab.errors import UnknownTime, UnknownWeekdays


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "every day"),
        ("mon-fri", "Mon Tue Wed Thu Fri"),
        ("Monday - Friday", "Mon Tue Wed Thu Fri"),
        ("mon,wed,fri", "Mon Wed Fri"),
        ("fri, mon wed", "Mon Wed Fri"),
        ("sat-mon", "Mon Sat Sun"),
        ("thurs", "Thu"),
        ("mon-fri,fri", "Mon Tue Wed Thu Fri"),
        ("mon-sun", "every day"),
    ],
)
def test_days_are_read_as_people_type_them(days: str | None, words: str) -> None:
    assert reminder_of("18:15", days).words() == f"at 18:15, {words}"


@pytest.mark.parametrize(("time", "read"), [("7:05", "07:05"), ("00:00", "00:00"), ("23:59",) * 2])
def test_a_time_is_hours_and_minutes(time: str, read: str) -> None:
    assert reminder_of(time, None).words() == f"at {read}, every day"


@pytest.mark.parametrize(
    "time", ["25:00", "18:60", "24:00", "1815", "18", "", "18:1", "six", "-1:00"]
)
def test_what_is_no_time_is_refused(time: str) -> None:
    with pytest.raises(UnknownTime):
        reminder_of(time, None)


@pytest.mark.parametrize(
    "days", ["", " ", ",", "xyz", "mo", "mon-", "-fri", "mon-tue-wed", "mon-xyz"]
)
def test_what_names_no_days_is_refused(days: str) -> None:
    with pytest.raises(UnknownWeekdays):
        reminder_of("18:15", days)
