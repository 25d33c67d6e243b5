"""The page to fill in, and the page read back."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from collab.commands.taking_in import TABLES, Taken, Taking, name_of
from collab.domain.entries import Entry
from collab.domain.periods import said_day
from collab.errors import OtherDay, OtherReview, UnreadableFile, UnreadablePage, UsageFault, reason
from collab.rendering.plain import visible
from collab.storage import entries
from collab.storage.entries import page_on
from collab.storage.packs import load, themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from collab.commands.session import Session
    from collab.commands.sitting import Sitting
    from collab.domain.talks import Talk
    from collab.exchange.markdown import Section
    from collab.exchange.markdown.comparing import Change
    from collab.storage.changes import Unit


def form(session: Session, sat: Sitting) -> str:
    """The page of a session with places left empty; what is answered stands in it."""
    return form_of(entry_of(session, sat), sat)


def form_of(entry: Entry, sat: Sitting) -> str:
    """The same for an entry that was read already."""
    from collab.rendering.markdown import Sheet
    from collab.rendering.markdown import form as blank

    sheet = Sheet(entry=entry, questions=sat.questions, plans=sat.history.plans)
    return blank(sat.day, [sheet], themes())


def entry_of(session: Session, sat: Sitting) -> Entry:
    """The entry of a session as it stands; without an id if it was not begun."""
    there = session.read(lambda connection: page_on(connection, sat.day, sat.part), None)
    week = sat.week.label if sat.week else None
    return there or Entry(id="", day=sat.day, kind=sat.part, week=week)


def take_in(session: Session, source: str, day: date | None = None) -> str:
    """Keep what a filled page holds; what to say about it.

    `day` is the one the page is said to be of; raises `OtherDay` if it is of another.
    `source` is a path, or - for standard input. What is kept already is not kept twice,
    and what the page leaves empty stays. Raises `UnreadablePage` or `UnreadableFile`, and
    `LateRating` for ratings of a day before yesterday; then nothing is kept.
    """
    from collab.domain.typed_days import refuse_future
    from collab.exchange.markdown import read_day

    name = "standard input" if source == "-" else source
    page = read_day(_text_of(source), name, themes())
    refuse_future(page.day, session.today)
    if day is not None and day != page.day:
        raise OtherDay(name, *(said_day(one, session.today) for one in (page.day, day)))
    taken, prompts = Taken(), load(session.places.prompts).prompts
    ended: list[tuple[str, Talk]] = []
    emptied: list[Change] = []
    with session.unit("page") as unit:
        for section in page.sections:
            present = _present(unit, section, name)
            changes = _changes(unit, section, present, name)
            taking = Taking(unit, section.entry, present, session.today, prompts)
            taking.put(changes)
            for back in section.looked_back:
                taking.look_back(back.for_, back.outcome, back.sentence)
            taken.add(taking.taken)
            ended += taking.ended
            emptied += [change for change in changes if change.emptied]
    for change in emptied:
        left = name_of(change, themes())
        session.say_fitted(
            visible(f"Kept, though the page leaves it empty: {left}", session.unicode)
        )
    said = taken.said()
    if not said:
        return f"Nothing new in {visible(name)}."
    return "\n".join([f"{said}, from {visible(name)}", *what_comes_next(session, ended)])


def what_comes_next(session: Session, ended: Iterable[tuple[str, Talk]]) -> Iterator[str]:
    """For the steps of talks that `ended` with a page what a session would ask then."""
    from collab.commands.talks.naming import call_of
    from collab.rendering.talk_lines import said_talk

    for step, talk in ended:
        if any(one.done is None for one in talk.follow_ups):
            continue
        with session.reading() as connection:
            call = call_of(connection, talk)
        debriefed = step == "debrief"
        done = "Debriefed" if debriefed else "Followed up"
        ask = "Say when to look again with" if debriefed else "Close it with"
        command = "debrief" if debriefed else "close"
        said = f"{done}: {said_talk(talk)}. {ask}: collab talk {command} {call}"
        yield session.fitted(visible(said), sys.stdout)


def _present(unit: Unit, section: Section, source: str) -> Entry | None:
    """The entry that a section is about, by its id, or by its day and kind.

    A note without an id is the one that says the same.
    """
    page = section.entry
    there = [
        one for one in entries.between(unit.db.conn, page.day, page.day) if one.kind == page.kind
    ]
    if page.id and unit.find("entries", page.id) and page.id not in [one.id for one in there]:
        raise UnreadablePage(
            source, section.line, "this page was removed, or is one of another day or kind."
        )
    if there and page.kind == "week" and page.week and there[0].week not in (None, page.week):
        raise OtherReview(str(there[0].week), page.week)
    for one in there:
        if one.id == page.id or (page.kind == "note" and one.text == page.text):
            return one
    return there[0] if there and page.kind != "note" else None


def _changes(
    unit: Unit, section: Section, present: Entry | None, source: str
) -> tuple[Change, ...]:
    """What a section makes of its entry. Raises `UnreadablePage` for parts from elsewhere."""
    from collab.exchange.markdown.comparing import changes_of

    shown = present or Entry(id="", day=section.entry.day, kind=section.entry.kind)
    changes = tuple(changes_of(section, shown, complete=False))
    for change in changes:
        if change.shown is None and unit.find(TABLES[type(change.given)], change.given.id):
            raise UnreadablePage(
                source,
                section.line,
                "something below was removed, or stands on another page; its comment has an id.",
            )
    return changes


def _text_of(source: str) -> str:
    if not source.strip():
        raise UsageFault("--from names no file.", "Name one, or - for standard input.")
    name = "standard input" if source == "-" else source
    try:
        return _bytes_of(source).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(name, f"byte {fault.start + 1} is not UTF-8 text") from fault
    except OSError as fault:
        raise UnreadableFile(name, reason(fault)) from fault


def _bytes_of(source: str) -> bytes:
    if source != "-":
        with open(source, "rb") as file:
            return file.read()
    return sys.stdin.buffer.read()
