"""What the weekly rules say of a week, and how often they said so in a longer period.

No rule spans a longer period: its weeks are counted by what was said of each, and a week
that earned a word is named with its own sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from collab.domain.frozen import frozen
from collab.domain.reports.phrases import counted
from collab.domain.reports.report import Line

NOTHING_TO_SAY = "-"
NOT_YET = "not yet"


@frozen
class Verdict:
    """The sentence of one rule about one week.

    `direction`: 1 or -1 with a word of change, 0 where nothing is clear, None where the
    week or what it is held against is too thin.
    """

    direction: int | None
    text: str


UNSAID = Verdict(direction=None, text=NOTHING_TO_SAY)


@frozen
class Words:
    """What the weeks of each direction are called when they are counted."""

    up: str
    down: str
    unclear: str
    too_few: str


def week_by_week(
    label: str, verdicts: Sequence[tuple[str, Verdict]], words: Words
) -> Iterator[Line]:
    """The count of the verdicts, each with the label of its week; then the words earned."""
    if not verdicts:
        yield Line(label, NOTHING_TO_SAY)
        return
    n = Counter(verdict.direction for _, verdict in verdicts)
    weeks = counted(len(verdicts), "whole week")
    if n[None] == len(verdicts):
        yield Line(label, f"{NOT_YET} ({weeks}: {words.too_few} {n[None]})")
        return
    yield Line(
        label,
        f"{weeks}: {words.up} {n[1]}, {words.down} {n[-1]}, {words.unclear} {n[0]},"
        f" {words.too_few} {n[None]}",
    )
    for week, verdict in verdicts:
        if verdict.direction:
            yield Line(week, verdict.text)
