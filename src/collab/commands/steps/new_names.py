"""Who is new on a page is asked about at the end of the evening."""

from __future__ import annotations

from collections.abc import Mapping

from collab.commands.interview import Pressed
from collab.commands.new_people import MOST_ASKED, ask_about_new
from collab.commands.steps.asking import Asking
from collab.rendering.session_page import known_as
from collab.storage.people import new_names


def names_to_ask_about(asking: Asking) -> int:
    """How many new names the end of this evening asks about, as far as it is written."""
    sat = asking.sat
    if sat.part != "evening" or sat.light or sat.late or sat.is_after_a_gap:
        return 0
    new = asking.session.read(lambda journal: new_names(journal, sat.day), ())
    return min(len(new), MOST_ASKED)


def ask_about_new_names(asking: Asking) -> None:
    """Ask who those are whom this day names first. Raises `Leaving`."""

    def ask(question: str, keys: Mapping[str, str], hint: str) -> str | None:
        pressed = asking.key([], keys, hint, lead=question, back=False, beside=True)
        return pressed.value if isinstance(pressed, Pressed) else None

    def report(name: str, what: str) -> None:
        asking.show(known_as(name, f"{what} · {asking.saved()}"), compact=True)

    asking.can_go_light = False
    ask_about_new(asking.session, ask, asking.sat.day, report)
