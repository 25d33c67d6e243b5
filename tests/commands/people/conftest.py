"""A journal with Ana, called Anna once, and Bo."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Collab
from tests.exchange.documents import document

ANA = {"id": "p1", "name": "ana", "names": ["ana", "AK"], "role": "report", "added": "2026-11-01"}
BO = {"id": "p2", "name": "bo", "role": "peer", "circle": True, "added": "2026-11-01"}
PAGES = [
    {"id": "01NOTE00000FRST", "day": "2026-11-02", "text": "Told @Anna about the rota."},
    {
        "id": "01EVENING00SCND",
        "day": "2026-11-18",
        "kind": "evening",
        "answers": [
            {"id": "a1", "prompt": "E-02", "question": "Which?", "text": "It rained. @AK called."},
            {"id": "a2", "prompt": "I-39", "question": "Whom?", "text": "Ask.", "outside": "Ana"},
        ],
    },
    {"id": "01NOTE00000THRD", "day": "2026-11-19", "people": ["ana"], "text": "A long walk."},
    {"id": "01NOTE00000FRTH", "day": "2026-11-20", "text": "@bo alone."},
]
TALKS = [
    {"id": "01TALK0000TALK1", "who": "ana", "about": "the rota", "added": "2026-11-03"}
    | {"date": "2026-11-05", "held": "2026-11-06"}
]
PROMISES = [
    {"id": "01PROMISE0PRM1", "side": "mine", "who": "AK", "what": "the list", "due": "2026-11-10"}
    | {"done": "2026-11-10"},
    {"id": "01PROMISE0PRM2", "side": "theirs", "who": "Zoë", "what": "a date"}
    | {"due": "2026-11-12"},
]


@pytest.fixture
def written(collab: Collab) -> Collab:
    """`collab` in a home with these people, pages, talks and promises."""
    data = document(people=[ANA, BO], entries=PAGES, talks=TALKS, promises=PROMISES)
    assert collab("import", "json", "-", stdin=data).code == 0
    return collab
