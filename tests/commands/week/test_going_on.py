"""Stopping, going on, going back, and which week it is: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from collab.domain.history import Wishes
from collab.domain.periods import week_of
from collab.domain.review import Facts
from collab.domain.review import review as plan_of_review
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.packs import load
from collab.storage.review import KIND, begin
from collab.storage.sessions import Draft, keep_draft
from tests.commands.conftest import Collab
from tests.commands.week.conftest import FRIDAY, HIRES, WEEK, Review, at, reviewed, written
from tests.journeys.person import CTRL_C, ENTER, UP
from tests.journeys.person import collab as run_collab

pytestmark = pytest.mark.slow


SATURDAY = at("2024-06-15", "10:00")
MONDAY = at("2024-06-17", "08:10")


def test_begun_words_come_back_and_the_review_goes_on_where_it_stopped(
    home: Path, review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=WEEK)
    ana = review(FRIDAY)
    ana.sees("Enter skip")
    ana.types("The rota.")
    ana.presses(ENTER)
    ana.sees("Where did acting alone")
    ana.types("Alone was")
    ana.sees("Enter save")
    ana.presses(CTRL_C)
    said = ana.leaves(130)
    assert said.rstrip().endswith(
        "Stopped. Kept: 1 answer and the words you had begun. Go on with: collab journal week"
    )
    assert run_collab(home, "status", at=FRIDAY).startswith("unfinished")

    # The next day it goes on with the page of Friday.
    again = review(SATURDAY)
    again.sees("Week 2024-06-10 to 2024-06-16, continued")
    again.sees("> Alone was")
    again.sees("your words from 17:05")
    again.presses(UP)  # to the start of the text
    again.presses(UP)
    again.sees("> The rota.")
    again.types(" I asked all.")
    again.presses(ENTER)
    again.sees("> Alone was")
    again.types(" right.")
    again.presses(ENTER)
    for question in ("What did someone tell you", "What is one thing"):
        again.sees(question)
        again.sees("Enter skip")
        again.presses(ENTER)
    assert "Saved: the week. Sunday: collab report --week" in again.leaves(0)

    (page,) = [entry for entry in kept()["entries"] if entry["kind"] == "week"]
    assert (page["day"], page["week"]) == ("2024-06-14", "2024-W24")
    assert [one["text"] for one in page["answers"]] == [
        "The rota. I asked all.",
        "Alone was right.",
    ]

    shown = review(SATURDAY)
    shown.sees("The week 2024-06-10 to 2024-06-16 is reviewed: 2 answers.")
    shown.sees("n add a note · s show the page · Enter done")
    shown.presses("s")
    shown.sees("Weekly review of 2024-W24, 17:05")
    shown.sees("Enter done")
    shown.presses("n")
    shown.types("It rained.")
    shown.presses(ENTER)
    shown.sees("saved 10:00")
    shown.sees("Enter done")
    shown.presses(ENTER)
    shown.leaves(0)
    assert "It rained." in [entry.get("text") for entry in kept()["entries"]]


def _begins_a_review_of_last_week(home: Path, on: datetime, key: str, words: str) -> None:
    """What a window that was closed on Monday leaves behind."""
    journal, week = Journal(str(home / "journal.db")), week_of(date(2024, 6, 10))
    questions = plan_of_review(week, on.date(), Facts(), Wishes(), load(None).prompts)
    with unit(journal, "session", on) as started:
        begin(started, on.date(), week.label, questions)
    keep_draft(journal, Draft(day=on.date(), kind=KIND, key=key, texts=(words,), begun_at=on))


def test_words_of_a_review_without_a_page_are_offered_the_next_day_and_finished_there(
    home: Path, review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=WEEK)
    _begins_a_review_of_last_week(home, MONDAY, "open:W-2", "Begun words")

    tuesday = review(at("2024-06-18", "09:00"))
    tuesday.sees('Yesterday you began: "Begun words"')
    tuesday.presses("f")
    tuesday.sees("> Begun words")
    tuesday.presses(ENTER)
    # It stands on Monday's page of last week's review, which is not asked anew.
    tuesday.sees("Week 2024-06-17 to 2024-06-23")
    tuesday.presses(CTRL_C)
    tuesday.leaves(130)

    (page,) = [entry for entry in kept()["entries"] if entry["kind"] == "week"]
    assert (page["day"], page["week"]) == ("2024-06-17", "2024-W24")
    assert page["answers"][0]["text"] == "Begun words"


def test_without_a_journal_the_questions_stand_all_the_same(
    review: Review, kept: Callable[[], dict]
) -> None:
    ana = review(at("2024-06-11", "17:00"))
    ana.sees("Enter begin")
    ana.presses(ENTER)
    ana.sees(
        "Week 2024-06-10 to 2024-06-16 Which moment this week shows best how you worked"
        " with others, and what did you do in it? >"
    )
    ana.types("None yet.")
    ana.presses(ENTER)
    for question in ("Where did acting alone", "What did someone tell you", "What is one thing"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
    ana.leaves(0)
    (page,) = kept()["entries"]
    assert (page["kind"], page["week"], page["day"]) == ("week", "2024-W24", "2024-06-11")


def test_a_day_has_one_review(collab: Collab, import_journal: Callable[..., None]) -> None:
    import_journal(entries=[*WEEK, reviewed("2024-06-14", "2024-W24")])

    refused = collab("journal", "week", "--form", "--of", "2024-06-03", now=FRIDAY)
    to_come = collab("journal", "week", "--of", "2024-W25", now=FRIDAY)

    assert (refused.code, refused.out) == (2, "")
    assert "the review of 2024-W24" in refused.err
    assert "collab journal week --of 2024-W23" in refused.err
    assert (to_come.code, to_come.out) == (2, "")


def test_the_page_is_filled_in_and_handed_in_like_any_other(
    collab: Collab, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=WEEK, promises=[HIRES])
    form = collab("journal", "week", "--form", now=FRIDAY).out
    assert "## Weekly review of 2024-W24\n<!-- collab entry kind=week week=2024-W24 -->" in form
    assert "prompt=W-4" not in form
    filled = _written_below(form, "prompt=W-1", "The rota.")
    filled = filled.replace("Who:", "Who: Ana\n\nYou waited.", 1)
    filled = filled.replace("If:\nThen:", "If: I ask\nThen: I name two", 1)

    first = collab("journal", "week", "--from", "-", now=FRIDAY, stdin=filled.encode())
    second = collab("journal", "week", "--from", "-", now=FRIDAY, stdin=filled.encode())

    assert first.out == "Saved: 2 answers, a plan, from standard input\n"
    assert second.out == "Nothing new in standard input.\n"
    page = kept()["entries"][-1]
    assert (page["kind"], page["week"]) == ("week", "2024-W24")
    assert [(one["prompt"], one.get("outside")) for one in page["answers"]] == [
        ("W-1", None),
        ("W-3", "Ana"),
    ]
    assert page["plan"]["for"] == "2024-06-17"
    rest = collab("journal", "week", "--form", now=FRIDAY).out
    assert "<!-- collab answer prompt=W-2 " in rest  # which the page left open
    assert "<!-- collab answer prompt=W-1 " not in rest


def _written_below(form: str, comment: str, words: str) -> str:
    head, found, rest = form.partition(comment)
    line, end, after = rest.partition("-->")
    return f"{head}{found}{line}{end}\n\n{words}\n{after}"


def test_on_a_day_with_a_review_the_evening_asks_the_plan_and_the_ratings_only(
    home: Path, import_journal: Callable[..., None], collab: Collab
) -> None:
    import_journal(entries=[*WEEK[:-1], reviewed("2024-06-14", "2024-W24")])

    form = collab("journal", "today", "--form", now=FRIDAY).out

    asked = [line for line in form.splitlines() if line.startswith("### ")]
    assert len(asked) == 3
    assert all("which is the highest line" in one for one in asked[:2])
    assert asked[2].startswith("### At which moment on Monday will it matter")


def test_every_fourth_review_asks_whether_the_focus_stays(
    home: Path, review: Review, import_journal: Callable[..., None], collab: Collab
) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('focus = ["candour"]\n')
    line = {"prompt": "F-01", "theme": "any", "text": "Hear a no in time."}
    chosen = written("2024-05-20")
    chosen["answers"] = [*chosen["answers"], line]
    before = [
        reviewed(f"2024-{day}", f"2024-W{week}")
        for day, week in (("05-24", 21), ("05-31", 22), ("06-07", 23))
    ]
    import_journal(entries=[chosen, *before, written("2024-06-13")])
    ana = review(FRIDAY)
    for question in ("Which moment", "Where did acting", "What did someone", "What is one thing"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
    ana.sees("On Mon 20 May you wrote: > Hear a no in time.")
    ana.sees("Four weeks on Open dialogue.  k keep · c change")
    ana.presses("c")
    ana.sees("or Enter to keep Open dialogue.")
    ana.types("6")
    ana.presses(ENTER)
    ana.sees("Focus      Trust and accountability")
    ana.sees("What would you like to be able to do with others")
    ana.types("Ask who keeps what.")
    ana.presses(ENTER)
    ana.leaves(0)
    assert collab("settings", "get", "focus", now=FRIDAY).out == "trust\n"


def test_any_words_of_a_day_can_be_the_moment_and_another_number_takes_its_place(
    review: Review, import_journal: Callable[..., None], collab: Collab
) -> None:
    plan = {"if": "Dee asks", "then": "say what I know", "for": "2024-06-12"}
    import_journal(
        entries=[
            {"day": "2024-06-10", "text": "A note of Monday."},
            {"day": "2024-06-11", "kind": "evening", "plan": plan},
            {"day": "2024-06-12", "kind": "evening", "ratings": [{"theme": "trust", "value": 3}]},
        ]
    )
    ana = review(FRIDAY)
    ana.sees("1  Mon  A note of Monday. 2  Tue  If Dee asks, then I will say what I know a number")
    ana.types("1")
    ana.presses(ENTER)
    ana.sees("Where did acting alone")
    ana.presses(UP)
    ana.sees("Which moment")
    ana.presses(ENTER)  # leaves it as it is
    ana.sees("Where did acting alone")
    ana.presses(UP)
    ana.sees("Which moment")
    ana.types("2")
    ana.presses(ENTER)
    ana.sees("starred")
    for question in ("Where did acting alone", "What did someone tell you", "What is one thing"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
    assert "Saved: a star. Sunday: collab report --week" in ana.leaves(0)

    report = collab("report", "--week", now=FRIDAY).out
    assert "Mon        A note of Monday." in report
    assert 'Tue        "If Dee asks, then I will say what I know"' in report


def test_nothing_is_asked_without_a_terminal(home: Path, collab: Collab) -> None:
    outcome = collab("journal", "week", now=FRIDAY)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "The questions need a terminal, and there is none here.\n"
        "Print the page with --form, fill it in, and give it back with --from FILE.\n"
    )
    assert not home.exists()
