"""The whole story of one talk on a terminal: what was written before it beside what came
after, each text whole and with its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from collab.domain.entries import Answer, Step
from collab.domain.frozen import frozen, replace
from collab.domain.periods import MONTHS
from collab.domain.talks import Talk
from collab.rendering.cells import length_of
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Line, Piece, line
from collab.rendering.palette import HEADING, LABEL
from collab.rendering.plain import visible
from collab.rendering.printed import rows_of
from collab.rendering.talk_lines import hardness

SIDE_BY_SIDE_FROM = 76
"""Columns of the terminal."""

_MARGIN = 2  # columns free at the right end of the page
_BETWEEN = 4  # columns between the two sides, the least
_LATER_BY = 1  # columns by which the texts on the right begin later than their half
_DATE = 12  # columns for a date at the end of a half
_WIDEST_HALF = 60
_BEFORE: tuple[Step | None, ...] = ("prepare", "hold", "passed", None)

Story = Sequence[tuple[date, Answer]]
"""The answers about a talk with the day of each, in the order they were given."""


@frozen
class _Sides:
    """How wide a half of the page is, and in which year no year need be said."""

    half: int
    year: int


def talk_story(
    talk: Talk, story: Story, labels: Mapping[str, str], width: int, glyphs: Glyphs
) -> list[Line]:
    """The page of a talk. `labels` are the short names of the questions, by prompt.

    Before and after stand side by side where `width` has 76 columns, else below each other.
    """
    newest = _ended(talk)[0]
    beside = width >= SIDE_BY_SIDE_FROM
    sides = _Sides(half=min(width // 2, _WIDEST_HALF) if beside else width, year=newest.year)
    before = [one for one in story if one[1].step in _BEFORE]
    after = [one for one in story if one[1].step == "debrief"]
    later = [one for one in story if one[1].step == "follow-up"]
    page = [*_head(talk, width), *_dates(talk, newest.year, width, glyphs)]
    if hard := hardness(talk):
        page.append(line((LABEL, f"  {hard}"), hang=2))
    if talk.reason:
        page.append(line((LABEL, "  "), talk.reason, hang=2))
    left = list(_blocks(before, labels, sides))
    later_by = _LATER_BY if beside else 0
    right = list(_blocks(after, labels, replace(sides, half=sides.half - later_by)))
    if beside and left and right:
        page += [line(), *_beside([_title("Before"), *left], [_title("After"), *right], sides)]
    else:
        for title, lines in (("Before", left), ("After", right)):
            page += [line(), _title(title), *lines] if lines else []
    if not story:
        page += [line(), line("Nothing was written about this talk.")]
    return [*page, *_follow_ups(later, labels, sides)]


def _title(words: str) -> Line:
    return line((HEADING, words))


def _ended(talk: Talk) -> tuple[date, str]:
    """How far a talk came, and on which day."""
    looked_at = max((one.done for one in talk.follow_ups if one.done), default=None)
    for day, word in (
        (talk.let_go, "let go"),
        (talk.closed, "closed"),
        (looked_at, "followed up"),
        (talk.debriefed, "debriefed"),
        (talk.held, "held"),
        (talk.date, "set for"),
    ):
        if day:
            return day, word
    return talk.added, "first written"


def _head(talk: Talk, width: int) -> Iterator[Line]:
    """Whose talk it is, and how far it came; at the right end of the row if it fits there."""
    name = f"{talk.who}, about {talk.about}" if talk.about else talk.who
    day, word = _ended(talk)
    state = f"{word} {day.day} {MONTHS[day.month - 1]} {day.year}"
    room = width - _MARGIN - length_of(visible(name)) - len(state)
    if room < _MARGIN:
        yield line((HEADING, name))
        yield line((LABEL, f"  {state}"))
    else:
        yield line((HEADING, name), " " * room, (LABEL, state))


def _dates(talk: Talk, year: int, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """What happened on which day, the earliest first; a row ends between two of them."""
    row = ""
    happened = [f"{_day(day, year)} {words}" for day, words in _steps(talk, year)]
    for number, one in enumerate(happened):
        end = f" {glyphs.between}" if number + 1 < len(happened) else ""
        longer = f"{row} {one}{end}" if row else f" {one}{end}"
        if row and length_of(longer) > width - _MARGIN:
            yield line((LABEL, f" {row}"), hang=2)
            longer = f" {one}{end}"
        row = longer
    yield line((LABEL, f" {row}"), hang=2)


def _steps(talk: Talk, year: int) -> list[tuple[date, str]]:
    steps = [(talk.added, "first written")]
    for move in talk.moved:
        words = f"moved from {_day(move.from_, year)} to {_day(move.to, year)}"
        steps.append((move.on, words))
    if talk.held:
        later = f", {_days(talk.held - talk.added)} later" if talk.held > talk.added else ""
        steps.append((talk.held, f"held{later}"))
    elif talk.date and not (talk.let_go and talk.let_go < talk.date):
        steps.append((talk.date, "its day"))
    if talk.debriefed:
        steps.append((talk.debriefed, "debriefed"))
    for one in talk.follow_ups:
        steps.append((one.done, "followed up") if one.done else (one.due, "follow-up due"))
    gone = "let go"
    if talk.let_go and talk.date and not talk.held and talk.let_go < talk.date:
        gone = f"let go, {_days(talk.date - talk.let_go)} before its day"
    for day, word in ((talk.closed, "closed"), (talk.let_go, gone)):
        if day is None:
            continue
        if steps[-1] == (day, "followed up"):
            steps[-1] = (day, f"followed up, {word}")
        else:
            steps.append((day, word))
    return sorted(steps, key=lambda step: step[0])


def _blocks(
    story: Story, labels: Mapping[str, str], sides: _Sides, heading: str = ""
) -> Iterator[Line]:
    """The answers below each other, each under its label and date."""
    for number, (day, answer) in enumerate(story):
        if number:
            yield line()
        label = heading or labels.get(answer.prompt or "") or answer.question or "Answer"
        said = _day(day, sides.year)
        if day.day < 10:
            said = f" {said}"
        date_at = sides.half - max(_DATE, _BETWEEN + len(said))
        room = date_at - length_of(visible(label))
        if room > 0:
            yield line((HEADING, label), " " * room, (LABEL, said))
        else:
            yield line((HEADING, label))
            yield line((LABEL, said.strip()))
        if answer.outside:
            yield line((LABEL, f"In the words of {answer.outside}:"))
        yield line(answer.words())
        if answer.deeper_text:
            yield line((LABEL, answer.deeper_question or "Going deeper"))
            yield line(answer.deeper_text)


def _follow_ups(story: Story, labels: Mapping[str, str], sides: _Sides) -> Iterator[Line]:
    """What was written when one looked again; a single answer needs no label of its own."""
    if not story:
        return
    yield line()
    if len(story) == 1:
        yield from _blocks(story, labels, sides, heading="Follow-up")
        return
    yield _title("Follow-up")
    yield from _blocks(story, labels, sides)


def _beside(left: Iterable[Line], right: Iterable[Line], sides: _Sides) -> Iterator[Line]:
    """Two runs of lines as one, the rows of each in its own half."""
    room = sides.half - _BETWEEN
    for one, other in zip_longest(_rows(left, room), _rows(right, room), fillvalue=()):
        if not other:
            yield line(*one)
            continue
        taken = sum(length_of(text) for _, text in one)
        yield line(*one, " " * (sides.half + _LATER_BY - taken), *other)


def _rows(lines: Iterable[Line], room: int) -> Iterator[tuple[Piece, ...]]:
    for one in lines:
        safe = [(style, visible(text)) for style, text in one.pieces]
        for row in rows_of(safe, room, one.hang):
            yield tuple(row)


def _days(apart: timedelta) -> str:
    return "1 day" if apart.days == 1 else f"{apart.days} days"


def _day(day: date, year: int) -> str:
    """ "12 June"; of another year "12 Jun 2023", which is no longer than "30 September"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if day.year == year else f"{day.day} {month[:3]} {day.year}"
