"""What was done to the journal, and what each version of a page held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from collab.domain.periods import said_day
from collab.rendering.lines import Line, line
from collab.rendering.palette import HEADING, LABEL

_WHEN = "%H:%M"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done: when, by which command, to what; `undone` if taken back."""

    at: datetime
    command: str
    to: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that changed on a page: `what` it is, and its words before and after.

    None stands for what was not there.
    """

    at: datetime
    command: str
    what: str
    before: str | None
    after: str | None


def deeds(done: Sequence[Deed], today: date) -> list[Line]:
    """A line for each deed, in the order given."""
    times = [said_time(one.at, today) for one in done]
    time_room = max(map(len, times), default=0) + 2
    command_room = max((len(one.command) for one in done), default=0) + 2
    return [
        line(
            time.ljust(time_room),
            one.command.ljust(command_room),
            one.to,
            (LABEL, "  (taken back)" if one.undone else ""),
            hang=time_room,
        )
        for time, one in zip(times, done, strict=True)
    ]


def versions(steps: Iterable[Step], today: date) -> Iterator[Line]:
    """Each change of a page under its moment and command, in the order given."""
    moment = None
    for step in steps:
        if moment != (step.at, step.command):
            if moment:
                yield line()
            moment = (step.at, step.command)
            yield line((HEADING, f"{said_time(step.at, today)}  {step.command}"))
        yield line((LABEL, f"  {step.what}"), hang=2)
        if step.before is not None and step.after is not None:
            yield line("    ", (LABEL, "before  "), step.before, hang=12)
            yield line("    ", (LABEL, "after   "), step.after, hang=12)
        elif step.after is not None:
            yield line("    ", step.after, hang=4)
        elif step.before is not None:
            yield line("    ", (LABEL, "taken out  "), step.before, hang=15)


def said_time(at: datetime, today: date) -> str:
    """Such as "Fri 20 November 18:30"."""
    return f"{said_day(at.date(), today)} {at:{_WHEN}}"
