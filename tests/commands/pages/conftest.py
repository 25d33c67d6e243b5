"""A journal with a few pages, for the commands that find and change them."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Collab
from tests.exchange.documents import document

EVENING = {
    "id": "01EVENING00K3QX",
    "day": "2026-11-20",
    "kind": "evening",
    "written_at": "2026-11-20T18:02:00+01:00",
    "answers": [
        {
            "id": "a1",
            "prompt": "E-02",
            "question": "Which moment?",
            "text": "Bo knew the supplier.",
        },
        {
            "id": "a2",
            "prompt": "I-39",
            "question": "Whom?",
            "text": "You decided.",
            "outside": "bo",
        },
    ],
    "ratings": [{"id": "r1", "theme": "decide", "value": 3, "fit": "well"}],
    "plan": {"id": "p1", "if": "the list comes up", "then": "ask first", "for": "2026-11-21"},
}
NOTE = {
    "id": "01NOTE00000N0TE",
    "day": "2026-11-20",
    "written_at": "2026-11-20T12:00:00+01:00",
    "text": "Told @Ana about the #rota.",
}
MORNING = {
    "id": "01MORNING00M0RN",
    "day": "2026-11-18",
    "kind": "morning",
    "written_at": "2026-11-18T08:00:00+01:00",
    "answers": [{"id": "a3", "question": "What matters?", "text": "The rota.", "theme": "trust"}],
}
OLD = {"id": "01OLD000000C1D0", "day": "2025-01-02", "text": "An old note.", "starred": True}


@pytest.fixture
def written(collab: Collab) -> Collab:
    """`collab` in a home with the four pages above."""
    pages = document(
        people=[{"name": "ana", "names": ["ana", "anna"]}],
        entries=[EVENING, NOTE, MORNING, OLD],
    )
    assert collab("import", "json", "-", stdin=pages).code == 0
    return collab
