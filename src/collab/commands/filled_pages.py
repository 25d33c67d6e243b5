"""The page to fill in, and the page read back."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from collab.domain.entries import Entry
from collab.errors import NoJournal, UnreadableFile
from collab.storage import entries, pages, sessions
from collab.storage.packs import themes

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.commands.today import Sitting


def form(session: Session, sat: Sitting) -> str:
    """The page of a session with places left empty; what is answered stands in it."""
    from collab.rendering.markdown import Sheet
    from collab.rendering.markdown import form as blank

    present = [entry for entry in _on(session, sat.day) if entry.kind == sat.part]
    entry = present[0] if present else Entry(id="", day=sat.day, kind=sat.part)  # type: ignore[arg-type]
    return blank(
        sat.day, [Sheet(entry=entry, questions=sat.questions, plans=sat.history.plans)], themes()
    )


def _on(session: Session, day: date) -> tuple[Entry, ...]:
    try:
        with session.reading() as connection:
            return entries.between(connection, day, day)
    except NoJournal:
        return ()


def take_in(session: Session, source: str) -> int:
    """Keep what a filled page holds; how many answers, ratings and plans it had.

    What is kept already is not kept twice. Raises `UnreadablePage` or `UnreadableFile`,
    and `LateRating` for ratings of a day before yesterday; then nothing is kept.
    """
    from collab.domain.typed_days import refuse_future
    from collab.errors import LateRating
    from collab.exchange.markdown import read_day

    page = read_day(_text_of(source), source, themes())
    refuse_future(page.day, session.today)
    present = {entry.kind: entry for entry in _on(session, page.day)}
    days_late = (session.today - page.day).days
    kept = 0
    with session.unit("page") as unit:
        for section in page.sections:
            entry, there = section.entry, present.get(section.entry.kind)
            if not entry.is_written():
                continue
            where = pages.page_of(unit, page.day, entry.kind)
            for answer in entry.answers:
                identity = answer.id or unit.new_id()
                pages.put_answer(
                    unit, where, replace(answer, id=identity, at=answer.at or unit.now)
                )
                if answer.prompt:
                    key = f"{'light' if answer.prompt == 'E-03' else 'open'}:{answer.prompt}"
                    sessions.mark(unit, page.day, entry.kind, key, "answered")
            for rating in entry.ratings:
                known = [one for one in there.ratings if one.theme == rating.theme] if there else []
                if known and (known[-1].value, known[-1].fit) == (rating.value, rating.fit):
                    continue
                if days_late > 1:
                    raise LateRating(page.day.isoformat())
                moment = rating.rated_at or unit.now
                pages.put_rating(
                    unit,
                    where,
                    replace(rating, id=unit.new_id(), rated_at=moment, late=days_late == 1),
                )
                sessions.mark(unit, page.day, entry.kind, f"rating:{rating.theme}", "answered")
            if entry.plan:
                pages.put_plan(unit, where, replace(entry.plan, id=entry.plan.id or unit.new_id()))
                key = f"plan:{entry.plan.for_}"
                sessions.mark(unit, page.day, entry.kind, key, "answered")
            kept += len(entry.answers) + len(entry.ratings) + bool(entry.plan)
    return kept


def _text_of(source: str) -> str:
    try:
        if source == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(source, "rb") as file:
                data = file.read()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(source, f"byte {fault.start + 1} is not UTF-8 text") from fault
    except OSError as fault:
        raise UnreadableFile(source, fault.strerror or "no reason was given") from fault
