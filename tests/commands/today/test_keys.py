"""The keys of neighbouring questions, as the steps of a session ask them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from collab.commands.steps.due_promises import DUE, OVERDUE
from collab.commands.steps.plans import OUTCOMES
from collab.commands.steps.ratings import FITS, KEYS
from collab.commands.steps.words import DEEPER, PROMISE, STAR
from collab.domain.questions import ANSWER_KEYS

ASKED = {
    "outcome": set(OUTCOMES),
    "promise": set(DUE),
    "late promise": set(OVERDUE),
    "words": {DEEPER, STAR, PROMISE},
    "rating": set(KEYS),
    "fit": set(FITS),
}


@pytest.mark.parametrize("kind", ASKED)
def test_each_step_asks_for_the_keys_of_its_kind(kind: str) -> None:
    assert ASKED[kind] == set(ANSWER_KEYS[kind])


def test_no_key_answers_two_neighbours() -> None:
    for promise in ("promise", "late promise"):
        in_their_order = [ANSWER_KEYS[kind] for kind in ("outcome", promise, "talk", "words")]
        in_their_order += [ANSWER_KEYS[kind] for kind in ("rating", "fit", "rating")]
        for one, next_one in pairwise(in_their_order):
            assert not set(one) & set(next_one)
    assert not set(ANSWER_KEYS["agreed"]) & set(ANSWER_KEYS["late promise"])
