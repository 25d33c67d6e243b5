"""What a session leaves on the screen."""

from __future__ import annotations

import pytest

from collab.rendering.session_page import ticked_off


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("To Ana", "  To Ana     the rig: kept", id="a short label in its column"),
        pytest.param("To Giulia", "  To Giulia  the rig: kept", id="one that fills the column"),
        pytest.param("From Lukas", "  From Lukas: the rig: kept", id="one without room for a gap"),
        pytest.param("From Giulia", "  From Giulia: the rig: kept", id="a long one"),
    ],
)
def test_a_name_never_runs_into_what_was_promised(label: str, expected: str) -> None:
    assert "".join(text for _, text in ticked_off(label, "the rig", "kept").pieces) == expected
