"""Asking on a terminal: fields for words, questions for one key.

The only interactive code of collab. It asks and hands back what was given; what is asked,
what is kept and what stays on the screen is the caller's.
"""

from collab.commands.interview.asking import Interview
from collab.commands.interview.outcomes import (
    Back,
    Given,
    KeyOutcome,
    Light,
    Pressed,
    Skipped,
    Stop,
    TextOutcome,
)
from collab.rendering.lines import Line

__all__ = [
    "Back",
    "Given",
    "Interview",
    "KeyOutcome",
    "Light",
    "Line",
    "Pressed",
    "Skipped",
    "Stop",
    "TextOutcome",
]
