"""Random journals around the examples' week: everything that can happen, happens somewhere."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.domain.reports.journals import MONDAY, SUNDAY, Json

FIRST = MONDAY - timedelta(weeks=7)
THEMES = ("decide", "candour", "trust")
WORDS = "we I us my zzz qqq vvv @ana @bo @zoe “zzz” `we` ."
OUTCOMES = ("done", "partly", "not done", "no occasion", None)


def random_journal(seed: int, last: date = SUNDAY) -> Json:
    """A journal from eight weeks before the examples' Sunday up to `last`."""
    random = Random(seed)
    days = [FIRST + timedelta(days=n) for n in range((last - FIRST).days + 1)]
    return {
        "people": [
            {"name": "Ana", "names": ["Ana", "anna"], "role": "report", "circle": True},
            {"name": "bo", "circle": True, "added": "2024-05-01"},
        ],
        "entries": _entries(random, days),
        "talks": [_talk(random, n, days) for n in range(random.randrange(9))],
        "promises": [_promise(random, n, days) for n in range(random.randrange(12))],
    }


def with_what_came_later(journal: Json, seed: int) -> Json:
    """The same journal in July: pages, talks and promises have been added and have moved on."""
    random = Random(seed)
    later = [SUNDAY + timedelta(days=n) for n in range(1, 15)]
    return {
        "people": journal["people"],
        "entries": [*journal["entries"], *_entries(random, later)],
        "talks": [
            *(_moved_on(talk, random, later) for talk in journal["talks"]),
            *(_talk(random, 100 + n, later) for n in range(3)),
        ],
        "promises": [
            *(_promise_moved_on(promise, random, later) for promise in journal["promises"]),
            *(_promise(random, 100 + n, later) for n in range(3)),
        ],
    }


def _entries(random: Random, days: list[date]) -> list[Json]:
    tilt = {theme: random.choice((-1.2, 0, 0, 1.2)) for theme in THEMES}
    jump = {theme: random.choice((-1, 0, 0, 1)) for theme in THEMES}
    often = random.choice((0.2, 0.6, 0.9))
    pages = []
    for day in days:
        if random.random() > often:
            continue
        page: Json = {"id": f"e-{day}", "day": str(day), "kind": "evening"}
        page["light"] = random.random() < 0.1
        page["answers"] = [{"id": f"a-{day}", "text": _text(random), **_answered(random)}]
        if random.random() < 0.8:
            weeks = (day - MONDAY).days / 7
            page["ratings"] = [
                _rating(random, theme, 3 + tilt[theme] * weeks / 5 + jump[theme] * (day >= MONDAY))
                for theme in THEMES
                if random.random() < 0.8
            ]
        if random.random() < 0.5:
            outcome = random.choice(OUTCOMES)
            page["plan"] = {
                "id": f"p-{day}",
                "if": "zzz",
                "then": _text(random),
                "outcome": outcome,
            }
        pages.append(page)
        if random.random() < 0.2:
            outside = random.choice((None, "ana"))
            note = {"id": f"n-{day}", "day": str(day), "text": _text(random), "outside": outside}
            pages.append(note)
    return pages


def _answered(random: Random) -> Json:
    return random.choice(({}, {}, {"starred": True}, {"outside": "bo"}, {"talk": "t-0"}))


def _rating(random: Random, theme: str, around: float) -> Json:
    if random.random() < 0.1:
        return {"theme": theme, "value": random.choice((0, "W"))}
    value = min(5, max(1, round(random.gauss(around, 0.7))))
    return {"theme": theme, "value": value, "fit": random.choice(("well", "partly", "other", None))}


def _text(random: Random) -> str:
    return " ".join(random.choices(WORDS.split(), k=random.randrange(1, 60)))


def _talk(random: Random, number: int, days: list[date]) -> Json:
    steps = sorted(random.choices(days, k=4))
    added, held, debriefed, ended = map(str, steps)
    reached = random.randrange(5)
    dated = random.choice((held, str(steps[1] + timedelta(days=random.randrange(9))), None))
    talk: Json = {"id": f"t-{number}", "who": random.choice("ABCd"), "added": added, "date": dated}
    if reached >= 1:
        talk |= {"held": held, "expected": random.randint(1, 5), "was": random.randint(1, 5)}
    if reached >= 2:
        due = steps[2] + timedelta(days=random.randrange(10))
        talk |= {"debriefed": debriefed, "follow_ups": [{"due": str(due)}]}
    if reached >= 3:
        talk["follow_ups"] = [{"due": ended, "done": ended}]
    if reached == 4:
        talk[random.choice(("closed", "let_go"))] = ended
    return talk


def _promise(random: Random, number: int, days: list[date]) -> Json:
    made, due = sorted(random.choices(days, k=2))
    due += timedelta(days=random.randrange(12))
    promise: Json = {"id": f"m-{number}", "side": random.choice(("mine", "theirs"))}
    promise |= {"who": "A", "what": "zzz", "made": str(made), "due": str(due), "moved": []}
    ended = random.choice([day for day in days if day >= made])
    fate = random.randrange(4)
    if fate == 0:
        promise[random.choice(("done", "dropped"))] = str(ended)
    elif fate == 1:
        to = due + timedelta(days=random.randrange(1, 9))
        agreed = random.random() < 0.7
        promise["moved"] = [{"on": str(ended), "from": str(due), "to": str(to), "agreed": agreed}]
    return promise


def _moved_on(talk: Json, random: Random, later: list[date]) -> Json:
    after = dict(talk)
    step, on = random.randrange(4), str(random.choice(later))
    if "closed" in talk or "let_go" in talk:
        return after
    if step == 0:
        after[random.choice(("closed", "let_go"))] = on
    elif step == 1 and "held" not in talk:
        after |= {"held": on, "debriefed": on, "expected": 1, "was": 5}
    elif step == 2 and talk["date"] and "held" not in talk:
        to = str(random.choice(later))
        after |= {"date": to, "moved": [{"on": on, "from": talk["date"], "to": to}]}
    elif step == 3:
        after["follow_ups"] = [{"done": on, **one} for one in talk.get("follow_ups", [])]
    return after


def _promise_moved_on(promise: Json, random: Random, later: list[date]) -> Json:
    after: dict[str, Any] = dict(promise)
    if "done" in promise or "dropped" in promise:
        return after
    on = str(random.choice(later))
    if random.random() < 0.5:
        after[random.choice(("done", "dropped"))] = on
    else:
        stood = promise["moved"][-1]["to"] if promise["moved"] else promise["due"]
        to = str(random.choice(later))
        after["moved"] = [*promise["moved"], {"on": on, "from": stood, "to": to, "agreed": True}]
    return after
