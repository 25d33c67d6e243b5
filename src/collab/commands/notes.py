"""Notes: keeping one, and asking for one on a terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NoReturn

from collab.commands.at_terminal import at_a_terminal, interview_at, leave
from collab.commands.recovery import words_in_hand
from collab.domain.entries import Entry
from collab.domain.periods import said_day
from collab.domain.texts import clean
from collab.errors import UsageFault
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.commands.interview import Stop
    from collab.commands.session import Session
    from collab.domain.people import Person
    from collab.storage.sessions import Draft

_KIND = _KEY = "note"
"""Under these a note that was begun is kept until it is finished."""


def keep_note(
    session: Session, typed: str, day: date, outside: str | None, begun: Draft | None = None
) -> bool:
    """Keep a note, in place of the words that were `begun` for it, and say so.

    Returns whether the journal began with it.
    """
    from collab.storage.ends import ends_of
    from collab.storage.pages import add_entry
    from collab.storage.people import everyone
    from collab.storage.sessions import drop_draft

    try:
        words = clean(typed)
    except ValueError as fault:
        raise UsageFault(f"The note {fault}.", "Take it out, then try again.") from fault
    if words is None:
        raise UsageFault("There is nothing to keep.", "Write some words after: collab journal note")
    with words_in_hand(session, [words]):
        begins = not session.journal.exists()
        with session.unit("note") as unit:
            known = everyone(unit.db.conn)
            page = add_entry(
                unit,
                Entry(id=unit.new_id(), day=day, written_at=unit.now, outside=outside, text=words),
            )
            end = ends_of(unit.db.conn, [page])[page]
            if begun:
                drop_draft(unit.db, begun.day, begun.kind, begun.key)
    what = f"the words of {outside}" if outside else "a note"
    session.say_fitted(visible(f"Saved: {what}, {said_day(day, session.today)} ({end})."))
    _offer_look_alikes(session, words, known)
    return begins


def _offer_look_alikes(session: Session, words: str, known: tuple[Person, ...]) -> None:
    """Say which names are new beside those `known`, and much like one of them."""
    from shlex import quote

    from collab.domain.look_alikes import look_alikes
    from collab.domain.people import Directory, mentions_in

    directory = Directory(known)
    for name in mentions_in([words]):
        if directory.find(name) is None:
            for person in look_alikes(name, known)[:1]:
                merge = f"collab people merge {quote(name)} {quote(person.name)}"
                session.say_fitted(visible(f"{name} is new. If that is {person.name}: {merge}"))


def ask_for_note(session: Session, day: date, outside: str | None) -> None:
    """Ask for the note on the terminal. Words that were begun earlier stand in the field.

    Where there is no journal yet, the page on privacy is to be read first. At Ctrl-C begun
    words are kept as those of a session are, and come back next time.
    """
    from collab.commands.editor import in_editor
    from collab.commands.interview import Given, Stop
    from collab.commands.privacy import BEGIN, privacy_page
    from collab.rendering.session_page import asked

    if not at_a_terminal():
        raise UsageFault(
            "A note is asked for on a terminal, and there is none here.",
            "Write the words after: collab journal note",
        )
    is_first, begun = not session.journal.exists(), _begun(session)
    question = f"The words of {outside}" if outside else "A note"
    with interview_at(session) as interview:
        if is_first:
            interview.show(privacy_page(session))
            started = interview.ask_key([], {}, BEGIN, back=False)
            interview.show([""])
            if isinstance(started, Stop):
                _stop(session, started, day, None)
        given = interview.ask_text(
            [asked(question), ""],
            initial=begun.texts if begun else (),
            back=False,
            edit=in_editor(session),
            note=f"your words from {begun.begun_at:%H:%M}" if begun else "",
        )
    if isinstance(given, Given):
        keep_note(session, given.text, day, outside, begun)
    elif isinstance(given, Stop):
        _stop(session, given, day, begun)
    else:
        _set_aside(session, (), day, begun)
        session.say("Nothing was kept.")


def _stop(session: Session, stop: Stop, day: date, begun: Draft | None) -> NoReturn:
    _set_aside(session, stop.texts, day, begun)
    if any(text.strip() for text in stop.texts):
        leave(stop, "Stopped. Kept: the words you had begun.", "Go on with: collab journal note")
    leave(stop, "Stopped. Nothing was kept.")


def _set_aside(session: Session, texts: tuple[str, ...], day: date, begun: Draft | None) -> None:
    """Keep words that were begun, in place of those begun before; none if there are none."""
    from collab.storage.sessions import Draft, keep_draft

    draft = Draft(day=day, kind=_KIND, key=_KEY, texts=texts, begun_at=session.clock())
    if begun or draft.holds_words():
        with words_in_hand(session, texts):
            session.make_home()
            keep_draft(session.journal, draft, instead_of=begun)


def _begun(session: Session) -> Draft | None:
    """The newest note that was begun and not given."""
    from collab.storage.sessions import drafts

    notes = [draft for draft in session.read(drafts, ()) if draft.kind == _KIND]
    return notes[-1] if notes else None
