"""How a session ends: what was saved, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from collab.commands.due_things import due_things, in_short
from collab.commands.interview import Given, Pressed
from collab.commands.steps.after_gap import end_after_gap
from collab.commands.steps.asking import Asking, Leaving
from collab.commands.steps.new_names import ask_about_new_names
from collab.commands.steps.plans import change_plan
from collab.domain import agenda
from collab.domain.entries import Entry, Plan
from collab.domain.periods import WEEKDAYS, Period, spoken_long
from collab.rendering.session_page import (
    asked,
    counted,
    in_words,
    next_time,
    note,
    own_words,
)
from collab.rendering.unbroken import unbroken
from collab.storage import promises
from collab.storage.sessions import stored

_NAMED_AT_MOST = 3
_LIGHT_LINE = (
    "You chose the light evening 5 times.",
    "If you want to talk to someone: " + unbroken("collab support"),
)


def end(asking: Asking, *, light: bool) -> bool:
    """Say how the session ended; whether the user wants to write the days between."""
    sat = asking.sat
    if sat.week:
        _week(asking, sat.week)
    elif light:
        _light(asking)
    elif sat.is_after_a_gap:
        return end_after_gap(asking)
    elif sat.late:
        asking.show(_saved(asking))
    elif sat.part == "morning":
        _morning(asking)
    else:
        _evening(asking)
    return False


def complete(asking: Asking) -> None:
    """What a session with nothing left to ask shows: its page in one line, and what to do."""
    sat = asking.sat
    asking.show(*_complete(asking))
    plan = _plan_for_today(asking) if sat.part == "morning" else None
    keys = {"n": "note", "s": "show", **({"c": "change"} if plan else {})}
    change = ["c change the plan"] if plan else []
    hint = " · ".join(["n add a note", "s show the page", *change, "Enter done"])
    close = True
    while True:
        try:
            pressed = asking.key([], keys, hint, back=False, close=close)
        except Leaving as leaving:
            if leaving.signal is not None:
                raise
            return
        if not isinstance(pressed, Pressed):
            return
        close = False
        if pressed.value == "note":
            _add_note(asking)
        elif pressed.value == "show":
            _show_page(asking)
        elif plan:
            plan = change_plan(asking, plan)


def _complete(asking: Asking) -> Iterator[str]:
    sat = asking.sat
    name, written = _day(sat.day), "written"
    if sat.week:
        name, written = f"The week {sat.week.first} to {sat.week.last}", "reviewed"
    elif sat.part == "morning":
        name = f"The morning of {name}"
    page = asking.page_so_far()
    parts = _parts(page, "a plan", [*_ticked_off(asking), *_made(asking, page)])
    yield f"{name} is {written}: {', '.join(parts)}." if parts else f"{name} is left as it is."
    if sat.part == "morning" and not sat.late:
        yield f"This evening's questions, now: {unbroken('collab journal today --evening')}"


def _week(asking: Asking, week: Period) -> None:
    """What a review kept, when its plan comes back, and how the week is read."""
    today, last = asking.session.today, week.last
    page = asking.page_so_far()
    saved = "Saved: the week." if page else _saved_of_things(asking)
    said = [saved]
    if page and page.plan:
        tomorrow = page.plan.for_ == today + timedelta(days=1)
        opens = "tomorrow" if tomorrow else WEEKDAYS[page.plan.for_.weekday()]
        said.append(f"Your plan opens {opens}.")
    if today in week:
        when = "Today" if today == last else WEEKDAYS[last.weekday()]
        said.append(unbroken(f"{when}: collab report --week"))
    else:
        said.append(unbroken(f"Its report: collab report --week --of {week.label}"))
    asking.show(" ".join(said))


def _saved_of_things(asking: Asking) -> str:
    """What was kept of a review that wrote nothing on a page."""
    done = [one.question.key for one in asking.sat.chosen if one.question.key in asking.became]
    things = [(sum(key.startswith(kind) for key in done), kind) for kind in ("talk", "promise")]
    parts = [
        *([] if asking.starred is None else ["a star"]),
        *(_counted(count, kind) for count, kind in things if count),
    ]
    return f"Saved: {in_words(parts)}." if parts else "Nothing was saved."


def _light(asking: Asking) -> None:
    sat = asking.sat
    page = asking.page_so_far()
    fifth = agenda.is_fifth_light(sat.day, sat.history, sat.wishes)
    line = _LIGHT_LINE if page and page.light and fifth else ()
    asking.show("That is all for today.", *line)


def _morning(asking: Asking) -> None:
    plan = _plan_for_today(asking)
    before = any(one.for_ == asking.sat.day for one in asking.sat.history.plans)
    found = plan
    while plan and before:
        pressed = asking.key([], {"c": "change"}, "c change the plan · Enter done", back=False)
        if not isinstance(pressed, Pressed):
            break
        plan = change_plan(asking, plan)
    page = asking.page_so_far()
    parts = _parts(page, "a plan for today", _made(asking, page))
    if plan != found and "a plan for today" not in parts:
        parts.append("a plan for today")
    tonight = []
    if plan:
        tonight.append("of it" if parts == ["a plan for today"] else "of the plan")
    if any(one.step == "hold" for one in due_things(asking.session, asking.sat.day)):
        tonight.append("of the talk")
    saved = f"Saved: {', '.join(parts)}." if parts else "Nothing was saved."
    later = f" Tonight: what became {in_words(tonight)}." if tonight else ""
    asking.show(saved + later)


def _evening(asking: Asking) -> None:
    ask_about_new_names(asking)
    sat = asking.sat
    when = next_time(sat.day, sat.next_day, asking.session.settings.cue)
    asking.show(_saved(asking), f"{when}: {_to_come(asking)}.")


def _saved(asking: Asking) -> str:
    plan = "a plan"
    if asking.sat.is_first_evening:
        next_day = asking.sat.next_day
        tomorrow = next_day == asking.sat.day + timedelta(days=1)
        plan = f"a plan for {'tomorrow' if tomorrow else WEEKDAYS[next_day.weekday()]}"
    page = asking.page_so_far()
    parts = _parts(page, plan, [*_ticked_off(asking), *_made(asking, page)])
    if not parts and any(
        one.question.kind == "outcome" and one.state == "answered" for one in asking.sat.chosen
    ):
        parts = ["what became of the plan"]
    if not parts:
        return "Nothing was saved."
    return f"Saved: {_day(asking.sat.day)}, {', '.join(parts)}."


def _to_come(asking: Asking) -> str:
    """What the next evening holds: what is due, else the plan and one question."""
    things = due_things(asking.session, asking.sat.next_day)
    if things:
        named = [in_short(one) for one in things[:_NAMED_AT_MOST]]
        more = len(things) - len(named)
        return "; ".join([*named, *([f"{more} more"] if more else [])])
    sat, page = asking.sat, asking.page_so_far()
    plans = [*sat.history.plans, *([page.plan] if page and page.plan else [])]
    planned = any(plan.for_ == sat.next_day for plan in plans)
    coming = "what became of the plan, then one question" if planned else "one question"
    first = ". Answering changes what you notice" if asking.sat.is_first_evening else ""
    return coming + first


def _add_note(asking: Asking) -> None:
    outcome = asking.words("note", [asked("A note"), ""])
    if isinstance(outcome, Given):
        asking.keep.note(outcome.text, instead_of="note")
        asking.remains([own_words(outcome.text)], [note(asking.saved())])


def _show_page(asking: Asking) -> None:
    from collab.commands.pages.naming import Pages, pages_named
    from collab.commands.pages.show import page_lines

    pages = pages_named(asking.session, [asking.sat.day.isoformat()])
    week = asking.sat.week
    shown = tuple(one for one in pages.entries if one.kind == "week" or not week)
    asking.show(*page_lines(asking.session, Pages(entries=shown, ends=pages.ends)))


def _plan_for_today(asking: Asking) -> Plan | None:
    """The plan for the day of the session: one made before, or on its own page."""
    page = asking.page_so_far()
    made = [one for one in asking.sat.history.plans if one.for_ == asking.sat.day]
    if page and page.plan and page.plan.for_ == asking.sat.day:
        return page.plan
    return made[-1] if made else None


def _parts(page: Entry | None, plan: str, things: Sequence[str] = ()) -> list[str]:
    """What a page holds, in a few words: "1 answer", "3 ratings", "a plan".

    The `things` that were ticked off beside it stand before the plan.
    """
    if page is None:
        return [*things]
    counts = [
        _counted(len(page.answers), "answer") if page.answers else "",
        _counted(len(page.ratings), "rating") if page.ratings else "",
        *things,
        plan if page.plan else "",
    ]
    return [part for part in counts if part]


def _ticked_off(asking: Asking) -> list[str]:
    """What this evening ticked off, in all its calls: "1 promise", "1 talk"."""
    sat = asking.sat
    if sat.week or sat.late:
        return []
    known = asking.session.read(lambda journal: stored(journal, sat.day, sat.part), ())
    done = [one.key for one in known if one.state == "answered"]
    counts = [
        (sum(key.startswith(f"{kind}:") for key in done), kind) for kind in ("promise", "talk")
    ]
    return [_counted(count, kind) for count, kind in counts if count]


def _made(asking: Asking, page: Entry | None) -> list[str]:
    """The promises that the words of a page became: "1 new promise"."""
    if page is None:
        return []
    known = asking.session.read(lambda journal: promises.open_on(journal, asking.sat.day), ())
    made = sum(one.entry == page.id for one in known)
    return [_counted(made, "new promise")] if made else []


def _counted(count: int, one: str) -> str:
    """ "3 answers", which keeps to one row."""
    return unbroken(counted(count, one))


def _day(day: date) -> str:
    """ "Wednesday 12 June"."""
    return spoken_long(day).rpartition(" ")[0]
