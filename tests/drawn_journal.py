"""The journal of the invented leader whose week the reference screens show.

Every figure of that week's report follows from what stands here, the words of the fillers
too: they are counted and nothing else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.exchange.documents import document

MONDAY = date(2024, 6, 10)

SHARED_DECISIONS = (
    (3, 2, 2), (3, 3, 2), (3,), (2, 4, 3, 3), (3, 4, 2, 2), (2, 2, 4, 4), (2, 2, 2, 4),
)  # fmt: skip
OPEN_DIALOGUE = (
    (3, 2), (3, 2, 2), (2,), (3, 1, 3, 3), (3, 2, 2, 3), (2, 3, 3, 3), (3, 3, 4, 3),
)  # fmt: skip
"""The ratings of the seven weeks before, oldest first, from Monday on."""

THIS_WEEK = (
    (0, "decide", 2, "well"),
    (0, "candour", 3, "well"),
    (0, "trust", 2, "well"),
    (1, "decide", 4, "other"),
    (1, "candour", 4, "well"),
    (1, "trust", "W", None),
    (2, "decide", 3, "partly"),
    (2, "candour", 4, "well"),
    (2, "trust", 3, "well"),
    (4, "decide", 3, "well"),
    (4, "candour", 4, "well"),
    (4, "trust", 0, None),
)

WORDS = (
    "Told @Bo the supplier date had slipped before he could hear it from anyone else.",
    "Asked all six about the rota. It took the day, and four had no view.",
    "@Rui said the handovers slip when I change the list after noon. I had never put the two "
    "together. The list closes at noon, and that binds me first.",
    "The introduction for Dee. Tomorrow is soon enough. Soup, and bed before ten.",
    "@Ana said I asked, and then I waited.",
)
LIGHT, STARRED = 3, 4

NAMED = (("Ana", (0, 1, 2)), ("Bo", (1, 2)), ("Dee", (1, 2)), ("Rui", (0,)), ("Cy", (4,)))
"""Who is named on which days beside the words above."""


def drawn_journal() -> bytes:
    """The whole journal, ready to import."""
    entries = [*_before(), *_this_week()]
    return document(people=_people(), entries=entries, talks=_talks(), promises=_promises())


def _people() -> list[Any]:
    roles = {"Ana": "report", "Bo": "peer", "Dee": "partner", "Rui": "report", "Cy": "boss"}
    people = [{"name": name, "role": role} for name, role in roles.items()]
    return [*people, {"name": "Eli", "role": "peer", "circle": True, "added": "2024-05-01"}]


def _before() -> list[Any]:
    by_day: dict[date, list[Any]] = {}
    for theme, weeks in (("decide", SHARED_DECISIONS), ("candour", OPEN_DIALOGUE)):
        for number, values in enumerate(weeks):
            for place, value in enumerate(values):
                day = MONDAY + timedelta(weeks=number - 7, days=place)
                by_day.setdefault(day, []).append(_rating(day, theme, value, None))
    for theme, day in (("difficult", MONDAY - timedelta(days=7)), ("trust", date(2024, 5, 28))):
        by_day.setdefault(day, []).append(_rating(day, theme, 2, None))
    evenings = [_page(day, "evening", ratings=ratings) for day, ratings in by_day.items()]
    spoken = {"text": "we " * 38 + "I " * 121}
    return [
        *evenings,
        _page(date(2024, 5, 19), "note", text="@Eli asked first."),
        _page(date(2024, 5, 21), "note", **spoken),
    ]


def _this_week() -> list[Any]:
    pages = []
    for number, words in enumerate(WORDS):
        day = MONDAY + timedelta(days=number)
        answer = {"prompt": "E-02", "theme": "any", "text": words, "starred": number == STARRED}
        if number == LIGHT:
            answer |= {"prompt": "E-03"}
        page = _page(day, "evening", answers=[answer], light=number == LIGHT)
        ratings = [
            _rating(day, theme, value, fit)
            for weekday, theme, value, fit in THIS_WEEK
            if weekday == number
        ]
        pages.append(page | ({"ratings": ratings} if ratings else {}))
        people = [name for name, days in NAMED if number in days]
        if people:
            pages.append(_page(day, "note", text="word", people=people))
    outcomes = ("done", "done", "not done")
    for number, outcome in enumerate(outcomes):
        day = MONDAY + timedelta(days=number)
        plan = {"if": "it comes up", "then": "ask", "for": day.isoformat(), "outcome": outcome}
        pages.append(_page(day, "morning", plan=plan))
    filler = "we " * WE_WORDS + "I " * I_WORDS + "word " * OTHER_WORDS
    pages.append(_page(MONDAY + timedelta(days=1), "note", text=filler))
    return [*pages, _review()]


WE_WORDS, I_WORDS, OTHER_WORDS = 15, 28, 302


def _review() -> dict[str, Any]:
    friday = MONDAY + timedelta(days=4)
    answers = [
        {
            "prompt": "W-2",
            "theme": "any",
            "question": "Where did acting alone, and where did acting together, suit this "
            "week's situations?",
            "text": "Alone was right for the supplier call, there was an hour. Asking all six "
            "about the rota was a kindness nobody needed; two of them would have done.",
        },
        {
            "prompt": "W-3",
            "theme": "any",
            "question": "What did someone tell you this week about your effect on them, or whom "
            "could you ask?",
            "text": "You asked, and then you waited. I had not seen that before.",
            "outside": "Ana",
        },
    ]
    plan = {
        "prompt": "W-5",
        "question": "What is one thing you will try next week?",
        "if": "I am about to ask the whole group",
        "then": "name the two people it touches most and ask only them first.",
        "for": "2024-06-17",
    }
    return _page(friday, "week", hour=17, answers=answers, plan=plan, week="2024-W24")


def _talks() -> list[Any]:
    return [
        {
            "who": "Rui",
            "about": "the handovers that slip",
            "added": "2024-05-31",
            "date": "2024-06-12",
            "held": "2024-06-12",
            "debriefed": "2024-06-14",
            "expected": 4,
            "was": 2,
        },
        {"who": "Cy", "about": "the budget cut", "added": "2024-05-27"},
    ]


def _promises() -> list[Any]:
    late = {"on": "2024-06-14", "from": "2024-06-11", "to": "2024-06-18", "agreed": True}
    return [
        _promise("mine", "Ana", "comments on the hiring plan", "2024-06-12", "2024-06-12"),
        _promise("mine", "Dee", "the introduction", "2024-06-13", "2024-06-14"),
        _promise("mine", "Bo", "vendor numbers", "2024-06-19", None),
        _promise("theirs", "Cy", "two hires", "2024-06-11", None) | {"moved": [late]},
        _promise("theirs", "Bo", "what he needs", "2024-06-14", "2024-06-14"),
    ]


def _promise(side: str, who: str, what: str, due: str, done: str | None) -> dict[str, Any]:
    return {"side": side, "who": who, "what": what, "due": due, "done": done}


def _page(day: date, kind: str, *, hour: int = 18, **held: Any) -> dict[str, Any]:
    at = f"{day}T{hour}:00:00+02:00"
    return {"day": day.isoformat(), "kind": kind, "written_at": at, **held}


def _rating(day: date, theme: str, value: int | str, fit: str | None) -> dict[str, Any]:
    return {"theme": theme, "value": value, "fit": fit, "rated_at": f"{day}T18:30:00+02:00"}
