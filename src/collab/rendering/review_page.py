"""What a weekly review shows and leaves on the screen: the week's facts beside its questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.periods import WEEKDAYS, Period, said_day
from collab.domain.promises import Promise
from collab.domain.ratings import FIT_WORDS, Rating
from collab.domain.talks import Talk
from collab.domain.theme_ids import THEME_NAMES
from collab.rendering.cells import length_of
from collab.rendering.entry_lines import in_one_line
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Line, line
from collab.rendering.palette import DUE, HEADING, LABEL
from collab.rendering.session_page import Page
from collab.rendering.talk_lines import stands

if TYPE_CHECKING:
    from collab.domain.reports.words import Moment

BETWEEN = " · "
_SIDES = (("1-2  on my own", (1, 2)), ("4-5  together", (4, 5)))
_SIDE = 19  # columns for a side in front of its ratings
_THING = 27  # columns for a talk or promise in front of what becomes of it
_LEAST_WORDS = 12


def week_heading(week: Period, what: str) -> Line:
    """The first line of a review: its week, and `what` else there is to say of it."""
    return line((HEADING, f"Week {week.first} to {week.last}{what}"))


def moments_to_choose(moments: Sequence[Moment], columns: int, glyphs: Glyphs) -> Page:
    """The words of each day on a line of their own, numbered; a star before starred ones."""
    rows: Page = []
    for number, moment in enumerate(moments, start=1):
        front = f"  {number}  {WEEKDAYS[moment.day.weekday()][:3]}  "
        star = "* " if moment.starred else ""
        room = max(columns - len(front) - len(star), _LEAST_WORDS)
        words = in_one_line(moment.text, room, glyphs)
        rows.append(line((LABEL, front), star + words, hang=len(front), full=True))
    return rows


def sides(ratings: Sequence[tuple[date, Rating]], columns: int) -> Page:
    """The ratings of either side with what was said of their fit, as many as fit on a line.

    Those of one theme that suited alike stand together: "Tue, Wed Open dialogue: well".
    """
    rows: Page = []
    for name, values in _SIDES:
        of_side = [(day, one) for day, one in ratings if one.value in values]
        front = f"  {name}".ljust(_SIDE)
        for row in _filled(_grouped(of_side), columns - _SIDE - 1):
            rows.append(line((LABEL, front), row, hang=_SIDE))
            front = " " * _SIDE
    return rows


def promise_name(promise: Promise) -> str:
    """ "From Cy: two hires"."""
    if not promise.who:
        return promise.what
    return f"{'To' if promise.side == 'mine' else 'From'} {promise.who}: {promise.what}"


def talk_stands(talk: Talk, today: date) -> str:
    """Where a talk stands: since when it is planned, or for which day, or that it was held."""
    return f"talk, {stands(talk, today)}"


def promise_stands(promise: Promise, today: date) -> str:
    """By which day something was promised; the newest one counts."""
    day = promise.newest_date()
    return "due today" if day == today else f"due {said_day(day, today)}"


def thing(name: str, stands: str, style: str = DUE) -> Page:
    """A talk or promise, and where it stands or what became of it; below a long name."""
    room = _THING - 4 - length_of(name)
    if room >= 0:
        return [line(f"  {name}{' ' * room}  ", (style, stands), hang=_THING)]
    return [line(f"  {name}", hang=4), line(" " * _THING, (style, stands), hang=_THING)]


def what_became(name: str, became: str) -> Page:
    """A talk or promise once it was answered."""
    return thing(name, became, LABEL)


def beside_thing(question: str) -> str:
    """A question about a talk or promise, as it stands in front of its one field."""
    return question.ljust(_THING - 2)


def _grouped(ratings: Iterable[tuple[date, Rating]]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = {}
    for day, rating in ratings:
        fit = FIT_WORDS[rating.fit] if rating.fit else "not said"
        groups.setdefault((rating.theme, fit), []).append(WEEKDAYS[day.weekday()][:3])
    for (theme, fit), days in groups.items():
        yield f"{', '.join(days)} {_short(theme)}: {fit}"


def _short(theme: str) -> str:
    """A theme's name up to its "and": "Trust"."""
    return THEME_NAMES[theme].partition(" and ")[0]


def _filled(pieces: Iterable[str], room: int) -> list[str]:
    """`pieces` in rows, as many in each as there is room for."""
    rows: list[str] = []
    for piece in pieces:
        longer = f"{rows[-1]}{BETWEEN}{piece}" if rows else piece
        if rows and length_of(longer) <= room:
            rows[-1] = longer
        else:
            rows.append(piece)
    return rows
