"""Reads the texts of the demo, and fills a home with them."""

from __future__ import annotations

import os
import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import collab
from collab.domain.demo import demo_of
from collab.storage import people, promises, talks
from collab.storage.changes import Unit
from collab.storage.database import Journal
from collab.storage.derived import refresh
from collab.storage.entries import answer_row, entry_row, plan_row, rating_row
from collab.storage.packs import load
from collab.storage.private_files import write_private

if TYPE_CHECKING:
    from collab.domain.demo import Demo, Texts
    from collab.domain.entries import Entry
    from collab.settings import Places

_FOLDER = os.path.join(os.path.dirname(collab.__file__), "demo")
_JOURNAL, _WEEKS = "journal.toml", ("weeks-01-13.toml", "weeks-16-26.toml")
_SETTINGS = "settings.toml"


def demo_texts() -> tuple[Texts, Texts]:
    """The people, talks and promises; and the pages by week, weekday and kind."""
    weeks: dict[str, Any] = {}
    for name in _WEEKS:
        weeks |= _read(name)
    return _read(_JOURNAL), weeks


def write_demo_settings(place: Places) -> None:
    """Write the demo's settings into an empty home."""
    with open(os.path.join(_FOLDER, _SETTINGS), encoding="utf-8") as file:
        write_private(place.settings, file.read())


def fill_with_demo(place: Places, today: date, now: datetime) -> None:
    """Write the demo's journal into an empty home, as it is seen on `today`.

    `now` gives the time zone in which all of it was written. Each page is a unit of its
    own, so that it can be taken back alone.
    """
    texts, weeks = demo_texts()
    prompts = {prompt.id: prompt for prompt in load(None).prompts}
    demo = demo_of(texts, weeks, prompts, today, now.tzinfo)
    with Journal(place.journal).write() as db:
        begun = Unit(db, "demo", demo.entries[0].written_at or now)
        _keep(begun, demo)
        for entry in demo.entries:
            command = "note" if entry.kind == "note" else "page"
            _keep_page(Unit(db, command, entry.written_at or now), entry)
        # At once for all pages, which takes a third of the time.
        refresh(begun, [("entries", entry.id) for entry in demo.entries])


def _keep(unit: Unit, demo: Demo) -> None:
    for table, rows in (
        ("people", map(people.to_row, demo.people)),
        ("talks", map(talks.to_row, demo.talks)),
        ("promises", map(promises.to_row, demo.promises)),
    ):
        for row in rows:
            unit.insert(table, row)
    unit.finish()


def _keep_page(unit: Unit, entry: Entry) -> None:
    # Row by row: on a page that is known to be new nothing has to be looked for first.
    unit.insert("entries", entry_row(entry))
    for table, rows in (
        ("answers", map(answer_row, entry.answers)),
        ("ratings", map(rating_row, entry.ratings)),
    ):
        for position, row in enumerate(rows, 1):
            unit.insert(table, {**row, "entry": entry.id, "position": position}, entry.id)
    if entry.plan:
        unit.insert("plans", {**plan_row(entry.plan), "entry": entry.id}, entry.id)


def _read(name: str) -> dict[str, Any]:
    with open(os.path.join(_FOLDER, name), "rb") as file:
        return tomllib.load(file)
