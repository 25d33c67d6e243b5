"""With five open promises of one's own the next one asks which one goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collab.domain.promises import Promise
    from collab.rendering.session_page import Page
    from collab.storage.changes import Unit

ALL_STAY = "all"
WHY = "Why, in one line?"

_KEYS_FOR_NUMBERS = 9


class WhichGoes(NamedTuple):
    """One question for one key: a number names the promise that goes, `k` lets all stay."""

    page: Page
    keys: dict[str, str]
    hint: str
    numbered: Sequence[Promise]

    def gone(self, pressed: str) -> tuple[Promise, ...]:
        """The promise that goes with the value of the key that was pressed, if one does."""
        return () if pressed == ALL_STAY else (self.numbered[int(pressed) - 1],)


def which_goes(crowd: Sequence[Promise], today: date, otherwise: str) -> WhichGoes:
    """The question which of the open promises goes; `otherwise` says what Enter does."""
    from collab.rendering.lines import line
    from collab.rendering.promise_lines import called, stands
    from collab.rendering.session_page import asked, number_word

    numbered = dict(enumerate(crowd[:_KEYS_FOR_NUMBERS], start=1))
    count, more = number_word(len(crowd)), number_word(len(crowd) + 1)
    return WhichGoes(
        page=[
            asked(f"You have {count} open promises. Which one goes?"),
            *(
                line(f"  {number}  ", f"{called(one)}, {stands(one, today)}", hang=5)
                for number, one in numbered.items()
            ),
            "",
        ],
        keys={**{str(number): str(number) for number in numbered}, "k": ALL_STAY},
        hint=f"a number drops that one · k keep all {more} · Enter {otherwise}",
        numbered=[*numbered.values()],
    )


def why_it_goes(promise: Promise) -> str:
    """What the reason for dropping `promise` for a new one is begun under."""
    return f"goes:{promise.id}"


def drop(unit: Unit, gone: Iterable[Promise], today: date) -> None:
    """Keep that each of the `gone` was dropped, with its reason, unless it ended meanwhile."""
    from collab.storage import promises

    for one in gone:
        present = promises.with_id(unit.db.conn, one.id)
        if present is not None and present.is_open():
            promises.put(unit, present.dropped_on(today, one.reason))
