"""What a session must know of the days before it, and of what the user chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collab.domain.due import Due
from collab.domain.entries import Plan
from collab.domain.frozen import frozen
from collab.domain.talks import Talk

EIGHT_WEEKS = 56
OFTEN_ENOUGH = 5
ROUND = 16
"""Rotation evenings within which each theme appears."""

_GAP_FROM = 3
_SATURDAY = 5


@frozen
class Wishes:
    """What the user chose in the settings.

    `focus` holds none to two themes, `optional_prompts` the ids that were switched on.
    `cue` is the moment of the day after which the user writes. `light_line` says whether
    the line after the fifth light evening may be shown.
    """

    focus: tuple[str, ...] = ()
    optional_prompts: frozenset[str] = frozenset()
    cue: str = ""
    light_line: bool = True


@frozen
class Wanted:
    """On the page of `day` the writer named somebody to ask, in answer to `prompt`."""

    prompt: str
    text: str
    day: date


Asked = Mapping[str, date]
"""For each prompt the newest day on which it was asked about a talk."""


@frozen
class Talks:
    """The talks a session must know of: those that are `open`, the longest due first, and
    for each one's id what was `asked` about it."""

    open: tuple[Talk, ...] = ()
    asked: Mapping[str, Asked] = {}

    def asked_about(self, talk: Talk) -> Asked:
        """For each prompt the newest day on which it was asked about this talk."""
        return self.asked.get(talk.id, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What storage supplies for the session of one day, here called D.

    Nothing after D counts. A question was asked when it was answered or skipped; one that
    was chosen and not reached was not. A page is an entry with a text, an answer, a rating
    or a plan on it.

    `evenings`: evening pages before D, light ones left out (more than three need not
        be counted).
    `first_page`, `last_page`: the first and the newest day with a page, D included.
    `recent_pages`: the days with a page among the fourteen before D.
    `light_evenings`: the days with a light evening among the fourteen before D.
    `asked`: for each prompt of the moments morning, outcome, evening, light and tomorrow
        the newest days on which it was asked, five at most, the newest first. An outside
        view given under a prompt is not a time it was asked.
    `rotation`: the themes of the open questions that the last sixteen evenings asked, the
        newest last. Those of theme "any" and the question what somebody said are left out.
    `rated`: for each theme the newest day on which its rating was asked.
    `plans`: every plan for the day before D, for D, or for a later day.
    `due`: the promises, then the talks, that are due on D and that no session of D has
        asked about, each the longest due first.
    `outside_view`: the newest day with an outside view.
    `wanted`: whom to ask, if the last evening page or review before D answers I-39, or W-3
        without a name, and D has not asked what they said. Light evenings, mornings and
        notes in between do not count.
    `reviewed`: whether a weekly review was written on D.
    `morning_answered`: whether D's morning has an answer in words, talks apart.
    `set_up_offered`: which of "focus" and "cue" stood in a session before D.
    `talks`: those that are open on D, with what was asked about each up to D.
    """

    evenings: int = 0
    first_page: date | None = None
    last_page: date | None = None
    recent_pages: frozenset[date] = frozenset()
    light_evenings: frozenset[date] = frozenset()
    asked: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    rotation: tuple[str, ...] = ()
    rated: Mapping[str, date] = field(default_factory=dict)
    plans: tuple[Plan, ...] = ()
    due: tuple[Due, ...] = ()
    outside_view: date | None = None
    wanted: Wanted | None = None
    reviewed: bool = False
    morning_answered: bool = False
    set_up_offered: frozenset[str] = frozenset()
    talks: Talks = field(default_factory=Talks)

    def last_asked(self, prompt: str) -> date:
        """The newest day on which `prompt` was asked; `date.min` if it never was."""
        days = self.asked.get(prompt)
        return days[0] if days else date.min

    def was_asked_often(self, prompt: str, day: date) -> bool:
        """Whether `prompt` was asked five times in the eight weeks that end with `day`."""
        times = [one for one in self.asked.get(prompt, ()) if (day - one).days < EIGHT_WEEKS]
        return len(times) >= OFTEN_ENOUGH

    def has_evenings(self) -> bool:
        """Whether there was an evening before; if not, this is the very first one."""
        return self.evenings > 0

    def is_gap(self, day: date) -> bool:
        """Whether the three days before `day`, or more, and `day` itself have no page."""
        return self.last_page is not None and (day - self.last_page).days > _GAP_FROM

    def writes_on_weekends(self) -> bool:
        """Whether a Saturday or Sunday among the fourteen days before has a page."""
        return any(page.weekday() >= _SATURDAY for page in self.recent_pages)
