"""Since when the themes of the focus are looked at, as the review says it."""

from __future__ import annotations

from datetime import date, timedelta

from collab.domain.periods import week_of
from collab.domain.questions import Question
from collab.domain.review import Facts
from collab.storage import review, sessions
from collab.storage.changes import unit
from collab.storage.database import Journal
from tests.storage.notes import NOW, keep_answer

CHOSEN = date(2024, 5, 20)
TODAY = date(2024, 6, 14)


def _asked(journal: Journal, day: date, *keys: str) -> None:
    questions = [Question(key=key, kind="rating", text="?") for key in keys]
    with unit(journal, "session", NOW) as deed:
        sessions.choose(deed, day, "evening", questions)


def _chosen_and_looked_at(journal: Journal, themes: dict[int, str]) -> None:
    """The focus was asked about on the first evening, and the theme of each later one is
    given by how many days after it."""
    _asked(journal, CHOSEN, "rating:decide", "focus")
    with unit(journal, "session", NOW) as deed:
        sessions.mark(deed, CHOSEN, "evening", "focus", "answered")
    for days, theme in themes.items():
        _asked(journal, CHOSEN + timedelta(days), "rating:decide", f"rating:{theme}")


def _facts(journal: Journal, *focus: str) -> Facts:
    with journal.read() as connection:
        return review.facts_for(connection, week_of(TODAY), TODAY, (), focus)


def test_it_counts_from_the_evening_on_which_it_was_chosen(journal: Journal) -> None:
    _chosen_and_looked_at(journal, {1: "candour", 8: "candour", 22: "candour"})
    assert _facts(journal, "candour").focus_since == CHOSEN


def test_changed_in_the_settings_it_counts_from_the_first_evening_after(journal: Journal) -> None:
    _chosen_and_looked_at(journal, {1: "candour", 8: "candour", 15: "trust", 22: "trust"})
    assert _facts(journal, "trust").focus_since == date(2024, 6, 4)


def test_changed_today_it_counts_from_today(journal: Journal) -> None:
    _chosen_and_looked_at(journal, {1: "candour", 22: "candour"})
    assert _facts(journal, "trust").focus_since == TODAY


def test_what_was_written_for_other_themes_is_not_shown(journal: Journal) -> None:
    _chosen_and_looked_at(journal, {1: "candour", 15: "trust", 22: "trust"})
    keep_answer(journal, "Hear a no in time.", "F-01", NOW.replace(2024, 5, 20))
    assert _facts(journal, "candour", "trust").focus_line is None
    assert _facts(journal, "decide").focus_line == (CHOSEN, "Hear a no in time.")
