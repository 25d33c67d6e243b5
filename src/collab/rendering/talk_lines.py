"""Talks one a line: whose they are, what about, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from collab.domain.periods import said_day
from collab.domain.talks import Talk
from collab.rendering.entry_lines import in_one_line
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Line, line
from collab.rendering.palette import LABEL

_GAP = "  "
_LEAST_NAME = 12
_TEXT_FROM = 13  # the column at which the words behind a label begin


def talk_name(talk: Talk) -> str:
    """ "Cy, the budget cut"."""
    return f"{talk.who}, {talk.about}" if talk.about else talk.who


def said_talk(talk: Talk) -> str:
    """ "talk with Cy about the budget cut"."""
    return f"talk with {talk.who}" + (f" about {talk.about}" if talk.about else "")


def stands(talk: Talk, today: date) -> str:
    """Where a talk stands: how it ended, when it is looked at again, that it was looked back
    on or held, for which day it is set, or since when it is planned."""
    if talk.let_go:
        return f"let go {said_day(talk.let_go, today)}"
    if talk.closed:
        return f"closed {said_day(talk.closed, today)}"
    if talk.held:
        waiting = [one.due for one in talk.follow_ups if one.done is None]
        if not talk.debriefed:
            return f"held {said_day(talk.held, today)}"
        if waiting:
            return f"to look at again {said_day(min(waiting), today)}"
        looked = [one.done for one in talk.follow_ups if one.done]
        if looked:
            return f"looked at again {said_day(max(looked), today)}"
        return f"looked back on {said_day(talk.debriefed, today)}"
    if talk.date is None:
        days = (today - talk.added).days
        return f"first written {_ago(days)}"
    if talk.date == today:
        return "set for today"
    return f"{'was ' if talk.date < today else ''}set for {said_day(talk.date, today)}"


def hardness(talk: Talk) -> str:
    """ "expected 4, was 2", or as much of it as is known; nothing where neither is."""
    said = (("expected", talk.expected), ("was", talk.was))
    return ", ".join(f"{word} {value}" for word, value in said if value is not None)


def ticked_off_talk(who: str, became: str) -> Line:
    """What became of a talk, behind whose it is, as it remains of a session."""
    front = f"  {who}".ljust(_TEXT_FROM)
    front = front if front.endswith(" ") else f"{front}: "
    return line((LABEL, front), became, hang=_TEXT_FROM)


def beside_question(lead: str, words: str) -> Line:
    """What was answered before, below the question that it belongs to."""
    return line((LABEL, f"  {lead}"), words, hang=2)


def day_of_talk(first_sentence: str, if_stuck: str) -> list[Line]:
    """What was prepared for a talk, on the morning of its day."""
    front = " " * _TEXT_FROM
    lead = (LABEL, f"{front}Your first sentence: ")
    return [
        *([line(lead, f'"{first_sentence}"', hang=_TEXT_FROM)] if first_sentence else []),
        *([line(front, if_stuck, hang=_TEXT_FROM)] if if_stuck else []),
    ]


def listing(
    talks: Sequence[Talk], ends: Mapping[str, str], today: date, width: int, glyphs: Glyphs
) -> list[str]:
    """A line for each talk: where it stands, the end of its id, and its name, which is cut
    where no line may be wider than `width` cells. What is long begins on a line above."""
    ends_room = max((len(ends[one.id]) for one in talks), default=0)
    others = ends_room + 2 * len(_GAP)
    told = [_parted(stands(one, today), width - others - _LEAST_NAME) for one in talks]
    room = max((len(parts[-1]) for parts in told), default=0)
    rows = []
    for talk, (*above, last) in zip(talks, told, strict=True):
        front = f"{last:<{room}}{_GAP}{ends[talk.id]:<{ends_room}}{_GAP}"
        name = in_one_line(talk_name(talk), max(width - len(front), _LEAST_NAME), glyphs)
        rows += [*above, front + name]
    return rows


def _parted(stand: str, width: int) -> list[str]:
    """Where a talk stands, and in a part of its own what comes next if it is too long."""
    held, comma, again = stand.partition(", ")
    return [f"{held},", again] if comma and len(stand) > width else [stand]


def _ago(days: int) -> str:
    if not days:
        return "today"
    return "1 day ago" if days == 1 else f"{days} days ago"
