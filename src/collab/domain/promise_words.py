"""A promise read out of a line: who should have it, what, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from collab.domain.frozen import frozen
from collab.domain.people import mentions_in
from collab.domain.promises import Side
from collab.domain.typed_days import parse_day
from collab.errors import UsageFault

WHAT_THEY_HEAR = "what I decided, and what it rests on"

_MARK = "! "
_BEFORE_A_DAY = ("by", "on", "before", "until")
_BEFORE_A_NAME = ("tell", "inform", "to")
_BEFORE_A_CLAUSE = ("that", "why", "how", "what", "about")
_DIRECTIONS: Mapping[str, Side] = {"to": "mine", "from": "theirs"}
_LONGEST_DAY = 4  # words, as in "Wednesday 12 June 2024"
_LONGEST_NAME = 40
_ENDS = " ,.;:"


@frozen
class Said:
    """What a line says of a promise; None for what it leaves open."""

    who: str | None
    what: str
    due: date | None
    side: Side = "mine"


def marked_lines(text: str) -> tuple[str, ...]:
    """The lines of an answer that begin with "! ", without that mark."""
    found = (line.strip()[len(_MARK) :].strip() for line in text.split("\n") if _is_marked(line))
    return tuple(line for line in found if line)


def promise_in(line: str, today: date) -> Said:
    """A promise in words: "send @ana the numbers by fri" is one to ana.

    The first person mentioned has it, unless it begins as a promise is printed: "to ana: the
    numbers", or "from henk: a decision", which is one to me. The day is what the grammar of
    typed days reads, looking ahead: at the end or the beginning of the line, or behind
    "by", "on", "before" or "until". It is taken out of the words.
    """
    name, what, due = _at_the_colon(line, today)
    direction, _, who = name.partition(" ")
    side = _DIRECTIONS.get(direction.lower())
    if side and what and _is_a_name(_name(who)):
        return Said(who=_name(who), what=what, due=due, side=side)
    rest, due = _without_day(line, today)
    return Said(who=_mentioned(rest), what=rest or line, due=due)


def who_should_hear(line: str, today: date) -> Said:
    """Whom a decision is to be told to, and by when: "Ana and the team, tomorrow".

    What is left beside the day is who, unless it is too long for a name; then it is what
    is promised. What is promised stands behind a name and a colon, too, and in a clause:
    "Ana, that the rota can change", "tell Ana why".
    """
    name, what, due = _at_the_colon(line, today)
    if what and _is_a_name(_whom(name)):
        return Said(who=_whom(name), what=what, due=due)
    rest, due = _without_day(line, today)
    name, clause = _at_the_clause(rest)
    if clause and _is_a_name(_whom(name)):
        return Said(who=_whom(name), what=clause, due=due)
    if len(_whom(rest)) > _LONGEST_NAME:
        return Said(who=_mentioned(rest), what=rest, due=due)
    return Said(who=_whom(rest) or None, what=WHAT_THEY_HEAR, due=due)


def _at_the_colon(line: str, today: date) -> tuple[str, str, date | None]:
    """What stands before and behind the first colon, without the day in either, and that day;
    nothing where no words stand behind one."""
    before, _, behind = line.strip().partition(": ")
    name, due = _without_day(before, today)
    what, due_behind = _without_day(behind, today)
    return name, what, due or due_behind


def _at_the_clause(words: str) -> tuple[str, str]:
    """What stands before "that", "why" and the like, behind a comma or after "tell Ana", and
    the clause that begins there; nothing where none does."""
    split = words.split()
    told = bool(split) and split[0].lower() in _BEFORE_A_NAME
    for at in range(1, len(split)):
        if split[at].lower() in _BEFORE_A_CLAUSE and (told or split[at - 1].endswith(",")):
            return " ".join(split[:at]), " ".join(split[at:])
    return "", ""


def _whom(words: str) -> str:
    """A name without the word that leads to it: "tell Ana", "to Ana"."""
    first, _, rest = words.partition(" ")
    return _name(rest if first.lower() in _BEFORE_A_NAME else words)


def _name(words: str) -> str:
    return " ".join(word.removeprefix("@") for word in words.split()).strip(_ENDS)


def _is_a_name(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_NAME


def _is_marked(line: str) -> bool:
    return line.strip().startswith(_MARK)


def _mentioned(text: str) -> str | None:
    return next(iter(mentions_in([text])), None)


def _without_day(line: str, today: date) -> tuple[str, date | None]:
    """The line without the day in it, and that day; the longest name of a day, the last one."""
    words = line.split()
    for start, end in _places(words):
        day = _day(" ".join(words[start:end]).strip(_ENDS), today)
        if day is not None:
            behind = start > 0 and words[start - 1].lower() in _BEFORE_A_DAY
            before = words[: start - 1 if behind else start]
            return " ".join((*before, *words[end:])).strip(_ENDS), day
    return line.strip().rstrip(_ENDS), None


def _places(words: list[str]) -> Iterator[tuple[int, int]]:
    """Where a day may stand: (start, end), the longest first, of equals the last first."""
    count = len(words)
    for length in range(min(_LONGEST_DAY, count), 0, -1):
        for start in range(count - length, -1, -1):
            end = start + length
            behind = start > 0 and words[start - 1].lower() in _BEFORE_A_DAY
            if start == 0 or end == count or behind:
                yield start, end


def _day(words: str, today: date) -> date | None:
    try:
        day = parse_day(words, today, "ahead")
    except UsageFault:
        return None
    return day if day >= today else None
