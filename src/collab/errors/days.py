"""Days, weeks and periods that were typed."""

from __future__ import annotations

from collab.errors.kinds import UsageFault


class UnknownDay(UsageFault):
    """`meant` is the only day the typed figures can stand for, if there is one; `ahead`
    says that a day to come was asked for."""

    def __init__(self, typed: str, meant: str = "", *, ahead: bool = False) -> None:
        some = "today, yesterday, mon, last friday, -3, 2026-11-20 or 20 nov"
        if ahead:
            some = "today, tomorrow, mon, next friday, +3, 2026-11-20 or 20 nov"
        try_ = f"Type it as {meant}." if meant else f"Try {some}."
        if whole := _begun_by(typed, ahead):
            try_ = f'Type all of it, such as {whole}; in a command: "{whole}".'
        super().__init__(f"'{typed}' is not a day collab can read.", try_)


def _begun_by(typed: str, ahead: bool) -> str:
    """A day of two words whose first was typed alone, as `--by 8 april` hands it over."""
    if typed in {str(day) for day in range(1, 32)}:
        return f"{typed} dec"
    return f"{typed} fri" if typed.lower() == ("next" if ahead else "last") else ""


class AmbiguousDay(UsageFault):
    def __init__(self, typed: str, first: str, second: str) -> None:
        super().__init__(
            f"'{typed}' can be read in two ways: {first} or {second}.",
            f"Type the one you mean: {first} or {second}.",
        )


class ImpossibleDay(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no such day as '{typed}'.", "Check the month's last day and try again."
        )


class WrongWeekday(UsageFault):
    def __init__(self, typed: str, day: str) -> None:
        super().__init__(
            f"'{typed}' does not fit: it is {day}.", "Leave the weekday out, or mend it."
        )


class FutureDay(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day} is still to come, and a page is about a day that was.",
            "Choose today or a day before it.",
        )


class UnknownPeriod(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is neither a day nor a week collab can read.",
            "Try a day such as last friday or 2026-11-20, or a week such as 2026-W47.",
        )


class ImpossibleWeek(UsageFault):
    def __init__(self, typed: str, weeks: int) -> None:
        super().__init__(
            f"There is no week '{typed}': that year has {weeks} weeks.",
            f"Choose a week from 01 to {weeks}.",
        )


class BackwardsPeriod(UsageFault):
    def __init__(self, first: str, last: str) -> None:
        super().__init__(
            f"A period from {first} to {last} would end before it begins.", "Swap the two days."
        )


class FuturePeriod(UsageFault):
    def __init__(self, kind: str, first: str, last: str) -> None:
        super().__init__(
            f"The {kind} {first} to {last} is still to come.",
            f"Choose this {kind} or one before it.",
        )


class DistantEnd(UsageFault):
    def __init__(self, last: str) -> None:
        super().__init__(
            f"{last} is more than a year ahead.",
            "Leave --to out and the report goes up to today.",
        )


class BeyondCalendar(UsageFault):
    def __init__(self) -> None:
        super().__init__("That lies outside the years 1 to 9999.", "Choose a day within them.")
