"""Questions that one key answers, on a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable

from tests.commands.interview.asked import (
    BACKSPACE,
    CTRL_C,
    CTRL_L,
    ENTER,
    FIT,
    LEFT,
    RATING,
    UP,
    Asked,
)

Ask = Callable[..., Asked]


LIGHT = RATING | {"light": True}
ACTING = {
    "a key": (RATING, "3", ["Pressed", {"value": "rated 3"}]),
    "upper case": (RATING, "W", ["Pressed", {"value": "rated w"}]),
    "Enter never rates": (RATING, ENTER, ["Skipped", {}]),
    "up": (RATING, UP, ["Back", {"texts": []}]),
    "Backspace": (RATING, BACKSPACE, ["Back", {"texts": []}]),
    "l for light": (LIGHT, "l", ["Light", {"texts": []}]),
    "Ctrl-L for light": (LIGHT, CTRL_L, ["Light", {"texts": []}]),
    "Ctrl-C": (RATING, CTRL_C, ["Stop", {"texts": [], "signal": None}]),
}
NO_ANSWER = {
    "a number off the scale": (RATING, "6"),
    "light where it is not offered": (RATING, "l"),
    "an arrow": (RATING, LEFT),
    "an answer's key with Alt": (RATING, "\x1b2"),
    "Enter where it may not skip": (RATING | {"skip": False}, ENTER),
    "up where nothing is before": (RATING | {"back": False}, UP),
}


def test_a_key_acts_at_once(ask: Ask) -> None:
    person = ask([question for question, _, _ in ACTING.values()])
    for _, key, _ in ACTING.values():
        person.sees("one key")
        (person.types if key == CTRL_C else person.answers)(key)
    outcomes = dict(zip(ACTING, person.outcomes(), strict=True))
    assert outcomes == {name: outcome for name, (_, _, outcome) in ACTING.items()}


def test_any_other_key_changes_nothing_and_makes_the_hint_bold(ask: Ask) -> None:
    person = ask([question for question, _ in NO_ANSWER.values()])
    for _, key in NO_ANSWER.values():
        person.sees("\x1b[0;2m  one key")
        person.types(key)
        person.sees("\x1b[0;1m  one key")
        person.answers("2")
    assert person.outcomes() == [["Pressed", {"value": "rated 2"}]] * len(NO_ANSWER)


def test_the_answers_of_a_rating_mean_nothing_to_the_fit_behind_it(ask: Ask) -> None:
    person = ask([RATING, FIT])
    person.sees("one key")
    person.answers("2")
    person.sees("  y well · p partly · n another way")
    for key in RATING["answers"]:
        person.types(key)
        person.pauses()
    person.types(CTRL_C)
    assert [name for name, _ in person.outcomes()] == ["Pressed", "Stop"]
