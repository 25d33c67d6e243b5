"""A page in the user's editor: what was changed there is kept whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from collab.commands.at_terminal import at_a_terminal, interview_at, says_yes
from collab.commands.editor import edit_text, is_same
from collab.commands.filled_pages import entry_of, form_of, what_comes_next
from collab.commands.recovery import keep_words
from collab.commands.taking_in import Taking, name_of, refuse_late
from collab.domain.frozen import replace
from collab.errors import (
    CollabError,
    PageChangedMeanwhile,
    PageKept,
    SavedAllTheSame,
    UnreadablePage,
)
from collab.rendering.plain import visible
from collab.storage import entries
from collab.storage.packs import load, themes

if TYPE_CHECKING:
    from collab.commands.interview import Interview
    from collab.commands.session import Session
    from collab.commands.sitting import Sitting
    from collab.domain.entries import Entry
    from collab.exchange.markdown import Section
    from collab.exchange.markdown.comparing import Change
    from collab.storage.changes import Unit

_SOURCE = "Your page"
"""What a page in the editor is called in errors; its file is gone by then."""


def edit_today(session: Session, sat: Sitting) -> None:
    """Let the user fill in the page of a session in the editor."""
    entry = entry_of(session, sat)
    _edit(session, form_of(entry, sat), entry, "page")


def edit_entry(session: Session, entry: Entry) -> None:
    """Let the user change an entry in the editor."""
    from collab.rendering.markdown import Sheet, form

    _edit(session, form(entry.day, [Sheet(entry=entry)], themes()), entry, "edit")


def _edit(session: Session, opened: str, shown: Entry, command: str) -> None:
    """Open a page that shows an entry, and keep what was changed on it as one unit.

    A page that cannot be kept goes to the recovery folder, and the error names it.
    """
    edited = edit_text(session, opened)
    if is_same(edited, opened):
        session.say("Nothing was changed.")
        return
    with _page_in_hand(session, edited):
        said = _take_back(session, opened, edited, shown, command)
    session.say(said or "Nothing was changed.")


def _take_back(session: Session, opened: str, edited: str, shown: Entry, command: str) -> str:
    from collab.exchange.markdown.comparing import changes_of, refuse_altered

    refuse_altered(opened, edited, _SOURCE)
    section = _section(edited)
    changes = tuple(changes_of(section, shown, complete=True))
    refuse_late(changes, shown.day, session.today)
    removed = _agreed(session, [change for change in changes if change.emptied])
    before = _section(opened).looked_back
    prompts = load(session.places.prompts).prompts
    with session.unit(command) as unit:
        present = _present(unit, shown)
        taking = Taking(unit, section.entry, present, session.today, prompts)
        taking.put(changes, removed)
        for back in section.looked_back:
            if replace(back, line=0) not in [replace(one, line=0) for one in before]:
                taking.look_back(back.for_, back.outcome, back.sentence)
    said = taking.taken.said()
    return "\n".join([f"{said}.", *what_comes_next(session, taking.ended)]) if said else ""


def _section(text: str) -> Section:
    """The one section of a page that went through the editor."""
    from collab.exchange.markdown import read_day

    page = read_day(text, _SOURCE, themes())
    if not page.sections:
        raise UnreadablePage(_SOURCE, page.line, "the heading of the page below this is gone.")
    return page.sections[0]


def _present(unit: Unit, shown: Entry) -> Entry | None:
    there = entries.between(unit.db.conn, shown.day, shown.day)
    same = [one for one in there if (one.id == shown.id if shown.id else one.kind == shown.kind)]
    if shown.id and not same:
        raise PageChangedMeanwhile
    return same[0] if same else None


@contextmanager
def _page_in_hand(session: Session, page: str) -> Iterator[None]:
    """Whatever ends the taking back, the page is kept and its place is told."""
    try:
        yield
    except SavedAllTheSame:
        raise
    except BaseException as fault:
        path = keep_words(session, [page], ".md")
        if path is None:
            raise
        if isinstance(fault, CollabError):
            raise PageKept(fault, path) from fault
        session.warn(visible(f"Your page lies in {path}"))
        raise


def _agreed(session: Session, emptied: Sequence[Change]) -> list[Change]:
    """Which of the emptied places are to be removed; whoever cannot be asked keeps all."""
    names = [visible(name_of(change, themes()), session.unicode) for change in emptied]
    if not names:
        return []
    if not at_a_terminal():
        for name in names:
            session.say_fitted(f"Kept, though the page leaves it empty: {name}")
        return []
    with interview_at(session) as interview:
        return [
            change
            for change, name in zip(emptied, names, strict=True)
            if _is_to_go(interview, name)
        ]


def _is_to_go(interview: Interview, name: str) -> bool:
    hint = "y remove · n keep · Ctrl-C stop"
    goes = says_yes(interview, f"Remove {name}?", hint, "Stopped. Nothing was saved.")
    interview.show([f"{'Removed' if goes else 'Kept'}: {name}"])
    return goes
